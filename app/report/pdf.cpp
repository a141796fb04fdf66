// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf.h"

#include "report/pdfflow.h"
#include "report/pdflook.h"
#include "report/pdfsearch.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSet>

#include <utility>

namespace uplift::report {

namespace {

constexpr int resolution = 600; ///< dots per inch: positions are rounded to it
constexpr qreal footHeight = 9; ///< millimetres, with the space above

qreal dots(qreal millimetres) { return millimetres * resolution / 25.4; }

QString pageText(qsizetype number, qsizetype count)
{
    //: at the foot of a printed page
    return QCoreApplication::translate("uplift::report", "Page %1 of %2").arg(number).arg(count);
}

QSet<char16_t> unitsOf(const QList<PdfPage> &pages, const QString &foot)
{
    QSet<char16_t> units;
    const auto add = [&units](const QString &text) {
        for (const QChar unit : text)
            units.insert(unit.unicode());
    };
    add(foot);
    for (const PdfPage &page : pages) {
        for (const PdfPage::Line &line : page.lines) {
            if (line.number == 0)
                add(line.layout->text());
        }
    }
    return units;
}

void paintPage(QPainter &painter, const PdfPage &page)
{
    for (const PdfPage::Ground &ground : page.grounds)
        painter.fillRect(ground.area, ground.color);
    for (const PdfPage::Line &line : page.lines) {
        painter.setPen(line.color);
        line.layout->lineAt(line.number).draw(&painter, line.at);
    }
}

void paintFoot(QPainter &painter, const QRectF &page, const QString &text, qsizetype number, qsizetype count)
{
    painter.setFont(pdfFont(7.5));
    painter.setPen(pdfColor(Tone::Quiet));
    const QString pages = pageText(number, count);
    const QRectF line(page.left(), page.bottom() - dots(4), page.width(), dots(4));
    const qreal pagesWidth = painter.fontMetrics().horizontalAdvance(pages) + dots(4);
    painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, pages);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignBottom,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(line.width() - pagesWidth)));
}

} // namespace

QByteArray pdfOf(const Document &document)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(14, 15, 14, 12), QPageLayout::Millimeter);
    writer.setTitle(cleanText(document.title));
    writer.setCreator(QStringLiteral("Uplift"));
    QPainter painter(&writer);
    const QRectF page(0, 0, writer.width(), writer.height());
    const QSizeF flow(page.width(), page.height() - dots(footHeight));

    const QList<PdfPage> pages = pdfPages(document, flow, &writer);
    const QString foot = cleanText(document.title + QStringLiteral(" · ") + document.foot);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        paintPage(painter, pages.at(i));
        paintFoot(painter, page, foot, i + 1, pages.size());
    }
    painter.end();
    const QString digits = QStringLiteral("0123456789"); // of the numbers of pages
    return withSearchableText(std::move(bytes), unitsOf(pages, foot + pageText(0, 0) + digits));
}

} // namespace uplift::report
