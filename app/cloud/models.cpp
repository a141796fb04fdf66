// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/models.h"

#include "cloud/modelparts.h"
#include "core/redact.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace uplift::cloud {

using namespace fields;
using namespace modelparts;

namespace {

constexpr qsizetype nameLength = 512;

bool isIdShaped(const QString &id)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$"));
    return shape.match(id).hasMatch();
}

QList<std::pair<QString, QString>> toTags(const QJsonObject &row)
{
    QList<std::pair<QString, QString>> tags;
    constexpr qsizetype maxTags = 64;
    for (const QJsonObject &tag : items(child(row, QLatin1String("Tags")), QLatin1String("Tag"))) {
        const QString key = text(tag, QLatin1String("Key"));
        if (!key.isEmpty() && tags.size() < maxTags)
            tags.append({key, text(tag, QLatin1String("Value"))});
    }
    return tags;
}

void readCounts(const QJsonObject &row, Instance &instance)
{
    constexpr int maxNodes = 100'000;
    instance.shardCount = integer(row, QLatin1String("ShardCount"), 0, maxNodes);
    instance.replicaCount = integer(row, QLatin1String("ReplicaCount"), 0, maxNodes);
    instance.secondaryReplicaCount = integer(row, QLatin1String("SlaveReplicaCount"), 0, maxNodes);
    instance.readOnlyCount = integer(row, QLatin1String("ReadOnlyCount"), 0, maxNodes);
    instance.capacityMb = integer(row, QLatin1String("Capacity"), 0, maxInt);
    instance.port = integer(row, QLatin1String("Port"), 1, 65535);
}

void readKind(const QJsonObject &row, Instance &instance)
{
    instance.instanceType = text(row, QLatin1String("InstanceType"));
    instance.editionType = text(row, QLatin1String("EditionType"));
    instance.architectureType = text(row, QLatin1String("ArchitectureType"));
    instance.instanceClass = text(row, QLatin1String("InstanceClass"));
    instance.realInstanceClass = text(row, QLatin1String("RealInstanceClass"));
    if (instance.realInstanceClass.isEmpty())
        instance.realInstanceClass =
            text(row, QLatin1String("ShardClass")); // the list's name for it (api.md 14.2)
    instance.nodeType = text(row, QLatin1String("NodeType"));
    instance.computingType = text(row, QLatin1String("ComputingType"));
    instance.replicationMode = text(row, QLatin1String("ReplicationMode"));
    instance.zoneType = text(row, QLatin1String("ZoneType"));
    instance.engineVersion = text(row, QLatin1String("EngineVersion"));
}

/// One row of DescribeInstances or DescribeInstanceAttribute; nothing without an id that could be one.
std::optional<Instance> toOneInstance(const QJsonObject &row)
{
    Instance instance;
    instance.id = InstanceId{text(row, QLatin1String("InstanceId"))};
    if (!isIdShaped(instance.id.value))
        return {};
    instance.name = text(row, QLatin1String("InstanceName"), nameLength);
    instance.region = RegionId{text(row, QLatin1String("RegionId"))};
    instance.zone = text(row, QLatin1String("ZoneId"));
    instance.secondaryZone = text(row, QLatin1String("SecondaryZoneId"));
    instance.statusText = text(row, QLatin1String("InstanceStatus"));
    instance.status = parseInstanceStatus(instance.statusText);
    readKind(row, instance);
    readCounts(row, instance);
    instance.window = MaintenanceWindow::parse(text(row, QLatin1String("MaintainStartTime")),
                                               text(row, QLatin1String("MaintainEndTime")));
    instance.orderCompleted = flag(row, QLatin1String("IsOrderCompleted"));
    instance.renewChangeOrder = flag(row, QLatin1String("HasRenewChangeOrder"));
    instance.distributedInstanceId = text(row, QLatin1String("GlobalInstanceId"));
    instance.connectionDomain = text(row, QLatin1String("ConnectionDomain"));
    instance.chargeType = text(row, QLatin1String("ChargeType"));
    instance.endTime = text(row, QLatin1String("EndTime"));
    instance.tags = toTags(row);
    return instance;
}

/// Names that some gateways write lower-case first (api.md 15).
QString eitherCase(const QJsonObject &object, const char *name)
{
    const QString upper = prose(object, QLatin1String(name));
    if (!upper.isEmpty())
        return upper;
    QByteArray lower(name);
    lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
    return prose(object, QLatin1String(lower));
}

CallerIdentity::Type identityType(const QString &word)
{
    if (word == QLatin1String("Account"))
        return CallerIdentity::Type::Account;
    if (word == QLatin1String("RAMUser"))
        return CallerIdentity::Type::RamUser;
    return word == QLatin1String("AssumedRoleUser") ? CallerIdentity::Type::AssumedRole
                                                    : CallerIdentity::Type::Unknown;
}

} // namespace

tl::unexpected<Error> modelparts::notAnAnswer(const char *operation)
{
    Error error = Error::of(
        Error::Kind::BadReply,
        QCoreApplication::translate("uplift::cloud", "The answer lacks what was asked for."),
        QCoreApplication::translate("uplift::cloud", "Try again; if it stays so, check endpoint and proxy."));
    error.detail = QString::fromLatin1(operation);
    return failure(std::move(error));
}

Result<QList<Region>> toRegions(const ReplyTree &reply)
{
    if (!hasContainer(reply.root, QLatin1String("RegionIds")))
        return notAnAnswer("DescribeRegions");
    QList<Region> regions;
    for (const QJsonObject &row :
         items(child(reply.root, QLatin1String("RegionIds")), QLatin1String("KVStoreRegion"))) {
        const RegionId id{text(row, QLatin1String("RegionId"))};
        if (isIdShaped(id.value))
            regions.append(
                {id, text(row, QLatin1String("LocalName")), text(row, QLatin1String("RegionEndpoint"))});
    }
    return regions;
}

Result<Page<Instance>> toInstances(const ReplyTree &reply)
{
    if (!hasContainer(reply.root, QLatin1String("Instances")))
        return notAnAnswer("DescribeInstances");
    Page<Instance> page;
    readPage(reply, page);
    for (const QJsonObject &row :
         items(child(reply.root, QLatin1String("Instances")), QLatin1String("KVStoreInstance"))) {
        if (std::optional<Instance> instance = toOneInstance(row))
            page.items.append(std::move(*instance));
    }
    return page;
}

Result<std::optional<Instance>> toInstance(const ReplyTree &reply)
{
    if (!hasContainer(reply.root, QLatin1String("Instances")))
        return notAnAnswer("DescribeInstanceAttribute");
    const QList<QJsonObject> rows =
        items(child(reply.root, QLatin1String("Instances")), QLatin1String("DBInstanceAttribute"));
    return rows.isEmpty() ? std::optional<Instance>() : toOneInstance(rows.first());
}

Result<CallerIdentity> toCallerIdentity(const ReplyTree &reply)
{
    CallerIdentity identity;
    identity.accountId = text(reply.root, QLatin1String("AccountId"));
    identity.arn = text(reply.root, QLatin1String("Arn"), nameLength);
    identity.type = identityType(text(reply.root, QLatin1String("IdentityType")));
    if (identity.accountId.isEmpty() && identity.arn.isEmpty())
        return notAnAnswer("GetCallerIdentity");
    const qsizetype lastPart = identity.arn.lastIndexOf(QLatin1Char('/'));
    if (lastPart >= 0)
        identity.principalName = identity.arn.mid(lastPart + 1);
    else
        identity.principalName = identity.arn.section(QLatin1Char(':'), -1);
    return identity;
}

QString toRequestId(const ReplyTree &reply)
{
    const QString id = eitherCase(reply.root, "RequestId").trimmed();
    return isIdShaped(id) ? id : QString();
}

std::optional<ApiError> toApiError(const ReplyTree &reply, int httpStatus, const QByteArray &retryAfter)
{
    static const QRegularExpression codeShape(QStringLiteral("^[A-Za-z][A-Za-z0-9._-]{0,127}$"));
    ApiError error;
    error.httpStatus = httpStatus;
    error.code = eitherCase(reply.root, "Code").trimmed();
    if (!codeShape.match(error.code).hasMatch())
        return {};
    error.requestId = toRequestId(reply);
    error.message = redacted(eitherCase(reply.root, "Message"));
    const QJsonObject denied = child(reply.root, QLatin1String("AccessDeniedDetail"));
    error.deniedAction = plainLine(text(denied, QLatin1String("AuthAction")));
    error.deniedPrincipal = plainLine(text(denied, QLatin1String("AuthPrincipalDisplayName")));
    error.deniedPrincipalType = plainLine(text(denied, QLatin1String("AuthPrincipalType")));
    error.noPermissionType = plainLine(text(denied, QLatin1String("NoPermissionType")));
    error.policyType = plainLine(text(denied, QLatin1String("PolicyType")));
    bool ok = false;
    const int wait = retryAfter.trimmed().toInt(&ok);
    constexpr int maxWait = 10 * 60 * 1000;
    if (ok && wait >= 0 && wait <= maxWait)
        error.retryAfter = std::chrono::milliseconds(wait);
    return error;
}

} // namespace uplift::cloud
