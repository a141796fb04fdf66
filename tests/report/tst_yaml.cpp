// SPDX-License-Identifier: GPL-3.0-or-later
// What is written as YAML is read back by another reader to the same structure.
#include "report/yaml.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace uplift::report;

namespace {

/// What PyYAML, a reader of YAML 1.1, makes of each text: {"value": ...}, or {"error": its complaint}. One
/// process for all, since it takes its time to start.
QJsonArray readByPython(const QStringList &documents)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys, yaml, json\n"
                                 "def read(text):\n"
                                 "    try:\n"
                                 "        return {'value': yaml.safe_load(text)}\n"
                                 "    except Exception as error:\n"
                                 "        return {'error': repr(error)}\n"
                                 "texts = json.loads(sys.stdin.buffer.read().decode('utf-8'))\n"
                                 "json.dump([read(text) for text in texts], sys.stdout, default=repr)\n")});
    python.write(QJsonDocument(QJsonArray::fromStringList(documents)).toJson());
    python.closeWriteChannel();
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        qFatal("python3 with yaml: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

QStringList texts()
{
    return {
        QString(),
        QStringLiteral("orders-cache"),
        QStringLiteral("ACS::ExecuteAPI"),
        QStringLiteral("ACS::"),
        QStringLiteral("{{ instanceIds }}"),
        QStringLiteral("订单缓存"),
        QStringLiteral("订单: 缓存"),
        QStringLiteral("it's"),
        QStringLiteral("''"),
        QStringLiteral("say \"yes\""),
        QStringLiteral("back\\slash"),
        QStringLiteral("key: value"),
        QStringLiteral("key:"),
        QStringLiteral(":key"),
        QStringLiteral("- item"),
        QStringLiteral("-"),
        QStringLiteral("---"),
        QStringLiteral("..."),
        QStringLiteral("? question"),
        QStringLiteral("# no comment"),
        QStringLiteral("a #comment"),
        QStringLiteral("&anchor"),
        QStringLiteral("*alias"),
        QStringLiteral("!tag"),
        QStringLiteral("|"),
        QStringLiteral(">"),
        QStringLiteral("%TAG"),
        QStringLiteral("@at"),
        QStringLiteral("`tick"),
        QStringLiteral("[a, b]"),
        QStringLiteral("{a: b}"),
        QStringLiteral("<<"),
        QStringLiteral("="),
        QStringLiteral("yes"),
        QStringLiteral("No"),
        QStringLiteral("ON"),
        QStringLiteral("off"),
        QStringLiteral("y"),
        QStringLiteral("N"),
        QStringLiteral("true"),
        QStringLiteral("False"),
        QStringLiteral("null"),
        QStringLiteral("NULL"),
        QStringLiteral("~"),
        QStringLiteral("0"),
        QStringLiteral("012"),
        QStringLiteral("0x1F"),
        QStringLiteral("1_000"),
        QStringLiteral("190:20:30"),
        QStringLiteral("1.5"),
        QStringLiteral("1e3"),
        QStringLiteral(".5"),
        QStringLiteral("+1"),
        QStringLiteral("-1"),
        QStringLiteral(".inf"),
        QStringLiteral(".NaN"),
        QStringLiteral("100%"),
        QStringLiteral("2026-11-20"),
        QStringLiteral("2026-11-20T12:00:00Z"),
        QStringLiteral("OOS-2019-06-01"),
        QStringLiteral("PT60S"),
        QStringLiteral(" blanks "),
        QStringLiteral("two\nlines\n"),
        QStringLiteral("tab\there"),
        QStringLiteral("return\rhere"),
        QStringLiteral("bell\u0007"),
        QStringLiteral("next line\u0085"),
        QStringLiteral("bidi\u202eovertaken"),
        QStringLiteral("line\u2028separator"),
        QStringLiteral("\ufeffmark"),
        QStringLiteral("🚀"),
        QStringLiteral("🚀\n🚀"),
        QString(400, u'x') + QLatin1String(" and more words that a writer might fold ") + QString(400, u'y'),
    };
}

/// A text where a value, a key and an element stand.
QJsonObject around(const QString &text)
{
    return {{QStringLiteral("plain"), text},
            {text, QStringLiteral("as a key")},
            {QStringLiteral("list"), QJsonArray{text, text}}};
}

QList<std::pair<const char *, QJsonValue>> structures()
{
    return {
        {"a number", 42},
        {"a negative number", -7},
        {"a fraction", 0.1},
        {"a large number", 1e20},
        {"a small number", 2.5e-9},
        {"a whole number past 32 bit", qint64{1795176000000}},
        {"yes", true},
        {"nothing", QJsonValue()},
        {"a text", QStringLiteral("yes")},
        {"no elements", QJsonArray()},
        {"no keys", QJsonObject()},
        {"lists in lists",
         QJsonArray{QJsonArray{1, QJsonArray{2, QStringLiteral("3")}}, QJsonArray(), QJsonObject(),
                    QJsonValue()}},
        {"objects in lists in objects",
         QJsonObject{{QStringLiteral("Tasks"),
                      QJsonArray{QJsonObject{{QStringLiteral("Name"), QStringLiteral("wave1")},
                                             {QStringLiteral("Properties"),
                                              QJsonObject{{QStringLiteral("Loop"), QJsonArray{1, false}},
                                                          {QStringLiteral("None"), QJsonObject()}}}},
                                 QStringLiteral("last")}},
                     {QStringLiteral("1"), QStringLiteral("a number as a key")},
                     {QStringLiteral("no"), QJsonValue()}}},
    };
}

} // namespace

class YamlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTextIsReadBackAsTheSameText_data();
    void aTextIsReadBackAsTheSameText();
    void aStructureIsReadBackAsItWas_data();
    void aStructureIsReadBackAsItWas();
    void aTemplateLooksAsAPersonWouldWriteIt();
    void aLoneSurrogateBecomesTheReplacementCharacter();
};

void YamlTest::aTextIsReadBackAsTheSameText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("read");
    QStringList documents;
    for (const QString &text : texts())
        documents.append(yamlOf(around(text)));
    const QJsonArray read = readByPython(documents);
    QCOMPARE(read.size(), documents.size());
    for (int i = 0; i < documents.size(); ++i)
        QTest::addRow("%d %s", i, qPrintable(texts().at(i).left(30)))
            << texts().at(i) << read.at(i).toObject();
}

void YamlTest::aTextIsReadBackAsTheSameText()
{
    QFETCH(QString, text);
    QFETCH(QJsonObject, read);
    QCOMPARE(read, (QJsonObject{{QStringLiteral("value"), around(text)}}));
}

void YamlTest::aStructureIsReadBackAsItWas_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonObject>("read");
    QStringList documents;
    for (const auto &structure : structures())
        documents.append(yamlOf(structure.second));
    const QJsonArray read = readByPython(documents);
    QCOMPARE(read.size(), documents.size());
    for (int i = 0; i < documents.size(); ++i)
        QTest::newRow(structures().at(i).first) << structures().at(i).second << read.at(i).toObject();
}

void YamlTest::aStructureIsReadBackAsItWas()
{
    QFETCH(QJsonValue, value);
    QFETCH(QJsonObject, read);
    QCOMPARE(read, (QJsonObject{{QStringLiteral("value"), value}}));
}

void YamlTest::aTemplateLooksAsAPersonWouldWriteIt()
{
    const QJsonObject task{{QStringLiteral("Name"), QStringLiteral("wave1")},
                           {QStringLiteral("Action"), QStringLiteral("ACS::Loop")},
                           {QStringLiteral("Properties"),
                            QJsonObject{{QStringLiteral("LoopItems"), QStringLiteral("{{ ids }}")},
                                        {QStringLiteral("Concurrency"), 2},
                                        {QStringLiteral("MaxErrors"), QStringLiteral("100%")},
                                        {QStringLiteral("Empty"), QJsonArray()}}}};
    QCOMPARE(yamlOf(QJsonObject{{QStringLiteral("Tasks"), QJsonArray{task}}}),
             QStringLiteral("Tasks:\n"
                            "  - Action: ACS::Loop\n"
                            "    Name: wave1\n"
                            "    Properties:\n"
                            "      Concurrency: 2\n"
                            "      Empty: []\n"
                            "      LoopItems: '{{ ids }}'\n"
                            "      MaxErrors: '100%'\n"));
}

void YamlTest::aLoneSurrogateBecomesTheReplacementCharacter()
{
    QCOMPARE(yamlOf(QStringLiteral("a") + QChar(0xd800)), QStringLiteral("'a\uFFFD'\n"));
}

QTEST_GUILESS_MAIN(YamlTest)
#include "tst_yaml.moc"
