// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a batch as a whole, and why it holds.
#include "upgrade/batchmoves.h"

#include <QCoreApplication>

#include <array>

namespace uplift::upgrade {

namespace {

struct StateRow {
    BatchState state;
    const char *name;
    const char *text;
};

constexpr std::array states{
    StateRow{BatchState::Running, "Running", QT_TRANSLATE_NOOP("uplift::upgrade", "Running")},
    StateRow{BatchState::Paused, "Paused", QT_TRANSLATE_NOOP("uplift::upgrade", "Paused")},
    StateRow{BatchState::Held, "Held", QT_TRANSLATE_NOOP("uplift::upgrade", "Stopped by a rule")},
    StateRow{BatchState::Stopping, "Stopping",
             QT_TRANSLATE_NOOP("uplift::upgrade", "Ends after the current ones")},
    StateRow{BatchState::Stopped, "Stopped", QT_TRANSLATE_NOOP("uplift::upgrade", "Stopped")},
    StateRow{BatchState::Finished, "Finished", QT_TRANSLATE_NOOP("uplift::upgrade", "Finished")},
};

struct HoldRow {
    Hold::Reason reason;
    const char *name;
};

constexpr std::array holds{
    HoldRow{Hold::Reason::Failures, "Failures"},
    HoldRow{Hold::Reason::Undecided, "Undecided"},
    HoldRow{Hold::Reason::OutsideWindow, "OutsideWindow"},
    HoldRow{Hold::Reason::CanaryNotVerified, "CanaryNotVerified"},
    HoldRow{Hold::Reason::MissedStart, "MissedStart"},
    HoldRow{Hold::Reason::Refused, "Refused"},
};

const StateRow &rowOf(BatchState state)
{
    for (const StateRow &row : states) {
        if (row.state == state)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isEnd(BatchState state) { return state == BatchState::Stopped || state == BatchState::Finished; }

bool mayFollow(BatchState from, BatchState to)
{
    if (from == to)
        return !isEnd(from);
    switch (from) {
    case BatchState::Running:
        return to != BatchState::Stopped;
    case BatchState::Paused:
    case BatchState::Held:
        return to == BatchState::Running || to == BatchState::Stopping || to == BatchState::Finished;
    case BatchState::Stopping:
        return to == BatchState::Stopped || to == BatchState::Finished;
    default:
        return false;
    }
}

QString batchStateName(BatchState state) { return QString::fromLatin1(rowOf(state).name); }

std::optional<BatchState> batchStateFromName(const QString &name)
{
    for (const StateRow &row : states) {
        if (name == QLatin1String(row.name))
            return row.state;
    }
    return std::nullopt;
}

QString batchStateText(BatchState state)
{
    return QCoreApplication::translate("uplift::upgrade", rowOf(state).text);
}

QString holdName(Hold::Reason reason)
{
    for (const HoldRow &row : holds) {
        if (row.reason == reason)
            return QString::fromLatin1(row.name);
    }
    Q_UNREACHABLE();
}

std::optional<Hold::Reason> holdFromName(const QString &name)
{
    for (const HoldRow &row : holds) {
        if (name == QLatin1String(row.name))
            return row.reason;
    }
    return std::nullopt;
}

} // namespace uplift::upgrade
