// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/troublesdialog.h"

#include "core/redact.h"
#include "ui/dialogs/errorview.h"
#include "ui/look/style.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

TroublesDialog::TroublesDialog(const QList<FleetTrouble> &troubles, QWidget *parent)
    : DialogFrame(tr("What did not answer - Uplift"), 640, parent)
{
    setObjectName(QStringLiteral("troublesDialog"));
    body()->addWidget(new WrapLabel(tr("The rest of the list is complete. Nothing was changed in the cloud."),
                                    Type::Body, Role::Text2));
    int place = 0;
    for (const FleetTrouble &trouble : troubles) {
        body()->addWidget(new Hairline);
        auto *title = new WrapLabel(plainLine(trouble.title), Type::Body, Role::Text, QFont::DemiBold);
        title->setObjectName(QStringLiteral("troubleTitle%1").arg(place++));
        body()->addWidget(title);
        body()->addWidget(new WrapLabel(trouble.state, Type::Note, Role::Text2));
        if (!trouble.error)
            continue;
        auto *view = new ErrorView;
        view->setError(*trouble.error);
        body()->addWidget(view);
    }
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("troublesClose"));
    QPushButton *retry = addButton(tr("&Try again"), QStringLiteral("troublesRetry"));
    setKind(retry, "primary");
    retry->setDefault(true);
    retry->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(retry, &QPushButton::clicked, this, [this] {
        Q_EMIT retryRequested();
        accept();
    });
}

} // namespace uplift::ui
