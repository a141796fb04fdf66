// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closingdialog.h"

#include "ui/look/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

ClosingDialog::ClosingDialog(const ClosingWords &words, QWidget *parent)
    : DialogFrame(tr("Close - Uplift"), 560, parent)
{
    setObjectName(QStringLiteral("closingDialog"));
    auto *heading = new WrapLabel(words.heading, Type::Heading, Role::Text, QFont::DemiBold);
    heading->setObjectName(QStringLiteral("closingHeading"));
    body()->addWidget(heading);
    QStringList spoken;
    for (const ClosingLine &line : words.lines) {
        auto *row = new QHBoxLayout;
        row->setSpacing(scaled(10));
        row->addWidget(lineMark(line.mark.icon, line.mark.role, Type::Body), 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(scaled(2));
        auto *head = new WrapLabel(line.head, Type::Body, Role::Text, QFont::DemiBold);
        head->setObjectName(QStringLiteral("closingHead"));
        texts->addWidget(head);
        texts->addWidget(new WrapLabel(line.text, Type::Body, Role::Text2));
        row->addLayout(texts, 1);
        body()->addLayout(row);
        spoken.append(line.head + QStringLiteral(". ") + line.text);
    }
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));

    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("closingClose"));
    m_stay = addButton(tr("Stay"), QStringLiteral("closingStay"));
    setKind(m_stay, "primary");
    m_stay->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
}

void ClosingDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    m_stay->setFocus(Qt::OtherFocusReason);
}

} // namespace uplift::ui
