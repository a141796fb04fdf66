// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/momentsection.h"

#include "ui/look/linebreaks.h"
#include "ui/look/times.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace uplift::ui {

QString windowHead(const WindowSpan &span, const QDateTime &now, const QTimeZone &zone)
{
    return MomentSection::tr("%1 – %2").arg(momentText(span.start, now, zone), clockText(span.end, zone));
}

QString windowDetail(const WindowSpan &span, const QTimeZone &zone)
{
    const QTimeZone utc = QTimeZone::utc();
    return MomentSection::tr("%1, your time (%2)  ·  %3 – %4 UTC, %5")
        .arg(dayText(span.start, zone), zoneText(span.start, zone), clockText(span.start, utc),
             clockText(span.end, utc), dayText(span.start, utc));
}

MomentSection::MomentSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("momentSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(new TextLabel(tr("When"), Type::Body, Role::Text, QFont::DemiBold));
    m_choice = new Segmented(this);
    m_choice->setObjectName(QStringLiteral("momentChoice"));
    m_choice->setAccessibleName(tr("When"));
    m_choice->add(int(Moment::MaintenanceWindow), tr("&Maintenance window"))
        ->setObjectName(QStringLiteral("momentWindow"));
    m_choice->add(int(Moment::Now), tr("&Now"))->setObjectName(QStringLiteral("momentNow"));
    column->addWidget(m_choice);
    column->addSpacing(4);
    auto *row = new QHBoxLayout;
    m_head = new TextLabel(QString(), Type::Body, Role::Text, QFont::DemiBold);
    m_head->setObjectName(QStringLiteral("momentHead"));
    m_countdown = new TextLabel(QString(), Type::Body, Role::Accent);
    m_countdown->setObjectName(QStringLiteral("momentCountdown"));
    row->addWidget(m_head, 1);
    row->addWidget(m_countdown);
    column->addLayout(row);
    m_when = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_when->setObjectName(QStringLiteral("momentWhen"));
    m_later = new WrapLabel(QString(), Type::Note, Role::Text3);
    column->addWidget(m_when);
    column->addWidget(m_later);
    connect(m_choice, &Segmented::chosen, this, &MomentSection::momentChanged);
}

Moment MomentSection::moment() const { return static_cast<Moment>(m_choice->current()); }

void MomentSection::focusChoice()
{
    if (QAbstractButton *button = m_choice->group()->checkedButton())
        button->setFocus();
}

void MomentSection::show(const FormFacts &facts)
{
    m_choice->setCurrent(int(facts.moment));
    if (facts.moment == Moment::Now)
        showNow();
    else
        showWindow(facts);
}

void MomentSection::showNow()
{
    m_head->setText(tr("As soon as the service accepts it"));
    m_countdown->setText(QString());
    m_when->setText(
        tr("The work takes minutes to hours, and the switch comes within it at a time nobody names."));
    m_later->hide();
}

void MomentSection::showWindow(const FormFacts &facts)
{
    const auto span = chosenWindow(facts);
    if (!span) {
        m_head->setText(tr("Window unknown"));
        m_countdown->setText(QString());
        m_when->setText(facts.known.facts ? tr("The service did not name this instance's maintenance window.")
                                          : tr("The service has not been asked yet."));
        m_later->hide();
        return;
    }
    const bool open = span->contains(facts.now);
    m_head->setText(windowHead(*span, facts.now, facts.zone));
    m_countdown->setText(open ? tr("open now") : countdownText(span->start, facts.now));
    m_when->setText(unbroken(windowDetail(*span, facts.zone), QStringLiteral("  ·  ")));
    const QList<WindowSpan> later = facts.known.facts->window->next(span->start, 2);
    const auto date = [&](const WindowSpan &next) {
        return unbroken(tr("%1 %2").arg(dayText(next.start, facts.zone), clockText(next.start, facts.zone)));
    };
    const QString missed = tr("If missed: %1, %2").arg(date(later[0]), date(later[1]));
    m_later->show();
    m_later->setText(
        open ? tr("Whether a request inside the window starts at once is not documented. %1").arg(missed)
             : missed);
}

} // namespace uplift::ui
