// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/dialogs/roomydialog.h"

class QPlainTextEdit;
class QStackedWidget;

namespace uplift::ui {

class LogFile;
class TextLabel;
class WrapLabel;

/// The newest lines of the log, to be read, searched and copied.
class LogDialog : public RoomyDialog {
    Q_OBJECT
public:
    /// `log` outlives the dialog.
    explicit LogDialog(LogFile &log, QWidget *parent = nullptr);

    void readAgain();
    [[nodiscard]] QString shownText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    void buildText();
    QWidget *buildEmpty();
    void buildButtons();
    void take(const QString &text);
    void filter();
    void copy();
    void openFolder();

    LogFile &m_log;
    QString m_read;
    QLineEdit *m_search = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QStackedWidget *m_pages = nullptr;
    TextLabel *m_emptyTitle = nullptr;
    WrapLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace uplift::ui
