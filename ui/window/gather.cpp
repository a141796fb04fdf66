// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/gather.h"

#include "ui/session.h"
#include "ui/window/rows.h"

namespace uplift::ui {

const profiles::Profile *profileOf(const profiles::Workspace &workspace, const fleet::InstanceKey &key)
{
    for (const profiles::Profile &profile : workspace.profiles) {
        if (keyOf(profile) == key)
            return &profile;
    }
    return nullptr;
}

FormFacts gatherFacts(Session &session, const fleet::InstanceKey &key, const QTimeZone &zone)
{
    return gatherFacts(session, key, profileOf(session.workspace().workspace(), key), zone);
}

FormFacts gatherFacts(Session &session, const fleet::InstanceKey &key, const profiles::Profile *profile,
                      const QTimeZone &zone)
{
    FormFacts facts;
    if (const fleet::KnownInstance *known = session.fleet().find(key))
        facts.known = *known;
    facts.known.key = key;
    const profiles::Workspace &workspace = session.workspace().workspace();
    const profiles::Account *account = profiles::find(workspace, key.account);
    if (account) {
        facts.accountName = account->name;
        facts.keyTail = account->keyTail;
        facts.environment = account->environment;
        facts.accountEnvironment = account->environment;
        facts.momentNaming = account->connection.momentNaming;
    }
    facts.name = facts.known.facts ? facts.known.facts->name : QString();
    if (profile) {
        facts.profile = profile->id;
        facts.profileName = profile->name;
        facts.environment = profile->environment;
        facts.readOnly = profile->readOnly;
        facts.moment = profile->moment;
        if (facts.name.isEmpty())
            facts.name = profile->name;
    }
    if (facts.name.isEmpty())
        facts.name = key.instance.value;
    facts.regionName = regionName(key.region);
    // A backup keeps the same lane; the checks speak of it in its own words.
    const auto open = session.upgrades().openStepFor(key.instance);
    facts.stepOpen = open && upgrade::isUpgrade(open->plan.kind);
    if (facts.stepOpen)
        facts.openStep = open;
    facts.handedOverIn = session.batches().handedOverIn(key.instance).value_or(QString());
    facts.journalWritable = session.journal().access() == upgrade::JournalState::Access::Writable;
    facts.now = session.clock().now();
    facts.zone = zone;
    return facts;
}

} // namespace uplift::ui
