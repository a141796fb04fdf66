// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdfcolumns.h"

#include <algorithm>
#include <numeric>

namespace uplift::report {

namespace {

struct Need {
    qreal word = 0; ///< of the longest word
    qreal line = 0; ///< of the longest line
};

void measureCell(Need &need, const Cell &cell, qreal gap, const std::function<qreal(const Phrase &)> &measure)
{
    for (const Phrase &phrase : cell) {
        need.line = std::max(need.line, measure(phrase) + gap);
        const QStringList words = phrase.whole || phrase.tag
            ? QStringList{phrase.text}
            : phrase.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &word : words) {
            Phrase one = phrase;
            one.text = word;
            need.word = std::max(need.word, measure(one) + gap);
        }
    }
}

qreal sum(const QList<qreal> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

} // namespace

QList<qreal> columnWidths(const Table &table, qreal width, qreal gap,
                          const std::function<qreal(const Phrase &)> &measure)
{
    QList<qreal> words;
    QList<qreal> lines;
    for (int column = 0; column < table.heads.size(); ++column) {
        Need need;
        measureCell(need, {{table.heads.at(column), Tone::Quiet, false, false}}, gap, measure);
        for (const QList<Cell> &row : table.rows)
            measureCell(need, row.value(column), gap, measure);
        words.append(need.word);
        lines.append(need.line);
    }
    const qreal wanted = sum(lines);
    const qreal least = sum(words);
    QList<qreal> widths;
    for (int column = 0; column < table.heads.size(); ++column) {
        if (wanted <= width) // what is left goes to the columns as they are wide
            widths.append(lines.at(column) * width / std::max<qreal>(wanted, 1));
        else if (least <= width)
            widths.append(words.at(column)
                          + (width - least) * (lines.at(column) - words.at(column)) / (wanted - least));
        else // not even the words fit: they break
            widths.append(words.at(column) * width / least);
    }
    return widths;
}

} // namespace uplift::report
