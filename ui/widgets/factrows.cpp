// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factrows.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>

namespace uplift::ui {

FactRows::FactRows(int labelWidth, QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_labelWidth(labelWidth)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, scaled(labelWidth));
    m_grid->setColumnStretch(1, 1);
}

TextLabel *FactRows::addLabel(const QString &label)
{
    auto *left = new TextLabel(label, Type::Note, Role::Text3);
    if (label.startsWith(QLatin1String("r-"))) // a node: ids have their fixed width wherever they stand
        left->setFixed(true);
    // The label's line is as high as the value's first one, so that both sit on one base line.
    left->setFixedHeight(QFontMetrics(typeFont(Type::Body)).height() + 3);
    left->setContentsMargins(0, 0, 8, 0);
    m_grid->addWidget(left, m_rows, 0, Qt::AlignTop);
    return left;
}

TextLabel *FactRows::add(const QString &label, const QString &value, Role role)
{
    auto *right = new WrapLabel(value, Type::Body, role);
    right->setContentsMargins(0, 1, 0, 1);
    // Not its name, which would be read in place of the value.
    addLabel(label)->setBuddy(right);
    m_grid->addWidget(right, m_rows++, 1);
    return right;
}

void FactRows::add(const QString &label, QWidget *value)
{
    if (value->accessibleName().isEmpty() && !qobject_cast<QLabel *>(value))
        value->setAccessibleName(label);
    addLabel(label)->setBuddy(value);
    m_grid->addWidget(value, m_rows++, 1);
}

void FactRows::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_rows = 0;
}

} // namespace uplift::ui
