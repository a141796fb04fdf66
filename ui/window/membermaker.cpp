// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/membermaker.h"

#include "ui/session.h"
#include "ui/window/gather.h"
#include "ui/window/rows.h"

namespace uplift::ui {

namespace {

QString idOf(const AccountId &account, const InstanceId &instance)
{
    return account.value + QLatin1Char('/') + instance.value;
}

} // namespace

MemberMaker::MemberMaker(Session &session, const QTimeZone &zone, const upgrade::BackupBook &backups,
                         std::optional<std::chrono::hours> backupLimit)
    : m_session(session), m_zone(zone), m_told(backups), m_backupLimit(backupLimit),
      m_workspace(session.workspace().workspace())
{
    m_profiles.reserve(m_workspace.profiles.size());
    for (const profiles::Profile &profile : std::as_const(m_workspace.profiles)) {
        const fleet::InstanceKey key = keyOf(profile);
        if (!m_profiles.contains(key))
            m_profiles.insert(key, &profile);
    }
    const QList<upgrade::StepView> steps = session.upgrades().steps(); // newest first
    for (const upgrade::StepView &step : steps) {
        const QString id = idOf(step.plan.account, step.plan.instance);
        if (upgrade::isUpgrade(step.plan.kind) && !m_last.contains(id))
            m_last.insert(id, {step.state, step.since});
        const bool backup =
            step.plan.kind == upgrade::StepKind::Backup && step.state == upgrade::StepState::Verified;
        if (backup && !m_backups.contains(id))
            m_backups.insert(id, step.since);
    }
}

PlanMember MemberMaker::operator()(const fleet::InstanceKey &key, const upgrade::BatchRules &rules) const
{
    const profiles::Profile *profile = m_profiles.value(key, nullptr);
    MemberKnown known;
    known.facts = gatherFacts(m_session, key, profile, m_zone);
    known.group = profile ? profile->group : QString();
    known.accountKnown = profiles::find(m_workspace, key.account) != nullptr;
    const QString id = idOf(key.account, key.instance);
    if (const auto last = m_last.constFind(id); last != m_last.constEnd())
        known.last = *last;
    known.lastBackup = m_backups.value(id);
    known.backups = m_told.backups({key.account, key.region, key.instance});
    known.facts.backupLimit = m_backupLimit;
    known.facts.tokenExpires = m_session.accounts().keyExpires(key.account);
    return memberOf(known, rules, m_session.impacts());
}

} // namespace uplift::ui
