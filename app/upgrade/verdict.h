// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/error.h"

namespace uplift::upgrade {

/// What the end of a start call proves (pitfalls A1).
enum class Verdict {
    NotSent, ///< certain: nothing left this machine
    Accepted, ///< 2xx, a whole body, a RequestId
    Rejected, ///< certain: a whole API error whose code is known as refused before execution
    RejectedForClock, ///< likewise, and one re-signed retry may mend it
    Unknown ///< anything else: ask the provider, never send again
};

struct Judgement {
    Verdict verdict = Verdict::Unknown;
    Error error; ///< four parts and the RequestId; says nothing when Accepted
};

/// Judges the facts of one start call. Pure.
[[nodiscard]] Judgement judge(const cloud::StartFacts &facts);

/// Is this code, or its prefix before a dot, documented as refused before anything was carried out (api.md
/// 15)? SignatureNonceUsed is not: an earlier copy may have been carried out (pitfalls A2).
[[nodiscard]] bool isRefusedBeforeExecution(const QString &code);
/// InvalidTimeStamp.Expired, IllegalTimestamp: the clock alone is at fault.
[[nodiscard]] bool isClockRefusal(const QString &code);
[[nodiscard]] QString verdictName(Verdict verdict); ///< for the journal, never translated

} // namespace uplift::upgrade
