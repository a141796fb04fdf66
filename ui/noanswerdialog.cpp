// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noanswerdialog.h"

#include "ui/look/style.h"
#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

NoAnswerDialog::NoAnswerDialog(const Error &error, QWidget *parent) : DialogFrame(tr("Uplift"), 560, parent)
{
    setObjectName(QStringLiteral("noAnswerDialog"));
    body()->addWidget(new WrapLabel(error.message, Type::Body, Role::Text, QFont::DemiBold));
    body()->addWidget(new WrapLabel(error.next, Type::Body, Role::Text2));
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("noAnswerClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace uplift::ui
