// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/authorities.h"

#include "core/secretbytes.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSsl>

namespace uplift::cloud {

namespace {

constexpr qint64 maxFile = 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("uplift::cloud", text); }

tl::unexpected<Error> refuse(const QString &message)
{
    return failure(Error::input(QStringLiteral("caFile"), message,
                                tr("Choose a PEM file with certificates alone in the account's settings, or "
                                   "leave the field empty.")));
}

Result<QByteArray> bytesOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(tr("The certificate file “%1” does not exist.").arg(path));
    if (!info.isFile())
        return refuse(tr("“%1” is not a file with certificates.").arg(path));
    if (info.size() > maxFile)
        return refuse(tr("The certificate file “%1” is larger than 1 MiB.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(tr("The certificate file “%1” cannot be read: %2").arg(path, file.errorString()));
    return file.read(maxFile);
}

} // namespace

Result<Authorities> readAuthorities(const QString &path)
{
    if (path.isEmpty())
        return Authorities{};
    Result<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return failure(std::move(bytes.error()));
    const bool holdsKey = bytes->contains("PRIVATE KEY-----");
    const qsizetype announced = bytes->count("-----BEGIN CERTIFICATE-----");
    Authorities authorities;
    if (!holdsKey)
        authorities.certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    wipe(*bytes);
    if (holdsKey)
        return refuse(tr("The certificate file “%1” also holds a private key.").arg(path));
    if (announced == 0)
        return refuse(tr("The file “%1” holds no certificate in PEM form.").arg(path));
    authorities.certificates.removeIf([](const QSslCertificate &one) { return one.isNull(); });
    if (authorities.certificates.size() < announced)
        return refuse(tr("Certificate %1 of the file “%2” is damaged.")
                          .arg(authorities.certificates.size() + 1)
                          .arg(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QSslCertificate &certificate : std::as_const(authorities.certificates))
        hash.addData(certificate.toDer());
    authorities.mark = hash.result().toHex();
    return authorities;
}

} // namespace uplift::cloud
