// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure.h"

#include "ui/look/accessibility.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace uplift::ui {

Figure::Figure(const QString &value, const QString &caption, QWidget *parent)
    : QWidget(parent), m_value(new TextLabel({}, Type::Figure, Role::Text, QFont::DemiBold)),
      m_caption(new WrapLabel({}, Type::Note, Role::Text2))
{
    setAccessibleRole(this, QAccessible::Grouping);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_value);
    column->addWidget(m_caption);
    column->addStretch();
    // Neighbours stay in line: the CJK fallback makes one line taller than another.
    m_value->setFixedHeight(scaled(26));
    set(value, caption);
}

void Figure::set(const QString &value, const QString &caption)
{
    m_value->setText(value);
    m_caption->setText(caption);
    setAccessibleName(caption);
    setAccessibleDescription(value);
}

} // namespace uplift::ui
