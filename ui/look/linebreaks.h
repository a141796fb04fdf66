// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace uplift::ui {

/// A text whose parts, between `separator`, do not break: dates and times stay in one line.
[[nodiscard]] QString unbroken(const QString &text, const QString &separator = {});
/// No number is torn from the percent sign after it.
[[nodiscard]] QString withWholePercents(QString text);

} // namespace uplift::ui
