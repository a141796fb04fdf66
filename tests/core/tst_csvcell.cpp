// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv.h"

#include <QTest>

using namespace uplift;

class CsvCellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedAndDefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char *name, const QString &text, const QString &cell) {
            QTest::newRow(name) << text << cell;
        };
        row("plain", QStringLiteral("orders-cache"), QStringLiteral("orders-cache"));
        row("empty", {}, {});
        row("comma", QStringLiteral("a,b"), QStringLiteral("\"a,b\""));
        row("quotes", QStringLiteral("a\"b"), QStringLiteral("\"a\"\"b\""));
        row("semicolon", QStringLiteral("a;b"), QStringLiteral("\"a;b\""));
        row("equals", QStringLiteral("=1+1"), QStringLiteral("\"'=1+1\""));
        row("plus", QStringLiteral("+1"), QStringLiteral("\"'+1\""));
        row("minus", QStringLiteral("-1"), QStringLiteral("\"'-1\""));
        row("at", QStringLiteral("@SUM(A1)"), QStringLiteral("\"'@SUM(A1)\""));
        row("command", QStringLiteral("=cmd|' /C calc'!A0"), QStringLiteral("\"'=cmd|' /C calc'!A0\""));
        row("equals behind a blank", QStringLiteral(" =1"), QStringLiteral("\"' =1\""));
        row("equals in full width", QStringLiteral("＝1"), QStringLiteral("\"'＝1\""));
        row("tab first", QStringLiteral("\t=1"), QStringLiteral("\"' =1\""));
        row("return first", QStringLiteral("\rx"), QStringLiteral("\"' x\""));
        row("line feed within", QStringLiteral("a\nb"), QStringLiteral("a b"));
        row("bidi override", QStringLiteral("a\u202eb"), QStringLiteral("ab"));
        row("equals behind a bidi mark", QStringLiteral("\u200f=1"), QStringLiteral("\"'=1\""));
        row("nul", QStringLiteral("a") + QChar(0) + QStringLiteral("b"), QStringLiteral("a b"));
        row("minus within", QStringLiteral("a-b"), QStringLiteral("a-b"));
    }
    void cellsAreQuotedAndDefused()
    {
        QFETCH(QString, text);
        QTEST(csvCell(text), "cell");
    }
};

QTEST_GUILESS_MAIN(CsvCellTest)
#include "tst_csvcell.moc"
