// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmfacts.h"

#include "report/requestexamples.h"
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
    return lines;
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
    //: %1 "14:32", %2 "UTC+8", %3 "Thu 19 Nov 2026", %4 "06:32", %5 "Sent as Immediately"
    return {Text::tr("Now, as soon as the service takes it"),
            Text::tr("%1, your time (%2), %3.  %4 UTC.  %5")
                .arg(clockText(facts.now, facts.zone), zoneText(facts.now, facts.zone),
                     dayAndYear(facts.now, facts.zone), clockText(facts.now, QTimeZone::utc()),
                     wireSentence(facts))};
}

QString wireSentence(const ConfirmFacts &facts)
{
    if (facts.momentNaming == MomentNaming::EffectTime)
        return Text::tr("Sent as EffectTime=%1").arg(report::effectTime(facts.moment));
    return Text::tr("Sent as %1").arg(report::effectiveTime(facts.moment));
}

QString noWayBackSentence(const ConfirmFacts &facts)
{
    return Text::tr(
               "There is no way back to %1. Before the switch begins it can usually be cancelled or moved; "
               "after that it runs to its end.")
        .arg(facts.fromVersion.isEmpty() ? Text::tr("the present version") : facts.fromVersion);
}

QString actText(const ConfirmFacts &facts)
{
    return facts.moment == Moment::Now ? Text::tr("Upgrade now") : Text::tr("Upgrade in the window");
}

bool asksForName(const ConfirmFacts &facts) { return facts.environment == Environment::Production; }

bool isName(const ConfirmFacts &facts, const QString &typed)
{
    return !typed.trimmed().isEmpty() && typed.trimmed() == facts.instanceName.trimmed();
}

} // namespace uplift::ui
