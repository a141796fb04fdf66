// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace uplift::ui {

class LinkButton;

/// What can be changed: is it as it is at first, and how it gets there again.
struct SettingDefault {
    std::function<bool()> isDefault;
    std::function<void()> reset;
};

/// One setting: its name, the control, one sentence that explains it, and the way back to the default. Known
/// by objectName setting-<id>.
class SettingRow : public QWidget {
    Q_OBJECT
public:
    /// `control` becomes a child; `name` may hold a mnemonic.
    SettingRow(const QString &id, const QString &name, QWidget *control, const QString &explanation,
               QWidget *parent = nullptr);

    void setDefault(SettingDefault standard); ///< without one there is nothing to reset
    void showReset(); ///< or not: after the value changed
    [[nodiscard]] QWidget *control() const { return m_control; }
    /// Every word of `words` occurs in the name, the explanation or the choices, whatever its case.
    [[nodiscard]] bool holds(const QString &words) const;

private:
    QString m_name;
    QString m_explanation;
    QWidget *m_control;
    QVBoxLayout *m_column;
    LinkButton *m_reset = nullptr;
    SettingDefault m_default;
};

/// Rows under one heading.
class SettingSection : public QWidget {
    Q_OBJECT
public:
    explicit SettingSection(const QString &title, QWidget *parent = nullptr);
    SettingRow *add(SettingRow *row);
    /// Hides the rows that do not hold the words, and itself when none does; all stay when the title does.
    /// Returns how many are left.
    int filter(const QString &words);
    [[nodiscard]] const QList<SettingRow *> &rows() const { return m_rows; }

private:
    QString m_title;
    QVBoxLayout *m_column;
    QList<SettingRow *> m_rows;
};

} // namespace uplift::ui
