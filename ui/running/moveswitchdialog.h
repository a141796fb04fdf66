// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "ui/dialogs/askdialog.h"
#include "upgrade/plan.h"

#include <QTimeZone>

#include <chrono>

class QButtonGroup;
class QDateTimeEdit;
class QLineEdit;

namespace uplift::ui {

class DeliberateButton;
class Note;

/// What the dialog shows of the upgrade.
struct MoveFacts {
    QString instanceName;
    Environment environment = Environment::Production;
    InstanceId instance;
    QString region; ///< "China (Hangzhou)"
    QString task;
    QString due; ///< "in the window, 20 Nov 02:00 – 06:00"
    QString window; ///< "Fri 20 Nov 02:00 – 06:00"; empty: not known
    QTimeZone zone;
};

/// Another moment for the switch of an upgrade that has not switched yet: now, at a time, or in the window.
/// Leaving it as it is is default, rightmost and Esc. In production "now" asks to type the instance's name.
/// Answers by QDialog::accepted.
class MoveSwitchDialog : public DialogFrame {
    Q_OBJECT
public:
    MoveSwitchDialog(const MoveFacts &facts, const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] upgrade::SettingChange::When when() const;
    [[nodiscard]] QDateTime at() const; ///< UTC, of When::At
    /// See DeliberateButton::setQuiet().
    void setQuiet(std::chrono::milliseconds quiet);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildChoices();
    void buildFoot();
    void onChoice();
    void onTime();
    void onMove();
    [[nodiscard]] bool asksForName() const;

    MoveFacts m_facts;
    const Clock &m_clock;
    QButtonGroup *m_choices;
    QDateTimeEdit *m_time = nullptr;
    Field *m_timeField = nullptr;
    Note *m_nowNote = nullptr;
    QLineEdit *m_name = nullptr;
    Field *m_nameField = nullptr;
    DeliberateButton *m_move = nullptr;
    QPushButton *m_keep = nullptr;
};

/// Before an upgrade is called off at the service. `batchName`: empty, when it belongs to none.
[[nodiscard]] Question cancelQuestion(const MoveFacts &facts, const QString &batchName);

} // namespace uplift::ui
