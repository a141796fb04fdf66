// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/minorversion.h"

#include <QTest>

using namespace uplift;

class MinorVersionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothNotationsAreRead_data();
    void bothNotationsAreRead();
    void numbersAreComparedAsNumbers_data();
    void numbersAreComparedAsNumbers();
    void targetsAreChecked_data();
    void targetsAreChecked();
    void levelsAreRead();
};

void MinorVersionTest::bothNotationsAreRead_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("text");
    QTest::newRow("with prefix") << "redis-5.0_0.5.7"
                                 << "0.5.7";
    QTest::newRow("bare") << "7.0.1.14"
                          << "7.0.1.14";
    QTest::newRow("two underscores") << "tair_rdb_24.2.0.1"
                                     << "24.2.0.1";
    QTest::newRow("empty is unknown") << ""
                                      << "";
    QTest::newRow("words are unknown") << "latest_version"
                                       << "";
    QTest::newRow("one number is unknown") << "7"
                                           << "";
    QTest::newRow("a sign is unknown") << "7.+1"
                                       << "";
    QTest::newRow("too large is unknown") << "7.99999999999"
                                          << "";
    QTest::newRow("hollow is unknown") << "7..1"
                                       << "";
}

void MinorVersionTest::bothNotationsAreRead()
{
    QFETCH(QString, wire);
    QFETCH(QString, text);
    const MinorVersion version = MinorVersion::parse(wire);
    QCOMPARE(version.isKnown(), !text.isEmpty());
    QCOMPARE(version.text(), text);
    QCOMPARE(version.raw(), wire);
}

void MinorVersionTest::numbersAreComparedAsNumbers_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<int>("order");
    QTest::newRow("9 before 14") << "7.0.1.9"
                                 << "7.0.1.14" << -1;
    QTest::newRow("missing parts are 0") << "0.5"
                                         << "redis-5.0_0.5.0" << 0;
    QTest::newRow("prefix does not count") << "redis-5.0_0.5.7"
                                           << "0.5.7" << 0;
    QTest::newRow("longer is newer") << "0.5.9.1"
                                     << "0.5.9" << 1;
}

void MinorVersionTest::numbersAreComparedAsNumbers()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(int, order);
    const auto a = MinorVersion::parse(left);
    const auto b = MinorVersion::parse(right);
    QCOMPARE(MinorVersion::compare(a, b), order);
    QCOMPARE(MinorVersion::compare(b, a), -order);
    QCOMPARE(a == b, order == 0);
}

void MinorVersionTest::targetsAreChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("says");
    QTest::newRow("latest") << " Latest_Version "
                            << "latest_version"
                            << "";
    QTest::newRow("newer") << "0.5.9"
                           << "0.5.9"
                           << "";
    QTest::newRow("older") << "0.5.6"
                           << ""
                           << "cannot be downgraded";
    QTest::newRow("same") << "0.5.7"
                          << ""
                          << "runs 0.5.7 already";
    QTest::newRow("malformed") << "0.5.x"
                               << ""
                               << "is not a minor version";
    QTest::newRow("empty") << ""
                           << ""
                           << "is empty";
    QTest::newRow("with prefix") << "redis-5.0_0.5.9"
                                 << ""
                                 << "is not a minor version";
}

void MinorVersionTest::targetsAreChecked()
{
    QFETCH(QString, typed);
    QFETCH(QString, target);
    QFETCH(QString, says);
    const auto parsed = parseTargetVersion(typed, MinorVersion::parse(QStringLiteral("redis-5.0_0.5.7")));
    QCOMPARE(parsed.has_value(), says.isEmpty());
    if (parsed) {
        QCOMPARE(*parsed, target);
    } else {
        QCOMPARE(parsed.error().field, QStringLiteral("targetVersion"));
        QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
    }
}

void MinorVersionTest::levelsAreRead()
{
    QCOMPARE(parseUpdateLevel(QStringLiteral("2")), UpdateLevel::Critical);
    QCOMPARE(parseUpdateLevel(QStringLiteral(" 1 ")), UpdateLevel::Recommended);
    QCOMPARE(parseUpdateLevel(QStringLiteral("0")), UpdateLevel::Regular);
    QCOMPARE(parseUpdateLevel({}), UpdateLevel::Unknown);
    QCOMPARE(parseUpdateLevel(QStringLiteral("HIGH")), UpdateLevel::Unknown);
}

QTEST_GUILESS_MAIN(MinorVersionTest)
#include "tst_minorversion.moc"
