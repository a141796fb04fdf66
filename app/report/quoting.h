// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace uplift::report {

/// Languages a value may be quoted for. Every function here gives text that is one token in its language,
/// whatever the value holds: it cannot end early, run a command or open a comment.
enum class Language { Shell, Yaml, Python, Java, Go, JavaScript };

/// The value as a string literal, quotes included. Non-ASCII and control characters are written as escapes,
/// except in Shell, where they stand as they are between single quotes (NUL is dropped: no shell can hold
/// it).
[[nodiscard]] QString quoted(const QString &value, Language language);

/// Text for the rest of a comment line: control, bidi and line separating characters become spaces, and
/// backslashes become slashes, since Java reads \u000a as a line feed even there.
[[nodiscard]] QString commentText(const QString &value);

} // namespace uplift::report
