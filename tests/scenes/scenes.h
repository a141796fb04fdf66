// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/stage.h"

namespace uplift::scenes {

/// One state of the window or a dialog worth looking at, reached from the one before.
struct Scene {
    const char *name;
    void (*set)(Stage &stage); ///< throws tour::Stopped when it cannot be reached
};

// Shown in this order; dialogs and menus are closed after each. A new window or dialog is a line more in one
// of these tables.
[[nodiscard]] QList<Scene> startScenes(); ///< before there is anything; ends in the practice cloud
[[nodiscard]] QList<Scene> fleetScenes(); ///< table and form
[[nodiscard]] QList<Scene> dialogScenes(); ///< of accounts, profiles and one instance
[[nodiscard]] QList<Scene> attemptScenes(); ///< what runs, and the history
[[nodiscard]] QList<Scene> batchScenes();
[[nodiscard]] QList<Scene> homeScenes(); ///< of the program and no instance: settings, help, log

} // namespace uplift::scenes
