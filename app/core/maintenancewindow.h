// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace uplift {

/// One occurrence of a window, both ends in UTC.
struct WindowSpan {
    QDateTime start;
    QDateTime end;
    [[nodiscard]] bool contains(const QDateTime &when) const { return when >= start && when < end; }
};

/// The daily maintenance window (可维护时间段) of an instance, as "18:00Z" – "22:00Z". May cross midnight
/// UTC.
class MaintenanceWindow {
public:
    /// Nothing when either text is not HH:mmZ.
    static std::optional<MaintenanceWindow> parse(const QString &start, const QString &end);

    [[nodiscard]] QTime startUtc() const { return m_start; }
    [[nodiscard]] QTime endUtc() const { return m_end; }
    [[nodiscard]] QString startWire() const; ///< "18:00Z"
    [[nodiscard]] QString endWire() const;
    [[nodiscard]] std::chrono::minutes length() const; ///< 1 minute … 24 h; equal ends mean 24 h
    /// At least one hour, as ModifyInstanceMaintainTime demands (api.md 8.1).
    [[nodiscard]] bool isSane() const;
    /// The occurrence `when` lies in, or nothing.
    [[nodiscard]] std::optional<WindowSpan> around(const QDateTime &when) const;
    /// The next `count` occurrences that start after `when`; the one around `when` is not among them.
    [[nodiscard]] QList<WindowSpan> next(const QDateTime &when, int count) const;

private:
    QTime m_start;
    QTime m_end;
};

} // namespace uplift
