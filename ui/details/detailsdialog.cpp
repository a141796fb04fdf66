// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailsdialog.h"

#include "core/redact.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/labels.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

DetailsDialog::DetailsDialog(fleet::InstanceDetails *details, const QString &name, Environment environment,
                             const Clock &clock, QWidget *parent)
    : DialogFrame(tr("Details of %1").arg(plainLine(name)), 640, parent), m_details(details), m_clock(clock)
{
    setObjectName(QStringLiteral("detailsDialog"));
    m_details->setParent(this);
    setEnvironmentLine(environment);
    auto *head = new QHBoxLayout;
    auto *title = new ElideLabel(plainLine(name), Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("detailsTitle"));
    head->addWidget(title);
    head->addWidget(new EnvironmentTag(environment, TagStyle::Solid));
    head->addStretch(1);
    body()->addLayout(head);
    body()->setSpacing(scaled(8));

    auto *console = addButton(tr("Open the &console"), QStringLiteral("detailsConsole"));
    console->setToolTip(consolePage().toString());
    connect(console, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(consolePage()); });
    addFootSpace();
    m_again = addButton(tr("Ask &again"), QStringLiteral("detailsAgain"));
    auto *close = addButton(tr("Close"), QStringLiteral("detailsClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_details->asking() > 0)
            m_details->stop();
        else
            m_details->ask();
        m_soon.start();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DetailsDialog::refresh);
    connect(m_details, &fleet::InstanceDetails::changed, &m_soon, qOverload<>(&QTimer::start));
    refresh();
    m_details->ask();
}

QWidget *DetailsDialog::widgetOf(const DetailSection &section, int number) const
{
    auto *widget = new QWidget;
    widget->setObjectName(QStringLiteral("detailSection%1").arg(number));
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(scaled(4));
    column->addWidget(new Hairline);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(section.title, Type::Body, Role::Text, QFont::DemiBold));
    head->addStretch(1);
    head->addWidget(new TextLabel(section.source, Type::Note, Role::Text3));
    column->addLayout(head);
    if (!section.trouble.isEmpty())
        column->addWidget(new WrapLabel(section.trouble, Type::Note, Role::Text2));
    auto *rows = new FactRows(scaled(190));
    for (const auto &[name, value] : section.rows)
        rows->add(name, new WrapLabel(value, Type::Body, Role::Text));
    column->addWidget(rows);
    return widget;
}

/// Only sections that changed are built anew, so that reading goes on where it was.
void DetailsDialog::refresh()
{
    const QList<DetailSection> sections =
        detailSections(*m_details, m_clock.now(), QTimeZone::systemTimeZone());
    for (int i = 0; i < sections.size(); ++i) {
        if (i < m_widgets.size() && sections.at(i) == m_sections.at(i))
            continue;
        QWidget *fresh = widgetOf(sections.at(i), i);
        if (i < m_widgets.size()) {
            delete body()->replaceWidget(m_widgets.at(i), fresh);
            m_widgets.at(i)->deleteLater();
            m_widgets[i] = fresh;
        } else {
            body()->addWidget(fresh);
            m_widgets.append(fresh);
        }
    }
    m_sections = sections;
    m_again->setText(m_details->asking() > 0 ? tr("Stop &asking") : tr("Ask &again"));
}

} // namespace uplift::ui
