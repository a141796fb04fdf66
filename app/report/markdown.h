// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

namespace uplift::report {

/// The document as GitHub-flavoured Markdown, for tickets and chats that take no file. Pure; some 30 ms for
/// 200 instances, so not in the thread of the window.
/// Whatever a name or a note holds stays its own letters: marks of the language are escaped, line ends become
/// blanks, and an address in it does not become a link.
[[nodiscard]] QString markdownOf(const Document &document);

/// Foreign text as plain words within a line.
[[nodiscard]] QString markdownText(const QString &text);

} // namespace uplift::report
