// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/running/undecidedpanel.h"

#include "ui/running/attemptparts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/swap.h"

#include <QButtonGroup>
#include <QLayoutItem>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace uplift::ui {

UndecidedPanel::UndecidedPanel(QWidget *parent) : QWidget(parent), m_choices(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("undecidedPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("What was seen"), Type::Body, Role::Text, QFont::DemiBold));
    m_evidence = new QVBoxLayout;
    m_evidence->setSpacing(8);
    column->addLayout(m_evidence);
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel(tr("Your decision"), Type::Body, Role::Text, QFont::DemiBold));
    const auto add = [&](upgrade::Decision decision, const QString &text, const char *name) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        m_choices->addButton(button, int(decision));
        column->addWidget(button);
        return button;
    };
    m_wasStarted = add(upgrade::Decision::WasStarted, tr("It was &started: follow it"), "decisionStarted");
    add(upgrade::Decision::WasNotStarted, tr("It was &not started: close this attempt"),
        "decisionNotStarted");
    add(upgrade::Decision::GoOnAsking, tr("I do not &know yet: go on asking every minute"), "decisionGoOn")
        ->setChecked(true);
    column->addWidget(new WrapLabel(
        tr("Check in the console if a task's time fits your request. None of the three sends an "
           "upgrade."),
        Type::Note, Role::Text2));
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("decisionReason"));
    m_reason->setAccessibleName(tr("Reason, kept in the journal (optional)"));
    m_reason->setPlaceholderText(tr("Reason, kept in the journal (optional)"));
    m_reason->setMaxLength(500);
    column->addWidget(m_reason);
    connect(m_choices, &QButtonGroup::idToggled, this, &UndecidedPanel::choiceChanged);
}

void UndecidedPanel::showStep(const upgrade::StepView &step)
{
    while (QLayoutItem *item = m_evidence->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const upgrade::Evidence &evidence : step.evidence)
        m_evidence->addWidget(evidenceRow(evidence, true));
    showAdded(m_evidence);
    m_wasStarted->setText(step.task ? tr("It was &started: follow task %1").arg(step.task->id.value)
                                    : tr("It was &started: follow it"));
}

upgrade::Decision UndecidedPanel::decision() const
{
    return static_cast<upgrade::Decision>(m_choices->checkedId());
}

QString UndecidedPanel::reason() const { return m_reason->text().trimmed(); }

QString UndecidedPanel::decisionText() const
{
    switch (decision()) {
    case upgrade::Decision::WasStarted:
        return tr("It was started: follow it");
    case upgrade::Decision::WasNotStarted:
        return tr("Close this attempt");
    case upgrade::Decision::GoOnAsking:
        break;
    }
    return tr("Go on asking");
}

} // namespace uplift::ui
