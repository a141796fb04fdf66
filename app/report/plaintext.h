// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

namespace uplift::report {

/// The document as words alone, to be read on the screen and sent where no marks are understood. A table
/// becomes its rows, each value after the head of its column. Pure; for a worker's thread, as markdownOf().
[[nodiscard]] QString plainTextOf(const Document &document);

} // namespace uplift::report
