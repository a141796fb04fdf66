// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchimpactsection.h"

#include "core/localized.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace uplift::ui {

BatchImpactSection::BatchImpactSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("batchImpact"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(
        new TextLabel(tr("Expected impact, each instance"), Type::Body, Role::Text, QFont::DemiBold), 1);
    m_worst = new TextLabel(QString(), Type::Note, Role::Text3);
    m_worst->setObjectName(QStringLiteral("batchImpactHead"));
    head->addWidget(m_worst);
    column->addLayout(head);
    m_disconnection = new Figure;
    m_disconnection->setObjectName(QStringLiteral("batchDisconnection"));
    m_readOnly = new Figure;
    m_readOnly->setObjectName(QStringLiteral("batchReadOnly"));
    m_single = new Figure;
    m_single->setObjectName(QStringLiteral("batchSingleNodes"));
    auto *figures = new QHBoxLayout;
    figures->setSpacing(12);
    for (Figure *figure : {m_disconnection, m_readOnly, m_single})
        figures->addWidget(figure, 1);
    column->addLayout(figures);
    m_unbounded = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_unbounded->setObjectName(QStringLiteral("batchUnbounded"));
    m_proxies = new WrapLabel(QString(), Type::Note, Role::Text2);
    m_proxies->setObjectName(QStringLiteral("batchProxies"));
    m_recommendation = new WrapLabel(QString(), Type::Note, Role::Text2, QFont::Medium);
    for (WrapLabel *label : {m_unbounded, m_proxies, m_recommendation})
        column->addWidget(label);
}

void BatchImpactSection::show(const BatchImpact &impact)
{
    const auto bound = [](std::optional<std::chrono::seconds> limit) {
        return limit ? tr("≤ %1 s").arg(limit->count()) : tr("None stated");
    };
    m_worst->setText(impact.members == 0 ? QString() : tr("worst of %1").arg(impact.members));
    m_disconnection->set(bound(impact.disconnection), tr("connections drop"));
    m_readOnly->set(bound(impact.readOnly), tr("read-only"));
    //: how many of how many instances: 2 of 9
    m_single->set(tr("%1 of %2").arg(impact.singleNodes).arg(impact.members), tr("single node"));
    QStringList lines;
    if (impact.unbounded > 0)
        lines.append(impact.unbounded == 1
                         ? tr("For 1 of them no document states a bound: it is upgraded on its own server.")
                         : tr("For %1 of them no document states a bound: they are upgraded on their own "
                              "servers.")
                               .arg(impact.unbounded));
    if (impact.unknownNodes > 0)
        lines.append(impact.unknownNodes == 1
                         ? tr("Of 1 of them the service does not say how many nodes it has.")
                         : tr("Of %1 of them the service does not say how many nodes they have.")
                               .arg(impact.unknownNodes));
    m_unbounded->setText(inOneLine(lines));
    m_unbounded->setVisible(!lines.isEmpty());
    if (impact.proxies > 0)
        m_proxies->setText(
            //: %1: how many instances, %2: whole sentences about what happens to connections
            tr("Proxies of %1: %2").arg(impact.proxies).arg(impact.proxyText));
    m_proxies->setVisible(impact.proxies > 0);
    m_recommendation->setText(impact.recommendation);
    m_recommendation->setVisible(!impact.recommendation.isEmpty());
}

} // namespace uplift::ui
