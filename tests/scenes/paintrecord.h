// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace uplift::scenes {

/// One line of text as a widget paints it.
struct DrawnText {
    QString text; ///< with the … of an elision
    QRectF box; ///< advance by ascent and descent, in the widget's coordinates
    QRectF ink; ///< what its glyphs cover
    QRectF clip; ///< the painter's own clip; null: none
    QColor color;
    QFont font;
};

/// What one widget paints.
struct Drawn {
    QList<DrawnText> texts;
    QList<QRectF> marks; ///< icons: pictures of at most 40 px
};

/// What `widget` paints by itself, without its children: asked of its paint event, so nothing a delegate or
/// a widget of our own draws is missed. Runs of one line are put together.
[[nodiscard]] Drawn drawnBy(QWidget &widget);

} // namespace uplift::scenes
