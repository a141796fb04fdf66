// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancemodel.h"
#include "ui/instances/instancerow.h"
#include "ui/instances/rowgroups.h"
#include "ui/instances/sortkeys.h"
#include "ui/instances/tablecolumns.h"

#include <QAbstractTableModel>
#include <QBasicTimer>
#include <QSet>

#include <optional>
#include <utility>
#include <vector>

namespace uplift::ui {

/// Which rows of an InstanceModel are shown, in which order and groups: standing filter, account, words, keys
/// of the order. Tables up to Slice::wholeAtOnce rows are arranged before a call returns; larger ones in
/// slices between which the window goes on, the old arrangement staying until the new one is complete:
/// rearranged() says so.
class InstanceFilter : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ItemRole {
        GroupRole = InstanceModel::KeyRole + 1 ///< RowGroup of the head of a group; invalid for instances
    };

    explicit InstanceFilter(InstanceModel *model, QObject *parent = nullptr);

    void setStanding(StandingFilter filter);
    void setAccount(const AccountId &account); ///< empty: all
    void setWords(const QString &words);
    [[nodiscard]] StandingFilter standing() const { return m_wanted.standing; }
    [[nodiscard]] AccountId account() const { return m_wanted.account; }
    [[nodiscard]] QString words() const { return m_words; }

    void setSortKeys(const QList<SortKey> &keys); ///< the first decides first
    [[nodiscard]] const QList<SortKey> &sortKeys() const { return m_keys; }
    void setGrouping(GroupBy grouping);
    [[nodiscard]] GroupBy grouping() const { return m_groups.by(); }
    /// Groups whose rows are put away, by RowGroup::key.
    void setCollapsed(const QString &group, bool collapsed);
    void setCollapsedGroups(const QStringList &groups);
    [[nodiscard]] QStringList collapsedGroups() const { return m_groups.collapsed(); }

    [[nodiscard]] InstanceModel *model() const { return m_model; }
    [[nodiscard]] int sourceRow(int row) const; ///< in the model; -1: the head of a group
    [[nodiscard]] bool isGroup(int row) const { return sourceRow(row) < 0; }
    [[nodiscard]] const RowGroup &groupAt(int row) const; ///< of a head
    [[nodiscard]] int rowOfGroup(const QString &group) const; ///< its head; -1: none
    [[nodiscard]] const InstanceRow &rowAt(const QModelIndex &index) const; ///< of this model, not a head
    [[nodiscard]] QModelIndex indexOf(const QString &key) const; ///< invalid: not shown
    [[nodiscard]] int placeOf(int sourceRow) const ///< where a row of the model is shown; -1: it is not
    {
        return m_places[static_cast<std::size_t>(sourceRow)];
    }
    /// In rearranged(): the number now of a row that had `row` in aboutToRearrange(); -1: it went.
    [[nodiscard]] int rowAfter(int row) const { return m_newPlaces.isEmpty() ? row : m_newPlaces.at(row); }
    [[nodiscard]] int shownInstances() const { return m_shown; } ///< without heads, with those put away
    [[nodiscard]] QList<InstanceRow> shownRows() const; ///< in order, with those put away: for exports
    [[nodiscard]] bool isArranging() const { return m_turn.isActive(); }
    /// How many rows each standing filter would show, whatever is set here.
    [[nodiscard]] StandingCounts counts() const { return m_model->counts(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;
    /// Type ahead: the next instance whose name begins so.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                        Qt::MatchFlags flags) const override;

Q_SIGNALS:
    void aboutToRearrange();
    void rearranged(); ///< rows, their order or what was asked for changed; also when all stayed as it was
    void sortKeysChanged();
    void groupingChanged();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Criteria {
        StandingFilter standing = StandingFilter::All;
        AccountId account;
        WordMatcher words;
    };
    using Place = std::pair<QModelIndex, QString>; ///< a persistent index and its row's key or group

    void onRowsInserted(int first, int last);
    void onRowReplaced(int row, quint32 columns);
    void onCellsChanged(int row, quint32 columns);
    void onAboutToDrop();
    void onDropped(const QList<int> &newPlaces);
    void onNowMoved();
    void onSettled();
    void arrangeSoon();
    void arrange();
    [[nodiscard]] bool sortStep(Slice &slice);
    [[nodiscard]] bool filterStep(Slice &slice);
    void insertMoved();
    void commit();
    void flushCells();
    [[nodiscard]] RowGroups::Arrangement arranged();
    void beginExchange();
    void endExchange(RowGroups::Arrangement arrangement);
    [[nodiscard]] bool accepts(int row, const Criteria &criteria) const;
    void setCriteria(const Criteria &criteria);
    [[nodiscard]] QString keyAt(int row) const;

    InstanceModel *m_model;
    Criteria m_wanted;
    Criteria m_done; ///< what m_accepted was found by
    QString m_words;
    QList<SortKey> m_keys{{LevelColumn, Qt::DescendingOrder}};
    RowGroups m_groups;

    std::vector<int> m_order; ///< rows of the model in order, accepted or not
    std::vector<char> m_accepted; ///< by row of the model
    std::vector<char> m_next; ///< what a running pass found so far
    RowGroups::Arrangement m_arrangement; ///< as shown
    QList<int> m_newPlaces; ///< while rows are dropped
    std::vector<int> m_places; ///< by row of the model: where it is shown; -1: it is not
    int m_shown = 0;

    SlicedSort m_sort;
    std::vector<int> m_moved; ///< rows to be put in place again
    bool m_sortAgain = false;
    std::optional<int> m_pass; ///< row the running filter pass has come to
    bool m_narrowing = false; ///< the running pass can only refuse more
    bool m_commitAgain = false;
    QBasicTimer m_turn;
    QList<Place> m_persistent; ///< between beginExchange() and endExchange()
    QHash<int, quint32> m_cells; ///< to announce when the batch is complete: columns by row of the model
    qint64 m_sortedMinute = 0;
};

} // namespace uplift::ui
