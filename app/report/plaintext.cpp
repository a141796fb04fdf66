// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::report {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

const QString indent = QStringLiteral("    ");

QString wordsOf(const QString &text) { return cleanText(text).simplified(); }

QString cellText(const Cell &cell)
{
    QStringList lines;
    for (const Phrase &phrase : cell)
        lines.append(wordsOf(phrase.text));
    lines.removeAll(QString());
    return lines.join(QStringLiteral(" · "));
}

QString labelled(const QString &label, const Cell &cell)
{
    //: %1 a label, %2 its value
    return tr("%1: %2").arg(wordsOf(label), cellText(cell));
}

QString underlined(const QString &text, QChar line)
{
    return text + QLatin1Char('\n') + QString(text.size(), line) + QLatin1Char('\n');
}

struct Writer {
    QString operator()(const Heading &heading) const
    {
        const QString text = wordsOf(heading.text);
        return heading.level <= 2 ? underlined(text, QLatin1Char('-')) : text + QLatin1Char('\n');
    }
    QString operator()(const Paragraph &paragraph) const
    {
        return wordsOf(paragraph.text.text) + QLatin1Char('\n');
    }
    QString operator()(const Note &note) const { return wordsOf(note.text.text) + QLatin1Char('\n'); }
    QString operator()(const Facts &facts) const
    {
        QString text;
        for (const auto &[label, cell] : facts.rows)
            text += indent + labelled(label, cell) + QLatin1Char('\n');
        return text;
    }
    QString operator()(const Table &table) const
    {
        QString text;
        for (const QList<Cell> &row : table.rows) {
            const qsizetype cells = std::min(row.size(), table.heads.size());
            for (qsizetype at = 0; at < cells; ++at)
                text += (at == 0 ? indent : indent + indent) + labelled(table.heads.at(at), row.at(at))
                    + QLatin1Char('\n');
        }
        return text;
    }
    QString operator()(const Bullets &bullets) const
    {
        QString text;
        for (const Phrase &item : bullets.items)
            text += indent + QStringLiteral("• ") + wordsOf(item.text) + QLatin1Char('\n');
        return text;
    }
};

} // namespace

QString plainTextOf(const Document &document)
{
    QString text = underlined(wordsOf(document.title), QLatin1Char('='));
    for (const Block &block : document.blocks)
        text += QLatin1Char('\n') + std::visit(Writer(), block);
    return text + QLatin1Char('\n') + wordsOf(document.foot) + QLatin1Char('\n');
}

} // namespace uplift::report
