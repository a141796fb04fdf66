// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/quiethoursection.h"

#include "ui/look/linebreaks.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace uplift::ui {

QuietHourSection::QuietHourSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("quietHourSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    m_chart = new QuietHourChart(this);
    m_sentence = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_sentence->setObjectName(QStringLiteral("quietHourSentence"));
    m_use = new LinkButton(tr("Use this &window…"), this);
    m_use->setObjectName(QStringLiteral("useWindow"));
    column->addWidget(m_chart);
    column->addWidget(m_sentence);
    column->addWidget(m_use, 0, Qt::AlignLeft);
    connect(m_use, &QPushButton::clicked, this, &QuietHourSection::useWindowRequested);
    arrange();
}

void QuietHourSection::show(const std::optional<QuietHourFacts> &facts, bool mayChange)
{
    m_facts = facts;
    m_mayChange = mayChange;
    if (facts) {
        m_chart->setFacts(*facts);
        m_sentence->setText(withWholePercents(quietHourSentence(*facts)));
    }
    arrange();
}

void QuietHourSection::setFolded(bool folded)
{
    m_folded = folded;
    arrange();
}

bool QuietHourSection::isDrawn() const
{
    return m_facts && !m_folded && m_facts->hours.data == upgrade::QuietHours::Data::Enough;
}

void QuietHourSection::arrange()
{
    const bool told = m_facts.has_value();
    const bool drawn = isDrawn();
    m_chart->setVisible(drawn);
    m_sentence->setVisible(told && !drawn);
    const bool proposes = told && m_mayChange && m_facts->hours.proposal.has_value();
    if (proposes) {
        const upgrade::DaySpan &span = m_facts->hours.proposal->span;
        const QString clock = QStringLiteral("HH:mm");
        //: For screen readers. %1 and %2: times of day
        m_use->setAccessibleName(
            tr("Use the window %1 – %2").arg(span.start.toString(clock), span.end().toString(clock)));
    }
    m_use->setVisible(proposes);
    setVisible(told);
}

} // namespace uplift::ui
