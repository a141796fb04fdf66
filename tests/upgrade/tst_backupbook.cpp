// SPDX-License-Identifier: GPL-3.0-or-later
// Which backup is the newest that counts, and who works here.
#include "upgrade/backupbook.h"
#include "upgrade/outcome.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;

namespace {

const QDateTime now(QDate(2026, 11, 19), QTime(6, 0), Qt::UTC);

QDateTime hoursAgo(int hours) { return now.addSecs(-3600LL * hours); }

Backup backup(int hours, Backup::Status status = Backup::Status::Success, const QString &node = {})
{
    Backup made;
    made.status = status;
    made.type = QStringLiteral("FullBackup");
    made.started = hoursAgo(hours);
    made.ended = made.started.addSecs(300);
    made.node = node;
    return made;
}

} // namespace

class BackupBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNewestThatCounts_data();
    void theNewestThatCounts();
    void withoutAUserVariableTheSystemNamesWhoWorksHere();
};

void BackupBookTest::theNewestThatCounts_data()
{
    QTest::addColumn<QList<Backup>>("backups");
    QTest::addColumn<QDateTime>("newest");
    const auto row = [](const char *name, const QList<Backup> &backups, const QDateTime &newest) {
        QTest::newRow(name) << backups << newest;
    };
    row("none", {}, {});
    row("in any order", {backup(50), backup(3), backup(26)}, hoursAgo(3));
    row("a failed one does not count", {backup(2, Backup::Status::Failed), backup(26)}, hoursAgo(26));
    row("one that runs does not count", {backup(0, Backup::Status::Running), backup(26)}, hoursAgo(26));
    Backup gone = backup(3);
    gone.expires = hoursAgo(1);
    row("an expired one does not count", {gone, backup(26)}, hoursAgo(26));
    Backup increment = backup(3);
    increment.type = QStringLiteral("IncrementalBackup");
    row("an increment does not count", {increment, backup(26)}, hoursAgo(26));
    const QString one = QStringLiteral("db-0");
    const QString two = QStringLiteral("db-1");
    row("the shard that is behind decides",
        {backup(3, Backup::Status::Success, one), backup(27, Backup::Status::Success, two)}, hoursAgo(27));
}

void BackupBookTest::theNewestThatCounts()
{
    QFETCH(QList<Backup>, backups);
    QTEST(newestBackup(backups, now), "newest");
}

void BackupBookTest::withoutAUserVariableTheSystemNamesWhoWorksHere()
{
    const QByteArray user = qgetenv("USER");
    const QByteArray windows = qgetenv("USERNAME");
    qunsetenv("USER");
    qunsetenv("USERNAME");
    const QString who = whoami();
    if (!user.isNull())
        qputenv("USER", user);
    if (!windows.isNull())
        qputenv("USERNAME", windows);
    QVERIFY2(!who.startsWith(QLatin1Char('?')), qPrintable(who));
    QVERIFY(who.indexOf(QLatin1Char('@')) > 0);
}

QTEST_GUILESS_MAIN(BackupBookTest)
#include "tst_backupbook.moc"
