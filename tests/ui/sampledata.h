// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"

#include <QList>

/// A small fleet for looking at and for tests of views; all names and ids are invented.
namespace sample {

/// The moment the samples are seen at: Thu 19 Nov 2026, 14:32 in UTC+8.
[[nodiscard]] QDateTime now();
[[nodiscard]] QTimeZone zone();
[[nodiscard]] QList<uplift::ui::InstanceRow> rows();
[[nodiscard]] uplift::ui::SidebarContent sidebar();
[[nodiscard]] QList<uplift::ui::StripItem> strip();

} // namespace sample
