// SPDX-License-Identifier: GPL-3.0-or-later
// The system calls of a real start: before an account is added, no network is asked for anything.
#include "ui/oneinstance.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace uplift::ui;

namespace {

/// Lines of a trace that lead anywhere but to a socket of this machine's file system.
QStringList reachingOut(const QList<QByteArray> &trace)
{
    static const QRegularExpression call(QStringLiteral("\\b(connect|sendto|sendmsg)\\("));
    static const QRegularExpression network(QStringLiteral("\\bAF_(?!UNIX\\b|LOCAL\\b)\\w+"));
    QStringList found;
    for (const QByteArray &line : trace) {
        const QString text = QString::fromUtf8(line);
        if (text.contains(call) && text.contains(network))
            found.append(text);
    }
    return found;
}

qint64 processOf(const QList<QByteArray> &trace)
{
    for (const QByteArray &line : trace) {
        if (line.contains("execve("))
            return line.left(line.indexOf(' ')).toLongLong();
    }
    return 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// No telemetry, no look for updates, no name looked up: until there is an account nothing leaves this
/// machine.
class StartNetworkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCallToTheNetworkIsFound_data();
    void aCallToTheNetworkIsFound();
    void nothingIsAskedOfTheNetworkBeforeAnAccountIsAdded();
};

void StartNetworkTest::aCallToTheNetworkIsFound_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("found");
    QTest::newRow("the session bus") << QByteArray(
        "12 connect(7, {sa_family=AF_UNIX, sun_path=\"/run/bus\"}, 110) = 0")
                                     << false;
    QTest::newRow("an address") << QByteArray(
        "12 connect(9, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"1.2.3.4\")}, 16) = -1 "
        "EINPROGRESS") << true;
    QTest::newRow("a new address") << QByteArray(
        "12 connect(9, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 0")
                                   << true;
    QTest::newRow("a name server") << QByteArray(
        "12 sendto(9, \"abc\", 3, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 3")
                                   << true;
    QTest::newRow("another call") << QByteArray("12 socket(AF_INET, SOCK_STREAM, 0) = 9") << false;
}

void StartNetworkTest::aCallToTheNetworkIsFound()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, found);
    QCOMPARE(!reachingOut({line}).isEmpty(), found);
}

void StartNetworkTest::nothingIsAskedOfTheNetworkBeforeAnAccountIsAdded()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (strace.isEmpty())
        QSKIP("strace is not installed");
    const QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("data"));
    const QString traceFile = home.filePath(QStringLiteral("trace"));
    QVERIFY(QDir().mkpath(folder));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0")); // not when traced
    QProcess tracer;
    tracer.setProcessEnvironment(environment);
    tracer.start(strace,
                 {QStringLiteral("-f"), QStringLiteral("-e"),
                  QStringLiteral("trace=execve,connect,sendto,sendmsg"), QStringLiteral("-o"), traceFile,
                  QStringLiteral(UPLIFT_PROGRAM), QStringLiteral("--data-dir"), folder});
    QVERIFY(tracer.waitForStarted(60000));
    const auto trace = [&traceFile] { return contentOf(traceFile).split('\n'); };
    // A second start is answered by a window that is there, and the log then says so.
    const auto answered = [&] {
        OneInstance second(folder);
        if (second.claim()) // too early: it is not there yet
            return false;
        bool done = false;
        QObject context;
        second.raiseOther({}, std::chrono::seconds(5), &context,
                          [&done](OneInstance::Answer) { done = true; });
        (void)QTest::qWaitFor([&done] { return done; }, 10000);
        return contentOf(folder + QStringLiteral("/uplift.log"))
            .contains("a second start raised this window");
    };
    const bool there =
        QTest::qWaitFor([&] { return tracer.state() == QProcess::NotRunning || answered(); }, 180000);
    const QList<QByteArray> lines = trace();
    if (tracer.state() == QProcess::NotRunning && tracer.readAllStandardError().contains("PTRACE_TRACEME"))
        QSKIP("this machine does not allow tracing");
    const qint64 process = processOf(lines);
    if (process > 0)
        ::kill(static_cast<pid_t>(process), SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(tracer.state(), QProcess::NotRunning, 60000);
    QVERIFY2(there && process > 0, "the window did not open");
    // It was really watched: it did speak to somebody on this machine.
    QVERIFY(contentOf(traceFile).contains("AF_UNIX"));
    const QStringList out = reachingOut(trace());
    QVERIFY2(out.isEmpty(), qPrintable(out.join(QLatin1Char('\n'))));
}

QTEST_MAIN(StartNetworkTest)
#include "tst_startnetwork.moc"
