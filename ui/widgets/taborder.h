// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace uplift::ui {

/// Tab comes to widgets in the order in which they got into the window; what was made later than its
/// neighbours is reached last, wherever it stands. This leads Tab from the first widget within `container`,
/// which stays where it is, through the others as parents have their children. Call it when the new ones
/// are in their layout.
void tabThrough(QWidget *container);

} // namespace uplift::ui
