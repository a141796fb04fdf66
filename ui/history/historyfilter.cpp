// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyfilter.h"

#include "core/redact.h"
#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using upgrade::StepKind;
using upgrade::StepState;

QList<StepState> statesOf(OutcomeChoice choice)
{
    using enum StepState;
    switch (choice) {
    case OutcomeChoice::Any:
        break;
    case OutcomeChoice::Open:
        return {Planned, Requested, Unanswered, Undecided, Accepted, Waiting, Running, Switching};
    case OutcomeChoice::Verified:
        return {Verified};
    case OutcomeChoice::Failed:
        return {Failed, Unchanged, Gone};
    case OutcomeChoice::Rejected:
        return {Rejected};
    case OutcomeChoice::NotCarriedOut:
        return {NotStarted, Cancelled};
    case OutcomeChoice::Undecided:
        return {Undecided};
    }
    return {};
}

QList<StepKind> kindsOf(KindChoice choice)
{
    using enum StepKind;
    switch (choice) {
    case KindChoice::Any:
        break;
    case KindChoice::Kernel:
        return {Kernel};
    case KindChoice::Proxy:
        return {Proxy};
    case KindChoice::Backup:
        return {Backup};
    case KindChoice::Setting:
        return {Window, AutoUpgrade, MoveEvent, CancelEvent, MoveTask, CancelTask};
    }
    return {};
}

QComboBox *newChoice(const char *name, const QString &spoken)
{
    auto *choice = new QComboBox;
    choice->setObjectName(QString::fromLatin1(name));
    choice->setAccessibleName(spoken);
    choice->setToolTip(spoken);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    return choice;
}

template <class Choice> void add(QComboBox *box, Choice choice, const QString &text)
{
    box->addItem(text, static_cast<int>(choice));
}

QDateEdit *newDate(const char *name, const QString &spoken, const QDate &day)
{
    auto *edit = new QDateEdit(day);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(spoken);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setMinimumWidth(QFontMetrics(typeFont(Type::Body)).horizontalAdvance(QStringLiteral("2026-08-08"))
                          + scaled(46));
    return edit;
}

} // namespace

bool HistoryFilter::isSet() const { return *this != HistoryFilter{{}, HistorySpan::All, from, to}; }

upgrade::HistoryQuery queryOf(const HistoryFilter &filter, const QString &words, const QDateTime &now,
                              const QTimeZone &zone)
{
    upgrade::HistoryQuery query;
    query.text = words.simplified();
    query.account = filter.account;
    query.outcomes = statesOf(filter.outcome);
    query.kinds = kindsOf(filter.kind);
    const QDate today = now.toTimeZone(zone).date();
    const auto midnight = [&zone](const QDate &day) { return day.startOfDay(zone).toUTC(); };
    switch (filter.span) {
    case HistorySpan::All:
        break;
    case HistorySpan::Today:
        query.from = midnight(today);
        break;
    case HistorySpan::Week:
        query.from = midnight(today.addDays(-6));
        break;
    case HistorySpan::Month:
        query.from = midnight(today.addDays(-29));
        break;
    case HistorySpan::Custom:
        query.from = midnight(std::min(filter.from, filter.to));
        query.to = midnight(std::max(filter.from, filter.to).addDays(1));
        break;
    }
    return query;
}

HistoryFilterBar::HistoryFilterBar(QWidget *parent)
    : QWidget(parent), m_account(newChoice("historyAccount", tr("Account"))),
      m_span(newChoice("historySpan", tr("Time"))), m_outcome(newChoice("historyOutcome", tr("Outcome"))),
      m_kind(newChoice("historyKind", tr("Kind")))
{
    setObjectName(QStringLiteral("historyFilter"));
    add(m_span, HistorySpan::All, tr("All time"));
    add(m_span, HistorySpan::Today, tr("Today"));
    add(m_span, HistorySpan::Week, tr("Last 7 days"));
    add(m_span, HistorySpan::Month, tr("Last 30 days"));
    add(m_span, HistorySpan::Custom, tr("Choose days…"));
    add(m_outcome, OutcomeChoice::Any, tr("All outcomes"));
    add(m_outcome, OutcomeChoice::Open, tr("Still open"));
    add(m_outcome, OutcomeChoice::Verified, tr("Verified"));
    add(m_outcome, OutcomeChoice::Failed, tr("Failed, unchanged or released"));
    add(m_outcome, OutcomeChoice::Rejected, tr("Rejected"));
    add(m_outcome, OutcomeChoice::NotCarriedOut, tr("Not started or cancelled"));
    add(m_outcome, OutcomeChoice::Undecided, tr("Undecided"));
    add(m_kind, KindChoice::Any, tr("All kinds"));
    add(m_kind, KindChoice::Kernel, tr("Upgrades"));
    add(m_kind, KindChoice::Proxy, tr("Proxy upgrades"));
    add(m_kind, KindChoice::Backup, tr("Backups"));
    add(m_kind, KindChoice::Setting, tr("Settings and moments"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 12, 8);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QComboBox *box : {m_account, m_span, m_outcome, m_kind})
        row->addWidget(box, 1);
    column->addLayout(row);
    for (QComboBox *box : {m_account, m_span, m_outcome, m_kind})
        setSpokenLabel(box, box->accessibleName());
    m_dates = buildDates();
    column->addWidget(m_dates);
    setAccounts({});
    for (QComboBox *box : {m_account, m_outcome, m_kind})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
    connect(m_span, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::onSpan);
    for (QDateEdit *edit : {m_from, m_to})
        connect(edit, &QDateEdit::dateChanged, this, &HistoryFilterBar::changed);
}

QWidget *HistoryFilterBar::buildDates()
{
    auto *dates = new QWidget(this);
    dates->setObjectName(QStringLiteral("historyDates"));
    const QDate today = QDate::currentDate();
    m_from = newDate("historyFrom", tr("First day"), today.addDays(-6));
    m_to = newDate("historyTo", tr("Last day"), today);
    auto *row = new QHBoxLayout(dates);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("First day"), Type::Note, Role::Text2, QFont::Medium));
    row->addWidget(m_from);
    row->addSpacing(8);
    row->addWidget(new TextLabel(tr("Last day"), Type::Note, Role::Text2, QFont::Medium));
    row->addWidget(m_to);
    row->addStretch(1);
    dates->hide();
    return dates;
}

void HistoryFilterBar::onSpan()
{
    m_dates->setVisible(m_span->currentData().toInt() == static_cast<int>(HistorySpan::Custom));
    Q_EMIT changed();
}

void HistoryFilterBar::setAccounts(const QList<std::pair<AccountId, QString>> &accounts)
{
    const QSignalBlocker quiet(m_account);
    const QString before = m_account->currentData().toString();
    m_account->clear();
    m_account->addItem(tr("All accounts"), QString());
    for (const auto &[id, name] : accounts)
        m_account->addItem(plainLine(name), id.value);
    m_account->setCurrentIndex(std::max(0, m_account->findData(before)));
    if (isVisible())
        fitLists();
}

HistoryFilter HistoryFilterBar::filter() const
{
    HistoryFilter filter;
    filter.account.value = m_account->currentData().toString();
    filter.span = static_cast<HistorySpan>(m_span->currentData().toInt());
    filter.outcome = static_cast<OutcomeChoice>(m_outcome->currentData().toInt());
    filter.kind = static_cast<KindChoice>(m_kind->currentData().toInt());
    filter.from = m_from->date();
    filter.to = m_to->date();
    return filter;
}

void HistoryFilterBar::clear()
{
    const QSignalBlocker quiet(this);
    for (QComboBox *box : {m_account, m_span, m_outcome, m_kind})
        box->setCurrentIndex(0);
}

void HistoryFilterBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitLists();
}

/// The lists are as wide as their longest line, however narrow the box is. Each is a window: not before the
/// bar is shown.
void HistoryFilterBar::fitLists()
{
    for (QComboBox *box : {m_account, m_span, m_outcome, m_kind})
        box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + scaled(28));
}

void HistoryFilterBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Role::Canvas]);
    drawHairline(&painter, 0, width(), height() - 1, theme[Role::Line]);
}

} // namespace uplift::ui
