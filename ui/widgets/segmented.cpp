// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented.h"

#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace uplift::ui {

namespace {

constexpr int padding = 14;
constexpr int dotSize = 8;
constexpr int dotGap = 6;
constexpr qreal radius = 5;

} // namespace

SegmentButton::SegmentButton(const QString &text, QWidget *parent) : QRadioButton(text, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void SegmentButton::setDot(Role role)
{
    m_dot = static_cast<int>(role);
    updateGeometry();
    update();
}

QSize SegmentButton::sizeHint() const
{
    // As wide as the bold text it shows when chosen, so that nothing moves.
    const QFontMetrics metrics(typeFont(Type::Body, QFont::DemiBold));
    const int dot = m_dot >= 0 ? scaled(dotSize) + dotGap : 0;
    const int pad = m_dot >= 0 ? padding / 2 : padding;
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + dot + 2 * pad, scaled(30)};
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) {
        // The focus is the wider ring; being chosen alone is the thin one.
        drawRounded(&painter, rect(), radius, theme[Role::Sel], theme[Role::Accent], hasFocus() ? 2.5 : 1.5);
    } else {
        if (underMouse() && isEnabled())
            drawRounded(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), radius - 2, theme[Role::Hover],
                        Qt::transparent);
        if (hasFocus())
            drawFocusRing(&painter, rect(), theme, radius);
    }
    const QFont font = typeFont(Type::Body, isChecked() ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    const int dot = m_dot >= 0 ? scaled(dotSize) + dotGap : 0;
    const int width = metrics.size(Qt::TextShowMnemonic, text()).width() + dot;
    int left = (this->width() - width) / 2;
    if (m_dot >= 0) {
        const int size = scaled(dotSize);
        drawRounded(&painter, QRectF(left, (height() - size) / 2.0, size, size), 1.5,
                    theme[static_cast<Role>(m_dot)], Qt::transparent);
        left += dot;
    }
    const int mnemonic =
        style()->styleHint(QStyle::SH_UnderlineShortcut) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.setFont(font);
    // Text3 has too little contrast on the chosen one's ground.
    const Role off = isChecked() ? Role::Text2 : Role::Text3;
    painter.setPen(theme[!isEnabled() ? off : isChecked() ? Role::Text : Role::Text2]);
    painter.drawText(QRect(left, 0, this->width() - left, height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | mnemonic, text());
}

Segmented::Segmented(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        update();
        if (on)
            Q_EMIT chosen(id);
    });
}

SegmentButton *Segmented::add(int id, const QString &text)
{
    auto *button = new SegmentButton(text, this);
    layout()->addWidget(button);
    const QList<QAbstractButton *> before = m_group->buttons();
    m_group->addButton(button, id);
    if (before.isEmpty()) {
        const QSignalBlocker quiet(m_group);
        button->setChecked(true);
    }
    setFocusProxy(m_group->checkedButton());
    return button;
}

void Segmented::setText(int id, const QString &text)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setText(text);
}

int Segmented::current() const { return m_group->checkedId(); }

void Segmented::setCurrent(int id)
{
    const QSignalBlocker quiet(m_group);
    if (QAbstractButton *button = m_group->button(id)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
    update();
}

void Segmented::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    drawRounded(&painter, rect(), radius, theme[Role::Canvas], theme[Role::Edge]);
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (qsizetype i = 1; i < buttons.size(); ++i) {
        if (buttons[i]->isChecked() || buttons[i - 1]->isChecked())
            continue; // the ring of the chosen one parts them already
        painter.fillRect(QRect(buttons[i]->x(), 7, 1, height() - 14), theme[Role::Line]);
    }
}

} // namespace uplift::ui
