// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledata.h"
#include "ui/instances/instancecells.h"
#include "ui/instances/rowtext.h"

#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;

namespace {

/// Reads RFC 4180, as another program would.
QList<QStringList> parseCsv(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.mid(3));
    QList<QStringList> lines{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"')
            lines.last().last() += text.at(++i);
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            lines.last() << QString();
        else if (!quoted && c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n') {
            ++i;
            lines << QStringList{QString()};
        } else
            lines.last().last() += c;
    }
    lines.removeLast(); // behind the last line's end
    return lines;
}

InstanceRow named(const QString &name)
{
    InstanceRow row = sample::rows().first();
    row.facts.edit([&name](Instance &facts) { facts.name = name; });
    return row;
}

} // namespace

class CsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foreignNamesStayText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *what, const QString &name, const QString &shown) {
            QTest::newRow(what) << name << shown;
        };
        row("Chinese", QStringLiteral("订单缓存"), QStringLiteral("订单缓存"));
        row("Arabic", QStringLiteral("ذاكرة التخزين"), QStringLiteral("ذاكرة التخزين"));
        row("emoji", QStringLiteral("🚀-cache"), QStringLiteral("🚀-cache"));
        row("empty: its id", {}, QStringLiteral("r-bp1zxszhcgatnx4b2c"));
        row("256 long", QString(256, u'x'), QString(256, u'x'));
        row("markup", QStringLiteral("<b>a</b>&amp;<img src=x>"), QStringLiteral("<b>a</b>&amp;<img src=x>"));
        row("control", QStringLiteral("a\u0007\u0085b"), QStringLiteral("a  b"));
        row("bidi", QStringLiteral("\u202ea\u2066b\u2069"), QStringLiteral("ab"));
        row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("a b"));
    }
    void foreignNamesStayText()
    {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        const InstanceRow row = named(name);
        QCOMPARE(cellOf(row, InstanceColumn, sample::now(), sample::zone()).first, shown);
        QCOMPARE(cellOf(row, NameColumn, sample::now(), sample::zone()).first, shown);
        QVERIFY(spokenText(row, sample::now(), sample::zone()).startsWith(shown));
        QCOMPARE(textLineOf(row, {NameColumn}, sample::now(), sample::zone()), shown);
        const auto lines = parseCsv(csvOf({row}, {NameColumn, IdColumn}, sample::now(), sample::zone()));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(1), QStringList({shown, QStringLiteral("r-bp1zxszhcgatnx4b2c")}));
    }

    void toolTipsShowMarkupAsLetters()
    {
        const QString tip = toolTipOf(named(QStringLiteral("<b>a</b>")), sample::now());
        QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;a&lt;/b&gt;")), qPrintable(tip));
        QVERIFY(!toolTipOf(named(QStringLiteral("plain")), sample::now()).contains(u'<'));
    }

    void everyFactHasItsHeadAndMomentsAreUtc()
    {
        InstanceRow row = sample::rows().first();
        row.lastUpgrade = QDateTime({2026, 11, 1}, {2, 3}, Qt::UTC);
        const auto lines = parseCsv(csvOf({row}, allFacts(), sample::now(), sample::zone()));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).size(), allFacts().size());
        QCOMPARE(lines.at(1).size(), allFacts().size());
        const auto value = [&lines](Column column) { return lines.at(1).at(allFacts().indexOf(column)); };
        QCOMPARE(value(RegionColumn), QStringLiteral("cn-hangzhou"));
        QCOMPARE(value(EnvironmentColumn), QStringLiteral("Production"));
        QCOMPARE(value(ArchitectureColumn), QStringLiteral("Cluster · 8 shards · 2 zones"));
        QCOMPARE(value(CurrentColumn), QStringLiteral("7.0.1.8"));
        QCOMPARE(value(LatestColumn), QStringLiteral("7.0.1.14"));
        QCOMPARE(value(LevelColumn), QStringLiteral("Critical"));
        QCOMPARE(value(NextWindowColumn), QStringLiteral("2026-11-19T18:00:00Z"));
        QCOMPARE(value(LastUpgradeColumn), QStringLiteral("2026-11-01T02:03:00Z"));
        QCOMPARE(value(AgeColumn), QStringLiteral("2026-11-19T06:30:55Z"));
        QCOMPARE(value(ProxyColumn), QString());
        QVERIFY(lines.at(0).contains(QStringLiteral("As of (UTC)")));
    }

    void manyRowsAreWrittenAsOneCallWould()
    {
        QList<InstanceRow> rows;
        for (int i = 0; i < 300; ++i) {
            rows << sample::rows().at(i % 18);
            rows.last().id = {QStringLiteral("r-bp1%1").arg(i)};
        }
        const QList<Column> columns{NameColumn, IdColumn, LevelColumn};
        RowWriter writer;
        QSignalSpy finished(&writer, &RowWriter::finished);
        writer.start(RowFormat::Csv, rows, columns, sample::now(), sample::zone());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(finished.first().at(1).toByteArray(), csvOf(rows, columns, sample::now(), sample::zone()));
        QVERIFY(!writer.isWriting());
    }
};

QTEST_MAIN(CsvTest)
#include "tst_csv.moc"
