// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/runningdetail.h"

#include "core/redact.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/form/formfacts.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/running/attemptparts.h"
#include "ui/running/attemptwords.h"
#include "ui/running/runninglist.h"
#include "ui/running/steptimeline.h"
#include "ui/running/undecidedpanel.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/progressbar.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/swap.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::Decision;
using upgrade::StepKind;
using upgrade::StepState;

QString remainingText(const upgrade::StepView &step, const WhereItIs &where)
{
    // What the service says is left counts the wait too: what matters is when it begins.
    if (step.state == StepState::Waiting && !step.windowPassedUnchanged)
        return where.detail.isEmpty() ? RunningDetail::tr("When it begins is not known")
                                      //: %1: "tomorrow 06:30, in 7 h 49 min"
                                      : RunningDetail::tr("Begins %1").arg(where.detail);
    const bool told = step.task && step.task->remaining && step.task->remaining->count() > 0;
    if (told)
        return RunningDetail::tr("About %1 left, says the service")
            .arg(durationText(step.task->remaining->count()));
    if (step.state == StepState::Waiting || !upgrade::isUpgrade(step.plan.kind))
        return where.detail;
    return RunningDetail::tr("Time left: unknown, the service gives none");
}

/// "Asked at 14:02 to move its switch to 20 Nov 15:00: verified".
QString changeSentence(const upgrade::StepView &change, const QTimeZone &zone)
{
    const QString at = clockText(change.transitions.value(0).at, zone);
    const QString state = attemptStateText(change.plan.kind, change.state);
    if (change.plan.kind == StepKind::CancelTask)
        return RunningDetail::tr("Asked at %1 to cancel it: %2").arg(at, state);
    return RunningDetail::tr("Asked at %1 to move its switch from “%2” to “%3”: %4")
        .arg(at, plainLine(change.plan.setting->before), plainLine(change.plan.setting->after), state);
}

} // namespace

RunningDetail::RunningDetail(QWidget *parent) : QWidget(parent), m_now(QDateTime::currentDateTimeUtc())
{
    setObjectName(QStringLiteral("runningDetail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(QString(), this);
    QToolButton *instance = m_header->addTool(Icon::List, tr("Show the instance"));
    instance->setObjectName(QStringLiteral("runningInstance"));
    connect(instance, &QToolButton::clicked, this, [this] {
        if (m_step)
            Q_EMIT planAgainRequested(m_step->plan.id);
    });
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
    m_header->findChild<QToolButton *>()->hide();
    swapContent(m_form->column(), m_content,
                new WrapLabel(tr("Select an upgrade to see its steps."), Type::Body, Role::Text3));
    m_foot->hide();
}

void RunningDetail::showStep(const upgrade::StepView &step, const QList<upgrade::StepView> &changes,
                             const QString &batchName)
{
    const bool sameDecision =
        m_step && m_undecided && m_step->plan.id == step.plan.id && step.state == StepState::Undecided;
    m_step = step;
    m_changes = changes;
    m_batchName = batchName;
    m_header->setTitle(plainLine(step.plan.instanceName));
    m_header->setEnvironment(step.plan.environment);
    m_header->findChild<QToolButton *>()->show();
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
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(12);
    addAlarms(column, *m_step, m_zone, movedBy(m_changes).has_value());
    if (m_step->state == StepState::Undecided)
        fillUndecided(column);
    else if (upgrade::isEnd(m_step->state))
        fillEnded(column);
    else
        fillOpen(column);
    swapContent(m_form->column(), m_content, content);
    fillFoot();
}

void RunningDetail::fillFacts(QVBoxLayout *column)
{
    const upgrade::StepPlan &plan = m_step->plan;
    auto *rows = new FactRows(80);
    ChangeWords change = changeWords(plan);
    if (!change.kind.isEmpty())
        rows->add(tr("Kind"), change.kind);
    change.kind.clear();
    if (!change.line().isEmpty())
        rows->add(upgrade::isUpgrade(plan.kind) ? tr("Version") : tr("Change"), change.line());
    rows->add(tr("Account"), tr("%1, %2").arg(plainLine(plan.accountName), regionName(plan.region)));
    rows->add(tr("Instance"), plan.instance.value)->setFixed(true);
    if (m_step->task)
        rows->add(tr("Task"), m_step->task->id.value)->setFixed(true);
    if (upgrade::isUpgrade(plan.kind) && !upgrade::isEnd(m_step->state) && !m_changes.isEmpty())
        rows->add(tr("Due"), dueText(*m_step, m_changes, m_zone));
    if (!plan.batch.isEmpty()) {
        const QString name = m_batchName.isEmpty() ? tr("A batch") : plainLine(m_batchName);
        const QString text = plan.wave > 0 ? tr("%1, wave %2").arg(name).arg(plan.wave) : name;
        auto *link = new LinkButton(withoutMnemonic(text));
        link->setObjectName(QStringLiteral("stepBatch"));
        link->setAccessibleName(tr("Show the batch: %1").arg(text));
        connect(link, &QPushButton::clicked, this, [this, id = plan.batch] { Q_EMIT batchRequested(id); });
        rows->add(tr("Batch"), link);
    }
    column->addWidget(rows);
}

void RunningDetail::fillOpen(QVBoxLayout *column)
{
    fillFacts(column);
    column->addWidget(new Hairline);
    fillPhase(column);
    column->addWidget(new StepTimeline(*m_step, m_zone));
    fillChanges(column);
}

void RunningDetail::fillPhase(QVBoxLayout *column)
{
    const WhereItIs where = whereItIs(*m_step, m_now, m_zone);
    auto *head = new QHBoxLayout;
    auto *phase = new ElideLabel(where.head, Type::Heading, Role::Text, QFont::DemiBold);
    phase->setObjectName(QStringLiteral("phaseHead"));
    head->addWidget(phase, 1);
    if (where.percent)
        head->addWidget(new TextLabel(tr("%1 %").arg(qRound(*where.percent)), Type::Heading, Role::Accent,
                                      QFont::DemiBold));
    column->addLayout(head);
    auto *bar = new ProgressBar;
    bar->setAccessibleName(upgrade::isUpgrade(m_step->plan.kind) ? tr("Progress of the upgrade")
                                                                 : tr("Progress"));
    bar->setPercent(where.percent.value_or(-1));
    column->addWidget(bar);
    auto *below = new QHBoxLayout;
    below->addWidget(new WrapLabel(remainingText(*m_step, where), Type::Note, Role::Text2), 1);
    m_asked = new TextLabel(m_step->askedAt.isValid() ? tr("asked %1").arg(ageText(m_step->askedAt, m_now))
                                                      : QString(),
                            Type::Note, Role::Text3);
    below->addWidget(m_asked);
    auto *ask = new LinkButton(tr("Ask now"));
    ask->setObjectName(QStringLiteral("askNow"));
    ask->setFont(typeFont(Type::Note));
    connect(ask, &QPushButton::clicked, this, [this] { Q_EMIT pollRequested(m_step->plan.id); });
    below->addWidget(ask);
    column->addLayout(below);
}

void RunningDetail::fillChanges(QVBoxLayout *column)
{
    if (m_changes.isEmpty())
        return;
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel(tr("Changes of its moment"), Type::Body, Role::Text, QFont::DemiBold));
    for (const upgrade::StepView &change : std::as_const(m_changes)) {
        const Mark mark = attemptMark(change.plan.kind, change.state);
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(lineMark(mark.icon, mark.role, Type::Body), 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto *sentence = new WrapLabel(changeSentence(change, m_zone), Type::Body, Role::Text);
        sentence->setObjectName(QStringLiteral("stepChange"));
        texts->addWidget(sentence);
        if (change.error)
            texts->addWidget(new WrapLabel(tr("%1 %2").arg(change.error->message, change.error->next),
                                           Type::Note, Role::Text2));
        row->addLayout(texts, 1);
        column->addLayout(row);
    }
}

void RunningDetail::fillUndecided(QVBoxLayout *column)
{
    auto *note = new Note(NoteKind::Amber);
    note->setIcon(Icon::Question);
    note->setTitle(upgrade::isUpgrade(m_step->plan.kind)
                       ? tr("Undecided: it is not known whether the upgrade was started")
                       : tr("Undecided: it is not known whether the request was carried out"));
    note->setText(tr("The reply to the request was lost. It was not sent again."));
    column->addWidget(note);
    m_undecided = new UndecidedPanel;
    m_undecided->showStep(*m_step);
    column->addWidget(m_undecided);
    connect(m_undecided, &UndecidedPanel::choiceChanged, this, &RunningDetail::fillFoot);
}

void RunningDetail::fillEnded(QVBoxLayout *column)
{
    addVerdict(column, *m_step);
    column->addWidget(new Hairline);
    column->addWidget(new StepTimeline(*m_step, m_zone));
    column->addWidget(new Hairline);
    fillFacts(column);
    addDecisions(column, *m_step, m_zone);
    fillChanges(column);
    addEvidence(column, *m_step);
    addNodes(column, *m_step);
}

void RunningDetail::fillFoot()
{
    const bool typing = m_quietReason && m_quietReason->hasFocus();
    if (m_quietReason && (m_quietReasonOf != m_step->plan.id || !m_step->windowPassedUnchanged))
        delete m_quietReason; // a reason belongs to one attempt; otherwise it moves into the new content
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(8);
    auto *idRow = new QHBoxLayout;
    idRow->setSpacing(4);
    idRow->addWidget(new TextLabel(tr("RequestId"), Type::Note, Role::Text3));
    if (m_step->requestId.isEmpty()) {
        const QString none = m_step->state == StepState::Requested ? tr("none yet")
            : m_step->nonceTail.isEmpty()                          ? tr("none came")
                                          : tr("none came. Nonce ····%1").arg(m_step->nonceTail);
        idRow->addWidget(new TextLabel(none, Type::Note, Role::Text2), 1);
    } else {
        auto *id = new CopyLabel(plainLine(m_step->requestId), tr("RequestId"));
        id->setObjectName(QStringLiteral("requestId"));
        id->label()->setStep(Type::Small); // the narrow pane shows all of it
        idRow->addWidget(id, 1);
    }
    column->addLayout(idRow);
    fillButtons(column);
    fillClosing(column);
    swapContent(m_foot->column(), m_footContent, content);
    m_foot->show();
    if (typing && m_quietReason)
        m_quietReason->setFocus();
}

void RunningDetail::addQuietReason(QVBoxLayout *column)
{
    if (!m_quietReason) {
        m_quietReason = new QLineEdit;
        m_quietReason->setObjectName(QStringLiteral("quietReason"));
        m_quietReason->setAccessibleName(tr("Reason, kept in the journal (optional)"));
        m_quietReason->setPlaceholderText(tr("Reason, kept in the journal (optional)"));
        m_quietReason->setMaxLength(500);
        m_quietReasonOf = m_step->plan.id;
    }
    column->addWidget(m_quietReason);
}

void RunningDetail::fillButtons(QVBoxLayout *column)
{
    const StepId step = m_step->plan.id;
    QHBoxLayout *buttons = nullptr;
    const auto newRow = [&] {
        buttons = new QHBoxLayout;
        column->addLayout(buttons);
    };
    const auto add = [&](const QString &text, const char *name, const char *kind, auto act) {
        if (!buttons)
            newRow();
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
        return;
    }
    if (m_step->windowPassedUnchanged) {
        addQuietReason(column);
        const auto reason = [this] { return m_quietReason ? m_quietReason->text().trimmed() : QString(); };
        add(tr("Close this attempt"), "quietClose", "plain",
            [this, step, reason] { Q_EMIT decided(step, Decision::WasNotStarted, reason()); });
        add(tr("Go on asking"), "quietGoOn", "primary",
            [this, step, reason] { Q_EMIT decided(step, Decision::GoOnAsking, reason()); });
        newRow();
    }
    if (upgrade::isEnd(m_step->state)) {
        add(tr("&Ticket…"), "stepTicket", "plain", [this] { Q_EMIT ticketRequested(*m_step); });
        if (m_step->state == StepState::Verified)
            add(tr("Open in &history"), "stepHistory", "plain", [this] { Q_EMIT historyRequested(*m_step); });
        else
            add(tr("Plan again…"), "planAgain", "plain", [this, step] { Q_EMIT planAgainRequested(step); });
        return;
    }
    const TaskOffers offers = offersOf(*m_step, m_changes, m_zone);
    if (offers.move)
        add(tr("&Move the switch…"), "moveSwitch", "plain", [this, step] { Q_EMIT moveRequested(step); });
    if (offers.cancel)
        add(tr("&Cancel the upgrade…"), "cancelUpgrade", "danger",
            [this, step] { Q_EMIT cancelRequested(step); });
    if (!offers.pending.isEmpty()) {
        auto *pending = new WrapLabel(offers.pending, Type::Note, Role::Text2);
        pending->setObjectName(QStringLiteral("pendingChange"));
        column->addWidget(pending);
    }
}

void RunningDetail::fillClosing(QVBoxLayout *column)
{
    if (upgrade::isEnd(m_step->state) || m_step->state == StepState::Undecided)
        return;
    auto *row = new QHBoxLayout;
    const bool unsure = m_step->state == StepState::Requested || m_step->state == StepState::Unanswered;
    QString closing = tr("You can close Uplift. The cloud goes on by itself.");
    if (m_practice)
        closing = tr("The practice cloud ends when you close Uplift, and with it this upgrade.");
    else if (unsure)
        closing = tr("Its answer is awaited. If you close Uplift, the next start asks.");
    row->addWidget(new WrapLabel(closing, Type::Note, Role::Text2), 1);
    auto *ticket = new LinkButton(tr("&Ticket…"));
    ticket->setObjectName(QStringLiteral("stepTicket"));
    ticket->setFont(typeFont(Type::Note));
    connect(ticket, &QPushButton::clicked, this, [this] { Q_EMIT ticketRequested(*m_step); });
    row->addWidget(ticket);
    column->addLayout(row);
}

} // namespace uplift::ui
