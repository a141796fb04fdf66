// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/tablecolumns.h"

class QMenu;

namespace uplift::ui {

class InstanceTable;

/// "View" of the table: compact, columns, groups, order; for the window's menu. Ask anew each time it opens.
void fillViewMenu(QMenu &menu, InstanceTable &table);
/// The menu of a head: its fact, the second line's facts, and adding them behind the keys there are.
void fillHeadMenu(QMenu &menu, InstanceTable &table, Column column);

} // namespace uplift::ui
