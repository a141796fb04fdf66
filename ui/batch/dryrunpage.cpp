// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/dryrunpage.h"

#include "core/redact.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/planrowsmodel.h"
#include "ui/batch/planrowsview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/window/noticebar.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace uplift::ui {

DryRunPage::DryRunPage(BatchDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft)
{
    setObjectName(QStringLiteral("dryRunPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(QString(), this);
    m_save = new QPushButton(tr("Sa&ve plan"));
    m_save->setObjectName(QStringLiteral("savePlan"));
    m_header->addWidget(m_save);
    auto *refresh = m_header->addTool(Icon::Refresh, tr("Ask for these instances again"));
    refresh->setObjectName(QStringLiteral("refreshPlan"));
    auto *back = m_header->addTool(Icon::List, tr("Back to the table (Ctrl+D)"));
    back->setObjectName(QStringLiteral("leaveDryRun"));
    m_notices = new NoticeBar(this);
    m_view = new PlanRowsView(this);
    m_view->setObjectName(QStringLiteral("dryRun"));
    m_view->setAccessibleName(tr("Dry run of the batch"));
    m_view->setHeads(dryRunHeads());
    m_empty = new TextLabel(tr("Nothing is planned. Select two or more instances in the table."), Type::Body,
                            Role::Text3);
    m_empty->setObjectName(QStringLiteral("dryRunEmpty"));
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(16, 48, 16, 0);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(new PlanRowsHead(m_view, this));
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connect(&m_draft, &BatchDraft::changed, this, &DryRunPage::onPlan);
    connect(m_save, &QPushButton::clicked, this, &DryRunPage::saveRequested);
    connect(refresh, &QToolButton::clicked, this, &DryRunPage::refreshRequested);
    connect(back, &QToolButton::clicked, this, &DryRunPage::backRequested);
    connect(m_view, &PlanRowsView::handsChosen, &m_draft, &BatchDraft::setHands);
    connect(m_view, &PlanRowsView::rowActivated, this, [this](const PlanRow &row) {
        const QList<fleet::InstanceKey> &keys = m_draft.instances();
        const auto found = std::find_if(keys.begin(), keys.end(), [&row](const fleet::InstanceKey &key) {
            return key.instance == row.instance;
        });
        if (!row.instance.isEmpty() && found != keys.end())
            Q_EMIT detailsRequested(*found);
    });
    showPlan();
}

void DryRunPage::onPlan()
{
    m_stale = !isVisible();
    if (!m_stale)
        showPlan();
}

void DryRunPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false))
        showPlan();
}

void DryRunPage::showPlan()
{
    m_header->setTitle(plainLine(m_draft.name()));
    m_header->setNote(tr("dry run, nothing is sent"));
    m_view->setRows(dryRunRows(m_draft.plan(), m_draft.dryRun(), m_draft.members(), m_draft.rules(),
                               m_draft.now(), m_draft.zone()));
    const bool any = m_view->lines()->rowCount() > 0;
    m_view->setVisible(any);
    m_empty->setVisible(!any);
    m_save->setVisible(any);
}

} // namespace uplift::ui
