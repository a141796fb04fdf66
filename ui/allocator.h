// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace uplift::ui {

/// Tells the C library to keep one heap for all threads and to give freed blocks back. Uplift's threads
/// mostly wait, so they never compete for it, while a heap each costs megabytes on a bastion host shared by
/// many. Source: mallopt(3), Linux man-pages 6.03, 2023-02-05. Elsewhere than with glibc nothing is done.
void keepHeapSmall();

} // namespace uplift::ui
