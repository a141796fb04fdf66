// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"
#include "upgrade/plan.h"

#include <QStringList>

class QLineEdit;

namespace uplift::ui {

class DeliberateButton;
class FactRows;
class TextLabel;
class WrapLabel;

/// Whose setting, event, task or backup a dialog is about.
struct ChangeSubject {
    AccountId account;
    QString accountName;
    QString keyTail; ///< last four characters of the AccessKey ID
    ProfileId profile; ///< empty: not saved
    RegionId region;
    QString regionName; ///< "China (Hangzhou)"; may be empty
    InstanceId instance;
    QString instanceName; ///< the service's name, or the id
    Environment environment = Environment::Production;
};
/// The subject of a step that was started before, for what is done about its task.
[[nodiscard]] ChangeSubject subjectOf(const upgrade::StepPlan &plan);
/// A step of its own with a new id, to be handed to upgrade::Upgrades::start().
[[nodiscard]] upgrade::StepPlan stepOf(const ChangeSubject &subject, upgrade::StepKind kind,
                                       const std::optional<upgrade::SettingChange> &setting = std::nullopt);

/// What is asked before one change, in whole sentences.
struct ChangeQuestion {
    QString title; ///< of the window: "Maintenance window - Uplift"
    QString heading; ///< "Change the window of orders-cache?"
    QString before; ///< as it is now; empty: there is no such thing
    QString after; ///< as it will be; empty: the dialog's own fields say it
    QString when; ///< when it takes effect
    QString does; ///< what it does
    QString doesNot; ///< what it does not do
    QString warning; ///< stands out; empty: none
    QString act; ///< "Change the window"
    QString keep; ///< "Keep it as it is"
    /// Connections break by it: the act is a dangerous one, and production asks for the instance's name.
    bool cutsConnections = false;
    /// It cannot be taken back: a dangerous act as well, but for the name.
    bool isFinal = false;
};

/// The confirmation of one change that is no upgrade: what changes from and to, when, what it does and what
/// it does not. The safe button is default, rightmost and the same as Esc; Enter in a field never sends.
/// Answers by QDialog::accepted and rejected; showRequest() leaves it open.
class ChangeDialog : public DialogFrame {
    Q_OBJECT
public:
    ChangeDialog(const ChangeSubject &subject, const ChangeQuestion &question, QWidget *parent = nullptr);

    [[nodiscard]] const ChangeSubject &subject() const { return m_subject; }
    /// See DeliberateButton::setQuiet().
    void setQuiet(std::chrono::milliseconds quiet);

Q_SIGNALS:
    void showRequest();

protected:
    /// Fields of the dialog's own, above the facts; the first one that takes it gets the focus.
    void addEditor(QWidget *editor);
    /// Enter in it goes on to the next field.
    void heedEnter(QLineEdit *edit);
    void setAfter(const QString &text);
    void setCutsConnections(bool cuts);
    void setWhen(const QString &text);
    void setDoes(const QString &text);
    /// May what the fields say be sent? False: the first bad field was named and has the focus.
    virtual bool validate() { return true; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead(const ChangeQuestion &question);
    void buildFacts(const ChangeQuestion &question);
    void buildName();
    void buildFoot(const ChangeQuestion &question);
    void onAct();
    void onNameChanged();
    [[nodiscard]] bool isNameRight() const;

    ChangeSubject m_subject;
    bool m_cuts = false;
    bool m_isFinal = false; ///< cannot be taken back
    QVBoxLayout *m_editors = nullptr;
    WrapLabel *m_after = nullptr;
    WrapLabel *m_when = nullptr;
    WrapLabel *m_does = nullptr;
    Field *m_nameField = nullptr;
    QLineEdit *m_name = nullptr;
    DeliberateButton *m_act = nullptr;
    QPushButton *m_keep = nullptr;
};

} // namespace uplift::ui
