// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/driver.h"

namespace uplift::tour {

/// The quiet hour in the form, what a form offers for proxies and backups, and every change from the details,
/// each carried out in the practice cloud. Pictures at both sizes.
void detailsTour(Driver &driver);

} // namespace uplift::tour
