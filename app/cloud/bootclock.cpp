// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/bootclock.h"

#include <ctime>

namespace uplift::cloud {

std::chrono::milliseconds bootTime()
{
#ifdef CLOCK_BOOTTIME
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return std::chrono::seconds(now.tv_sec) + std::chrono::milliseconds(now.tv_nsec / 1'000'000);
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace uplift::cloud
