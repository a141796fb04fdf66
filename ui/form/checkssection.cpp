// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/checkssection.h"

#include "ui/look/marks.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLayoutItem>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

CheckResult shown(upgrade::Check::Result result)
{
    switch (result) {
    case upgrade::Check::Result::Blocked:
        return CheckResult::Blocked;
    case upgrade::Check::Result::ToRead:
        return CheckResult::ToRead;
    case upgrade::Check::Result::Unknown:
        return CheckResult::Unknown;
    case upgrade::Check::Result::Passed:
        break;
    }
    return CheckResult::Passed;
}

QWidget *checkRow(const upgrade::Check &check)
{
    const Mark mark = checkMark(shown(check.result));
    auto *line = new QWidget;
    line->setObjectName(QStringLiteral("check_") + check.key);
    line->setFocusPolicy(Qt::TabFocus);
    line->setAccessibleName(
        QStringLiteral("%1: %2 %3").arg(mark.word, check.sentence, check.whatToDo).trimmed());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(new IconLabel(mark.icon, mark.role), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new WrapLabel(check.sentence, Type::Note, Role::Text));
    if (!check.whatToDo.isEmpty())
        texts->addWidget(new WrapLabel(check.whatToDo, Type::Note, Role::Text2));
    row->addLayout(texts, 1);
    return line;
}

} // namespace

ChecksSection::ChecksSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("checksSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Checks"), Type::Body, Role::Text, QFont::DemiBold));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(8);
    column->addLayout(m_rows);
}

void ChecksSection::show(const QList<upgrade::Check> &checks)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const upgrade::Check &check : checks)
        m_rows->addWidget(checkRow(check));
}

void ChecksSection::focusFirst()
{
    if (m_rows->count() > 0)
        m_rows->itemAt(0)->widget()->setFocus(Qt::TabFocusReason);
}

} // namespace uplift::ui
