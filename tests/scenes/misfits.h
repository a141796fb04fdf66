// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/paintrecord.h"

#include <QRegularExpression>
#include <QStringList>

class QWidget;

namespace uplift::scenes {

/// One line of text in a window, and who paints it.
struct PlacedText {
    QWidget *widget = nullptr;
    DrawnText drawn;
    QRectF inWindow; ///< its ink, as far as it can be seen; empty: scrolled out of view
    QList<QRectF> marks; ///< icons of the same widget that it covers, in the widget's coordinates
};

/// Every text in the window that is visible or would be after scrolling.
[[nodiscard]] QList<PlacedText> textsOf(QWidget &window);

/// What may end in or hold an ellipsis.
struct Expectations {
    QSize room; ///< of the screen; empty: not looked at
    /// Names the user or the provider gave. They alone may be elided, and in the middle: never an id, a
    /// version, a time or a text of ours.
    QStringList names;
    /// The program's own texts that hold an ellipsis themselves ("Add account…"), whole.
    QList<QRegularExpression> withEllipsis;
};

/// The program's texts with an ellipsis in "en" or "zh_CN", read from the translations.
[[nodiscard]] QList<QRegularExpression> ownEllipses(const QString &language);

/// Texts that are cut, elided or painted over each other, controls that overlap, and controls that can not be
/// reached: outside their window or the screen. One sentence each; none is good.
[[nodiscard]] QStringList misfits(QWidget &window, const QList<PlacedText> &texts,
                                  const Expectations &expectations);

/// "QPushButton addAccount in sidebar": for who has to find it.
[[nodiscard]] QString placeOf(const QWidget &widget);

} // namespace uplift::scenes
