// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/quoting.h"
#include "report/requestexamples.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::report;

namespace {

const QString hostileName =
    QStringLiteral("x\n*/ \"; $(touch /tmp/p) ' \\u000a System.exit(1); ` 缓存 \u2028 evil()");

upgrade::StepPlan windowPlan()
{
    upgrade::StepPlan plan;
    plan.instance = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
    plan.instanceName = QStringLiteral("orders-cache");
    plan.accountName = QStringLiteral("Retail production");
    plan.keyTail = QStringLiteral("X7Qd");
    plan.region = {QStringLiteral("cn-hangzhou")};
    plan.fromVersion = QStringLiteral("redis-7.0_7.0.1.8");
    plan.toVersion = QStringLiteral("7.0.1.14");
    return plan;
}

/// Runs a checker on one file; empty when it found nothing wrong, else what it said.
QString complaintOf(const QString &program, const QStringList &arguments, const QString &directory)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000))
        return QStringLiteral("did not finish");
    const QString said = QString::fromUtf8(process.readAll());
    return process.exitCode() == 0 ? QString()
                                   : QStringLiteral("exit %1: %2").arg(process.exitCode()).arg(said);
}

QString saved(const QTemporaryDir &directory, const RequestExample &example)
{
    QFile file(directory.filePath(example.fileName));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(example.code.toUtf8());
    return example.fileName;
}

} // namespace

class RequestExamplesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyExampleMatchesItsGoldenFile_data();
    void everyExampleMatchesItsGoldenFile();
    void theMomentIsWrittenAsTheWireHasIt_data();
    void theMomentIsWrittenAsTheWireHasIt();
    void theToolOfTheLanguageAcceptsIt_data();
    void theToolOfTheLanguageAcceptsIt();
    void hostileValuesStayOneLiteral_data();
    void hostileValuesStayOneLiteral();
    void theShellHandsOverExactlyTheValue();
    void nothingOfTheKeyIsInAnyExample();
    void theNoteSaysUnderWhichNamesTheMomentGoes_data();
    void theNoteSaysUnderWhichNamesTheMomentGoes();
    void loopbackIsPlainHttpAndNothingElseIs_data();
    void loopbackIsPlainHttpAndNothingElseIs();
};

void RequestExamplesTest::everyExampleMatchesItsGoldenFile_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("now");
    QTest::addColumn<QString>("golden");
    const QList<RequestExample> examples =
        requestExamples(windowPlan(), QStringLiteral("r-kvstore.aliyuncs.com"));
    for (const RequestExample &example : examples) {
        for (const bool now : {false, true}) {
            const QString golden =
                (now ? QStringLiteral("now-") : QStringLiteral("window-")) + example.fileName;
            QTest::newRow(qPrintable(golden)) << static_cast<int>(example.kind) << now << golden;
        }
    }
}

void RequestExamplesTest::everyExampleMatchesItsGoldenFile()
{
    QFETCH(int, kind);
    QFETCH(bool, now);
    QFETCH(QString, golden);
    upgrade::StepPlan plan = windowPlan();
    plan.moment = now ? Moment::Now : Moment::MaintenanceWindow;
    const RequestExample example =
        requestExample(static_cast<Example>(kind), plan, QStringLiteral("https://r-kvstore.aliyuncs.com"));
    QFile file(QStringLiteral(UPLIFT_SOURCE_DIR "/tests/report/data/") + golden);
    if (qEnvironmentVariableIsSet("UPLIFT_WRITE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(example.code.toUtf8()), example.code.toUtf8().size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(example.code, QString::fromUtf8(file.readAll()));
}

void RequestExamplesTest::theMomentIsWrittenAsTheWireHasIt_data()
{
    QTest::addColumn<int>("moment");
    QTest::addColumn<QString>("effectiveTimeWire");
    QTest::addColumn<QString>("effectTimeWire");
    QTest::newRow("now") << static_cast<int>(Moment::Now) << QStringLiteral("Immediately")
                         << QStringLiteral("0");
    QTest::newRow("maintenance window") << static_cast<int>(Moment::MaintenanceWindow)
                                        << QStringLiteral("MaintainTime") << QStringLiteral("1");
}

void RequestExamplesTest::theMomentIsWrittenAsTheWireHasIt()
{
    QFETCH(int, moment);
    QFETCH(QString, effectiveTimeWire);
    QFETCH(QString, effectTimeWire);
    QCOMPARE(effectiveTime(static_cast<Moment>(moment)), effectiveTimeWire);
    QCOMPARE(effectTime(static_cast<Moment>(moment)), effectTimeWire);
}

void RequestExamplesTest::theToolOfTheLanguageAcceptsIt_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](Example kind, const char *program, const QStringList &arguments) {
        QTest::newRow(program) << static_cast<int>(kind) << QString::fromLatin1(program) << arguments;
    };
    const QString yaml =
        QStringLiteral("import sys\ntry:\n    import yaml\nexcept ImportError:\n    sys.exit(0)\n"
                       "d = yaml.safe_load(open('upgrade.yaml', encoding='utf-8'))\n"
                       "p = d['Resources']['UpgradeVersion']['Properties']\n"
                       "assert sorted(p) == ['EffectiveTime', 'InstanceId', 'MinorVersion'], p\n"
                       "assert all(isinstance(v, str) for v in p.values()), p\n");
    row(Example::Cli, "bash", {QStringLiteral("-n"), QStringLiteral("upgrade.sh")});
    row(Example::Ros, "python3", {QStringLiteral("-c"), yaml});
    QTest::newRow("python3 compile") << static_cast<int>(Example::Python) << QStringLiteral("python3")
                                     << QStringList{QStringLiteral("-m"), QStringLiteral("py_compile"),
                                                    QStringLiteral("upgrade.py")};
    row(Example::Go, "gofmt", {QStringLiteral("-l"), QStringLiteral("-e"), QStringLiteral("upgrade.go")});
    row(Example::Node, "node", {QStringLiteral("--check"), QStringLiteral("upgrade.js")});
    // javac stops at the missing SDK, so only the parser's own complaints count.
    row(Example::Java, "javac", {QStringLiteral("-proc:none"), QStringLiteral("UpgradeMinorVersion.java")});
}

void RequestExamplesTest::theToolOfTheLanguageAcceptsIt()
{
    QFETCH(int, kind);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP(qPrintable(program + QStringLiteral(" is not installed here")));
    upgrade::StepPlan hostile = windowPlan();
    hostile.instanceName = hostileName;
    hostile.minorVersion = hostileName;
    for (const upgrade::StepPlan &plan : {windowPlan(), hostile}) {
        QTemporaryDir directory;
        const RequestExample example =
            requestExample(static_cast<Example>(kind), plan, QStringLiteral("r-kvstore.aliyuncs.com"));
        QVERIFY(!saved(directory, example).isEmpty());
        QString complaint = complaintOf(program, arguments, directory.path());
        if (static_cast<Example>(kind) == Example::Java) {
            static const QRegularExpression unresolved(
                QStringLiteral("error: (package [\\w.]+ does not exist|cannot find symbol)"));
            static const QRegularExpression any(QStringLiteral(": error: "));
            complaint = complaint.count(any) == complaint.count(unresolved) ? QString() : complaint;
        }
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint + u'\n' + example.code));
    }
}

void RequestExamplesTest::hostileValuesStayOneLiteral_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("literal");
    const auto row = [](const char *name, Language language, const QString &value, const QString &literal) {
        QTest::newRow(name) << static_cast<int>(language) << value << literal;
    };
    row("shell quote", Language::Shell, QStringLiteral("a'b$(c)"), QStringLiteral("'a'\\''b$(c)'"));
    row("shell NUL", Language::Shell, QStringLiteral("a") + QChar(u'\0') + u'b', QStringLiteral("'ab'"));
    row("Python quote and backslash", Language::Python, QStringLiteral("\"\\"),
        QStringLiteral("\"\\\"\\\\\""));
    row("Python line feed", Language::Python, QStringLiteral("a\nb"), QStringLiteral("\"a\\u000ab\""));
    row("Java line feed", Language::Java, QStringLiteral("a\nb"), QStringLiteral("\"a\\012b\""));
    row("Java escape of a quote", Language::Java, QStringLiteral("\\u0022"), QStringLiteral("\"\\\\u0022\""));
    row("JavaScript line separator", Language::JavaScript, QStringLiteral("a\u2028b"),
        QStringLiteral("\"a\\u2028b\""));
    row("JavaScript beyond the BMP", Language::JavaScript, QString::fromUcs4(U"\U0001F600"),
        QStringLiteral("\"\\ud83d\\ude00\""));
    row("Go beyond the BMP", Language::Go, QString::fromUcs4(U"\U0001F600"),
        QStringLiteral("\"\\U0001f600\""));
    row("YAML directive", Language::Yaml, QStringLiteral("!!python/x: [a]"),
        QStringLiteral("\"!!python/x: [a]\""));
    row("YAML lone surrogate", Language::Yaml, QString(QChar(0xd800)), QStringLiteral("\"\\ufffd\""));
}

void RequestExamplesTest::hostileValuesStayOneLiteral()
{
    QFETCH(int, language);
    QFETCH(QString, value);
    QFETCH(QString, literal);
    QCOMPARE(quoted(value, static_cast<Language>(language)), literal);
}

void RequestExamplesTest::theShellHandsOverExactlyTheValue()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (program.isEmpty())
        QSKIP("sh is not installed here");
    QProcess process;
    process.start(
        program, {QStringLiteral("-c"), QStringLiteral("printf %s ") + quoted(hostileName, Language::Shell)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), hostileName);
    QCOMPARE(commentText(hostileName),
             QStringLiteral("x */ \"; $(touch /tmp/p) ' /u000a System.exit(1); ` 缓存 evil()"));
}

void RequestExamplesTest::nothingOfTheKeyIsInAnyExample()
{
    const QList<RequestExample> examples =
        requestExamples(windowPlan(), QStringLiteral("r-kvstore.aliyuncs.com"));
    QCOMPARE(examples.size(), 6);
    for (const RequestExample &example : examples) {
        QVERIFY(!example.code.contains(u"X7Qd"));
        QVERIFY(!example.code.contains(u"AccessKey", Qt::CaseInsensitive));
        QVERIFY(!example.code.contains(u"Retail production"));
        QVERIFY(example.code.contains(u"r-bp1zxszhcgatnx4b2c"));
        QVERIFY(!example.title.isEmpty() && !example.note.isEmpty());
    }
}

void RequestExamplesTest::theNoteSaysUnderWhichNamesTheMomentGoes_data()
{
    QTest::addColumn<int>("naming");
    QTest::addColumn<QString>("says");
    QTest::newRow("both") << static_cast<int>(MomentNaming::Both) << QStringLiteral("both of its names");
    QTest::newRow("EffectiveTime") << static_cast<int>(MomentNaming::EffectiveTime)
                                   << QStringLiteral("EffectiveTime only, as the CLI");
    QTest::newRow("EffectTime") << static_cast<int>(MomentNaming::EffectTime)
                                << QStringLiteral("upgrade at once");
}

void RequestExamplesTest::theNoteSaysUnderWhichNamesTheMomentGoes()
{
    QFETCH(int, naming);
    QFETCH(QString, says);
    upgrade::StepPlan plan = windowPlan();
    plan.momentNaming = static_cast<MomentNaming>(naming);
    QVERIFY(requestExample(Example::Python, plan, QStringLiteral("h.example")).note.contains(says));
}

void RequestExamplesTest::loopbackIsPlainHttpAndNothingElseIs_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("plain");
    QTest::newRow("practice cloud") << QStringLiteral("http://127.0.0.1:8123") << true;
    QTest::newRow("public host") << QStringLiteral("r-kvstore.aliyuncs.com") << false;
    QTest::newRow("custom https") << QStringLiteral("https://127.0.0.1:8123") << false;
}

void RequestExamplesTest::loopbackIsPlainHttpAndNothingElseIs()
{
    QFETCH(QString, origin);
    QFETCH(bool, plain);
    const QString host = origin.mid(origin.lastIndexOf(u'/') + 1);
    QCOMPARE(requestExample(Example::Python, windowPlan(), origin).code.contains(u"protocol=\"http\""),
             plain);
    QCOMPARE(requestExample(Example::Java, windowPlan(), origin).code.contains(u".setProtocol(\"http\")"),
             plain);
    QCOMPARE(requestExample(Example::Go, windowPlan(), origin).code.contains(u"tea.String(\"http\")"), plain);
    QCOMPARE(requestExample(Example::Node, windowPlan(), origin).code.contains(u"protocol: \"http\""), plain);
    QCOMPARE(requestExample(Example::Cli, windowPlan(), origin).code.contains(u"--insecure"), plain);
    for (const Example kind : {Example::Cli, Example::Python, Example::Java, Example::Go, Example::Node})
        QVERIFY(requestExample(kind, windowPlan(), origin).code.contains(host));
}

QTEST_GUILESS_MAIN(RequestExamplesTest)
#include "tst_requestexamples.moc"
