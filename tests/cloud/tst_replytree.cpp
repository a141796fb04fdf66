// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/replytree.h"
#include "support/vectors.h"

#include <QElapsedTimer>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;

/// Bodies into trees: whatever came, an answer or a refusal, soon and within bounds.
class ReplyTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void xmlAndJsonGiveTheSameShape();
    void theFirstByteDecides_data();
    void theFirstByteDecides();
    void hostileBodiesAreRefused_data();
    void hostileBodiesAreRefused();
    void jsonOddities_data();
    void jsonOddities();
    void halfABodyIsNeverAnAnswer();
    void everySampleParses();
    void manySiblingsAreReadInTime();
    void depthIsCountedAtTheBound();
};

namespace {
const QByteArray xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void ReplyTreeTest::xmlAndJsonGiveTheSameShape()
{
    const auto xml = parseReply(
        xmlHead + "<XResponse><A>1</A><L><E><K>k &amp; v</K></E><E><K/></E></L><S><E>x</E></S></XResponse>");
    QVERIFY(xml.has_value());
    QCOMPARE(xml->format, ReplyFormat::Xml);
    QCOMPARE(xml->xmlRoot, QStringLiteral("XResponse"));
    const QByteArray expected = R"({"A":"1","L":{"E":[{"K":"k & v"},{"K":""}]},"S":{"E":"x"}})";
    QCOMPARE(QJsonDocument(xml->root).toJson(QJsonDocument::Compact), expected);
    const auto json = parseReply(expected);
    QVERIFY(json.has_value());
    QCOMPARE(json->root, xml->root);
    QCOMPARE(json->format, ReplyFormat::Json);
}

void ReplyTreeTest::theFirstByteDecides_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("answer");
    QTest::newRow("JSON") << QByteArray(R"({"RequestId":"x"})") << true;
    QTest::newRow("JSON after blanks and a byte order mark")
        << QByteArray("\xEF\xBB\xBF \r\n{\"RequestId\":\"x\"}") << true;
    QTest::newRow("XML after a line feed")
        << QByteArray("\n<AResponse><RequestId>x</RequestId></AResponse>") << true;
    QTest::newRow("XML error") << QByteArray("<Error><Code>x</Code></Error>") << true;
    QTest::newRow("CDATA") << QByteArray("<AResponse><N><![CDATA[a <b> & c]]></N></AResponse>") << true;
    QTest::newRow("HTML of a gateway")
        << test::vectorBytes(QStringLiteral("responses/error.gateway-html.json")) << false;
    QTest::newRow("HTML with a doctype") << QByteArray("<!DOCTYPE html><html><body>x</body></html>") << false;
    QTest::newRow("plain text") << QByteArray("Bad gateway") << false;
    QTest::newRow("JSON list") << QByteArray("[1,2]") << false;
    QTest::newRow("JSON text") << QByteArray("\"x\"") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("blanks") << QByteArray(" \n ") << false;
    QTest::newRow("one NUL") << QByteArray(1, '\0') << false;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << false;
    QTest::newRow("two roots") << QByteArray("<AResponse/><BResponse/>") << false;
    QTest::newRow("trailing garbage") << QByteArray("{\"RequestId\":\"x\"}x") << false;
    QTest::newRow("invalid UTF-8 in JSON") << QByteArray("{\"A\":\"\xff\"}") << false;
    QTest::newRow("invalid UTF-8 in XML") << QByteArray("<AResponse><N>\xff\xfe</N></AResponse>") << false;
}

void ReplyTreeTest::theFirstByteDecides()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, answer);
    const auto reply = parseReply(body);
    QCOMPARE(reply.has_value(), answer);
    if (reply)
        return;
    QCOMPARE(reply.error().kind, Error::Kind::BadReply);
    QVERIFY(!reply.error().message.isEmpty() && !reply.error().next.isEmpty()
            && !reply.error().detail.isEmpty());
}

void ReplyTreeTest::hostileBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray bomb = "<!DOCTYPE A [<!ENTITY a \"" + QByteArray(3000, 'x') + "\">]>";
    QTest::newRow("entity bomb") << bomb + "<AResponse>" + QByteArray("&a;").repeated(200'000)
            + "</AResponse>";
    QTest::newRow("DTD inside the root") << QByteArray("<AResponse><!DOCTYPE A []><B/></AResponse>");
    QTest::newRow("DTD after the root") << QByteArray("<AResponse/><!DOCTYPE A []>");
    QTest::newRow("undeclared entity") << QByteArray("<AResponse>&nbsp;</AResponse>");
    QTest::newRow("external entity") << QByteArray(
        "<!DOCTYPE A SYSTEM \"file:///etc/passwd\"><AResponse>&a;</AResponse>");
    QTest::newRow("100,000 attributes") << "<AResponse" + QByteArray(" a=''").repeated(100'000) + "/>";
    QTest::newRow("a long tag that never ends") << "<AResponse " + QByteArray(900'000, 'a');
    QTest::newRow("XML 100,000 deep") << "<AResponse>" + QByteArray("<a>").repeated(100'000)
            + QByteArray("</a>").repeated(100'000) + "</AResponse>";
    QTest::newRow("XML over 1 MiB") << "<AResponse><N>" + QByteArray(1024 * 1024, 'x') + "</N></AResponse>";
    QTest::newRow("JSON 100,000 deep")
        << QByteArray("{\"a\":").repeated(100'000) + "1" + QByteArray("}").repeated(100'000);
    QTest::newRow("JSON lists 1,000 deep")
        << "{\"a\":" + QByteArray("[").repeated(1000) + QByteArray("]").repeated(1000) + "}";
    QTest::newRow("JSON over 4 MiB") << "{\"a\":\"" + QByteArray(4 * 1024 * 1024, 'x') + "\"}";
    QTest::newRow("number beyond a double") << QByteArray("{\"a\":1e400}");
}

void ReplyTreeTest::hostileBodiesAreRefused()
{
    QFETCH(QByteArray, body);
    QElapsedTimer timer;
    timer.start();
    const auto reply = parseReply(body);
    const qint64 took = timer.elapsed();
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Error::Kind::BadReply);
    QVERIFY2(reply.error().detail.size() < 80, "the error holds nothing of the body");
    QVERIFY2(took < 10'000, qPrintable(QString::number(took)));
}

void ReplyTreeTest::jsonOddities_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("value");
    QTest::newRow("duplicate key, the last wins") << QByteArray(R"({"A":"first","A":"last"})") << "last";
    QTest::newRow("brackets in a text are no depth")
        << "{\"A\":\"" + QByteArray(100, '[') + "\"}" << QString(100, QLatin1Char('['));
    QTest::newRow("escaped quote") << QByteArray(R"({"A":"\"[[[[\\"})") << "\"[[[[\\";
    QTest::newRow("another type") << QByteArray(R"({"A":[1]})") << QString();
}

void ReplyTreeTest::jsonOddities()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, value);
    const auto reply = parseReply(body);
    QVERIFY(reply.has_value());
    QCOMPARE(reply->root.value(QLatin1String("A")).toString(), value);
}

void ReplyTreeTest::halfABodyIsNeverAnAnswer()
{
    int tried = 0;
    for (const char *name :
         {"DescribeEngineVersion.outdated-standard", "error.Forbidden.RAM", "DescribeHistoryTasks.running",
          "ModifyInstanceMinorVersion.ok", "DescribeRegions.ok"}) {
        for (const char *suffix : {".json", ".xml"}) {
            const QByteArray whole =
                test::vectorBytes(QLatin1String("responses/") + QLatin1String(name) + QLatin1String(suffix))
                    .trimmed();
            QVERIFY2(parseReply(whole).has_value(), name);
            for (qsizetype length = 0; length < whole.size(); ++length, ++tried) {
                if (parseReply(whole.left(length)))
                    QFAIL(qPrintable(QStringLiteral("%1%2 at %3")
                                         .arg(QLatin1String(name), QLatin1String(suffix))
                                         .arg(length)));
            }
        }
    }
    QVERIFY(tried > 5000);
}

void ReplyTreeTest::everySampleParses()
{
    const QJsonArray files = test::vectorList(QStringLiteral("responses/index.json"), "files");
    QVERIFY(files.size() >= 148);
    for (const auto &entry : files) {
        const QString file = entry[QLatin1String("file")].toString();
        const bool html = file.contains(QLatin1String("gateway-html"));
        QVERIFY2(parseReply(test::vectorBytes(QLatin1String("responses/") + file)).has_value() != html,
                 qPrintable(file));
    }
}

void ReplyTreeTest::manySiblingsAreReadInTime()
{
    QElapsedTimer timer;
    timer.start();
    const auto same = parseReply("<AResponse>" + QByteArray("<a/>").repeated(200'000) + "</AResponse>");
    QByteArray distinct = "<AResponse>";
    for (int i = 0; i < 60'000; ++i)
        distinct += "<a" + QByteArray::number(i) + "/>";
    const auto other = parseReply(distinct + "</AResponse>");
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(same.has_value() && other.has_value());
    QCOMPARE(same->root.value(QLatin1String("a")).toArray().size(), 200'000);
    QCOMPARE(other->root.size(), 60'000);
}

void ReplyTreeTest::depthIsCountedAtTheBound()
{
    const auto nested = [](int depth) {
        return "<AResponse>" + QByteArray("<a>").repeated(depth - 1) + QByteArray("</a>").repeated(depth - 1)
            + "</AResponse>";
    };
    QVERIFY(parseReply(nested(32)).has_value());
    QVERIFY(!parseReply(nested(33)).has_value());
    const auto objects = [](int depth) {
        return QByteArray("{\"a\":").repeated(depth) + "1" + QByteArray("}").repeated(depth);
    };
    QVERIFY(parseReply(objects(32)).has_value());
    QVERIFY(!parseReply(objects(33)).has_value());
}

QTEST_GUILESS_MAIN(ReplyTreeTest)
#include "tst_replytree.moc"
