// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/swap.h"

#include <QBoxLayout>
#include <QWidget>

namespace uplift::ui {

namespace {

QString focusedPart(const QWidget *content)
{
    const QWidget *focused = content ? content->window()->focusWidget() : nullptr;
    return focused && content->isAncestorOf(focused) ? focused->objectName() : QString();
}

} // namespace

void showAdded(QLayout *layout)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->layout())
            showAdded(item->layout());
        QWidget *widget = item->widget();
        if (widget && widget->isHidden() && !widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
            widget->show();
    }
}

void swapContent(QBoxLayout *column, QWidget *&shown, QWidget *fresh)
{
    QWidget *place = column->parentWidget();
    const bool updates = place->updatesEnabled();
    place->setUpdatesEnabled(false);
    const QString focused = focusedPart(shown);
    const int at = shown ? column->indexOf(shown) : 0;
    delete shown;
    shown = fresh;
    column->insertWidget(at, fresh);
    fresh->show();
    column->activate();
    QWidget *same = focused.isEmpty() ? nullptr : fresh->findChild<QWidget *>(focused);
    if (same)
        same->setFocus(Qt::OtherFocusReason);
    place->setUpdatesEnabled(updates);
}

} // namespace uplift::ui
