// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

namespace uplift::ui {

class Segmented;

/// Production, Staging, Development with their colours, as a segmented control; ids are the enum's values.
[[nodiscard]] Segmented *environmentChoice(Environment current);
[[nodiscard]] Environment chosenEnvironment(const Segmented &choice);

} // namespace uplift::ui
