// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planspage.h"

#include "ui/batch/planlist.h"
#include "ui/batch/planrowsview.h"
#include "ui/look/accessibility.h"
#include "ui/look/type.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/window/noticebar.h"

#include <QItemSelectionModel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int mostLines = 5; ///< of the list; more are scrolled
constexpr int lineHeight = 32;

} // namespace

PlansPage::PlansPage(QWidget *parent)
    : QWidget(parent), m_header(new PaneHeader(tr("Batch plans"), this)), m_notices(new NoticeBar(this)),
      m_pages(new QStackedWidget(this)), m_list(new QListView), m_model(new PlanListModel(this)),
      m_timeline(new PlanRowsView), m_head(nullptr)
{
    setObjectName(QStringLiteral("plansPage"));
    m_list->setObjectName(QStringLiteral("planList"));
    m_list->setAccessibleName(tr("Batch plans: open, ended and saved"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PlanListDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_timeline->setAccessibleName(tr("Members of the plan"));
    auto *work = new QWidget;
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_head = new PlanRowsHead(m_timeline, work);
    column->addWidget(m_list);
    column->addWidget(new Hairline(Qt::Horizontal, work));
    column->addWidget(m_head);
    column->addWidget(m_timeline, 1);
    m_pages->addWidget(work);
    m_pages->addWidget(buildEmpty());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(m_notices);
    whole->addWidget(m_pages, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && !m_taking)
                    Q_EMIT planSelected(m_model->entry(index.row()).id);
            });
    openWhatIsSelected(m_list);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT planActivated(m_model->entry(index.row()).id); });
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_list->indexAt(position);
        if (index.isValid())
            Q_EMIT planMenuRequested(m_model->entry(index.row()).id,
                                     m_list->viewport()->mapToGlobal(position));
    });
    setEntries({});
}

QWidget *PlansPage::buildEmpty()
{
    auto *page = new EmptyState(Icon::Layers, this);
    page->title()->setText(tr("No batch plan yet"));
    page->title()->setObjectName(QStringLiteral("plansEmpty"));
    page->text()->setText(
        tr("Select two or more instances in the table: the right side becomes the plan of a "
           "batch, to be started, or saved and used again."));
    page->action()->setText(tr("Go to the instances"));
    page->action()->setObjectName(QStringLiteral("plansToInstances"));
    connect(page->action(), &QPushButton::clicked, this, &PlansPage::instancesRequested);
    return page;
}

void PlansPage::fitList()
{
    const int lines = std::clamp(m_model->rowCount(), 1, mostLines);
    m_list->setFixedHeight(lines * scaled(lineHeight));
}

/// The first number is the one beside the page's name in the sidebar.
QString PlansPage::countText(const QList<PlanEntry> &entries)
{
    const auto ended = std::count_if(entries.begin(), entries.end(), [](const PlanEntry &entry) {
        return entry.kind == PlanEntry::Kind::Ended;
    });
    const qsizetype others = entries.size() - ended;
    if (ended == 0)
        return others == 0 ? QString() : QLocale().toString(others);
    //: %1 a number
    const QString endedText = tr("%1 ended").arg(QLocale().toString(ended));
    //: %1 a number of plans, %2 "1 ended"
    return others == 0 ? endedText : tr("%1 open or saved, %2").arg(QLocale().toString(others), endedText);
}

void PlansPage::setEntries(const QList<PlanEntry> &entries)
{
    const PlanId before = current();
    m_taking = true;
    m_model->setEntries(entries);
    m_header->setNote(countText(entries));
    m_pages->setCurrentIndex(entries.isEmpty() ? 1 : 0);
    fitList();
    const int row = std::max(0, m_model->indexOf(before));
    if (!entries.isEmpty() && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row));
    m_taking = false;
    if (current() != before)
        Q_EMIT planSelected(current());
}

void PlansPage::setRows(const QList<PlanRow> &rows, const PlanHeads &heads)
{
    m_timeline->setHeads(heads);
    m_timeline->setRows(rows);
}

void PlansPage::select(const PlanId &id)
{
    if (const int row = m_model->indexOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

bool PlansPage::holds(const PlanId &id) const { return m_model->indexOf(id) >= 0; }

PlanId PlansPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model->entry(index.row()).id : PlanId();
}

} // namespace uplift::ui
