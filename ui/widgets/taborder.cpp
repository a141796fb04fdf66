// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QList>
#include <QWidget>

namespace uplift::ui {

namespace {

/// Where Tab can stop within `widget`, itself included. A part of a compound field follows it by itself.
void addStops(QWidget *widget, QList<QWidget *> &stops)
{
    if (widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr)
        stops.append(widget);
    for (QObject *child : widget->children())
        if (child->isWidgetType() && !static_cast<QWidget *>(child)->isWindow())
            addStops(static_cast<QWidget *>(child), stops);
}

} // namespace

void tabThrough(QWidget *container)
{
    QList<QWidget *> stops;
    addStops(container, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace uplift::ui
