// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/monitorload.h"

#include <QHash>

namespace uplift::upgrade {

namespace {

constexpr int manyNodes = 32; ///< above it, aggregates are told for an hour at most
constexpr std::chrono::hours loadReach{48};
/// Seven days in minutes are some 10,000; far more is no history but a fault of the answer.
constexpr qint64 mostSteps = 50'000;

bool isAggregate(Architecture architecture)
{
    return architecture == Architecture::Cluster || architecture == Architecture::ReadWriteSplitting;
}

/// The part of the answer that holds `key`: under its own name, under its plain one, or alone.
QString metricOf(const QStringList &told, const QString &key)
{
    const QString plain = key.section(u'$', 0, 0);
    for (const QString &name : {key, plain}) {
        if (told.contains(name))
            return name;
    }
    return told.size() == 1 ? told.constFirst() : QString();
}

/// Seconds between neighbours, as most of them have it; 0: there are no two.
qint64 stepOf(const QList<MonitorSample> &samples)
{
    QHash<qint64, int> counts;
    for (qsizetype i = 1; i < samples.size(); ++i)
        ++counts[samples.at(i - 1).time.secsTo(samples.at(i).time)];
    qint64 step = 0;
    int most = 0;
    for (auto count = counts.constBegin(); count != counts.constEnd(); ++count) {
        if (count.key() <= 0 || count.value() < most || (count.value() == most && count.key() >= step))
            continue;
        step = count.key();
        most = count.value();
    }
    return step;
}

} // namespace

QString monitorKey(LoadMetric metric, Architecture architecture)
{
    QString key;
    switch (metric) {
    case LoadMetric::Memory:
        key = QStringLiteral("memoryUsage");
        break;
    case LoadMetric::Cpu:
        key = QStringLiteral("CpuUsage");
        break;
    case LoadMetric::Traffic:
        key = QStringLiteral("UsedQPS");
        break;
    }
    return isAggregate(architecture) ? key + QStringLiteral("$db") : key;
}

std::optional<std::chrono::seconds> monitorReach(LoadMetric metric, const impact::Edition &edition)
{
    const bool many = isAggregate(edition.architecture) && edition.shards.value_or(0) > manyNodes;
    if (metric == LoadMetric::Traffic)
        return many ? std::nullopt : std::optional<std::chrono::seconds>(profileReach);
    return many ? std::chrono::seconds(std::chrono::hours(1)) : std::chrono::seconds(loadReach);
}

QList<LoadSample> loadOf(const MonitorHistory &history, const QString &key)
{
    const QString metric = metricOf(history.metrics(), key);
    if (metric.isEmpty())
        return {};
    const QList<MonitorSample> &samples = history.samples;
    qint64 step = stepOf(samples);
    if (step > 0 && samples.constFirst().time.secsTo(samples.constLast().time) / step > mostSteps)
        step = 0;
    QList<LoadSample> load;
    QDateTime before;
    for (const MonitorSample &sample : samples) {
        if (step > 0 && before.isValid()) {
            for (QDateTime at = before.addSecs(step); at < sample.time; at = at.addSecs(step))
                load.append({at, 0});
        }
        before = sample.time;
        if (const auto value = sample.value(metric))
            load.append({sample.time, *value});
    }
    return load;
}

} // namespace uplift::upgrade
