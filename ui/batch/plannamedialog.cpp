// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/plannamedialog.h"

#include "core/errortext.h"
#include "ui/batch/batchtexts.h"
#include "ui/look/style.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

PlanNameDialog::PlanNameDialog(Purpose purpose, const QString &name, int instances, QWidget *parent)
    : DialogFrame(purpose == Purpose::Save ? tr("Save the plan - Uplift") : tr("Rename the plan - Uplift"),
                  560, parent),
      m_field(nullptr), m_name(new QLineEdit(name))
{
    setObjectName(QStringLiteral("planNameDialog"));
    auto *heading = new TextLabel(purpose == Purpose::Save ? tr("Save the plan") : tr("Rename the plan"),
                                  Type::Heading, Role::Text, QFont::DemiBold);
    body()->addWidget(heading);
    if (purpose == Purpose::Save)
        body()->addWidget(
            new WrapLabel(tr("Its rules and its %1 are kept in the workspace, to be run again on "
                             "these or on others. Nothing is sent.")
                              .arg(instancesText(instances)),
                          Type::Body, Role::Text2));
    m_name->setObjectName(QStringLiteral("planNameEdit"));
    m_field = new Field(tr("&Name"), m_name);
    body()->addWidget(m_field);
    addFootSpace();
    QPushButton *save = addButton(purpose == Purpose::Save ? tr("Save the plan") : tr("Rename"),
                                  QStringLiteral("savePlanName"));
    setKind(save, "primary");
    save->setDefault(true);
    QPushButton *cancel = addButton(tr("Cancel"), QStringLiteral("cancelPlanName"));
    connect(save, &QPushButton::clicked, this, &PlanNameDialog::saveRequested);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_field->clearError(); });
}

QString PlanNameDialog::name() const { return m_name->text(); }

void PlanNameDialog::setError(const Error &error) { showFieldError(m_field, errorInBrief(error)); }

void PlanNameDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace uplift::ui
