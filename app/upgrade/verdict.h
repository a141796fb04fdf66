// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/erroradvice.h"
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

/// Judges the facts of one start call. Pure. `advice` knows which codes are refused before execution (api.md
/// 15); SignatureNonceUsed is never one of them: an earlier copy may have been carried out (pitfalls A2).
[[nodiscard]] Judgement judge(const cloud::ChangeFacts &facts, const cloud::ErrorAdvice &advice);
[[nodiscard]] QString verdictName(Verdict verdict); ///< for the journal, never translated

} // namespace uplift::upgrade
