// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fleetwords.h"

#include "core/redact.h"
#include "ui/form/formfacts.h"
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace uplift::ui {

namespace {

using AccountState = fleet::AccountView::State;
using RegionState = fleet::RegionView::State;

/// More names than these make the sentence longer, not clearer.
constexpr qsizetype namesShown = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::FleetWords)
};

QString number(int value) { return QLocale().toString(value); }

bool failed(const fleet::RegionView &region)
{
    return region.state == RegionState::Failed || region.state == RegionState::Partial || region.versionError;
}

bool isUnreachable(const Shared<Error> &error)
{
    return error
        && (error->kind == Error::Kind::Offline || error->kind == Error::Kind::Proxy
            || error->kind == Error::Kind::TimedOut);
}

/// Did nobody answer, and everything that failed for want of a way to it? What the regions of an account said
/// before it could not be reached at all says nothing of now.
bool isOffline(const QList<fleet::AccountView> &accounts, const QList<fleet::RegionView> &regions)
{
    QSet<AccountId> failedAccounts;
    bool anyUnreachable = false;
    for (const fleet::AccountView &account : accounts) {
        if (account.state != AccountState::Failed)
            continue;
        if (!isUnreachable(account.error))
            return false;
        failedAccounts.insert(account.account);
        anyUnreachable = true;
    }
    for (const fleet::RegionView &region : regions) {
        if (failedAccounts.contains(region.account))
            continue;
        const bool answered = region.state == RegionState::Complete || region.state == RegionState::Partial;
        if (answered || (region.state == RegionState::Failed && !isUnreachable(region.error)))
            return false;
        anyUnreachable = anyUnreachable || region.state == RegionState::Failed;
    }
    return anyUnreachable;
}

QString accountName(const profiles::Workspace &workspace, const AccountId &id)
{
    const profiles::Account *account = profiles::find(workspace, id);
    return account ? account->name : id.value;
}

/// "18:39" within the last hour: "now" would say that nothing is wrong. Else "2 h ago".
QString asOf(const QDateTime &when, const QDateTime &now, const QTimeZone &zone)
{
    return when.secsTo(now) < 3600 ? clockText(when, zone) : ageText(when, now);
}

QString shownAs(int instances, const QDateTime &when, const QDateTime &now, const QTimeZone &zone)
{
    if (instances == 0)
        return Words::tr("None of its instances is known.");
    if (!when.isValid())
        return Words::tr("%n instance(s) of it are shown as they were known.", nullptr, instances);
    return Words::tr("Its %n instance(s) are shown as of %1.", nullptr, instances).arg(asOf(when, now, zone));
}

FleetTrouble troubleOf(const fleet::RegionView &region, const profiles::Workspace &workspace,
                       const QDateTime &now, const QTimeZone &zone)
{
    FleetTrouble trouble;
    trouble.account = region.account;
    trouble.region = region.region.id;
    trouble.title =
        Words::tr("%1: %2").arg(accountName(workspace, region.account), regionName(region.region.id));
    trouble.error = region.error ? region.error : region.versionError;
    if (region.state == RegionState::Failed)
        trouble.state = Words::tr("The list of instances did not come. %1")
                            .arg(shownAs(region.instances, region.when, now, zone));
    else if (region.state == RegionState::Partial && region.total >= 0)
        trouble.state = Words::tr("Only %1 of %2 instances came; none is called released.")
                            .arg(number(region.instances), number(region.total));
    else if (region.state == RegionState::Partial)
        trouble.state = Words::tr("Not every instance came; none is called released.");
    else
        trouble.state = Words::tr("All instances are listed, but not all of their versions came.");
    return trouble;
}

QString namesOf(const QList<FleetTrouble> &troubles)
{
    QStringList names;
    for (const FleetTrouble &trouble : troubles) {
        const QString name = shortRegionName(trouble.region);
        if (!names.contains(name))
            names.append(name);
    }
    const auto more = static_cast<int>(names.size() - namesShown);
    if (more <= 0)
        return names.join(Words::tr(", "));
    return Words::tr("%1 and %n more", nullptr, more).arg(names.mid(0, namesShown).join(Words::tr(", ")));
}

/// The sentence of one account that failed as a whole.
QString accountSentence(const FleetTrouble &trouble)
{
    const QString said = trouble.error ? trouble.error->message : QString();
    return Words::tr("%1 could not be read. %2").arg(trouble.title, said).trimmed();
}

/// Did the service answer and say no, in words of its own?
bool isRefusal(const Shared<Error> &error)
{
    return error && !error->code.isEmpty()
        && (error->kind == Error::Kind::Denied || error->kind == Error::Kind::Rejected);
}

QString regionSentence(const QList<FleetTrouble> &troubles, const QList<fleet::RegionView> &regions,
                       const QDateTime &now, const QTimeZone &zone)
{
    int instances = 0;
    QDateTime oldest;
    for (const fleet::RegionView &region : regions) {
        if (!failed(region))
            continue;
        instances += region.instances;
        if (region.when.isValid() && (!oldest.isValid() || region.when < oldest))
            oldest = region.when;
    }
    const bool one = troubles.size() == 1;
    QString text = Words::tr("%1 of %2 regions did not answer fully: %3.")
                       .arg(number(static_cast<int>(troubles.size())),
                            number(static_cast<int>(regions.size())), namesOf(troubles));
    const bool none = std::any_of(regions.begin(), regions.end(), [](const fleet::RegionView &region) {
        return region.state == RegionState::Failed;
    });
    if (one && none && isRefusal(troubles.first().error))
        //: %1 a region, %2 the service's code
        text = Words::tr("%1 refused the list (%2).")
                   .arg(namesOf(troubles), plainLine(troubles.first().error->code));
    if (instances == 0 || !oldest.isValid())
        return text;
    const QString shown = asOf(oldest, now, zone);
    return one
        ? Words::tr("%1 Its %n instance(s) are shown as of %2.", nullptr, instances).arg(text, shown)
        : Words::tr("%1 Their %n instance(s) are shown as of %2.", nullptr, instances).arg(text, shown);
}

QString offlineSentence(const QList<fleet::RegionView> &regions, const QList<fleet::AccountView> &accounts,
                        const QDateTime &now, const QTimeZone &zone)
{
    QDateTime newest;
    for (const fleet::RegionView &region : regions)
        newest = std::max(newest, region.when);
    for (const fleet::AccountView &account : accounts)
        newest = std::max(newest, account.when);
    if (!newest.isValid())
        return Words::tr(
            "Offline: no account can be reached. What is known from before is shown with its age.");
    return Words::tr("Offline: no account can be reached. The list is as of %1.")
        .arg(momentInSentence(newest, now, zone));
}

void setStrip(FleetHealth &health, int answering, int accounts)
{
    if (health.offline) {
        health.health = Words::tr("Offline");
        health.healthMark = {Icon::Warning, Role::Amber, {}, Role::Text2, false};
    } else if (!health.troubles.isEmpty()) {
        health.health = Words::tr("%n account(s) or region(s) did not answer fully", nullptr,
                                  static_cast<int>(health.troubles.size()));
        health.healthMark = {Icon::Warning, Role::Amber, {}, Role::Text2, false};
    } else if (answering > 0 && answering == accounts) {
        health.health = Words::tr("%n account(s) answer", nullptr, accounts);
        health.healthMark = {Icon::Tick, Role::Green, {}, Role::Text2, false};
    }
}

} // namespace

QString progressText(const fleet::FleetProgress &progress)
{
    if (!progress.running)
        return {};
    if (progress.regionsTotal == 0)
        return Words::tr("Asking for the regions");
    if (progress.regionsDone < progress.regionsTotal)
        return Words::tr("Regions %1 of %2").arg(number(progress.regionsDone), number(progress.regionsTotal));
    return Words::tr("Versions %1 of %2").arg(number(progress.versionsDone), number(progress.versionsTotal));
}

FleetHealth fleetHealth(const QList<fleet::AccountView> &accounts, const QList<fleet::RegionView> &regions,
                        const profiles::Workspace &workspace, const QDateTime &now, const QTimeZone &zone)
{
    FleetHealth health;
    int answering = 0;
    for (const fleet::AccountView &account : accounts) {
        answering += account.state == AccountState::Listed ? 1 : 0;
        if (account.state != AccountState::Failed)
            continue;
        health.troubles.append({account.account,
                                {},
                                accountName(workspace, account.account),
                                Words::tr("None of its regions could be asked."),
                                account.error});
    }
    const QList<FleetTrouble> whole = health.troubles;
    QList<FleetTrouble> ofRegions;
    for (const fleet::RegionView &region : regions) {
        if (failed(region))
            ofRegions.append(troubleOf(region, workspace, now, zone));
    }
    health.troubles += ofRegions;
    health.offline = isOffline(accounts, regions);
    if (health.offline)
        health.notice = offlineSentence(regions, accounts, now, zone);
    else if (whole.size() == 1 && ofRegions.isEmpty())
        health.notice = accountSentence(whole.first());
    else if (!whole.isEmpty())
        health.notice = Words::tr("%n account(s) or region(s) did not answer fully.", nullptr,
                                  static_cast<int>(health.troubles.size()));
    else if (!ofRegions.isEmpty())
        health.notice = regionSentence(ofRegions, regions, now, zone);
    setStrip(health, answering, static_cast<int>(accounts.size()));
    return health;
}

} // namespace uplift::ui
