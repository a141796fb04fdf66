// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace uplift::ui {

/// What is read at leisure (help, settings, the log): a dialog whose size the user may change, never larger
/// than the screen, with a foot that stays. Deletes itself on close.
class RoomyDialog : public QDialog {
    Q_OBJECT
public:
    /// `size` at 100 %.
    RoomyDialog(const QString &title, QSize size, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; } ///< no margins
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    /// A button of the foot, never an automatic default.
    QPushButton *addButton(const QString &text, const QString &objectName);
    void addFootSpace(); ///< what follows stands at the right
    /// A field with a magnifier; `name` is placeholder and accessible name.
    [[nodiscard]] QLineEdit *makeSearch(const QString &name, const QString &objectName);

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_foot;
};

} // namespace uplift::ui
