// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace uplift {

/// Strong identities: two QStrings in one call will be swapped some day.
template <class Tag> struct Id {
    QString value;
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &a, const Id &b) { return a.value == b.value; }
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using InstanceId = Id<struct InstanceTag>; ///< r-bp1zxszhcgatnx4b2c, or 16 hex digits (old ones)
using RegionId = Id<struct RegionTag>; ///< cn-hangzhou
using AccountId = Id<struct AccountTag>; ///< UUID of ours, without braces
using ProfileId = Id<struct ProfileTag>; ///< UUID of ours, without braces
using StepId = Id<struct StepTag>; ///< one attempt: a UUID of ours, or its plan's with its place in it
using PlanId = Id<struct PlanTag>; ///< UUID of ours, one batch
using TaskId = Id<struct TaskTag>; ///< t-…, the provider's task

/// An instance id as typed: trimmed and lower-cased, then checked against api.md 18
/// (`r-` + letters and digits, or 16 hex digits). Ids of other product lines (tt-, tk-, tc-, ta-, tv-) and of
/// distributed instances (gr-, grr-) are refused with a sentence that says what they are. Field: instanceId.
[[nodiscard]] Result<InstanceId> parseInstanceId(const QString &typed);

/// A region id as typed: trimmed, lower-cased, shape checked. Field: region.
[[nodiscard]] Result<RegionId> parseRegionId(const QString &typed);

/// The region an instance id's letters hint at (bp = cn-hangzhou …); empty when unknown. A hint, never a
/// verdict. Source: examples in the provider's pages, 2026-11-22; unverified.
[[nodiscard]] RegionId regionHint(const InstanceId &id);

} // namespace uplift
