// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "upgrade/upgrades.h"

#include <QTimeZone>
#include <QWidget>

#include <chrono>

namespace uplift::ui {

/// One attempt over time.
struct TimelineLane {
    QString name;
    Environment environment = Environment::Production;
    QDateTime begin; ///< UTC, when it was sent
    QDateTime end; ///< UTC, of one that ended; invalid: it is open
    QDateTime expected; ///< UTC, by the service's own estimate; invalid: none
    std::optional<WindowSpan> window; ///< it waits for
    bool asks = false; ///< for a decision
};
/// Lanes of what is open, oldest first. Pure.
[[nodiscard]] QList<TimelineLane> lanesOf(const QList<upgrade::StepView> &steps, const QDateTime &now);

/// The hours a timeline shows and how far its ticks are apart: at most `ticks` of them. What lies further
/// away than a day is not shown. Pure.
struct TimeAxis {
    QDateTime from;
    QDateTime to;
    std::chrono::minutes step{60};
};
[[nodiscard]] TimeAxis axisOf(const QList<TimelineLane> &lanes, const QDateTime &now, int ticks);

/// What runs, as bars over the hours: since when, until when by the service's estimate, and the windows that
/// are waited for. A picture of the list beside it, which says the same in words.
class RunTimeline : public QWidget {
    Q_OBJECT
public:
    explicit RunTimeline(QWidget *parent = nullptr);
    void setLanes(const QList<TimelineLane> &lanes);
    void setNow(const QDateTime &now, const QTimeZone &zone);
    [[nodiscard]] int laneCount() const { return static_cast<int>(m_lanes.size()); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    [[nodiscard]] int xOf(const QDateTime &at, const TimeAxis &axis) const;
    void paintAxis(QPainter *painter, const TimeAxis &axis) const;
    void paintLane(QPainter *painter, const TimelineLane &lane, int top, const TimeAxis &axis) const;

    QList<TimelineLane> m_lanes;
    QDateTime m_now;
    QTimeZone m_zone;
};

} // namespace uplift::ui
