// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"

#include "core/redact.h"

namespace uplift {

namespace {

/// What spreadsheets take for the beginning of a formula, as ASCII and in full width.
bool beginsFormula(QStringView text)
{
    const QStringView inner = text.trimmed(); // some drop blanks before they look
    static const QString starts = QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20");
    return !inner.isEmpty() && starts.contains(inner.front());
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = plainLine(text);
    const bool formula = beginsFormula(cell) || text.startsWith(QLatin1Char('\t'))
        || text.startsWith(QLatin1Char('\r')) || text.startsWith(QLatin1Char('\n'));
    if (formula)
        cell.prepend(QLatin1Char('\''));
    const bool blankEnds = cell.startsWith(QLatin1Char(' ')) || cell.endsWith(QLatin1Char(' '));
    if (!formula && !blankEnds && !cell.contains(QLatin1Char(',')) && !cell.contains(QLatin1Char('"'))
        && !cell.contains(QLatin1Char(';')))
        return cell;
    cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace uplift
