// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/upgradeform.h"

#include "impact/edition.h"
#include "impact/editiontext.h"
#include "ui/form/checkssection.h"
#include "ui/form/identitysection.h"
#include "ui/form/impactsection.h"
#include "ui/form/momentsection.h"
#include "ui/form/quiethoursection.h"
#include "ui/form/versionsection.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/taborder.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

/// Height of the form's middle that holds the chart of the load and the impact as a whole, at 100 %.
constexpr int roomForChart = 580;

/// Height of the form's middle that holds note, chart and impact together, at 100 %.
constexpr int roomForAll = 640;

} // namespace

UpgradeForm::UpgradeForm(ImpactOf impactOf, QWidget *parent)
    : QWidget(parent), m_impactOf(std::move(impactOf))
{
    setObjectName(QStringLiteral("upgradeForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    buildHeader();
    buildPages();
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    showNothing();
}

void UpgradeForm::build()
{
    if (m_form)
        return;
    buildMiddle();
    buildFoot();
    m_foot->hide();
    layout()->addWidget(m_foot);
    connectSections();
    tabThrough(this);
}

void UpgradeForm::buildHeader()
{
    m_header = new PaneHeader(QString(), this);
    m_save = m_header->addTool(Icon::Bookmark, tr("Save as profile"));
    m_save->setObjectName(QStringLiteral("saveProfile"));
    connect(m_save, &QToolButton::clicked, this, &UpgradeForm::saveProfileRequested);
    m_info = m_header->addTool(Icon::Info, tr("Details of the instance"));
    m_info->setObjectName(QStringLiteral("instanceDetails"));
    connect(m_info, &QToolButton::clicked, this, &UpgradeForm::detailsRequested);
}

void UpgradeForm::buildPages()
{
    m_pages = new QStackedWidget(this);
    m_empty =
        new TextLabel(tr("Select an instance, or press Ctrl+N to type an id."), Type::Body, Role::Text3);
    m_empty->setObjectName(QStringLiteral("formEmpty"));
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(16, 48, 16, 0);
    m_pages->addWidget(m_empty);
}

void UpgradeForm::buildMiddle()
{
    m_form = new ScrollForm(this);
    m_identity = new IdentitySection;
    m_form->column()->addWidget(m_identity);
    m_form->addHairline();
    m_pending = new WrapLabel(QString(), Type::Note, Role::Text3);
    m_pending->setObjectName(QStringLiteral("formPending"));
    m_form->column()->addWidget(m_pending);
    buildDetails();
    m_form->column()->addWidget(m_details);
    // Where the figures of the impact end changes with both.
    m_details->installEventFilter(this);
    m_form->viewport()->installEventFilter(this);
    m_form->column()->addStretch();
    m_pages->addWidget(m_form);
}

void UpgradeForm::buildDetails()
{
    m_details = new QWidget;
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins({});
    details->setSpacing(12);
    m_version = new VersionSection;
    m_moment = new MomentSection;
    m_quiet = new QuietHourSection;
    m_impactSection = new ImpactSection;
    m_proxyImpact = new ImpactSection;
    m_proxyImpact->setObjectName(QStringLiteral("proxyImpactSection"));
    m_checksSection = new ChecksSection;
    details->addWidget(m_version);
    details->addWidget(new Hairline);
    details->addWidget(m_moment);
    details->addWidget(m_quiet);
    details->addWidget(new Hairline);
    details->addWidget(m_impactSection);
    details->addWidget(m_proxyImpact);
    details->addWidget(new Hairline);
    details->addWidget(m_checksSection);
}

void UpgradeForm::connectSections()
{
    connect(m_identity, &IdentitySection::editStarted, this, &UpgradeForm::editStarted);
    connect(m_identity, &IdentitySection::chosen, this, &UpgradeForm::identityChosen);
    connect(m_identity, &IdentitySection::lookInAllRegions, this, &UpgradeForm::lookInAllRegions);
    connect(m_identity, &IdentitySection::chooseFromList, this, &UpgradeForm::chooseFromList);
    connect(m_version, &VersionSection::targetChanged, this, &UpgradeForm::onChoiceChanged);
    connect(m_version, &VersionSection::partsChanged, this, &UpgradeForm::onChoiceChanged);
    connect(m_version, &VersionSection::notesRequested, this, &UpgradeForm::notesRequested);
    connect(m_quiet, &QuietHourSection::useWindowRequested, this,
            [this] { onCheckAction(CheckAction::Kind::UseWindow); });
    connect(m_checksSection, &ChecksSection::actionRequested, this, &UpgradeForm::onCheckAction);
    connect(m_moment, &MomentSection::momentChanged, this, &UpgradeForm::onChoiceChanged);
    connect(m_reconnect, &QCheckBox::toggled, this, &UpgradeForm::onChoiceChanged);
    connect(m_showRequest, &QPushButton::clicked, this, &UpgradeForm::showRequestRequested);
    connect(m_primary, &QPushButton::clicked, this, &UpgradeForm::pressPrimary);
}

bool UpgradeForm::isEditing() const { return m_form && m_identity->isEditing(); }

void UpgradeForm::showNothing()
{
    m_facts.reset();
    m_checks.clear();
    m_header->setTitle(QString());
    m_header->setEnvironment(std::nullopt);
    m_save->hide();
    m_info->hide();
    m_pages->setCurrentWidget(m_empty);
    if (!m_form)
        return;
    showProblem(QString());
    m_foot->hide();
}

void UpgradeForm::open(const FormFacts &facts)
{
    build();
    showProblem(QString());
    m_facts = facts;
    m_version->setTarget(facts.target);
    {
        const QSignalBlocker quiet(m_reconnect);
        m_reconnect->setChecked(facts.clientsReconnect);
    }
    m_identity->showFacts(facts);
    showImpact();
    showAll();
    m_form->verticalScrollBar()->setValue(0);
}

void UpgradeForm::refresh(const FormFacts &facts)
{
    if (!m_facts)
        return open(facts);
    FormFacts next = facts;
    next.parts = m_facts->parts;
    next.target = m_facts->target;
    next.moment = m_facts->moment;
    next.clientsReconnect = m_facts->clientsReconnect;
    m_facts = next;
    if (!m_identity->isEditing())
        m_identity->showFacts(next);
    showImpact();
    showAll();
    dropSolvedProblem();
}

void UpgradeForm::setNow(const QDateTime &now)
{
    if (!m_facts || isEditing())
        return;
    m_facts->now = now;
    m_moment->show(*m_facts);
    showDecision();
}

void UpgradeForm::editIdentity(const fleet::InstanceKey &present)
{
    build();
    showProblem(QString());
    m_identity->edit(present);
    m_header->setTitle(tr("Upgrade by instance id"));
    m_header->setEnvironment(std::nullopt);
    m_save->hide();
    m_info->hide();
    m_pages->setCurrentWidget(m_form);
    m_details->hide();
    m_foot->show();
    m_pending->setText(tr("Version, moment, impact and checks appear here once the instance is found."));
    m_pending->show();
    showDecision();
    m_identity->focusFirst();
}

void UpgradeForm::setIdentityError(const Error &error)
{
    m_identity->setError(error);
    showProblem(tr("One field needs attention"));
}

void UpgradeForm::setShort(bool isShort)
{
    m_short = isShort;
    if (m_form)
        showDecision();
}

void UpgradeForm::setLow(bool isLow)
{
    m_low = isLow;
    if (!m_form)
        return;
    fold();
    showDecision();
}

void UpgradeForm::onChoiceChanged()
{
    if (!m_facts)
        return;
    showProblem(QString());
    m_facts->parts = m_version->parts();
    m_version->show(*m_facts);
    m_facts->target = m_version->target();
    m_facts->moment = m_moment->moment();
    m_facts->clientsReconnect = m_reconnect->isChecked();
    m_moment->show(*m_facts);
    if (chosenParts(*m_facts) != m_impactParts)
        showImpact();
    showDecision();
}

void UpgradeForm::showAll()
{
    m_header->setTitle(m_facts->name);
    m_header->setEnvironment(m_facts->environment);
    m_save->show();
    m_info->show();
    m_foot->show();
    m_pages->setCurrentWidget(m_form);
    const bool told = m_facts->known.facts.has_value();
    m_details->setVisible(told);
    m_pending->setVisible(!told);
    if (m_facts->known.error)
        m_pending->setText(tr("%1 %2").arg(m_facts->known.error->message, m_facts->known.error->next));
    else
        m_pending->setText(tr("Asking the service about this instance."));
    m_version->show(*m_facts);
    m_moment->show(*m_facts);
    showDecision();
}

void UpgradeForm::showImpact()
{
    if (!m_facts->known.facts)
        return;
    const Instance &instance = *m_facts->known.facts;
    const EngineVersion *version = m_facts->known.version.get();
    m_impactParts = chosenParts(*m_facts);
    const bool both = isBoth(m_impactParts);
    const auto first = hasKernel(m_impactParts) ? upgrade::StepKind::Kernel : upgrade::StepKind::Proxy;
    m_impact = {m_impactOf(first, instance, version), std::nullopt};
    if (both)
        m_impact.proxy = m_impactOf(upgrade::StepKind::Proxy, instance, version);
    const QString head = impact::editionHead(impact::editionOf(instance, version));
    const QString ofProxy = tr("Expected impact of the proxy");
    m_impactSection->show(m_impact.first,
                          both                                    ? tr("Expected impact of the kernel")
                              : first == upgrade::StepKind::Proxy ? ofProxy
                                                                  : tr("Expected impact"),
                          head);
    if (m_impact.proxy)
        m_proxyImpact->show(*m_impact.proxy, ofProxy, QString());
    m_proxyImpact->setVisible(both);
}

/// The form fits down to the figures of the impact, and where it does not, the impact stands in the foot: it
/// is never below the fold while the button is above it (ui.md 6, 11).
void UpgradeForm::fold()
{
    const bool deciding = m_facts && m_facts->known.facts && !m_identity->isEditing();
    const bool tight = m_form->viewport()->height() < scaled(roomForAll);
    // The foot's own line about the impact takes room that is there for the form.
    const int height = m_form->viewport()->height() + (m_impactRow->isVisible() ? m_impactRow->height() : 0);
    m_quiet->setFolded(m_low || height < scaled(roomForChart));
    m_version->setNotesFolded(m_low || tight);
    m_details->layout()->activate();
    const int end = m_impactSection->mapTo(m_form->widget(), QPoint(0, m_impactSection->figuresBottom())).y();
    const int room = m_form->viewport()->height() + (m_impactRow->isVisible() ? m_impactRow->height() : 0);
    m_impactRow->setVisible(deciding && (m_low || m_impact.proxy || end > room));
}

bool UpgradeForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_facts)
        QMetaObject::invokeMethod(this, &UpgradeForm::fold, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void UpgradeForm::focusFirst()
{
    if (isEditing())
        m_identity->focusFirst();
    else if (m_facts)
        m_version->focusTarget();
}

} // namespace uplift::ui
