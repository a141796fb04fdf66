// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/tablemenus.h"

#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace uplift::ui {

namespace {

struct TableMenus {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::TableMenus)
};

template <class Act> QAction *addChoice(QMenu &menu, const QString &text, bool checked, Act act)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    QObject::connect(action, &QAction::triggered, &menu, act);
    return action;
}

void addSort(QMenu &menu, InstanceTable &table, Column fact)
{
    InstanceFilter *filter = table.filter();
    const QList<SortKey> &keys = filter->sortKeys();
    const bool isFirst = !keys.isEmpty() && keys.first().column == fact;
    const bool up = isFirst && keys.first().order == Qt::AscendingOrder;
    const bool down = isFirst && keys.first().order == Qt::DescendingOrder;
    addChoice(menu, TableMenus::tr("%1, ascending").arg(columnTitle(fact)), up, [filter, fact] {
        filter->setSortKeys({{fact, Qt::AscendingOrder}});
    });
    addChoice(menu, TableMenus::tr("%1, descending").arg(columnTitle(fact)), down, [filter, fact] {
        filter->setSortKeys({{fact, Qt::DescendingOrder}});
    });
}

void addFurther(QMenu &menu, InstanceTable &table, const QList<Column> &facts)
{
    InstanceFilter *filter = table.filter();
    QMenu *then = menu.addMenu(TableMenus::tr("Then by"));
    for (const Column fact : facts) {
        const QList<SortKey> &keys = filter->sortKeys();
        const bool used =
            std::any_of(keys.begin(), keys.end(), [fact](const SortKey &key) { return key.column == fact; });
        addChoice(*then, columnTitle(fact), used, [filter, fact, used] {
            QList<SortKey> changed = filter->sortKeys();
            if (!used)
                changed << SortKey{fact, fact == LevelColumn ? Qt::DescendingOrder : Qt::AscendingOrder};
            else
                changed.removeIf([fact](const SortKey &key) { return key.column == fact; });
            filter->setSortKeys(changed.isEmpty() ? TableLayout().sort : changed);
        });
    }
}

void addColumns(QMenu &menu, InstanceTable &table)
{
    QMenu *columns = menu.addMenu(TableMenus::tr("Columns"));
    for (const Column fact : allFacts()) {
        const bool shown = table.facts().contains(fact);
        QAction *action = addChoice(*columns, columnTitle(fact), shown, [&table, fact, shown] {
            QList<Column> facts = table.facts();
            if (shown)
                facts.removeAll(fact);
            else
                facts << fact;
            table.setFacts(facts);
        });
        // A table without any column could not be given one back by its heads.
        action->setEnabled(!shown || table.facts().size() > 1);
    }
    columns->addSeparator();
    QAction *reset = columns->addAction(TableMenus::tr("As at first"));
    QObject::connect(reset, &QAction::triggered, &table, [&table] { table.setFacts(defaultFacts()); });
}

} // namespace

void fillViewMenu(QMenu &menu, InstanceTable &table)
{
    addChoice(menu, TableMenus::tr("Compact"), table.isCompact(),
              [&table] { table.setCompact(!table.isCompact()); });
    if (table.isCompact())
        addColumns(menu, table);
    QMenu *groups = menu.addMenu(TableMenus::tr("Group by"));
    const std::pair<GroupBy, QString> choices[] = {{GroupBy::None, TableMenus::tr("Nothing")},
                                                   {GroupBy::Region, columnTitle(RegionColumn)},
                                                   {GroupBy::Account, columnTitle(AccountColumn)},
                                                   {GroupBy::Environment, columnTitle(EnvironmentColumn)}};
    for (const auto &[by, text] : choices)
        addChoice(*groups, text, table.filter()->grouping() == by,
                  [filter = table.filter(), by = by] { filter->setGrouping(by); });
    QMenu *order = menu.addMenu(TableMenus::tr("Sort by"));
    for (const Column fact : allFacts())
        addSort(*order, table, fact);
    addFurther(menu, table, allFacts());
}

void fillHeadMenu(QMenu &menu, InstanceTable &table, Column column)
{
    QList<Column> facts{factOf(column)};
    facts << furtherFacts(column);
    for (const Column fact : std::as_const(facts))
        addSort(menu, table, fact);
    menu.addSeparator();
    addFurther(menu, table, facts);
    menu.addSeparator();
    addChoice(menu, TableMenus::tr("Compact"), table.isCompact(),
              [&table] { table.setCompact(!table.isCompact()); });
    if (table.isCompact())
        addColumns(menu, table);
}

} // namespace uplift::ui
