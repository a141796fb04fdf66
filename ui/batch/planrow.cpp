// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a plan that is not begun yet, and what all rows share.
#include "ui/batch/planrow.h"

#include "core/redact.h"
#include "ui/batch/batchtexts.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::DryRunRow;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Batch", text); }

CheckResult shown(upgrade::Check::Result result)
{
    switch (result) {
    case upgrade::Check::Result::Blocked:
        return CheckResult::Blocked;
    case upgrade::Check::Result::ToRead:
        return CheckResult::ToRead;
    case upgrade::Check::Result::Unknown:
        return CheckResult::Unknown;
    case upgrade::Check::Result::Passed:
        break;
    }
    return CheckResult::Passed;
}

/// "18:00", "about 20:35", "tomorrow 09:00": the day only where it differs from the wave's.
QString startText(const DryRunRow &row, const QDateTime &waveStart, const QDateTime &now,
                  const QTimeZone &zone)
{
    if (!row.start.isValid())
        return tr("after the ones before");
    const QDateTime &start = mayComeEarlier(row) ? row.earliest : row.start;
    const bool sameDay =
        waveStart.isValid() && start.toTimeZone(zone).date() == waveStart.toTimeZone(zone).date();
    QString text = sameDay ? clockText(start, zone) : momentInSentence(start, now, zone);
    if (mayComeEarlier(row))
        return earliestText(row, text);
    if (now.secsTo(row.start) <= 0 && !row.estimated)
        text = tr("at once");
    else if (row.orAtOnce)
        //: %1: "22:08", "tomorrow 22:08"
        text = tr("at once or %1").arg(text);
    //: %1: a time such as 20:35 that rests on how long the upgrades before it are taken to run
    return row.estimated ? tr("about %1").arg(text) : text;
}

QString headWhen(const DryRunRow &row, const QDateTime &now, const QTimeZone &zone)
{
    if (!row.start.isValid())
        return {};
    if (now.secsTo(row.start) <= 0)
        return tr("Begins at once");
    if (mayComeEarlier(row))
        return earliestText(row, momentInSentence(row.earliest, now, zone));
    if (row.estimated)
        return tr("about %1").arg(momentInSentence(row.start, now, zone));
    if (row.orAtOnce)
        return tr("At once or %1").arg(momentInSentence(row.start, now, zone));
    return momentText(row.start, now, zone);
}

QString orAtOnceTip(const DryRunRow &row, const QString &tip, const QDateTime &now, const QTimeZone &zone)
{
    const QString sentence = tr("Its window is open now: the service may begin it at once, or %1; no "
                                "document says which.")
                                 .arg(momentInSentence(row.start, now, zone));
    return tip.isEmpty() ? sentence : sentence + QLatin1Char('\n') + tip;
}

QString mayComeEarlierTip(const DryRunRow &row, const QString &tip, const QDateTime &now,
                          const QTimeZone &zone)
{
    const QString sentence = tr("No document says whether the service begins what is asked for in an open "
                                "window in that window or "
                                "in the next one. If in the next one, this begins about %1.")
                                 .arg(momentInSentence(row.start, now, zone));
    return tip.isEmpty() ? sentence : sentence + QLatin1Char('\n') + tip;
}

void describe(PlanRow &row, const PlanMember &member)
{
    row.fourth = member.edition;
    const Mark mark = checkMark(shown(member.verdict.worst));
    const bool passed = member.verdict.worst == upgrade::Check::Result::Passed;
    row.mark = {mark.icon, mark.role, member.verdict.shortText, passed ? Role::Text2 : mark.wordRole};
    row.tip = member.toRead.join(QLatin1Char('\n'));
}

} // namespace

PlanHeads dryRunHeads()
{
    return {tr("Order and instance"), tr("Version"), tr("Starts"), tr("Edition"), tr("Check")};
}

PlanHeads timelineHeads()
{
    return {tr("Order and instance"), tr("Version"), tr("When"), tr("What is known"), tr("State")};
}

QList<PlanRow> dryRunRows(const upgrade::BatchPlan &plan, const QList<DryRunRow> &dryRun,
                          const QList<PlanMember> &members, const upgrade::BatchRules &rules,
                          const QDateTime &now, const QTimeZone &zone)
{
    QHash<InstanceId, const PlanMember *> byInstance;
    byInstance.reserve(members.size());
    for (const PlanMember &member : members)
        byInstance.insert(member.key.instance, &member);
    const bool byHand = rules.waves == upgrade::BatchRules::Waves::Hand;
    QList<PlanRow> rows;
    rows.reserve(dryRun.size() + plan.items.size());
    QDateTime waveStart;
    for (const DryRunRow &line : dryRun) {
        PlanRow row;
        switch (line.kind) {
        case DryRunRow::Kind::WaveHead:
            row.kind = PlanRow::Kind::WaveHead;
            row.number = line.wave + 1;
            row.title = plan.waves.at(line.wave).name;
            row.note = line.text;
            row.when = headWhen(line, now, zone);
            waveStart = mayComeEarlier(line) ? line.earliest : line.start;
            break;
        case DryRunRow::Kind::Gate:
            row.kind = PlanRow::Kind::Gate;
            row.title = line.text;
            break;
        case DryRunRow::Kind::LeftOut:
            continue; // each has a row of its own, with its reason
        case DryRunRow::Kind::Member: {
            row = bareRow(plan, line.item);
            if (const PlanMember *member = byInstance.value(row.instance, nullptr))
                describe(row, *member);
            row.third = startText(line, waveStart, now, zone);
            if (line.orAtOnce)
                row.tip = orAtOnceTip(line, row.tip, now, zone);
            if (mayComeEarlier(line))
                row.tip = mayComeEarlierTip(line, row.tip, now, zone);
            const bool canary = plan.waves.at(line.wave).canary;
            if (byHand && !canary)
                row.hand = line.wave + 1; // as its head numbers it
            break;
        }
        }
        rows.append(row);
    }
    return rows + leftOutRows(plan);
}

PlanRow bareRow(const upgrade::BatchPlan &plan, int item)
{
    const upgrade::BatchItem &member = plan.items.at(item);
    const bool proxyAlone =
        member.parts.size() == 1 && member.parts.constFirst() == upgrade::StepKind::Proxy && member.proxy;
    const upgrade::StepPlan &step = proxyAlone ? *member.proxy : member.plan;
    PlanRow row;
    row.item = item;
    row.title = plainLine(member.plan.instanceName);
    row.environment = member.plan.environment;
    row.instance = member.plan.instance;
    row.from = fromVersionText(step);
    row.to = step.toVersion.isEmpty() ? QString() : toVersionText(step);
    return row;
}

QList<PlanRow> leftOutRows(const upgrade::BatchPlan &plan)
{
    const auto leftOut = static_cast<int>(plan.items.size()) - upgrade::memberCount(plan);
    if (leftOut == 0)
        return {};
    PlanRow head;
    head.kind = PlanRow::Kind::LeftOutHead;
    head.title = tr("Left out");
    head.note = leftOut == 1 ? tr("1 instance") : tr("%1 instances").arg(leftOut);
    QList<PlanRow> rows{head};
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).wave >= 0)
            continue;
        PlanRow row = bareRow(plan, item);
        row.kind = PlanRow::Kind::LeftOut;
        row.note = plan.items.at(item).leftOut;
        row.mark = {Icon::Dash, Role::Text3, QString(), Role::Text2};
        rows.append(row);
    }
    return rows;
}

QString versionText(const PlanRow &row)
{
    if (row.from.isEmpty() && row.to.isEmpty())
        return tr("not told");
    if (row.to.isEmpty() || row.to == row.from)
        return row.from;
    //: from one version to the next
    return tr("%1  →  %2").arg(row.from.isEmpty() ? tr("unknown") : row.from, row.to);
}

QString spokenText(const PlanRow &row)
{
    QStringList parts;
    switch (row.kind) {
    case PlanRow::Kind::WaveHead:
        parts << tr("Wave %1: %2").arg(row.number).arg(row.title) << row.note << row.when;
        break;
    case PlanRow::Kind::LeftOutHead:
        parts << row.title << row.note;
        break;
    case PlanRow::Kind::Gate:
        parts << row.title << row.when;
        break;
    case PlanRow::Kind::Member:
    case PlanRow::Kind::LeftOut:
        parts << row.title << environmentLook(row.environment).word;
        parts << (row.from.isEmpty() || row.to.isEmpty() || row.from == row.to
                      ? versionText(row)
                      : tr("%1 to %2").arg(row.from, row.to));
        parts << row.third << row.fourth << row.mark.word << row.note;
        if (row.hand)
            parts << tr("put into wave %1 by hand").arg(*row.hand);
        break;
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace uplift::ui
