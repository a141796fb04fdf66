// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace uplift::ui {

/// Does the environment say that the display is on another machine: X11 through SSH, RDP (xrdp, Windows),
/// VNC, X2Go, NX?
[[nodiscard]] bool isRemoteDisplay(const QProcessEnvironment &environment);

/// Is the display on another machine, where every repaint travels? The user's word, or what is found.
enum class RemoteChoice { Automatic, Yes, No };
[[nodiscard]] bool isRemote(RemoteChoice choice);

} // namespace uplift::ui
