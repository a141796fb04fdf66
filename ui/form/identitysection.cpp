// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/identitysection.h"

#include "cloud/endpoints.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace uplift::ui {

IdentitySection::IdentitySection(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("identitySection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_facts = buildFacts();
    m_fields = buildFields();
    column->addWidget(m_facts);
    column->addWidget(m_fields);
    showFields(false);
}

void IdentitySection::showFields(bool shown)
{
    m_editing = shown;
    m_facts->setVisible(!shown);
    m_fields->setVisible(shown);
}

QWidget *IdentitySection::buildFacts()
{
    auto *page = new QWidget(this);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *rows = new FactRows(72, page);
    m_accountFact = rows->add(tr("Account"), QString());
    m_regionFact = rows->add(tr("Region"), QString());
    m_instanceFact = new CopyLabel(QString(), tr("instance id"), rows);
    m_instanceFact->setObjectName(QStringLiteral("instanceIdFact"));
    rows->add(tr("Instance"), m_instanceFact);
    auto *change = new LinkButton(tr("Change"), page);
    change->setObjectName(QStringLiteral("changeInstance"));
    change->setAccessibleName(tr("Change account, region and instance"));
    connect(change, &QPushButton::clicked, this, &IdentitySection::editStarted);
    row->addWidget(rows, 1);
    row->addWidget(change, 0, Qt::AlignTop);
    return page;
}

QWidget *IdentitySection::buildFields()
{
    auto *page = new QWidget(this);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    m_accountBox = new QComboBox(page);
    m_accountBox->setObjectName(QStringLiteral("accountBox"));
    m_accountField = new Field(tr("&Account"), m_accountBox, page);
    m_regionBox = new QComboBox(page);
    m_regionBox->setObjectName(QStringLiteral("regionBox"));
    m_regionBox->setEditable(true);
    m_regionBox->setInsertPolicy(QComboBox::NoInsert);
    for (const cloud::KnownRegion &region : cloud::knownRegions())
        m_regionBox->addItem(region.name.text(), region.id.value);
    m_regionField = new Field(tr("Re&gion"), m_regionBox, page);
    m_instanceEdit = new QLineEdit(page);
    m_instanceEdit->setObjectName(QStringLiteral("instanceEdit"));
    m_instanceEdit->setFont(fixedFont(Type::Body));
    m_instanceEdit->setPlaceholderText(QStringLiteral("r-bp1zxszhcgatnx4b2c"));
    m_instanceField = new Field(tr("&Instance"), m_instanceEdit, page);
    for (QComboBox *box : {m_accountBox, m_regionBox})
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    grid->addWidget(m_accountField, 0, 0);
    grid->addWidget(m_regionField, 0, 1);
    grid->addWidget(m_instanceField, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_regionBox->lineEdit(), &QLineEdit::editingFinished, this, &IdentitySection::checkRegion);
    connect(m_regionBox, &QComboBox::activated, this, &IdentitySection::checkRegion);
    connect(m_instanceEdit, &QLineEdit::editingFinished, this, &IdentitySection::checkInstance);
    connect(m_instanceEdit, &QLineEdit::returnPressed, this, &IdentitySection::submit);
    return page;
}

void IdentitySection::setAccounts(const QList<AccountChoice> &accounts)
{
    const AccountId before = account();
    const QSignalBlocker quiet(m_accountBox);
    m_accountBox->clear();
    for (const AccountChoice &choice : accounts)
        m_accountBox->addItem(icon(Icon::Key), choice.name, choice.id.value);
    m_accountBox->setCurrentIndex(std::max(0, m_accountBox->findData(before.value)));
}

void IdentitySection::setInstances(const QList<InstanceChoice> &instances)
{
    m_instances = instances;
    QStringList ids;
    ids.reserve(instances.size());
    for (const InstanceChoice &choice : instances)
        ids.append(choice.key.instance.value);
    ids.sort();
    ids.removeDuplicates();
    auto *completer = new QCompleter(ids, m_instanceEdit);
    completer->setFilterMode(Qt::MatchContains);
    delete m_instanceEdit->completer();
    m_instanceEdit->setCompleter(completer);
}

void IdentitySection::addRegions(const QList<Region> &regions)
{
    const QSignalBlocker quiet(m_regionBox);
    for (const Region &region : regions) {
        if (region.id.isEmpty() || m_regionBox->findData(region.id.value) >= 0)
            continue;
        m_regionBox->addItem(region.localName.isEmpty() ? region.id.value : region.localName,
                             region.id.value);
    }
}

void IdentitySection::showFacts(const FormFacts &facts)
{
    m_accountFact->setText(facts.accountName);
    m_regionFact->setText(facts.regionName);
    m_instanceFact->setId(facts.known.key.instance.value);
    showFields(false);
}

void IdentitySection::edit(const fleet::InstanceKey &present)
{
    if (const int at = m_accountBox->findData(present.account.value); at >= 0)
        m_accountBox->setCurrentIndex(at);
    if (const int at = m_regionBox->findData(present.region.value); at >= 0)
        m_regionBox->setCurrentIndex(at);
    m_instanceEdit->setText(present.instance.value);
    for (Field *field : {m_accountField, m_regionField, m_instanceField})
        field->clearError();
    showFields(true);
    focusFirst();
}

bool IdentitySection::isEditing() const { return m_editing; }

void IdentitySection::setError(const Error &error)
{
    m_instanceField->setError(error.kind == Error::Kind::NotFound
                                  //: %1 a region as chosen, "China (Hangzhou)"
                                  ? tr("No such instance in %1. It was released, or it is in another region.")
                                        .arg(m_regionBox->currentText())
                                  : error.message);
    offerRemedies();
    m_instanceField->focusEditor();
}

void IdentitySection::setRegion(const RegionId &region)
{
    const int at = m_regionBox->findData(region.value);
    if (at >= 0)
        m_regionBox->setCurrentIndex(at);
    else
        m_regionBox->setEditText(region.value);
    m_instanceField->clearError();
    m_regionField->clearError();
}

void IdentitySection::offerRemedies()
{
    auto *remedies = new QWidget(this);
    auto *row = new QHBoxLayout(remedies);
    row->setContentsMargins({0, 4, 0, 0});
    row->setSpacing(8);
    auto *everywhere = new QPushButton(tr("Look in all regions"), remedies);
    everywhere->setObjectName(QStringLiteral("lookInAllRegions"));
    auto *list = new QPushButton(tr("Choose from the list"), remedies);
    list->setObjectName(QStringLiteral("chooseFromList"));
    row->addWidget(everywhere);
    row->addWidget(list);
    row->addStretch();
    connect(everywhere, &QPushButton::clicked, this, [this] {
        if (const auto id = parseInstanceId(m_instanceEdit->text()))
            Q_EMIT lookInAllRegions(account(), *id);
    });
    connect(list, &QPushButton::clicked, this, &IdentitySection::chooseFromList);
    m_instanceField->setError(m_instanceField->error(), remedies);
}

AccountId IdentitySection::account() const { return {m_accountBox->currentData().toString()}; }

Result<RegionId> IdentitySection::typedRegion() const
{
    const QString text = m_regionBox->currentText().trimmed();
    const int at = m_regionBox->findText(text, Qt::MatchFixedString);
    if (at >= 0)
        return RegionId{m_regionBox->itemData(at).toString()};
    const auto region = parseRegionId(text);
    if (region && m_regionBox->findData(region->value) < 0)
        return failure(
            Error::input(QStringLiteral("region"),
                         tr("There is no region “%1”. Choose one from the list.").arg(region->value)));
    return region;
}

void IdentitySection::checkRegion()
{
    const auto region = typedRegion();
    if (!region)
        return m_regionField->setError(region.error().message);
    m_regionField->clearError();
    m_regionField->setHelp(QString());
    const auto id = parseInstanceId(m_instanceEdit->text());
    if (!id)
        return;
    if (const RegionId hint = regionHint(*id); !hint.isEmpty() && !(hint == *region))
        m_regionField->setHelp(tr("The id's letters suggest %1.").arg(regionName(hint)));
}

void IdentitySection::checkInstance()
{
    if (m_instanceEdit->text().trimmed().isEmpty())
        return m_instanceField->clearError();
    const auto id = parseInstanceId(m_instanceEdit->text());
    if (!id)
        return m_instanceField->setError(id.error().message);
    m_instanceEdit->setText(id->value);
    m_instanceField->clearError();
    for (const InstanceChoice &choice : m_instances) {
        if (choice.key.instance == *id && choice.key.account == account())
            setRegion(choice.key.region);
    }
    checkRegion();
}

bool IdentitySection::submit()
{
    if (account().isEmpty()) {
        m_accountField->setError(tr("There is no account yet. Add one first."));
        m_accountField->focusEditor();
        return false;
    }
    checkRegion();
    checkInstance();
    if (m_instanceEdit->text().trimmed().isEmpty())
        m_instanceField->setError(parseInstanceId(QString()).error().message);
    for (Field *field : {m_accountField, m_regionField, m_instanceField}) {
        if (field->hasError()) {
            field->focusEditor();
            return false;
        }
    }
    Q_EMIT chosen({account(), *typedRegion(), *parseInstanceId(m_instanceEdit->text())});
    return true;
}

void IdentitySection::focusFirst()
{
    if (!isEditing())
        return;
    if (m_accountBox->count() > 1 && m_instanceEdit->text().isEmpty())
        m_accountBox->setFocus();
    else
        m_instanceEdit->setFocus();
}

} // namespace uplift::ui
