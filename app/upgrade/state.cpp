// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/state.h"

#include <QCoreApplication>

#include <array>

namespace uplift::upgrade {

namespace {

struct Row {
    StepState state;
    const char *name;
    const char *text;
};

// Texts: ui.md 5.
constexpr std::array rows{
    Row{StepState::Planned, "Planned", QT_TRANSLATE_NOOP("uplift::upgrade", "Planned")},
    Row{StepState::Requested, "Requested", QT_TRANSLATE_NOOP("uplift::upgrade", "Requested")},
    Row{StepState::Unanswered, "Unanswered", QT_TRANSLATE_NOOP("uplift::upgrade", "No answer yet")},
    Row{StepState::Undecided, "Undecided",
        QT_TRANSLATE_NOOP("uplift::upgrade", "Undecided, needs your decision")},
    Row{StepState::Accepted, "Accepted", QT_TRANSLATE_NOOP("uplift::upgrade", "Accepted")},
    Row{StepState::Waiting, "Waiting", QT_TRANSLATE_NOOP("uplift::upgrade", "Waiting for its window")},
    Row{StepState::Running, "Running", QT_TRANSLATE_NOOP("uplift::upgrade", "Upgrading")},
    Row{StepState::Switching, "Switching", QT_TRANSLATE_NOOP("uplift::upgrade", "Switching")},
    Row{StepState::Verified, "Verified", QT_TRANSLATE_NOOP("uplift::upgrade", "Verified")},
    Row{StepState::Rejected, "Rejected", QT_TRANSLATE_NOOP("uplift::upgrade", "Rejected")},
    Row{StepState::NotStarted, "NotStarted", QT_TRANSLATE_NOOP("uplift::upgrade", "Not started")},
    Row{StepState::Cancelled, "Cancelled", QT_TRANSLATE_NOOP("uplift::upgrade", "Cancelled")},
    Row{StepState::Failed, "Failed", QT_TRANSLATE_NOOP("uplift::upgrade", "Failed")},
    Row{StepState::Unchanged, "Unchanged", QT_TRANSLATE_NOOP("uplift::upgrade", "Ended, version unchanged")},
    Row{StepState::Gone, "Gone", QT_TRANSLATE_NOOP("uplift::upgrade", "Instance released")},
};

const Row &rowOf(StepState state)
{
    for (const Row &row : rows) {
        if (row.state == state)
            return row;
    }
    Q_UNREACHABLE();
}

// An end reached while the provider carries the upgrade out.
bool isOutcome(StepState state)
{
    switch (state) {
    case StepState::Verified:
    case StepState::Cancelled:
    case StepState::Failed:
    case StepState::Unchanged:
    case StepState::Gone:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isEnd(StepState state)
{
    return isOutcome(state) || state == StepState::Rejected || state == StepState::NotStarted;
}

bool mayFollow(StepState from, StepState to)
{
    using enum StepState;
    if (from
        == to) // a note on the same state; of Requested the one re-signed retry after a refusal for the clock
        return from != Planned && !isEnd(from);
    switch (from) {
    case Planned:
        return to == Requested || to == Cancelled || to == NotStarted;
    case Requested:
        return to == Accepted || to == Rejected || to == NotStarted || to == Unanswered;
    case Unanswered:
        return to == Accepted || to == NotStarted || to == Undecided || to == Gone;
    case Undecided:
        return to == Accepted || to == NotStarted || to == Gone;
    case Accepted:
        return to == Waiting || to == Running || to == Switching || isOutcome(to);
    case Waiting:
        return to == Running || to == Switching || isOutcome(to);
    case Running:
        return to == Switching || isOutcome(to);
    case Switching:
        return isOutcome(to);
    default:
        return false;
    }
}

QString stateName(StepState state) { return QString::fromLatin1(rowOf(state).name); }

StepState stateFromName(const QString &name, bool *known)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name)) {
            if (known)
                *known = true;
            return row.state;
        }
    }
    if (known)
        *known = false;
    return StepState::Planned;
}

QString stateText(StepState state)
{
    return QCoreApplication::translate("uplift::upgrade", rowOf(state).text);
}

} // namespace uplift::upgrade
