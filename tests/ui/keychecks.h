// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMenu;
class QWidget;

namespace uplift::ui::keys {

/// What Alt and a letter reach in this window, twice: "Alt+N: Name and Note". Of what shows; empty is well.
[[nodiscard]] QStringList mnemonicClashes(const QWidget &window);
/// The same within a menu and each of its submenus.
[[nodiscard]] QStringList mnemonicClashes(QMenu &menu);
/// Shortcuts that two actions of this window answer, or an action and a mnemonic that shows.
[[nodiscard]] QStringList shortcutClashes(const QWidget &window);

struct Walk {
    QStringList order; ///< object names, or classes where there is none, as Tab comes to them
    QStringList faults; ///< one sentence each
};
/// Goes once round by Tab: comes back to where it began, comes to everything that takes the focus by Tab,
/// shows where the focus is, and Shift+Tab leads back.
[[nodiscard]] Walk walkByTab(QWidget &window);

} // namespace uplift::ui::keys
