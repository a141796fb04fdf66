// SPDX-License-Identifier: GPL-3.0-or-later
// The system calls of real starts: the Requested row is written and synced before the first byte of its call
// leaves.
#include "practice/practicecloud.h"

#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;

namespace {

constexpr int starts = 8;

/// What a line of the trace means for the order, in the order in which the calls ended.
struct Event {
    enum class Kind { WalWrite, WalSync, Send };
    Kind kind;
    QByteArray text;
};

// "[pid 12] call(…) = 0", or in two parts: "call(… <unfinished ...>" and later "<... call resumed>…". A write
// or sync counts when it has ended, a send when it begins.
QList<Event> eventsOf(const QList<QByteArray> &lines)
{
    QList<Event> events;
    QHash<QByteArray, QByteArray> unfinished;
    for (const QByteArray &line : lines) {
        const qsizetype blank = line.indexOf(' ');
        const QByteArray thread = line.left(blank);
        QByteArray call = line.mid(blank + 1).trimmed();
        const bool begins = call.contains("<unfinished ...>");
        const bool resumed = call.startsWith("<...");
        if (resumed)
            call = unfinished.take(thread);
        const bool sends = call.startsWith("send") || call.startsWith("write");
        if (sends && !resumed && call.contains("POST /") && call.contains("ModifyInstanceMinorVersion"))
            events.append({Event::Kind::Send, call});
        if (begins && !resumed) {
            unfinished.insert(thread, call);
            continue;
        }
        if (!call.contains("journal.sqlite-wal>"))
            continue;
        if (call.startsWith("pwrite64") || call.startsWith("write"))
            events.append({Event::Kind::WalWrite, call});
        else if (call.startsWith("fdatasync") || call.startsWith("fsync"))
            events.append({Event::Kind::WalSync, call});
    }
    return events;
}

QByteArray nonceOf(const QByteArray &send)
{
    static const QRegularExpression header(QStringLiteral("x-acs-signature-nonce: ([0-9a-f]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return header.match(QString::fromLatin1(send)).captured(1).toLatin1();
}

} // namespace

class FsyncOrderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRequestIsOnDiskBeforeItsFirstByteLeaves();
};

void FsyncOrderTest::everyRequestIsOnDiskBeforeItsFirstByteLeaves()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (strace.isEmpty())
        QSKIP("strace is not installed");
    practice::PracticeOptions options;
    options.upgradeTime = std::chrono::milliseconds(300);
    options.extraInstances = starts * 14;
    practice::PracticeCloud cloud(options);
    QVERIFY2(cloud.start(), qPrintable(cloud.error()));
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("trace"));
    QStringList arguments{QStringLiteral("-f"),
                          QStringLiteral("-y"),
                          QStringLiteral("-s"),
                          QStringLiteral("16384"),
                          QStringLiteral("-e"),
                          QStringLiteral("trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg"),
                          QStringLiteral("-o"),
                          trace,
                          QStringLiteral(UPLIFT_BINARY_DIR "/tests/upgrade/startchild"),
                          folder.filePath(QStringLiteral("journal.sqlite")),
                          cloud.origin(),
                          QStringLiteral("cn-hangzhou"),
                          QStringLiteral("redis-7.0_7.0.1.8")};
    for (int i = 0; i < starts; ++i)
        arguments.append(QStringLiteral("r-bp1x%1").arg(i * 14, 14, 10, QLatin1Char('0')));
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
                       QStringLiteral("detect_leaks=0")); // it cannot run when traced
    child.setProcessEnvironment(environment);
    child.start(strace, arguments);
    child.write(cloud.accessKeyId().toLatin1() + '\n' + cloud.accessKeySecret().toLatin1() + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 120'000);
    if (child.readAllStandardError().contains("PTRACE_TRACEME"))
        QSKIP("this machine does not allow tracing");
    QCOMPARE(child.exitCode(), 0);

    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<Event> events = eventsOf(file.readAll().split('\n'));
    int sends = 0;
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (events.at(i).kind != Event::Kind::Send)
            continue;
        ++sends;
        const QByteArray nonce = nonceOf(events.at(i).text);
        QVERIFY(!nonce.isEmpty());
        qsizetype written = 0;
        while (
            written < i
            && !(events.at(written).kind == Event::Kind::WalWrite && events.at(written).text.contains(nonce)))
            ++written;
        QVERIFY2(written < i, "the Requested row was not written before its call");
        bool synced = false;
        for (qsizetype j = written + 1; j < i; ++j)
            synced = synced || events.at(j).kind == Event::Kind::WalSync;
        QVERIFY2(synced, "no fdatasync of the journal between the row and the call");
    }
    QCOMPARE(sends, starts);
    QCOMPARE(cloud.requestCount(QStringLiteral("ModifyInstanceMinorVersion")), starts);
    qInfo("%d starts traced, each synced between its Requested row and its first byte", sends);
}

QTEST_GUILESS_MAIN(FsyncOrderTest)
#include "tst_fsyncorder.moc"
