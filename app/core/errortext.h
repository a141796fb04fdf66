// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace uplift {

/// Is trying again safe? What the sentence of it begins with; icons go by it too.
enum class TryAgain {
    Yes,
    AfterCause, ///< does no harm, and no good until the cause is removed
    No,
    AskFirst
};
[[nodiscard]] TryAgain tryAgain(const Error &error);

/// The four parts of an Error in the words of ui.md 9; whole sentences.
struct ErrorText {
    QString headline; ///< "Refused: this key may not do that"
    QString code; ///< second line: the service's code; empty when it gave none
    QString happened; ///< with the service's own words in quotation marks, marked as such
    QString changed; ///< begins with No, Yes or Not known
    QString again; ///< begins with Yes, No or Ask first
    QString next;
    QString requestId; ///< empty: none is known
};

[[nodiscard]] ErrorText errorText(const Error &error);
/// What happened and what to do next, in a line: for a notice, where the whole has no room.
[[nodiscard]] QString errorInBrief(const Error &error);
/// All of it as plain lines, for the clipboard and for screen readers.
[[nodiscard]] QString errorAsText(const ErrorText &text);

} // namespace uplift
