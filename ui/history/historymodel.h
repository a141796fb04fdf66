// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/history/historyrow.h"
#include "upgrade/journal.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace uplift::ui {

/// Every attempt that fits a query, newest first, read page by page as one scrolls. One question at a time is
/// on its way, so that typing never queues before what the journal has to write.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SentColumn, InstanceColumn, ChangeColumn, OutcomeColumn, TookColumn, ColumnTotal };
    static constexpr int pageSize = 200;
    /// Journal::history(), or what a test puts in its place.
    using Source = std::function<void(const upgrade::HistoryQuery &query, QObject *context,
                                      Handler<upgrade::HistoryPage> done)>;

    explicit HistoryModel(Source source, QObject *parent = nullptr);

    /// Reads the first page of another query; its limit and offset do not count. The rows before stay until
    /// it has come.
    void setQuery(const upgrade::HistoryQuery &query);
    [[nodiscard]] const upgrade::HistoryQuery &query() const { return m_query; }
    /// The first page once more: what is new comes on top, what changed changes, the rest stays.
    void refresh();
    void setNow(const QDateTime &now, const QTimeZone &zone);
    [[nodiscard]] const QDateTime &now() const { return m_now; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

    [[nodiscard]] int total() const { return m_total; } ///< that fit, beyond those read so far as well
    [[nodiscard]] bool isReading() const { return m_asked.has_value(); }
    [[nodiscard]] bool isRead() const { return m_read; } ///< some first page has come
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< of the last question
    [[nodiscard]] const HistoryRow &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int indexOf(const StepId &id) const; ///< -1: not among those read

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void changed(); ///< a page came, or could not be read: rows, total(), error()
    void inserted(int rows); ///< so many rows came in above what was there

private:
    enum class Ask { First, More };
    void ask(Ask what);
    void onPage(Ask what, const upgrade::HistoryPage &page);
    void replaceAll(const QList<HistoryRow> &rows);
    void merge(const QList<HistoryRow> &first);
    void append(const QList<HistoryRow> &rows);
    [[nodiscard]] QString text(const HistoryRow &row, int column) const;
    [[nodiscard]] QString toolTip(const HistoryRow &row, int column) const;

    Source m_source;
    upgrade::HistoryQuery m_query;
    QList<HistoryRow> m_rows;
    QDateTime m_now;
    QTimeZone m_zone;
    std::optional<Ask> m_asked; ///< on its way
    bool m_firstWanted = false; ///< once that has come
    bool m_otherQuery = false; ///< the rows are of the query before
    bool m_read = false;
    int m_total = 0;
    std::optional<Error> m_error;
};

} // namespace uplift::ui
