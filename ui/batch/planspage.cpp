// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planspage.h"

#include "ui/batch/planlist.h"
#include "ui/batch/planrowsview.h"
#include "ui/look/accessibility.h"
#include "ui/look/type.h"
#include "ui/widgets/iconlabel.h"
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
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    auto *title = new TextLabel(tr("No batch plan yet"), Type::Title, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("plansEmpty"));
    auto *text =
        new WrapLabel(tr("Select two or more instances in the table: the right side becomes the plan of a "
                         "batch, to be started, or saved and used again."),
                      Type::Body, Role::Text2);
    for (TextLabel *label : std::initializer_list<TextLabel *>{title, text})
        label->setAlignment(Qt::AlignHCenter);
    auto *action = new QPushButton(tr("Go to the instances"));
    action->setObjectName(QStringLiteral("plansToInstances"));
    column->addStretch(2);
    column->addWidget(new IconLabel(Icon::Layers, Role::Text3, 32), 0, Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(4);
    column->addWidget(action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(action, &QPushButton::clicked, this, &PlansPage::instancesRequested);
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
