// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace uplift::tour {

class Driver;

/// A batch in the practice cloud: planned, looked at as a dry run, confirmed, followed through a failure and
/// a pause to its end, saved and opened again. Throws Stopped when something does not come true.
void batchTour(Driver &driver);

} // namespace uplift::tour
