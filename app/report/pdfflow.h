// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTextLayout>

#include <memory>

class QPaintDevice;

namespace uplift::report {

/// What stands on one page, in the device's units. Grounds lie beneath the text.
struct PdfPage {
    struct Ground {
        QRectF area;
        QColor color;
    };
    struct Line {
        std::shared_ptr<QTextLayout> layout; ///< shared by the lines of one text
        int number = 0;
        QPointF at; ///< of the text's first line, had it stood here whole
        QColor color;
    };
    QList<Ground> grounds;
    QList<Line> lines;
};

/// Lays a document out on pages of `size` for `device`. A row of a table stays whole where it fits on a page,
/// the heads stand on each page again, a heading does not stay alone at the foot.
/// Not QTextDocument: that scales its lengths by the resolution of the screen, also far from any, and knows
/// no heading that stays with its text.
[[nodiscard]] QList<PdfPage> pdfPages(const Document &document, const QSizeF &size, QPaintDevice *device);

} // namespace uplift::report
