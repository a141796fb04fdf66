// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleet.h"
#include "profiles/workspace.h"
#include "ui/instances/instancerow.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "upgrade/batchrunner.h"
#include "upgrade/upgrades.h"

#include <QHash>
#include <QList>

namespace uplift::ui {

/// Where a profile's instance is to be found.
[[nodiscard]] fleet::InstanceKey keyOf(const profiles::Profile &profile);

/// Makes table rows of what the fleet knows, with the names of the workspace and the latest attempt of each
/// instance. Pure; looks names up once, so that ten thousand rows are cheap.
class RowMaker {
public:
    RowMaker() = default;
    /// `verified`: when an upgrade of each instance was last verified, UTC, by instance id.
    RowMaker(const profiles::Workspace &workspace, const QList<upgrade::StepView> &steps,
             const QHash<QString, QDateTime> &verified);
    [[nodiscard]] InstanceRow row(const fleet::KnownInstance &known) const;
    /// Is it one for the table? An id that was typed and is not known anywhere is none.
    [[nodiscard]] static bool isShown(const fleet::KnownInstance &known)
    {
        return known.pinned || known.facts.has_value();
    }

private:
    struct AccountFacts {
        QString name;
        Environment environment = Environment::Production;
    };
    struct ProfileFacts {
        ProfileId id;
        QString name;
        Environment environment = Environment::Production;
        bool readOnly = false;
    };
    QHash<AccountId, AccountFacts> m_accounts;
    QHash<fleet::InstanceKey, ProfileFacts> m_profiles; ///< the first of several for one instance
    QHash<QString, upgrade::StepView> m_steps; ///< by account and instance
    QHash<QString, QDateTime> m_verified;
};

/// Accounts with whether their service answers, profiles with what the fleet says of their instances.
[[nodiscard]] SidebarContent sidebarContentOf(const profiles::Workspace &workspace,
                                              const fleet::Fleet &fleet);
/// Open batches and open upgrades for the strip, those that need a decision first. An upgrade that belongs to
/// an open batch stands there by itself only when it needs one.
[[nodiscard]] QList<StripItem> stripItemsOf(const QList<upgrade::BatchView> &batches,
                                            const QList<upgrade::StepView> &steps, const QDateTime &now,
                                            const QTimeZone &zone);
/// "62 %, 14 min left", "for 02:00", "needs a decision": the phase of an attempt in a few words.
[[nodiscard]] QString phaseText(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone);

} // namespace uplift::ui
