// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace uplift::cloud {

/// "Fri, 10 Apr 2026 02:04:06 GMT" as UTC; nothing when it is not exactly that.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(const QByteArray &header);

/// One exchange, as far as clocks go.
struct ClockSample {
    QByteArray dateHeader; ///< Date of a reply whose TLS session was verified, or of a loopback server
    QDateTime sent; ///< our wall clock when the request went out, UTC
    std::chrono::milliseconds roundTrip{0}; ///< monotonic
};

/// Server clock minus ours, against the middle of the round trip; ±1 s. Nothing when the header is odd, the
/// round trip was over 10 s or negative, or the clocks are more than ten years apart (pitfalls A4).
[[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset(const ClockSample &sample);

} // namespace uplift::cloud
