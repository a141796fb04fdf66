// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QApplication;

namespace uplift::ui {

/// The steps of type (ui.md 2), as factors of the application font: a larger font of the user enlarges all.
enum class Type {
    Tag, ///< 10 px at 100 %
    Small, ///< 11
    Note, ///< 12
    Body, ///< 13
    Title, ///< 16, pane titles
    Heading, ///< 18, titles in dialogs, the running phase
    Figure, ///< 20
    Headline ///< 22, first start
};

/// Sets the application's font: the desktop's own when a platform theme names one, otherwise Inter, Noto
/// Sans, DejaVu Sans; always with Noto Sans CJK SC behind it. Families in <bin>/../share/uplift/fonts stand
/// in for those the system lacks. `scale` is the user's wish, 1.0 = as it is.
void applyFonts(QApplication &application, qreal scale = 1.0);

/// A step in the application's font.
[[nodiscard]] QFont typeFont(Type step, QFont::Weight weight = QFont::Normal);
/// How high one line of text in this step is, in the user's language: Chinese stands higher.
[[nodiscard]] int textLineHeight(Type step);
/// For ids, RequestIds and wire values.
[[nodiscard]] QFont fixedFont(Type step = Type::Note, QFont::Weight weight = QFont::Normal);

/// The application font's size against the 13 px all sizes are written for.
[[nodiscard]] qreal typeScale();
/// A size from the design (at 100 %) for the font in use.
[[nodiscard]] int scaled(int pixels);

} // namespace uplift::ui
