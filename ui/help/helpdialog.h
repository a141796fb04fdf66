// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/roomydialog.h"
#include "ui/help/helptopics.h"

#include <QStringList>

class QListWidget;

namespace uplift::ui {

class HelpView;
class WrapLabel;

/// The help: topics at the left, one of them at the right, words searched for in all. Offline; an address
/// outside is shown before it is opened, and opened by a click alone.
class HelpDialog : public RoomyDialog {
    Q_OBJECT
public:
    explicit HelpDialog(QList<HelpTopic> topics, QWidget *parent = nullptr);

    void showTopic(const QString &id); ///< an unknown one: the first
    [[nodiscard]] QString topic() const; ///< the one on show
    [[nodiscard]] HelpView *view() const { return m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildSide();
    void buildButtons();
    void showCurrent();
    void search();
    void follow(const QString &link);
    void goBack();

    QList<HelpTopic> m_topics;
    QStringList m_before; ///< topics to go back to, the last one last
    QString m_shown;
    QWidget *m_side = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    WrapLabel *m_none = nullptr;
    HelpView *m_view = nullptr;
    WrapLabel *m_note = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace uplift::ui
