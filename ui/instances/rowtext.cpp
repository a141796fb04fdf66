// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/rowtext.h"

#include "core/csv.h"
#include "core/redact.h"
#include "ui/instances/instancecells.h"
#include "ui/instances/slice.h"

#include <QCoreApplication>
#include <QTimerEvent>

namespace uplift::ui {

namespace {

struct RowText {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::RowText)
};

constexpr qsizetype writtenAtOnce = 200; ///< rows; a text costs more than a row of the table

QString utcText(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : QString();
}

QDateTime nextStart(const InstanceRow &row, const QDateTime &now)
{
    if (row.gone || !row.facts || !row.facts->window)
        return {};
    if (const auto open = row.facts->window->around(now))
        return open->start;
    const QList<WindowSpan> next = row.facts->window->next(now, 1);
    return next.isEmpty() ? QDateTime() : next.first().start;
}

/// Moments as a program reads them, all else as the table says it.
QString csvText(const InstanceRow &row, Column column, const QDateTime &now, const QTimeZone &zone)
{
    switch (column) {
    case RegionColumn:
        return row.region.value;
    case NextWindowColumn:
        return utcText(nextStart(row, now));
    case LastUpgradeColumn:
        return utcText(row.lastUpgrade);
    case AgeColumn:
        return utcText(row.asked);
    default:
        break;
    }
    const QString text = textOf(cellOf(row, column, now, zone));
    return text == QStringLiteral("–") ? QString() : text;
}

QString csvTitle(Column column)
{
    switch (column) {
    case NextWindowColumn:
        return RowText::tr("Next window (UTC)");
    case LastUpgradeColumn:
        return RowText::tr("Last upgrade (UTC)");
    case AgeColumn:
        return RowText::tr("As of (UTC)");
    default:
        return columnTitle(column);
    }
}

QByteArray csvHead(const QList<Column> &columns)
{
    QStringList cells;
    for (const Column column : columns)
        cells << csvCell(csvTitle(column));
    // Excel reads a file as UTF-8 only with the mark.
    return QByteArrayLiteral("\xef\xbb\xbf") + cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QByteArray csvLine(const InstanceRow &row, const QList<Column> &columns, const QDateTime &now,
                   const QTimeZone &zone)
{
    QStringList cells;
    for (const Column column : columns)
        cells << csvCell(csvText(row, column, now, zone));
    return cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace

QByteArray csvOf(const QList<InstanceRow> &rows, const QList<Column> &columns, const QDateTime &now,
                 const QTimeZone &zone)
{
    QByteArray text = csvHead(columns);
    for (const InstanceRow &row : rows)
        text += csvLine(row, columns, now, zone);
    return text;
}

QString textLineOf(const InstanceRow &row, const QList<Column> &columns, const QDateTime &now,
                   const QTimeZone &zone)
{
    QStringList cells;
    for (const Column column : columns)
        cells << plainLine(column == RegionColumn ? row.region.value
                                                  : textOf(cellOf(row, column, now, zone)));
    return cells.join(QLatin1Char('\t'));
}

void RowWriter::start(RowFormat format, const QList<InstanceRow> &rows, const QList<Column> &columns,
                      const QDateTime &now, const QTimeZone &zone)
{
    m_format = format;
    m_rows = rows;
    m_columns = columns;
    m_now = now;
    m_zone = zone;
    m_written = 0;
    m_text = format == RowFormat::Csv ? csvHead(columns) : QByteArray();
    if (rows.size() <= writtenAtOnce)
        advance();
    else
        m_turn.start(0, this);
}

void RowWriter::advance()
{
    m_turn.stop();
    Slice slice(m_rows.size() <= writtenAtOnce ? 0 : Slice::wholeAtOnce + 1);
    while (m_written < m_rows.size()) {
        const InstanceRow &row = m_rows.at(m_written++);
        if (m_format == RowFormat::Csv)
            m_text += csvLine(row, m_columns, m_now, m_zone);
        else
            m_text += (m_written > 1 ? "\n" : "") + textLineOf(row, m_columns, m_now, m_zone).toUtf8();
        if (slice.isSpentNow() && m_written < m_rows.size()) {
            m_turn.start(0, this);
            return;
        }
    }
    m_rows.clear();
    Q_EMIT finished(m_format, std::exchange(m_text, {}));
}

void RowWriter::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turn.timerId())
        advance();
    else
        QObject::timerEvent(event);
}

} // namespace uplift::ui
