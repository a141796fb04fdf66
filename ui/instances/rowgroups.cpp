// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/rowgroups.h"

#include "core/redact.h"
#include "ui/instances/instancecells.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace uplift::ui {

namespace {

/// What tells groups apart, cheap enough to ask of every row.
const QString &valueOf(const InstanceRow &row, GroupBy by)
{
    return by == GroupBy::Region ? row.region.value : row.account.value;
}

RowGroup groupOf(const InstanceRow &row, GroupBy by)
{
    RowGroup group;
    switch (by) {
    case GroupBy::Region:
        group.key = QStringLiteral("region:") + row.region.value;
        group.title = shownRegion(row);
        break;
    case GroupBy::Account:
        group.key = QStringLiteral("account:") + row.account.value;
        group.title = plainLine(row.accountName.isEmpty() ? row.account.value : row.accountName);
        break;
    case GroupBy::Environment:
        group.key = QStringLiteral("environment:%1").arg(static_cast<int>(row.environment));
        group.title = environmentLook(row.environment).word;
        break;
    case GroupBy::None:
        break;
    }
    return group;
}

struct Bucket {
    RowGroup group;
    std::vector<int> rows;
};

std::vector<Bucket> bucketsOf(const std::vector<int> &order, const QList<InstanceRow> &rows, GroupBy by)
{
    std::vector<Bucket> buckets;
    QHash<QString, std::size_t> known;
    int environments[3] = {-1, -1, -1};
    for (const int row : order) {
        const InstanceRow &instance = rows.at(row);
        std::size_t at = buckets.size();
        if (by == GroupBy::Environment) {
            int &place = environments[static_cast<int>(instance.environment)];
            at = place < 0 ? static_cast<std::size_t>(place = static_cast<int>(at))
                           : static_cast<std::size_t>(place);
        } else {
            const QString &value = valueOf(instance, by);
            const auto found = known.constFind(value);
            if (found != known.constEnd())
                at = *found;
            else
                known.insert(value, at);
        }
        if (at == buckets.size())
            buckets.push_back({groupOf(instance, by), {}});
        buckets[at].rows.push_back(row);
    }
    return buckets;
}

} // namespace

QStringList RowGroups::collapsed() const
{
    QStringList groups = m_collapsed.values();
    groups.sort();
    return groups;
}

void RowGroups::setCollapsed(const QString &group, bool collapsed)
{
    if (collapsed)
        m_collapsed.insert(group);
    else
        m_collapsed.remove(group);
}

RowGroups::Arrangement RowGroups::arrange(const std::vector<int> &order, const QList<InstanceRow> &rows) const
{
    if (m_by == GroupBy::None)
        return {order, {}};
    std::vector<Bucket> buckets = bucketsOf(order, rows, m_by);
    const QCollator collator{QLocale()};
    std::sort(buckets.begin(), buckets.end(), [this, &collator](const Bucket &a, const Bucket &b) {
        const int titles = m_by == GroupBy::Environment ? 0 : collator.compare(a.group.title, b.group.title);
        return titles != 0 ? titles < 0 : a.group.key < b.group.key;
    });
    Arrangement arrangement;
    arrangement.lines.reserve(order.size() + buckets.size());
    for (Bucket &bucket : buckets) {
        bucket.group.count = static_cast<int>(bucket.rows.size());
        bucket.group.collapsed = m_collapsed.contains(bucket.group.key);
        arrangement.lines.push_back(-1 - static_cast<int>(arrangement.groups.size()));
        arrangement.groups.push_back(bucket.group);
        if (!bucket.group.collapsed)
            arrangement.lines.insert(arrangement.lines.end(), bucket.rows.begin(), bucket.rows.end());
    }
    return arrangement;
}

} // namespace uplift::ui
