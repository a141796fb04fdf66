// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/driver.h"
#include "upgrade/batches.h"
#include "upgrade/upgrades.h"

#include <QStringList>

#include <optional>

namespace uplift::ui {
class BatchDraft;
class DetailsDialog;
} // namespace uplift::ui

/// What people do in the window again and again. Each throws Stopped when it does not come true.
namespace uplift::tour {

void bothSizes(Driver &driver, const QString &name); ///< a picture at 1366x768 and one at 1024x600
void whenListed(Driver &driver); ///< until the whole fleet was asked for
/// The row of the instance that a profile of this name is about.
[[nodiscard]] QString keyOf(Driver &driver, const QString &name);
/// Until the form shows the instance and every question of the preflight was answered.
void openInstance(Driver &driver, const QString &name);
void scrollForm(Driver &driver, const char *to);
/// The dialog that came to the front.
QWidget *frontDialog(Driver &driver, const char *what);
ui::DetailsDialog *openDetails(Driver &driver, const QString &name);
/// A button of the details by the start of its name.
void press(Driver &driver, ui::DetailsDialog *details, const char *start);

[[nodiscard]] std::optional<upgrade::StepView> newestStep(Driver &driver);
void waitForState(Driver &driver, upgrade::StepState state);

[[nodiscard]] ui::BatchDraft &draftOf(Driver &driver);
/// As by Ctrl and click on each; until the plan of the selection was checked.
void selectInstances(Driver &driver, const QStringList &names);
/// The box's entry for a wait of so many minutes, by keys.
void chooseWait(Driver &driver, const char *name, int minutes);
[[nodiscard]] upgrade::BatchView newestBatch(Driver &driver);

} // namespace uplift::tour
