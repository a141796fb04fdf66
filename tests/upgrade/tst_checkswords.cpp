// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkinputs.h"

#include <QRegularExpression>
#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::checkinputs;

/// What the checks say: sentences that name field and value, what to do, and few words for a row.
class ChecksWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void sentencesNameTheFieldAndTheValue_data();
    void sentencesNameTheFieldAndTheValue();
    void whatToDoNamesTheWayOut_data();
    void whatToDoNamesTheWayOut();
    void aRowOfABatchSaysItInFewWords_data();
    void aRowOfABatchSaysItInFewWords();
    void theRowShowsWhatDecidesMost();
    void foreignWordsStayOneShortLine();
    void placesInForeignWordsStayAsTheyAre();
    void timesAreShownInTheUsersZone();
    void aBetterHourIsProposedInUtc();
    void theChangesOfClocksAreSaid();
    void anUpgradeNowIsToldWhenToWaitFor();
};

using Change = std::function<void(CheckInput &)>;

void ChecksWordsTest::sentencesNameTheFieldAndTheValue_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *key, const char *says, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(key) << QString::fromUtf8(says);
    };
    row("status", "status", "Status is Changing; an upgrade starts from Normal only.", [](CheckInput &input) {
        input.instance->status = InstanceStatus::Changing;
        input.instance->statusText = QStringLiteral("Changing");
    });
    row("target", "target", "The target 7.0.1.7 is older than the current version 7.0.1.8.",
        [](CheckInput &input) { input.target = QStringLiteral("7.0.1.7"); });
    row("clock", "clock", "This computer's clock is 1200 s ahead of the service's.",
        [](CheckInput &input) { input.clockOffset = std::chrono::seconds(-1200); });
    row("contradiction", "outdated",
        "The service contradicts itself: latest version: yes; upgrade available: yes; current 7.0.1.8, "
        "latest "
        "7.0.1.14.",
        [](CheckInput &input) { input.version->isLatest = true; });
    row("odd notation", "versions",
        "One of the versions is not written as numbers with dots: current “redis-7.0_7.0.1.8”, latest "
        "“stable-2026”.",
        [](CheckInput &input) { input.version->latest = version("stable-2026"); });
    row("current newer than latest", "versions",
        "The current version “redis-7.0_7.0.1.8” is newer than the one the service calls the latest, "
        "“7.0.1.4”.",
        [](CheckInput &input) { input.version->latest = version("7.0.1.4"); });
    row("task", "tasks", "The task t-0mqfake1 (ModifyInsSpec) has the status Running.",
        [](CheckInput &input) {
            input.tasks = QList<CloudTask>{task(CloudTask::Status::Running, "Running")};
        });
    row("task of a kind nobody knows", "tasks", "The task t-0mqfake1 (kind not told) has the status Waiting.",
        [](CheckInput &input) {
            input.tasks = QList<CloudTask>{task(CloudTask::Status::Waiting, "Waiting", "")};
        });
    row("two tasks, the running one first", "tasks",
        "The task t-0mqfake1 (RestartIns) has the status Running. And 1 more.", [](CheckInput &input) {
            input.tasks = QList<CloudTask>{task(CloudTask::Status::Scheduled, "Scheduled"),
                                           task(CloudTask::Status::Running, "Running", "RestartIns")};
        });
    row("planned upgrade", "events",
        "The provider plans to upgrade this instance itself: 2026-11-22 18:00 (UTC).", [](CheckInput &input) {
            input.events = QList<ScheduledEvent>{plannedEvent(
                ScheduledEvent::Status::Pending, "rds_apsaradb_upgrade", utc("2026-11-22T18:00:00Z"))};
        });
    row("planned switch", "events", "The provider plans “rds_apsaradb_ha”; it does not say when.",
        [](CheckInput &input) {
            input.events = QList<ScheduledEvent>{
                plannedEvent(ScheduledEvent::Status::WaitsForTime, "rds_apsaradb_ha", QDateTime())};
        });
    row("old backup", "backup", "The newest full backup is 31 h old. Your limit is 24 h.",
        [](CheckInput &input) { input.backups = QList<Backup>{backup(Backup::Status::Success, 31)}; });
    row("the shard whose backup is old", "backup",
        "The newest full backup is 40 h old (r-x-db-1). Your limit is 24 h.", [](CheckInput &input) {
            input.backups = QList<Backup>{backup(Backup::Status::Success, 2, "r-x-db-0"),
                                          backup(Backup::Status::Success, 40, "r-x-db-1")};
        });
    row("old backup, one planned", "backup",
        "The newest full backup is 3 days old. Your limit is 24 h. The plan makes a new one first.",
        [](CheckInput &input) {
            input.backups = QList<Backup>{backup(Backup::Status::Success, 75)};
            input.backupPlanned = true;
        });
    row("proxy behind", "proxy",
        "The proxy is behind too: it runs 6.6.0, the latest is 6.8.15. This upgrade does not touch it.",
        [](CheckInput &input) {
            input = healthyProxy();
            input.forProxy = false;
        });
    row("memory", "memory", "Memory is 86 % full; at the chosen time of the last day it was 86 % at most.",
        [](CheckInput &input) { input.memory = measured(2, [](const QDateTime &) { return 86.4; }); });
    row("memory now alone", "memory",
        "Memory is 52 % full; at the chosen time of the last day it was not measured.",
        [](CheckInput &input) {
            input.memory = QList<LoadSample>{{now(), 52}};
        });
    row("permissions", "permission", "Whether this account may upgrade cannot be tested without calling.",
        [](CheckInput &input) { input.deniedActions.reset(); });
    row("several refused", "permission", "This account was refused kvstore:DescribeBackups. And 1 more.",
        [](CheckInput &input) {
            input.deniedActions =
                QStringList{QStringLiteral("kvstore:DescribeBackups"), QStringLiteral("kvstore:CreateBackup"),
                            QStringLiteral("kvstore:DescribeBackups")};
        });
    row("failed lately", "lastAttempt", "The last attempt on this instance, 12 min ago, ended as: Failed.",
        [](CheckInput &input) {
            input.lastAttempt = LastAttempt{StepState::Failed, now().addSecs(-720)};
        });
}

void ChecksWordsTest::sentencesNameTheFieldAndTheValue()
{
    QFETCH(Change, change);
    QFETCH(QString, key);
    QFETCH(QString, says);
    QCOMPARE(found(preflight(but(change)), key).sentence, says);
}

void ChecksWordsTest::whatToDoNamesTheWayOut_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *key, const char *says, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(key) << QString::fromUtf8(says);
    };
    row("no backup: a step of the plan", "backup", "Add “Back up now” to the plan",
        [](CheckInput &input) { input.backups = QList<Backup>(); });
    row("a token that ends early: the upgrade goes on", "token",
        "The watching stops then, the upgrade does not.",
        [](CheckInput &input) { input.tokenExpires = now().addSecs(60); });
    row("an upgrade that waits already", "tasks", "do not start a second", [](CheckInput &input) {
        input.tasks = QList<CloudTask>{task(CloudTask::Status::Waiting, "Waiting", "KernelVersionUpgrade")};
    });
    row("another task", "tasks", "Wait until it has ended", [](CheckInput &input) {
        input.tasks = QList<CloudTask>{task(CloudTask::Status::Running, "Running")};
    });
    row("a refused right", "permission", "policy to copy", [](CheckInput &input) {
        input.deniedActions = QStringList{QStringLiteral("kvstore:ModifyInstanceMinorVersion")};
    });
    row("the proxy behind", "proxy", "a step of its own", [](CheckInput &input) {
        input = healthyProxy();
        input.forProxy = false;
    });
    row("an upgrade the provider plans", "events", "which of the two", [](CheckInput &input) {
        input.events = QList<ScheduledEvent>{
            plannedEvent(ScheduledEvent::Status::Pending, "rds_apsaradb_upgrade", now().addDays(1))};
    });
}

void ChecksWordsTest::whatToDoNamesTheWayOut()
{
    QFETCH(Change, change);
    QFETCH(QString, key);
    QFETCH(QString, says);
    const Check check = found(preflight(but(change)), key);
    QVERIFY2(check.whatToDo.contains(says), qPrintable(check.whatToDo));
}

void ChecksWordsTest::aRowOfABatchSaysItInFewWords_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("worst");
    QTest::addColumn<QString>("says");
    using Worst = Check::Result;
    int rows = 1;
    const auto row = [&rows](const char *says, Worst worst, const Change &change) {
        QTest::addRow("%s %d", says, rows++) << change << static_cast<int>(worst) << QString::fromUtf8(says);
    };
    row("Checks pass", Worst::Passed, [](CheckInput &) {});
    row("Backup 31 h old", Worst::ToRead,
        [](CheckInput &input) { input.backups = QList<Backup>{backup(Backup::Status::Success, 31)}; });
    row("Backup 3 days old", Worst::ToRead,
        [](CheckInput &input) { input.backups = QList<Backup>{backup(Backup::Status::Success, 75)}; });
    row("No backup", Worst::ToRead, [](CheckInput &input) { input.backups = QList<Backup>(); });
    row("Still undecided", Worst::Blocked, [](CheckInput &input) {
        input.stepOpen = true;
        input.lastAttempt = LastAttempt{StepState::Undecided, now().addSecs(-600)};
    });
    row("Failed 12 min ago", Worst::ToRead, [](CheckInput &input) {
        input.lastAttempt = LastAttempt{StepState::Failed, now().addSecs(-750)};
    });
    row("Failed just now", Worst::ToRead, [](CheckInput &input) {
        input.lastAttempt = LastAttempt{StepState::Failed, now().addSecs(30)};
    });
    row("Unchanged 23 h ago", Worst::ToRead, [](CheckInput &input) {
        input.lastAttempt = LastAttempt{StepState::Unchanged, now().addSecs(-23 * 3600 - 59 * 60)};
    });
    row("Checks pass", Worst::Passed, [](CheckInput &input) {
        input.lastAttempt = LastAttempt{StepState::Rejected, now().addSecs(-24 * 3600)};
    });
    row("Already latest", Worst::Blocked, [](CheckInput &input) {
        input.version->isLatest = true;
        input.version->upgradeAvailable = false;
        input.version->latest = input.version->current;
    });
    row("Single node", Worst::ToRead, [](CheckInput &input) {
        Instance single = instances::standardOneNode();
        single.status = InstanceStatus::Normal;
        single.statusText = QStringLiteral("Normal");
        single.window = input.instance->window;
        single.orderCompleted = true;
        input.instance = single;
    });
    row("Memory 86 %", Worst::ToRead,
        [](CheckInput &input) { input.memory = measured(2, [](const QDateTime &) { return 86.0; }); });
    row("CPU load 100 %", Worst::ToRead,
        [](CheckInput &input) { input.cpu = measured(2, [](const QDateTime &) { return 99.8; }); });
    row("Permission not tested", Worst::Unknown, [](CheckInput &input) { input.deniedActions.reset(); });
}

void ChecksWordsTest::aRowOfABatchSaysItInFewWords()
{
    QFETCH(Change, change);
    QFETCH(int, worst);
    QFETCH(QString, says);
    const CheckVerdict verdict = verdictOf(preflight(but(change)));
    QCOMPARE(verdict.shortText, says);
    QCOMPARE(static_cast<int>(verdict.worst), worst);
    QVERIFY(verdict.shortText.size() <= 24);
}

void ChecksWordsTest::theRowShowsWhatDecidesMost()
{
    QCOMPARE(verdictOf({}).shortText, QStringLiteral("Not checked yet"));
    QCOMPARE(static_cast<int>(verdictOf({}).worst), static_cast<int>(Check::Result::Unknown));
    const QList<Check> checks = preflight(but([](CheckInput &input) {
        input.backups = QList<Backup>();
        input.deniedActions.reset();
        input.journalWritable = false;
        input.tasks = QList<CloudTask>{task(CloudTask::Status::Running, "Running")};
    }));
    QCOMPARE(verdictOf(checks).shortText, QStringLiteral("A task is running"));
    QList<Check> reversed = checks;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(static_cast<int>(verdictOf(reversed).worst), static_cast<int>(Check::Result::Blocked));
}

void ChecksWordsTest::foreignWordsStayOneShortLine()
{
    const QString hostile = QStringLiteral("Bad\n") + QChar(0x202e) + QString(500, u'x');
    const QList<Check> checks = preflight(but([&hostile](CheckInput &input) {
        input.instance->status = InstanceStatus::Unknown;
        input.instance->statusText = hostile;
        input.version->latest = MinorVersion::parse(hostile);
        input.target = hostile;
        CloudTask foreign = task(CloudTask::Status::Unknown, "");
        foreign.id = {hostile};
        foreign.type = hostile;
        foreign.statusText = hostile;
        input.tasks = QList<CloudTask>{foreign};
        ScheduledEvent planned = plannedEvent(ScheduledEvent::Status::Unknown, "", QDateTime());
        planned.name = {hostile, hostile};
        planned.statusText = hostile;
        input.events = QList<ScheduledEvent>{planned};
        input.backups = QList<Backup>{backup(Backup::Status::Success, 40)};
        input.backups->first().node = hostile;
        input.deniedActions = QStringList{hostile};
        input.environment = Environment::Development;
        input.instance->name = QStringLiteral("prod") + hostile;
    }));
    int foreign = 0;
    for (const Check &check : checks) {
        QVERIFY2(check.sentence.size() < 400, qPrintable(check.key));
        QVERIFY2(!check.sentence.contains(u'\n') && !check.sentence.contains(QChar(0x202e)),
                 qPrintable(check.key));
        foreign += check.sentence.contains(QLatin1String("xxxx"));
        QVERIFY2(!check.shortText.contains(QLatin1String("xxxx")), qPrintable(check.key));
    }
    QCOMPARE(foreign, 8);
}

void ChecksWordsTest::placesInForeignWordsStayAsTheyAre()
{
    const Check check = found(preflight(but([](CheckInput &input) {
                                  input.version->latest = version("%1-%2");
                                  input.version->current = version("%2_x");
                              })),
                              QStringLiteral("versions"));
    QVERIFY2(check.sentence.contains(QStringLiteral("current “%2_x”, latest “%1-%2”")),
             qPrintable(check.sentence));
}

void ChecksWordsTest::timesAreShownInTheUsersZone()
{
    const auto in = [](const char *zone) {
        return found(preflight(but([zone](CheckInput &input) {
                         input.zone = QTimeZone(zone);
                         input.tokenExpires = utc("2026-11-20T21:00:00Z");
                     })),
                     QStringLiteral("token"))
            .sentence;
    };
    QVERIFY2(in("Asia/Shanghai").contains(QLatin1String("2026-11-21 05:00 (UTC+8)")),
             qPrintable(in("Asia/Shanghai")));
    QVERIFY(in("Asia/Kolkata").contains(QLatin1String("2026-11-21 02:30 (UTC+5:30)")));
    QVERIFY(in("America/New_York").contains(QLatin1String("2026-11-20 16:00 (UTC-5)")));
    QVERIFY(in("America/St_Johns").contains(QLatin1String("2026-11-20 17:30 (UTC-3:30)")));
    QVERIFY(in("UTC").contains(QLatin1String("2026-11-20 21:00 (UTC)")));
    QVERIFY(in("nowhere").contains(QLatin1String("2026-11-20 21:00 (UTC)")));
}

void ChecksWordsTest::aBetterHourIsProposedInUtc()
{
    const Check check = found(preflight(but([](CheckInput &input) { input.load = traffic(2); })),
                              QStringLiteral("quietHour"));
    QCOMPARE(check.sentence,
             QStringLiteral(
                 "In the chosen time the load is 115 % of the day's mean; from 02:00 to 06:00 it is 23 %."));
    QCOMPARE(check.whatToDo, QStringLiteral("Move the maintenance window to 02:00 – 06:00 UTC, or keep it."));
}

void ChecksWordsTest::theChangesOfClocksAreSaid()
{
    const QTimeZone berlin("Europe/Berlin");
    const Check check = found(preflight(but([&berlin](CheckInput &input) {
                                  const auto load = [&berlin](const QDateTime &at) {
                                      const int hour = at.toTimeZone(berlin).time().hour();
                                      return hour >= 3 && hour < 7 ? 20.0 : 100.0;
                                  };
                                  input.zone = berlin;
                                  input.load = profileOf(measured(7, load), berlin, now());
                              })),
                              QStringLiteral("quietHour"));
    QVERIFY2(check.sentence.contains(QLatin1String("from 03:00 to 07:00")), qPrintable(check.sentence));
    QCOMPARE(check.whatToDo,
             QStringLiteral("Move the maintenance window to 03:00 – 07:00 (02:00 – 06:00 UTC), or keep it. "
                            "The clocks change on "
                            "2027-03-28, 2027-10-31: the window then moves in local time, so set it again."));
}

void ChecksWordsTest::anUpgradeNowIsToldWhenToWaitFor()
{
    const Check check = found(preflight(but([](CheckInput &input) { input.moment = Moment::Now; })),
                              QStringLiteral("quietHour"));
    QCOMPARE(check.whatToDo, QStringLiteral("Wait until 18:00 if it can wait."));
}

QTEST_GUILESS_MAIN(ChecksWordsTest)
#include "tst_checkswords.moc"
