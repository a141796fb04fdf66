// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/tablelayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace uplift::ui {

namespace {

constexpr int mostCollapsed = 1000;
constexpr const char *groupNames[] = {"none", "region", "account", "environment"};

QList<Column> factsFrom(const QJsonArray &names)
{
    QList<Column> facts;
    for (const QJsonValue name : names) {
        bool known = false;
        const Column column = columnFromName(name.toString(), &known);
        if (known && !hasTwoLines(column) && !facts.contains(column))
            facts << column;
    }
    return facts.isEmpty() ? defaultFacts() : facts;
}

QList<SortKey> sortFrom(const QJsonArray &keys)
{
    QList<SortKey> sort;
    for (const QJsonValue value : keys) {
        bool known = false;
        const Column column = columnFromName(value[QLatin1String("by")].toString(), &known);
        const bool twice = std::any_of(sort.cbegin(), sort.cend(),
                                       [column](const SortKey &key) { return key.column == factOf(column); });
        if (known && !twice)
            sort << SortKey{factOf(column),
                            value[QLatin1String("down")].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder};
    }
    return sort.isEmpty() ? TableLayout().sort : sort;
}

} // namespace

// Appended: g++ 12 takes an initializer list of one for uninitialized at -O3.
QList<SortKey> defaultSort()
{
    QList<SortKey> keys;
    keys.append(SortKey{LevelColumn, Qt::DescendingOrder});
    return keys;
}

QByteArray TableLayout::toJson() const
{
    QJsonArray columns;
    for (const Column fact : facts)
        columns << columnName(fact);
    QJsonArray keys;
    for (const SortKey &key : sort)
        keys << QJsonObject{{QStringLiteral("by"), columnName(key.column)},
                            {QStringLiteral("down"), key.order == Qt::DescendingOrder}};
    const QJsonObject object{{QStringLiteral("compact"), compact},
                             {QStringLiteral("columns"), columns},
                             {QStringLiteral("sort"), keys},
                             {QStringLiteral("group"), QLatin1String(groupNames[static_cast<int>(group)])},
                             {QStringLiteral("collapsed"), QJsonArray::fromStringList(collapsed)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

TableLayout TableLayout::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    TableLayout layout;
    layout.compact = object[QLatin1String("compact")].toBool();
    layout.facts = factsFrom(object[QLatin1String("columns")].toArray());
    layout.sort = sortFrom(object[QLatin1String("sort")].toArray());
    const QString group = object[QLatin1String("group")].toString();
    for (int i = 0; i < static_cast<int>(std::size(groupNames)); ++i) {
        if (group == QLatin1String(groupNames[i]))
            layout.group = static_cast<GroupBy>(i);
    }
    const QJsonArray collapsed = object[QLatin1String("collapsed")].toArray();
    for (const QJsonValue key : collapsed) {
        if (key.isString() && layout.collapsed.size() < mostCollapsed)
            layout.collapsed << key.toString();
    }
    return layout;
}

} // namespace uplift::ui
