// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"
#include "ui/batch/planmember.h"
#include "upgrade/backupbook.h"
#include "upgrade/upgrades.h"

#include <QHash>
#include <QTimeZone>

namespace uplift::ui {

class Session;

/// Makes members of a planned batch of what the session knows: profiles, attempts and backups are looked up
/// once, so that a thousand members are cheap.
class MemberMaker {
public:
    /// `backupLimit`: the user's; nothing: any age will do. `backups` outlives this.
    MemberMaker(Session &session, const QTimeZone &zone, const upgrade::BackupBook &backups,
                std::optional<std::chrono::hours> backupLimit);
    [[nodiscard]] PlanMember operator()(const fleet::InstanceKey &key,
                                        const upgrade::BatchRules &rules) const;

private:
    Session &m_session;
    QTimeZone m_zone;
    const upgrade::BackupBook &m_told;
    std::optional<std::chrono::hours> m_backupLimit;
    profiles::Workspace m_workspace; ///< a shared copy: m_profiles points into it
    QHash<fleet::InstanceKey, const profiles::Profile *> m_profiles; ///< the first of several
    QHash<QString, upgrade::LastAttempt> m_last; ///< by account and instance
    QHash<QString, QDateTime> m_backups; ///< the last verified one
};

} // namespace uplift::ui
