// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/marks.h"
#include "upgrade/batchrunner.h"
#include "upgrade/upgrades.h"

#include <QTimeZone>

namespace uplift::ui {

/// One thing that is open when the window is closed: what becomes of it without Uplift.
struct ClosingLine {
    Mark mark;
    QString head; ///< "3 upgrades go on in the cloud"
    QString text;
};
struct ClosingWords {
    QString heading;
    QList<ClosingLine> lines; ///< first what goes on by itself, then what will not
};

/// What closing means for what is open; nothing when nothing is. `practice`: the cloud ends with the window.
/// Pure.
[[nodiscard]] std::optional<ClosingWords> closingWords(const QList<upgrade::StepView> &steps,
                                                       const QList<upgrade::BatchView> &batches,
                                                       bool practice, const QDateTime &now,
                                                       const QTimeZone &zone);

} // namespace uplift::ui
