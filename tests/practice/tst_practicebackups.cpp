// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/published.h"
#include "practice/rawclient.h"

#include <QTest>

using namespace uplift;
using namespace uplift::practice;
using namespace std::chrono_literals;
using test::Draft;
using test::PracticeBench;
using test::RawReply;
using test::textOf;

namespace {

using Parameters = QMap<QString, QString>;

RawReply backUp(const PracticeBench &bench, const QString &id, Parameters parameters = {})
{
    parameters.insert(QStringLiteral("InstanceId"), id);
    return bench.call(QStringLiteral("CreateBackup"), parameters);
}

QStringList jobsOf(const RawReply &reply) { return textOf(reply.json(), "BackupJobID").split(u','); }

QJsonArray running(const PracticeBench &bench, const QString &id, Parameters parameters = {})
{
    parameters.insert(QStringLiteral("InstanceId"), id);
    return bench.call(QStringLiteral("DescribeBackupTasks"), parameters)
        .json()
        .value(QLatin1String("BackupJobs"))
        .toArray();
}

Parameters lastDays(const PracticeBench &bench, const QString &id)
{
    return {{QStringLiteral("InstanceId"), id},
            {QStringLiteral("StartTime"), bench.wire(-30 * 24h).left(16) + u'Z'},
            {QStringLiteral("EndTime"), bench.wire().left(16) + u'Z'},
            {QStringLiteral("PageSize"), QStringLiteral("300")}};
}

RawReply backupsReply(const PracticeBench &bench, const QString &id, const QString &job = {})
{
    Parameters parameters = lastDays(bench, id);
    if (!job.isEmpty())
        parameters.insert(QStringLiteral("BackupJobId"), job);
    return bench.call(QStringLiteral("DescribeBackups"), parameters);
}

QJsonArray backups(const PracticeBench &bench, const QString &id, const QString &job = {})
{
    return backupsReply(bench, id, job).json()[QLatin1String("Backups")][QLatin1String("Backup")].toArray();
}

QJsonArray clusterBackups(const PracticeBench &bench, const QString &id)
{
    return bench.call(QStringLiteral("DescribeClusterBackupList"), lastDays(bench, id))
        .json()
        .value(QLatin1String("ClusterBackups"))
        .toArray();
}

/// Hours since the newest backup that went well; -1 without any.
qint64 age(const PracticeBench &bench, const char *name)
{
    const QJsonArray all = backups(bench, bench.idOf(name));
    for (const auto &backup : all) {
        if (textOf(backup.toObject(), "BackupStatus") == QLatin1String("Success"))
            return QDateTime::fromString(textOf(backup.toObject(), "BackupEndTime"), Qt::ISODate)
                       .secsTo(bench.now())
                / 3600;
    }
    return -1;
}

} // namespace

class PracticeBackupsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLastBackupsAreOfVariedAge();
    void aBackupRunsFromRequestToSuccess();
    void theShardsOfAClassicClusterEndOneAfterAnother();
    void aCloudNativeClusterGetsASetOfItsOwn();
    void aSecondBackupIsRefusedWhileOneRuns();
    void aBackupHoldsUpAnUpgrade();
    void backupsMayFail_data();
    void backupsMayFail();
    void aFailedClusterBackupIsOfNoUse();
    void badCallsAreRefused_data();
    void badCallsAreRefused();
    void xmlIsSpokenToo();
};

void PracticeBackupsTest::theLastBackupsAreOfVariedAge()
{
    PracticeBench bench;
    QCOMPARE(age(bench, "checkout-locks"), 11); // last night, 19:11 to 06:32
    QCOMPARE(age(bench, "price-feed"), 11 + 24);
    QCOMPARE(age(bench, "loyalty-points"), 11 + 3 * 24);
    QCOMPARE(age(bench, "cart-sessions-stg"), 11 + 24); // last night's failed
    QCOMPARE(age(bench, "dev-scratch"), -1);
    QCOMPARE(backups(bench, bench.idOf("dev-scratch")).size(), 0);
    bench.pass(24h);
    QCOMPARE(age(bench, "checkout-locks"), 11);
    QCOMPARE(age(bench, "price-feed"), 11 + 48);
    bench.pass(24h);
    QCOMPARE(age(bench, "price-feed"), 11);
}

void PracticeBackupsTest::aBackupRunsFromRequestToSuccess()
{
    PracticeBench bench;
    const QString id = bench.idOf("dev-scratch");
    const RawReply reply = backUp(bench, id);
    QCOMPARE(reply.status, 200);
    QCOMPARE(test::unpublishedField(QStringLiteral("CreateBackup"), reply.json()), QString());
    const QString job = textOf(reply.json(), "BackupJobID");
    QVERIFY(job.toLongLong() > 0);
    QCOMPARE(bench.cloud().backupsOf({id}), 1);

    QJsonArray jobs = running(bench, id);
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs.at(0)[QLatin1String("BackupJobID")].toInteger(), job.toLongLong());
    QCOMPARE(textOf(jobs.at(0).toObject(), "BackupProgressStatus"), QStringLiteral("NoStart"));
    bench.pass(15s);
    jobs = running(bench, id, {{QStringLiteral("BackupJobId"), job}});
    QCOMPARE(textOf(jobs.at(0).toObject(), "BackupProgressStatus"), QStringLiteral("Uploading"));
    QCOMPARE(textOf(jobs.at(0).toObject(), "Progress"), QStringLiteral("50"));
    QCOMPARE(textOf(jobs.at(0).toObject(), "Process"), QStringLiteral("50"));
    QCOMPARE(textOf(jobs.at(0).toObject(), "JobMode"), QStringLiteral("Manual"));
    QCOMPARE(running(bench, id, {{QStringLiteral("JobMode"), QStringLiteral("Automated")}}).size(), 0);
    QCOMPARE(bench.status(id), QStringLiteral("Normal"));
    QCOMPARE(backups(bench, id).size(), 0);

    bench.pass(15s);
    QCOMPARE(running(bench, id).size(), 0);
    const QJsonArray done = backups(bench, id, job);
    QCOMPARE(done.size(), 1);
    QCOMPARE(textOf(done.at(0).toObject(), "BackupStatus"), QStringLiteral("Success"));
    QCOMPARE(textOf(done.at(0).toObject(), "BackupMode"), QStringLiteral("Manual"));
    QCOMPARE(textOf(done.at(0).toObject(), "BackupStartTime"), QStringLiteral("2026-11-19T06:32:00Z"));
    QCOMPARE(textOf(done.at(0).toObject(), "BackupEndTime"), QStringLiteral("2026-11-19T06:32:30Z"));
    QCOMPARE(textOf(done.at(0).toObject(), "ExpectExpireTime"), QStringLiteral("2026-11-26T06:32Z"));
    QCOMPARE(test::unpublishedField(QStringLiteral("DescribeBackups"), backupsReply(bench, id).json()),
             QString());
    QCOMPARE(backUp(bench, id, {{QStringLiteral("BackupRetentionPeriod"), QStringLiteral("30")}}).status,
             200);
}

void PracticeBackupsTest::theShardsOfAClassicClusterEndOneAfterAnother()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache-stg");
    const QStringList jobs = jobsOf(backUp(bench, id));
    QCOMPARE(jobs.size(), 4);
    QCOMPARE(running(bench, id).size(), 4);
    bench.pass(26s);
    QCOMPARE(running(bench, id).size(), 3);
    QCOMPARE(backups(bench, id, jobs.first()).size(), 1);
    QCOMPARE(backups(bench, id, jobs.last()).size(), 0);
    bench.pass(4s);
    QCOMPARE(running(bench, id).size(), 0);
    for (const QString &job : jobs)
        QCOMPARE(textOf(backups(bench, id, job).at(0).toObject(), "BackupStatus"), QStringLiteral("Success"));
    QCOMPARE(textOf(backups(bench, id, jobs.last()).at(0).toObject(), "NodeInstanceId"),
             id + QStringLiteral("-db-3"));
}

void PracticeBackupsTest::aCloudNativeClusterGetsASetOfItsOwn()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache");
    const qsizetype before = clusterBackups(bench, id).size();
    QCOMPARE(jobsOf(backUp(bench, id)).size(), 8);
    bench.pass(15s);
    QJsonObject set = clusterBackups(bench, id).at(0).toObject();
    QCOMPARE(textOf(set, "ClusterBackupStatus"), QStringLiteral("RUNNING"));
    QCOMPARE(textOf(set, "Progress"), QStringLiteral("50%"));
    QCOMPARE(set.value(QLatin1String("IsAvail")).toInt(), 0);
    bench.pass(15s);
    QCOMPARE(clusterBackups(bench, id).size(), before + 1);
    set = clusterBackups(bench, id).at(0).toObject();
    QCOMPARE(textOf(set, "ClusterBackupStatus"), QStringLiteral("OK"));
    QCOMPARE(textOf(set, "ClusterBackupMode"), QStringLiteral("Manual"));
    QCOMPARE(textOf(set, "Progress"), QStringLiteral("100%"));
    QCOMPARE(set.value(QLatin1String("Backups")).toArray().size(), 8);
    QCOMPARE(backups(bench, id).size(), 0);
    const RawReply reply = bench.call(QStringLiteral("DescribeClusterBackupList"), lastDays(bench, id));
    QCOMPARE(test::unpublishedField(QStringLiteral("DescribeClusterBackupList"), reply.json()), QString());
}

void PracticeBackupsTest::aSecondBackupIsRefusedWhileOneRuns()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(backUp(bench, id).status, 200);
    bench.pass(29s);
    QCOMPARE(backUp(bench, id).code(), QStringLiteral("BackupJobExists"));
    QCOMPARE(bench.cloud().backupsOf({id}), 1);
    bench.pass(1s);
    QCOMPARE(backUp(bench, id).status, 200);
    QCOMPARE(bench.cloud().backupsOf({id}), 2);
}

void PracticeBackupsTest::aBackupHoldsUpAnUpgrade()
{
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    QCOMPARE(backUp(bench, id).status, 200);
    QCOMPARE(bench.startUpgrade(id).code(), QStringLiteral("Task.Conflict"));
    bench.pass(30s);
    QCOMPARE(bench.startUpgrade(id).status, 200);
    bench.pass(1s);
    QCOMPARE(backUp(bench, id).code(), QStringLiteral("IncorrectDBInstanceState"));
}

void PracticeBackupsTest::backupsMayFail_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("by the switch, all") << true;
    QTest::newRow("of one instance") << false;
}

void PracticeBackupsTest::backupsMayFail()
{
    QFETCH(bool, all);
    PracticeBench bench;
    const QString id = bench.idOf("checkout-locks");
    const QString other = bench.idOf("loyalty-points");
    if (all)
        bench.cloud().setOn(Fault::BackupFails, true);
    else
        bench.cloud().failBackupsOf({id});
    const QString job = jobsOf(backUp(bench, id)).first();
    const QString otherJob = jobsOf(backUp(bench, other)).first();
    bench.pass(31s);
    QCOMPARE(running(bench, id).size(), 0);
    QCOMPARE(textOf(backups(bench, id, job).at(0).toObject(), "BackupStatus"), QStringLiteral("Failed"));
    QCOMPARE(textOf(backups(bench, other, otherJob).at(0).toObject(), "BackupStatus"),
             all ? QStringLiteral("Failed") : QStringLiteral("Success"));
}

void PracticeBackupsTest::aFailedClusterBackupIsOfNoUse()
{
    PracticeBench bench;
    bench.cloud().setOn(Fault::BackupFails, true);
    const QString id = bench.idOf("orders-cache");
    QCOMPARE(backUp(bench, id).status, 200);
    const QString classic = bench.idOf("orders-cache-stg");
    const QStringList jobs = jobsOf(backUp(bench, classic));
    bench.pass(31s);
    const QJsonObject set = clusterBackups(bench, id).at(0).toObject();
    QCOMPARE(textOf(set, "ClusterBackupStatus"), QStringLiteral("Failed"));
    QCOMPARE(set.value(QLatin1String("IsAvail")).toInt(), 0);
    QCOMPARE(textOf(backups(bench, classic, jobs.first()).at(0).toObject(), "BackupStatus"),
             QStringLiteral("Success"));
    QCOMPARE(textOf(backups(bench, classic, jobs.last()).at(0).toObject(), "BackupStatus"),
             QStringLiteral("Failed"));
}

void PracticeBackupsTest::badCallsAreRefused_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QString>("code");
    const QString create = QStringLiteral("CreateBackup");
    const QString list = QStringLiteral("DescribeBackups");
    const QString id = QStringLiteral("InstanceId");
    const QString known = QStringLiteral("r-bp18dk2vfy6n0c4jpa");
    const QString days = QStringLiteral("BackupRetentionPeriod");
    const QString start = QStringLiteral("StartTime");
    const QString end = QStringLiteral("EndTime");
    const QString invalid = QStringLiteral("InvalidParameter");
    QTest::newRow("no instance") << create << Parameters{} << QStringLiteral("MissingParameter");
    QTest::newRow("unknown instance") << create << Parameters{{id, QStringLiteral("r-none")}}
                                      << QStringLiteral("InvalidInstanceId.NotFound");
    QTest::newRow("kept for 6 days") << create << Parameters{{id, known}, {days, QStringLiteral("6")}}
                                     << invalid;
    QTest::newRow("kept for 731 days")
        << create << Parameters{{id, known}, {days, QStringLiteral("731")}} << invalid;
    QTest::newRow("migrating") << create << Parameters{{id, QStringLiteral("r-uf6p4jw8k0t3u6lqyz")}}
                               << QStringLiteral("IncorrectDBInstanceState");
    QTest::newRow("tasks of nobody") << QStringLiteral("DescribeBackupTasks") << Parameters{}
                                     << QStringLiteral("MissingParameter");
    QTest::newRow("tasks of an odd kind")
        << QStringLiteral("DescribeBackupTasks")
        << Parameters{{id, known}, {QStringLiteral("JobMode"), QStringLiteral("Nightly")}} << invalid;
    QTest::newRow("times with seconds") << list
                                        << Parameters{{id, known},
                                                      {start, QStringLiteral("2026-11-18T00:00:00Z")},
                                                      {end, QStringLiteral("2026-11-19T00:00Z")}}
                                        << invalid;
    QTest::newRow("the end before the start") << list
                                              << Parameters{{id, known},
                                                            {start, QStringLiteral("2026-11-19T00:00Z")},
                                                            {end, QStringLiteral("2026-11-18T00:00Z")}}
                                              << invalid;
}

void PracticeBackupsTest::badCallsAreRefused()
{
    QFETCH(QString, action);
    QFETCH(Parameters, parameters);
    QFETCH(QString, code);
    PracticeBench bench;
    QCOMPARE(bench.call(action, parameters).code(), code);
}

void PracticeBackupsTest::xmlIsSpokenToo()
{
    PracticeBench bench;
    const QString id = bench.idOf("orders-cache-stg");
    Draft draft = bench.draft(QStringLiteral("CreateBackup"), {{QStringLiteral("InstanceId"), id}});
    draft.v1 = true;
    draft.format = QStringLiteral("XML");
    const RawReply reply = bench.send(draft);
    QCOMPARE(reply.status, 200);
    QVERIFY2(reply.body.contains("<BackupJobID>10220001,10220002,10220003,10220004</BackupJobID>"),
             reply.body.constData());
    draft.action = QStringLiteral("DescribeBackupTasks");
    const QByteArray body = bench.send(draft).body;
    QCOMPARE(body.count("<BackupJobs>"), 4);
    QVERIFY(body.contains("<BackupJobID>10220003</BackupJobID>"));
    bench.pass(31s);
    QCOMPARE(bench.send(draft).body.count("<BackupJobs>"), 0);
}

QTEST_GUILESS_MAIN(PracticeBackupsTest)
#include "tst_practicebackups.moc"
