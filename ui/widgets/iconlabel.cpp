// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include <QPainter>

#include <algorithm>

namespace uplift::ui {

IconLabel::IconLabel(Icon icon, Role role, int size, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_role(role), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon icon, Role role)
{
    m_icon = icon;
    m_role = role;
    update();
}

void IconLabel::standBesideLine(Type step)
{
    m_line = step;
    updateGeometry();
}

QSize IconLabel::sizeHint() const
{
    const int size = scaled(m_size);
    return {size, m_line ? std::max(size, textLineHeight(*m_line)) : size};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect picture(0, 0, width(), std::min(width(), height()));
    picture.moveCenter(rect().center());
    paintIcon(&painter, picture, m_icon, themeOf(this)[m_role]);
}

IconLabel *lineMark(Icon icon, Role role, Type step, int size)
{
    auto *mark = new IconLabel(icon, role, size);
    mark->standBesideLine(step);
    return mark;
}

} // namespace uplift::ui
