// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitorhistory.h"
#include "impact/edition.h"
#include "upgrade/loadprofile.h"

#include <QString>

#include <chrono>
#include <optional>

namespace uplift::upgrade {

/// What the checks want to know of an instance's load. Memory and Cpu are documented keys in percent; Traffic
/// is the commands per second, whose key stands in lists of metrics, but in no document of the call (api.md
/// 8.2).
enum class LoadMetric { Memory, Cpu, Traffic };

/// The key for one instance: plain for a standard one, "…$db" for all data nodes of a cluster or read/write
/// splitting, which has to be asked for alone (api.md 8.2). An unknown architecture is asked as standard.
[[nodiscard]] QString monitorKey(LoadMetric metric, Architecture architecture);

/// How far back one question may look: two days, for Traffic seven; an hour for an aggregate of more than 32
/// data nodes. Nothing: an hour of traffic would tell nothing of a day, so it is not asked for.
[[nodiscard]] std::optional<std::chrono::seconds> monitorReach(LoadMetric metric,
                                                               const impact::Edition &edition);

/// The samples of what was asked for as `key`, with the zeros that the service leaves out put back: at times
/// that name another metric only, and at the steps that are missing between two samples. Before the first and
/// after the last sample nothing is made up: there it cannot be told from what was not measured. Empty: it
/// was zero throughout, or is not measured. Pure.
[[nodiscard]] QList<LoadSample> loadOf(const MonitorHistory &history, const QString &key);

} // namespace uplift::upgrade
