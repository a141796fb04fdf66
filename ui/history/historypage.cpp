// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "ui/history/historytable.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/window/noticebar.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds folding{250};

} // namespace

HistoryPage::HistoryPage(HistoryModel::Source source, QWidget *parent)
    : QWidget(parent), m_model(new HistoryModel(std::move(source), this)), m_notices(new NoticeBar(this)),
      m_filter(new HistoryFilterBar(this)), m_pages(new QStackedWidget(this)),
      m_table(new HistoryTable(m_model, this)), m_chain(new ChainLine(this))
{
    setObjectName(QStringLiteral("historyPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    buildHead();
    m_pages->addWidget(m_table);
    m_pages->addWidget(buildEmpty());
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_filter);
    column->addWidget(m_pages, 1);
    column->addWidget(m_chain);

    m_soon.setSingleShot(true);
    m_soon.setInterval(folding);
    connect(&m_soon, &QTimer::timeout, this, &HistoryPage::ask);
    const auto otherQuery = [this] {
        m_otherQuery = true;
        m_soon.start();
    };
    connect(m_search, &QLineEdit::textChanged, this, otherQuery);
    connect(m_filter, &HistoryFilterBar::changed, this, otherQuery);
    connect(m_model, &HistoryModel::changed, this, &HistoryPage::onRead);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPage::onReset);
    connect(m_model, &HistoryModel::inserted, this, &HistoryPage::onInserted);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    Q_EMIT selected();
            });
    connect(m_table, &HistoryTable::rowActivated, this, &HistoryPage::detailRequested);
    connect(m_table, &HistoryTable::currentMoved, this, [this] {
        if (const auto row = current())
            m_current = row->step.plan.id;
        Q_EMIT selected();
    });
    connect(m_chain, &ChainLine::checkRequested, this, &HistoryPage::chainCheckRequested);
    showState();
}

void HistoryPage::buildHead()
{
    m_header = new PaneHeader(tr("History"), this);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_search->setAccessibleName(tr("Search by name, id, account, RequestId, ticket or note"));
    m_search->setPlaceholderText(tr("Name, id, RequestId, ticket"));
    m_search->setToolTip(tr("Name, id, account, region, version, RequestId, ticket, note, and who confirmed "
                            "it. All words must occur."));
    m_search->setMaxLength(200);
    setKind(m_search, "search");
    addLens(m_search);
    m_search->setFixedWidth(scaled(248));
    m_search->installEventFilter(this);
    m_header->addWidget(m_search);
    m_export = new QPushButton(tr("E&xport…"));
    m_export->setObjectName(QStringLiteral("historyExport"));
    m_export->setAccessibleName(tr("Export or archive the history"));
    auto *menu = new QMenu(m_export);
    menu->setObjectName(QStringLiteral("historyExportMenu"));
    const auto offer = [this, menu](const QString &text, const char *name, auto signal) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, signal);
    };
    offer(tr("As &CSV, for spreadsheets…"), "historyCsv", &HistoryPage::csvRequested);
    offer(tr("As &JSON, with every state…"), "historyJson", &HistoryPage::jsonRequested);
    menu->addSeparator();
    offer(tr("&Archive the journal…"), "historyArchive", &HistoryPage::archiveRequested);
    connect(m_export, &QPushButton::clicked, this,
            [this, menu] { menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height()))); });
    m_header->addWidget(m_export);
}

QWidget *HistoryPage::buildEmpty()
{
    auto *page = new EmptyState(Icon::History, this);
    m_emptyTitle = page->title();
    m_emptyTitle->setObjectName(QStringLiteral("historyEmptyTitle"));
    m_emptyText = page->text();
    m_emptyText->setObjectName(QStringLiteral("historyEmptyText"));
    m_emptyAction = page->action();
    m_emptyAction->setText(tr("Clear the search and the filters"));
    m_emptyAction->setObjectName(QStringLiteral("historyClear"));
    connect(m_emptyAction, &QPushButton::clicked, this, [this] {
        if (m_model->error()) {
            m_model->refresh();
            return showState();
        }
        clearAll();
        m_search->setFocus();
    });
    return page;
}

void HistoryPage::setAccounts(const QList<std::pair<AccountId, QString>> &accounts)
{
    const AccountId before = m_filter->filter().account;
    m_filter->setAccounts(accounts);
    if (m_filter->filter().account == before)
        return;
    m_otherQuery = true;
    m_soon.start();
}

void HistoryPage::setNow(const QDateTime &now, const QTimeZone &zone) { m_model->setNow(now, zone); }

void HistoryPage::touch()
{
    m_stale = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void HistoryPage::searchFor(const QString &words)
{
    m_filter->clear();
    m_search->setText(words);
    m_otherQuery = true;
    ask();
}

void HistoryPage::clearAll()
{
    m_filter->clear();
    m_search->clear();
    m_otherQuery = true;
    ask();
}

void HistoryPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryPage::focusTable() { m_table->setFocus(Qt::ShortcutFocusReason); }

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_model->isRead() && !m_model->isReading()) {
        m_otherQuery = true;
        ask();
        return Q_EMIT firstShown();
    }
    if (m_stale || m_otherQuery)
        ask();
    Q_EMIT shownAgain();
}

void HistoryPage::ask()
{
    m_soon.stop();
    if (!isVisible())
        return; // showEvent() asks
    m_stale = false;
    if (std::exchange(m_otherQuery, false))
        m_model->setQuery(queryOf(m_filter->filter(), m_search->text(), m_model->now(), m_model->zone()));
    else
        m_model->refresh();
    showState();
}

void HistoryPage::onReset()
{
    if (m_model->rowCount() == 0)
        return Q_EMIT selected();
    m_table->selectRow(std::max(0, m_model->indexOf(m_current)));
}

void HistoryPage::onInserted(int rows)
{
    // Who reads further down goes on reading there; who is on top sees what is new.
    QScrollBar *bar = m_table->verticalScrollBar();
    if (bar->value() > 0)
        bar->setValue(bar->value() + rows * m_table->rowHeight(0));
}

void HistoryPage::onRead()
{
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    showState();
}

std::optional<HistoryRow> HistoryPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return std::nullopt;
    return m_model->row(index.row());
}

void HistoryPage::showState()
{
    const bool narrowed = !m_search->text().trimmed().isEmpty() || m_filter->filter().isSet();
    const auto &error = m_model->error();
    const bool empty = m_model->rowCount() == 0;
    if (!m_model->isRead())
        m_header->setNote({});
    else if (m_model->total() == 0)
        m_header->setNote(tr("No attempt"));
    else if (m_model->total() == 1)
        m_header->setNote(tr("1 attempt"));
    else
        //: %1 is a number of attempts
        m_header->setNote(tr("%1 attempts, newest first").arg(QLocale().toString(m_model->total())));
    m_emptyAction->setText(error ? tr("Try again") : tr("Clear the search and the filters"));
    m_emptyAction->setVisible(error || (narrowed && m_model->isRead()));
    if (error && empty) {
        m_emptyTitle->setText(tr("The journal could not be read"));
        m_emptyText->setText(error->next.isEmpty() ? error->message
                                                   : tr("%1 %2").arg(error->message, error->next));
    } else if (!m_model->isRead()) {
        m_emptyTitle->setText(tr("The journal is being read"));
        m_emptyText->setText({});
    } else if (narrowed) {
        const QString words = m_search->text().trimmed();
        m_emptyTitle->setText(words.isEmpty() ? tr("No attempt matches the filters")
                                              //: %1 is what was typed
                                              : tr("No attempt matches “%1”").arg(words));
        QString text;
        if (!words.isEmpty())
            text = tr("Searched: name, id, account, region, version, RequestId, ticket, note, and who "
                      "confirmed it.");
        if (m_filter->filter().isSet()) {
            const QString filters = tr("Only what the filters above let through is shown.");
            text = text.isEmpty() ? filters : tr("%1 %2").arg(text, filters);
        }
        m_emptyText->setText(text);
    } else {
        m_emptyTitle->setText(tr("Nothing was attempted yet"));
        m_emptyText->setText(tr("Every upgrade, backup and change of a setting is written here before it is "
                                "sent, and stays until you archive the journal."));
    }
    if (error && !empty)
        m_notices->showNotice(tr("The journal could not be read just now. What is shown is from before. %1")
                                  .arg(error->message),
                              {{tr("Try again"), [this] { m_model->refresh(); }}});
    m_pages->setCurrentIndex(empty ? 1 : 0);
}

bool HistoryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return) {
            focusTable();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace uplift::ui
