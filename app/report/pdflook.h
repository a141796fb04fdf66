// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <QColor>
#include <QFont>

namespace uplift::report {

/// Fonts and colours of the printed document.
[[nodiscard]] QFont pdfFont(qreal points, QFont::Weight weight = QFont::Normal);
[[nodiscard]] QFont pdfFixedFont(qreal points);
[[nodiscard]] QColor pdfColor(Tone tone);
/// Behind notes and tags.
[[nodiscard]] QColor pdfGround(Tone tone);

} // namespace uplift::report
