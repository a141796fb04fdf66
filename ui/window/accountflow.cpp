// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/accountflow.h"

#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/session.h"

#include <algorithm>

namespace uplift::ui {

AccountFlow::AccountFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
    connect(&session.accounts(), &accounts::Accounts::secretLeft, this, &AccountFlow::failed);
}

void AccountFlow::add() { open(new AccountDialog(profiles::Account(), m_window)); }

void AccountFlow::edit(const AccountId &id)
{
    if (const profiles::Account *account = profiles::find(m_session.workspace().workspace(), id))
        open(new AccountDialog(*account, m_window));
}

void AccountFlow::open(AccountDialog *dialog)
{
    m_session.keychain().status(dialog, [dialog](const Result<secrets::KeychainStatus> &status) {
        if (status)
            dialog->setKeychain(*status);
    });
    connect(dialog, &AccountDialog::testRequested, this, [this, dialog] {
        m_session.accounts().test(dialog->draft(), dialog,
                                  [dialog](const Result<accounts::TestResult> &result) {
                                      if (result)
                                          dialog->setTestResult(*result);
                                      else
                                          dialog->setTestError(result.error());
                                  });
    });
    connect(dialog, &AccountDialog::trialRequested, this, [this, dialog] {
        const auto settings = dialog->connectionToTry();
        if (!settings)
            return;
        m_session.tryConnection(*settings, dialog, [dialog](const Result<cloud::EndpointTrial> &trial) {
            if (!trial)
                return dialog->setTrial(trial.error().message, false);
            dialog->setTrial(trial->next.isEmpty() ? trial->message
                                                   : tr("%1 %2").arg(trial->message, trial->next),
                             trial->reached);
        });
    });
    connect(dialog, &AccountDialog::saveRequested, this, [this, dialog] {
        m_session.accounts().save(dialog->draft(), dialog, [this, dialog](const Result<AccountId> &id) {
            if (!id)
                return dialog->setSaveError(id.error());
            dialog->accept();
            Q_EMIT saved(*id);
        });
    });
    dialog->open();
}

void AccountFlow::remove(const AccountId &id)
{
    const profiles::Workspace &workspace = m_session.workspace().workspace();
    const profiles::Account *account = profiles::find(workspace, id);
    if (!account)
        return;
    const auto its = std::count_if(workspace.profiles.begin(), workspace.profiles.end(),
                                   [&](const profiles::Profile &profile) { return profile.account == id; });
    auto *ask = new AskDialog(removeAccountQuestion(account->name, account->environment,
                                                    static_cast<int>(its), account->secretPlace),
                              m_window);
    connect(ask, &QDialog::accepted, this, [this, id] { removeNow(id); });
    ask->open();
}

void AccountFlow::removeNow(const AccountId &id)
{
    m_session.accounts().remove(id, this, [this, id](const Outcome &removed) {
        if (removed)
            return;
        if (removed.error().kind != Error::Kind::Keychain)
            Q_EMIT failed(removed.error());
        else
            offerRemovalAlone(id, removed.error());
    });
}

void AccountFlow::offerRemovalAlone(const AccountId &id, const Error &error)
{
    const profiles::Account *account = profiles::find(m_session.workspace().workspace(), id);
    if (!account)
        return;
    auto *ask = new AskDialog(
        removeWithoutKeychainQuestion(account->name, account->environment, account->keychainEntry, error),
        m_window);
    connect(ask, &QDialog::accepted, this, [this, id] {
        m_session.accounts().removeAccountOnly(id, this, [this](const Outcome &removed) {
            if (!removed)
                Q_EMIT failed(removed.error());
        });
    });
    ask->open();
}

} // namespace uplift::ui
