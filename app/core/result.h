// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <functional>

namespace uplift {

/// A T, or the Error that prevented it.
template <class T> using Result = tl::expected<T, Error>;
/// Done, or why not.
using Outcome = Result<void>;
/// Hears one answer, once, on the thread of its context. Takes the Result by value: it may hold secrets,
/// which only move.
template <class T> using Handler = std::function<void(Result<T>)>;

inline tl::unexpected<Error> failure(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace uplift
