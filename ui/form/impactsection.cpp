// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/impactsection.h"

#include "ui/form/upgradeparts.h"
#include "ui/look/type.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/swap.h"

#include <QHBoxLayout>
#include <QLayoutItem>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

constexpr int headGap = 12; ///< at least, between the title and what stands beside it

void empty(QVBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QWidget *markedLine(Icon mark, Role role, const QString &text)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(lineMark(mark, role, Type::Note, 14), 0, Qt::AlignTop);
    row->addWidget(new WrapLabel(text, Type::Note, Role::Text2), 1);
    return line;
}

} // namespace

ImpactSection::ImpactSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("impactSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    m_headRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_headRow->setSpacing(0);
    m_title = new TextLabel(QString(), Type::Body, Role::Text, QFont::DemiBold);
    m_title->setObjectName(QStringLiteral("impactTitle"));
    m_headRow->addWidget(m_title, 1);
    m_head = new TextLabel(QString(), Type::Note, Role::Text3);
    m_head->setObjectName(QStringLiteral("impactHead"));
    m_headRow->addWidget(m_head);
    column->addLayout(m_headRow);
    // Neither of them may widen the pane: what has no room beside goes below.
    for (TextLabel *label : {m_title, m_head})
        label->setMinimumWidth(1);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(12);
    m_disconnection = new Figure;
    m_disconnection->setObjectName(QStringLiteral("impactDisconnection"));
    m_readOnly = new Figure;
    m_readOnly->setObjectName(QStringLiteral("impactReadOnly"));
    m_duration = new Figure;
    m_duration->setObjectName(QStringLiteral("impactDuration"));
    figures->addWidget(m_disconnection, 3);
    figures->addWidget(m_readOnly, 3);
    figures->addWidget(m_duration, 4);
    column->addLayout(figures);
    m_description = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_description->setObjectName(QStringLiteral("impactDescription"));
    column->addWidget(m_description);
    m_reasons = new Note(NoteKind::Amber, this);
    m_reasons->setObjectName(QStringLiteral("impactReasons"));
    column->addWidget(m_reasons);
    m_sourcesLink = new LinkButton(QString());
    m_sourcesLink->setObjectName(QStringLiteral("impactSourcesLink"));
    m_sourcesLink->setCheckable(true);
    column->addWidget(m_sourcesLink, 0, Qt::AlignLeft);
    m_sources = new QWidget(this);
    m_sources->setObjectName(QStringLiteral("impactSources"));
    m_sourceRows = new QVBoxLayout(m_sources);
    m_sourceRows->setContentsMargins({});
    m_sources->hide();
    column->addWidget(m_sources);
    m_effects = new QWidget(this);
    m_effects->setObjectName(QStringLiteral("impactEffects"));
    m_effectRows = new QVBoxLayout(m_effects);
    m_effectRows->setContentsMargins({});
    m_effectRows->setSpacing(4);
    column->addWidget(m_effects);
    m_recommendation = new WrapLabel(QString(), Type::Note, Role::Text2, QFont::Medium);
    m_recommendation->setObjectName(QStringLiteral("impactRecommendation"));
    column->addWidget(m_recommendation);
    connect(m_sourcesLink, &QPushButton::toggled, m_sources, &QWidget::setVisible);
}

int ImpactSection::figuresBottom() const { return m_disconnection->geometry().bottom(); }

void ImpactSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHead();
}

void ImpactSection::placeHead()
{
    const auto widthOf = [](const TextLabel *label) {
        return QFontMetrics(label->font()).horizontalAdvance(label->text());
    };
    const bool beside = widthOf(m_title) + scaled(headGap) + widthOf(m_head) <= width();
    m_headRow->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (TextLabel *label : {m_title, m_head})
        label->setWordWrap(!beside);
}

void ImpactSection::show(const impact::Impact &impact, const QString &title, const QString &head)
{
    m_title->setText(title);
    m_head->setText(head);
    placeHead();
    showFigures(impact);
    // That no document names a bound is not the same as no impact.
    const bool unbounded = !impact.disconnection && !impact.readOnly;
    m_description->setText(unbounded
                               //: %1 "No bound is documented; an interruption is possible", %2 what the
                               //: documents say, a sentence
                               ? tr("%1. %2").arg(impactLine(impact), impact.description.text())
                               : impact.description.text());
    QStringList reasons;
    for (const LocalizedText &reason : impact.reasons)
        reasons.append(reason.text());
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    m_reasons->setVisible(!reasons.isEmpty());
    showEffects(impact);
    m_recommendation->setText(impact.recommendation.text());
    showSources(impact);
}

void ImpactSection::showFigures(const impact::Impact &impact)
{
    // No document states a bound for proxies; that is not the same as no impact.
    const bool rolling = impact.how == impact::How::RollingRestart;
    if (rolling || impact.how == impact::How::Hot) {
        m_disconnection->set(rolling ? tr("All drop") : tr("A jitter"), tr("connections"));
        m_readOnly->set(tr("No bound"), tr("is documented"));
        m_duration->set(rolling ? tr("One by one") : tr("Hot"),
                        rolling ? tr("proxies restart") : tr("proxies are replaced"));
        return;
    }
    const auto bound = [](std::optional<std::chrono::seconds> limit) {
        return limit ? tr("≤ %1 s").arg(limit->count()) : tr("No bound");
    };
    m_disconnection->set(bound(impact.disconnection), tr("connections drop"));
    m_readOnly->set(bound(impact.readOnly), tr("read-only"));
    if (impact.effectiveWithin)
        m_duration->set(tr("≤ %1 min").arg(impact.effectiveWithin->count()), tr("until it is effective"));
    else
        m_duration->set(tr("By data size"), tr("copy time, no effect"));
}

void ImpactSection::showEffects(const impact::Impact &impact)
{
    empty(m_effectRows);
    if (!impact.sideEffects.isEmpty())
        m_effectRows->addWidget(
            new TextLabel(tr("What else breaks"), Type::Note, Role::Text2, QFont::Medium));
    for (const impact::SideEffect &effect : impact.sideEffects)
        m_effectRows->addWidget(markedLine(Icon::Dash, Role::Text3, effect.text.text()));
    showAdded(m_effectRows);
    m_effects->setVisible(!impact.sideEffects.isEmpty());
}

void ImpactSection::showSources(const impact::Impact &impact)
{
    empty(m_sourceRows);
    m_sourceRows->addWidget(new WrapLabel(impact.specification.text(), Type::Note, Role::Text2));
    if (impact.newer)
        m_sourceRows->addWidget(new WrapLabel(impact.newer->text(), Type::Note, Role::Text2));
    for (const impact::Source &source : impact.sources)
        m_sourceRows->addWidget(
            markedLine(Icon::Info, Role::Text3,
                       tr("%1 (%2): %3").arg(source.title, source.date, source.statement.text())));
    showAdded(m_sourceRows);
    const int count = static_cast<int>(impact.sources.size());
    const bool bounded = impact.disconnection || impact.readOnly || impact.effectiveWithin;
    m_sourcesLink->setText(bounded ? tr("Documented bounds, worst case. %n source(s)", nullptr, count)
                                   : tr("What the documents say. %n source(s)", nullptr, count));
}

} // namespace uplift::ui
