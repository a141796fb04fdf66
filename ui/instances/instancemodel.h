// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancecells.h"
#include "ui/instances/instancerow.h"
#include "ui/instances/keyindex.h"

#include <QAbstractTableModel>
#include <QBasicTimer>
#include <QCache>
#include <QSet>
#include <QTimeZone>

#include <array>
#include <vector>

namespace uplift::ui {

class Slice;

/// How many rows pass each standing filter.
using StandingCounts = std::array<int, standingFilterCount>;

/// Instances as rows, two facts per column, or one. Rows in, roles out; asks nobody. Cells are made when they
/// are looked at and only some are kept, so that a row costs little more than its pointers.
class InstanceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ItemRole {
        CellRole = Qt::UserRole, ///< Cell: both lines and marks
        KeyRole ///< InstanceRow::key(); empty for the heads of groups
    };

    explicit InstanceModel(QObject *parent = nullptr);

    /// Takes the new rows. Rows are known by key(): those that stay keep their place, selection and current
    /// index, and only cells whose content changed are announced. More than Slice::wholeAtOnce rows are taken
    /// slice by slice; each slice ends with settled().
    void setRows(const QList<InstanceRow> &rows);
    /// Replaces or adds one row.
    void setRow(const InstanceRow &row);
    /// Moves ages and countdowns on; announces those of the cells in use.
    void setNow(const QDateTime &now, const QTimeZone &zone);
    /// How many cells to keep: somewhat more than the view shows.
    void setCellRoom(int cells);

    [[nodiscard]] const QList<InstanceRow> &rows() const { return m_rows; }
    [[nodiscard]] const InstanceRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] int indexOf(const QString &key) const; ///< -1: none
    [[nodiscard]] StandingSet standing(int row) const { return m_standing[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const StandingCounts &counts() const { return m_counts; }
    [[nodiscard]] const QDateTime &now() const { return m_now; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] bool isTaking() const { return !m_incoming.isEmpty(); } ///< setRows() is not at its end
    [[nodiscard]] const Cell &cellAt(int row, int column) const; ///< until the next call

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// `columns`: one bit for each column whose content differs now, seen or not.
    void rowReplaced(int row, quint32 columns);
    /// `columns`: those to paint again.
    void cellsChanged(int row, quint32 columns);
    void aboutToDrop(); ///< rows go; until dropped() the old numbers hold
    void dropped(const QList<int> &newPlaces); ///< by old number; -1: gone
    void settled(); ///< a batch of changes is complete
    void nowMoved();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void takeSlice();
    /// Rows of one slice that were not there, added together.
    struct Fresh {
        QList<InstanceRow> rows;
        KeyIndex index;
    };
    void take(const InstanceRow &row, Fresh &fresh);
    void replace(int index, const InstanceRow &row);
    void append(const QList<InstanceRow> &rows);
    void dropUnseen();
    void count(StandingSet set, int by);
    [[nodiscard]] InstanceRow interned(InstanceRow row);
    [[nodiscard]] int find(QStringView account, QStringView id) const;
    [[nodiscard]] std::size_t hashOf(int row) const;
    [[nodiscard]] quint32 remadeCells(int row, quint32 columns);
    void announce(int row, quint32 columns);

    QList<InstanceRow> m_rows;
    std::vector<StandingSet> m_standing; ///< beside m_rows
    StandingCounts m_counts{};
    KeyIndex m_index;
    QSet<QString> m_words; ///< names of regions and accounts: few texts, many rows
    mutable QCache<int, Cell> m_cells; ///< by row and column
    QList<InstanceRow> m_incoming; ///< what setRows() has still to take
    qsizetype m_taken = 0;
    std::vector<char> m_seen; ///< rows that are among the incoming ones
    QSet<QString> m_newer; ///< rows set since: the incoming ones are older
    QBasicTimer m_turn;
    QDateTime m_now;
    QTimeZone m_zone;
};

} // namespace uplift::ui
