// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

AboutDialog::AboutDialog(const QString &version, QWidget *parent)
    : DialogFrame(tr("About - Uplift"), 560, parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    auto *mark = new QLabel;
    mark->setPixmap(appIcon().pixmap(scaled(32)));
    row->addWidget(mark);
    auto *title = new TextLabel(tr("Uplift %1").arg(version), Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("aboutTitle"));
    row->addWidget(title, 1);
    body()->addLayout(row);
    body()->addWidget(new WrapLabel(tr("Upgrades the minor versions of ApsaraDB for Redis and Tair "
                                       "instances, and says what became of it. Not made "
                                       "or endorsed by Alibaba Cloud."),
                                    Type::Body, Role::Text2));

    auto *rows = new FactRows(88);
    rows->setObjectName(QStringLiteral("aboutLicences"));
    rows->add(tr("Licence"),
              tr("GNU General Public License, version 3 or later. It comes without any warranty."));
    rows->add(QStringLiteral("Qt"), tr("%1, LGPL 3").arg(QString::fromLatin1(qVersion())));
    rows->add(QStringLiteral("QtKeychain"), tr("BSD, 3 clauses"));
    rows->add(QStringLiteral("OpenSSL"), tr("Apache License 2.0"));
    rows->add(QStringLiteral("expected"), tr("tl::expected, CC0 1.0"));
    rows->add(tr("Fonts"),
              tr("Inter and Noto Sans CJK, SIL Open Font License 1.1, where they are installed"));
    body()->addWidget(rows);

    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("aboutClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace uplift::ui
