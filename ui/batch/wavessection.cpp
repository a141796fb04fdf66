// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/wavessection.h"

#include "core/redact.h"
#include "ui/batch/batchtexts.h"
#include "ui/look/marks.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace uplift::ui {

namespace {

using upgrade::BatchRules;

constexpr std::array usualWaits{0, 10, 30, 60, 120, 240, 720, 1440}; ///< minutes
constexpr int automatic = 0; ///< items of the box of canaries
constexpr int noCanary = 1;
constexpr int firstMember = 2;

void showWait(QComboBox *box, std::chrono::minutes wait)
{
    const int minutes = static_cast<int>(wait.count());
    if (box->findData(minutes) < 0) { // of a saved plan, or another version's choice
        int at = 0;
        while (at < box->count() && box->itemData(at).toInt() < minutes)
            ++at;
        box->insertItem(at, waitText(wait), minutes);
    }
    box->setCurrentIndex(box->findData(minutes));
}

QComboBox *waitBox(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const int minutes : usualWaits)
        box->addItem(waitText(std::chrono::minutes(minutes)), minutes);
    return box;
}

std::chrono::minutes waitOf(const QComboBox *box) { return std::chrono::minutes(box->currentData().toInt()); }

} // namespace

WavesSection::WavesSection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("wavesSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Waves"), Type::Body, Role::Text, QFont::DemiBold));
    m_ways = new Segmented(this);
    m_ways->setObjectName(QStringLiteral("waveWays"));
    m_ways->setAccessibleName(tr("Waves"));
    m_ways->add(int(BatchRules::Waves::Environment), tr("&Environment"))
        ->setObjectName(QStringLiteral("wavesByEnvironment"));
    m_ways->add(int(BatchRules::Waves::Number), tr("&Number"))
        ->setObjectName(QStringLiteral("wavesByNumber"));
    m_ways->add(int(BatchRules::Waves::Hand), tr("By &hand"))->setObjectName(QStringLiteral("wavesByHand"));
    column->addWidget(m_ways);
    buildFields();
    connect(m_ways, &Segmented::chosen, this, [this] {
        showWays();
        Q_EMIT chosen();
    });
    connect(m_canary, &QComboBox::activated, this, &WavesSection::chosen);
    connect(m_atOnce, &QSpinBox::valueChanged, this, &WavesSection::chosen);
    for (QComboBox *box : {m_afterCanary, m_between})
        connect(box, &QComboBox::activated, this, &WavesSection::chosen);
    connect(m_sizes, &QLineEdit::editingFinished, this, &WavesSection::onSizes);
    connect(m_showDryRun, &QPushButton::clicked, this, &WavesSection::dryRunRequested);
}

void WavesSection::buildFields()
{
    m_canary = new QComboBox;
    m_canary->setObjectName(QStringLiteral("canary"));
    m_canary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_canary->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_canary->setMinimumContentsLength(12);
    m_canary->addItems({tr("The least critical one"), tr("None")});
    m_atOnce = new QSpinBox;
    m_atOnce->setObjectName(QStringLiteral("atOnce"));
    m_atOnce->setRange(1, 50);
    m_afterCanary = waitBox("afterCanary");
    m_between = waitBox("betweenWaves");
    m_sizes = new QLineEdit;
    m_sizes->setObjectName(QStringLiteral("waveSizes"));
    m_sizesField = new Field(tr("Si&zes of the waves"), m_sizes, this);
    m_sizesField->setHelp(tr("After the canary, with commas. The last wave takes the rest."));
    m_byHand = new WrapLabel(tr("Type each instance's wave in the dry run, by the number of its head: a "
                                "digit for the selected ones, or F2 for any number."),
                             Type::Note, Role::Text2);
    m_showDryRun = new LinkButton(tr("Show the dry run"), this);
    m_showDryRun->setObjectName(QStringLiteral("waveDryRun"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    m_atOnce->setFixedWidth(scaled(72));
    grid->addWidget(m_byHand, 0, 0, 1, 3);
    grid->addWidget(m_showDryRun, 1, 0, 1, 3, Qt::AlignLeft);
    grid->addWidget(m_sizesField, 2, 0, 1, 3);
    grid->addWidget(new Field(tr("&Canary"), m_canary, this), 3, 0, 1, 3);
    grid->addWidget(new Field(tr("At once, &per wave"), m_atOnce, this), 4, 0);
    grid->addWidget(new Field(tr("Wait a&fter canary"), m_afterCanary, this), 4, 1);
    grid->addWidget(new Field(tr("&Between waves"), m_between, this), 4, 2);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

void WavesSection::show(const BatchRules &rules)
{
    const QSignalBlocker quiet(this);
    m_ways->setCurrent(int(rules.waves));
    m_atOnce->setValue(rules.atOnce);
    showWait(m_afterCanary, rules.afterCanary);
    showWait(m_between, rules.between);
    m_sizes->setText(sizesText(rules.sizes));
    m_sizesField->clearError();
    showWays();
}

void WavesSection::showWays()
{
    const auto ways = static_cast<BatchRules::Waves>(m_ways->current());
    m_sizesField->setVisible(ways == BatchRules::Waves::Number);
    m_byHand->setVisible(ways == BatchRules::Waves::Hand);
    m_showDryRun->setVisible(ways == BatchRules::Waves::Hand && !m_dryRunShown);
}

void WavesSection::setDryRunShown(bool shown)
{
    m_dryRunShown = shown;
    showWays();
}

void WavesSection::apply(BatchRules &rules) const
{
    rules.waves = static_cast<BatchRules::Waves>(m_ways->current());
    const int canary = m_canary->currentIndex();
    rules.canaryFirst = canary != noCanary;
    rules.canary = canary >= firstMember ? m_listed.value(canary - firstMember) : InstanceId();
    rules.atOnce = m_atOnce->value();
    rules.afterCanary = waitOf(m_afterCanary);
    rules.between = waitOf(m_between);
    if (const auto sizes = parseSizes(m_sizes->text()))
        rules.sizes = *sizes;
}

void WavesSection::setMembers(const upgrade::BatchPlan &plan, const BatchRules &rules)
{
    QList<InstanceId> members;
    QStringList names;
    QString first;
    for (const upgrade::BatchItem &item : plan.items) {
        if (item.wave < 0)
            continue;
        const QString name = plainLine(item.plan.instanceName);
        if (plan.waves.at(item.wave).canary)
            first = name;
        members.append(item.plan.instance);
        names.append(tr("%1 (%2)").arg(name, environmentLook(item.plan.environment).word));
    }
    // By name: the place in the plan changes with the choice itself.
    QList<int> order(members.size());
    for (int i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](int a, int b) { return names.at(a) < names.at(b); });
    QList<InstanceId> listed;
    QStringList items;
    for (const int place : std::as_const(order)) {
        listed.append(members.at(place));
        items.append(names.at(place));
    }
    const QSignalBlocker quiet(m_canary);
    if (listed != m_listed) {
        while (m_canary->count() > firstMember)
            m_canary->removeItem(m_canary->count() - 1);
        m_canary->addItems(items);
        m_listed = listed;
    }
    m_canary->setItemText(automatic,
                          first.isEmpty() || !rules.canary.isEmpty()
                              ? tr("The least critical one")
                              //: %1: the name of the instance that goes first
                              : tr("The least critical: %1").arg(first));
    const auto named = static_cast<int>(m_listed.indexOf(rules.canary));
    m_canary->setCurrentIndex(!rules.canaryFirst                        ? noCanary
                                  : rules.canary.isEmpty() || named < 0 ? automatic
                                                                        : firstMember + named);
}

bool WavesSection::areSizesWrong() const { return !parseSizes(m_sizes->text()); }

void WavesSection::onSizes()
{
    if (areSizesWrong())
        m_sizesField->setError(tr("Write numbers with commas, such as 1, 9."));
    else
        m_sizesField->clearError();
    Q_EMIT chosen();
}

void WavesSection::focusFirst()
{
    if (QAbstractButton *button = m_ways->group()->checkedButton())
        button->setFocus(Qt::TabFocusReason);
}

void WavesSection::focusSizes(const QString &sentence)
{
    m_sizesField->setError(sentence);
    m_sizes->setFocus();
}

} // namespace uplift::ui
