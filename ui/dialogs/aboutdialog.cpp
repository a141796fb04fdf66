// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSysInfo>
#include <QVBoxLayout>

#include <openssl/crypto.h>
#include <tl/expected.hpp>

namespace uplift::ui {

namespace {

/// Of the library in use, which the distribution updates without us; empty: its driver is not there.
QString sqliteVersion()
{
    const QString name = QStringLiteral("uplift-about");
    QString version;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT sqlite_version()"), database);
            if (query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return version;
}

/// It is all headers: what we were built with is what is in use.
QString expectedVersion()
{
    return QStringLiteral("%1.%2.%3")
        .arg(TL_EXPECTED_VERSION_MAJOR)
        .arg(TL_EXPECTED_VERSION_MINOR)
        .arg(TL_EXPECTED_VERSION_PATCH);
}

QString withVersion(const QString &name, const QString &version)
{
    return version.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, version);
}

} // namespace

QList<AboutPart> aboutParts()
{
    const QString openssl = QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING));
    return {
        {QStringLiteral("Uplift"),
         AboutDialog::tr("GNU General Public License, version 3 or later. It comes without any warranty.")},
        {withVersion(QStringLiteral("Qt"), QString::fromLatin1(qVersion())),
         AboutDialog::tr("LGPL 3. Windows and network.")},
        {withVersion(QStringLiteral("QtKeychain"), QStringLiteral(UPLIFT_KEYCHAIN_VERSION)),
         AboutDialog::tr("BSD, 3 clauses. The system's keychain.")},
        {withVersion(QStringLiteral("OpenSSL"), openssl),
         AboutDialog::tr("Apache License 2.0. Signatures and HTTPS.")},
        {withVersion(QStringLiteral("SQLite"), sqliteVersion()),
         AboutDialog::tr("In the public domain. The journal.")},
        {withVersion(QStringLiteral("tl::expected"), expectedVersion()),
         AboutDialog::tr("CC0 1.0, in the public domain.")},
        {AboutDialog::tr("Icons"), AboutDialog::tr("Our own drawings, under the licence of Uplift.")},
        {AboutDialog::tr("Fonts"),
         AboutDialog::tr("Where they are installed or came along: Inter and Noto Sans CJK, SIL Open Font "
                         "License 1.1; DejaVu Sans Mono, Bitstream Vera licence.")},
    };
}

AboutDialog::AboutDialog(const QString &version, QWidget *parent)
    : DialogFrame(tr("About - Uplift"), 560, parent), m_version(version), m_parts(aboutParts())
{
    setObjectName(QStringLiteral("aboutDialog"));
    buildHead();
    auto *rows = new FactRows(128);
    rows->setObjectName(QStringLiteral("aboutLicences"));
    for (const AboutPart &part : std::as_const(m_parts))
        rows->add(part.name, part.licence);
    body()->addWidget(rows);

    QPushButton *copy = addButton(tr("&Copy"), QStringLiteral("aboutCopy"));
    copy->setIcon(icon(Icon::Copy));
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("aboutClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(copyText());
        copy->setText(tr("Copied"));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void AboutDialog::buildHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    auto *mark = new QLabel;
    mark->setPixmap(appIcon().pixmap(scaled(32)));
    row->addWidget(mark);
    auto *title = new TextLabel(tr("Uplift %1").arg(m_version), Type::Heading, Role::Text, QFont::DemiBold);
    title->setObjectName(QStringLiteral("aboutTitle"));
    row->addWidget(title, 1);
    body()->addLayout(row);
    body()->addWidget(new WrapLabel(tr("Upgrades the minor versions of ApsaraDB for Redis and Tair "
                                       "instances, and says what became of it. Not made "
                                       "or endorsed by Alibaba Cloud."),
                                    Type::Body, Role::Text2));
    auto *manners = new WrapLabel(
        tr("It talks to the endpoints of your accounts and to nobody else: no telemetry, no search for "
           "updates, and no network at all before you add an account."),
        Type::Body, Role::Text2);
    manners->setObjectName(QStringLiteral("aboutManners"));
    body()->addWidget(manners);
}

QString AboutDialog::copyText() const
{
    QStringList lines{tr("Uplift %1").arg(m_version)};
    for (const AboutPart &part : m_parts)
        lines.append(QStringLiteral("%1: %2").arg(part.name, part.licence));
    lines.append(
        QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QGuiApplication::platformName()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace uplift::ui
