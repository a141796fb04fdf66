// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/load.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace uplift::practice {

namespace {

/// FNV-1a: the same on every machine and in every run, unlike qHash.
quint64 number(const QString &text)
{
    quint64 hash = 14695981039346656037ULL;
    const QByteArray bytes = text.toUtf8();
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash ^ (hash >> 29U);
}

int choice(const QString &id, const char *what, int count)
{
    return static_cast<int>(number(id + QLatin1String(what)) % static_cast<quint64>(count));
}

/// -1 … 1, another for each minute.
double noise(const QString &id, const QDateTime &when)
{
    const quint64 minute = static_cast<quint64>(when.toSecsSinceEpoch() / 60);
    const quint64 mixed = (number(id) ^ minute) * 0x9E3779B97F4A7C15ULL;
    return static_cast<double>(mixed >> 40U) / static_cast<double>(1ULL << 23U) - 1.0;
}

/// 0 … about 1.4: how busy an instance is.
double activity(const PracticeInstance &instance, const QDateTime &when)
{
    const QDateTime utc = when.toUTC();
    const double hour = utc.time().msecsSinceStartOfDay() / 3'600'000.0;
    double away = std::fmod(hour - quietHour(instance.id) - 0.5 + 36.0, 24.0) - 12.0; // from the middle of it
    const double curve = (1.0 - std::cos(2.0 * std::numbers::pi * away / 24.0)) / 2.0;
    if (instance.environment == Environment::Development && curve < 0.15)
        return 0;
    const double dip = std::abs(away) < 0.5 ? 0.4 : 1.0;
    const double bump = utc.date().dayOfWeek() == busyDay(instance.id) ? 1.3 : 1.0;
    return (0.06 + 0.94 * curve) * dip * bump * (1.0 + 0.04 * noise(instance.id, utc));
}

/// Percent and such with two digits, all else whole.
QString textOf(double value, bool fraction)
{
    if (fraction)
        return value < 0.005 ? QString() : QString::number(value, 'f', 2);
    const qint64 whole = std::llround(value);
    return whole == 0 ? QString() : QString::number(whole);
}

struct Figures {
    double busy;
    double cpu; ///< percent
    double memory; ///< percent
    double connections; ///< percent
    double queries; ///< per second
    double bytes; ///< of memory, the limit
    double nodes;
};

Figures figuresOf(const PracticeInstance &instance, const QDateTime &when)
{
    const double nodes = std::max({1, instance.shards, instance.readOnly});
    const double busy = activity(instance, when);
    const double idle = instance.environment == Environment::Development ? 0.0 : 2.0;
    Figures figures{};
    figures.busy = busy;
    figures.nodes = nodes;
    figures.cpu = std::min(100.0, idle + busy * (15 + choice(instance.id, "cpu", 60)));
    figures.memory = std::min(99.0, 28.0 + choice(instance.id, "memory", 64) + 3.0 * busy);
    figures.connections = std::min(100.0, idle + busy * (8 + choice(instance.id, "connections", 50)));
    figures.queries = busy * nodes * (800 + 100 * choice(instance.id, "queries", 80));
    figures.bytes = static_cast<double>(instance.capacityMb) * 1024 * 1024;
    return figures;
}

using Formula = double (*)(const Figures &);
struct Metric {
    Formula formula;
    bool fraction;
};

const QHash<QString, Metric> &table()
{
    static const QHash<QString, Metric> all{
        {QStringLiteral("UsedMemory"), {[](const Figures &f) { return f.bytes * f.memory / 100; }, false}},
        {QStringLiteral("quotaMemory"), {[](const Figures &f) { return f.bytes; }, false}},
        {QStringLiteral("memoryUsage"), {[](const Figures &f) { return f.memory; }, true}},
        {QStringLiteral("CpuUsage"), {[](const Figures &f) { return f.cpu; }, true}},
        {QStringLiteral("ConnectionUsage"), {[](const Figures &f) { return f.connections; }, true}},
        {QStringLiteral("UsedConnection"),
         {[](const Figures &f) { return 100 * f.nodes * f.connections; }, false}},
        {QStringLiteral("UsedQPS"), {[](const Figures &f) { return f.queries; }, false}},
        {QStringLiteral("TotalQps"), {[](const Figures &f) { return f.queries; }, false}},
        {QStringLiteral("IntranetIn"), {[](const Figures &f) { return f.queries / 8; }, false}},
        {QStringLiteral("IntranetOut"), {[](const Figures &f) { return f.queries / 3; }, false}},
        {QStringLiteral("IntranetInRatio"), {[](const Figures &f) { return 12 * f.busy; }, true}},
        {QStringLiteral("IntranetOutRatio"), {[](const Figures &f) { return 31 * f.busy; }, true}},
        {QStringLiteral("AvgRt"), {[](const Figures &f) { return f.busy > 0 ? 90 + 80 * f.busy : 0; }, true}},
        {QStringLiteral("Keys"), {[](const Figures &f) { return f.bytes * f.memory / 51'200; }, false}},
    };
    return all;
}

} // namespace

QStringList metrics() { return table().keys(); }

QString metricText(const PracticeInstance &instance, const QString &metric, const QString &node,
                   const QDateTime &when)
{
    const auto known = table().constFind(metric);
    if (known == table().constEnd())
        return {};
    const double lean = node.isEmpty() ? 1.0 : 0.9 + 0.01 * choice(node, "lean", 20);
    return textOf(known->formula(figuresOf(instance, when)) * lean, known->fraction);
}

int quietHour(const QString &instanceId)
{
    // Two of three at night in China, the others elsewhere: a window may well miss it.
    const bool byDay = choice(instanceId, "shift", 3) == 0;
    return byDay ? 5 + choice(instanceId, "hour", 5) : 17 + choice(instanceId, "hour", 6);
}

int busyDay(const QString &instanceId) { return 1 + choice(instanceId, "day", 7); }

} // namespace uplift::practice
