// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace uplift {

namespace {

constexpr int maxTyped = 64;

QString tr(const char *text) { return QCoreApplication::translate("uplift::core", text); }

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(text).hasMatch();
}

/// What a foreign id's prefix says, as api.md 18 lists them.
QString foreignKind(const QString &id)
{
    if (id.startsWith(QLatin1String("gr-")) || id.startsWith(QLatin1String("grr-")))
        return tr("“%1” is the id of a distributed instance. Its children are upgraded one by one: "
                  "enter a child's id, which begins with r-.");
    for (const char *prefix : {"tt-", "tk-", "tc-", "ta-", "tv-"}) {
        if (id.startsWith(QLatin1String(prefix)))
            return tr("“%1” belongs to another product line, which this upgrade does not serve. "
                      "Redis and Tair instance ids begin with r-.");
    }
    return {};
}

} // namespace

Result<InstanceId> parseInstanceId(const QString &typed)
{
    const QString field = QStringLiteral("instanceId");
    const QString id = typed.trimmed().toLower();
    if (id.isEmpty())
        return failure(
            Error::input(field, tr("The instance id is empty. Enter an id such as r-bp1zxszhcgatnx4b2c.")));
    if (id.size() > maxTyped)
        return failure(Error::input(field,
                                    tr("The instance id is %1 characters long; ids have at most 64. "
                                       "Paste the id alone.")
                                        .arg(id.size())));
    if (const QString foreign = foreignKind(id); !foreign.isEmpty())
        return failure(Error::input(field, foreign.arg(id)));
    // Nodes are named <instance>-db-0 and <instance>-proxy-0; an upgrade takes the instance.
    static const QRegularExpression node(QStringLiteral("^(r-[a-z0-9]+)-(db|proxy)-\\d+"));
    if (const auto match = node.match(id); match.hasMatch())
        return failure(Error::input(
            field,
            tr("“%1” is one node of an instance. Enter the instance's id: %2.").arg(id, match.captured(1))));
    if (!matches("^r-[a-z0-9]{6,40}$", id) && !matches("^[0-9a-f]{16}$", id))
        return failure(
            Error::input(field,
                         tr("“%1” is not an instance id. It begins with r- and goes on with letters "
                            "and digits, such as r-bp1zxszhcgatnx4b2c; old ones are 16 hex digits.")
                             .arg(id)));
    return InstanceId{id};
}

Result<RegionId> parseRegionId(const QString &typed)
{
    const QString field = QStringLiteral("region");
    const QString id = typed.trimmed().toLower();
    if (id.isEmpty())
        return failure(Error::input(field, tr("No region is chosen. Choose the region of the instance.")));
    if (id.size() > maxTyped || !matches("^[a-z]{2,8}(-[a-z0-9]+)+$", id))
        return failure(Error::input(
            field, tr("“%1” is not a region id. Region ids look like cn-hangzhou.").arg(id.left(maxTyped))));
    return RegionId{id};
}

RegionId regionHint(const InstanceId &id)
{
    static const QHash<QString, QString> hints{
        {QStringLiteral("bp"), QStringLiteral("cn-hangzhou")},
        {QStringLiteral("uf"), QStringLiteral("cn-shanghai")},
        {QStringLiteral("2z"), QStringLiteral("cn-beijing")},
        {QStringLiteral("j6"), QStringLiteral("cn-hongkong")},
        {QStringLiteral("t4"), QStringLiteral("ap-southeast-1")},
    };
    if (!id.value.startsWith(QLatin1String("r-")))
        return {};
    return {hints.value(id.value.mid(2, 2))};
}

} // namespace uplift
