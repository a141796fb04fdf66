// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <functional>

namespace uplift::report {

/// Widths of a table's columns, `width` in all: each as wide as its longest line where that fits; otherwise
/// the wide ones give way, none below its longest word as long as that can be had. Pure but for `measure`,
/// the width of one line of text.
[[nodiscard]] QList<qreal> columnWidths(const Table &table, qreal width, qreal gap,
                                        const std::function<qreal(const Phrase &)> &measure);

} // namespace uplift::report
