// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdfflow.h"

#include "report/pdfcolumns.h"
#include "report/pdflook.h"

#include <QFontMetricsF>
#include <QPaintDevice>

#include <algorithm>
#include <array>
#include <utility>

namespace uplift::report {

namespace {

constexpr qreal bodyPoints = 8.5;
constexpr qreal fixedPoints = 7.7; ///< the fixed-width face looks larger
constexpr qreal cellGap = 2; ///< millimetres at the right of a cell
constexpr qreal rowGap = 0.9; ///< above and below the text of a row

/// A tag has blanks of its ground around it that do not break.
QString printed(const Phrase &phrase)
{
    const QString text = cleanText(phrase.text);
    return phrase.tag ? QChar(0x00a0) + text + QChar(0x00a0) : text;
}

Phrase plainPhrase(const QString &text) { return {text, Tone::Plain, false, false}; }

/// One line of a cell, before it has a place.
struct CellLine {
    std::shared_ptr<QTextLayout> layout;
    int number = 0;
    QColor color;
    QColor ground; ///< invalid: none
    [[nodiscard]] QTextLine text() const { return layout->lineAt(number); }
};
using CellLines = QList<CellLine>;

qreal heightOf(const CellLines &lines)
{
    qreal height = 0;
    for (const CellLine &line : lines)
        height += line.text().height();
    return height;
}

/// Fills pages from top to bottom.
class Flow {
public:
    Flow(const QSizeF &size, QPaintDevice *device)
        : m_size(size), m_device(device), m_dot(device->logicalDpiX() / 25.4), m_pages{PdfPage()}
    {
    }

    void title(const QString &text);
    void operator()(const Heading &heading);
    void operator()(const Paragraph &paragraph);
    void operator()(const Note &note);
    void operator()(const Facts &facts);
    void operator()(const Table &table);
    void operator()(const Bullets &bullets);
    [[nodiscard]] QList<PdfPage> pages() const { return m_pages; }

private:
    /// Cells beside each other.
    struct Row {
        QList<CellLines> cells;
        bool ruled = false;
    };

    [[nodiscard]] qreal mm(qreal length) const { return length * m_dot; }
    [[nodiscard]] qreal left() const { return m_size.height() - m_y; }
    [[nodiscard]] CellLines layOut(const Phrase &phrase, const QFont &font, qreal width) const;
    [[nodiscard]] CellLines layOut(const Cell &cell, qreal width) const;
    [[nodiscard]] qreal heightOfRow(const Row &row) const;
    [[nodiscard]] QList<qreal> widthsOf(const Table &table) const;
    void nextPage();
    void gap(qreal length) { m_y += m_y > 0 ? mm(length) : 0; } ///< none at the top of a page
    void place(const CellLine &line, qreal x, qreal y);
    void place(const CellLines &lines, qreal x, qreal y);
    void placeBlock(const CellLines &lines, qreal x);
    void placeRow(const Row &row, const QList<qreal> &widths, const Row *heads);
    void placeTallRow(Row row, const QList<qreal> &widths);
    void drawRow(const Row &row, const QList<qreal> &widths);

    QSizeF m_size;
    QPaintDevice *m_device;
    qreal m_dot; ///< device units of a millimetre
    QList<PdfPage> m_pages;
    qreal m_y = 0;
};

CellLines Flow::layOut(const Phrase &phrase, const QFont &font, qreal width) const
{
    QFont used = phrase.fixedWidth ? pdfFixedFont(fixedPoints) : font;
    if (phrase.tag)
        used.setWeight(QFont::DemiBold);
    auto layout = std::make_shared<QTextLayout>(printed(phrase), used, m_device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    CellLines lines;
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        lines.append({layout, line.lineNumber(), pdfColor(phrase.tone),
                      phrase.tag ? pdfGround(phrase.tone) : QColor()});
    }
    layout->endLayout();
    return lines;
}

CellLines Flow::layOut(const Cell &cell, qreal width) const
{
    CellLines lines;
    for (const Phrase &phrase : cell)
        lines += layOut(phrase, pdfFont(bodyPoints), width);
    return lines;
}

void Flow::nextPage()
{
    m_pages.append(PdfPage());
    m_y = 0;
}

void Flow::place(const CellLine &line, qreal x, qreal y)
{
    PdfPage &page = m_pages.last();
    const QTextLine text = line.text();
    if (line.ground.isValid())
        page.grounds.append({QRectF(x, y, text.naturalTextWidth(), text.height()), line.ground});
    page.lines.append({line.layout, line.number, {x, y - text.y()}, line.color});
}

void Flow::place(const CellLines &lines, qreal x, qreal y)
{
    for (const CellLine &line : lines) {
        place(line, x, y);
        y += line.text().height();
    }
}

/// Lines that may go over the foot of a page.
void Flow::placeBlock(const CellLines &lines, qreal x)
{
    for (const CellLine &line : lines) {
        if (line.text().height() > left() && m_y > 0)
            nextPage();
        place(line, x, m_y);
        m_y += line.text().height();
    }
}

void Flow::title(const QString &text)
{
    placeBlock(layOut(plainPhrase(text), pdfFont(17, QFont::DemiBold), m_size.width()), 0);
    m_y += mm(3);
}

void Flow::operator()(const Heading &heading)
{
    constexpr std::array sizes{13.0, 10.5, 9.0};
    constexpr std::array above{7.0, 5.0, 3.0};
    constexpr std::array company{34.0, 20.0, 16.0}; ///< what has to fit below it: a heading more, a row
    const auto step = static_cast<std::size_t>(std::clamp(heading.level, 2, 4) - 2);
    const CellLines lines =
        layOut(plainPhrase(heading.text), pdfFont(sizes.at(step), QFont::DemiBold), m_size.width());
    gap(above.at(step));
    if (heightOf(lines) + mm(company.at(step)) > left())
        nextPage();
    placeBlock(lines, 0);
    m_y += mm(1);
}

void Flow::operator()(const Paragraph &paragraph)
{
    gap(1);
    placeBlock(layOut(paragraph.text, pdfFont(bodyPoints), m_size.width()), 0);
    m_y += mm(1);
}

void Flow::operator()(const Bullets &bullets)
{
    const qreal indent = mm(3.5);
    const Phrase mark{QStringLiteral("•"), Tone::Quiet, false, false};
    for (const Phrase &item : bullets.items) {
        const CellLines lines = layOut(item, pdfFont(bodyPoints), m_size.width() - indent);
        if (lines.isEmpty())
            continue;
        if (lines.constFirst().text().height() > left())
            nextPage();
        place(layOut(mark, pdfFont(bodyPoints), indent), mm(0.5), m_y);
        placeBlock(lines, indent);
        m_y += mm(0.5);
    }
    m_y += mm(1);
}

void Flow::operator()(const Note &note)
{
    const qreal inner = mm(3);
    const CellLines lines = layOut(note.text, pdfFont(10.5, QFont::DemiBold), m_size.width() - 2 * inner);
    gap(1);
    const qreal height = heightOf(lines) + 2 * mm(2.2);
    if (height > left() && height <= m_size.height())
        nextPage();
    m_pages.last().grounds.append(
        {QRectF(0, m_y, m_size.width(), std::min(height, left())), pdfGround(note.text.tone)});
    m_y += mm(2.2);
    placeBlock(lines, inner);
    m_y += mm(2.2 + 2);
}

qreal Flow::heightOfRow(const Row &row) const
{
    qreal height = 0;
    for (const CellLines &cell : row.cells)
        height = std::max(height, heightOf(cell));
    return height + 2 * mm(rowGap);
}

void Flow::drawRow(const Row &row, const QList<qreal> &widths)
{
    qreal x = 0;
    for (int column = 0; column < row.cells.size(); ++column) {
        place(row.cells.at(column), x, m_y + mm(rowGap));
        x += widths.at(column);
    }
    m_y += heightOfRow(row);
    if (row.ruled)
        m_pages.last().grounds.append({QRectF(0, m_y, m_size.width(), mm(0.12)), QColor(0xe2, 0xe5, 0xe9)});
}

/// A row that no page holds: as many lines as fit on each.
void Flow::placeTallRow(Row row, const QList<qreal> &widths)
{
    const auto isLeft = [&row] {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const CellLines &cell) { return !cell.isEmpty(); });
    };
    while (isLeft()) {
        Row piece{{}, row.ruled};
        bool any = false;
        for (CellLines &cell : row.cells) {
            CellLines fitting;
            qreal room = left() - 2 * mm(rowGap);
            while (!cell.isEmpty() && cell.constFirst().text().height() <= room) {
                room -= cell.constFirst().text().height();
                fitting.append(cell.takeFirst());
            }
            any = any || !fitting.isEmpty();
            piece.cells.append(fitting);
        }
        if (any)
            drawRow(piece, widths);
        if (isLeft())
            nextPage();
    }
}

void Flow::placeRow(const Row &row, const QList<qreal> &widths, const Row *heads)
{
    const qreal height = heightOfRow(row);
    const qreal whole = m_size.height() - (heads ? heightOfRow(*heads) : 0);
    if (height > left() && m_y > 0 && height <= whole) {
        nextPage();
        if (heads)
            drawRow(*heads, widths);
    }
    if (height > left())
        placeTallRow(row, widths);
    else
        drawRow(row, widths);
}

void Flow::operator()(const Facts &facts)
{
    const qreal label = mm(48);
    const QList<qreal> widths{label, m_size.width() - label};
    for (const auto &[name, cell] : facts.rows) {
        const Phrase quiet{name, Tone::Quiet, false, false};
        placeRow({{layOut(Cell{quiet}, label - mm(cellGap)), layOut(cell, widths.at(1))}, false}, widths,
                 nullptr);
    }
    m_y += mm(1.5);
}

QList<qreal> Flow::widthsOf(const Table &table) const
{
    const QFontMetricsF normal(pdfFont(bodyPoints), m_device);
    const QFontMetricsF bold(pdfFont(bodyPoints, QFont::DemiBold), m_device);
    const QFontMetricsF fixed(pdfFixedFont(fixedPoints), m_device);
    return columnWidths(table, m_size.width(), mm(cellGap) + 1, [&](const Phrase &phrase) {
        const QFontMetricsF &metrics = phrase.fixedWidth ? fixed : phrase.tag ? bold : normal;
        return metrics.horizontalAdvance(printed(phrase));
    });
}

void Flow::operator()(const Table &table)
{
    const QList<qreal> widths = widthsOf(table);
    const auto rowOf = [&](const QList<Cell> &cells) {
        Row row{{}, true};
        for (int column = 0; column < widths.size(); ++column)
            row.cells.append(layOut(cells.value(column), widths.at(column) - mm(cellGap)));
        return row;
    };
    QList<Cell> names;
    for (const QString &head : table.heads)
        names.append({{head, Tone::Quiet, false, false}});
    const Row heads = rowOf(names);
    // Heads alone at the foot of a page help nobody.
    const qreal first = table.rows.isEmpty() ? 0 : heightOfRow(rowOf(table.rows.constFirst()));
    if (heightOfRow(heads) + first > left() && m_y > 0)
        nextPage();
    drawRow(heads, widths);
    for (const QList<Cell> &cells : table.rows)
        placeRow(rowOf(cells), widths, &heads);
    m_y += mm(2);
}

} // namespace

QList<PdfPage> pdfPages(const Document &document, const QSizeF &size, QPaintDevice *device)
{
    Flow flow(size, device);
    flow.title(document.title);
    for (const Block &block : document.blocks)
        std::visit(flow, block);
    return flow.pages();
}

} // namespace uplift::report
