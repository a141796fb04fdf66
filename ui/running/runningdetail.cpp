// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/runningdetail.h"

#include "ui/dialogs/errorview.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/running/runninglist.h"
#include "ui/running/steptimeline.h"
#include "ui/running/undecidedpanel.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/progressbar.h"
#include "ui/widgets/scrollform.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using upgrade::StepState;

/// "Verified: orders-cache runs 7.0.1.14" and what proves it.
std::pair<QString, QString> verdictOf(const upgrade::StepView &step)
{
    const QString name = step.plan.instanceName;
    const QString now = MinorVersion::parse(step.versionNow).text();
    switch (step.state) {
    case StepState::Verified: {
        QStringList proof{RunningDetail::tr("Status %1").arg(step.statusText)};
        if (step.task && step.task->status == CloudTask::Status::Succeeded)
            proof.append(RunningDetail::tr("task succeeded"));
        if (!step.nodes.isEmpty())
            proof.append(whereItIs(step, {}, QTimeZone::utc()).detail);
        return {RunningDetail::tr("Verified: %1 runs %2").arg(name, now), proof.join(QStringLiteral(", "))};
    }
    case StepState::Unchanged:
        return {RunningDetail::tr("Ended, and the version is still %1")
                    .arg(now.isEmpty() ? RunningDetail::tr("unknown") : now),
                RunningDetail::tr("The service ended its work without a new version.")};
    case StepState::Gone:
        return {RunningDetail::tr("%1 was released").arg(name),
                RunningDetail::tr("The service no longer knows this instance.")};
    case StepState::NotStarted:
        return {RunningDetail::tr("Not started"),
                RunningDetail::tr("Nothing was changed in the cloud by this attempt.")};
    case StepState::Cancelled:
        return {RunningDetail::tr("Cancelled"),
                RunningDetail::tr("The service ended the task before the switch.")};
    default:
        return {upgrade::stateText(step.state), {}};
    }
}

NoteKind noteKindOf(StepState state)
{
    if (state == StepState::Verified)
        return NoteKind::Green;
    if (state == StepState::Unchanged)
        return NoteKind::Amber;
    return NoteKind::Raised;
}

} // namespace

RunningDetail::RunningDetail(QWidget *parent) : QWidget(parent), m_now(QDateTime::currentDateTimeUtc())
{
    setObjectName(QStringLiteral("runningDetail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(QString(), this);
    m_form = new ScrollForm(this);
    m_form->column()->addStretch();
    m_foot = new PinnedFoot(Role::Canvas, this);
    column->addWidget(m_header);
    column->addWidget(m_form, 1);
    column->addWidget(m_foot);
    showNothing();
}

void RunningDetail::showNothing()
{
    m_step.reset();
    m_header->setTitle(QString());
    m_header->setEnvironment(std::nullopt);
    delete m_content;
    m_content = nullptr;
    m_foot->hide();
}

void RunningDetail::showStep(const upgrade::StepView &step)
{
    const bool sameDecision =
        m_step && m_undecided && m_step->plan.id == step.plan.id && step.state == StepState::Undecided;
    m_step = step;
    m_header->setTitle(step.plan.instanceName);
    m_header->setEnvironment(step.plan.environment);
    if (sameDecision)
        m_undecided->showStep(step);
    else
        rebuild();
}

void RunningDetail::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (m_step && m_asked && m_step->askedAt.isValid())
        m_asked->setText(tr("asked %1").arg(ageText(m_step->askedAt, m_now)));
}

void RunningDetail::rebuild()
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(12);
    fillAlarms(column);
    if (m_step->state == StepState::Undecided)
        fillUndecided(column);
    else if (upgrade::isEnd(m_step->state))
        fillEnded(column);
    else
        fillOpen(column);
    m_form->column()->insertWidget(0, m_content);
    fillFoot();
}

void RunningDetail::fillAlarms(QVBoxLayout *column)
{
    if (m_step->switchedOutsideWindow) {
        auto *note = new Note(NoteKind::Red);
        note->setObjectName(QStringLiteral("outsideWindow"));
        note->setTitle(tr("It switched outside its window, at %1")
                           .arg(clockText(*m_step->switchedOutsideWindow, m_zone)));
        note->setText(tr("The request asked for the maintenance window. Check that clients have reconnected, "
                         "and quote the "
                         "RequestId to the provider."));
        column->addWidget(note);
    }
    if (m_step->windowPassedUnchanged) {
        auto *note = new Note(NoteKind::Amber);
        note->setObjectName(QStringLiteral("windowPassed"));
        note->setTitle(tr("The window has passed and nothing happened"));
        note->setText(tr("The version is as before. Look in the console whether a task still waits. Uplift "
                         "goes on asking and "
                         "sends nothing."));
        column->addWidget(note);
    }
    if (m_step->watchError) {
        auto *note = new Note(NoteKind::Amber);
        note->setObjectName(QStringLiteral("watchError"));
        note->setTitle(tr("The last question was not answered"));
        note->setText(tr("%1 Uplift goes on asking.").arg(m_step->watchError->message));
        column->addWidget(note);
    }
}

void RunningDetail::fillFacts(QVBoxLayout *column)
{
    auto *rows = new FactRows(80);
    rows->add(tr("Version"), tr("%1  →  %2").arg(fromVersionText(m_step->plan), toVersionText(m_step->plan)));
    rows->add(tr("Account"), m_step->plan.accountName);
    rows->add(tr("Instance"), m_step->plan.instance.value)->setFixed(true);
    if (m_step->task)
        rows->add(tr("Task"), m_step->task->id.value)->setFixed(true);
    column->addWidget(rows);
}

void RunningDetail::fillOpen(QVBoxLayout *column)
{
    fillFacts(column);
    column->addWidget(new Hairline);
    const WhereItIs where = whereItIs(*m_step, m_now, m_zone);
    auto *head = new QHBoxLayout;
    auto *phase = new TextLabel(where.head, Type::Heading, Role::Text, QFont::DemiBold);
    phase->setObjectName(QStringLiteral("phaseHead"));
    head->addWidget(phase, 1);
    if (where.percent)
        head->addWidget(new TextLabel(tr("%1 %").arg(qRound(*where.percent)), Type::Heading, Role::Accent,
                                      QFont::DemiBold));
    column->addLayout(head);
    auto *bar = new ProgressBar;
    bar->setAccessibleName(tr("Progress of the upgrade"));
    bar->setPercent(where.percent.value_or(-1));
    column->addWidget(bar);
    auto *below = new QHBoxLayout;
    const bool remaining = m_step->task && m_step->task->remaining && m_step->task->remaining->count() > 0;
    const QString says = remaining
        ? tr("About %1 left, says the service").arg(durationText(m_step->task->remaining->count()))
        : m_step->state == StepState::Waiting ? where.detail
                                              : tr("Time left: unknown, the service gives none");
    below->addWidget(new WrapLabel(says, Type::Note, Role::Text2), 1);
    m_asked = new TextLabel(m_step->askedAt.isValid() ? tr("asked %1").arg(ageText(m_step->askedAt, m_now))
                                                      : QString(),
                            Type::Note, Role::Text3);
    below->addWidget(m_asked);
    column->addLayout(below);
    column->addWidget(new StepTimeline(*m_step, m_zone));
}

void RunningDetail::fillUndecided(QVBoxLayout *column)
{
    auto *note = new Note(NoteKind::Amber);
    note->setIcon(Icon::Question);
    note->setTitle(tr("Undecided: it is not known whether the upgrade was started"));
    note->setText(tr("The reply to the request was lost. It was not sent again."));
    column->addWidget(note);
    m_undecided = new UndecidedPanel;
    m_undecided->showStep(*m_step);
    column->addWidget(m_undecided);
    connect(m_undecided, &UndecidedPanel::choiceChanged, this, &RunningDetail::fillFoot);
}

void RunningDetail::fillEnded(QVBoxLayout *column)
{
    if (m_step->error && m_step->state != StepState::Verified) {
        auto *view = new ErrorView;
        view->setObjectName(QStringLiteral("stepError"));
        // The RequestId stands pinned in the foot.
        Error error = *m_step->error;
        error.requestId.clear();
        view->setError(error, tr("%1: %2").arg(upgrade::stateText(m_step->state), m_step->plan.instanceName),
                       error.code);
        column->addWidget(view);
    } else {
        const auto [title, text] = verdictOf(*m_step);
        auto *note = new Note(noteKindOf(m_step->state));
        note->setObjectName(QStringLiteral("verdict"));
        note->setTitle(title);
        note->setText(text);
        column->addWidget(note);
        if (m_step->error) {
            auto *trouble = new Note(NoteKind::Amber);
            trouble->setText(m_step->error->message);
            column->addWidget(trouble);
        }
    }
    column->addWidget(new Hairline);
    column->addWidget(new StepTimeline(*m_step, m_zone));
    column->addWidget(new Hairline);
    fillFacts(column);
}

void RunningDetail::fillFoot()
{
    delete m_footContent;
    m_footContent = new QWidget;
    auto *column = new QVBoxLayout(m_footContent);
    column->setContentsMargins({});
    column->setSpacing(8);
    auto *idRow = new QHBoxLayout;
    idRow->addWidget(new TextLabel(tr("RequestId"), Type::Note, Role::Text3));
    if (m_step->requestId.isEmpty()) {
        const QString none = m_step->state == StepState::Requested ? tr("none yet")
            : m_step->nonceTail.isEmpty()                          ? tr("none came")
                                          : tr("none came. Nonce ····%1").arg(m_step->nonceTail);
        idRow->addWidget(new TextLabel(none, Type::Note, Role::Text2), 1);
    } else {
        auto *id = new CopyLabel(m_step->requestId, tr("RequestId"));
        id->setObjectName(QStringLiteral("requestId"));
        idRow->addWidget(id, 1);
    }
    column->addLayout(idRow);
    const StepId step = m_step->plan.id;
    auto *buttons = new QHBoxLayout;
    const auto add = [&](const QString &text, const char *name, const char *kind, auto act) {
        auto *button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        setKind(button, kind);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button, 1);
    };
    if (m_step->state == StepState::Undecided && m_undecided) {
        add(tr("Ask now"), "askNow", "plain", [this, step] { Q_EMIT pollRequested(step); });
        add(m_undecided->decisionText(), "decide", "primary",
            [this, step] { Q_EMIT decided(step, m_undecided->decision(), m_undecided->reason()); });
    } else if (upgrade::isEnd(m_step->state)) {
        add(m_step->state == StepState::Verified ? tr("Show the instance") : tr("Plan again…"), "planAgain",
            "plain", [this, step] { Q_EMIT planAgainRequested(step); });
    } else {
        add(tr("Ask now"), "askNow", "plain", [this, step] { Q_EMIT pollRequested(step); });
    }
    column->addLayout(buttons);
    if (!upgrade::isEnd(m_step->state) && m_step->state != StepState::Undecided)
        column->addWidget(
            new WrapLabel(tr("You can close Uplift. The cloud goes on by itself."), Type::Note, Role::Text2));
    m_foot->column()->addWidget(m_footContent);
    m_foot->show();
}

} // namespace uplift::ui
