// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown.h"

namespace uplift::report {

namespace {

/// Everything that means something within a line: emphasis, code, links, HTML, entities, tables,
/// strike-through, formulas, mentions.
bool isMark(QChar c)
{
    static const QString marks = QStringLiteral("\\`*_{}[]<>|~&$@#");
    return marks.contains(c);
}

/// Ids and wire values as code, where nothing in them could end it; otherwise as words.
QString codeText(const QString &text)
{
    const QString clean = cleanText(text);
    if (clean.contains(QLatin1Char('`')) || clean.contains(QLatin1Char('|')) || clean.trimmed() != clean)
        return markdownText(text);
    return QLatin1Char('`') + clean + QLatin1Char('`');
}

QString phraseText(const Phrase &phrase)
{
    const QString text = phrase.fixedWidth ? codeText(phrase.text) : markdownText(phrase.text);
    return phrase.tag ? QStringLiteral("**%1**").arg(text) : text;
}

QString cellText(const Cell &cell)
{
    QStringList lines;
    for (const Phrase &phrase : cell)
        lines.append(phraseText(phrase));
    return lines.join(QLatin1String("<br>"));
}

/// Words that begin a line: a list, a heading or a rule must not come of them.
QString atLineStart(const QString &text)
{
    static const QString starts = QStringLiteral("+-=>");
    if (!text.isEmpty() && starts.contains(text.front()))
        return QLatin1Char('\\') + text;
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits).isDigit())
        ++digits;
    if (digits > 0 && digits < text.size()
        && (text.at(digits) == QLatin1Char('.') || text.at(digits) == QLatin1Char(')')))
        return text.first(digits) + QLatin1Char('\\') + text.sliced(digits);
    return text;
}

QString rowText(const QStringList &cells)
{
    return QStringLiteral("| %1 |\n").arg(cells.join(QLatin1String(" | ")));
}

QString tableText(const QStringList &heads, const QList<QStringList> &rows)
{
    QString text = rowText(heads) + rowText(QStringList(heads.size(), QStringLiteral("---")));
    for (const QStringList &row : rows)
        text += rowText(row);
    return text;
}

struct Writer {
    QString operator()(const Heading &heading) const
    {
        return QString(heading.level, QLatin1Char('#')) + QLatin1Char(' ') + markdownText(heading.text)
            + QLatin1Char('\n');
    }
    QString operator()(const Paragraph &paragraph) const
    {
        return atLineStart(phraseText(paragraph.text)) + QLatin1Char('\n');
    }
    QString operator()(const Note &note) const
    {
        return QStringLiteral("> **%1**\n").arg(phraseText(note.text));
    }
    QString operator()(const Facts &facts) const
    {
        QList<QStringList> rows;
        for (const auto &[label, cell] : facts.rows)
            rows.append({markdownText(label), cellText(cell)});
        // GitHub knows no table without heads; empty ones stay a thin line.
        return tableText({QString(), QString()}, rows);
    }
    QString operator()(const Table &table) const
    {
        QStringList heads;
        for (const QString &head : table.heads)
            heads.append(markdownText(head));
        QList<QStringList> rows;
        for (const QList<Cell> &row : table.rows) {
            QStringList cells;
            for (const Cell &cell : row)
                cells.append(cellText(cell));
            rows.append(cells);
        }
        return tableText(heads, rows);
    }
    QString operator()(const Bullets &bullets) const
    {
        QString text;
        for (const Phrase &item : bullets.items)
            text += QStringLiteral("- ") + atLineStart(phraseText(item)) + QLatin1Char('\n');
        return text;
    }
};

} // namespace

QString markdownText(const QString &text)
{
    QString escaped;
    const QString clean = cleanText(text).simplified();
    escaped.reserve(clean.size());
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean.at(i);
        const QStringView rest = QStringView(clean).sliced(i);
        // Renderers make links of bare addresses; a backslash in them ends that, and shows no trace.
        const bool address = rest.startsWith(u"://")
            || (c == QLatin1Char('.') && escaped.endsWith(QLatin1String("www"), Qt::CaseInsensitive));
        if (isMark(c) || address)
            escaped += QLatin1Char('\\');
        escaped += c;
    }
    return escaped;
}

QString markdownOf(const Document &document)
{
    QString text = QStringLiteral("# %1\n").arg(markdownText(document.title));
    for (const Block &block : document.blocks)
        text += QLatin1Char('\n') + std::visit(Writer(), block);
    return text + QStringLiteral("\n---\n\n%1\n").arg(atLineStart(markdownText(document.foot)));
}

} // namespace uplift::report
