// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace uplift::upgrade {

inline constexpr int journalApplicationId = 0x55504C46; // "UPLF"
inline constexpr int journalVersion = 2;

/// The statements that lead from the version before to `version`, to be run in one transaction with
/// user_version.
[[nodiscard]] QStringList schemaStatements(int version);

} // namespace uplift::upgrade
