// SPDX-License-Identifier: GPL-3.0-or-later
// dryRun(): the order, gates and times of a batch before anything is sent.
#include "upgrade/batchmoves.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

QString lengthText(std::chrono::minutes minutes)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(minutes);
    const auto rest = minutes - hours;
    if (hours.count() == 0)
        return tr("%1 min").arg(minutes.count());
    return rest.count() == 0 ? tr("%1 h").arg(hours.count())
                             : tr("%1 h %2 min").arg(hours.count()).arg(rest.count());
}

QString headText(const Wave &wave, int members)
{
    if (members == 1)
        return tr("1 instance");
    return tr("%1 instances, %2 at once").arg(members).arg(std::min(wave.atOnce, members));
}

QString gateText(const BatchPlan &plan, const Wave &before, const Wave &next)
{
    const bool held = plan.moment == BatchMoment::InsideWindow;
    const QString wait = lengthText(next.wait);
    if (next.wait.count() == 0 && before.canary)
        return held ? tr("Only if the canary is Verified: then it waits for the window of each instance.")
                    : tr("Only if the canary is Verified: then it goes on at once.");
    if (next.wait.count() == 0)
        return held ? tr("Then it waits for the window of each instance.") : tr("Then it goes on at once.");
    if (before.canary)
        return (held
                    ? tr("Only if the canary is Verified: then wait %1, and for the window of each instance.")
                    : tr("Only if the canary is Verified: then wait %1."))
            .arg(wait);
    return (held ? tr("Then wait %1, and for the window of each instance.") : tr("Then wait %1.")).arg(wait);
}

/// What is asked for in an open window with "in the next window": it may begin in either.
bool isWindowOpen(const BatchPlan &plan, const BatchItem &item, const QDateTime &when)
{
    return plan.moment == BatchMoment::NextWindow && item.window && item.window->around(when);
}

/// When one member begins: `begins` is its wave's turn, `after` how many groups of those at once go before
/// its own, `inOpenWindow` whether the service takes a window that is open then.
QDateTime startOf(const BatchPlan &plan, const BatchItem &item, const QDateTime &begins, int after,
                  std::chrono::minutes typical, bool inOpenWindow)
{
    const QDateTime queued = begins.addSecs(std::chrono::seconds(typical).count() * after);
    if (plan.moment == BatchMoment::Now || !item.window)
        return queued;
    if (plan.moment == BatchMoment::InsideWindow)
        return item.window->around(queued) ? queued : item.window->next(queued, 1).constFirst().start;
    // Each group takes a window.
    const int windows = inOpenWindow && isWindowOpen(plan, item, begins) ? after : after + 1;
    return windows == 0 ? begins : item.window->next(begins, windows).constLast().start;
}

QList<int> membersOf(const BatchPlan &plan, int wave)
{
    QList<int> members;
    for (int item = 0; item < plan.items.size(); ++item) {
        if (plan.items.at(item).wave == wave)
            members.append(item);
    }
    return members;
}

/// Those left out, one sentence for each reason.
void addLeftOut(const BatchPlan &plan, QList<DryRunRow> &rows)
{
    QMap<QString, QStringList> byReason;
    for (const BatchItem &item : plan.items) {
        if (item.wave < 0)
            byReason[item.leftOut].append(item.plan.instanceName);
    }
    for (auto it = byReason.cbegin(); it != byReason.cend(); ++it) {
        DryRunRow row;
        row.kind = DryRunRow::Kind::LeftOut;
        row.text = tr("Left out: %1. Reason: %2.").arg(it.value().join(tr(", ")), it.key());
        rows.append(row);
    }
}

} // namespace

QList<DryRunRow> dryRun(const BatchPlan &plan, const QDateTime &now, std::chrono::minutes typical)
{
    QList<DryRunRow> rows;
    QDateTime begins = now;
    QDateTime earliest = now;
    for (int number = 0; number < plan.waves.size(); ++number) {
        const Wave &wave = plan.waves.at(number);
        if (number > 0) {
            DryRunRow gate;
            gate.kind = DryRunRow::Kind::Gate;
            gate.wave = number;
            gate.text = gateText(plan, plan.waves.at(number - 1), wave);
            rows.append(gate);
            begins = begins.addSecs(std::chrono::seconds(wave.wait).count());
            earliest = earliest.addSecs(std::chrono::seconds(wave.wait).count());
        }
        if (wave.notBefore.isValid()) {
            begins = std::max(begins, wave.notBefore);
            earliest = std::max(earliest, wave.notBefore);
        }
        const QList<int> members = membersOf(plan, number);
        DryRunRow head;
        head.kind = DryRunRow::Kind::WaveHead;
        head.wave = number;
        head.text = headText(wave, static_cast<int>(members.size()));
        head.estimated = number > 0;
        const qsizetype headAt = rows.size();
        rows.append(head);
        QDateTime last = begins;
        QDateTime firstEnd = earliest;
        for (int i = 0; i < members.size(); ++i) {
            DryRunRow row;
            row.wave = number;
            row.item = members.at(i);
            row.after = i / std::max(1, wave.atOnce);
            row.estimated = number > 0 || row.after > 0;
            row.start = startOf(plan, plan.items.at(row.item), begins, row.after, typical, false);
            row.earliest = startOf(plan, plan.items.at(row.item), earliest, row.after, typical, true);
            row.orAtOnce =
                !row.estimated && begins == now && isWindowOpen(plan, plan.items.at(row.item), now);
            rows[headAt].orAtOnce = rows.at(headAt).orAtOnce || row.orAtOnce;
            last = std::max(last, row.start);
            firstEnd = std::max(firstEnd, row.earliest);
            if (i == 0 || row.start < rows.at(headAt).start)
                rows[headAt].start = row.start;
            if (i == 0 || row.earliest < rows.at(headAt).earliest)
                rows[headAt].earliest = row.earliest;
            rows.append(row);
        }
        begins = last.addSecs(std::chrono::seconds(typical).count());
        earliest = firstEnd.addSecs(std::chrono::seconds(typical).count());
    }
    addLeftOut(plan, rows);
    return rows;
}

} // namespace uplift::upgrade
