// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydetail.h"

#include "core/accesskey.h"
#include "core/redact.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/form/formfacts.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/running/attemptparts.h"
#include "ui/running/attemptwords.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/swap.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

constexpr int labelWidth = 88;

QDateTime sentOrPlanned(const upgrade::StepView &step)
{
    if (step.sentAt.isValid() || step.transitions.isEmpty())
        return step.sentAt;
    return step.transitions.constFirst().at;
}

void addText(FactRows *rows, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        rows->add(label, plainLine(text))->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void addId(FactRows *rows, const QString &label, const QString &id, const char *name)
{
    if (id.isEmpty())
        return;
    auto *copy = new CopyLabel(plainLine(id), label);
    copy->setObjectName(QString::fromLatin1(name));
    rows->add(label, copy);
}

} // namespace

QList<StateLine> stateLines(const upgrade::StepView &step, const QDateTime &now, const QTimeZone &zone)
{
    QList<StateLine> lines;
    QDate before;
    for (qsizetype i = 0; i < step.transitions.size(); ++i) {
        const upgrade::Transition &transition = step.transitions.at(i);
        const QDateTime local = transition.at.toTimeZone(zone);
        StateLine line;
        line.state = transition.state;
        line.word = attemptMark(step.plan.kind, transition.state).word;
        if (local.date() != before)
            line.day = dayText(transition.at, zone);
        before = local.date();
        line.time = QLocale::c().toString(local.time(), QStringLiteral("HH:mm:ss.zzz"));
        const bool last = i + 1 == step.transitions.size();
        if (!last)
            line.lasted =
                lastedText(std::max<qint64>(0, transition.at.msecsTo(step.transitions.at(i + 1).at)));
        else if (!upgrade::isEnd(transition.state))
            line.lasted = lastedText(std::max<qint64>(0, transition.at.msecsTo(now)));
        lines.append(line);
    }
    return lines;
}

HistoryDetail::HistoryDetail(QWidget *parent) : QWidget(parent), m_now(QDateTime::currentDateTimeUtc())
{
    setObjectName(QStringLiteral("historyDetail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(QString(), this);
    m_form = new ScrollForm(this);
    m_form->setObjectName(QStringLiteral("historyForm"));
    m_form->column()->addStretch();
    m_foot = new PinnedFoot(Role::Canvas, this);
    column->addWidget(m_header);
    column->addWidget(m_form, 1);
    column->addWidget(m_foot);
    showNothing();
}

void HistoryDetail::showNothing()
{
    m_step.reset();
    m_header->setTitle(QString());
    m_header->setNote({});
    m_header->setEnvironment(std::nullopt);
    swapContent(m_form->column(), m_content,
                new WrapLabel(tr("Select an attempt to see what was sent and what came of it."), Type::Body,
                              Role::Text3));
    m_foot->hide();
}

void HistoryDetail::showAttempt(const upgrade::StepView &step, const QString &batchName)
{
    const bool another = !m_step || m_step->plan.id != step.plan.id;
    // What was selected and scrolled to stays as long as nothing is new.
    const bool same = !another && m_step->transitions.size() == step.transitions.size()
        && m_batchName == batchName && m_step->nodes.size() == step.nodes.size()
        && m_step->watchError.has_value() == step.watchError.has_value()
        && m_step->windowPassedUnchanged == step.windowPassedUnchanged;
    if (same)
        return;
    m_step = step;
    m_batchName = batchName;
    m_header->setTitle(plainLine(step.plan.instanceName));
    m_header->setEnvironment(step.plan.environment);
    const QDateTime sent = sentOrPlanned(step);
    m_header->setNote(tr("%1, %2", "day and time").arg(dayText(sent, m_zone), clockText(sent, m_zone)));
    rebuild();
    if (another)
        m_form->verticalScrollBar()->setValue(0);
}

void HistoryDetail::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (m_step && !upgrade::isEnd(m_step->state))
        rebuild();
}

void HistoryDetail::focusFirst() { m_form->setFocus(Qt::ShortcutFocusReason); }

void HistoryDetail::rebuild()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(10);
    addAlarms(column, *m_step, m_zone);
    addVerdict(column, *m_step);
    column->addWidget(new Hairline);
    fillFacts(column);
    fillStates(column);
    addDecisions(column, *m_step, m_zone);
    addEvidence(column, *m_step);
    addNodes(column, *m_step);
    fillRequestIds(column);
    swapContent(m_form->column(), m_content, content);
    fillFoot();
}

void HistoryDetail::fillFacts(QVBoxLayout *column)
{
    const upgrade::StepPlan &plan = m_step->plan;
    auto *rows = new FactRows(labelWidth);
    rows->setObjectName(QStringLiteral("attemptFacts"));
    const ChangeWords change = changeWords(plan);
    addText(rows, tr("Kind"), change.kind);
    ChangeWords what = change;
    what.kind.clear();
    addText(rows, upgrade::isUpgrade(plan.kind) ? tr("Version") : tr("Change"), what.line());
    addText(rows, tr("Moment"), momentLine(plan, m_zone));
    addText(rows, tr("Account"), tr("%1, %2").arg(plan.accountName, regionName(plan.region)));
    if (!plan.keyTail.isEmpty())
        addText(rows, tr("AccessKey"), maskedKeyId(plan.keyTail));
    addId(rows, tr("Instance"), plan.instance.value, "attemptInstance");
    addId(rows, tr("Task"), m_step->task ? m_step->task->id.value : QString(), "attemptTask");
    if (!plan.batch.isEmpty()) {
        //: %1 is a batch's name, %2 the number of a wave
        const QString text = plan.wave > 0
            ? tr("%1, wave %2")
                  .arg(m_batchName.isEmpty() ? tr("A batch") : plainLine(m_batchName))
                  .arg(plan.wave)
            : m_batchName;
        auto *link = new LinkButton(withoutMnemonic(text));
        link->setObjectName(QStringLiteral("attemptBatch"));
        link->setAccessibleName(tr("Show the batch: %1").arg(text));
        connect(link, &QPushButton::clicked, this, [this, id = plan.batch] { Q_EMIT batchRequested(id); });
        rows->add(tr("Batch"), link);
    }
    addText(rows, tr("Ticket"), plan.ticket);
    addText(rows, tr("Note"), plan.note);
    addText(rows, tr("Confirmed by"), plan.by);
    if (upgrade::isUpgrade(plan.kind))
        addText(rows, tr("Impact"), plan.impact);
    column->addWidget(rows);
}

void HistoryDetail::fillStates(QVBoxLayout *column)
{
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel(tr("States"), Type::Body, Role::Text, QFont::DemiBold));
    auto *widget = new QWidget;
    widget->setObjectName(QStringLiteral("attemptStates"));
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const QList<StateLine> lines = stateLines(*m_step, m_now, m_zone);
    for (const StateLine &line : lines) {
        if (!line.day.isEmpty())
            grid->addWidget(new TextLabel(line.day, Type::Note, Role::Text3), row++, 0, 1, 4);
        const Mark mark = attemptMark(m_step->plan.kind, line.state);
        const bool last = &line == &lines.constLast();
        grid->addWidget(lineMark(mark.icon, mark.role, Type::Body, 14), row, 0, Qt::AlignTop);
        grid->addWidget(
            new TextLabel(line.word, Type::Body, Role::Text, last ? QFont::DemiBold : QFont::Normal), row, 1);
        grid->addWidget(new TextLabel(line.time, Type::Note, Role::Text2), row, 2);
        grid->addWidget(new TextLabel(line.lasted, Type::Note, Role::Text3), row++, 3, Qt::AlignRight);
    }
    column->addWidget(widget);
}

void HistoryDetail::fillRequestIds(QVBoxLayout *column)
{
    const QStringList ids = requestIdsOf(*m_step);
    if (ids.size() < 2)
        return; // the only one stands in the foot
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel(tr("All RequestIds"), Type::Body, Role::Text, QFont::DemiBold));
    for (const QString &id : ids)
        column->addWidget(new CopyLabel(plainLine(id), tr("RequestId")));
}

void HistoryDetail::fillFoot()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(8);
    auto *idRow = new QHBoxLayout;
    idRow->setSpacing(4);
    idRow->addWidget(new TextLabel(tr("RequestId"), Type::Note, Role::Text3));
    const QStringList ids = requestIdsOf(*m_step);
    if (ids.isEmpty()) {
        const QString none = m_step->nonceTail.isEmpty()
            ? tr("none came")
            : tr("none came. Nonce ····%1").arg(m_step->nonceTail);
        idRow->addWidget(new TextLabel(none, Type::Note, Role::Text2), 1);
    } else {
        auto *id = new CopyLabel(plainLine(ids.constLast()), tr("RequestId"));
        id->setObjectName(QStringLiteral("requestId"));
        id->label()->setStep(Type::Small); // the narrow pane shows all of it
        idRow->addWidget(id, 1);
    }
    column->addLayout(idRow);
    auto *buttons = new QHBoxLayout;
    const auto add = [&](const QString &text, const char *name, auto act) {
        auto *button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button, 1);
    };
    add(tr("&Ticket…"), "historyTicket", [this] { Q_EMIT ticketRequested(*m_step); });
    if (!upgrade::isEnd(m_step->state))
        add(tr("Show in &progress"), "historyRunning", [this] { Q_EMIT runningRequested(m_step->plan.id); });
    else
        add(m_step->state == upgrade::StepState::Verified ? tr("Show the &instance") : tr("&Plan again…"),
            "historyPlanAgain", [this] { Q_EMIT planAgainRequested(*m_step); });
    column->addLayout(buttons);
    swapContent(m_foot->column(), m_footContent, content);
    m_foot->show();
}

} // namespace uplift::ui
