// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QTimeZone>
#include <QWidget>

namespace uplift::ui {

/// The steps of one attempt from top to bottom with their times, the present one bold, those to come faint,
/// and the dashed line after which nothing can be stopped.
class StepTimeline : public QWidget {
    Q_OBJECT
public:
    StepTimeline(const upgrade::StepView &step, const QTimeZone &zone, QWidget *parent = nullptr);
};

/// One line of it; pure, for tests.
struct TimelineEntry {
    enum class Kind { Done, Present, ToCome, Bad, Doubt, NoReturn };
    Kind kind;
    QString text;
    QString time;
    QString detail;
};
[[nodiscard]] QList<TimelineEntry> timelineOf(const upgrade::StepView &step, const QTimeZone &zone);

} // namespace uplift::ui
