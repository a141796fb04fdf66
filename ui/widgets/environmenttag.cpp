// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/environmenttag.h"

#include "ui/look/accessibility.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/type.h"

#include <QEvent>
#include <QPainter>

namespace uplift::ui {

namespace {

constexpr int padding = 5;
constexpr qreal radius = 4;

} // namespace

QSize tagSize(const QString &text)
{
    const QFontMetrics metrics(typeFont(Type::Tag, QFont::DemiBold));
    return {metrics.horizontalAdvance(text) + 2 * padding, scaled(17)};
}

void paintTag(QPainter *painter, const QRect &rect, Environment environment, TagStyle style,
              const QString &text, const Theme &theme)
{
    const EnvironmentLook look = environmentLook(environment);
    const bool solid = style == TagStyle::Solid && environment == Environment::Production;
    QRect area(rect.topLeft(), tagSize(text));
    if (style == TagStyle::Solid)
        area.setHeight(std::max(area.height(), scaled(18)));
    area.moveTop(rect.top() + (rect.height() - area.height()) / 2);
    const QColor ground = theme[solid ? look.fill : look.background];
    const QColor words = theme[solid ? Role::OnRed : look.text];
    // High contrast has no tints: the outline in the text's colour makes the tag.
    drawRounded(painter, area, radius, ground, theme.isContrast() ? words : QColor(Qt::transparent));
    painter->setFont(typeFont(Type::Tag, QFont::DemiBold));
    painter->setPen(words);
    painter->drawText(area, Qt::AlignCenter | Qt::TextSingleLine, text);
}

EnvironmentTag::EnvironmentTag(Environment environment, TagStyle style, QWidget *parent)
    : QWidget(parent), m_environment(environment), m_style(style)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
    describe();
}

void EnvironmentTag::setEnvironment(Environment environment)
{
    m_environment = environment;
    describe();
}

void EnvironmentTag::setTagStyle(TagStyle style)
{
    m_style = style;
    describe();
}

void EnvironmentTag::setWord(TagWord word)
{
    m_word = word;
    describe();
}

void EnvironmentTag::setText(const QString &text)
{
    m_text = text;
    describe();
}

QString EnvironmentTag::text() const
{
    if (!m_text.isEmpty())
        return m_text;
    const EnvironmentLook look = environmentLook(m_environment);
    return m_word == TagWord::Full ? look.word : look.shortWord;
}

void EnvironmentTag::describe()
{
    setAccessibleName(m_text.isEmpty() ? environmentLook(m_environment).word : m_text);
    updateGeometry();
    update();
}

QSize EnvironmentTag::sizeHint() const
{
    const QSize size = tagSize(text());
    return m_style == TagStyle::Solid ? QSize(size.width(), scaled(18)) : size;
}

void EnvironmentTag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTag(&painter, rect(), m_environment, m_style, text(), themeOf(this));
}

void EnvironmentTag::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

} // namespace uplift::ui
