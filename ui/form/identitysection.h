// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"
#include "ui/form/formfacts.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace uplift::ui {

class CopyLabel;
class ElideLabel;
class FactRows;
class Field;
class LinkButton;
class TextLabel;

/// Which instance: three facts, or the three fields to type or choose one.
class IdentitySection : public QWidget {
    Q_OBJECT
public:
    struct AccountChoice {
        AccountId id;
        QString name;
    };
    struct InstanceChoice {
        fleet::InstanceKey key;
        QString name;
    };

    explicit IdentitySection(QWidget *parent = nullptr);
    void setAccounts(const QList<AccountChoice> &accounts);
    void setInstances(const QList<InstanceChoice> &instances); ///< offered while one types
    /// Regions the service named: they may be typed and chosen beside those of the built-in table.
    void addRegions(const QList<Region> &regions);
    void showFacts(const FormFacts &facts);
    /// Opens the three fields, empty or with the present instance.
    void edit(const fleet::InstanceKey &present);
    [[nodiscard]] bool isEditing() const;
    /// The service does not know the typed id, or could not be asked: the sentence stands under the field.
    void setError(const Error &error);
    void setRegion(const RegionId &region); ///< found by looking in all regions
    /// Names the first bad field and goes there; true when all three are good (and chosen() was emitted).
    bool submit();
    void focusFirst();

Q_SIGNALS:
    void editStarted();
    void chosen(const uplift::fleet::InstanceKey &key);
    void lookInAllRegions(const uplift::AccountId &account, const uplift::InstanceId &instance);
    void chooseFromList();

private:
    QWidget *buildFacts();
    QWidget *buildFields();
    void showFields(bool shown);
    void checkRegion();
    void checkInstance();
    [[nodiscard]] Result<RegionId> typedRegion() const;
    [[nodiscard]] AccountId account() const;
    void offerRemedies();

    QWidget *m_facts;
    QWidget *m_fields;
    bool m_editing = false;
    TextLabel *m_accountFact;
    TextLabel *m_regionFact;
    CopyLabel *m_instanceFact;
    QComboBox *m_accountBox;
    QComboBox *m_regionBox;
    QLineEdit *m_instanceEdit;
    Field *m_accountField;
    Field *m_regionField;
    Field *m_instanceField;
    QList<InstanceChoice> m_instances;
};

} // namespace uplift::ui
