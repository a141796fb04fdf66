// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace uplift::ui {

/// The topic that fits where the user is: of the widget, or of the nearest thing around it that has one.
/// Empty where nothing has. `widget` may be nullptr.
[[nodiscard]] QString helpTopicOf(const QWidget *widget);

} // namespace uplift::ui
