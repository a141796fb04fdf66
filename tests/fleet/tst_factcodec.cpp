// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/factcodec.h"
#include "fleet/facts.h"
#include "fleet/notespool.h"

#include <QRandomGenerator>
#include <QTest>

using namespace uplift;
using namespace uplift::fleet;

namespace {

KnownInstance whole()
{
    KnownInstance known;
    known.key = {{QStringLiteral("a")}, {QStringLiteral("cn-hangzhou")}, {QStringLiteral("r-bp1")}};
    Instance facts;
    facts.id = known.key.instance;
    facts.name = QString::fromUtf8("订单 العربية 🚀 \x01\u202E<b>");
    facts.region = known.key.region;
    facts.status = InstanceStatus::ZoneMigrating;
    facts.statusText = QStringLiteral("ZoneMigrating");
    facts.shardCount = 0;
    facts.capacityMb = 65'536;
    facts.orderCompleted = false;
    facts.window = MaintenanceWindow::parse(QStringLiteral("23:30Z"), QStringLiteral("01:00Z"));
    facts.tags = {{QStringLiteral("k"), QString::fromUtf8("值")}, {QString(), QString(256, u'x')}};
    known.facts = facts;
    EngineVersion version;
    version.current = MinorVersion::parse(QStringLiteral("redis-5.0_0.5.7"));
    version.latest = MinorVersion::parse(QStringLiteral("0.5.9"));
    version.level = UpdateLevel::Critical;
    version.isLatest = false;
    version.notes = {{version.latest, UpdateLevel::Recommended, QStringLiteral("2026-05-14"),
                      QString::fromUtf8("修复"), QStringLiteral("Fixes")}};
    known.version = version;
    known.listed = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    known.versionAsked = known.listed.addSecs(-60);
    known.detailsAsked = known.listed.addSecs(-30);
    known.gone = true;
    return known;
}

} // namespace

/// One instance as bytes and back.
class FactCodecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack();
    void unknownStaysUnknown();
    void cutBytesAreRefused();
    void everyFlippedBitIsRefused();
    void randomBytesAreRefused();
    void hugeTextsAreCut();
};

void FactCodecTest::everythingComesBack()
{
    const KnownInstance before = whole();
    const CachedFacts cached = encodeFacts(before);
    const auto after = decodeFacts(cached.row);
    QVERIFY(after);
    QCOMPARE(after->key.instance.value, before.key.instance.value);
    QVERIFY(after->key == before.key);
    QVERIFY(sameFacts(*after->facts, *before.facts));
    EngineVersion version = *after->version;
    QVERIFY(version.notes.isEmpty());
    version.notes = *decodeNotes(cached.notes);
    QVERIFY(sameVersion(version, *before.version));
    QCOMPARE(after->listed, before.listed);
    QCOMPARE(after->asked, before.versionAsked);
    QCOMPARE(after->detailsAsked, before.detailsAsked);
    QVERIFY(after->gone && after->fromCache);
}

void FactCodecTest::unknownStaysUnknown()
{
    KnownInstance bare;
    bare.key = whole().key;
    bare.facts = Instance();
    const auto after = decodeFacts(encodeFacts(bare).row);
    QVERIFY(after && after->facts && !after->version);
    QVERIFY(!after->facts->shardCount && !after->facts->orderCompleted && !after->facts->window);
    QVERIFY(!after->listed.isValid() && !after->asked.isValid());
    QVERIFY(encodeNotes({}).isEmpty());
}

void FactCodecTest::cutBytesAreRefused()
{
    const QByteArray row = encodeFacts(whole()).row;
    const QByteArray notes = encodeFacts(whole()).notes;
    for (qsizetype size = 0; size < row.size(); ++size)
        QVERIFY2(!decodeFacts(row.first(size)), qPrintable(QString::number(size)));
    for (qsizetype size = 1; size < notes.size(); ++size)
        QVERIFY2(!decodeNotes(notes.first(size)), qPrintable(QString::number(size)));
    QVERIFY(!decodeFacts(row + 'x'));
}

void FactCodecTest::everyFlippedBitIsRefused()
{
    const QByteArray row = encodeFacts(whole()).row;
    for (qsizetype bit = 0; bit < row.size() * 8; ++bit) {
        QByteArray flipped = row;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!decodeFacts(flipped), qPrintable(QString::number(bit)));
    }
}

void FactCodecTest::randomBytesAreRefused()
{
    QRandomGenerator random(20261122);
    for (int i = 0; i < 2'000; ++i) {
        QByteArray bytes(random.bounded(300), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        QVERIFY(!decodeFacts(bytes));
        QVERIFY(bytes.isEmpty() || !decodeNotes(bytes));
    }
}

void FactCodecTest::hugeTextsAreCut()
{
    KnownInstance known = whole();
    known.facts.edit([](Instance &facts) { facts.name = QString(10'000'000, QChar(0x4e2d)); });
    const QByteArray row = encodeFacts(known).row;
    QVERIFY(row.size() < 300'000);
    const auto after = decodeFacts(row);
    QVERIFY(after);
    QCOMPARE(after->facts->name.size(), 64 * 1024);
}

QTEST_GUILESS_MAIN(FactCodecTest)
#include "tst_factcodec.moc"
