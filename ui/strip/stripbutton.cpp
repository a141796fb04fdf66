// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip/stripbutton.h"

#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/progressbar.h"

#include <QPainter>

namespace uplift::ui {

namespace {

constexpr int markSize = 15;
constexpr int markGap = 6;
constexpr int phaseGap = 9;
constexpr int barGap = 10;
constexpr int barWidth = 72;
constexpr int barHeight = 4;
constexpr int edge = 6;
constexpr int widestName = 180;

QFont nameFont() { return typeFont(Type::Note, QFont::DemiBold); }
QFont phaseFont() { return typeFont(Type::Note); }

} // namespace

StripButton::StripButton(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StripButton::setItem(const StripItem &item)
{
    m_item = item;
    const QString environment = environmentLook(item.environment).word;
    setAccessibleName(QStringLiteral("%1, %2, %3").arg(item.name, environment, item.phase));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QString StripButton::name() const
{
    return QFontMetrics(nameFont()).elidedText(m_item.name, Qt::ElideMiddle, scaled(widestName));
}

QSize StripButton::sizeHint() const
{
    int width = 2 * edge + scaled(markSize) + markGap + QFontMetrics(nameFont()).horizontalAdvance(name())
        + phaseGap + QFontMetrics(phaseFont()).horizontalAdvance(m_item.phase);
    if (m_item.percent)
        width += barGap + scaled(barWidth);
    return {width, scaled(26)};
}

void StripButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (underMouse())
        drawRounded(&painter, rect(), 5, theme[Role::Hover], Qt::transparent);
    const int size = scaled(markSize);
    paintIcon(&painter, QRect(edge, (height() - size) / 2, size, size), m_item.mark.icon,
              theme[m_item.mark.role]);
    QRect text = rect().adjusted(edge + size + markGap, 0, 0, 0);
    painter.setFont(nameFont());
    painter.setPen(theme[Role::Text]);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name());
    text.setLeft(text.left() + QFontMetrics(nameFont()).horizontalAdvance(name()) + phaseGap);
    painter.setFont(phaseFont());
    painter.setPen(theme[Role::Text2]);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_item.phase);
    if (m_item.percent) {
        QRectF track(text.left() + QFontMetrics(phaseFont()).horizontalAdvance(m_item.phase) + barGap,
                     (height() - barHeight) / 2.0, scaled(barWidth), barHeight);
        drawTrack(&painter, track, theme);
        track.setWidth(track.width() * std::clamp(*m_item.percent, 0.0, 100.0) / 100);
        if (track.width() >= 1)
            drawRounded(&painter, track, 2, theme[Role::AccentFill], Qt::transparent);
    }
    if (hasFocus())
        drawFocusRing(&painter, rect(), theme, 5);
}

} // namespace uplift::ui
