// SPDX-License-Identifier: GPL-3.0-or-later
#include "impact/rules.h"
#include "ui/form/formfacts.h"
#include "ui/language.h"

#include <QTest>

#include <algorithm>

using namespace uplift;
using namespace uplift::ui;

namespace {

QDateTime utc(const char *text) { return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate); }

/// A production cluster that is outdated and well, at 06:32 UTC, seen from Shanghai.
FormFacts wellFacts()
{
    FormFacts facts;
    facts.known.key = {
        {QStringLiteral("a")}, {QStringLiteral("cn-hangzhou")}, {QStringLiteral("r-bp1zxszhcgatnx4b2c")}};
    Instance instance;
    instance.id = facts.known.key.instance;
    instance.name = QStringLiteral("orders-cache");
    instance.region = facts.known.key.region;
    instance.status = InstanceStatus::Normal;
    instance.statusText = QStringLiteral("Normal");
    instance.architectureType = QStringLiteral("cluster");
    instance.instanceType = QStringLiteral("Redis");
    instance.nodeType = QStringLiteral("double");
    instance.instanceClass = QStringLiteral("redis.logic.sharding.2g.8db.0rodb.8proxy.default");
    instance.computingType = QStringLiteral("Machine");
    instance.zoneType = QStringLiteral("doublezone");
    instance.orderCompleted = true;
    instance.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    EngineVersion version;
    version.current = MinorVersion::parse(QStringLiteral("redis-7.0_7.0.1.8"));
    version.latest = MinorVersion::parse(QStringLiteral("7.0.1.14"));
    version.isLatest = false;
    version.upgradeAvailable = true;
    version.level = UpdateLevel::Critical;
    facts.known.facts = instance;
    facts.known.version = version;
    facts.known.clockOffset = std::chrono::milliseconds(400);
    facts.name = instance.name;
    facts.accountName = QStringLiteral("Retail production");
    facts.keyTail = QStringLiteral("X7Qd");
    facts.accountEnvironment = Environment::Production;
    facts.now = utc("2026-11-19T06:32:00Z");
    facts.zone = QTimeZone("Asia/Shanghai");
    return facts;
}

} // namespace

/// What the form decides from what it knows.
class FormFactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theButtonSaysWhatItWillDo_data();
    void theButtonSaysWhatItWillDo();
    void whatRunsAlreadyIsNotBegunAgain();
    void theFirstMissingThingIsNamed_data();
    void theFirstMissingThingIsNamed();
    void thePlanHoldsWhatWasShown();
    void theOpenWindowIsMeantWhenItIsOpen();
    void regionsHaveNames();
    void theSummaryCountsChecks_data();
    void theSummaryCountsChecks();
    void aBackupOlderThanTheUsersLimitIsToRead_data();
    void aBackupOlderThanTheUsersLimitIsToRead();
};

void FormFactsTest::theButtonSaysWhatItWillDo_data()
{
    QTest::addColumn<int>("moment");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("shortForm");
    const int window = int(Moment::MaintenanceWindow);
    QTest::newRow("in the window tonight") << window << "2026-11-19T06:32:00Z"
                                           << "Upgrade orders-cache in the window (tonight 02:00)…"
                                           << "Upgrade in the window (tonight 02:00)…";
    QTest::newRow("the window is open") << window << "2026-11-19T19:00:00Z"
                                        << "Upgrade orders-cache in the window (open now)…"
                                        << "Upgrade in the window (open now)…";
    QTest::newRow("now") << int(Moment::Now) << "2026-11-19T06:32:00Z"
                         << "Upgrade orders-cache now…"
                         << "Upgrade now…";
}

void FormFactsTest::theButtonSaysWhatItWillDo()
{
    QFETCH(int, moment);
    QFETCH(QString, now);
    QFETCH(QString, full);
    QFETCH(QString, shortForm);
    FormFacts facts = wellFacts();
    facts.moment = static_cast<Moment>(moment);
    facts.now = utc(now.toLatin1().constData());
    QCOMPARE(primaryText(facts, false), full);
    QCOMPARE(primaryText(facts, true), shortForm);
}

void FormFactsTest::whatRunsAlreadyIsNotBegunAgain()
{
    FormFacts facts = wellFacts();
    QVERIFY(openStepText(facts).isEmpty());
    upgrade::StepView step;
    step.state = upgrade::StepState::Accepted;
    step.since = utc("2026-11-19T10:41:00Z");
    facts.stepOpen = true;
    facts.openStep = step;
    facts.zone = QTimeZone(8 * 3600);
    QCOMPARE(openStepText(facts), QStringLiteral("Its upgrade is running here: Accepted since 18:41."));
    QCOMPARE(primaryText(facts, false), QStringLiteral("Show its progress"));
    facts.openStep->state = upgrade::StepState::Undecided;
    QVERIFY(openStepText(facts).contains(QStringLiteral("needs your decision")));
    QCOMPARE(primaryText(facts, true), QStringLiteral("Decide in progress"));
}

void FormFactsTest::theFirstMissingThingIsNamed_data()
{
    using Where = Missing::Where;
    using Change = std::function<void(FormFacts &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("where");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, Change change, Where where, const char *says) {
        QTest::newRow(name) << change << int(where) << QString::fromLatin1(says);
    };
    row(
        "nothing known yet", [](FormFacts &f) { f.known.facts.reset(); }, Where::Identity, "has not told");
    row(
        "the service failed",
        [](FormFacts &f) {
            f.known.facts.reset();
            f.known.error = Error::of(Error::Kind::Offline, QStringLiteral("No route."));
        },
        Where::Identity, "No route.");
    row(
        "an older target", [](FormFacts &f) { f.target = QStringLiteral("7.0.1.2"); }, Where::Version,
        "cannot be downgraded");
    row(
        "a malformed target", [](FormFacts &f) { f.target = QStringLiteral("7.x"); }, Where::Version,
        "is not a minor version");
    row(
        "no window known", [](FormFacts &f) { f.known.facts.edit([](Instance &i) { i.window.reset(); }); },
        Where::Moment, "maintenance window");
    row(
        "status Changing",
        [](FormFacts &f) {
            f.known.facts.edit([](Instance &i) {
                i.status = InstanceStatus::Changing;
                i.statusText = QStringLiteral("Changing");
            });
        },
        Where::Checks, "Changing");
    row(
        "already latest",
        [](FormFacts &f) {
            f.known.version.edit([](EngineVersion &v) {
                v.isLatest = true;
                v.upgradeAvailable = false;
                v.current = v.latest;
            });
        },
        Where::Checks, "latest version");
    row(
        "an open order",
        [](FormFacts &f) { f.known.facts.edit([](Instance &i) { i.orderCompleted = false; }); },
        Where::Checks, "order");
    row(
        "a read-only profile", [](FormFacts &f) { f.readOnly = true; }, Where::Checks, "read-only");
    row(
        "another upgrade is open", [](FormFacts &f) { f.stepOpen = true; }, Where::Checks, "open");
    row(
        "a batch in the cloud holds it", [](FormFacts &f) { f.handedOverIn = QStringLiteral("Checkout"); },
        Where::Checks, "Checkout");
    row(
        "no journal", [](FormFacts &f) { f.journalWritable = false; }, Where::Checks, "journal");
    row(
        "not acknowledged", [](FormFacts &) {}, Where::Acknowledgement, "clients reconnect");
}

void FormFactsTest::theFirstMissingThingIsNamed()
{
    QFETCH(std::function<void(FormFacts &)>, change);
    QFETCH(int, where);
    QFETCH(QString, says);
    FormFacts facts = wellFacts();
    change(facts);
    const auto missing = firstMissing(facts, checksOf(facts));
    QVERIFY(missing);
    QVERIFY2(missing->sentence.contains(says, Qt::CaseInsensitive), qPrintable(missing->sentence));
    QCOMPARE(int(missing->where), where);
    facts = wellFacts();
    facts.clientsReconnect = true;
    QVERIFY(!firstMissing(facts, checksOf(facts)));
}

void FormFactsTest::thePlanHoldsWhatWasShown()
{
    const FormFacts facts = wellFacts();
    const auto table = impact::ImpactTable::fromResource();
    QVERIFY(table.has_value());
    const impact::Impact impact = impact::expectedImpact(*facts.known.facts, &*facts.known.version, *table);
    const upgrade::StepPlan plan = planOf(facts, impact);
    QCOMPARE(plan.instance, facts.known.key.instance);
    QCOMPARE(plan.fromVersion, QStringLiteral("redis-7.0_7.0.1.8"));
    QCOMPARE(plan.toVersion, QStringLiteral("7.0.1.14"));
    QCOMPARE(plan.minorVersion, QStringLiteral("latest_version"));
    QVERIFY(plan.window && plan.window->start == utc("2026-11-19T18:00:00Z"));
    QCOMPARE(plan.impact, QStringLiteral("≤ 30 s disconnected, ≤ 60 s read-only"));
    QVERIFY(!plan.id.isEmpty());
    QVERIFY(!(planOf(facts, impact).id == plan.id));
}

void FormFactsTest::theOpenWindowIsMeantWhenItIsOpen()
{
    FormFacts facts = wellFacts();
    facts.now = utc("2026-11-19T21:59:00Z");
    QCOMPARE(chosenWindow(facts)->start, utc("2026-11-19T18:00:00Z"));
    facts.now = utc("2026-11-19T22:00:00Z");
    QCOMPARE(chosenWindow(facts)->start, utc("2026-11-20T18:00:00Z"));
    facts.moment = Moment::Now;
    QVERIFY(!chosenWindow(facts));
}

void FormFactsTest::regionsHaveNames()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(shortRegionName({QStringLiteral("cn-hangzhou")}), QStringLiteral("Hangzhou"));
    QCOMPARE(regionName({QStringLiteral("cn-nowhere-9")}), QStringLiteral("cn-nowhere-9"));
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QCOMPARE(shortRegionName({QStringLiteral("cn-hangzhou")}), QStringLiteral("杭州"));
    QLocale::setDefault(QLocale::c());
}

void FormFactsTest::theSummaryCountsChecks_data()
{
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<QString>("says");
    QTest::newRow("all well") << QList<int>{0, 0, 0, 5} << QStringLiteral("5 checks passed");
    QTest::newRow("one to read") << QList<int>{0, 1, 0, 5} << QStringLiteral("5 checks passed, 1 to read");
    QTest::newRow("one unknown") << QList<int>{0, 0, 1, 1} << QStringLiteral("1 check passed, 1 unknown");
    QTest::newRow("to read and unknown")
        << QList<int>{0, 1, 9, 13} << QStringLiteral("1 to read, 9 unknown, 13 passed");
    QTest::newRow("blocked and to read")
        << QList<int>{2, 3, 0, 10} << QStringLiteral("2 blocked, 3 to read, 10 passed");
    QTest::newRow("all kinds") << QList<int>{2, 3, 9, 10}
                               << QStringLiteral("2 blocked, 3 to read, 9 unknown");
}

void FormFactsTest::theSummaryCountsChecks()
{
    QFETCH(QList<int>, counts);
    QFETCH(QString, says);
    using Result = upgrade::Check::Result;
    const QList<Result> kinds{Result::Blocked, Result::ToRead, Result::Unknown, Result::Passed};
    QList<upgrade::Check> checks;
    for (qsizetype kind = 0; kind < kinds.size(); ++kind) {
        upgrade::Check check;
        check.result = kinds[kind];
        checks += QList<upgrade::Check>(counts[kind], check);
    }
    Language language;
    language.apply(QStringLiteral("en")); // plurals
    QCOMPARE(checksSummary(checks), says);
}

void FormFactsTest::aBackupOlderThanTheUsersLimitIsToRead_data()
{
    QTest::addColumn<int>("daysOld");
    QTest::addColumn<int>("limit"); // hours; 0: none
    QTest::addColumn<bool>("passes");
    QTest::newRow("25 days, a day allowed") << 25 << 24 << false;
    QTest::newRow("a day, three allowed") << 1 << 72 << true;
    QTest::newRow("25 days, any age will do") << 25 << 0 << true;
}

void FormFactsTest::aBackupOlderThanTheUsersLimitIsToRead()
{
    QFETCH(int, daysOld);
    QFETCH(int, limit);
    QFETCH(bool, passes);
    FormFacts facts = wellFacts();
    Backup backup;
    backup.status = Backup::Status::Success;
    backup.type = QStringLiteral("FullBackup");
    backup.started = facts.now.addDays(-daysOld);
    facts.preflight.backups = {backup};
    if (limit > 0)
        facts.backupLimit = std::chrono::hours(limit);
    const QList<upgrade::Check> checks = checksOf(facts);
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [](const upgrade::Check &check) { return check.key == u"backup"; });
    QVERIFY(found != checks.end());
    QCOMPARE(found->result, passes ? upgrade::Check::Result::Passed : upgrade::Check::Result::ToRead);
    QCOMPARE(found->sentence.contains(QStringLiteral("Your limit is")), !passes);
}

QTEST_GUILESS_MAIN(FormFactsTest)
#include "tst_formfacts.moc"
