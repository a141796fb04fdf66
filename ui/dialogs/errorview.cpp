// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/errorview.h"

#include "ui/look/type.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

struct PartIcon {
    Icon icon;
    Role role;
};

constexpr int happenedPart = 0;
constexpr int againPart = 4;
constexpr int nextPart = 7;

/// By part, and within it by what the error says: shape and colour never stand without the first word.
PartIcon partIcon(int part)
{
    static const PartIcon icons[] = {
        {Icon::Info, Role::Text2}, // what happened
        {Icon::TickRing, Role::Green}, // changed: No
        {Icon::Warning, Role::Amber}, // changed: Yes
        {Icon::Question, Role::Amber}, // changed: Unknown
        {Icon::Dash, Role::Text2}, // again: Safe
        {Icon::CrossRing, Role::Red}, // again: Unsafe
        {Icon::Question, Role::Amber}, // again: AskFirst
        {Icon::Arrow, Role::Accent}, // next
    };
    return icons[part];
}

} // namespace

ErrorView::ErrorView(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("errorView"));
    m_column->setContentsMargins(0, 0, 0, 0);
}

void ErrorView::setNote(NoteKind kind, Icon icon)
{
    m_noteKind = kind;
    m_noteIcon = icon;
}

void ErrorView::setError(const Error &error, const QString &headline, const QString &secondLine)
{
    m_text = errorText(error);
    if (!headline.isEmpty())
        m_text.headline = headline;
    if (!secondLine.isEmpty())
        m_text.code = secondLine;
    if (!m_changed.isEmpty())
        m_text.changed = m_changed;
    delete m_content;
    m_content = new QWidget(this);
    m_column->addWidget(m_content, 0, Qt::AlignTop);
    m_parts = new QVBoxLayout(m_content);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(scaled(12));

    auto *note = new Note(m_noteKind);
    note->setIcon(m_noteIcon);
    note->setObjectName(QStringLiteral("errorHeadline"));
    note->setTitle(m_text.headline);
    note->setText(m_text.code);
    m_parts->addWidget(note);
    addPart(happenedPart, tr("What happened"), m_text.happened, QStringLiteral("errorHappened"));
    addPart(1 + static_cast<int>(error.change), tr("Did anything change in the cloud"), m_text.changed,
            QStringLiteral("errorChanged"));
    addPart(againPart + static_cast<int>(error.retry), tr("Is trying again safe"), m_text.again,
            QStringLiteral("errorAgain"));
    addPart(nextPart, tr("What to do next"), m_text.next, QStringLiteral("errorNext"));
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(scaled(8));
    m_actions->addStretch(1);
    m_parts->addLayout(m_actions);
    if (m_showsId)
        addRequestId();
    m_content->show();
    setAccessibleName(m_text.headline);
    setAccessibleDescription(errorAsText(m_text));
}

void ErrorView::addPart(int icon, const QString &head, const QString &sentence, const QString &objectName)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(9));
    const PartIcon mark = partIcon(icon);
    row->addWidget(new IconLabel(mark.icon, mark.role), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(scaled(2));
    column->addWidget(new TextLabel(head, Type::Note, Role::Text2, QFont::Medium));
    auto *text = new WrapLabel(sentence);
    text->setObjectName(objectName);
    text->setAccessibleName(head + QStringLiteral(": ") + sentence);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(text);
    row->addLayout(column, 1);
    m_parts->addLayout(row);
}

void ErrorView::addRequestId()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(new TextLabel(QStringLiteral("RequestId"), Type::Note, Role::Text2));
    if (m_text.requestId.isEmpty()) {
        auto *none = new TextLabel(tr("none came"), Type::Note, Role::Text3);
        none->setObjectName(QStringLiteral("errorNoRequestId"));
        row->addWidget(none, 1);
    } else {
        auto *id = new CopyLabel(m_text.requestId, tr("RequestId"));
        id->setObjectName(QStringLiteral("errorRequestId"));
        row->addWidget(id, 1);
    }
    m_parts->addLayout(row);
}

QPushButton *ErrorView::addAction(const QString &text, const QString &objectName)
{
    Q_ASSERT(m_actions && m_actions->count() <= 2); // the stretch and at most one button
    auto *button = new QPushButton(text, m_content);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

} // namespace uplift::ui
