// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/throttling.h"

namespace uplift::cloud {

bool isThrottling(const ApiError &error, const ErrorAdvice &advice)
{
    constexpr int tooMany = 429;
    const Advice *known = advice.adviceFor(error.code);
    return error.httpStatus == tooMany || (known && known->kind == Error::Kind::Throttled);
}

std::optional<std::chrono::milliseconds> retryAfter(const ApiError &error, const WireReply &reply)
{
    if (error.retryAfter)
        return error.retryAfter;
    bool ok = false;
    const int seconds = reply.retryAfter.trimmed().toInt(&ok);
    constexpr int maxSeconds = 600;
    if (!ok || seconds < 0 || seconds > maxSeconds)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

} // namespace uplift::cloud
