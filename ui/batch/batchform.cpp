// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchform.h"

#include "ui/batch/batchdraft.h"
#include "ui/batch/batchimpactsection.h"
#include "ui/batch/stopsection.h"
#include "ui/batch/wavessection.h"
#include "ui/batch/whensection.h"
#include "ui/look/accessibility.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/widgets/field.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollform.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

constexpr int longestTicket = 200; ///< characters
constexpr int longestName = 200;

CheckResult shown(upgrade::Check::Result result)
{
    switch (result) {
    case upgrade::Check::Result::Blocked:
        return CheckResult::Blocked;
    case upgrade::Check::Result::ToRead:
        return CheckResult::ToRead;
    case upgrade::Check::Result::Unknown:
        return CheckResult::Unknown;
    case upgrade::Check::Result::Passed:
        break;
    }
    return CheckResult::Passed;
}

std::optional<Environment> worstEnvironment(const upgrade::BatchPlan &plan)
{
    for (const Environment environment : {Environment::Production, Environment::Staging}) {
        if (upgrade::memberCount(plan, environment) > 0)
            return environment;
    }
    return std::nullopt;
}

} // namespace

BatchForm::BatchForm(BatchDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft)
{
    setObjectName(QStringLiteral("batchForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_header = new PaneHeader(QString(), this);
    m_menu = m_header->addTool(Icon::Menu, tr("More for this plan"));
    m_menu->setObjectName(QStringLiteral("batchMenu"));
    buildMiddle();
    buildFoot();
    column->addWidget(m_header);
    column->addWidget(m_form, 1);
    column->addWidget(m_foot);
    connectAll();
    showRules();
}

void BatchForm::setMenu(QMenu *menu) { hangMenu(m_menu, menu); }

void BatchForm::buildMiddle()
{
    m_form = new ScrollForm(this);
    m_waves = new WavesSection;
    m_when = new WhenSection;
    m_stop = new StopSection;
    m_impact = new BatchImpactSection;
    for (QWidget *section : std::initializer_list<QWidget *>{m_waves, m_when, m_stop, m_impact}) {
        m_form->column()->addWidget(section);
        m_form->addHairline();
    }
    buildRecord();
    m_form->column()->addStretch();
}

void BatchForm::buildRecord()
{
    auto *column = m_form->column();
    column->addWidget(new TextLabel(tr("For the record"), Type::Body, Role::Text, QFont::DemiBold));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("planName"));
    m_name->setMaxLength(longestName);
    column->addWidget(new Field(tr("Na&me of the plan"), m_name));
    m_ticket = new QLineEdit;
    m_ticket->setObjectName(QStringLiteral("planTicket"));
    m_ticket->setMaxLength(longestTicket);
    auto *ticket = new Field(tr("Chan&ge ticket (optional)"), m_ticket);
    ticket->setHelp(tr("Stands in the plan, in every step and in the report."));
    column->addWidget(ticket);
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("planNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(64));
    column->addWidget(new Field(tr("N&ote (optional)"), m_note));
}

void BatchForm::buildFoot()
{
    m_foot = new PinnedFoot(Role::Canvas, this);
    m_impactRow = new QWidget;
    auto *impactRow = new QHBoxLayout(m_impactRow);
    impactRow->setContentsMargins({});
    impactRow->setSpacing(8);
    m_impactLine = new TextLabel(QString(), Type::Note, Role::Text, QFont::Medium);
    m_impactLine->setObjectName(QStringLiteral("batchImpactLine"));
    m_dryRun = new LinkButton(tr("Show the dr&y run"));
    m_dryRun->setObjectName(QStringLiteral("showDryRun"));
    m_dryRun->setToolTip(tr("Ctrl+D"));
    impactRow->addWidget(new IconLabel(Icon::Wave));
    impactRow->addWidget(m_impactLine, 1);
    auto *checksRow = new QHBoxLayout;
    checksRow->setSpacing(8);
    m_checksMark = new IconLabel;
    m_checksLine = new TextLabel(QString(), Type::Note, Role::Text2);
    m_checksLine->setObjectName(QStringLiteral("batchChecksLine"));
    m_requests = new LinkButton(tr("Show the re&quests"));
    m_requests->setObjectName(QStringLiteral("showRequests"));
    checksRow->addWidget(m_checksMark);
    checksRow->addWidget(m_checksLine, 1);
    auto *links = new QHBoxLayout;
    links->addWidget(m_dryRun);
    links->addStretch();
    links->addWidget(m_requests);
    m_reconnect = new QCheckBox(tr("Their clients &reconnect by themselves"));
    m_reconnect->setObjectName(QStringLiteral("batchReconnect"));
    m_problem = new WrapLabel(QString(), Type::Note, Role::Red);
    m_problem->setObjectName(QStringLiteral("batchProblem"));
    m_problem->hide();
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("batchPrimary"));
    setKind(m_primary, "primary");
    m_foot->column()->addWidget(m_impactRow);
    m_foot->column()->addLayout(checksRow);
    m_foot->column()->addLayout(links);
    m_foot->column()->addWidget(m_reconnect);
    m_foot->column()->addWidget(m_problem);
    m_foot->column()->addWidget(m_primary);
}

void BatchForm::connectAll()
{
    connect(&m_draft, &BatchDraft::changed, this, &BatchForm::showPlan);
    connect(&m_draft, &BatchDraft::looking, this, &BatchForm::showButton);
    connect(m_waves, &WavesSection::chosen, this, &BatchForm::onChosen);
    connect(m_waves, &WavesSection::dryRunRequested, this, [this] { Q_EMIT dryRunRequested(true); });
    connect(m_when, &WhenSection::chosen, this, &BatchForm::onChosen);
    connect(m_stop, &StopSection::chosen, this, &BatchForm::onChosen);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        m_draft.setName(name);
        showPlan();
    });
    connect(m_ticket, &QLineEdit::textChanged, &m_draft, &BatchDraft::setTicket);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { m_draft.setNote(m_note->toPlainText()); });
    connect(m_reconnect, &QCheckBox::toggled, this, [this](bool on) {
        m_draft.setClientsReconnect(on);
        showProblem(QString());
    });
    connect(m_dryRun, &QPushButton::clicked, this, [this] { Q_EMIT dryRunRequested(!m_dryRunShown); });
    connect(m_requests, &QPushButton::clicked, this, &BatchForm::requestsRequested);
    connect(m_primary, &QPushButton::clicked, this, &BatchForm::pressPrimary);
}

void BatchForm::onChosen()
{
    upgrade::BatchRules rules = m_draft.rules();
    m_waves->apply(rules);
    m_when->apply(rules);
    rules.stop = m_stop->rules();
    m_draft.setSizesWrong(m_waves->areSizesWrong());
    m_draft.setRules(rules);
    showProblem(QString());
}

void BatchForm::showRules()
{
    m_waves->show(m_draft.rules());
    m_when->show(m_draft.rules());
    m_stop->show(m_draft.rules().stop);
    showTicket();
    showPlan();
}

void BatchForm::showTicket()
{
    const QSignalBlocker quietTicket(m_ticket);
    const QSignalBlocker quietNote(m_note);
    m_ticket->setText(m_draft.ticket());
    m_note->setPlainText(m_draft.note());
}

void BatchForm::showPlan()
{
    const upgrade::BatchPlan &plan = m_draft.plan();
    m_header->setTitle(sizeText(plan));
    m_header->setEnvironment(worstEnvironment(plan));
    m_header->setTagText(productionText(plan));
    m_waves->setMembers(plan, m_draft.rules());
    const BatchImpact impact = impactOf(plan, m_draft.members());
    m_impact->show(impact);
    m_impactLine->setText(impactLine(impact));
    const Mark mark = checkMark(shown(worstCheck(plan, m_draft.members())));
    m_impactRow->setVisible(impact.members > 0);
    if (impact.members > 0)
        m_checksMark->setIcon(mark.icon, mark.role);
    else
        m_checksMark->setIcon(Icon::Dash, Role::Text2); // nothing was passed
    m_checksLine->setText(checksSummary(plan, m_draft.members()));
    m_checksLine->setToolTip(
        tr("Open tasks and events are looked at right before each start. Backups and load are not."));
    if (!m_name->hasFocus())
        m_name->setText(m_draft.name());
    const QSignalBlocker quiet(m_reconnect);
    m_reconnect->setChecked(m_draft.decision().clientsReconnect);
    showButton();
}

void BatchForm::showButton()
{
    const BatchDecision decision = m_draft.decision();
    if (decision.toCheck > 0) {
        m_checksMark->setIcon(Icon::OpenRing, Role::Text3); // nothing is known of them yet
        m_checksLine->setText(tr("Looking at %n instance(s)", nullptr, decision.toCheck));
    }
    // The long label when it fits, else the short form; never an elision (ui.md 8).
    const QString full = primaryText(decision, false);
    const int room = m_primary->width() - 24;
    const bool fits = m_primary->fontMetrics().horizontalAdvance(full) <= room;
    m_primary->setText(m_short || !fits ? primaryText(decision, true) : full);
    m_primary->setAccessibleName(full);
    m_primary->setEnabled(!hasNothingToStart(decision));
    followProblem(decision);
}

void BatchForm::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_when->setNow(now, zone);
    m_draft.setNow(zone);
}

void BatchForm::setShort(bool isShort)
{
    m_short = isShort;
    showButton();
}

void BatchForm::setDryRunShown(bool shown)
{
    m_dryRunShown = shown;
    m_waves->setDryRunShown(shown);
    m_dryRun->setText(shown ? tr("Back to the &table") : tr("Show the dr&y run"));
}

void BatchForm::focusFirst() { m_waves->focusFirst(); }

bool BatchForm::isReady()
{
    m_draft.catchUp();
    const auto missing = firstMissing(m_draft.decision());
    if (missing)
        goTo(*missing);
    else
        showProblem(QString());
    return !missing;
}

void BatchForm::pressPrimary()
{
    if (isReady())
        Q_EMIT startRequested();
}

void BatchForm::goTo(const BatchMissing &missing)
{
    m_named = missing.where;
    showProblem(missing.sentence);
    switch (missing.where) {
    case BatchMissing::Where::Members:
    case BatchMissing::Where::Checking:
        m_dryRun->setFocus();
        break;
    case BatchMissing::Where::Journal:
        m_primary->setFocus();
        break;
    case BatchMissing::Where::Sizes:
        m_waves->focusSizes(missing.sentence);
        m_form->ensureWidgetVisible(m_waves);
        break;
    case BatchMissing::Where::Start:
        m_form->ensureWidgetVisible(m_when);
        m_when->focusStart();
        break;
    case BatchMissing::Where::Acknowledgement:
        m_reconnect->setFocus();
        break;
    }
}

void BatchForm::followProblem(const BatchDecision &decision)
{
    if (m_problem->text().isEmpty())
        return;
    const auto missing = firstMissing(decision);
    if (!missing || missing->where != m_named)
        showProblem(QString());
    else if (missing->sentence != m_problem->text())
        showProblem(missing->sentence); // fewer are left to look at
}

void BatchForm::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    announce(this, sentence);
}

void BatchForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showButton();
}

} // namespace uplift::ui
