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

using PartIcon = ErrorView::PartIcon;

constexpr PartIcon happenedIcon{Icon::Info, Role::Text2};
constexpr PartIcon nextIcon{Icon::Arrow, Role::Accent};

/// Shape and colour never stand without the first word, and never say more than it.
PartIcon changedIcon(Error::Change change)
{
    switch (change) {
    case Error::Change::No:
        return {Icon::Dash, Role::Text2};
    case Error::Change::Yes:
        return {Icon::Warning, Role::Amber};
    case Error::Change::Unknown:
        break;
    }
    return {Icon::Question, Role::Amber};
}

PartIcon againIcon(TryAgain again)
{
    switch (again) {
    case TryAgain::Yes:
        return {Icon::TickRing, Role::Green};
    case TryAgain::AfterCause:
        return {Icon::TickRing, Role::Text2};
    case TryAgain::No:
        return {Icon::CrossRing, Role::Red};
    case TryAgain::AskFirst:
        break;
    }
    return {Icon::Question, Role::Amber};
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
    addPart(happenedIcon, tr("What happened"), m_text.happened, QStringLiteral("errorHappened"));
    addPart(changedIcon(error.change), tr("Did anything change in the cloud"), m_text.changed,
            QStringLiteral("errorChanged"));
    addPart(againIcon(tryAgain(error)), tr("Is trying again safe"), m_text.again,
            QStringLiteral("errorAgain"));
    addPart(nextIcon, tr("What to do next"), m_text.next, QStringLiteral("errorNext"));
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

void ErrorView::addPart(const PartIcon &mark, const QString &head, const QString &sentence,
                        const QString &objectName)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(9));
    row->addWidget(lineMark(mark.icon, mark.role, Type::Note), 0, Qt::AlignTop);
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
