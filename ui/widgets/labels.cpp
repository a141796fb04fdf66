// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "ui/help/helplink.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/widgets/paneheader.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace uplift::ui {

TextLabel::TextLabel(const QString &text, Type step, Role role, QFont::Weight weight, QWidget *parent)
    : QLabel(text, parent), m_step(step), m_role(role), m_weight(weight)
{
    setTextFormat(Qt::PlainText);
    apply();
}

void TextLabel::setRole(Role role)
{
    m_role = role;
    apply();
}

void TextLabel::setStep(Type step, QFont::Weight weight)
{
    m_step = step;
    m_weight = weight;
    apply();
}

void TextLabel::setFixed(bool fixed)
{
    m_fixed = fixed;
    setTextInteractionFlags(fixed ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
    apply();
}

void TextLabel::reserve(const QString &widest)
{
    setMinimumWidth(QFontMetrics(font()).horizontalAdvance(widest));
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const bool ofApplication =
        event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange;
    if (!m_applying && (ofApplication || event->type() == QEvent::StyleChange))
        apply();
}

void TextLabel::apply()
{
    m_applying = true;
    setFont(m_fixed ? fixedFont(m_step, m_weight) : typeFont(m_step, m_weight));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, themeOf(this)[m_role]);
    colors.setColor(QPalette::Text, themeOf(this)[m_role]);
    setPalette(colors);
    // A link takes its colour when its text is read.
    if (textFormat() == Qt::RichText) {
        setTextFormat(Qt::PlainText);
        setTextFormat(Qt::RichText);
    }
    m_applying = false;
}

WrapLabel::WrapLabel(const QString &text, Type step, Role role, QFont::Weight weight, QWidget *parent)
    : TextLabel({}, step, role, weight, parent)
{
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(text);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        HelpRequest wanted(topicOfLink(link));
        QCoreApplication::sendEvent(this, &wanted);
    });
}

void WrapLabel::setText(const QString &text)
{
    const QString linked = withHelpLink(text);
    if (m_linked == linked.isEmpty()) {
        m_linked = !m_linked;
        setTextFormat(m_linked ? Qt::RichText : Qt::PlainText);
        const auto links = Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard;
        setTextInteractionFlags(m_linked ? textInteractionFlags() | links : textInteractionFlags() & ~links);
    }
    QLabel::setText(m_linked ? linked : text);
}

QSize WrapLabel::minimumSizeHint() const
{
    // QLabel would ask for its widest word; a long id must not widen its pane.
    return {QFontMetrics(font()).averageCharWidth() * 8, QFontMetrics(font()).height()};
}

ElideLabel::ElideLabel(const QString &text, Type step, Role role, QFont::Weight weight, QWidget *parent)
    : TextLabel(text, step, role, weight, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElideLabel::minimumSizeHint() const
{
    const int least = std::min(QFontMetrics(font()).averageCharWidth() * 6, QLabel::sizeHint().width());
    return {least, QLabel::minimumSizeHint().height()};
}

void ElideLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    const bool fits = QFontMetrics(font()).horizontalAdvance(text()) <= contentsRect().width();
    setToolTip(fits ? QString() : text());
}

void ElideLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal thickness = 1 / devicePixelRatioF();
    const QRectF line =
        width() > height() ? QRectF(0, 0, width(), thickness) : QRectF(0, 0, thickness, height());
    painter.fillRect(line, themeOf(this)[Role::Line]);
}

LinkButton::LinkButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setKind(this, "link");
    setFont(typeFont(Type::Note, QFont::Medium));
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

CopyLabel::CopyLabel(const QString &id, const QString &what, QWidget *parent)
    : QWidget(parent), m_text(new TextLabel(id, Type::Note)),
      m_button(makeToolButton(Icon::Copy, tr("Copy the %1").arg(what), this))
{
    m_text->setFixed(true);
    m_text->setAccessibleDescription(what);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_text);
    row->addWidget(m_button);
    row->addStretch();
    // The button is higher than the line of text it belongs to; rows of facts keep their rhythm.
    m_button->setFixedSize(scaled(24), scaled(20));
    m_button->setIconSize({scaled(14), scaled(14)});
    connect(m_button, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->text());
        Q_EMIT copied();
    });
}

void CopyLabel::setId(const QString &id)
{
    m_text->setText(id);
    m_button->setVisible(!id.isEmpty());
}

} // namespace uplift::ui
