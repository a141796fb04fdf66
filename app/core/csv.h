// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace uplift {

/// One cell of a CSV file (RFC 4180 section 2): quoted where needed. Control and bidi characters become
/// blanks or go; what a spreadsheet would take for a formula (= + - @, also in full width) gets an apostrophe
/// before it (OWASP, CSV Injection).
[[nodiscard]] QString csvCell(const QString &text);

} // namespace uplift
