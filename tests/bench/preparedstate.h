// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace uplift::bench {

inline constexpr int preparedAccounts = 10;
inline constexpr int preparedProfiles = 1'000;
inline constexpr int preparedRows = 50'000;

/// Fills `folder` as a long-used --data-dir looks: profiles, and a journal of steps that have all ended.
/// Written by the rooms' own code. Empty when done; otherwise what went wrong.
[[nodiscard]] QString prepareState(const QString &folder);

inline constexpr int preparedCached = 10'000;
/// Puts a cache of preparedCached instances beside that, for the accounts of its workspace. Empty when done.
[[nodiscard]] QString prepareCache(const QString &folder);

/// Has the program of `folder` open dark and with its text at 150 %. Empty when done.
[[nodiscard]] QString prepareLooks(const QString &folder);

} // namespace uplift::bench
