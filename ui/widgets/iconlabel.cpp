// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include "ui/look/type.h"

#include <QPainter>

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

QSize IconLabel::sizeHint() const { return {scaled(m_size), scaled(m_size)}; }

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, themeOf(this)[m_role]);
}

} // namespace uplift::ui
