// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceinstance.h"

namespace uplift::practice {

/// A made-up load that always comes out the same: one quiet hour each day, one busier weekday, a little
/// noise. Instances used for development are idle around their quiet hour, with true zeros.

/// The metrics the monitor knows, by the names of api.md 8.2.
[[nodiscard]] QStringList metrics();
/// What a metric shows at one moment, as text; empty when it is zero, since the service leaves zeros out.
/// `node` names the part measured (a shard, a proxy); empty: the whole instance.
[[nodiscard]] QString metricText(const PracticeInstance &instance, const QString &metric, const QString &node,
                                 const QDateTime &when);
/// The hour of the day, UTC, in which an instance has least to do, 0 … 23.
[[nodiscard]] int quietHour(const QString &instanceId);
/// The weekday with the most to do, 1 Monday … 7 Sunday, UTC.
[[nodiscard]] int busyDay(const QString &instanceId);

} // namespace uplift::practice
