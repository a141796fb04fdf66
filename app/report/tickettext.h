// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "upgrade/plan.h"
#include "upgrade/state.h"

#include <QDateTime>
#include <QTimeZone>

namespace uplift::report {

/// Words and moments of the change ticket; all translated.

[[nodiscard]] Phrase plain(const QString &text);
[[nodiscard]] Phrase whole(const QString &text); ///< not broken into lines
[[nodiscard]] Phrase fixed(const QString &text); ///< unknown() when there is none
[[nodiscard]] Phrase unknown();
/// The text, or unknown().
[[nodiscard]] Phrase known(const QString &text);

[[nodiscard]] Phrase environmentPhrase(Environment environment); ///< a tag
[[nodiscard]] Phrase statePhrase(upgrade::StepState state);
/// "7.0.1.8", without its prefix; the raw text when it is no version; empty stays empty.
[[nodiscard]] QString versionText(const QString &raw);

/// "2026-11-20 02:00:13 +08:00"
[[nodiscard]] QString localText(const QDateTime &when, const QTimeZone &zone);
[[nodiscard]] Phrase localPhrase(const QDateTime &when, const QTimeZone &zone); ///< whole
/// "2026-11-19 18:00:13 UTC"
[[nodiscard]] QString utcText(const QDateTime &when);
/// Both, a line each; unknown() for a moment that is invalid.
[[nodiscard]] Cell momentCell(const QDateTime &when, const QTimeZone &zone);
/// "2026-11-20 02:00 – 06:00 +08:00", and the same in UTC.
[[nodiscard]] Cell spanCell(const WindowSpan &span, const QTimeZone &zone);
/// "40 s", "12 min 5 s", "1 h 30 min", "2 days 3 h"; a negative one, of clocks that jumped, is "0 s".
[[nodiscard]] QString lengthText(qint64 seconds);
/// Between two moments; unknown() when one is missing.
[[nodiscard]] Phrase lengthPhrase(const QDateTime &from, const QDateTime &to);

} // namespace uplift::report
