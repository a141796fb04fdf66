// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/facts.h"
#include "fleet/notespool.h"
#include "fleet/questions.h"

#include <QTest>

using namespace uplift;
using namespace uplift::fleet;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);

Instance listed()
{
    Instance instance;
    instance.id.value = QStringLiteral("r-bp1");
    instance.name = QStringLiteral("orders");
    instance.editionType = QStringLiteral("Community");
    instance.status = InstanceStatus::Normal;
    return instance;
}

} // namespace

/// What two calls say of one instance, and what is asked next.
class FactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aListKeepsTheWindow();
    void anAttributeKeepsTheEdition();
    void whatACallTellsReplacesEvenWhenEmpty();
    void equalFactsAreSeenAsEqual();
    void aStatusThatChangedMakesTheVersionDoubtful();
    void equalNotesAreHeldOnce();
    void freshAnswersAreNotAskedAgain_data();
    void freshAnswersAreNotAskedAgain();
};

void FactsTest::aListKeepsTheWindow()
{
    Instance known = listed();
    known.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    known.orderCompleted = true;
    Instance fresh = listed();
    fresh.name = QStringLiteral("orders-2");
    const Instance merged = mergedFacts(known, fresh, FactsFrom::List);
    QVERIFY(merged.window);
    QCOMPARE(merged.orderCompleted, std::optional(true));
    QCOMPARE(merged.name, QStringLiteral("orders-2"));
}

void FactsTest::anAttributeKeepsTheEdition()
{
    Instance fresh = listed();
    fresh.editionType.clear();
    QCOMPARE(mergedFacts(listed(), fresh, FactsFrom::Attribute).editionType, QStringLiteral("Community"));
}

void FactsTest::whatACallTellsReplacesEvenWhenEmpty()
{
    Instance known = listed();
    known.secondaryZone = QStringLiteral("cn-hangzhou-i");
    QCOMPARE(mergedFacts(known, listed(), FactsFrom::List).secondaryZone, QString());
}

void FactsTest::equalFactsAreSeenAsEqual()
{
    QVERIFY(sameFacts(listed(), listed()));
    Instance other = listed();
    other.tags.append({QStringLiteral("team"), QStringLiteral("payments")});
    QVERIFY(!sameFacts(listed(), other));
    other = listed();
    other.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    QVERIFY(!sameFacts(listed(), other));
}

void FactsTest::aStatusThatChangedMakesTheVersionDoubtful()
{
    Instance upgrading = listed();
    upgrading.status = InstanceStatus::MinorVersionUpgrading;
    QVERIFY(versionMayHaveChanged(upgrading, listed()));
    Instance renamed = listed();
    renamed.name = QStringLiteral("other");
    QVERIFY(!versionMayHaveChanged(renamed, listed()));
}

void FactsTest::equalNotesAreHeldOnce()
{
    const auto make = [] {
        EngineVersion version;
        version.notes = {{MinorVersion::parse(QStringLiteral("0.5.9")), UpdateLevel::Critical,
                          QStringLiteral("2026-05-14"), QString::fromUtf8("修复"), QStringLiteral("Fixes")}};
        return version;
    };
    NotesPool pool;
    const EngineVersion first = pool.shared(make());
    const EngineVersion second = pool.shared(make());
    QCOMPARE(first.notes.constData(), second.notes.constData());
    QVERIFY(sameVersion(first, second));
    EngineVersion other = make();
    other.notes[0].english = QStringLiteral("More");
    QVERIFY(pool.shared(other).notes.constData() != first.notes.constData());
    QCOMPARE(pool.size(), 2);
}

void FactsTest::freshAnswersAreNotAskedAgain_data()
{
    QTest::addColumn<int>("versionAge"); // minutes, -1: never
    QTest::addColumn<int>("detailsAge");
    QTest::addColumn<int>("triedAgo");
    QTest::addColumn<bool>("close");
    QTest::addColumn<bool>("gone");
    QTest::addColumn<bool>("doubtful");
    QTest::addColumn<bool>("version");
    QTest::addColumn<bool>("details");
    QTest::newRow("new, far away") << -1 << -1 << -1 << false << false << false << true << false;
    QTest::newRow("new, on screen") << -1 << -1 << -1 << true << false << false << true << true;
    QTest::newRow("all fresh") << 10 << 5 << -1 << true << false << false << false << false;
    QTest::newRow("version old") << 400 << 5 << -1 << true << false << false << true << false;
    QTest::newRow("attribute old") << 10 << 30 << -1 << true << false << false << false << true;
    QTest::newRow("attribute old, far away") << 10 << 30 << -1 << false << false << false << false << false;
    QTest::newRow("failed just now") << -1 << -1 << 2 << true << false << false << false << false;
    QTest::newRow("failed a while ago") << -1 << -1 << 20 << true << false << false << true << true;
    QTest::newRow("gone") << -1 << -1 << -1 << true << true << false << false << false;
    QTest::newRow("status changed since") << 10 << 5 << 10 << false << false << true << true << false;
    QTest::newRow("clock was set back") << -60 << -60 << -1 << true << false << false << true << true;
}

void FactsTest::freshAnswersAreNotAskedAgain()
{
    QFETCH(int, versionAge);
    QFETCH(int, detailsAge);
    QFETCH(int, triedAgo);
    QFETCH(bool, close);
    QFETCH(bool, gone);
    QFETCH(bool, doubtful);
    const auto ago = [](int minutes) {
        return minutes == -1 ? QDateTime() : now.addSecs(-qint64(minutes) * 60);
    };
    KnownInstance known;
    known.versionAsked = ago(versionAge);
    known.detailsAsked = ago(detailsAge);
    known.gone = gone;
    const Tried tried{ago(triedAgo), ago(triedAgo), doubtful};
    const Need need = needNow(known, tried, close, now, FleetOptions());
    QTEST(need.version, "version");
    QTEST(need.details, "details");
}

QTEST_GUILESS_MAIN(FactsTest)
#include "tst_facts.moc"
