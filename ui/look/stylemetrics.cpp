// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"
#include "ui/look/styleparts.h"
#include "ui/look/type.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStyleOptionButton>
#include <QStyleOptionMenuItem>
#include <QStyleOptionSlider>

namespace uplift::ui {

namespace {

constexpr int spinButtons = 22;

/// Text editors: their viewport is square, the border round, so it needs room.
bool isTextEditor(const QWidget *widget)
{
    return widget && (widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit"));
}

} // namespace

int parts::metric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_LineEditIconSize:
        return scaled(16);
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_LineEditIconMargin:
        return 8;
    case QStyle::PM_ScrollBarExtent:
        return 12;
    case QStyle::PM_ScrollBarSliderMin:
        return 32;
    case QStyle::PM_SplitterWidth:
    case QStyle::PM_DefaultFrameWidth:
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_ToolTipLabelFrameWidth:
        return 1;
    case QStyle::PM_MenuVMargin:
        return 4;
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_ButtonMargin:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_ScrollView_ScrollBarSpacing:
    case QStyle::PM_FocusFrameVMargin:
        return 0;
    case QStyle::PM_FocusFrameHMargin: // beside the text of list entries
    case QStyle::PM_HeaderMargin:
        return 8;
    default:
        return -1;
    }
}

int UpliftStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_DefaultFrameWidth && isTextEditor(widget))
        return 4;
    const int ours = parts::metric(metric);
    return ours >= 0 ? ours : QProxyStyle::pixelMetric(metric, option, widget);
}

int UpliftStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: // a list below the field with a scroll bar: there are more than twenty regions
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Menu_SubMenuPopupDelay:
        return 0;
    case SH_Menu_Scrollable: // on a small screen or with large text
        return 1;
    case SH_UnderlineShortcut:
        return m_mnemonics ? 1 : 0;
    case SH_ComboBox_PopupFrameStyle:
        return QFrame::StyledPanel | QFrame::Plain;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme[Role::Line].rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize UpliftStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return parts::buttonSize(*button, size, widget);
        break;
    case CT_CheckBox:
    case CT_RadioButton: // room for the ring of the focus behind the last letter
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(8, 0);
    case CT_LineEdit:
        return {size.width() + 14, std::max(scaled(30), size.height() + 6)};
    case CT_ComboBox:
        return {size.width() + scaled(16) + 22, std::max(scaled(30), size.height() + 6)};
    case CT_SpinBox:
        return {size.width() + scaled(spinButtons), scaled(30)};
    case CT_ToolButton:
        return size.expandedTo({scaled(28), scaled(28)});
    case CT_HeaderSection: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width(), scaled(30)};
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return parts::menuItemSize(*item, size);
        break;
    case CT_ItemViewItem: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width(), std::max(scaled(28), fusion.height())};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect UpliftStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        const int arrow = scaled(16) + 10;
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(8, 1, -arrow, -1));
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, rect,
                              QRect(rect.right() - arrow + 1, rect.top(), arrow, rect.height()));
    }
    if (control == CC_SpinBox && part != SC_SpinBoxFrame) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool bare = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons;
        const QRect rect = option->rect;
        const int side = bare ? 6 : scaled(spinButtons);
        const QRect pair(rect.right() - side, rect.top() + 3, side - 3, rect.height() - 6);
        if (part == SC_SpinBoxUp)
            return bare ? QRect() : QRect(pair.left(), pair.top(), pair.width(), pair.height() / 2);
        if (part == SC_SpinBoxDown)
            return bare ? QRect()
                        : QRect(pair.left(), pair.center().y() + 1, pair.width(), pair.height() / 2);
        return rect.adjusted(7, 1, -side - 1, -1);
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const QRect rect = option->rect;
        if (!bar || part == SC_ScrollBarGroove)
            return rect;
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        const bool upright = bar->orientation == Qt::Vertical;
        const int room = upright ? rect.height() : rect.width();
        const int range = bar->maximum - bar->minimum;
        const qint64 share = qint64(bar->pageStep) * room / std::max(1, range + bar->pageStep);
        const int least = std::min(room, pixelMetric(PM_ScrollBarSliderMin, option, widget));
        const int length = range > 0 ? std::clamp(static_cast<int>(share), least, room) : room;
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  room - length, bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return upright ? QRect(rect.left(), rect.top() + from, rect.width(), size)
                           : QRect(rect.left() + from, rect.top(), size, rect.height());
        };
        if (part == SC_ScrollBarSlider)
            return piece(start, length);
        if (part == SC_ScrollBarSubPage)
            return piece(0, start);
        if (part == SC_ScrollBarAddPage)
            return piece(start + length, room - start - length);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect UpliftStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        if (edit && !edit->hasFrame())
            return option->rect;
        return option->rect.adjusted(6, 1, -6, -1);
    }
    if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect) {
        const bool radio = element == SE_RadioButtonFocusRect;
        const QRect label =
            subElementRect(radio ? SE_RadioButtonContents : SE_CheckBoxContents, option, widget);
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            return label;
        const QRect text =
            itemTextRect(option->fontMetrics, label, Qt::AlignLeft | Qt::AlignVCenter, true, button->text);
        return text.adjusted(-6, -3, 7, 3) & option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace uplift::ui
