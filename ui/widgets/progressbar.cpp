// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressbar.h"

#include "ui/look/style.h"

#include <QPainter>

#include <cmath>

namespace uplift::ui {

namespace {

constexpr int barHeight = 4;

} // namespace

void drawTrack(QPainter *painter, const QRectF &track, const Theme &theme)
{
    const bool contrast = theme.isContrast(); // a filled one would read as 100 %
    drawRounded(painter, track, track.height() / 2, contrast ? theme[Role::Canvas] : theme[Role::Line],
                contrast ? theme[Role::Text] : QColor(Qt::transparent));
}

ProgressBar::ProgressBar(QWidget *parent) : QProgressBar(parent)
{
    setRange(0, 100);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setPercent(double percent)
{
    if (percent < 0 || !std::isfinite(percent))
        reset();
    else
        setValue(static_cast<int>(std::lround(std::min(percent, 100.0))));
}

QSize ProgressBar::sizeHint() const { return {72, barHeight}; }

QSize ProgressBar::minimumSizeHint() const { return {24, barHeight}; }

void ProgressBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QRectF track(0, (height() - barHeight) / 2.0, width(), barHeight);
    drawTrack(&painter, track, theme);
    if (value() <= 0)
        return;
    QRectF done = track;
    done.setWidth(std::max<qreal>(barHeight, track.width() * value() / 100.0));
    drawRounded(&painter, done, barHeight / 2.0, theme[Role::AccentFill], Qt::transparent);
}

} // namespace uplift::ui
