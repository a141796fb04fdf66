// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressbar.h"

#include "ui/look/style.h"

#include <QPainter>

#include <cmath>

namespace uplift::ui {

namespace {

constexpr int barHeight = 4;

} // namespace

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
    drawRounded(&painter, track, barHeight / 2.0, theme.isContrast() ? theme[Role::Text] : theme[Role::Line],
                Qt::transparent);
    if (value() <= 0)
        return;
    QRectF done = track;
    done.setWidth(std::max<qreal>(barHeight, track.width() * value() / 100.0));
    drawRounded(&painter, done, barHeight / 2.0, theme[Role::AccentFill], Qt::transparent);
}

} // namespace uplift::ui
