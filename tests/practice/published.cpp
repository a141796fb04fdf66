// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

namespace uplift::test {

namespace {

using Types = QMap<QString, QSet<int>>;

/// "Instances.KVStoreInstance[].Port" → type, for every field of a body.
void collect(const QString &path, const QJsonValue &value, Types &types)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &element : array)
            collect(path + QStringLiteral("[]"), element, types);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collect(path + u'.' + it.key(), it.value(), types);
    } else {
        types[path].insert(value.type());
    }
}

/// The fields of all published sample bodies of an operation.
Types publishedTypes(const QString &operation)
{
    QString folder = qEnvironmentVariable("UPLIFT_TEST_VECTORS");
    if (folder.isEmpty())
        folder = QStringLiteral(UPLIFT_SOURCE_DIR "/tests/data/vectors");
    const QDir responses(folder + QStringLiteral("/responses"));
    Types types;
    const QStringList files = responses.entryList({operation + QStringLiteral(".*.json")});
    for (const QString &name : files) {
        QFile file(responses.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            collect(QString(), QJsonDocument::fromJson(file.readAll()).object(), types);
    }
    // Known from api.md 6.4 and 7, though no sample has them.
    types[QStringLiteral(".Instances.KVStoreInstance[].SlaveReplicaCount")].insert(QJsonValue::Double);
    types[QStringLiteral(".Node.NodeInfo[].InsType")].insert(QJsonValue::Double);
    return types;
}

} // namespace

QString unpublishedField(const QString &operation, const QJsonObject &body)
{
    const Types published = publishedTypes(operation);
    if (!published.contains(QStringLiteral(".RequestId")))
        return QStringLiteral("no samples of ") + operation;
    Types types;
    collect(QString(), body, types);
    if (!types.contains(QStringLiteral(".RequestId")))
        return QStringLiteral("no RequestId");
    for (auto it = types.begin(); it != types.end(); ++it) {
        // What a user names is not published.
        if (it.key().startsWith(QLatin1String(".Executions[].Parameters.")))
            continue;
        if (!published.contains(it.key()))
            return it.key();
        if (!published.value(it.key()).contains(it.value()))
            return it.key() + QStringLiteral(" has another type");
    }
    return {};
}

} // namespace uplift::test
