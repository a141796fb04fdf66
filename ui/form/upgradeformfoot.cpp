// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of UpgradeForm: what is missing, how the checks stand, and the button.
#include "ui/form/checkssection.h"
#include "ui/form/identitysection.h"
#include "ui/form/momentsection.h"
#include "ui/form/quiethoursection.h"
#include "ui/form/upgradeform.h"
#include "ui/form/versionsection.h"
#include "ui/look/accessibility.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/taborder.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace uplift::ui {

namespace {

bool sameChecks(const QList<upgrade::Check> &a, const QList<upgrade::Check> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const upgrade::Check &x, const upgrade::Check &y) {
                          return x.key == y.key && x.result == y.result && x.sentence == y.sentence
                              && x.whatToDo == y.whatToDo;
                      });
}

bool sameActions(const QList<CheckAction> &a, const QList<CheckAction> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const CheckAction &x, const CheckAction &y) {
        return x.check == y.check && x.kind == y.kind && x.text == y.text;
    });
}

} // namespace

void UpgradeForm::buildFoot()
{
    m_foot = new PinnedFoot(Role::Canvas, this);
    m_openRow = new QWidget;
    auto *openRow = new QHBoxLayout(m_openRow);
    openRow->setContentsMargins({});
    m_openMark = new IconLabel;
    m_openLine = new WrapLabel(QString(), Type::Body, Role::Text, QFont::Medium);
    m_openLine->setObjectName(QStringLiteral("openStepLine"));
    openRow->addWidget(m_openMark, 0, Qt::AlignTop);
    openRow->addWidget(m_openLine, 1);
    m_openRow->hide();
    m_impactRow = new QWidget;
    auto *impactRow = new QHBoxLayout(m_impactRow);
    impactRow->setContentsMargins({});
    m_impactLine = new WrapLabel(QString(), Type::Note, Role::Text, QFont::Medium);
    m_impactLine->setObjectName(QStringLiteral("impactLine"));
    impactRow->addWidget(lineMark(Icon::Wave, Role::Text2, Type::Note), 0, Qt::AlignTop);
    impactRow->addWidget(m_impactLine, 1);

    auto *checksRow = new QHBoxLayout;
    checksRow->setSpacing(4);
    m_checksMark = new IconLabel;
    m_checksLine = new TextLabel(QString(), Type::Note, Role::Text2);
    m_checksLine->setObjectName(QStringLiteral("checksLine"));
    m_showRequest = new LinkButton(tr("Show the re&quest"));
    m_showRequest->setObjectName(QStringLiteral("showRequest"));
    checksRow->addWidget(m_checksMark);
    checksRow->addWidget(m_checksLine, 1);
    checksRow->addWidget(m_showRequest);

    m_reconnect = new QCheckBox(tr("Its clients &reconnect by themselves"));
    m_reconnect->setObjectName(QStringLiteral("clientsReconnect"));
    m_problem = new WrapLabel(QString(), Type::Note, Role::Red);
    m_problem->setObjectName(QStringLiteral("formProblem"));
    m_problem->hide();
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    setKind(m_primary, "primary");
    m_foot->column()->addWidget(m_openRow);
    m_foot->column()->addWidget(m_impactRow);
    m_foot->column()->addLayout(checksRow);
    m_foot->column()->addWidget(m_reconnect);
    m_foot->column()->addWidget(m_problem);
    m_foot->column()->addWidget(m_primary);
}

/// What was named as missing stays until it is there; it is no longer said of what newer facts made good.
void UpgradeForm::dropSolvedProblem()
{
    if (m_identity->isEditing() || m_problemSaid.isEmpty())
        return;
    const auto missing = firstMissing(*m_facts, m_checks);
    if (!missing || missing->sentence != m_problemSaid)
        showProblem(QString());
}

void UpgradeForm::showDecision()
{
    const bool deciding = m_facts && m_facts->known.facts && !m_identity->isEditing();
    m_checksMark->setVisible(deciding);
    m_checksLine->setVisible(deciding);
    m_showRequest->setVisible(deciding);
    // What runs already is looked at, not begun once more.
    const bool open = deciding && m_facts->openStep;
    m_reconnect->setVisible(deciding && !open);
    m_openRow->setVisible(open);
    if (open) {
        const Mark mark = stateMark(m_facts->openStep->state);
        m_openMark->setIcon(mark.icon, mark.role);
        m_openLine->setText(openStepText(*m_facts));
    }
    if (!deciding) {
        m_impactRow->hide();
        m_primary->setText(tr("Review the upgrade…"));
        return;
    }
    showChecks();
    m_impactLine->setText(impactLine(m_impact));
    fold();
    // The long label when it fits, else the short form; never an elision (ui.md 8).
    const QString full = primaryText(*m_facts, false);
    const int room = m_primary->width() - 24;
    const bool fits = m_primary->fontMetrics().horizontalAdvance(full) <= room;
    m_primary->setText(m_short || !fits ? primaryText(*m_facts, true) : full);
    m_primary->setAccessibleName(full);
}

void UpgradeForm::showChecks()
{
    const QList<upgrade::Check> checks = checksOf(*m_facts);
    const QList<CheckAction> actions = checkActions(*m_facts, checks);
    if (!sameChecks(checks, m_checks) || !sameActions(actions, m_actions)) {
        m_checks = checks;
        m_actions = actions;
        m_checksSection->show(checks, actions);
        tabThrough(this);
    }
    m_checksSection->setAsked(askedText(m_facts->preflight, m_facts->now));
    const auto worst = checks.isEmpty() ? upgrade::Check::Result::Unknown : checks.constFirst().result;
    const Mark mark = checkMark(worst == upgrade::Check::Result::Blocked       ? CheckResult::Blocked
                                    : worst == upgrade::Check::Result::ToRead  ? CheckResult::ToRead
                                    : worst == upgrade::Check::Result::Unknown ? CheckResult::Unknown
                                                                               : CheckResult::Passed);
    m_checksMark->setIcon(mark.icon, mark.role);
    m_checksLine->setText(checksSummary(checks, m_facts->preflight));
    m_quiet->show(quietHourOf(*m_facts), m_facts->moment == Moment::MaintenanceWindow && !m_facts->readOnly);
}

/// False: what is missing was named.
bool UpgradeForm::mayGoOn()
{
    if (const auto missing = firstMissing(*m_facts, m_checks)) {
        goTo(*missing);
        return false;
    }
    showProblem(QString());
    return true;
}

void UpgradeForm::pressPrimary()
{
    if (isEditing()) {
        if (!m_identity->submit())
            showProblem(tr("One field needs attention"));
        return;
    }
    if (m_facts && m_facts->openStep) {
        Q_EMIT checkActionRequested(CheckAction::Kind::ShowRunning);
        return;
    }
    if (m_facts && mayGoOn())
        Q_EMIT upgradeRequested(false);
}

void UpgradeForm::pressBackUpFirst()
{
    if (m_facts && !isEditing() && mayGoOn())
        Q_EMIT upgradeRequested(true);
}

void UpgradeForm::onCheckAction(CheckAction::Kind kind)
{
    if (kind == CheckAction::Kind::BackUpFirst)
        pressBackUpFirst();
    else
        Q_EMIT checkActionRequested(kind);
}

void UpgradeForm::goTo(const Missing &missing)
{
    showProblem(missing.sentence);
    switch (missing.where) {
    case Missing::Where::Identity:
        m_form->setFocus();
        break;
    case Missing::Where::Version:
        m_version->setError(missing.sentence);
        m_version->focusTarget();
        break;
    case Missing::Where::Moment:
        m_moment->focusChoice();
        break;
    case Missing::Where::Checks:
        m_form->ensureWidgetVisible(m_checksSection);
        m_checksSection->focusFirst();
        break;
    case Missing::Where::Acknowledgement:
        m_reconnect->setFocus();
        break;
    }
}

void UpgradeForm::showProblem(const QString &sentence)
{
    m_problemSaid = sentence;
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    announce(this, sentence);
}

} // namespace uplift::ui
