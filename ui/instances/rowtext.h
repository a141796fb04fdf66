// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instances/instancerow.h"
#include "ui/instances/tablecolumns.h"

#include <QBasicTimer>
#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QTimeZone>

namespace uplift::ui {

/// How rows are written for other programs.
enum class RowFormat {
    Text, ///< one line per row, tabs between: for the clipboard
    Csv ///< RFC 4180 with heads, UTF-8 with its mark, times in UTC
};

/// Pure. All rows with heads; unknown facts are empty. Long lists: RowWriter.
[[nodiscard]] QByteArray csvOf(const QList<InstanceRow> &rows, const QList<Column> &columns,
                               const QDateTime &now, const QTimeZone &zone);
/// Pure. One line without its end; for copying.
[[nodiscard]] QString textLineOf(const InstanceRow &row, const QList<Column> &columns, const QDateTime &now,
                                 const QTimeZone &zone);

/// Writes many rows in slices, so that the window goes on.
class RowWriter : public QObject {
    Q_OBJECT
public:
    explicit RowWriter(QObject *parent = nullptr) : QObject(parent) { }
    /// A writing that was not finished is given up.
    void start(RowFormat format, const QList<InstanceRow> &rows, const QList<Column> &columns,
               const QDateTime &now, const QTimeZone &zone);
    [[nodiscard]] bool isWriting() const { return !m_rows.isEmpty(); }

Q_SIGNALS:
    void finished(uplift::ui::RowFormat format, const QByteArray &text); ///< UTF-8

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void advance();

    RowFormat m_format = RowFormat::Text;
    QList<InstanceRow> m_rows;
    QList<Column> m_columns;
    QDateTime m_now;
    QTimeZone m_zone;
    qsizetype m_written = 0;
    QByteArray m_text;
    QBasicTimer m_turn;
};

} // namespace uplift::ui

Q_DECLARE_METATYPE(uplift::ui::RowFormat)
