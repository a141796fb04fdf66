// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/foundcredential.h"

namespace uplift::accounts {

/// Reads one file into wipeable bytes. `shown` is how the user knows it. Blocks, but never for a fifo.
[[nodiscard]] SourceFile readSourceFile(const QString &path, const QString &shown);

/// ~/.aliyun/config.json, unless the environment switches it off.
[[nodiscard]] SourceFile readCliFile(const Surroundings &surroundings);
/// ~/.alibabacloud/credentials, or the file ALIBABA_CLOUD_CREDENTIALS_FILE names; "~" is the home folder.
[[nodiscard]] SourceFile readIniFile(const Surroundings &surroundings);

} // namespace uplift::accounts
