// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note.h"

#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>

namespace uplift::ui {

namespace {

struct NoteLook {
    Role ground;
    Role line; ///< border in high contrast
    Icon icon;
};

NoteLook lookOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Amber:
        return {Role::AmberBg, Role::Amber, Icon::Warning};
    case NoteKind::Red:
        return {Role::RedBg, Role::Red, Icon::CrossDisc};
    case NoteKind::Green:
        return {Role::GreenBg, Role::Green, Icon::TickDisc};
    case NoteKind::Raised:
        break;
    }
    return {Role::Raised, Role::Edge, Icon::None};
}

} // namespace

Note::Note(NoteKind kind, QWidget *parent)
    : QFrame(parent), m_kind(kind), m_icon(lineMark(Icon::None, Role::Text2, Type::Body)),
      m_title(new WrapLabel({}, Type::Body, Role::Text, QFont::DemiBold)),
      m_text(new WrapLabel({}, Type::Note, Role::Text2)), m_column(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleRole(this, QAccessible::Grouping);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 9, 12, 10);
    row->setSpacing(10);
    // Aligned, not pushed by a stretch: a stretch makes the whole note expand.
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
    m_column->setSpacing(2);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_title->hide();
    m_text->hide();
    setNoteKind(kind);
}

void Note::setNoteKind(NoteKind kind)
{
    m_kind = kind;
    setIcon(lookOf(kind).icon);
    update();
}

void Note::setIcon(Icon icon)
{
    m_icon->setIcon(icon, m_kind == NoteKind::Raised ? Role::Text2 : lookOf(m_kind).line);
    m_icon->setVisible(icon != Icon::None);
}

void Note::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    describe();
}

void Note::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    describe();
}

QString Note::title() const { return m_title->text(); }

QString Note::text() const { return m_text->text(); }

void Note::addWidget(QWidget *widget) { m_column->addWidget(widget, 0, Qt::AlignLeft); }

void Note::describe()
{
    const bool titled = !m_title->text().isEmpty();
    setAccessibleName(titled ? m_title->text() : m_text->text());
    setAccessibleDescription(titled ? m_text->text() : QString());
}

void Note::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const NoteLook look = lookOf(m_kind);
    QPainter painter(this);
    drawRounded(&painter, rect(), 6, theme[look.ground],
                theme.isContrast() ? theme[look.line] : QColor(Qt::transparent));
}

} // namespace uplift::ui
