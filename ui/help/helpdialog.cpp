// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpdialog.h"

#include "ui/help/helplink.h"
#include "ui/help/helpview.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollform.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace uplift::ui {

namespace {

constexpr int sideWidth = 256;

} // namespace

HelpDialog::HelpDialog(QList<HelpTopic> topics, QWidget *parent)
    : RoomyDialog(tr("Help - Uplift"), {900, 620}, parent), m_topics(std::move(topics))
{
    setObjectName(QStringLiteral("helpDialog"));
    // A window of its own: readable beside a question, and no reason to keep the program running.
    setAttribute(Qt::WA_QuitOnClose, false);
    buildSide();
    m_view = new HelpView;
    m_view->setObjectName(QStringLiteral("helpView"));
    m_view->setAccessibleName(tr("Help text"));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_view, 1);
    body()->addLayout(row, 1);
    buildButtons();
    connect(m_search, &QLineEdit::textChanged, this, &HelpDialog::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpDialog::showCurrent);
    connect(m_view, &HelpView::linkChosen, this, &HelpDialog::follow);
    connect(m_view, &HelpView::linkUnderPointer, this,
            [this](const QString &link) { m_note->setText(topicOfLink(link).isEmpty() ? link : QString()); });
    showTopic({});
    m_list->setFocus();
}

void HelpDialog::buildSide()
{
    m_side = new Surface(Role::Side);
    m_side->setFixedWidth(scaled(sideWidth));
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(scaled(12), scaled(12), scaled(12), scaled(12));
    column->setSpacing(scaled(8));
    m_search = makeSearch(tr("Search the help"), QStringLiteral("helpSearch"));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("helpTopics"));
    m_list->setAccessibleName(tr("Topics"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(scaled(2));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_none = new WrapLabel({}, Type::Note, Role::Text2);
    m_none->setObjectName(QStringLiteral("helpNone"));
    m_none->hide();
    for (const HelpTopic &topic : std::as_const(m_topics))
        m_list->addItem(topic.title);
    column->addWidget(m_search);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
}

void HelpDialog::buildButtons()
{
    m_back = addButton(tr("&Back"), QStringLiteral("helpBack"));
    m_back->setToolTip(tr("Alt+Left"));
    m_note = new WrapLabel({}, Type::Note, Role::Text2);
    m_note->setObjectName(QStringLiteral("helpNote"));
    foot()->addWidget(m_note, 1);
    QPushButton *close = addButton(tr("Close"), QStringLiteral("helpClose"));
    setKind(close, "primary");
    connect(m_back, &QPushButton::clicked, this, &HelpDialog::goBack);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_back->hide();
}

QString HelpDialog::topic() const { return m_shown; }

void HelpDialog::showTopic(const QString &id)
{
    const auto at = std::find_if(m_topics.begin(), m_topics.end(),
                                 [&id](const HelpTopic &topic) { return topic.id == id; });
    const int row = at == m_topics.end() ? 0 : static_cast<int>(at - m_topics.begin());
    // A search that hides the topic asked for has done its work.
    if (m_list->item(row)->isHidden())
        m_search->clear();
    m_list->setCurrentRow(row);
}

void HelpDialog::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || m_topics.at(row).id == m_shown)
        return;
    // What was never seen is no place to go back to.
    if (!m_shown.isEmpty() && isVisible())
        m_before.append(m_shown);
    m_shown = m_topics.at(row).id;
    m_back->setVisible(!m_before.isEmpty());
    m_note->setText({});
    m_view->showMarkdown(m_topics.at(row).markdown);
    m_view->mark(m_search->text());
}

void HelpDialog::search()
{
    const QString words = m_search->text();
    int first = -1;
    for (int row = 0; row < m_topics.size(); ++row) {
        const bool holds = topicHolds(m_topics.at(row), words);
        m_list->item(row)->setHidden(!holds);
        if (holds && first < 0)
            first = row;
    }
    m_none->setVisible(first < 0);
    if (first < 0)
        //: %1 is what was typed
        m_none->setText(tr("No topic holds “%1”. Esc shows all again.").arg(words.trimmed()));
    else if (m_list->currentRow() < 0 || m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
    const int marks = m_view->mark(words);
    m_note->setText(marks > 0 ? tr("%n place(s) in this topic; Enter shows the next one.", nullptr, marks)
                              : QString());
}

void HelpDialog::follow(const QString &link)
{
    if (const QString id = topicOfLink(link); !id.isEmpty())
        return showTopic(id);
    if (!QDesktopServices::openUrl(QUrl(link, QUrl::StrictMode)))
        //: %1 is an address
        m_note->setText(tr("This desktop opened no program for %1.").arg(link));
}

void HelpDialog::goBack()
{
    if (m_before.isEmpty())
        return;
    const QString to = m_before.takeLast();
    showTopic(to);
    m_before.removeLast(); // where we came from is no place to go back to
    m_back->setVisible(!m_before.isEmpty());
}

void HelpDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Back))
        return goBack();
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus();
        return m_search->selectAll();
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::FindNext) || (enter && m_search->hasFocus()))
        return m_view->showNextMark();
    if (enter && m_list->hasFocus())
        return m_view->setFocus();
    // Esc clears first, as in the table's filter.
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty())
        return m_search->clear();
    RoomyDialog::keyPressEvent(event);
}

} // namespace uplift::ui
