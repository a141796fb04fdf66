// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/instancespage.h"

#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/window/noticebar.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace uplift::ui {

namespace {

QString standingTitle(StandingFilter filter)
{
    switch (filter) {
    case StandingFilter::All:
        break;
    case StandingFilter::UpdateAvailable:
        return InstancesPage::tr("Update available");
    case StandingFilter::Critical:
        return InstancesPage::tr("Critical");
    case StandingFilter::InProgress:
        return InstancesPage::tr("In progress");
    case StandingFilter::NeedsDecision:
        return InstancesPage::tr("Needs a decision");
    case StandingFilter::NoLongerSeen:
        return InstancesPage::tr("No longer seen");
    case StandingFilter::Failed:
        return InstancesPage::tr("Failed or rejected");
    }
    return InstancesPage::tr("All instances");
}

} // namespace

InstancesPage::InstancesPage(QWidget *parent)
    : QWidget(parent), m_model(new InstanceModel(this)), m_filter(new InstanceFilter(m_model, this))
{
    setObjectName(QStringLiteral("instancesPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(tr("All instances"), this);
    m_progress = new TextLabel(QString(), Type::Note, Role::Text3);
    m_progress->setObjectName(QStringLiteral("askingProgress"));
    m_header->addWidget(m_progress);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("filterEdit"));
    m_search->setAccessibleName(tr("Filter by name, id, tag, version"));
    m_search->setPlaceholderText(tr("Filter by name, id, tag, version"));
    setKind(m_search, "search");
    addLens(m_search);
    m_search->setFixedWidth(scaled(234));
    m_search->installEventFilter(this);
    m_header->addWidget(m_search);
    m_stop = m_header->addTool(Icon::Stop, tr("Stop asking (Ctrl+.)"));
    m_stop->setObjectName(QStringLiteral("stopAsking"));
    m_stop->hide();
    m_refresh = m_header->addTool(Icon::Refresh, tr("Refresh (Ctrl+R)"));
    m_refresh->setObjectName(QStringLiteral("refreshAll"));
    m_notices = new NoticeBar(this);
    m_troubles = new NoticeBar(this);
    m_troubles->setObjectName(QStringLiteral("troubles"));
    m_pages = new QStackedWidget(this);
    m_table = new InstanceTable(m_filter, this);
    m_pages->addWidget(m_table);
    m_pages->addWidget(buildEmpty());
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_troubles);
    column->addWidget(m_pages, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        showPage();
    });
    // Large tables are arranged in slices: what the page says waits for the last one.
    connect(m_filter, &InstanceFilter::rearranged, this, &InstancesPage::showPage);
    connect(m_refresh, &QToolButton::clicked, this, &InstancesPage::refreshRequested);
    connect(m_stop, &QToolButton::clicked, this, &InstancesPage::stopRequested);
    connect(m_emptyAction, &QPushButton::clicked, this, [this] {
        if (m_emptyIsFilter) {
            m_search->clear();
            m_search->setFocus();
        } else {
            Q_EMIT addRequested();
        }
    });
    showPage();
}

QWidget *InstancesPage::buildEmpty()
{
    auto *page = new EmptyState(Icon::Search, this);
    m_emptyTitle = page->title();
    m_emptyTitle->setObjectName(QStringLiteral("emptyTitle"));
    m_emptyText = page->text();
    m_emptyAction = page->action();
    m_emptyAction->setObjectName(QStringLiteral("emptyAction"));
    return page;
}

void InstancesPage::setRows(const QList<InstanceRow> &rows)
{
    m_model->setRows(rows);
    showPage();
}

void InstancesPage::setNow(const QDateTime &now, const QTimeZone &zone) { m_model->setNow(now, zone); }

void InstancesPage::setStanding(StandingFilter filter)
{
    m_filter->setStanding(filter);
    showPage();
}

void InstancesPage::setAccount(const AccountId &account, const QString &name)
{
    m_filter->setAccount(account);
    m_accountName = name;
    showPage();
}

void InstancesPage::setProgress(const QString &text)
{
    m_progress->setText(text);
    m_stop->setVisible(!text.isEmpty());
    m_refresh->setVisible(text.isEmpty());
}

void InstancesPage::setReading(bool reading)
{
    if (std::exchange(m_reading, reading) != reading)
        showPage();
}

void InstancesPage::rowsChanged() { showPage(); }

void InstancesPage::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool InstancesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Down) {
            m_table->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InstancesPage::showTitle()
{
    const bool byAccount = !m_filter->account().isEmpty();
    m_header->setTitle(byAccount ? m_accountName : standingTitle(m_filter->standing()));
    m_header->setNote(QLocale().toString(m_filter->shownInstances()));
}

void InstancesPage::showPage()
{
    showTitle();
    const bool nothingAtAll = m_model->rowCount() == 0;
    m_emptyIsFilter = !nothingAtAll && !m_filter->words().trimmed().isEmpty();
    if (m_emptyIsFilter) {
        m_emptyTitle->setText(tr("Nothing matches “%1”").arg(m_filter->words().trimmed()));
        m_emptyText->setText(tr("Searched: name, id, tag, region, account and version of %n instance(s).",
                                nullptr, m_model->rowCount()));
        m_emptyAction->setText(tr("Clear the filter"));
    } else if (nothingAtAll && m_reading) {
        m_emptyTitle->setText(tr("Reading the list of instances"));
        m_emptyText->setText(
            tr("Every region of your accounts is asked. The first rows appear as they come."));
    } else if (nothingAtAll) {
        m_emptyTitle->setText(tr("No instance yet"));
        m_emptyText->setText(
            tr("No region of your accounts listed an instance. If you know an instance's id, type it: "
               "it may be one that this key may not list."));
        m_emptyAction->setText(tr("Upgrade by instance id"));
    } else {
        m_emptyTitle->setText(tr("Nothing here"));
        m_emptyText->setText(tr("No instance is in this list."));
    }
    m_emptyAction->setVisible(m_emptyIsFilter || (nothingAtAll && !m_reading));
    m_pages->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
}

} // namespace uplift::ui
