// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/journalrow.h"

#include <QByteArray>
#include <QList>

namespace uplift::report {

/// Attempts for other programs, in the order given. Both are pure and may be called from any thread; they
/// take some 200 µs for each attempt, so all but short histories belong into a worker's. No secret can
/// get in: a journal holds none, and a key's id is cut to its last four characters here once more.
/// Moments are ISO 8601 in UTC, states and kinds the journal's own words, never translated.

/// RFC 4180 with heads, UTF-8 with its mark, one line for each attempt. Several values in one cell stand
/// apart by "; ". What is not known is empty. Cells are safe for spreadsheets: see csvCell().
[[nodiscard]] QByteArray historyCsv(const QList<upgrade::JournaledStep> &steps);

/// {"format": "uplift-history", "version": 1, "attempts": […]}, indented. Each attempt: its whole plan, its
/// outcome, and every state with its moment and all that was journaled with it. What is not known is absent.
[[nodiscard]] QByteArray historyJson(const QList<upgrade::JournaledStep> &steps);

} // namespace uplift::report
