// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdialog.h"

#include "ui/log/logfile.h"
#include "ui/log/loglines.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

/// As much as a window takes without a wait; the files hold six times that.
constexpr qint64 shownBytes = 512 * 1024;

} // namespace

LogDialog::LogDialog(LogFile &log, QWidget *parent)
    : RoomyDialog(tr("The log - Uplift"), {900, 560}, parent), m_log(log)
{
    setObjectName(QStringLiteral("logDialog"));
    buildHead();
    buildText();
    buildButtons();
    readAgain();
    m_search->setFocus();
}

void LogDialog::buildHead()
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    head->setSpacing(scaled(8));
    head->addWidget(
        new WrapLabel(tr("Start and end, Qt's warnings, every call in one line, troubles of journal and "
                         "keychain. No key, no request and no reply is in it."),
                      Type::Body, Role::Text2));
    m_search = makeSearch(tr("Show the lines with these words"), QStringLiteral("logSearch"));
    head->addWidget(m_search);
    body()->addLayout(head);
    connect(m_search, &QLineEdit::textChanged, this, &LogDialog::filter);
}

void LogDialog::buildText()
{
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setAccessibleName(tr("The log"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFont(fixedFont(Type::Note));
    m_text->document()->setDocumentMargin(scaled(12));
    body()->addWidget(new Hairline);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_text);
    m_pages->addWidget(buildEmpty());
    body()->addWidget(m_pages, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    m_note = new WrapLabel(tr("Being read…"), Type::Note, Role::Text3);
    m_note->setObjectName(QStringLiteral("logNote"));
    foot->addWidget(m_note);
    body()->addWidget(new Hairline);
    body()->addLayout(foot);
}

QWidget *LogDialog::buildEmpty()
{
    auto *page = new EmptyState(Icon::Search);
    m_emptyTitle = page->title();
    m_emptyTitle->setObjectName(QStringLiteral("logEmptyTitle"));
    page->text()->setText(tr("All the words must stand in one line. Small and capital letters count alike."));
    page->action()->setText(tr("Clear the search"));
    page->action()->setObjectName(QStringLiteral("logClear"));
    connect(page->action(), &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_search->setFocus();
    });
    return page;
}

void LogDialog::buildButtons()
{
    m_copy = addButton(tr("&Copy what is shown"), QStringLiteral("logCopy"));
    m_copy->setIcon(icon(Icon::Copy));
    QPushButton *folder = addButton(tr("Open the &folder"), QStringLiteral("logFolder"));
    folder->setToolTip(QFileInfo(m_log.path()).absolutePath());
    QPushButton *again = addButton(tr("Read &again"), QStringLiteral("logAgain"));
    again->setIcon(icon(Icon::Refresh));
    again->setToolTip(tr("F5"));
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("logClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, &LogDialog::copy);
    connect(folder, &QPushButton::clicked, this, &LogDialog::openFolder);
    connect(again, &QPushButton::clicked, this, &LogDialog::readAgain);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

QString LogDialog::shownText() const { return m_text->toPlainText(); }

void LogDialog::readAgain()
{
    m_log.read(shownBytes, this, [this](const Result<QString> &text) {
        if (text)
            take(*text);
        else
            m_note->setText(text.error().message);
    });
}

void LogDialog::take(const QString &text)
{
    m_read = text;
    filter();
}

void LogDialog::filter()
{
    const QStringList lines = linesWith(m_read, m_search->text());
    m_text->setPlainText(lines.join(QLatin1Char('\n')));
    // The newest stands last, and is what one came for.
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    m_copy->setText(tr("&Copy what is shown"));
    const QString words = m_search->text().trimmed();
    const bool noMatch = lines.isEmpty() && !words.isEmpty();
    if (noMatch)
        //: %1 is what was typed
        m_emptyTitle->setText(tr("No line holds “%1”").arg(words));
    m_pages->setCurrentIndex(noMatch ? 1 : 0);
    if (noMatch)
        //: %1 is what was typed
        m_note->setText(tr("No line holds “%1”.").arg(words));
    else if (lines.isEmpty())
        m_note->setText(tr("There is no line yet."));
    else
        //: %1 is a path
        m_note->setText(tr("%n line(s), times in UTC. The whole log lies in %1 and beside it.", nullptr,
                           static_cast<int>(lines.size()))
                            .arg(m_log.path()));
}

void LogDialog::copy()
{
    if (m_text->toPlainText().isEmpty()) {
        m_note->setText(tr("There is nothing to copy."));
        return;
    }
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_copy->setText(tr("Copied"));
}

void LogDialog::openFolder()
{
    const QString folder = QFileInfo(m_log.path()).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        //: %1 is a path
        m_note->setText(tr("This desktop opened no program for the folder %1.").arg(folder));
}

void LogDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F5)
        return readAgain();
    if (event->matches(QKeySequence::Find))
        return m_search->setFocus();
    // Esc clears first, as in the table's filter.
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty())
        return m_search->clear();
    RoomyDialog::keyPressEvent(event);
}

} // namespace uplift::ui
