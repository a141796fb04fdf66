// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/windowdialog.h"

#include "ui/details/windowchange.h"
#include "ui/look/times.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

#include <cmath>

namespace uplift::ui {

namespace {

constexpr int timeWidth = 96;

QString clock(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

ChangeQuestion questionOf(const ChangeSubject &subject, const WindowChangeFacts &facts)
{
    ChangeQuestion question;
    question.title = WindowDialog::tr("Maintenance window - Uplift");
    //: %1 is the instance's name
    question.heading = WindowDialog::tr("Change the window of %1?").arg(subject.instanceName);
    question.before = facts.present ? windowText(*facts.present, facts.now, facts.zone)
                                    : WindowDialog::tr("The service did not tell it.");
    question.when = WindowDialog::tr("At once, for every window from then on.");
    question.does = WindowDialog::tr("What is planned for the maintenance window, by you or by the provider, "
                                     "begins in the new one.");
    question.doesNot = WindowDialog::tr("It starts nothing, and no connection breaks by it.");
    if (facts.upgradeWaits)
        question.warning = WindowDialog::tr(
            "An upgrade waits for the present window. No document says whether it moves with "
            "the window: watch it in In progress.");
    question.act = WindowDialog::tr("Change the window");
    question.keep = WindowDialog::tr("Leave it as it is");
    return question;
}

/// As many characters as a time has: what is wrong with it is not that one still types.
bool isComplete(const QString &typed) { return clock(QTime(0, 0)).size() <= typed.trimmed().size(); }

} // namespace

WindowDialog::WindowDialog(const ChangeSubject &subject, const WindowChangeFacts &facts, QWidget *parent)
    : ChangeDialog(subject, questionOf(subject, facts), parent), m_facts(facts), m_start(new QLineEdit),
      m_end(new QLineEdit), m_dates(new WrapLabel(QString(), Type::Note, Role::Text2))
{
    setObjectName(QStringLiteral("windowDialog"));
    m_start->setObjectName(QStringLiteral("windowStart"));
    m_end->setObjectName(QStringLiteral("windowEnd"));
    m_dates->setObjectName(QStringLiteral("windowDates"));
    const QString zone = zoneText(facts.now, facts.zone);
    //: %1 "UTC+8"
    m_startField = new Field(tr("&Begins, your time (%1)").arg(zone), m_start);
    //: %1 "UTC+8"
    m_endField = new Field(tr("&Ends, your time (%1)").arg(zone), m_end);
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins({});
    row->setSpacing(scaled(16));
    for (const auto &[edit, field] : {std::pair(m_start, m_startField), std::pair(m_end, m_endField)}) {
        edit->setMaximumWidth(scaled(timeWidth));
        heedEnter(edit);
        row->addWidget(field, 1, Qt::AlignTop);
        connect(edit, &QLineEdit::textChanged, this, &WindowDialog::onTyped);
    }
    addEditor(fields);
    addEditor(m_dates);
    if (facts.proposal) {
        const upgrade::DaySpan &span = facts.proposal->span;
        auto *note = new Note(NoteKind::Raised);
        note->setObjectName(QStringLiteral("windowProposal"));
        note->setText(tr("By the last week's load, %1 – %2 is the quietest time: %3 % of the day's mean.")
                          .arg(clock(span.start), clock(span.end()),
                               QLocale().toString(std::llround(span.ratio * 100))));
        auto *useIt = new LinkButton(tr("&Use %1 – %2").arg(clock(span.start), clock(span.end())));
        useIt->setObjectName(QStringLiteral("useProposal"));
        useIt->setAutoDefault(false);
        connect(useIt, &QPushButton::clicked, this, [this, span] { use(span.start, span.end()); });
        note->addWidget(useIt);
        addEditor(note);
        m_useIt = useIt;
    }
    if (facts.proposal && facts.useProposal) {
        use(facts.proposal->span.start, facts.proposal->span.end());
    } else if (facts.present) {
        const WindowSpan next = facts.present->next(facts.now, 1).constFirst();
        use(next.start.toTimeZone(facts.zone).time(), next.end.toTimeZone(facts.zone).time());
    } else {
        onTyped();
    }
}

void WindowDialog::use(QTime start, QTime end)
{
    m_start->setText(clock(start));
    m_end->setText(clock(end));
}

Result<MaintenanceWindow> WindowDialog::typed() const
{
    return typedWindow(m_start->text(), m_end->text(), m_facts.present, m_facts.now, m_facts.zone);
}

/// While one types nothing is called wrong; what is right is shown in UTC and as dates.
void WindowDialog::onTyped()
{
    m_startField->clearError();
    m_endField->clearError();
    if (m_useIt) // what is typed already is not offered
        m_useIt->setVisible(m_start->text() != clock(m_facts.proposal->span.start)
                            || m_end->text() != clock(m_facts.proposal->span.end()));
    const auto window = typed();
    if (!window) {
        setAfter(isComplete(m_start->text()) && isComplete(m_end->text()) ? tr("No window the service takes.")
                                                                          : tr("Not complete yet."));
        m_dates->setText(window.error().message);
        return;
    }
    setAfter(windowText(*window, m_facts.now, m_facts.zone));
    const QString dates = tr("Next: %1.").arg(nextDates(*window, m_facts.now, m_facts.zone));
    const QString clocks = clockChangeSentence(m_facts.now, m_facts.zone);
    //: Two whole sentences
    m_dates->setText(clocks.isEmpty() ? dates : tr("%1 %2").arg(dates, clocks));
}

bool WindowDialog::validate()
{
    const auto window = typed();
    if (window)
        return true;
    const bool end = window.error().field == m_end->objectName();
    m_dates->clear(); // said once, under the field
    showFieldError(end ? m_endField : m_startField, window.error().message);
    return false;
}

std::optional<upgrade::SettingChange> WindowDialog::change() const
{
    const auto window = typed();
    if (!window)
        return std::nullopt;
    upgrade::SettingChange change;
    change.window = *window;
    change.before = m_facts.present ? utcText(*m_facts.present) : tr("not told");
    change.after = utcText(*window);
    return change;
}

} // namespace uplift::ui
