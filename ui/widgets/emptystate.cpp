// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

EmptyState::EmptyState(Icon icon, QWidget *parent)
    : QWidget(parent), m_title(new TextLabel(QString(), Type::Title, Role::Text, QFont::DemiBold)),
      m_text(new WrapLabel(QString(), Type::Body, Role::Text2)), m_action(new QPushButton)
{
    for (TextLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
    }
    m_action->setAutoDefault(false); // in a dialog, Enter is not its
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(new IconLabel(icon, Role::Text3, 32), 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(4);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

} // namespace uplift::ui
