// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/checkssection.h"

#include "ui/look/accessibility.h"
#include "ui/look/linebreaks.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/theme.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/swap.h"

#include <QHBoxLayout>
#include <QLayoutItem>
#include <QPainter>
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

/// One check: Tab stops at it, so that a screen reader reads it as a whole, and it shows the focus.
class CheckLine : public QWidget {
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (hasFocus())
            drawFocusRing(&painter, rect(), themeOf(this), 4);
    }
};

} // namespace

ChecksSection::ChecksSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("checksSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Checks"), Type::Body, Role::Text, QFont::DemiBold), 1);
    m_asked = new TextLabel(QString(), Type::Note, Role::Text3);
    m_asked->setObjectName(QStringLiteral("checksAsked"));
    head->addWidget(m_asked);
    column->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(8);
    column->addLayout(m_rows);
}

QWidget *ChecksSection::rowOf(const upgrade::Check &check, const QList<CheckAction> &actions)
{
    const Mark mark = checkMark(shown(check.result));
    auto *line = new CheckLine;
    line->setObjectName(QStringLiteral("check_") + check.key);
    line->setFocusPolicy(Qt::TabFocus);
    setAccessibleRole(line, QAccessible::StaticText);
    line->setAccessibleName(
        QStringLiteral("%1: %2 %3").arg(mark.word, check.sentence, check.whatToDo).trimmed());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(lineMark(mark.icon, mark.role, Type::Note), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new WrapLabel(withWholePercents(check.sentence), Type::Note, Role::Text));
    if (!check.whatToDo.isEmpty())
        texts->addWidget(new WrapLabel(withWholePercents(check.whatToDo), Type::Note, Role::Text2));
    for (const CheckAction &action : actions) {
        if (action.check != check.key)
            continue;
        auto *button = new LinkButton(action.text);
        button->setObjectName(QStringLiteral("act_%1_%2").arg(check.key).arg(int(action.kind)));
        connect(button, &QPushButton::clicked, this,
                [this, kind = action.kind] { Q_EMIT actionRequested(kind); });
        texts->addWidget(button, 0, Qt::AlignLeft);
    }
    row->addLayout(texts, 1);
    return line;
}

void ChecksSection::setAsked(const QString &text)
{
    m_asked->setText(text);
    m_asked->setAccessibleName(text);
}

void ChecksSection::show(const QList<upgrade::Check> &checks, const QList<CheckAction> &actions)
{
    // The focus stays on the row, or on its button, that had it.
    const QWidget *focused = focusWidget();
    const QString name =
        focused && isAncestorOf(focused) && focused->hasFocus() ? focused->objectName() : QString();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // A button may be the sender of the press that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        item->widget()->setObjectName(QString());
        delete item;
    }
    for (const upgrade::Check &check : checks)
        m_rows->addWidget(rowOf(check, actions));
    showAdded(m_rows);
    if (name.isEmpty())
        return;
    if (auto *same = findChild<QWidget *>(name))
        same->setFocus(Qt::OtherFocusReason);
}

void ChecksSection::focusFirst()
{
    if (m_rows->count() > 0)
        m_rows->itemAt(0)->widget()->setFocus(Qt::TabFocusReason);
}

} // namespace uplift::ui
