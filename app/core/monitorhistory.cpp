// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitorhistory.h"

#include <algorithm>

namespace uplift {

std::optional<double> MonitorSample::value(const QString &metric) const
{
    if (unreadable.contains(metric))
        return std::nullopt;
    return values.value(metric, 0.0);
}

QStringList MonitorHistory::metrics() const
{
    QSet<QString> seen;
    for (const MonitorSample &sample : samples) {
        for (auto value = sample.values.begin(); value != sample.values.end(); ++value)
            seen.insert(value.key());
        seen.unite(sample.unreadable);
    }
    QStringList sorted(seen.begin(), seen.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace uplift
