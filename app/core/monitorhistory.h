// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace uplift {

/// What was measured at one moment (api.md 8.2).
struct MonitorSample {
    QDateTime time; ///< UTC, always valid
    QMap<QString, double> values; ///< by metric, as the service names them in its answer
    QSet<QString> unreadable; ///< metrics whose value was there, but no number
    /// The service leaves zeros out, so a metric that is absent is 0. Nothing for one that was unreadable.
    [[nodiscard]] std::optional<double> value(const QString &metric) const;
};

/// What DescribeHistoryMonitorValues measured over a span, at steps the service chooses.
struct MonitorHistory {
    /// Ascending. The first may lie before the span that was asked for: it is rounded down to the step.
    QList<MonitorSample> samples;
    /// Every metric that came at least once, sorted. Asked for is a group, answered are its parts. One that
    /// was asked for and is not here was zero throughout, or the service does not measure it: which of the
    /// two cannot be told.
    [[nodiscard]] QStringList metrics() const;
};

} // namespace uplift
