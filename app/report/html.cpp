// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html.h"

namespace uplift::report {

namespace {

// The roles of the window's light theme: canvas #fff, raised #f7f8f9, line #e2e5e9, text #1a1d21, text2
// #4a525c, text3 #626b76, accent #1a5bb8, and the pairs of red, amber, green, violet and neutral.
constexpr auto style = R"(
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px; max-width: 1080px; background: #ffffff; color: #1a1d21;
  font: 14px/1.5 Inter, "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", sans-serif; font-variant-ligatures: none; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.3; }
h2 { margin: 40px 0 8px; padding-top: 12px; border-top: 1px solid #e2e5e9; font-size: 19px; line-height: 1.3; }
h3 { margin: 24px 0 8px; font-size: 15px; line-height: 1.4; }
h4 { margin: 16px 0 4px; font-size: 14px; color: #4a525c; }
p { margin: 8px 0; }
ul { margin: 4px 0 8px; padding-left: 20px; }
code { font: 0.93em/1.4 "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
table { width: 100%; margin: 8px 0 16px; border-collapse: collapse; }
th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid #e2e5e9; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
thead th { color: #626b76; font-size: 12px; font-weight: 500; }
table:not(.facts) td code { white-space: nowrap; }
table.facts { width: auto; }
table.facts th { width: 240px; color: #626b76; font-weight: 400; }
table.facts td, table.facts th { border-bottom: 0; padding-top: 2px; padding-bottom: 2px; }
.note { margin: 12px 0; padding: 12px 16px; border-radius: 6px; background: #f7f8f9; font-size: 16px; font-weight: 600; }
.tag { padding: 0 6px; border-radius: 4px; font-size: 12px; font-weight: 600; white-space: nowrap; background: #e9ecef; }
.whole { white-space: nowrap; } .quiet { color: #626b76; } .accent { color: #1a5bb8; } .good { color: #17733a; }
.attention { color: #875000; } .bad { color: #b0261c; } .violet { color: #6439ae; }
.note.quiet { color: #4a525c; } .note.accent { background: #f7f8f9; } .note.good, .tag.good { background: #e6f4ea; }
.note.attention, .tag.attention { background: #fdf2dc; } .note.bad, .tag.bad { background: #fbeae8; }
.tag.violet { background: #f0eafa; } .tag.quiet { color: #4a525c; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid #e2e5e9; color: #626b76; font-size: 12px; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  thead { display: table-header-group; }
  tr, .note { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
)";

QString escaped(const QString &text) { return cleanText(text).toHtmlEscaped(); }

QLatin1String toneClass(Tone tone)
{
    switch (tone) {
    case Tone::Quiet:
        return QLatin1String("quiet");
    case Tone::Accent:
        return QLatin1String("accent");
    case Tone::Good:
        return QLatin1String("good");
    case Tone::Attention:
        return QLatin1String("attention");
    case Tone::Bad:
        return QLatin1String("bad");
    case Tone::Violet:
        return QLatin1String("violet");
    case Tone::Plain:
        break;
    }
    return {};
}

QString phraseHtml(const Phrase &phrase)
{
    const QString text = escaped(phrase.text);
    QString classes = toneClass(phrase.tone);
    if (phrase.tag)
        classes.prepend(QLatin1String("tag "));
    if (phrase.whole)
        classes.prepend(QLatin1String("whole "));
    const QString element = phrase.fixedWidth ? QStringLiteral("code") : QStringLiteral("span");
    if (classes.isEmpty())
        return phrase.fixedWidth ? QStringLiteral("<code>%1</code>").arg(text) : text;
    return QStringLiteral("<%1 class=\"%2\">%3</%1>").arg(element, classes.trimmed(), text);
}

QString cellHtml(const Cell &cell)
{
    QStringList lines;
    for (const Phrase &phrase : cell)
        lines.append(phraseHtml(phrase));
    return lines.join(QLatin1String("<br/>"));
}

struct Writer {
    QString operator()(const Heading &heading) const
    {
        return QStringLiteral("<h%1>%2</h%1>\n").arg(QString::number(heading.level), escaped(heading.text));
    }
    QString operator()(const Paragraph &paragraph) const
    {
        return QStringLiteral("<p>%1</p>\n").arg(phraseHtml(paragraph.text));
    }
    QString operator()(const Note &note) const
    {
        return QStringLiteral("<p class=\"note %1\">%2</p>\n")
            .arg(toneClass(note.text.tone), escaped(note.text.text));
    }
    QString operator()(const Facts &facts) const
    {
        QString html = QStringLiteral("<table class=\"facts\"><tbody>\n");
        for (const auto &[label, cell] : facts.rows)
            html += QStringLiteral("<tr><th scope=\"row\">%1</th><td>%2</td></tr>\n")
                        .arg(escaped(label), cellHtml(cell));
        return html + QStringLiteral("</tbody></table>\n");
    }
    QString operator()(const Table &table) const
    {
        QString html = QStringLiteral("<table><thead><tr>");
        for (const QString &head : table.heads)
            html += QStringLiteral("<th scope=\"col\">%1</th>").arg(escaped(head));
        html += QStringLiteral("</tr></thead><tbody>\n");
        for (const QList<Cell> &row : table.rows) {
            html += QStringLiteral("<tr>");
            for (const Cell &cell : row)
                html += QStringLiteral("<td>%1</td>").arg(cellHtml(cell));
            html += QStringLiteral("</tr>\n");
        }
        return html + QStringLiteral("</tbody></table>\n");
    }
    QString operator()(const Bullets &bullets) const
    {
        QString html = QStringLiteral("<ul>\n");
        for (const Phrase &item : bullets.items)
            html += QStringLiteral("<li>%1</li>\n").arg(phraseHtml(item));
        return html + QStringLiteral("</ul>\n");
    }
};

} // namespace

QString htmlOf(const Document &document)
{
    // The policy forbids what the file does not have: scripts, forms, anything from elsewhere.
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" "
                       "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<meta name=\"referrer\" content=\"no-referrer\"/>\n")
            .arg(escaped(document.language));
    html += QStringLiteral("<title>%1</title>\n<style>").arg(escaped(document.title));
    html += QLatin1String(style);
    html += QStringLiteral("</style>\n</head>\n<body>\n<h1>%1</h1>\n").arg(escaped(document.title));
    for (const Block &block : document.blocks)
        html += std::visit(Writer(), block);
    return html + QStringLiteral("<footer>%1</footer>\n</body>\n</html>\n").arg(escaped(document.foot));
}

} // namespace uplift::report
