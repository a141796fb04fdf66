// SPDX-License-Identifier: GPL-3.0-or-later
// How long the UI thread is held up by the table of instances, and what a row costs: bench_table [rows]
// A gap is one turn of the event loop, painting included, by the clock and by the thread's own time; turns
// without work (below 0.2 ms) do not count, so that idling cannot flatter the percentile.
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>
#include <malloc.h>

using namespace uplift;
using namespace uplift::ui;

namespace {

constexpr double idle = 0.2;

/// What this thread itself has used, in ms: on a machine with other work the clock on the wall tells of that
/// too.
double ownTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The value that `share` of the sorted values do not exceed.
double quantile(const QList<double> &sorted, double share)
{
    const auto at = static_cast<qsizetype>(static_cast<double>(sorted.size()) * share);
    return sorted.at(std::min(at, sorted.size() - 1));
}

QDateTime now() { return QDateTime({2026, 11, 19}, {6, 32}, Qt::UTC); }

Instance factsOf(int i)
{
    static const QStringList words{QStringLiteral("orders"),  QStringLiteral("cart"),
                                   QStringLiteral("search"),  QStringLiteral("price"),
                                   QStringLiteral("session"), QStringLiteral("会话缓存")};
    Instance facts;
    facts.name =
        QStringLiteral("%1-%2-%3")
            .arg(words.at(i % words.size()), i % 3 ? QStringLiteral("cache") : QStringLiteral("queue"))
            .arg(i * 7919 % 100000);
    facts.status = i % 50 ? InstanceStatus::Normal : InstanceStatus::HaSwitching;
    facts.instanceType = i % 3 ? QStringLiteral("Redis") : QStringLiteral("Tair");
    facts.architectureType = i % 2 ? QStringLiteral("cluster") : QStringLiteral("standard");
    facts.shardCount = 2 + i % 30;
    facts.zoneType = QStringLiteral("doublezone");
    facts.window =
        MaintenanceWindow::parse(QStringLiteral("%1:00Z").arg(i % 20, 2, 10, QLatin1Char('0')),
                                 QStringLiteral("%1:00Z").arg(i % 20 + 4, 2, 10, QLatin1Char('0')));
    facts.tags = {{QStringLiteral("team"), words.at(i % 5)}};
    return facts;
}

EngineVersion versionOf(int i)
{
    EngineVersion version;
    version.current = MinorVersion::parse(QStringLiteral("redis-7.0_7.0.1.%1").arg(i % 14));
    version.latest = MinorVersion::parse(QStringLiteral("7.0.1.14"));
    version.level = static_cast<UpdateLevel>(1 + i % 3);
    version.isLatest = i % 14 == 0;
    version.upgradeAvailable = i % 14 != 0;
    version.autoUpgrade = i % 2 == 0;
    return version;
}

QList<InstanceRow> makeRows(int count, int round)
{
    QList<InstanceRow> rows;
    rows.reserve(count);
    for (int i = 0; i < count; ++i) {
        InstanceRow row;
        row.id = {QStringLiteral("r-bp1%1").arg(i, 15, 36, QLatin1Char('0'))};
        row.region = {QStringLiteral("cn-region-%1").arg(i % 20)};
        row.regionName = QStringLiteral("Region %1").arg(i % 20);
        row.account = {QStringLiteral("account-%1").arg(i % 5)};
        row.accountName = QStringLiteral("Retail %1").arg(i % 5);
        row.environment = static_cast<Environment>(i % 3);
        row.facts = factsOf(i);
        row.version = versionOf(i % 3 ? i : i + round);
        row.asked = now().addSecs(60 * round - i % 7200);
        rows << row;
    }
    return rows;
}

/// Runs its steps one after the other in the event loop, each when the table is at rest, and notes every
/// turn.
class Bench : public QObject {
public:
    Bench(InstanceModel &model, InstanceFilter &filter) : m_model(model), m_filter(filter)
    {
        connect(&m_beat, &QTimer::timeout, this, &Bench::onTurn);
    }
    void add(const QString &phase, std::function<void()> act, std::function<void()> eachTurn = {})
    {
        m_steps << Step{phase, std::move(act), std::move(eachTurn)};
    }
    void start() { m_beat.start(0); }

private:
    struct Step {
        QString phase;
        std::function<void()> act;
        std::function<void()> eachTurn;
    };

    void onTurn()
    {
        const double gap = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        const double used = ownTime() - m_used;
        if (m_measuring && gap >= idle) {
            m_gaps << gap;
            m_own << used;
        }
        m_clock.start();
        m_used = ownTime();
        m_still = m_model.isTaking() || m_filter.isArranging() ? 0 : m_still + 1;
        const bool going = m_measuring && m_at < m_steps.size() && m_steps.at(m_at).eachTurn;
        if (going)
            m_steps.at(m_at).eachTurn();
        if (m_still < 20)
            return;
        m_still = 0;
        if (m_measuring && ++m_at == m_steps.size())
            return finish();
        if (m_measuring && m_steps.at(m_at).phase != m_steps.at(m_at - 1).phase)
            report(m_steps.at(m_at - 1).phase);
        m_measuring = true;
        m_steps.at(m_at).act();
    }
    void print(const QString &phase, QList<double> gaps, QList<double> own)
    {
        if (gaps.isEmpty())
            return;
        std::sort(gaps.begin(), gaps.end());
        std::sort(own.begin(), own.end());
        QTextStream(stdout) << QStringLiteral(
                                   "%1 %2 turns, p99 %3 ms, longest %4 ms; own p99 %5 ms, longest %6 ms\n")
                                   .arg(phase, -30)
                                   .arg(gaps.size(), 4)
                                   .arg(quantile(gaps, 0.99), 5, 'f', 1)
                                   .arg(gaps.last(), 5, 'f', 1)
                                   .arg(quantile(own, 0.99), 5, 'f', 1)
                                   .arg(own.last(), 5, 'f', 1);
    }
    void report(const QString &phase)
    {
        print(phase, m_gaps, m_own);
        m_allGaps << std::exchange(m_gaps, {});
        m_allOwn << std::exchange(m_own, {});
    }
    void finish()
    {
        report(m_steps.last().phase);
        print(QStringLiteral("all"), m_allGaps, m_allOwn);
        QApplication::quit();
    }

    InstanceModel &m_model;
    InstanceFilter &m_filter;
    QTimer m_beat;
    QElapsedTimer m_clock;
    QList<Step> m_steps;
    QList<double> m_gaps;
    QList<double> m_own;
    QList<double> m_allGaps;
    QList<double> m_allOwn;
    double m_used = 0;
    qsizetype m_at = 0;
    int m_still = 0;
    bool m_measuring = false;
};

std::size_t heap() { return mallinfo2().uordblks; }

void addTyping(Bench &bench, InstanceFilter &filter)
{
    for (const QString &words : {QStringLiteral("orders"), QStringLiteral("region 7.0.1.3"),
                                 QStringLiteral("会话缓存"), QStringLiteral("cache-77")}) {
        for (qsizetype length = 1; length <= words.size(); ++length)
            bench.add(QStringLiteral("typing"),
                      [&filter, typed = words.left(length)] { filter.setWords(typed); });
        bench.add(QStringLiteral("typing"), [&filter] { filter.setWords({}); });
    }
}

void addOrders(Bench &bench, InstanceFilter &filter, InstanceTable &table)
{
    for (const Column fact : allFacts()) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
            bench.add(QStringLiteral("sorting"), [&filter, fact, order] {
                filter.setSortKeys({{fact, order}});
            });
    }
    for (const GroupBy by : {GroupBy::Region, GroupBy::Account, GroupBy::Environment, GroupBy::None})
        bench.add(QStringLiteral("grouping"), [&filter, by] { filter.setGrouping(by); });
    bench.add(QStringLiteral("all selected, sorted"), [&table] { table.selectAll(); });
    bench.add(QStringLiteral("all selected, sorted"), [&filter] {
        filter.setSortKeys({{NameColumn, Qt::AscendingOrder}});
    });
    bench.add(QStringLiteral("all selected, filtered"), [&filter] { filter.setWords(QStringLiteral("7")); });
    bench.add(QStringLiteral("all selected, filtered"), [&filter] { filter.setWords({}); });
    bench.add(QStringLiteral("all selected, filtered"), [&table] { table.clearSelection(); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyLook(app, ThemeId::Light);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 10'000;
    InstanceModel model;
    model.setNow(now(), QTimeZone(8 * 3600));
    InstanceFilter filter(&model);
    InstanceTable table(&filter);
    table.resize(733, 640);
    table.show();

    const std::size_t empty = heap();
    QList<InstanceRow> first = makeRows(count, 0);
    const std::size_t read = heap();
    const QList<InstanceRow> second = makeRows(count, 1);
    const QList<InstanceRow> third = makeRows(count, 2);
    Bench bench(model, filter);
    std::size_t before = 0;
    bench.add(QStringLiteral("loading"), [&] {
        before = heap();
        model.setRows(first);
    });
    bench.add(QStringLiteral("memory"),
              [&] {
                  const double rows = count / 1000.0;
                  QTextStream(stdout)
                      << QStringLiteral("memory per 1,000 rows: %1 KiB as read, %2 KiB more for the table\n")
                             .arg(static_cast<double>(read - empty) / 1024 / rows, 0, 'f', 0)
                             .arg((static_cast<double>(heap()) - static_cast<double>(before)) / 1024 / rows,
                                  0, 'f', 0);
              });
    addTyping(bench, filter);
    addOrders(bench, filter, table);
    const auto scroll = [&table, step = 0]() mutable {
        QScrollBar *bar = table.verticalScrollBar();
        step = bar->value() >= bar->maximum() ? 0 : bar->value() + 97;
        bar->setValue(step);
    };
    for (const QList<InstanceRow> &rows : {second, third, second})
        bench.add(
            QStringLiteral("refreshing while scrolling"), [&model, rows] { model.setRows(rows); }, scroll);
    bench.add(QStringLiteral("half gone, and back"),
              [&model, &second] { model.setRows(second.mid(0, 5000)); });
    bench.add(QStringLiteral("half gone, and back"), [&model, &second] { model.setRows(second); });
    bench.add(QStringLiteral("time goes on"), [&model] { model.setNow(now().addSecs(60), model.zone()); });
    bench.add(QStringLiteral("compact"), [&table] { table.setCompact(true); });
    bench.add(
        QStringLiteral("compact, refreshing, scrolling"), [&model, &third] { model.setRows(third); }, scroll);
    bench.add(QStringLiteral("compact, typing"), [&filter] { filter.setWords(QStringLiteral("a")); });
    bench.add(QStringLiteral("compact, typing"), [&filter] { filter.setWords({}); });
    bench.add(QStringLiteral("CSV of all"), [&table] { table.exportCsv(false); });
    for (int i = 0; i < 10; ++i) // its slices go on while the table rests
        bench.add(QStringLiteral("CSV of all"), [] {});
    bench.start();
    return QApplication::exec();
}
