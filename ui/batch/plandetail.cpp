// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/plandetail.h"

#include "core/redact.h"
#include "ui/batch/batchtexts.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/progressbar.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/swap.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using upgrade::BatchState;

std::optional<Environment> worstEnvironment(const upgrade::BatchPlan &plan)
{
    for (const Environment environment : {Environment::Production, Environment::Staging}) {
        if (upgrade::memberCount(plan, environment) > 0)
            return environment;
    }
    return std::nullopt;
}

} // namespace

PlanDetail::PlanDetail(QWidget *parent) : QWidget(parent), m_now(QDateTime::currentDateTimeUtc())
{
    setObjectName(QStringLiteral("planDetail"));
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

void PlanDetail::showNothing()
{
    m_batch.reset();
    m_saved.reset();
    m_member.reset();
    m_header->setTitle(QString());
    m_header->setEnvironment(std::nullopt);
    swapContent(m_form->column(), m_content,
                new WrapLabel(tr("Select a plan to see its rules."), Type::Body, Role::Text3));
    m_foot->hide();
    m_footKey.clear();
}

void PlanDetail::showBatch(const upgrade::BatchView &view, const QHash<AccountId, QString> &accounts,
                           bool earlier)
{
    m_earlier = earlier;
    if (!m_batch || !(m_batch->plan.id == view.plan.id))
        m_member.reset();
    m_saved.reset();
    m_batch = view;
    m_accounts = accounts;
    m_header->setTitle(plainLine(view.plan.name));
    m_header->setEnvironment(worstEnvironment(view.plan));
    m_header->setTagText(productionText(view.plan));
    rebuild();
}

void PlanDetail::showSaved(const profiles::SavedPlan &plan, bool selectionChosen,
                           std::optional<Environment> environment)
{
    m_batch.reset();
    m_member.reset();
    m_saved = plan;
    m_selectionChosen = selectionChosen;
    m_header->setTitle(plainLine(plan.name));
    m_header->setEnvironment(environment);
    m_header->setTagText(environment ? environmentLook(*environment).word : QString());
    rebuild();
}

void PlanDetail::showMember(const PlanRow *row)
{
    const bool isMember = row && row->kind == PlanRow::Kind::Member;
    const auto next = isMember ? std::optional(*row) : std::nullopt;
    if (next == m_member)
        return;
    m_member = next;
    if (m_batch)
        rebuild();
}

void PlanDetail::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (m_batch)
        rebuild();
}

void PlanDetail::rebuild()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(12);
    if (m_batch)
        fillBatch(column);
    else if (m_saved)
        fillSaved(column);
    swapContent(m_form->column(), m_content, content);
    if (const QString key = footKey(); key != m_footKey) {
        m_footKey = key;
        fillFoot();
    }
}

void PlanDetail::fillBatch(QVBoxLayout *column)
{
    fillNotes(column);
    const Mark mark = batchMark(*m_batch);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(mark.icon, mark.role));
    auto *state = new TextLabel(mark.word, Type::Heading, Role::Text, QFont::DemiBold);
    state->setObjectName(QStringLiteral("batchState"));
    head->addWidget(state, 1);
    column->addLayout(head);
    const BatchCounts counts = countsOf(*m_batch);
    auto *bar = new ProgressBar;
    bar->setAccessibleName(tr("Members that have ended"));
    bar->setPercent(counts.members > 0 ? 100.0 * counts.ended() / counts.members : -1);
    column->addWidget(bar);
    const bool ended = upgrade::isEnd(m_batch->progress.state);
    auto *progress =
        new WrapLabel(ended ? outcomeText(counts) : progressText(*m_batch), Type::Body, Role::Text);
    progress->setObjectName(QStringLiteral("batchProgress"));
    column->addWidget(progress);
    if (!ended)
        column->addWidget(new WrapLabel(outcomeText(counts), Type::Note, Role::Text2));
    if (const QString next = nextText(*m_batch, m_now, m_zone); !next.isEmpty()) {
        auto *line = new WrapLabel(next, Type::Body, Role::Text, QFont::Medium);
        line->setObjectName(QStringLiteral("batchNext"));
        column->addWidget(line);
    }
    fillExecutions(column);
    fillMember(column);
    column->addWidget(new Hairline);
    fillRecord(column);
}

void PlanDetail::fillNotes(QVBoxLayout *column)
{
    if (m_batch->hold) {
        auto *note = new Note(NoteKind::Amber);
        note->setObjectName(QStringLiteral("batchHold"));
        note->setTitle(m_batch->hold->sentence);
        note->setText(holdAdvice(*m_batch));
        column->addWidget(note);
    }
    if (m_batch->storage) {
        auto *note = new Note(NoteKind::Red);
        note->setObjectName(QStringLiteral("batchStorage"));
        note->setTitle(tr("Its last state is not in the journal"));
        note->setText(m_batch->storage->message);
        column->addWidget(note);
    }
}

void PlanDetail::fillExecutions(QVBoxLayout *column)
{
    for (int part = 0; part < m_batch->plan.handedOver.size(); ++part) {
        const upgrade::Orchestration &what = m_batch->plan.handedOver.at(part);
        const upgrade::HandedOver state = m_batch->handedOver.value(part);
        column->addWidget(new Hairline);
        auto *rows = new FactRows(80);
        rows->setObjectName(QStringLiteral("execution"));
        if (state.executionId.isEmpty())
            rows->add(tr("Execution"),
                      state.undecided   ? tr("not known")
                          : state.ended ? tr("not started")
                                        : tr("being started"));
        else
            rows->add(tr("Execution"), new CopyLabel(state.executionId, tr("execution id")));
        //: %1 an account, %2 a region
        rows->add(tr("Where"),
                  tr("%1, %2").arg(plainLine(m_accounts.value(what.account)), what.region.value));
        if (!state.statusText.isEmpty())
            rows->add(tr("Status"),
                      state.askedAt.isValid()
                          //: %1 the service's word, %2 an age
                          ? tr("%1, asked %2").arg(plainLine(state.statusText), ageText(state.askedAt, m_now))
                          : plainLine(state.statusText));
        if (!state.message.isEmpty())
            rows->add(tr("It says"), tr("“%1”").arg(plainLine(state.message)));
        column->addWidget(rows);
        if (state.error) {
            auto *note = new Note(NoteKind::Amber);
            note->setText(state.error->next.isEmpty()
                              ? state.error->message
                              : tr("%1 %2").arg(state.error->message, state.error->next));
            column->addWidget(note);
        }
    }
}

void PlanDetail::fillMember(QVBoxLayout *column)
{
    column->addWidget(new Hairline);
    if (!m_member) {
        column->addWidget(
            new WrapLabel(tr("Choose a member in the list to see how it stands."), Type::Note, Role::Text3));
        return;
    }
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(m_member->mark.icon, m_member->mark.role));
    head->addWidget(new ElideLabel(m_member->title, Type::Body, Role::Text, QFont::DemiBold), 1);
    head->addWidget(new TextLabel(m_member->mark.word, Type::Note, m_member->mark.wordRole));
    column->addLayout(head);
    const QString said = m_member->tip.isEmpty() ? m_member->fourth : m_member->tip;
    if (!said.isEmpty())
        column->addWidget(new WrapLabel(said, Type::Note, Role::Text2));
    if (m_member->step.isEmpty())
        return;
    const bool undecided = m_member->mark.icon == Icon::Question;
    auto *link = new LinkButton(m_earlier       ? tr("Show it in the history")
                                    : undecided ? tr("Decide in In progress")
                                                : tr("Show it in In progress"));
    link->setObjectName(QStringLiteral("memberStep"));
    connect(link, &QPushButton::clicked, this, [this, step = m_member->step] { Q_EMIT stepRequested(step); });
    column->addWidget(link, 0, Qt::AlignLeft);
}

void PlanDetail::fillRecord(QVBoxLayout *column)
{
    const upgrade::BatchPlan &plan = m_batch->plan;
    auto *rows = new FactRows(80);
    rows->setObjectName(QStringLiteral("batchRecord"));
    rows->add(tr("Begun"), tr("%1 %2").arg(dayText(plan.madeAt, m_zone), clockText(plan.madeAt, m_zone)));
    if (!plan.by.isEmpty())
        rows->add(tr("By"), plainLine(plan.by));
    if (!plan.ticket.isEmpty())
        rows->add(tr("Ticket"), plainLine(plan.ticket));
    if (!plan.note.isEmpty())
        rows->add(tr("Note"), plan.note);
    rows->add(tr("Moment"), momentSentence(plan.moment));
    if (!isHandedOver(plan))
        rows->add(tr("Stops"), stopSentence(plan.stop, plan.moment));
    column->addWidget(rows);
}

void PlanDetail::fillSaved(QVBoxLayout *column)
{
    const upgrade::BatchRules rules = upgrade::rulesFromJson(m_saved->rules);
    auto *rows = new FactRows(80);
    rows->setObjectName(QStringLiteral("savedRules"));
    rows->add(tr("Instances"), instancesText(static_cast<int>(m_saved->members.size())));
    QString waves = tr("By environment");
    if (rules.waves == upgrade::BatchRules::Waves::Number)
        //: %1: sizes, "1, 9"
        waves = tr("By number: %1").arg(sizesText(rules.sizes));
    else if (rules.waves == upgrade::BatchRules::Waves::Hand)
        waves = tr("By hand");
    rows->add(tr("Waves"), rules.canaryFirst ? tr("%1, a canary first").arg(waves) : waves);
    rows->add(tr("Pace"), paceSentence(rules));
    rows->add(tr("What"), partsText(rules.parts));
    rows->add(tr("Moment"), momentSentence(rules.moment));
    rows->add(tr("Stops"), stopSentence(rules.stop, rules.moment));
    column->addWidget(rows);
}

QString PlanDetail::footKey() const
{
    if (m_saved)
        return QStringLiteral("saved:%1:%2").arg(m_saved->id.value).arg(m_selectionChosen);
    const bool done = countsOf(*m_batch).done == countsOf(*m_batch).members;
    return QStringLiteral("batch:%1:%2:%3:%4")
        .arg(m_batch->plan.id.value)
        .arg(int(m_batch->progress.state))
        .arg(done)
        .arg(awaitsWord(*m_batch));
}

void PlanDetail::fillFoot()
{
    const QString focused =
        m_footContent && m_footContent->isAncestorOf(m_footContent->window()->focusWidget())
        ? m_footContent->window()->focusWidget()->objectName()
        : QString();
    delete m_footContent;
    m_footContent = new QWidget;
    auto *column = new QVBoxLayout(m_footContent);
    column->setContentsMargins({});
    column->setSpacing(8);
    if (m_batch)
        fillBatchFoot(column);
    else
        fillSavedFoot(column);
    m_foot->column()->addWidget(m_footContent);
    m_footContent->show();
    m_foot->setVisible(column->count() > 0);
    // Pause becomes Resume under the same finger.
    QWidget *next = focused.isEmpty() ? nullptr : m_footContent->findChild<QWidget *>(focused);
    if (!next && !focused.isEmpty())
        next = m_footContent->findChild<QPushButton *>();
    if (next)
        next->setFocus();
}

void PlanDetail::fillBatchFoot(QVBoxLayout *column)
{
    const PlanId id = m_batch->plan.id;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const auto add = [&](const QString &text, const char *name, const char *kind, auto act) {
        auto *button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        setKind(button, kind);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button, 1);
    };
    const bool inCloud = isHandedOver(m_batch->plan);
    switch (m_batch->progress.state) {
    case BatchState::Running:
        if (!inCloud)
            add(tr("&Pause"), "pauseBatch", "plain", [this, id] { Q_EMIT pauseRequested(id); });
        add(inCloud ? tr("&Cancel in the cloud…") : tr("S&top after the current…"), "stopBatch", "danger",
            [this, id] { Q_EMIT stopRequested(id); });
        break;
    case BatchState::Paused:
    case BatchState::Held:
        add(tr("&Resume"), "resumeBatch", "primary", [this, id] { Q_EMIT resumeRequested(id); });
        add(tr("S&top after the current…"), "stopBatch", "danger", [this, id] { Q_EMIT stopRequested(id); });
        break;
    case BatchState::Stopping:
        if (awaitsWord(*m_batch))
            add(tr("It was &not started…"), "stopBatch", "danger", [this, id] { Q_EMIT stopRequested(id); });
        break;
    case BatchState::Stopped:
    case BatchState::Finished:
        if (countsOf(*m_batch).done < countsOf(*m_batch).members)
            add(tr("Plan the &others again…"), "planBatchAgain", "plain",
                [this, id] { Q_EMIT againRequested(id); });
        break;
    }
    // Beside one button there is room for it; beside two it stands below them.
    column->addLayout(buttons);
    if (buttons->count() > 1) {
        buttons = new QHBoxLayout;
        column->addLayout(buttons);
    }
    add(tr("Change t&icket…"), "batchTicket", "plain", [this, id] { Q_EMIT ticketRequested(id); });
    if (const QString closing = closingSentence(*m_batch); !closing.isEmpty())
        column->addWidget(new WrapLabel(closing, Type::Note, Role::Text2));
}

void PlanDetail::fillSavedFoot(QVBoxLayout *column)
{
    const PlanId id = m_saved->id;
    const auto button = [this](const QString &text, const char *name, const char *kind, auto act) {
        auto *made = new QPushButton(text);
        made->setObjectName(QString::fromLatin1(name));
        setKind(made, kind);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    auto *edit = new QHBoxLayout;
    edit->setSpacing(8);
    edit->addWidget(button(tr("Re&name…"), "renamePlan", "plain", [this, id] { Q_EMIT renameRequested(id); }),
                    1);
    edit->addWidget(button(tr("Re&move"), "removePlan", "plain", [this, id] { Q_EMIT removeRequested(id); }),
                    1);
    column->addLayout(edit);
    if (m_selectionChosen)
        column->addWidget(button(tr("Use its rules on what is &selected"), "applyPlan", "plain",
                                 [this, id] { Q_EMIT applyRequested(id); }));
    column->addWidget(
        button(tr("&Open the plan"), "openPlan", "primary", [this, id] { Q_EMIT openRequested(id); }));
}

} // namespace uplift::ui
