// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/world.h"

#include <QJsonArray>
#include <QJsonObject>

namespace uplift::practice {

/// How the service writes what it knows (api.md 6, 7). Pure.

/// Instances.KVStoreInstance[] of DescribeInstances.
[[nodiscard]] QJsonObject listShape(const PracticeInstance &instance, const QDateTime &now);
/// Instances.DBInstanceAttribute[] of DescribeInstanceAttribute.
[[nodiscard]] QJsonObject attributeShape(const PracticeInstance &instance, const QDateTime &now);
/// The body of DescribeEngineVersion.
[[nodiscard]] QJsonObject versionShape(const World &world, const PracticeInstance &instance,
                                       const QDateTime &now);
/// Node.NodeInfo[] of DescribeRoleZoneInfo: data nodes, or the proxies of a cluster or read/write splitting
/// one.
[[nodiscard]] QJsonArray nodeShapes(const World &world, const PracticeInstance &instance, bool proxies,
                                    const QDateTime &now);
/// RegionIds.KVStoreRegion[] of DescribeRegions.
[[nodiscard]] QJsonObject regionShape(const PracticeRegion &region, bool english, const QString &endpoint);

} // namespace uplift::practice
