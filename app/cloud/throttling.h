// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/erroradvice.h"
#include "cloud/wire.h"

namespace uplift::cloud {

/// Was the call refused because there were too many? By its code, or by HTTP's own status (pitfalls A6).
[[nodiscard]] bool isThrottling(const ApiError &error, const ErrorAdvice &advice);

/// How long the service wants no call: its own header in milliseconds, else HTTP's in seconds, at most ten
/// minutes; nothing when it does not say or says something odd.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const ApiError &error,
                                                                  const WireReply &reply);

} // namespace uplift::cloud
