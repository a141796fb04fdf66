// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace uplift::report {

/// What the orchestration service takes at most.
inline constexpr qsizetype oosTemplateBytes = 64 * 1024;
inline constexpr int oosLoopItems = 1000;
inline constexpr int oosRetries = 300;
inline constexpr int oosDelaySeconds = 3600;

/// What in a template breaks a documented rule of the orchestration service: known actions and their
/// properties, ranges, loops, references, names, size. English, for the log and for tests; empty: nothing.
/// Only what our templates use is known; the rest counts as unknown. Sources: the pages of template syntax,
/// ACS::ExecuteAPI, ACS::WaitFor, ACS::Sleep, ACS::Loop and Loop, read 2026-11-28; there, and in the
/// provider's public templates, Retries, DelayType and Delay stand beside Properties, not in it.
[[nodiscard]] QStringList checkTemplate(const QJsonObject &content);

} // namespace uplift::report
