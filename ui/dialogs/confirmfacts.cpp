// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmfacts.h"

#include "core/localized.h"
#include "report/requestexamples.h"
#include "ui/form/upgradeparts.h"
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace uplift::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::ConfirmFacts)
};

/// "Fri 20 Nov 2026"
QString dayAndYear(const QDateTime &when, const QTimeZone &zone)
{
    //: %1 is a day such as "Fri 20 Nov", %2 a year
    //: a day and its year, "Fri 20 Nov" and 2026
    return Text::tr("%1 %2", "day and year")
        .arg(dayText(when, zone), QString::number(when.toTimeZone(zone).date().year()));
}

TwoLines windowLines(const ConfirmFacts &facts, const WindowSpan &window)
{
    const QTimeZone &zone = facts.zone;
    TwoLines lines;
    if (window.contains(facts.now))
        //: %1 "06:00", %2 "UTC+8": the maintenance window is open at this moment
        lines.head = Text::tr("In the window that is open now, until %1, your time (%2)")
                         .arg(clockText(window.end, zone), zoneText(window.end, zone));
    else
        //: %1 "Tonight 02:00", %2 "06:00", %3 "UTC+8", %4 "in 11 h 28 min"
        lines.head = Text::tr("%1 – %2, your time (%3), %4")
                         .arg(momentText(window.start, facts.now, zone), clockText(window.end, zone),
                              zoneText(window.start, zone), countdownText(window.start, facts.now));
    //: %1 "Fri 20 Nov 2026", %2 and %3 times in UTC, %4 "Thu 19 Nov", %5 "Sent as MaintainTime"
    lines.detail = Text::tr("%1.  %2 – %3 UTC, %4.  %5")
                       .arg(dayAndYear(window.start, zone), clockText(window.start, QTimeZone::utc()),
                            clockText(window.end, QTimeZone::utc()), dayText(window.start, QTimeZone::utc()),
                            wireSentence(facts));
    if (window.contains(facts.now))
        //: %1 the line before, whole sentences
        lines.detail = Text::tr("%1.  No document says whether it begins in this window or in the next one.")
                           .arg(lines.detail);
    return lines;
}

/// What is done one after the other.
QString afterBackupText(upgrade::BatchParts parts)
{
    switch (parts) {
    case upgrade::BatchParts::Kernel:
        return Text::tr("Backup, then kernel");
    case upgrade::BatchParts::Proxy:
        return Text::tr("Backup, then proxy");
    case upgrade::BatchParts::KernelThenProxy:
        return Text::tr("Backup, then kernel, then proxy");
    case upgrade::BatchParts::ProxyThenKernel:
        break;
    }
    return Text::tr("Backup, then proxy, then kernel");
}

} // namespace

TwoLines whenLines(const ConfirmFacts &facts)
{
    if (facts.moment == Moment::MaintenanceWindow && facts.window)
        return windowLines(facts, *facts.window);
    if (facts.moment == Moment::MaintenanceWindow)
        return {Text::tr("In the instance's next maintenance window"),
                //: %1 "Sent as MaintainTime"
                Text::tr("The service did not say when that is.  %1").arg(wireSentence(facts))};
    const QTimeZone utc = QTimeZone::utc();
    const QString now = Text::tr("Now, as soon as the service takes it");
    if (facts.now.toTimeZone(facts.zone).date() != facts.now.toUTC().date())
        //: %1 "05:54", %2 "UTC+8", %3 "Sun 29 Nov 2026", %4 "21:54", %5 "Sat 28 Nov", %6 "Sent as
        //: Immediately"
        return {now,
                Text::tr("%1, your time (%2), %3.  %4 UTC, %5.  %6")
                    .arg(clockText(facts.now, facts.zone), zoneText(facts.now, facts.zone),
                         dayAndYear(facts.now, facts.zone), clockText(facts.now, utc),
                         dayText(facts.now, utc), wireSentence(facts))};
    //: %1 "14:32", %2 "UTC+8", %3 "Thu 19 Nov 2026", %4 "06:32", %5 "Sent as Immediately"
    return {now,
            Text::tr("%1, your time (%2), %3.  %4 UTC.  %5")
                .arg(clockText(facts.now, facts.zone), zoneText(facts.now, facts.zone),
                     dayAndYear(facts.now, facts.zone), clockText(facts.now, utc), wireSentence(facts))};
}

QString wireSentence(const ConfirmFacts &facts)
{
    // The call for proxies has one name for the moment alone (api.md 6.2).
    if (facts.momentNaming == MomentNaming::EffectTime && facts.parts == upgrade::BatchParts::Kernel)
        return Text::tr("Sent as EffectTime=%1").arg(report::effectTime(facts.moment));
    return Text::tr("Sent as %1").arg(report::effectiveTime(facts.moment));
}

QString noWayBackSentence(const ConfirmFacts &facts)
{
    const auto orElse = [](const QString &version, const QString &otherwise) {
        return version.isEmpty() ? otherwise : version;
    };
    const QString kernel = orElse(facts.fromVersion, Text::tr("the present version"));
    const QString proxy = orElse(facts.proxyFrom, Text::tr("the present version"));
    if (facts.parts == upgrade::BatchParts::Proxy)
        return Text::tr(
                   "There is no way back to %1. No document says whether an upgrade of the proxies can be "
                   "cancelled or moved once it was accepted.")
            .arg(proxy);
    if (isBoth(facts.parts))
        return Text::tr("There is no way back to %1, nor to the proxy's %2. Before a switch begins it can "
                        "usually be cancelled or moved; after that it runs to its end.")
            .arg(kernel, proxy);
    return Text::tr(
               "There is no way back to %1. Before the switch begins it can usually be cancelled or moved; "
               "after that it runs to its end.")
        .arg(kernel);
}

QString titleText(const ConfirmFacts &facts)
{
    const QString &name = facts.instanceName;
    if (facts.parts == upgrade::BatchParts::Proxy)
        return facts.backUpFirst ? Text::tr("Back up %1 and upgrade its proxy?").arg(name)
                                 : Text::tr("Upgrade the proxy of %1?").arg(name);
    if (isBoth(facts.parts))
        return facts.backUpFirst ? Text::tr("Back up %1 and upgrade kernel and proxy?").arg(name)
                                 : Text::tr("Upgrade kernel and proxy of %1?").arg(name);
    //: %1 is the instance's name
    return facts.backUpFirst ? Text::tr("Back up and upgrade %1?").arg(name)
                             : Text::tr("Upgrade %1?").arg(name);
}

std::optional<TwoLines> orderLines(const ConfirmFacts &facts)
{
    if (!facts.backUpFirst && !isBoth(facts.parts))
        return std::nullopt;
    TwoLines lines;
    lines.head = facts.backUpFirst ? afterBackupText(facts.parts) : upgradePartsText(facts.parts);
    lines.detail =
        Text::tr("Each begins when the one before has succeeded, while Uplift runs. If one does not "
                 "succeed, the rest is held.");
    if (facts.moment == Moment::MaintenanceWindow)
        //: Follows another sentence
        addSentence(lines.detail,
                    Text::tr("What is not sent before this window ends waits for the next one."));
    return lines;
}

QString actText(const ConfirmFacts &facts)
{
    const bool now = facts.moment == Moment::Now;
    if (facts.backUpFirst)
        return Text::tr("Back up, then upgrade");
    if (facts.parts == upgrade::BatchParts::Proxy)
        return now ? Text::tr("Upgrade the proxy now") : Text::tr("Upgrade the proxy in the window");
    if (isBoth(facts.parts))
        return now ? Text::tr("Upgrade both now") : Text::tr("Upgrade both in the window");
    return now ? Text::tr("Upgrade now") : Text::tr("Upgrade in the window");
}

bool asksForName(const ConfirmFacts &facts) { return facts.environment == Environment::Production; }

bool isName(const ConfirmFacts &facts, const QString &typed)
{
    return !typed.trimmed().isEmpty() && typed.trimmed() == facts.instanceName.trimmed();
}

} // namespace uplift::ui
