// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket as Markdown, HTML and PDF, read back by readers that are not ours.
#include "core/worker.h"
#include "journalexamples.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/pdf.h"
#include "report/pdfcolumns.h"
#include "report/pdfflow.h"
#include "report/ticket.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QXmlStreamReader>

#include <memory>
#include <vector>

using namespace uplift;
using namespace uplift::report;
using namespace uplift::report::test;

namespace {

Document note(const QString &text)
{
    Document document;
    document.title = QStringLiteral("t");
    document.language = QStringLiteral("en");
    document.blocks = {Paragraph{{text, Tone::Plain, false, false}}};
    return document;
}

/// What a poppler tool prints of a PDF.
QString poppler(const QString &tool, const QStringList &options, const QByteArray &pdf)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("ticket.pdf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.flush())
        qFatal("no room for the PDF");
    QProcess process;
    QStringList arguments = options;
    arguments.append(path);
    if (tool == QLatin1String("pdftotext"))
        arguments.append(QStringLiteral("-"));
    process.start(tool, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(tool), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString textOf(const QByteArray &pdf)
{
    return poppler(QStringLiteral("pdftotext"), {QStringLiteral("-layout")}, pdf);
}

/// Made where the program makes it: in a thread of its own.
QByteArray pdfInAThread(const Document &document)
{
    Worker worker(QStringLiteral("pdf"));
    QObject context;
    QByteArray pdf;
    worker.ask<QByteArray>([document]() -> Result<QByteArray> { return pdfOf(document); }, &context,
                           [&pdf](const Result<QByteArray> &made) { pdf = *made; });
    if (!QTest::qWaitFor([&pdf] { return !pdf.isEmpty(); }, 300'000))
        qFatal("no PDF came");
    return pdf;
}

TicketInput large(int count)
{
    TicketInput input = finishedBatch();
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(QStringLiteral("orders-cache-%1").arg(i));
    const upgrade::BatchPlan batch = batchOf(names);
    input.steps.clear();
    for (int i = 0; i < count; ++i)
        input.steps.append(i % 17 == 5 ? failed(partOf(batch, i)) : verified(partOf(batch, i)));
    input.batch = upgrade::JournaledBatch{batch,
                                          {row(batch, upgrade::BatchState::Running, 0, by("anna@bastion-2")),
                                           row(batch, upgrade::BatchState::Finished, 600)}};
    return input;
}

/// Every text node of an HTML file, read as XML.
QString xmlText(const QString &html, QString *error)
{
    QXmlStreamReader xml(html);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
    }
    *error = xml.errorString();
    return text;
}

} // namespace

class TicketWritersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void foreignWordsStayWords_data();
    void foreignWordsStayWords();
    void theHtmlIsWellFormedAndStandsByItself();
    void everyTableOfTheHtmlHasItsHeads();
    void theHtmlSaysItsLanguage();
    void thePdfHoldsNamesVerdictAndChinese();
    void chineseCanBeSearchedForInThePdf();
    void everyFontOfThePdfIsEmbedded();
    void severalPdfsAreMadeAtOnce();
    void theWindowGoesOnWhileALargeOneIsMade();
    void headsStandOnEachPageAndNoHeadingAlone();
    void aTextLongerThanAPageIsWhole();
    void nothingSecretIsInAnyOfThem();
    void columnsAreAsWideAsTheyNeed_data();
    void columnsAreAsWideAsTheyNeed();
};

void TicketWritersTest::foreignWordsStayWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown = {}) {
        QTest::newRow(name) << text << (shown.isNull() ? text : shown);
    };
    row("plain", QStringLiteral("orders-cache"));
    row("Chinese", QStringLiteral("订单缓存"));
    row("bold", QStringLiteral("**a** __b__ *c* _d_"));
    row("code", QStringLiteral("`rm -rf`"));
    row("table", QStringLiteral("a | b || c"));
    row("link", QStringLiteral("[here](http://x.example/)"));
    row("picture", QStringLiteral("![x](y)"));
    row("bare address", QStringLiteral("https://x.example/?a=1 www.x.example"));
    row("html", QStringLiteral("<img src=x onerror=alert(1)> <!-- x"));
    row("entity", QStringLiteral("&lt; &amp; &#65;"));
    row("heading", QStringLiteral("# no heading"));
    row("list", QStringLiteral("- no list"));
    row("plus list", QStringLiteral("+ no list"));
    row("numbered list", QStringLiteral("1. no list"));
    row("numbered with a bracket", QStringLiteral("12) no list"));
    row("quote", QStringLiteral("> no quote"));
    row("rule", QStringLiteral("---"));
    row("underline of a heading", QStringLiteral("==="));
    row("struck", QStringLiteral("~~gone~~"));
    row("formula", QStringLiteral("$a$ and $$b$$"));
    row("backslash", QStringLiteral("a\\b \\* c\\"));
    row("quotes", QStringLiteral("say \"yes\" and 'no'"));
    row("lines", QStringLiteral("a\nb\r\n\n# c"), QStringLiteral("a b # c"));
    row("control", QStringLiteral("a\u0007b\u009bc"), QStringLiteral("a b c"));
    row("bidi", QStringLiteral("a\u202eb\u2066c\u2069"), QStringLiteral("abc"));
    row("no character", QStringLiteral("a\ufffeb"), QStringLiteral("a\ufffdb"));
    row("half a pair", QStringLiteral("a") + QChar(0xd83d), QStringLiteral("a\ufffd"));
    row("emoji", QStringLiteral("🚀 cache"));
}

void TicketWritersTest::foreignWordsStayWords()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QString error;
    const QString read = xmlText(htmlOf(note(text)), &error);
    QCOMPARE(error, QString());
    QVERIFY2(read.simplified().contains(shown), qPrintable(read.right(200)));
    QTextDocument markdown;
    markdown.setMarkdown(markdownOf(note(text)), QTextDocument::MarkdownDialectGitHub);
    QVERIFY2(markdown.toPlainText().contains(QLatin1Char('\n') + shown), qPrintable(markdown.toPlainText()));
    for (const auto &format : markdown.allFormats()) {
        QVERIFY(!format.boolProperty(QTextFormat::IsAnchor));
        QVERIFY(!format.isListFormat() && !format.isImageFormat());
    }
    // In a table as well, and as code.
    Document table = note({});
    table.blocks = {
        Table{{text, text}, {{{{text, Tone::Plain, true, false}}, {{text, Tone::Bad, false, true}}}}}};
    const QString written = markdownOf(table);
    static const QRegularExpression edges(QStringLiteral("(?<!\\\\)\\|"));
    for (const QString &line : written.split(u'\n')) {
        if (line.startsWith(u'|'))
            QCOMPARE(line.count(edges), 3);
    }
    QCOMPARE(xmlText(htmlOf(table), &error).simplified().isEmpty(), false);
    QCOMPARE(error, QString());
}

void TicketWritersTest::theHtmlIsWellFormedAndStandsByItself()
{
    const QString html = htmlOf(ticketOf(finishedBatch()));
    QString error;
    const QString text = xmlText(html, &error);
    QCOMPARE(error, QString());
    for (const char *words :
         {"Finished: 1 of 4 instances ended well.", "orders-stg", "Production", "Verified",
          "moved from cn-hangzhou-h to cn-hangzhou-i", "before \"11.11\" | <b>agreed</b>"})
        QVERIFY2(text.contains(QLatin1String(words)), words);
    static const QRegularExpression outside(
        QStringLiteral("<script|<link|<iframe|<img|<object|src=|href=|url\\(|@import|https?://|javascript:"),
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!html.contains(outside), qPrintable(outside.match(html).captured()));
    QVERIFY(html.contains(QLatin1String("default-src 'none'")));
}

void TicketWritersTest::everyTableOfTheHtmlHasItsHeads()
{
    QXmlStreamReader xml(htmlOf(ticketOf(finishedBatch())));
    int tables = 0;
    int heads = 0;
    int cells = 0;
    int columns = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement && xml.name() == QLatin1String("table")) {
            ++tables;
            columns = xml.attributes().value(QLatin1String("class")) == QLatin1String("facts") ? 2 : 0;
            heads = 0;
        }
        if (token == QXmlStreamReader::StartElement && xml.name() == QLatin1String("tr"))
            cells = 0;
        if (token == QXmlStreamReader::StartElement && xml.name() == QLatin1String("th")) {
            QVERIFY(xml.attributes().hasAttribute(QLatin1String("scope")));
            ++heads;
            ++cells;
        }
        if (token == QXmlStreamReader::StartElement && xml.name() == QLatin1String("td"))
            ++cells;
        if (token == QXmlStreamReader::EndElement && xml.name() == QLatin1String("tr")) {
            columns = columns == 0 ? cells : columns;
            QCOMPARE(cells, columns);
            QVERIFY(heads > 0);
        }
    }
    QVERIFY(tables > 15);
}

void TicketWritersTest::theHtmlSaysItsLanguage()
{
    QVERIFY(htmlOf(ticketOf(finishedBatch())).contains(QLatin1String("<html lang=\"en\">")));
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const Document chinese = ticketOf(finishedBatch());
    QLocale::setDefault(before);
    QVERIFY(htmlOf(chinese).contains(QLatin1String("<html lang=\"zh-CN\">")));
}

void TicketWritersTest::thePdfHoldsNamesVerdictAndChinese()
{
    TicketInput input = finishedBatch();
    input.batch->plan.note = QStringLiteral("双十一之前完成，工单已由主管批准");
    const QByteArray pdf = pdfInAThread(ticketOf(input));
    QVERIFY(pdf.startsWith("%PDF-1."));
    const QString text = textOf(pdf);
    for (const QString &words :
         {QStringLiteral("Change ticket CHG-2041"), QStringLiteral("Finished: 1 of 4 instances ended well."),
          QStringLiteral("orders-stg"), QStringLiteral("r-bp1session"), QStringLiteral("REQ-2"),
          QStringLiteral("双十一之前完成，工单已由主管批准"), QStringLiteral("Page 1 of ")})
        QVERIFY2(text.contains(words), qPrintable(words + u'\n' + text.left(1500)));
    const QString info = poppler(QStringLiteral("pdfinfo"), {}, pdf);
    QVERIFY2(info.contains(QLatin1String("(A4)")), qPrintable(info));
    QVERIFY2(info.contains(QLatin1String("JavaScript:      no")), qPrintable(info));
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    const QString count = pages.match(info).captured(1);
    QVERIFY(text.contains(QStringLiteral("Page %1 of %1").arg(count)));
}

// Characters that share their glyph with a radical: told by the wrong one, they could not be found.
void TicketWritersTest::chineseCanBeSearchedForInThePdf()
{
    const QString words = QStringLiteral("工人生产行大小见长门页风飞马用户 人工 a b");
    const QString text = textOf(pdfInAThread(note(words)));
    QVERIFY2(text.contains(words), qPrintable(text));
    static const QRegularExpression radicals(QStringLiteral("[\\x{2e80}-\\x{2fdf}\\t]"));
    QVERIFY2(!text.contains(radicals), qPrintable(text));
    const QString one = textOf(pdfInAThread(note(QStringLiteral("工"))));
    QVERIFY2(one.contains(QStringLiteral("工")), qPrintable(one));
}

void TicketWritersTest::everyFontOfThePdfIsEmbedded()
{
    TicketInput input = finishedBatch();
    input.batch->plan.note = QStringLiteral("订单 orders");
    const QString fonts = poppler(QStringLiteral("pdffonts"), {}, pdfInAThread(ticketOf(input)));
    const QStringList lines = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY2(lines.size() >= 3, qPrintable(fonts));
    static const QRegularExpression embedded(
        QStringLiteral("\\s(yes|no)\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+$"));
    for (const QString &line : lines) {
        const auto match = embedded.match(line);
        QVERIFY2(match.captured(1) == QLatin1String("yes"), qPrintable(fonts)); // in the file
        QVERIFY2(match.captured(3) == QLatin1String("yes"), qPrintable(fonts)); // and its text can be read
    }
}

void TicketWritersTest::severalPdfsAreMadeAtOnce()
{
    const Document document = ticketOf(finishedBatch());
    const QString alone = textOf(pdfOf(document));
    QVERIFY(alone.contains(QLatin1String("orders-stg")));
    std::vector<std::unique_ptr<Worker>> workers;
    QObject context;
    QList<QByteArray> made;
    for (int i = 0; i < 4; ++i) {
        workers.push_back(std::make_unique<Worker>(QStringLiteral("pdf")));
        workers.back()->ask<QByteArray>([document]() -> Result<QByteArray> { return pdfOf(document); },
                                        &context,
                                        [&made](const Result<QByteArray> &pdf) { made.append(*pdf); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(made.size(), 4, 300'000);
    for (const QByteArray &pdf : std::as_const(made))
        QCOMPARE(textOf(pdf), alone);
}

void TicketWritersTest::theWindowGoesOnWhileALargeOneIsMade()
{
    const Document document = ticketOf(large(200));
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(1);
    const QByteArray pdf = pdfInAThread(document);
    QVERIFY2(ticks > 10, qPrintable(QString::number(ticks)));
    const QString text = textOf(pdf);
    QVERIFY(text.contains(QLatin1String("orders-cache-0")));
    QVERIFY(text.contains(QLatin1String("orders-cache-199")));
    QVERIFY(text.contains(QLatin1String("Finished: 188 of 200 instances ended well.")));
}

void TicketWritersTest::headsStandOnEachPageAndNoHeadingAlone()
{
    const Document document = ticketOf(large(60));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QPdfWriter device(&buffer);
    device.setResolution(300);
    const QSizeF size(device.width(), device.height());
    const QList<PdfPage> pages = pdfPages(document, size, &device);
    QVERIFY(pages.size() > 10);
    int pagesOfTheFirstTable = 0;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const PdfPage &page = pages.at(i);
        QVERIFY(!page.lines.isEmpty());
        const PdfPage::Line *lowest = nullptr;
        const PdfPage::Line *highest = nullptr;
        const auto top = [](const PdfPage::Line &line) {
            return line.at.y() + line.layout->lineAt(line.number).y();
        };
        for (const PdfPage::Line &line : page.lines) {
            QVERIFY(top(line) >= 0);
            QVERIFY(top(line) + line.layout->lineAt(line.number).height() <= size.height() + 1);
            lowest = !lowest || top(line) > top(*lowest) ? &line : lowest;
            highest = !highest || top(line) < top(*highest) ? &line : highest;
        }
        const QFont font = lowest->layout->font();
        QVERIFY2(font.weight() == QFont::Normal || font.pointSizeF() < 9,
                 qPrintable(QStringLiteral("page %1 ends in %2").arg(i + 1).arg(lowest->layout->text())));
        if (highest->layout->text() == QLatin1String("Wave"))
            ++pagesOfTheFirstTable;
    }
    QVERIFY(pagesOfTheFirstTable >= 2);
}

void TicketWritersTest::aTextLongerThanAPageIsWhole()
{
    QStringList words;
    for (int i = 0; i < 4000; ++i)
        words.append(QStringLiteral("w%1").arg(i));
    Document document = note({});
    const Phrase all{words.join(u' '), Tone::Plain, false, false};
    document.blocks = {Table{{QStringLiteral("Head"), QStringLiteral("Text")}, {{{all}, {all}}}},
                       Facts{{{QStringLiteral("Label"), {all}}}}, Note{all}, Bullets{{all}}};
    const QString text = poppler(QStringLiteral("pdftotext"), {}, pdfInAThread(document));
    for (const QString &word : {words.constFirst(), words.at(1234), words.constLast()}) {
        const QRegularExpression whole(QStringLiteral("\\b%1\\b").arg(word));
        QCOMPARE(text.count(whole), 5);
    }
}

void TicketWritersTest::nothingSecretIsInAnyOfThem()
{
    TicketInput input = finishedBatch();
    for (upgrade::JournaledStep &step : input.steps)
        step.plan.keyTail = QStringLiteral("LTAI5tCanarySecretX7Qd");
    for (upgrade::BatchItem &item : input.batch->plan.items)
        item.plan.keyTail = QStringLiteral("LTAI5tCanarySecretX7Qd");
    const Document document = ticketOf(input);
    const QByteArray pdf = pdfInAThread(document);
    for (const QString &text :
         {markdownOf(document), htmlOf(document), textOf(pdf), QString::fromLatin1(pdf)}) {
        QVERIFY(!text.contains(QLatin1String("CanarySecret")));
        QVERIFY(!text.contains(QLatin1String("LTAI")));
        QVERIFY(!text.contains(input.steps.first().nonces.first()));
    }
    QVERIFY(textOf(pdf).contains(QStringLiteral("····X7Qd")));
}

void TicketWritersTest::columnsAreAsWideAsTheyNeed_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QList<qreal>>("widths");
    const auto row = [](const char *name, const QStringList &cells, const QList<qreal> &widths) {
        QTest::newRow(name) << cells << widths;
    };
    // Each letter is one wide, the gap is nothing, the table 30 wide.
    row("all fits, and is spread", {QStringLiteral("aaaaa"), QStringLiteral("aaaaaaaaaa")}, {10, 20});
    row("the long one gives way", {QString(10, u'a'), QString(12, u'b') + u' ' + QString(17, u'c')},
        {10, 20});
    row("no word fits", {QString(20, u'a'), QString(40, u'b')}, {10, 20});
}

void TicketWritersTest::columnsAreAsWideAsTheyNeed()
{
    QFETCH(QStringList, cells);
    Table table;
    QList<Cell> line;
    for (const QString &cell : cells) {
        table.heads.append(QStringLiteral("h"));
        line.append(Cell{{cell, Tone::Plain, false, false}});
    }
    table.rows = {line};
    const QList<qreal> widths =
        columnWidths(table, 30, 0, [](const Phrase &phrase) { return qreal(phrase.text.size()); });
    QTEST(widths, "widths");
}

QTEST_MAIN(TicketWritersTest)
#include "tst_ticketwriters.moc"
