// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace uplift::cloud {

/// Time since the machine started, suspended hours included where the system can tell (Linux): a reply that
/// was asleep for an hour has a round trip of an hour, and is not taken for a measure of the clock (pitfalls
/// A3, A4).
[[nodiscard]] std::chrono::milliseconds bootTime();

} // namespace uplift::cloud
