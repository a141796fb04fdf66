// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyrow.h"

#include "core/redact.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"
#include "upgrade/outcome.h"

#include <QLocale>

#include <algorithm>

namespace uplift::ui {

HistoryRow historyRowOf(const upgrade::JournaledStep &step)
{
    HistoryRow row;
    row.step = step;
    for (const upgrade::Transition &transition : step.transitions) {
        if (transition.state == upgrade::StepState::Requested || !row.sent.isValid())
            row.sent = transition.at;
        row.since = transition.at;
    }
    return row;
}

QString instanceText(const HistoryRow &row)
{
    const upgrade::StepPlan &plan = row.step.plan;
    return plainLine(plan.instanceName.isEmpty() ? plan.instance.value : plan.instanceName);
}

Mark outcomeMark(const HistoryRow &row) { return attemptMark(row.step.plan.kind, row.step.state()); }

QString sentInFull(const HistoryRow &row, const QTimeZone &zone)
{
    const auto clock = [&row](const QTimeZone &in) {
        return QLocale().toString(row.sent.toTimeZone(in).time(), QStringLiteral("HH:mm:ss"));
    };
    const QString local = QStringLiteral("%1 %2").arg(fullDay(row.sent, zone), clock(zone));
    const QString name = zoneText(row.sent, zone);
    if (name == QLatin1String("UTC"))
        return QStringLiteral("%1 UTC").arg(local);
    return QStringLiteral("%1 (%2), %3 %4 UTC")
        .arg(local, name, fullDay(row.sent, QTimeZone::utc()), clock(QTimeZone::utc()));
}

QString tookText(const HistoryRow &row)
{
    return row.isOpen() ? QStringLiteral("–") : lastedText(std::max<qint64>(0, row.sent.msecsTo(row.since)));
}

QString spokenText(const HistoryRow &row, const QDateTime &now, const QTimeZone &zone)
{
    const upgrade::StepPlan &plan = row.step.plan;
    QStringList parts{instanceText(row), environmentLook(plan.environment).word, outcomeMark(row).word,
                      changeWords(plan).spoken(), attemptTime(row.sent, now, zone)};
    if (!row.isOpen())
        parts.append(tookText(row));
    parts.append(plainLine(plan.accountName));
    return parts.join(QStringLiteral(", "));
}

QString copiedText(const HistoryRow &row)
{
    const upgrade::StepPlan &plan = row.step.plan;
    const QStringList ids = requestIdsOf(upgrade::viewOf(row.step));
    return QStringList{row.sent.toUTC().toString(Qt::ISODate),
                       instanceText(row),
                       plan.instance.value,
                       environmentLook(plan.environment).word,
                       changeWords(plan).line(),
                       outcomeMark(row).word,
                       tookText(row),
                       ids.join(QLatin1Char(' '))}
        .join(QLatin1Char('\t'));
}

} // namespace uplift::ui
