// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/styleparts.h"
#include "ui/look/type.h"

#include <QPainter>
#include <QStyleOptionComboBox>
#include <QWidget>

namespace uplift::ui::parts {

namespace {

constexpr qreal radius = 5;
constexpr int chevron = 16;

void fieldFrame(const Brush &brush, const QRect &rect, QStyle::State state)
{
    const Theme &theme = brush.theme;
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    const bool search = brush.widget && brush.widget->property("kind").toString() == QLatin1String("search");
    const bool invalid = brush.widget && brush.widget->property("invalid").toBool();
    const QColor fill = theme[!enabled || search ? Role::Raised : Role::Canvas];
    const QColor border = theme[invalid ? Role::Red : search || !enabled ? Role::Line : Role::Edge];
    drawRounded(brush.painter, rect, radius, fill, border);
    if (!state.testFlag(QStyle::State_HasFocus))
        return;
    if (invalid)
        drawRounded(brush.painter, rect, radius, Qt::transparent, theme[Role::Red], 2);
    else
        drawFocusRing(brush.painter, rect, theme, radius);
}

} // namespace

void field(const Brush &brush, const QStyleOption &option) { fieldFrame(brush, option.rect, option.state); }

void frame(const Brush &brush, const QStyleOption &option)
{
    if (brush.widget && brush.widget->inherits("QComboBoxPrivateContainer")) {
        brush.painter->fillRect(option.rect, brush.theme[Role::Edge]);
        brush.painter->fillRect(option.rect.adjusted(1, 1, -1, -1), brush.theme[Role::Canvas]);
        return;
    }
    if (brush.widget && (brush.widget->inherits("QTextEdit") || brush.widget->inherits("QPlainTextEdit"))) {
        fieldFrame(brush, option.rect, option.state);
        return;
    }
    drawRounded(brush.painter, option.rect, radius, Qt::transparent, brush.theme[Role::Line]);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(brush.painter, option.rect, brush.theme, radius);
}

void comboBox(const Brush &brush, const QStyleOptionComboBox &option)
{
    fieldFrame(brush, option.rect, option.state);
    const int size = scaled(chevron);
    const QRect square(option.rect.right() - size - 5, option.rect.center().y() - size / 2 + 1, size, size);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    paintIcon(brush.painter, square, Icon::ChevronDown, brush.theme[enabled ? Role::Text2 : Role::Text3]);
}

void comboLabel(const Brush &brush, const QStyleOptionComboBox &option)
{
    if (option.editable)
        return;
    QRect text = option.rect.adjusted(10, 0, -scaled(chevron) - 10, 0);
    if (!option.currentIcon.isNull()) {
        const QRect square(text.left(), text.center().y() - option.iconSize.height() / 2 + 1,
                           option.iconSize.width(), option.iconSize.height());
        option.currentIcon.paint(brush.painter, square);
        text.setLeft(square.right() + 7);
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    brush.painter->setPen(brush.theme[enabled ? Role::Text : Role::Text3]);
    const QString shown =
        brush.painter->fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, text.width());
    brush.painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
}

void spinBox(const Brush &brush, const QStyleOptionSpinBox &option, const QStyle &style)
{
    fieldFrame(brush, option.rect, option.state);
    const int size = scaled(12);
    const auto arrow = [&](QStyle::SubControl part, bool up) {
        const QRect room = style.subControlRect(QStyle::CC_SpinBox, &option, part, brush.widget);
        QRect square(0, 0, size, size);
        square.moveCenter(room.center());
        brush.painter->save();
        if (up) { // the one chevron, turned
            brush.painter->translate(square.center() + QPointF(0.5, 0.5));
            brush.painter->rotate(180);
            brush.painter->translate(-square.center() - QPointF(0.5, 0.5));
        }
        paintIcon(brush.painter, square, Icon::ChevronDown, brush.theme[Role::Text2]);
        brush.painter->restore();
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    arrow(QStyle::SC_SpinBoxUp, true);
    arrow(QStyle::SC_SpinBoxDown, false);
}

} // namespace uplift::ui::parts
