// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/plan.h"

#include <QList>

class QWidget;

namespace uplift::ui {

class Session;

/// "Show the request" of one step, or of several that follow each other: as Uplift would send them, and of a
/// single upgrade of the kernel the same call for other tools. Nothing is sent.
void openRequests(Session &session, const QList<upgrade::StepPlan> &plans, QWidget *window);

} // namespace uplift::ui
