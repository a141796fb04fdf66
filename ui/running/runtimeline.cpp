// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/runtimeline.h"

#include "core/redact.h"
#include "ui/look/accessibility.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/look/type.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace uplift::ui {

namespace {

constexpr int edge = 16;
constexpr int axisHeight = 26;
constexpr int laneHeight = 20;
constexpr int barHeight = 8;
constexpr int foot = 8;
constexpr int namesWidth = 150;
constexpr int tickRoom = 64; ///< px between two ticks at least
constexpr qint64 day = 24LL * 3600;

QDateTime earliest(const QDateTime &a, const QDateTime &b) { return b.isValid() && b < a ? b : a; }
QDateTime latest(const QDateTime &a, const QDateTime &b) { return b.isValid() && b > a ? b : a; }

} // namespace

QList<TimelineLane> lanesOf(const QList<upgrade::StepView> &steps, const QDateTime &now)
{
    QList<TimelineLane> lanes;
    for (const upgrade::StepView &step : steps) {
        if (upgrade::isEnd(step.state))
            continue;
        TimelineLane lane;
        lane.name = plainLine(step.plan.instanceName);
        lane.environment = step.plan.environment;
        lane.begin = step.sentAt.isValid() ? step.sentAt : step.since;
        const bool told = step.task && step.task->remaining && step.task->remaining->count() > 0;
        // What waits has no end to expect yet: its bar would look like one at work.
        if (told && step.state != upgrade::StepState::Waiting)
            lane.expected = now.addSecs(step.task->remaining->count());
        if (step.state == upgrade::StepState::Waiting)
            lane.window = step.plan.window;
        lane.asks = step.state == upgrade::StepState::Undecided || step.windowPassedUnchanged;
        lanes.append(lane);
    }
    std::stable_sort(lanes.begin(), lanes.end(),
                     [](const TimelineLane &a, const TimelineLane &b) { return a.begin < b.begin; });
    return lanes;
}

TimeAxis axisOf(const QList<TimelineLane> &lanes, const QDateTime &now, int ticks)
{
    TimeAxis axis{now.addSecs(-600), now.addSecs(600), std::chrono::minutes(5)};
    for (const TimelineLane &lane : lanes) {
        axis.from = earliest(axis.from, lane.begin);
        axis.to = latest(latest(axis.to, lane.expected), lane.end);
        if (lane.window)
            axis.to = latest(axis.to, lane.window->end);
    }
    axis.from = std::max(axis.from, now.addSecs(-day));
    axis.to = std::min(axis.to, now.addSecs(day));
    static constexpr std::array steps{5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440};
    const qint64 minutes = axis.from.secsTo(axis.to) / 60 + 1;
    for (const int step : steps) {
        axis.step = std::chrono::minutes(step);
        if (minutes / step < std::max(1, ticks))
            break;
    }
    return axis;
}

RunTimeline::RunTimeline(QWidget *parent)
    : QWidget(parent), m_now(QDateTime::currentDateTimeUtc()), m_zone(QTimeZone::utc())
{
    setObjectName(QStringLiteral("runTimeline"));
    setAccessibleName(tr("Timeline of what runs"));
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RunTimeline::setLanes(const QList<TimelineLane> &lanes)
{
    m_lanes = lanes;
    describe();
    updateGeometry();
    update();
}

void RunTimeline::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    describe();
    update();
}

void RunTimeline::describe()
{
    QStringList lines;
    for (const TimelineLane &lane : std::as_const(m_lanes)) {
        QString line =
            tr("%1, %2: since %3")
                .arg(lane.name, environmentLook(lane.environment).word, clockText(lane.begin, m_zone));
        if (lane.expected.isValid())
            line += tr(", until about %1").arg(clockText(lane.expected, m_zone));
        if (lane.window)
            line += tr(", waits for %1").arg(momentInSentence(lane.window->start, m_now, m_zone));
        lines.append(line);
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

QSize RunTimeline::sizeHint() const
{
    return {scaled(400), scaled(axisHeight + foot) + laneCount() * scaled(laneHeight)};
}

int RunTimeline::xOf(const QDateTime &at, const TimeAxis &axis) const
{
    const int left = edge + scaled(namesWidth);
    const int room = width() - left - edge;
    const double all = static_cast<double>(std::max<qint64>(1, axis.from.secsTo(axis.to)));
    const double share = static_cast<double>(axis.from.secsTo(at)) / all;
    return left + qRound(std::clamp(share, 0.0, 1.0) * room);
}

void RunTimeline::paintAxis(QPainter *painter, const TimeAxis &axis) const
{
    const Theme &theme = themeOf(this);
    painter->setFont(typeFont(Type::Small));
    const qint64 step = std::chrono::seconds(axis.step).count();
    // Ticks fall on full hours of the user's clock.
    const qint64 offset = m_zone.offsetFromUtc(axis.from);
    const qint64 first = ((axis.from.toSecsSinceEpoch() + offset + step - 1) / step) * step - offset;
    for (qint64 at = first; at <= axis.to.toSecsSinceEpoch(); at += step) {
        const QDateTime tick = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
        const int x = xOf(tick, axis);
        painter->fillRect(x, scaled(axisHeight) - 4, 1, height() - scaled(axisHeight) - scaled(foot) + 4,
                          theme[Role::Line]);
        painter->setPen(theme[Role::Text3]);
        const QString text = clockText(tick, m_zone);
        QRect label(0, 0, painter->fontMetrics().horizontalAdvance(text) + 2, scaled(axisHeight) - 4);
        label.moveLeft(std::min(x - label.width() / 2, width() - edge - label.width()));
        painter->drawText(label, Qt::AlignHCenter | Qt::AlignBottom, text);
    }
}

void RunTimeline::paintLane(QPainter *painter, const TimelineLane &lane, int top, const TimeAxis &axis) const
{
    const Theme &theme = themeOf(this);
    const QFont small = typeFont(Type::Small);
    painter->setFont(small);
    painter->setPen(theme[Role::Text2]);
    const QRect name(edge, top, scaled(namesWidth) - 12, scaled(laneHeight));
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(lane.name, Qt::ElideMiddle, name.width()));
    const int y = top + (scaled(laneHeight) - scaled(barHeight)) / 2;
    const auto bar = [&](const QDateTime &from, const QDateTime &to, const QColor &fill,
                         const QColor &border) {
        const int left = xOf(from, axis);
        const int right = std::max(xOf(to, axis), left + 2);
        drawRounded(painter, QRectF(left + 0.5, y + 0.5, right - left - 1, scaled(barHeight) - 1), 3, fill,
                    border);
    };
    if (lane.window)
        bar(lane.window->start, lane.window->end, theme[Role::Raised], theme[Role::Edge]);
    if (lane.expected.isValid())
        bar(m_now, lane.expected, theme[Role::Sel], theme[Role::Accent]);
    const QColor done = theme[lane.asks ? Role::Amber : Role::AccentFill];
    bar(lane.begin, lane.end.isValid() ? lane.end : m_now, done, done);
}

void RunTimeline::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme[Role::Canvas]);
    drawHairline(&painter, 0, width(), 0, theme[Role::Line]);
    const int room = width() - 2 * edge - scaled(namesWidth);
    const TimeAxis axis = axisOf(m_lanes, m_now, room / scaled(tickRoom));
    paintAxis(&painter, axis);
    int top = scaled(axisHeight);
    for (const TimelineLane &lane : m_lanes) {
        paintLane(&painter, lane, top, axis);
        top += scaled(laneHeight);
    }
    const int now = xOf(m_now, axis);
    painter.fillRect(now, scaled(axisHeight) - 4, 1, top - scaled(axisHeight) + 4, theme[Role::Text]);
}

} // namespace uplift::ui
