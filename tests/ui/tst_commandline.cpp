// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline.h"

#include <QTest>
#include <QTranslator>

using namespace uplift::ui;

class CommandLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownArgumentsAreRead();
    void bothSpellingsOfAValueAreRead();
    void helpAndVersionEndWithZero();
    void whatIsNotUnderstoodEndsWithTwo_data();
    void whatIsNotUnderstoodEndsWithTwo();
    void bothSpeakTheLanguageInUse_data();
    void bothSpeakTheLanguageInUse();
};

/// Another language, of which the test knows each word.
class Shouting : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).toUpper();
    }
};

void CommandLineTest::knownArgumentsAreRead()
{
    const auto read =
        readCommandLine({QStringLiteral("--practice"), QStringLiteral("--data-dir"), QStringLiteral("/tmp/x"),
                         QStringLiteral("--language"), QStringLiteral("zh_CN")});
    const auto *options = std::get_if<StartOptions>(&read);
    QVERIFY(options);
    QVERIFY(options->practice);
    QCOMPARE(options->dataDir, QStringLiteral("/tmp/x"));
    QCOMPARE(options->language, QStringLiteral("zh_CN"));
    QVERIFY(std::holds_alternative<StartOptions>(readCommandLine({})));
}

void CommandLineTest::bothSpellingsOfAValueAreRead()
{
    const auto read = readCommandLine({QStringLiteral("--data-dir=/tmp/x=y")});
    QCOMPARE(std::get<StartOptions>(read).dataDir, QStringLiteral("/tmp/x=y"));
}

void CommandLineTest::helpAndVersionEndWithZero()
{
    for (const char *argument : {"--help", "--version"}) {
        const auto read = readCommandLine({QString::fromLatin1(argument)});
        QCOMPARE(std::get<EndAtOnce>(read).status, 0);
        QVERIFY(!std::get<EndAtOnce>(read).text.isEmpty());
    }
}

void CommandLineTest::whatIsNotUnderstoodEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--force")};
    QTest::newRow("a stray word") << QStringList{QStringLiteral("r-bp1")};
    QTest::newRow("a missing value") << QStringList{QStringLiteral("--data-dir")};
    QTest::newRow("an empty value") << QStringList{QStringLiteral("--language=")};
    QTest::newRow("a value for a switch") << QStringList{QStringLiteral("--practice=yes")};
    QTest::newRow("a language that is not there")
        << QStringList{QStringLiteral("--language"), QStringLiteral("fr")};
    QTest::newRow("a key on the command line") << QStringList{QStringLiteral("--access-key-secret=x")};
}

void CommandLineTest::whatIsNotUnderstoodEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const auto read = readCommandLine(arguments);
    QVERIFY(std::holds_alternative<EndAtOnce>(read));
    QCOMPARE(std::get<EndAtOnce>(read).status, 2);
    QVERIFY(std::get<EndAtOnce>(read).text.contains(QStringLiteral("Usage")));
}

void CommandLineTest::bothSpeakTheLanguageInUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("language");
    QTest::newRow("help") << QStringList{QStringLiteral("--language"), QStringLiteral("zh_CN"),
                                         QStringLiteral("--help")}
                          << QStringLiteral("PRINT THE VERSION") << QStringLiteral("zh_CN");
    QTest::newRow("a refusal") << QStringList{QStringLiteral("--force")}
                               << QStringLiteral("UNKNOWN ARGUMENT: --force") << QString();
    QTest::newRow("a missing value") << QStringList{QStringLiteral("--language=en"),
                                                    QStringLiteral("--data-dir")}
                                     << QStringLiteral("--data-dir NEEDS A VALUE.") << QStringLiteral("en");
    QTest::newRow("a language that is not there") << QStringList{QStringLiteral("--language=fr")}
                                                  << QStringLiteral("THERE IS NO LANGUAGE “fr”") << QString();
}

void CommandLineTest::bothSpeakTheLanguageInUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    Shouting other;
    QCoreApplication::installTranslator(&other);
    const auto end = std::get<EndAtOnce>(readCommandLine(arguments));
    QCoreApplication::removeTranslator(&other);
    QVERIFY2(end.text.contains(said), qPrintable(end.text));
    QTEST(end.language, "language");
    // Options stay as they are typed.
    QVERIFY2(end.text.contains(QStringLiteral("  --data-dir DIR ")), qPrintable(end.text));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
