// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/models.h"

#include "cloud/modelparts.h"

#include <QJsonDocument>

#include <algorithm>

namespace uplift::cloud {

using namespace fields;
using namespace modelparts;

namespace {

constexpr double maxFigure = 1e300;

MonitorSample toSample(const QDateTime &time, const QJsonObject &row)
{
    constexpr qsizetype maxMetrics = 256;
    MonitorSample sample;
    sample.time = time;
    for (auto value = row.begin(); value != row.end() && sample.values.size() < maxMetrics; ++value) {
        if (value.key().isEmpty() || value.key().size() > wordLength)
            continue;
        // Text in one answer, numbers in the next.
        const std::optional<double> figure = asNumber(value.value(), -maxFigure, maxFigure);
        if (figure)
            sample.values.insert(value.key(), *figure);
        else
            sample.unreadable.insert(value.key());
    }
    return sample;
}

} // namespace

Result<MonitorHistory> toMonitorHistory(const ReplyTree &reply)
{
    constexpr qsizetype maxSamples = 100'000;
    const QString history = reply.root.value(QLatin1String("MonitorHistory")).toString();
    QJsonParseError error{};
    const QJsonDocument parsed = QJsonDocument::fromJson(history.toUtf8(), &error);
    const QJsonObject rows = parsed.object();
    if (error.error != QJsonParseError::NoError || !parsed.isObject() || rows.size() > maxSamples)
        return notAnAnswer("DescribeHistoryMonitorValues");
    MonitorHistory found;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const QDateTime time = asTime(row.key());
        if (time.isValid() && row->isObject())
            found.samples.append(toSample(time, row->toObject()));
    }
    std::stable_sort(found.samples.begin(), found.samples.end(),
                     [](const MonitorSample &a, const MonitorSample &b) { return a.time < b.time; });
    return found;
}

} // namespace uplift::cloud
