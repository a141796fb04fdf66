// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkrows.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::checkinputs;
using CheckResult = uplift::upgrade::Check::Result;

namespace {

const QList<Row> &allRows()
{
    static const QList<Row> rows = [] {
        Rows made;
        addStatus(made);
        addVersions(made);
        addTarget(made);
        addProxy(made);
        addWork(made);
        addEvents(made);
        addBackup(made);
        addEdition(made);
        addBusy(made);
        addTimes(made);
        addHere(made);
        return made.all();
    }();
    return rows;
}

/// Results a check cannot have, by design, and why.
struct Impossible {
    const char *key;
    QList<CheckResult> results;
    const char *why;
};

const QList<Impossible> &impossible()
{
    const char *advice = "it is advice: the service takes the upgrade all the same";
    const char *ownFact = "the program knows it by itself, and it is so or it is not";
    static const QList<Impossible> list{
        {"status", {CheckResult::ToRead}, "every status but Normal forbids the upgrade"},
        {"outdated", {CheckResult::ToRead}, "there is a newer version, or nothing to upgrade"},
        {"versions", {CheckResult::Blocked}, "outdated and target forbid; this one says how sure they are"},
        {"order", {CheckResult::ToRead}, "a pending one that does not run yet is the check named renewal"},
        {"renewal",
         {CheckResult::Passed, CheckResult::Blocked, CheckResult::Unknown},
         "it is there only when one is pending"},
        {"backup", {CheckResult::Blocked}, advice},
        {"redundancy", {CheckResult::Blocked}, advice},
        {"autoUpgrade", {CheckResult::Blocked}, advice},
        {"memory", {CheckResult::Blocked}, advice},
        {"cpu", {CheckResult::Blocked}, advice},
        {"quietHour", {CheckResult::Blocked}, advice},
        {"window", {CheckResult::Blocked}, advice},
        {"clock", {CheckResult::Blocked}, "Uplift signs with the service's time"},
        {"lastAttempt",
         {CheckResult::Blocked},
         "what has ended forbids nothing; what is open is the check openStep"},
        {"readOnly", {CheckResult::ToRead, CheckResult::Unknown}, ownFact},
        {"openStep", {CheckResult::ToRead, CheckResult::Unknown}, ownFact},
        {"journal", {CheckResult::ToRead, CheckResult::Unknown}, ownFact},
        {"environment",
         {CheckResult::Blocked, CheckResult::Unknown},
         "the user's own choice: it is asked, never forbidden"},
    };
    return list;
}

const QStringList allKeys =
    QString::fromLatin1("status outdated versions target proxy order renewal tasks events backup redundancy "
                        "autoUpgrade memory cpu quietHour window clock token permission readOnly openStep "
                        "lastAttempt journal environment")
        .split(u' ');

} // namespace

class ChecksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachFieldHasItsResult_data();
    void eachFieldHasItsResult();
    void everyCheckIsTriedInAllItsResults_data();
    void everyCheckIsTriedInAllItsResults();
    void aHealthyInstancePassesEverything();
    void whatNobodyToldIsUnknown();
    void theyAreOrderedBlockedToReadUnknownPassed();
    void anUpgradeNowHasNoWindowCheck();
    void bothTogetherAskOfBoth();
};

void ChecksTest::eachFieldHasItsResult_data()
{
    QTest::addColumn<CheckInput>("input");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("result");
    for (const Row &row : allRows())
        QTest::newRow(qPrintable(row.name)) << row.input << row.key << static_cast<int>(row.result);
}

void ChecksTest::eachFieldHasItsResult()
{
    QFETCH(CheckInput, input);
    QFETCH(QString, key);
    QFETCH(int, result);
    const QList<Check> checks = preflight(input);
    const Check check = found(checks, key);
    QCOMPARE(check.key, key);
    QVERIFY2(static_cast<int>(check.result) == result, qPrintable(check.sentence));
    QVERIFY(!check.sentence.isEmpty());
    QVERIFY2(!check.sentence.contains(u'%') || check.sentence.contains(QLatin1String(" %")),
             qPrintable(check.sentence));
    QCOMPARE(check.whatToDo.isEmpty(), check.result == CheckResult::Passed);
    QCOMPARE(check.shortText.isEmpty(), check.result == CheckResult::Passed);
    QVERIFY2(check.shortText.size() <= 24, qPrintable(check.shortText));
    QCOMPARE(isBlocked(checks), result == static_cast<int>(CheckResult::Blocked));
}

void ChecksTest::everyCheckIsTriedInAllItsResults_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("result");
    const QMap<CheckResult, const char *> names{{CheckResult::Passed, "passed"},
                                                {CheckResult::ToRead, "to read"},
                                                {CheckResult::Blocked, "blocked"},
                                                {CheckResult::Unknown, "unknown"}};
    for (const QString &key : allKeys) {
        for (auto name = names.begin(); name != names.end(); ++name)
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(key, QLatin1String(name.value()))))
                << key << static_cast<int>(name.key());
    }
}

void ChecksTest::everyCheckIsTriedInAllItsResults()
{
    QFETCH(QString, key);
    QFETCH(int, result);
    const CheckResult wanted = static_cast<CheckResult>(result);
    int rows = 0;
    for (const Row &row : allRows()) {
        rows += row.key == key && row.result == wanted;
        // No row, meant for whatever check, may show a result that is called impossible.
        for (const Impossible &each : impossible()) {
            if (key == QLatin1String(each.key) && each.results.contains(wanted)) {
                const Check check = found(preflight(row.input), key);
                QVERIFY2(check.key.isEmpty() || check.result != wanted, qPrintable(row.name));
            }
        }
    }
    const auto why = std::find_if(impossible().begin(), impossible().end(), [&](const Impossible &each) {
        return key == QLatin1String(each.key) && each.results.contains(wanted);
    });
    if (why != impossible().end()) {
        QCOMPARE(rows, 0);
        QSKIP(qPrintable(QStringLiteral("impossible by design: %1").arg(QLatin1String(why->why))));
    }
    QVERIFY2(rows > 0, "no row shows this result");
}

void ChecksTest::aHealthyInstancePassesEverything()
{
    for (const CheckInput &input : {healthy(), healthyProxy()}) {
        const QList<Check> checks = preflight(input);
        QStringList keys;
        for (const Check &check : checks) {
            QVERIFY2(check.result == CheckResult::Passed, qPrintable(check.key + u' ' + check.sentence));
            keys.append(check.key);
        }
        QStringList expected = allKeys;
        expected.removeAll(QStringLiteral("renewal"));
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()), QSet<QString>(expected.begin(), expected.end()));
        QCOMPARE(keys.size(), expected.size());
    }
}

void ChecksTest::whatNobodyToldIsUnknown()
{
    CheckInput nothing;
    nothing.now = now();
    QStringList decided;
    for (const Check &check : preflight(nothing)) {
        if (check.result != CheckResult::Unknown)
            decided.append(check.key);
    }
    decided.sort();
    QCOMPARE(decided.join(u' '), QStringLiteral("environment journal openStep readOnly target"));
}

void ChecksTest::theyAreOrderedBlockedToReadUnknownPassed()
{
    CheckInput input = healthy();
    input.instance->status = InstanceStatus::Changing;
    input.instance->statusText = QStringLiteral("Changing");
    input.clockOffset.reset();
    input.instance->renewChangeOrder = true;
    const QList<Check> checks = preflight(input);
    QCOMPARE(checks.at(0).key, QStringLiteral("status"));
    QCOMPARE(checks.at(1).key, QStringLiteral("renewal"));
    QCOMPARE(checks.at(2).key, QStringLiteral("clock"));
    QCOMPARE(static_cast<int>(checks.at(3).result), static_cast<int>(CheckResult::Passed));
}

void ChecksTest::anUpgradeNowHasNoWindowCheck()
{
    CheckInput input = healthy();
    input.moment = Moment::Now;
    QVERIFY(found(input, "window").key.isEmpty());
}

void ChecksTest::bothTogetherAskOfBoth()
{
    const QList<Check> well = preflightOfBoth(healthyProxy());
    QVERIFY(!isBlocked(well));
    QVERIFY(found(well, QStringLiteral("outdated")).sentence.contains(QLatin1String("7.0.1.14")));
    QVERIFY(found(well, QStringLiteral("proxyOutdated")).sentence.contains(QLatin1String("6.8.15")));
    QCOMPARE(found(well, QStringLiteral("proxy")).result, CheckResult::Passed);
    for (const Check &check : well)
        QVERIFY(!check.sentence.contains(QLatin1String("does not touch")));
    QCOMPARE(std::count_if(well.begin(), well.end(),
                           [](const Check &check) { return check.key == QLatin1String("status"); }),
             1);

    const QList<Check> latest = preflightOfBoth(
        butProxy([](CheckInput &input) { input.version->proxyCurrent = input.version->proxyLatest; }));
    QCOMPARE(found(latest, QStringLiteral("proxyOutdated")).result, CheckResult::Blocked);
    QCOMPARE(found(latest, QStringLiteral("outdated")).result, CheckResult::Passed);
    QCOMPARE(latest.constFirst().key, QStringLiteral("proxyOutdated"));

    const QList<Check> refused = preflightOfBoth(butProxy([](CheckInput &input) {
        input.deniedActions = QStringList{QStringLiteral("kvstore:UpgradeProxy")};
    }));
    QCOMPARE(found(refused, QStringLiteral("proxyPermission")).result, CheckResult::Blocked);
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
