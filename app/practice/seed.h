// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/world.h"

namespace uplift::practice {

/// What resources/practice.json holds. The file is part of the program; damage to it is our mistake and
/// asserted.
struct Seed {
    struct Item {
        PracticeInstance instance;
        QString window; ///< "soon", "open", or empty when instance.window is set
        bool upgrading = false; ///< a job is half way at the start
        bool failedTask = false; ///< its history holds a failed upgrade
        bool doneTask = false; ///< its history holds a finished upgrade
        SeedEvent event;
    };
    QList<Item> items;
    QList<PracticeRegion> regions;
    QList<PracticeRegion> moreRegions; ///< for large fleets
    QHash<QString, QList<Release>> releases;
};
[[nodiscard]] Seed readSeed();

} // namespace uplift::practice
