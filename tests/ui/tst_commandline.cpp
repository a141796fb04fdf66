// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline.h"

#include <QTest>

using namespace uplift::ui;

class CommandLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownArgumentsAreRead();
    void bothSpellingsOfAValueAreRead();
    void helpAndVersionEndWithZero();
    void whatIsNotUnderstoodEndsWithTwo_data();
    void whatIsNotUnderstoodEndsWithTwo();
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

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
