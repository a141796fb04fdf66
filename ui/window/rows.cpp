// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rows.h"

#include "ui/batch/batchstatus.h"
#include "ui/form/formfacts.h"
#include "ui/instances/offer.h"
#include "ui/look/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::ui {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Rows", text); }

/// The newest attempt at an upgrade of each instance; steps come newest first.
QHash<QString, upgrade::StepView> latestSteps(const QList<upgrade::StepView> &steps)
{
    QHash<QString, upgrade::StepView> latest;
    for (const upgrade::StepView &step : steps) {
        const QString key = step.plan.account.value + QLatin1Char('/') + step.plan.instance.value;
        if (upgrade::isUpgrade(step.plan.kind) && !latest.contains(key))
            latest.insert(key, step);
    }
    return latest;
}

QString percentText(const upgrade::StepView &step)
{
    return step.task && step.task->progress ? tr("%1 %").arg(qRound(*step.task->progress)) : QString();
}

QString progressText(const upgrade::StepView &step)
{
    const QString percent = percentText(step);
    if (percent.isEmpty() || !step.task->remaining || step.task->remaining->count() <= 0)
        return percent;
    return tr("%1, %2 left").arg(percent, durationText(step.task->remaining->count()));
}

AccountState accountState(const fleet::AccountView &view)
{
    switch (view.state) {
    case fleet::AccountView::State::Asking:
        return AccountState::Asking;
    case fleet::AccountView::State::Listed:
        return AccountState::Answering;
    case fleet::AccountView::State::Failed:
        return AccountState::Failed;
    case fleet::AccountView::State::Waiting:
        break;
    }
    return AccountState::Unknown;
}

ProfileBadge profileBadge(const fleet::KnownInstance *known)
{
    if (!known)
        return ProfileBadge::None;
    if (known->gone)
        return ProfileBadge::Gone;
    const auto level = known->version ? levelOffered(*known->version) : std::nullopt;
    if (!level)
        return ProfileBadge::None;
    return level == UpdateLevel::Critical ? ProfileBadge::Critical : ProfileBadge::UpdateAvailable;
}

} // namespace

fleet::InstanceKey keyOf(const profiles::Profile &profile)
{
    return {profile.account, profile.region, profile.instance};
}

QString phaseText(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone)
{
    using upgrade::StepState;
    if (step.state == StepState::Undecided)
        return tr("Needs a decision");
    if (step.state == StepState::Waiting && step.plan.window)
        return tr("Waiting for %1").arg(momentInSentence(step.plan.window->start, now, zone));
    if (step.state == StepState::Running) {
        if (!upgrade::isUpgrade(step.plan.kind))
            return upgrade::kindText(step.plan.kind);
        const QString percent = progressText(step);
        return percent.isEmpty() ? tr("Upgrading") : percent;
    }
    return upgrade::stateText(step.state);
}

RowMaker::RowMaker(const profiles::Workspace &workspace, const QList<upgrade::StepView> &steps,
                   const QHash<QString, QDateTime> &verified)
    : m_steps(latestSteps(steps)), m_verified(verified)
{
    for (const profiles::Account &account : workspace.accounts)
        m_accounts.insert(account.id, {account.name, account.environment});
    for (const profiles::Profile &profile : workspace.profiles) {
        const fleet::InstanceKey key = keyOf(profile);
        if (!m_profiles.contains(key))
            m_profiles.insert(key, {profile.id, profile.name, profile.environment, profile.readOnly});
    }
    for (const upgrade::StepView &step : steps) {
        if (step.state != upgrade::StepState::Verified || !upgrade::isUpgrade(step.plan.kind))
            continue;
        QDateTime &last = m_verified[step.plan.instance.value];
        last = std::max(last, step.since);
    }
}

InstanceRow RowMaker::row(const fleet::KnownInstance &known) const
{
    InstanceRow row;
    row.id = known.key.instance;
    row.region = known.key.region;
    row.regionName = shortRegionName(known.key.region);
    row.account = known.key.account;
    if (const auto account = m_accounts.constFind(known.key.account); account != m_accounts.constEnd()) {
        row.accountName = account->name;
        row.environment = account->environment;
    }
    if (const auto profile = m_profiles.constFind(known.key); profile != m_profiles.constEnd()) {
        row.profile = profile->id;
        row.profileName = profile->name;
        row.environment = profile->environment;
        row.readOnly = profile->readOnly;
    }
    row.facts = known.facts;
    row.version = known.version;
    row.asked = known.seen();
    row.gone = known.gone;
    row.listed = known.listed.isValid() && !known.gone;
    row.fromCache = known.fromCache;
    row.error = known.error;
    row.lastUpgrade = m_verified.value(known.key.instance.value);
    if (const auto step = m_steps.constFind(row.key()); step != m_steps.constEnd()) {
        row.step = step->state;
        row.stepText = percentText(*step);
    }
    return row;
}

SidebarContent sidebarContentOf(const profiles::Workspace &workspace, const fleet::Fleet &fleet)
{
    SidebarContent content;
    QHash<AccountId, fleet::AccountView> views;
    const QList<fleet::AccountView> accounts = fleet.accounts();
    for (const fleet::AccountView &view : accounts)
        views.insert(view.account, view);
    for (const profiles::Account &account : workspace.accounts) {
        const fleet::AccountView view = views.value(account.id);
        content.accounts.append({account.id, account.name, account.environment, accountState(view),
                                 view.error ? view.error->message : QString()});
    }
    for (const profiles::Profile &profile : workspace.profiles)
        content.profiles.append({profile.id, profile.name, profile.group, profile.environment,
                                 profileBadge(fleet.find(keyOf(profile)))});
    return content;
}

QList<StripItem> stripItemsOf(const QList<upgrade::BatchView> &batches, const QList<upgrade::StepView> &steps,
                              const QDateTime &now, const QTimeZone &zone)
{
    QList<StripItem> items = batchStripItems(batches);
    for (const upgrade::StepView &step : steps) {
        if (upgrade::isEnd(step.state))
            continue;
        if (step.state != upgrade::StepState::Undecided && isOfBatch(batches, step.plan.id))
            continue;
        StripItem item;
        item.step = step.plan.id;
        item.mark = stateMark(step.state);
        item.name = step.plan.instanceName;
        item.phase = phaseText(step, now, zone);
        if (step.state == upgrade::StepState::Running && step.task)
            item.percent = step.task->progress;
        item.environment = step.plan.environment;
        items.append(item);
    }
    std::stable_partition(items.begin(), items.end(),
                          [](const StripItem &item) { return item.mark.role == Role::Amber; });
    return items;
}

} // namespace uplift::ui
