// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/moveswitchdialog.h"

#include "core/localized.h"
#include "core/redact.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/dialogs/momentfields.h"
#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/times.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using When = upgrade::SettingChange::When;

constexpr qint64 halfHour = 30LL * 60;
constexpr int timeWidth = 190;

/// The next full half hour that is at least half an hour away.
QDateTime proposed(const QDateTime &now, const QTimeZone &zone)
{
    const qint64 seconds = (now.toSecsSinceEpoch() / halfHour + 2) * halfHour;
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toTimeZone(zone);
}

} // namespace

MoveSwitchDialog::MoveSwitchDialog(const MoveFacts &facts, const Clock &clock, QWidget *parent)
    : DialogFrame(tr("Move the switch - Uplift"), 560, parent), m_facts(facts), m_clock(clock),
      m_choices(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("moveSwitchDialog"));
    setEnvironmentLine(facts.environment);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(10));
    //: %1 is the instance's name
    auto *title = new ElideLabel(tr("Move the switch of %1").arg(plainLine(facts.instanceName)),
                                 Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("moveTitle"));
    head->addWidget(title);
    head->addWidget(new EnvironmentTag(facts.environment, TagStyle::Solid));
    head->addStretch(1);
    body()->addLayout(head);
    auto *rows = new FactRows(84);
    rows->add(tr("Now due"), facts.due);
    rows->add(tr("Instance"), facts.instance.value)->setFixed(true);
    rows->add(tr("Region"), facts.region);
    rows->add(tr("Task"), facts.task)->setFixed(true);
    body()->addWidget(rows);
    body()->addWidget(new Hairline);
    buildChoices();
    buildFoot();
    onChoice();
}

void MoveSwitchDialog::buildChoices()
{
    const auto add = [this](When when, const QString &text, const char *name) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAccessibleName(spokenText(text));
        m_choices->addButton(button, static_cast<int>(when));
        body()->addWidget(button);
        return button;
    };
    const QString window = m_facts.window.isEmpty()
        ? tr("In the maintenance &window")
        : tr("In the maintenance &window (%1)").arg(withoutMnemonic(m_facts.window));
    // What was promised to the clients before; any other moment is the user's own doing.
    add(When::InWindow, window, "moveWindow")->setChecked(true);
    add(When::At, tr("At a &time of your choice"), "moveAt");
    m_time = new QDateTimeEdit;
    m_time->setObjectName(QStringLiteral("moveTime"));
    m_time->setAccessibleName(tr("Day and time of the switch"));
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    // The edit shows and gives back bare days and hours; which zone they are of is said beside it.
    m_time->setTimeSpec(Qt::UTC);
    const QDateTime first = proposed(m_clock.now(), m_facts.zone);
    m_time->setDateTime(QDateTime(first.date(), first.time(), Qt::UTC));
    m_time->setMaximumWidth(scaled(timeWidth));
    m_timeField = new Field(tr("&Day and time, your time"), m_time);
    m_timeField->setContentsMargins(scaled(24), 0, 0, scaled(4));
    body()->addWidget(m_timeField);
    add(When::Immediately, tr("&Now: as soon as the copy is ready"), "moveNow");

    m_nowNote = new Note(NoteKind::Amber);
    m_nowNote->setObjectName(QStringLiteral("moveNowNote"));
    m_nowNote->setText(
        tr("Connections break as soon as the copy is ready, at whatever hour that is, and this "
           "cannot be undone."));
    body()->addWidget(m_nowNote);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("moveName"));
    const QString label = tr("Type the instance's name to confirm: %1").arg(plainLine(m_facts.instanceName));
    m_name->setAccessibleName(label);
    m_nameField = new Field(withoutMnemonic(label), m_name);
    m_nameField->setHelp(tr("Needed for production when the switch may come at once."));
    body()->addWidget(m_nameField);
    connect(m_choices, &QButtonGroup::idToggled, this, &MoveSwitchDialog::onChoice);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &MoveSwitchDialog::onTime);
    connect(m_name, &QLineEdit::textChanged, m_nameField, &Field::clearError);
}

void MoveSwitchDialog::buildFoot()
{
    addFootSpace();
    m_move = new DeliberateButton(tr("Move the switch"), this);
    m_move->setObjectName(QStringLiteral("moveAct"));
    m_move->setAccessibleName(m_move->text());
    foot()->addWidget(m_move);
    m_keep = addButton(tr("Leave it as it is"), QStringLiteral("moveKeep"));
    setKind(m_keep, "primary");
    m_keep->setDefault(true);
    connect(m_move, &QPushButton::clicked, this, &MoveSwitchDialog::onMove);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
}

void MoveSwitchDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    m_keep->setFocus(Qt::OtherFocusReason);
}

void MoveSwitchDialog::setQuiet(std::chrono::milliseconds quiet) { m_move->setQuiet(quiet); }

When MoveSwitchDialog::when() const { return static_cast<When>(m_choices->checkedId()); }

QDateTime MoveSwitchDialog::at() const
{
    return QDateTime(m_time->date(), m_time->time(), m_facts.zone).toUTC();
}

bool MoveSwitchDialog::asksForName() const
{
    return when() == When::Immediately && m_facts.environment == Environment::Production;
}

void MoveSwitchDialog::onChoice()
{
    const bool now = when() == When::Immediately;
    m_timeField->setVisible(when() == When::At);
    m_nowNote->setVisible(now);
    m_nameField->setVisible(asksForName());
    setKind(m_move, now ? "danger" : "plain");
    onTime();
}

void MoveSwitchDialog::onTime()
{
    m_timeField->clearError();
    const QDateTime at = this->at();
    //: %1 a moment in local time and UTC, %2 "in 48 min"
    m_timeField->setHelp(tr("%1, %2.").arg(bothTimes(at, m_facts.zone), countdownText(at, m_clock.now())));
}

void MoveSwitchDialog::onMove()
{
    if (when() == When::At && at() <= m_clock.now())
        return showFieldError(m_timeField, tr("This moment has passed. Choose a later one."));
    const bool named = m_name->text().trimmed() == plainLine(m_facts.instanceName).trimmed();
    if (asksForName() && !named)
        return showFieldError(
            m_nameField, tr("Type %1 here first. Nothing was sent.").arg(plainLine(m_facts.instanceName)));
    accept();
}

Question cancelQuestion(const MoveFacts &facts, const QString &batchName)
{
    Question question;
    question.title = MoveSwitchDialog::tr("Cancel the upgrade - Uplift");
    //: %1 is the instance's name
    question.heading = MoveSwitchDialog::tr("Cancel the upgrade of %1?").arg(plainLine(facts.instanceName));
    question.text = MoveSwitchDialog::tr("The service is asked to end task %1. As long as it has not begun "
                                         "to switch, what was copied is thrown away and the version stays as "
                                         "it is; clients notice nothing. It is due %2.")
                        .arg(facts.task, facts.due);
    if (!batchName.isEmpty())
        addSentence(
            question.text,
            MoveSwitchDialog::tr("It is part of the batch %1, which goes on with the others; a canary "
                                 "that is not verified holds it.")
                .arg(plainLine(batchName)));
    question.act = MoveSwitchDialog::tr("Cancel the upgrade");
    question.keep = MoveSwitchDialog::tr("Let it go on");
    question.environment = facts.environment;
    return question;
}

} // namespace uplift::ui
