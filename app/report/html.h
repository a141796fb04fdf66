// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

namespace uplift::report {

/// The document as one HTML file that stands by itself: no script, nothing loaded from elsewhere, well-formed
/// as XML, readable on screen and on paper. Colours are the light ones of the window; each has its word.
/// Pure; some 30 ms for 200 instances, so not in the thread of the window.
[[nodiscard]] QString htmlOf(const Document &document);

} // namespace uplift::report
