// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/stopsection.h"

#include "ui/look/type.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace uplift::ui {

StopSection::StopSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stopSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(
        new TextLabel(tr("Stop before the next one when"), Type::Body, Role::Text, QFont::DemiBold));
    m_failures = new QCheckBox;
    m_failures->setObjectName(QStringLiteral("stopFailures"));
    m_count = new QSpinBox;
    m_count->setObjectName(QStringLiteral("stopCount"));
    m_count->setAccessibleName(tr("How many upgrades may fail or end unchanged before it stops"));
    m_count->setRange(1, 999);
    m_undecided = new QCheckBox(tr("an outcome is un&decided"));
    m_undecided->setObjectName(QStringLiteral("stopUndecided"));
    m_outside = new QCheckBox(tr("one switches outside its window"));
    m_outside->setObjectName(QStringLiteral("stopOutside"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_failures);
    row->addStretch();
    row->addWidget(m_count);
    column->addLayout(row);
    column->addWidget(m_undecided);
    column->addWidget(m_outside);
    column->addWidget(
        new WrapLabel(tr("Those already running go on in the cloud. Nothing new is sent. A canary "
                         "that is not verified always stops it."),
                      Type::Note, Role::Text2));
    show({});
    for (QCheckBox *box : {m_failures, m_undecided, m_outside})
        connect(box, &QCheckBox::toggled, this, &StopSection::chosen);
    connect(m_count, &QSpinBox::valueChanged, this, [this] {
        const QSignalBlocker quiet(m_failures);
        m_failures->setChecked(true); // a number that is set is meant
        nameFailures();
        Q_EMIT chosen();
    });
}

void StopSection::nameFailures()
{
    m_failures->setText(m_count->value() == 1
                            ? tr("any upgrade fai&ls or ends unchanged")
                            : tr("%1 upgrades fai&l or end unchanged").arg(m_count->value()));
}

void StopSection::show(const upgrade::StopRules &rules)
{
    const QSignalBlocker quiet(this);
    const QSignalBlocker quietCount(m_count);
    m_failures->setChecked(rules.failures > 0);
    m_count->setValue(std::max(1, rules.failures));
    m_undecided->setChecked(rules.undecided);
    m_outside->setChecked(rules.outsideWindow);
    nameFailures();
}

upgrade::StopRules StopSection::rules() const
{
    return {m_failures->isChecked() ? m_count->value() : 0, m_undecided->isChecked(), m_outside->isChecked()};
}

} // namespace uplift::ui
