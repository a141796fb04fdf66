// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchconfirmfacts.h"

#include "core/localized.h"
#include "core/redact.h"
#include "ui/batch/batchtexts.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace uplift::ui {

namespace {

using upgrade::DryRunRow;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Batch", text); }

QString bothZones(const QDateTime &when, const QDateTime &now, const QTimeZone &zone)
{
    const QTimeZone utc = QTimeZone::utc();
    const QString local = momentInSentence(when, now, zone);
    if (when.toTimeZone(zone).date() == when.toUTC().date())
        //: %1 "today 22:00", %2 "UTC+8", %3 "14:00"
        return tr("%1 (%2), %3 UTC").arg(local, zoneText(when, zone), clockText(when, utc));
    //: %1 "tonight 02:00", %2 "UTC+8", %3 "18:00", %4 "Thu 19 Nov"
    return tr("%1 (%2), %3 UTC, %4")
        .arg(local, zoneText(when, zone), clockText(when, utc), dayText(when, utc));
}

QString waveStart(const BatchConfirmFacts &facts, const DryRunRow &row)
{
    if (!row.start.isValid())
        return {};
    if (facts.now.secsTo(row.start) <= 0)
        return tr("at once");
    if (mayComeEarlier(row))
        return earliestText(row, bothZones(row.earliest, facts.now, facts.zone));
    const QString when = bothZones(row.start, facts.now, facts.zone);
    if (row.orAtOnce)
        return tr("at once or %1").arg(when);
    //: %1: a moment that rests on how long the wave before is taken to run
    return row.estimated ? tr("about %1").arg(when) : when;
}

} // namespace

QList<ConfirmWave> confirmWaves(const BatchConfirmFacts &facts)
{
    QList<ConfirmWave> waves;
    for (const DryRunRow &row : facts.dryRun) {
        if (row.kind != DryRunRow::Kind::WaveHead)
            continue;
        const upgrade::Wave &wave = facts.plan.waves.at(row.wave);
        //: %1 a number, %2 the name of the wave, %3 "3 instances, 2 at once"
        waves.append({tr("%1  %2: %3").arg(row.wave + 1).arg(wave.name, row.text), waveStart(facts, row)});
    }
    return waves;
}

QStringList productionLines(const upgrade::BatchPlan &plan)
{
    QStringList lines;
    for (const upgrade::BatchItem &item : plan.items) {
        if (item.wave < 0 || item.plan.environment != Environment::Production)
            continue;
        const QString name = plainLine(item.plan.instanceName);
        const QString to = toVersionText(item.plan);
        const QString from = fromVersionText(item.plan);
        lines.append(from.isEmpty() ? name : tr("%1   %2 → %3").arg(name, from, to));
    }
    return lines;
}

QString leftOutLine(const upgrade::BatchPlan &plan)
{
    constexpr int mostNames = 4;
    QStringList names;
    int count = 0;
    for (const upgrade::BatchItem &item : plan.items) {
        if (item.wave >= 0)
            continue;
        if (++count <= mostNames)
            names.append(plainLine(item.plan.instanceName));
    }
    if (count == 0)
        return {};
    QString shown = names.join(tr(", "));
    if (count > mostNames)
        //: %1 names, %2 a number of further ones
        shown = tr("%1 and %2 more").arg(shown, QLocale().toString(count - mostNames));
    //: %1 "2 instances", %2 their names
    return tr("%1: %2").arg(instancesText(count), shown);
}

TwoLines whatLines(const BatchConfirmFacts &facts)
{
    bool kernel = false;
    bool proxy = false;
    bool backup = false;
    for (const upgrade::BatchItem &item : facts.plan.items) {
        if (item.wave < 0)
            continue;
        kernel = kernel || item.parts.contains(upgrade::StepKind::Kernel);
        proxy = proxy || item.parts.contains(upgrade::StepKind::Proxy);
        backup = backup || item.parts.contains(upgrade::StepKind::Backup);
    }
    QString what = kernel && proxy ? tr("Kernel and proxy") : proxy ? tr("Proxy") : tr("Kernel");
    if (backup)
        //: %1: "Kernel"
        what = tr("%1, after a backup where one is due").arg(what);
    return {what, momentSentence(facts.plan.moment)};
}

TwoLines impactLines(const BatchImpact &impact)
{
    TwoLines lines;
    if (impact.kernels && impact.disconnection && impact.readOnly)
        lines.head = tr("Each: connections drop ≤ %1 s, read-only ≤ %2 s")
                         .arg(impact.disconnection->count())
                         .arg(impact.readOnly->count());
    else
        lines.head = impactLine(impact);
    QStringList details;
    details.append(tr("Documented worst of %1.").arg(instancesText(impact.members)));
    if (impact.unbounded > 0)
        details.append(tr("For %1 no document states a bound.").arg(QLocale().toString(impact.unbounded)));
    if (impact.singleNodes > 0)
        details.append(tr("Single nodes: %1.").arg(QLocale().toString(impact.singleNodes)));
    if (impact.proxies > 0)
        details.append(impact.proxyText);
    lines.detail = inOneLine(details);
    return lines;
}

QStringList placeLines(const BatchConfirmFacts &facts)
{
    QList<AccountId> order;
    QHash<AccountId, QStringList> regions;
    for (const upgrade::BatchItem &item : facts.plan.items) {
        if (item.wave < 0)
            continue;
        QStringList &known = regions[item.plan.account];
        if (known.isEmpty())
            order.append(item.plan.account);
        if (!known.contains(item.plan.region.value))
            known.append(item.plan.region.value);
    }
    QStringList lines;
    for (const AccountId &account : std::as_const(order)) {
        const QString name = plainLine(facts.accounts.value(account, account.value));
        //: %1 an account, %2 its regions
        lines.append(tr("%1: %2").arg(name, regions.value(account).join(tr(", "))));
    }
    return lines;
}

QString batchNoWayBackSentence(const BatchConfirmFacts &facts)
{
    if (!facts.handovers.isEmpty())
        return tr(
            "There is no way back to the versions they run now. The cloud begins each by itself; cancelling "
            "stops only what has not begun.");
    return tr("There is no way back to the versions they run now. You can pause or stop at any time: nothing "
              "new is "
              "begun then. A switch that has begun runs to its end.");
}

int numberToType(const upgrade::BatchPlan &plan)
{
    return upgrade::memberCount(plan, Environment::Production);
}

bool isNumberTyped(const upgrade::BatchPlan &plan, const QString &typed)
{
    return typed.trimmed() == QString::number(numberToType(plan));
}

QString confirmActText(const BatchConfirmFacts &facts)
{
    return facts.handovers.isEmpty() ? startActText(facts.plan) : tr("Hand over to the cloud");
}

} // namespace uplift::ui
