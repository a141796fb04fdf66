// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/profileflow.h"

#include "ui/dialogs/profiledialog.h"
#include "ui/session.h"

#include <QUuid>

namespace uplift::ui {

ProfileFlow::ProfileFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
}

void ProfileFlow::save(const profiles::Profile &profile)
{
    profiles::Profile next = profile;
    const bool isNew = next.id.isEmpty();
    if (isNew)
        next.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    open(new ProfileDialog(isNew ? ProfileDialog::Purpose::Save : ProfileDialog::Purpose::Edit, next,
                           accountName(next.account), groups(), m_window));
}

void ProfileFlow::saveMany(const QList<profiles::Profile> &profiles)
{
    profiles::Workspace next = m_session.workspace().workspace();
    for (profiles::Profile profile : profiles) {
        profile.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
        profile.name = profiles::freeProfileName(next, profile.name);
        const auto added = profiles::withProfile(next, profile);
        if (!added) {
            Q_EMIT failed(added.error());
            return;
        }
        next = *added;
    }
    const auto count = static_cast<int>(profiles.size());
    m_session.workspace().saveUndoable(next, this, [this, count](const Outcome &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT savedMany(count);
    });
}

void ProfileFlow::rename(const ProfileId &id)
{
    if (const profiles::Profile *profile = profiles::find(m_session.workspace().workspace(), id))
        open(new ProfileDialog(ProfileDialog::Purpose::Rename, *profile, accountName(profile->account),
                               groups(), m_window));
}

void ProfileFlow::duplicate(const ProfileId &id)
{
    const profiles::Workspace &workspace = m_session.workspace().workspace();
    if (const profiles::Profile *profile = profiles::find(workspace, id))
        open(new ProfileDialog(ProfileDialog::Purpose::Save, profiles::duplicateOf(workspace, *profile),
                               accountName(profile->account), groups(), m_window));
}

void ProfileFlow::open(ProfileDialog *dialog)
{
    connect(dialog, &ProfileDialog::saveRequested, this, [this, dialog] {
        const profiles::Profile profile = dialog->profile();
        const auto next = profiles::withProfile(m_session.workspace().workspace(), profile);
        if (!next)
            return dialog->setError(next.error());
        m_session.workspace().save(*next, dialog, [this, dialog, profile](const Outcome &written) {
            if (!written)
                return dialog->setError(written.error());
            dialog->accept();
            Q_EMIT saved(profile.id);
        });
    });
    dialog->open();
}

void ProfileFlow::remove(const ProfileId &id)
{
    const profiles::Profile *profile = profiles::find(m_session.workspace().workspace(), id);
    if (!profile)
        return;
    const QString name = profile->name;
    m_session.workspace().save(profiles::withoutProfile(m_session.workspace().workspace(), id), this,
                               [this, name](const Outcome &written) {
                                   if (!written)
                                       Q_EMIT failed(written.error());
                                   else
                                       Q_EMIT removed(name);
                               });
}

void ProfileFlow::undo()
{
    m_session.workspace().undo(this, [this](const Outcome &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

QStringList ProfileFlow::groups() const
{
    QStringList names;
    for (const profiles::Profile &profile : m_session.workspace().workspace().profiles) {
        if (!profile.group.isEmpty() && !names.contains(profile.group))
            names.append(profile.group);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString ProfileFlow::accountName(const AccountId &id) const
{
    const profiles::Account *account = profiles::find(m_session.workspace().workspace(), id);
    return account ? account->name : QString();
}

} // namespace uplift::ui
