// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"

#include "ui/look/icons.h"
#include "ui/look/styleparts.h"
#include "ui/look/type.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace uplift::ui {

namespace {

/// Restores a painter on every way out.
class Saved {
public:
    explicit Saved(QPainter *painter) : m_painter(painter) { m_painter->save(); }
    ~Saved() { m_painter->restore(); }
    Saved(const Saved &) = delete;
    Saved &operator=(const Saved &) = delete;

private:
    QPainter *m_painter;
};

bool isInsideAnotherField(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent);
}

bool mayShowHover(const QWidget *widget)
{
    return widget->inherits("QAbstractButton") || widget->inherits("QComboBox")
        || widget->inherits("QScrollBar");
}

/// Only what QApplication::setFont() cannot say for one class.
void applyClassFonts()
{
    QApplication::setFont(typeFont(Type::Body, QFont::Medium), "QPushButton");
    QToolTip::setFont(typeFont(Type::Note));
}

} // namespace

UpliftStyle::UpliftStyle(const Theme &theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme) { }

void UpliftStyle::setTheme(const Theme &theme) { m_theme = theme; }

int UpliftStyle::mnemonicFlag() const { return m_mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic; }

bool UpliftStyle::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool pressed = type == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
    const bool released =
        (type == QEvent::KeyRelease && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
        || type == QEvent::ApplicationDeactivate;
    if ((pressed && !m_mnemonics) || (released && m_mnemonics)) {
        m_mnemonics = pressed;
        if (QWidget *window = QApplication::activeWindow()) {
            for (QWidget *widget : window->findChildren<QWidget *>())
                widget->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void UpliftStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (!m_hover)
        widget->setAttribute(Qt::WA_Hover, false); // Fusion asked for it
    else if (mayShowHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (widget->inherits("QComboBoxListView")) {
        // The combo's own delegate paints past the style; rows would be 19 px and without our selection.
        auto *view = static_cast<QAbstractItemView *>(widget);
        view->setItemDelegate(new QStyledItemDelegate(view));
    }
}

void UpliftStyle::polish(QPalette &palette) { palette = m_theme.toPalette(); }

void UpliftStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Saved saved(painter);
    const parts::Brush brush{painter, m_theme, widget, m_hover, mnemonicFlag()};
    switch (element) {
    case PE_PanelLineEdit:
        if (isInsideAnotherField(widget))
            return;
        return parts::field(brush, *option);
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        return parts::frame(brush, *option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return parts::checkMark(brush, *option);
    case PE_IndicatorRadioButton:
        return parts::radioMark(brush, *option);
    case PE_FrameFocusRect:
        // Views draw the focus of their rows themselves.
        if (!qobject_cast<const QAbstractItemView *>(widget))
            drawFocusRing(painter, option->rect, m_theme, 4);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_theme[Role::Canvas]);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme[Role::Edge]);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1),
                          m_theme[element == PE_PanelTipLabel ? Role::Raised : Role::Canvas]);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            parts::viewItem(brush, *item);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool open = option->state.testFlag(State_Open);
            QRect square(0, 0, scaled(16), scaled(16));
            square.moveCenter(option->rect.center());
            paintIcon(painter, square, open ? Icon::ChevronDown : Icon::ChevronRight, m_theme[Role::Text2]);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void UpliftStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Saved saved(painter);
    const parts::Brush brush{painter, m_theme, widget, m_hover, mnemonicFlag()};
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return parts::pushButton(brush, *button);
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return parts::comboLabel(brush, *combo);
        break;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return parts::header(brush, *header);
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_theme[Role::Canvas]);
        drawHairline(painter, option->rect.left(), option->rect.right() + 1, option->rect.bottom(),
                     m_theme[Role::Line]);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return parts::menuItem(brush, *item);
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme[Role::Line]);
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->frameShape == QFrame::HLine)
                return drawHairline(painter, frame->rect.left(), frame->rect.right() + 1,
                                    frame->rect.center().y(), m_theme[Role::Line]);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void UpliftStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    const Saved saved(painter);
    const parts::Brush brush{painter, m_theme, widget, m_hover, mnemonicFlag()};
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return parts::comboBox(brush, *combo);
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return parts::spinBox(brush, *spin, *this);
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return parts::toolButton(brush, *button);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return parts::scrollBar(brush, *bar,
                                    subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon UpliftStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return icon(Icon::Cross, Role::Text2);
    return QProxyStyle::standardIcon(which, option, widget);
}

void applyLook(QApplication &application, ThemeId theme, qreal fontScale)
{
    applyFonts(application, fontScale);
    auto *style = new UpliftStyle(themeFor(theme));
    QApplication::setStyle(style);
    application.installEventFilter(style);
    QApplication::setPalette(themeFor(theme).toPalette());
    QToolTip::setPalette(themeFor(theme).toPalette());
    applyClassFonts();
}

void changeTheme(QApplication &application, ThemeId theme)
{
    if (auto *style = qobject_cast<UpliftStyle *>(application.style()))
        style->setTheme(themeFor(theme));
    clearIconCache();
    QApplication::setPalette(themeFor(theme).toPalette());
    QToolTip::setPalette(themeFor(theme).toPalette());
    // Labels hold a palette of their own, from the theme: they make it anew when the style changes.
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &changed);
        widget->update();
    }
}

void changeTextScale(QApplication &application, qreal fontScale)
{
    applyFonts(application, fontScale);
    applyClassFonts();
}

void changeHover(QApplication &application, bool shows)
{
    auto *style = qobject_cast<UpliftStyle *>(application.style());
    if (!style || style->showsHover() == shows)
        return;
    style->setShowsHover(shows);
    for (QWidget *widget : QApplication::allWidgets()) {
        if (mayShowHover(widget))
            widget->setAttribute(Qt::WA_Hover, shows);
    }
}

void setKind(QWidget *widget, const char *kind)
{
    widget->setProperty("kind", QString::fromLatin1(kind));
    widget->updateGeometry();
    widget->update();
}

void setInvalid(QWidget *widget, bool invalid)
{
    widget->setProperty("invalid", invalid);
    widget->update();
}

void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                 const QColor &border, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasBorder = border.alpha() > 0;
    painter->setPen(hasBorder ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = hasBorder ? width / 2 : 0;
    const qreal inner = std::max(0.0, radius - inset);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), inner, inner);
    painter->restore();
}

void drawFocusRing(QPainter *painter, const QRect &rect, const Theme &theme, qreal radius)
{
    drawRounded(painter, rect, radius, Qt::transparent, theme[Role::Accent], 2);
}

void drawHairline(QPainter *painter, int left, int right, int y, const QColor &color)
{
    const qreal thickness = 1 / painter->device()->devicePixelRatioF();
    painter->fillRect(QRectF(left, y + 1 - thickness, right - left, thickness), color);
}

} // namespace uplift::ui
