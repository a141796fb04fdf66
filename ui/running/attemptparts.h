// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QTimeZone>
#include <QWidget>

class QVBoxLayout;

namespace uplift::ui {

// Pieces of one attempt that the running view and the history show alike. Each adds itself to `column`, or
// nothing where there is nothing to say.

/// Switched outside its window, window passed without a change, last question not answered: what to do.
/// `moved`: the user moved the switch, so that outside the window is where it belongs.
void addAlarms(QVBoxLayout *column, const upgrade::StepView &step, const QTimeZone &zone, bool moved = false);
/// The four parts of why it ended so, or the verdict and its proof. The RequestId is shown elsewhere.
void addVerdict(QVBoxLayout *column, const upgrade::StepView &step);
/// "What was seen", each with its time.
void addEvidence(QVBoxLayout *column, const upgrade::StepView &step);
/// `doubt`: it is not known yet whether it was started.
[[nodiscard]] QWidget *evidenceRow(const upgrade::Evidence &evidence, bool doubt);
/// Each node with role, zone and its version before and after.
void addNodes(QVBoxLayout *column, const upgrade::StepView &step);
/// What users decided, when and why.
void addDecisions(QVBoxLayout *column, const upgrade::StepView &step, const QTimeZone &zone);

/// One node before and after; pure.
struct NodeLine {
    QString name;
    QString role; ///< "master"; "slave → master" when it changed
    QString zone;
    QString version; ///< "7.0.1.8 → 7.0.1.14"
    friend bool operator==(const NodeLine &, const NodeLine &) = default;
};
[[nodiscard]] QList<NodeLine> nodeLines(const upgrade::StepView &step);

} // namespace uplift::ui
