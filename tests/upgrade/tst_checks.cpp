// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checks.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using CheckResult = uplift::upgrade::Check::Result;

namespace {

CheckInput healthy()
{
    CheckInput input;
    Instance instance;
    instance.name = QStringLiteral("orders-cache");
    instance.status = InstanceStatus::Normal;
    instance.statusText = QStringLiteral("Normal");
    instance.window = MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    instance.orderCompleted = true;
    input.instance = instance;
    EngineVersion version;
    version.current = MinorVersion::parse(QStringLiteral("redis-7.0_7.0.1.8"));
    version.latest = MinorVersion::parse(QStringLiteral("7.0.1.14"));
    version.isLatest = false;
    version.upgradeAvailable = true;
    input.version = version;
    input.now = QDateTime::fromString(QStringLiteral("2026-11-20T14:00:00Z"), Qt::ISODate);
    input.clockOffset = std::chrono::milliseconds(400);
    return input;
}

CheckInput but(const std::function<void(CheckInput &)> &change)
{
    CheckInput input = healthy();
    change(input);
    return input;
}

CheckInput withStatus(const char *status)
{
    return but([status](CheckInput &input) {
        input.instance->statusText = QString::fromLatin1(status);
        input.instance->status = parseInstanceStatus(input.instance->statusText);
    });
}

CheckInput withFlags(std::optional<bool> latest, std::optional<bool> available)
{
    return but([&](CheckInput &input) {
        input.version->isLatest = latest;
        input.version->upgradeAvailable = available;
    });
}

CheckInput withTarget(const char *target)
{
    return but([target](CheckInput &input) { input.target = QString::fromLatin1(target); });
}

CheckInput withWindow(const char *start, const char *end)
{
    return but([=](CheckInput &input) {
        input.instance->window = MaintenanceWindow::parse(QLatin1String(start), QLatin1String(end));
    });
}

CheckInput withOffset(int seconds)
{
    return but([seconds](CheckInput &input) { input.clockOffset = std::chrono::seconds(seconds); });
}

} // namespace

class ChecksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachFieldHasItsResult_data();
    void eachFieldHasItsResult();
    void aHealthyInstancePassesEverything();
    void theyAreOrderedBlockedToReadUnknownPassed();
    void sentencesNameTheFieldAndTheValue();
    void anUpgradeNowHasNoWindowCheck();
};

void ChecksTest::eachFieldHasItsResult_data()
{
    QTest::addColumn<CheckInput>("input");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, const CheckInput &input, const char *key, CheckResult result) {
        QTest::newRow(name) << input << QString::fromLatin1(key) << static_cast<int>(result);
    };
    row("status Normal", healthy(), "status", CheckResult::Passed);
    row("status not told", withStatus(""), "status", CheckResult::Unknown);
    row("instance not read", but([](CheckInput &input) { input.instance.reset(); }), "status",
        CheckResult::Unknown);
    for (const char *status :
         {"Creating", "Changing", "Inactive", "Flushing", "Released", "Transforming", "Unavailable", "Error",
          "Migrating", "BackupRecovering", "MinorVersionUpgrading", "NetworkModifying", "SSLModifying",
          "MajorVersionUpgrading", "Rebooting", "CleaningUpExpiredData", "HASwitching", "ZoneMigrating",
          "Brandnew"})
        row(qPrintable(QStringLiteral("status %1").arg(QLatin1String(status))), withStatus(status), "status",
            CheckResult::Blocked);

    row("upgrade available", healthy(), "outdated", CheckResult::Passed);
    row("flags missing, versions differ", withFlags({}, {}), "outdated", CheckResult::Passed);
    row("both flags true", withFlags(true, true), "outdated", CheckResult::Blocked);
    row("both flags false", withFlags(false, false), "outdated", CheckResult::Blocked);
    row("flags say latest, versions say older", withFlags(true, false), "outdated", CheckResult::Blocked);
    row("already latest", but([](CheckInput &input) {
            input.version->isLatest = true;
            input.version->upgradeAvailable = false;
            input.version->latest = input.version->current;
        }),
        "outdated", CheckResult::Blocked);
    row("version not read", but([](CheckInput &input) { input.version.reset(); }), "outdated",
        CheckResult::Unknown);

    row("target latest", healthy(), "target", CheckResult::Passed);
    row("target older", withTarget("7.0.1.7"), "target", CheckResult::Blocked);
    row("target the same", withTarget("7.0.1.8"), "target", CheckResult::Blocked);
    row("target malformed", withTarget("seven"), "target", CheckResult::Blocked);
    row("target newer, by name", withTarget("7.0.1.9"), "target", CheckResult::ToRead);
    row("target by name, current unknown", but([](CheckInput &input) {
            input.target = QStringLiteral("7.0.1.9");
            input.version->current = MinorVersion();
        }),
        "target", CheckResult::Unknown);

    row("order completed", healthy(), "order", CheckResult::Passed);
    row("order running", but([](CheckInput &input) { input.instance->orderCompleted = false; }), "order",
        CheckResult::Blocked);
    row("order not told", but([](CheckInput &input) { input.instance->orderCompleted.reset(); }), "order",
        CheckResult::Unknown);
    row("renewal pending", but([](CheckInput &input) { input.instance->renewChangeOrder = true; }), "renewal",
        CheckResult::ToRead);

    row("window ahead", healthy(), "window", CheckResult::Passed);
    row("window half an hour long", withWindow("18:00Z", "18:30Z"), "window", CheckResult::ToRead);
    row("window running now", withWindow("13:00Z", "15:00Z"), "window", CheckResult::ToRead);
    row("window running now across midnight", but([](CheckInput &input) {
            input.instance->window =
                MaintenanceWindow::parse(QStringLiteral("23:00Z"), QStringLiteral("01:00Z"));
            input.now = QDateTime::fromString(QStringLiteral("2026-11-20T00:30:00Z"), Qt::ISODate);
        }),
        "window", CheckResult::ToRead);
    row("window not told", but([](CheckInput &input) { input.instance->window.reset(); }), "window",
        CheckResult::Unknown);

    row("clock 60 s behind", withOffset(60), "clock", CheckResult::Passed);
    row("clock 61 s behind", withOffset(61), "clock", CheckResult::ToRead);
    row("clock 20 min ahead", withOffset(-1200), "clock", CheckResult::ToRead);
    row("clock not compared", but([](CheckInput &input) { input.clockOffset.reset(); }), "clock",
        CheckResult::Unknown);

    row("profile read-only", but([](CheckInput &input) { input.profileReadOnly = true; }), "readOnly",
        CheckResult::Blocked);
    row("an upgrade of it is open", but([](CheckInput &input) { input.stepOpen = true; }), "openStep",
        CheckResult::Blocked);
    row("journal not writable", but([](CheckInput &input) { input.journalWritable = false; }), "journal",
        CheckResult::Blocked);

    row("production", healthy(), "environment", CheckResult::Passed);
    row("development, name says prod", but([](CheckInput &input) {
            input.environment = Environment::Development;
            input.instance->name = QStringLiteral("prod-sessions");
        }),
        "environment", CheckResult::ToRead);
    row("staging, tag env=production", but([](CheckInput &input) {
            input.environment = Environment::Staging;
            input.instance->tags = {{QStringLiteral("env"), QStringLiteral("production")}};
        }),
        "environment", CheckResult::ToRead);
    row("staging, in a production account", but([](CheckInput &input) {
            input.environment = Environment::Staging;
            input.accountEnvironment = Environment::Production;
        }),
        "environment", CheckResult::ToRead);
    row("staging, nothing speaks against it",
        but([](CheckInput &input) { input.environment = Environment::Staging; }), "environment",
        CheckResult::Passed);
}

void ChecksTest::eachFieldHasItsResult()
{
    QFETCH(CheckInput, input);
    QFETCH(QString, key);
    QFETCH(int, result);
    const QList<Check> checks = preflight(input);
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&key](const Check &each) { return each.key == key; });
    QVERIFY(found != checks.end());
    QCOMPARE(static_cast<int>(found->result), result);
    QVERIFY(!found->sentence.isEmpty());
    QCOMPARE(found->whatToDo.isEmpty(), found->result == CheckResult::Passed);
    QCOMPARE(isBlocked(checks), result == static_cast<int>(CheckResult::Blocked));
}

void ChecksTest::aHealthyInstancePassesEverything()
{
    const QList<Check> checks = preflight(healthy());
    QCOMPARE(checks.size(), 10);
    for (const Check &check : checks)
        QVERIFY2(check.result == CheckResult::Passed, qPrintable(check.key));
}

void ChecksTest::theyAreOrderedBlockedToReadUnknownPassed()
{
    CheckInput input = withStatus("Changing");
    input.clockOffset.reset();
    input.instance->renewChangeOrder = true;
    const QList<Check> checks = preflight(input);
    QCOMPARE(checks.at(0).key, QStringLiteral("status"));
    QCOMPARE(checks.at(1).key, QStringLiteral("renewal"));
    QCOMPARE(checks.at(2).key, QStringLiteral("clock"));
    QCOMPARE(static_cast<int>(checks.at(3).result), static_cast<int>(CheckResult::Passed));
}

void ChecksTest::sentencesNameTheFieldAndTheValue()
{
    QVERIFY(preflight(withStatus("Changing")).constFirst().sentence.contains(QLatin1String("Changing")));
    QVERIFY(preflight(withTarget("7.0.1.7")).constFirst().sentence.contains(QLatin1String("7.0.1.7")));
    QVERIFY(preflight(withOffset(-1200)).constFirst().sentence.contains(QLatin1String("1200 s ahead")));
    QVERIFY(preflight(withFlags(true, true)).constFirst().sentence.contains(QLatin1String("7.0.1.14")));
}

void ChecksTest::anUpgradeNowHasNoWindowCheck()
{
    CheckInput input = healthy();
    input.moment = Moment::Now;
    const QList<Check> checks = preflight(input);
    QVERIFY(std::none_of(checks.begin(), checks.end(),
                         [](const Check &each) { return each.key == QLatin1String("window"); }));
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
