// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;
class QWidget;

namespace uplift::ui {

/// Calls `then` once the window has painted itself for the first time, or after a third of a second if
/// nothing paints it (minimised, or covered). What need not be on that first picture waits until then. Not
/// called once `context` is gone.
void afterFirstPaint(QWidget *window, QObject *context, std::function<void()> then);

} // namespace uplift::ui
