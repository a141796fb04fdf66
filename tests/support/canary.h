// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accesskey.h"

#include <QCoreApplication>
#include <QFile>

/// The fake AccessKey of tests. In a run of the whole suite tests/canary.py draws another one each time and
/// looks for it, afterwards, in all that the suite left behind: the file UPLIFT_CANARY names holds it.
namespace uplift::test {

struct Canary {
    QString id = QStringLiteral("LTAI5tExampleExampleX7Qd"); ///< always ends with X7Qd
    QByteArray secret = "yourSecretCanary0123456789abcd";
    QByteArray token = "CAISTokenCanary+/=0123456789"; ///< holds what base64 holds
};

inline Canary canary()
{
    Canary canary;
    QFile file(qEnvironmentVariable("UPLIFT_CANARY"));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return canary;
    const QList<QByteArray> lines = file.readAll().split('\n');
    canary.id = QString::fromLatin1(lines.value(0));
    canary.secret = lines.value(1);
    canary.token = lines.value(2);
    // Counted, so that a net that nobody swims into is noticed.
    QFile users(file.fileName() + QStringLiteral(".users"));
    if (users.open(QIODevice::Append))
        users.write(QCoreApplication::applicationName().toLatin1() + '\n');
    return canary;
}

/// The key itself; with its token it is a temporary one. Canary() is always the same, for golden files.
inline AccessKey keyOf(const Canary &fake, bool withToken = false)
{
    AccessKey key;
    key.id = withToken ? QStringLiteral("STS.NU") + fake.id.mid(6) : fake.id;
    key.secret = SecretBytes(fake.secret);
    if (withToken)
        key.securityToken = SecretBytes(fake.token);
    return key;
}

inline AccessKey canaryKey(bool withToken = false) { return keyOf(canary(), withToken); }

} // namespace uplift::test
