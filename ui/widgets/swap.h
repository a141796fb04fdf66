// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBoxLayout;
class QLayout;
class QWidget;

namespace uplift::ui {

/// A layout shows what is added to it only when the event loop comes round; until then a pane that is drawn
/// is empty. Shows at once what `layout` and the layouts in it hold, but for what was hidden on purpose.
void showAdded(QLayout *layout);

/// Puts `fresh`, built completely, where `shown` stands in `column` (first, when there is none) and deletes
/// what stood there: in one step, so that the place is never seen empty. The focus stays on the part of the
/// same object name.
void swapContent(QBoxLayout *column, QWidget *&shown, QWidget *fresh);

} // namespace uplift::ui
