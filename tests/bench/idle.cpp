// SPDX-License-Identifier: GPL-3.0-or-later
// bench_idle [SECONDS]: how often an idle uplift wakes up and whether it touches the network, held against a
// bare Qt Widgets + Network window (bench_barewindow), both open side by side in the same run. Uplift shows
// 1,000 profiles and 50,000 journal rows, nothing open; a second one shows a practice cloud's window.
//
//   dbus-run-session -- xvfb-run -a env QT_QPA_PLATFORM=xcb build/release/bench_idle 30
//
// Wake-ups: voluntary context switches of all of the program's threads (/proc/PID/task/*/status), from
// `settling` after its first paint on. Connections: the program's internet sockets that do not just listen,
// at the end. Which calls are made meanwhile: strace -f -c -p PID shows no connect() and no sendto().
#include "bench/firstpaint.h"
#include "bench/preparedstate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;
using uplift::bench::FirstPaint;

constexpr auto settling = 20s; ///< profiles, journal, chain of hashes and the first questions are over
constexpr auto patience = 120s;
constexpr double aim = 1.0; ///< wake-ups per second

pid_t open(const QStringList &command)
{
    std::vector<QByteArray> words;
    for (const auto &word : command)
        words.push_back(QFile::encodeName(word));
    std::vector<char *> argv;
    for (auto &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_t program = 0;
    if (posix_spawn(&program, argv.front(), nullptr, nullptr, argv.data(), environ) != 0)
        return 0;
    return program;
}

QByteArray fileOf(pid_t program, const QString &name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(program).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Thread {
    QByteArray name;
    qint64 wakeups = 0;
};

QList<Thread> threadsOf(pid_t program)
{
    QList<Thread> threads;
    const QStringList ids =
        QDir(QStringLiteral("/proc/%1/task").arg(program)).entryList(QDir::AllDirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        Thread thread;
        const auto lines = fileOf(program, QStringLiteral("task/%1/status").arg(id)).split('\n');
        for (const auto &line : lines) {
            if (line.startsWith("Name:"))
                thread.name = line.mid(5).trimmed();
            if (line.startsWith("voluntary_ctxt_switches:"))
                thread.wakeups = line.mid(24).trimmed().toLongLong();
        }
        threads.append(thread);
    }
    return threads;
}

qint64 wakeupsOf(const QList<Thread> &threads)
{
    qint64 all = 0;
    for (const Thread &thread : threads)
        all += thread.wakeups;
    return all;
}

/// Sockets of the internet among the program's open files, by the inodes the kernel lists.
int internetSockets(pid_t program)
{
    QList<QByteArray> inodes;
    for (const char *table : {"net/tcp", "net/tcp6", "net/udp", "net/udp6"}) {
        const auto lines = fileOf(program, QString::fromLatin1(table)).split('\n');
        for (const auto &line : lines) {
            const auto fields = line.simplified().split(' ');
            if (fields.size() > 9 && fields.at(0) != "sl" && fields.at(3) != "0A") // 0A: only listens
                inodes.append("socket:[" + fields.at(9) + ']');
        }
    }
    int sockets = 0;
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(program));
    const QStringList files = folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &file : files) {
        QByteArray target(256, '\0');
        const auto length =
            readlink(QFile::encodeName(folder.filePath(file)).constData(), target.data(), 255);
        target.truncate(static_cast<int>(length > 0 ? length : 0));
        sockets += inodes.contains(target) ? 1 : 0;
    }
    return sockets;
}

struct Program {
    const char *name;
    QStringList command;
    pid_t pid = 0;
    QList<Thread> before{};
    double perSecond = 0;
    int sockets = 0;
};

void print(const Program &program, int seconds)
{
    const QList<Thread> after = threadsOf(program.pid);
    std::printf("  %-22s %6.2f wake-ups per second, %d connections\n", program.name, program.perSecond,
                program.sockets);
    for (qsizetype i = 0; i < after.size() && i < program.before.size(); ++i) {
        const qint64 more = after.at(i).wakeups - program.before.at(i).wakeups;
        if (more > 0)
            std::printf("    %-20s %6.2f\n", after.at(i).name.constData(),
                        static_cast<double>(more) / seconds);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int seconds = std::atoi(argc > 1 ? argv[1] : "30");
    FirstPaint screen;
    QTemporaryDir folder;
    QTemporaryDir rehearsal;
    if (seconds < 1 || !screen.isConnected() || !folder.isValid() || !rehearsal.isValid()) {
        std::fputs("Usage: bench_idle [SECONDS], under an X server (xvfb-run).\n", stderr);
        return 2;
    }
    const QString trouble = uplift::bench::prepareState(folder.path());
    if (!trouble.isEmpty()) {
        std::fprintf(stderr, "The data folder could not be prepared: %s\n", qPrintable(trouble));
        return 1;
    }
    const auto beside = QCoreApplication::applicationDirPath();
    const QString ours = beside + QStringLiteral("/uplift");
    const QString data = QStringLiteral("--data-dir");
    std::vector<Program> programs{
        {"uplift", {ours, data, folder.path(), QStringLiteral("--language"), QStringLiteral("en")}},
        {"uplift --practice", {ours, data, rehearsal.path(), QStringLiteral("--practice")}},
        {"bare window", {beside + QStringLiteral("/bench_barewindow")}}};
    bool opened = true;
    for (Program &program : programs) {
        program.pid = open(program.command);
        opened = opened && program.pid > 0 && screen.await(program.pid, patience);
    }
    if (opened) {
        std::this_thread::sleep_for(settling);
        for (Program &program : programs)
            program.before = threadsOf(program.pid);
        std::this_thread::sleep_for(std::chrono::seconds(seconds));
        for (Program &program : programs) {
            program.perSecond =
                static_cast<double>(wakeupsOf(threadsOf(program.pid)) - wakeupsOf(program.before)) / seconds;
            program.sockets = internetSockets(program.pid);
        }
        std::printf("Idle for %d s, %d profiles, %d journal rows, nothing open\n", seconds,
                    uplift::bench::preparedProfiles, uplift::bench::preparedRows);
        for (const Program &program : programs)
            print(program, seconds);
        const double bare = programs.back().perSecond;
        std::printf("  uplift above the bare window: %.2f per second; aim < %.1f in all: %s\n",
                    programs.front().perSecond - bare, aim,
                    programs.front().perSecond < aim ? "met" : "missed");
    }
    for (const Program &program : programs) {
        if (program.pid > 0) {
            kill(program.pid, SIGTERM);
            waitpid(program.pid, nullptr, 0);
        }
    }
    if (!opened)
        std::fputs("A program painted no window.\n", stderr);
    return opened ? 0 : 1;
}
