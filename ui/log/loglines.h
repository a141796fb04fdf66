// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/callrecord.h"
#include "core/error.h"

#include <QStringList>

namespace uplift::ui {

/// "DescribeInstances region=cn-hangzhou host=… status=200 request=… ms=84", and what went wrong. English.
[[nodiscard]] QString callLine(const cloud::CallRecord &record);
/// The kind, the detail, the code and RequestId of an error; its sentence where there is no detail.
[[nodiscard]] QString errorLine(const Error &error);
/// "0.1.0 on Qt 6.4.2, xcb, process 4711"
[[nodiscard]] QString startLine();

/// The lines of `text` that hold every word of `words`, whatever their case; all of them for no word.
[[nodiscard]] QStringList linesWith(const QString &text, const QString &words);

} // namespace uplift::ui
