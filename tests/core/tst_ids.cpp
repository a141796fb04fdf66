// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include <QTest>

using namespace uplift;

/// Ids as people type them: what is taken, and the sentence for what is not.
class IdsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void instanceIdsAreTakenAsTyped_data();
    void instanceIdsAreTakenAsTyped();
    void foreignIdsAreNamed_data();
    void foreignIdsAreNamed();
    void regionsAreChecked_data();
    void regionsAreChecked();
    void lettersHintAtARegion();
};

void IdsTest::instanceIdsAreTakenAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << "r-bp1zxszhcgatnx4b2c"
                           << "r-bp1zxszhcgatnx4b2c";
    QTest::newRow("padded") << "  r-bp1zxszhcgatnx4b2c\t\n"
                            << "r-bp1zxszhcgatnx4b2c";
    QTest::newRow("upper case") << "R-BP1ZXSZHCGATNX4B2C"
                                << "r-bp1zxszhcgatnx4b2c";
    QTest::newRow("old, 16 hex digits") << "0123456789abcdef"
                                        << "0123456789abcdef";
}

void IdsTest::instanceIdsAreTakenAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    const auto parsed = parseInstanceId(typed);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->value, id);
}

void IdsTest::foreignIdsAreNamed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << ""
                           << "is empty";
    QTest::newRow("blanks") << "   "
                            << "is empty";
    QTest::newRow("another product line") << "tt-bp1zxszhcgatnx"
                                          << "another product line";
    QTest::newRow("distributed") << "gr-bp14rkqrhac"
                                 << "distributed instance";
    QTest::newRow("logical distributed") << "grr-bp14rkqrhac"
                                         << "distributed instance";
    QTest::newRow("a shard") << "r-bp1zxszhcgatnx4b2c-db-0#688"
                             << "Enter the instance's id: r-bp1zxszhcgatnx4b2c.";
    QTest::newRow("a proxy") << "r-bp1zxszhcgatnx4b2c-proxy-3"
                             << "one node";
    QTest::newRow("blank inside") << "r-bp1 zxszhcg"
                                  << "is not an instance id";
    QTest::newRow("a name") << "orders-cache"
                            << "is not an instance id";
    QTest::newRow("too long") << QString(80, QLatin1Char('a')) << "80 characters";
    QTest::newRow("full-width letters") << QString::fromUtf8("ｒ-bp1zxszhcgatnx") << "is not an instance id";
}

void IdsTest::foreignIdsAreNamed()
{
    QFETCH(QString, typed);
    QFETCH(QString, says);
    const auto parsed = parseInstanceId(typed);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().kind, Error::Kind::Input);
    QCOMPARE(parsed.error().field, QStringLiteral("instanceId"));
    QCOMPARE(parsed.error().change, Error::Change::No);
    QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
}

void IdsTest::regionsAreChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << "cn-hangzhou"
                           << "cn-hangzhou";
    QTest::newRow("padded, upper case") << " CN-Hangzhou "
                                        << "cn-hangzhou";
    QTest::newRow("several parts") << "cn-shanghai-finance-1"
                                   << "cn-shanghai-finance-1";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("a city") << "Hangzhou"
                            << "";
    QTest::newRow("a host") << "r-kvstore.aliyuncs.com"
                            << "";
    QTest::newRow("injection") << "cn-hangzhou&Action=x"
                               << "";
}

void IdsTest::regionsAreChecked()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    const auto parsed = parseRegionId(typed);
    QCOMPARE(parsed.has_value(), !id.isEmpty());
    if (parsed)
        QCOMPARE(parsed->value, id);
    else
        QCOMPARE(parsed.error().field, QStringLiteral("region"));
}

void IdsTest::lettersHintAtARegion()
{
    QCOMPARE(regionHint({QStringLiteral("r-bp1zxszhcgatnx4b2c")}).value, QStringLiteral("cn-hangzhou"));
    QVERIFY(regionHint({QStringLiteral("0123456789abcdef")}).isEmpty());
}

QTEST_GUILESS_MAIN(IdsTest)
#include "tst_ids.moc"
