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

/// One way the batch may go, wave by wave: with what is asked for in an open window begun in that window, or
/// in the next one.
class Course {
public:
    Course(const BatchPlan &plan, const QDateTime &now, std::chrono::minutes typical, bool takesOpenWindows)
        : m_plan(plan), m_typical(typical), m_takesOpenWindows(takesOpenWindows), m_begins(now), m_last(now)
    {
    }
    [[nodiscard]] const QDateTime &begins() const { return m_begins; } ///< the turn of the present wave
    void beginWave(int number)
    {
        const Wave &wave = m_plan.waves.at(number);
        if (number > 0)
            m_begins = later(m_last, m_typical + wave.wait);
        if (wave.notBefore.isValid())
            m_begins = std::max(m_begins, wave.notBefore);
        m_last = m_begins;
    }
    /// When one member of the present wave begins: `after` groups of those at once go before its own.
    QDateTime start(const BatchItem &item, int after)
    {
        const QDateTime when = startOf(item, after);
        m_last = std::max(m_last, when);
        return when;
    }

private:
    static QDateTime later(const QDateTime &when, std::chrono::minutes by)
    {
        return when.addSecs(std::chrono::seconds(by).count());
    }
    [[nodiscard]] QDateTime startOf(const BatchItem &item, int after) const
    {
        const QDateTime queued = later(m_begins, m_typical * after);
        if (m_plan.moment == BatchMoment::Now || !item.window)
            return queued;
        if (m_plan.moment == BatchMoment::InsideWindow)
            return item.window->around(queued) ? queued : item.window->next(queued, 1).constFirst().start;
        // Each group takes a window.
        const int windows = m_takesOpenWindows && isWindowOpen(m_plan, item, m_begins) ? after : after + 1;
        return windows == 0 ? m_begins : item.window->next(m_begins, windows).constLast().start;
    }

    const BatchPlan &m_plan;
    std::chrono::minutes m_typical;
    bool m_takesOpenWindows;
    QDateTime m_begins;
    QDateTime m_last;
};

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
    Course next(plan, now, typical, false);
    Course soonest(plan, now, typical, true);
    for (int number = 0; number < plan.waves.size(); ++number) {
        const Wave &wave = plan.waves.at(number);
        if (number > 0) {
            DryRunRow gate;
            gate.kind = DryRunRow::Kind::Gate;
            gate.wave = number;
            gate.text = gateText(plan, plan.waves.at(number - 1), wave);
            rows.append(gate);
        }
        next.beginWave(number);
        soonest.beginWave(number);
        const QList<int> members = membersOf(plan, number);
        DryRunRow head;
        head.kind = DryRunRow::Kind::WaveHead;
        head.wave = number;
        head.text = headText(wave, static_cast<int>(members.size()));
        head.estimated = number > 0;
        const qsizetype headAt = rows.size();
        rows.append(head);
        for (int i = 0; i < members.size(); ++i) {
            const BatchItem &item = plan.items.at(members.at(i));
            DryRunRow row;
            row.wave = number;
            row.item = members.at(i);
            row.after = i / std::max(1, wave.atOnce);
            row.estimated = number > 0 || row.after > 0;
            row.start = next.start(item, row.after);
            row.earliest = soonest.start(item, row.after);
            row.orAtOnce = !row.estimated && next.begins() == now && isWindowOpen(plan, item, now);
            rows[headAt].orAtOnce = rows.at(headAt).orAtOnce || row.orAtOnce;
            if (i == 0 || row.start < rows.at(headAt).start)
                rows[headAt].start = row.start;
            if (i == 0 || row.earliest < rows.at(headAt).earliest)
                rows[headAt].earliest = row.earliest;
            rows.append(row);
        }
    }
    addLeftOut(plan, rows);
    return rows;
}

bool mayComeEarlier(const DryRunRow &row) { return !row.orAtOnce && row.earliest < row.start; }

} // namespace uplift::upgrade
