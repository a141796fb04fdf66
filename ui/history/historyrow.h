// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"
#include "upgrade/journalrow.h"

#include <QTimeZone>

namespace uplift::ui {

/// One attempt as a line of the history.
struct HistoryRow {
    upgrade::JournaledStep step;
    QDateTime sent; ///< UTC, when it was requested; of one that never was: when it was planned
    QDateTime since; ///< UTC, of the last state
    [[nodiscard]] bool isOpen() const { return !upgrade::isEnd(step.state()); }
};
[[nodiscard]] HistoryRow historyRowOf(const upgrade::JournaledStep &step);

// Pure, by column. Foreign texts come without control and bidi characters.
[[nodiscard]] QString instanceText(const HistoryRow &row);
[[nodiscard]] Mark outcomeMark(const HistoryRow &row);
/// "19 Nov 2026 14:20:11 (UTC+8), 19 Nov 2026 06:20:11 UTC"
[[nodiscard]] QString sentInFull(const HistoryRow &row, const QTimeZone &zone);
/// "22 min"; "–" of an open one, which has not ended yet.
[[nodiscard]] QString tookText(const HistoryRow &row);
/// One sentence for screen readers: "ad-budget, Production, rejected, 7.0.1.12 to 7.0.1.14, …".
[[nodiscard]] QString spokenText(const HistoryRow &row, const QDateTime &now, const QTimeZone &zone);
/// The line as text for the clipboard, parts apart by tabs; moments with date and UTC.
[[nodiscard]] QString copiedText(const HistoryRow &row);

} // namespace uplift::ui
