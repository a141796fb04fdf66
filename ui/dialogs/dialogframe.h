// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <QDialog>

#include <optional>

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace uplift::ui {

class Field;

/// What all dialogs share: a fixed width, a height by content that ends 40 px below the screen's (560 at
/// 1024x600; then the middle scrolls), a foot that stays, and the environment's line on top. Opened with
/// open(); deletes itself on close.
class DialogFrame : public QDialog {
    Q_OBJECT
public:
    /// `width` at 100 %, 560 … 640.
    DialogFrame(const QString &title, int width, QWidget *parent = nullptr);

    /// 3 px in red for production, violet for staging, none for development.
    void setEnvironmentLine(std::optional<Environment> environment);
    /// Another limit than the screen's, for tests and pictures; 0 takes the screen's again.
    void setHeightLimit(int pixels);

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    /// A button of the foot, never an automatic default.
    QPushButton *addButton(const QString &text, const QString &objectName);
    void addFootSpace(); ///< what follows stands at the right
    /// Shows the sentence under the field, brings it into view and focuses it.
    void showFieldError(Field *field, const QString &sentence);
    void reveal(QWidget *widget);
    /// Does the middle not fit, so that it scrolls?
    [[nodiscard]] bool isCut() const { return m_cut; }

    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    /// Page Up and Page Down scroll a middle that does not fit, also one that holds nothing to go to.
    void keyPressEvent(QKeyEvent *event) override;
    /// Who worked in this dialog goes on in the window behind it, also where no window manager sees to that.
    void done(int result) override;

private:
    void buildMiddle();
    void buildFoot();
    void fit();
    [[nodiscard]] int limit() const;

    int m_width;
    int m_limit = 0;
    bool m_cut = false;
    QVBoxLayout *m_column;
    QWidget *m_line = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_footPane = nullptr;
    QVBoxLayout *m_body = nullptr;
    QHBoxLayout *m_foot = nullptr;
};

/// `&` as it is in a text that would take it for a mnemonic.
[[nodiscard]] QString withoutMnemonic(const QString &text);

} // namespace uplift::ui
