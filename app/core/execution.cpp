// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/execution.h"

#include <algorithm>
#include <utility>

namespace uplift {

ExecutionStatus parseExecutionStatus(const QString &word)
{
    using Status = ExecutionStatus;
    static const std::pair<const char *, Status> words[] = {
        {"pending", Status::Pending}, {"queued", Status::Queued},       {"started", Status::Started},
        {"running", Status::Running}, {"waiting", Status::Waiting},     {"success", Status::Success},
        {"failed", Status::Failed},   {"cancelled", Status::Cancelled}, {"canceled", Status::Cancelled},
        {"skipped", Status::Skipped},
    };
    const QString lower = word.toLower();
    const auto *found = std::find_if(std::begin(words), std::end(words),
                                     [&](const auto &one) { return lower == QLatin1String(one.first); });
    return found == std::end(words) ? Status::Unknown : found->second;
}

bool isEnded(ExecutionStatus status)
{
    return status == ExecutionStatus::Success || status == ExecutionStatus::Failed
        || status == ExecutionStatus::Cancelled || status == ExecutionStatus::Skipped;
}

} // namespace uplift
