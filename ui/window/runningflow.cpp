// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runningflow.h"

#include "core/errortext.h"
#include "ui/form/formfacts.h"
#include "ui/look/times.h"
#include "ui/running/attemptwords.h"
#include "ui/running/moveswitchdialog.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/window/noticebar.h"

namespace uplift::ui {

RunningFlow::RunningFlow(Session &session, RunningPage &page, RunningDetail &detail, QWidget *window)
    : QObject(window), m_session(session), m_page(page), m_detail(detail), m_window(window),
      m_zone(QTimeZone::systemTimeZone())
{
    upgrade::Upgrades &upgrades = session.upgrades();
    m_detail.setPractice(session.isPractice());
    for (auto signal : {&upgrade::Upgrades::stepAdded, &upgrade::Upgrades::stepChanged})
        connect(&upgrades, signal, this, &RunningFlow::onStepsChanged);
    connect(&page, &RunningPage::stepSelected, this, &RunningFlow::show);
    connect(&detail, &RunningDetail::decided, &upgrades, &upgrade::Upgrades::decide);
    connect(&detail, &RunningDetail::pollRequested, &upgrades, &upgrade::Upgrades::pollNow);
    connect(&detail, &RunningDetail::moveRequested, this, &RunningFlow::move);
    connect(&detail, &RunningDetail::cancelRequested, this, &RunningFlow::cancel);
    connect(&detail, &RunningDetail::ticketRequested, this, &RunningFlow::ticketRequested);
    connect(&detail, &RunningDetail::historyRequested, this, &RunningFlow::historyRequested);
    connect(&detail, &RunningDetail::batchRequested, this, &RunningFlow::batchRequested);
    connect(&detail, &RunningDetail::planAgainRequested, this, [this](const StepId &id) {
        if (const auto step = m_session.upgrades().step(id))
            Q_EMIT planAgainRequested({step->plan.account, step->plan.region, step->plan.instance});
    });
}

QHash<PlanId, QString> RunningFlow::batchNames() const
{
    QHash<PlanId, QString> names;
    const QList<upgrade::BatchView> batches = m_session.batches().batches();
    for (const upgrade::BatchView &batch : batches)
        names.insert(batch.plan.id, batch.plan.name);
    return names;
}

QString RunningFlow::batchName(const PlanId &id) const
{
    const auto batch = m_session.batches().batch(id);
    return batch ? batch->plan.name : QString();
}

void RunningFlow::onStepsChanged()
{
    m_page.setSteps(m_session.upgrades().steps(), batchNames());
    show(m_page.current());
}

void RunningFlow::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_zone = zone;
    m_page.setNow(now, zone);
    m_detail.setNow(now, zone);
}

void RunningFlow::show(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step)
        return m_detail.showNothing();
    m_detail.showStep(*step, changesOf(*step, m_session.upgrades().steps()), batchName(step->plan.batch));
}

MoveFacts RunningFlow::factsOf(const upgrade::StepView &step) const
{
    MoveFacts facts;
    facts.instanceName = step.plan.instanceName;
    facts.environment = step.plan.environment;
    facts.instance = step.plan.instance;
    facts.region = regionName(step.plan.region);
    facts.task = step.task ? step.task->id.value : QString();
    facts.due = dueText(step, changesOf(step, m_session.upgrades().steps()), m_zone);
    if (step.plan.window)
        // In UTC as well it stands above, where it is due.
        facts.window =
            QStringLiteral("%1 %2 – %3 %4")
                .arg(dayText(step.plan.window->start, m_zone), clockText(step.plan.window->start, m_zone),
                     clockText(step.plan.window->end, m_zone), zoneText(step.plan.window->start, m_zone));
    facts.zone = m_zone;
    return facts;
}

void RunningFlow::move(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step)
        return;
    auto *dialog = new MoveSwitchDialog(factsOf(*step), m_session.clock(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, id, dialog] {
        // It may have begun to switch while the dialog was open.
        const auto now = m_session.upgrades().step(id);
        const QList<upgrade::StepView> changes =
            now ? changesOf(*now, m_session.upgrades().steps()) : QList<upgrade::StepView>();
        if (!now || !offersOf(*now, changes, m_zone).move)
            return complain(Error::of(Error::Kind::Conflict,
                                      tr("The service no longer offers to move this switch."),
                                      tr("Nothing was sent. Look where it is now.")));
        start(movePlanOf(*now, changes, dialog->when(), dialog->at(), m_zone));
    });
    dialog->open();
}

void RunningFlow::cancel(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step)
        return;
    auto *dialog = new AskDialog(cancelQuestion(factsOf(*step), batchName(step->plan.batch)), m_window);
    connect(dialog, &QDialog::accepted, this, [this, id] {
        const auto now = m_session.upgrades().step(id);
        const QList<upgrade::StepView> changes =
            now ? changesOf(*now, m_session.upgrades().steps()) : QList<upgrade::StepView>();
        if (!now || !offersOf(*now, changes, m_zone).cancel)
            return complain(Error::of(Error::Kind::Conflict,
                                      tr("The service no longer offers to cancel this upgrade."),
                                      tr("Nothing was sent. Look where it is now.")));
        start(cancelPlanOf(*now, changes, m_zone));
    });
    dialog->open();
}

void RunningFlow::start(const upgrade::StepPlan &plan)
{
    const StepId shown = m_page.current();
    m_session.upgrades().start(plan, this, [this, shown](const Result<StepId> &started) {
        if (!started)
            return complain(started.error());
        m_page.select(shown); // what it changes stays in view; the change is a line of its own
    });
}

void RunningFlow::complain(const Error &error) { m_page.notices()->showNotice(errorInBrief(error)); }

} // namespace uplift::ui
