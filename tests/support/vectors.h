// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

/// The provider's vectors and sample replies: tests/data/vectors, or the folder UPLIFT_TEST_VECTORS names.
namespace uplift::test {

inline QString vectorPath(const QString &name)
{
    const QString other = qEnvironmentVariable("UPLIFT_TEST_VECTORS");
    const QString folder = other.isEmpty() ? QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/vectors") : other;
    return folder + QLatin1Char('/') + name;
}

/// Empty when the file is not there: tests then fail at their first count.
inline QByteArray vectorBytes(const QString &name)
{
    QFile file(vectorPath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonArray vectorList(const QString &name, const char *key = "vectors")
{
    return QJsonDocument::fromJson(vectorBytes(name)).object().value(QLatin1String(key)).toArray();
}

} // namespace uplift::test
