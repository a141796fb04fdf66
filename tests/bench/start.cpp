// SPDX-License-Identifier: GPL-3.0-or-later
// bench_start [ROUNDS]: what it costs to open uplift with 1,000 profiles and 50,000 journal rows, held
// against a bare Qt Widgets + Network window (bench_barewindow), in turn, in the same run.
// bench_start cache [ROUNDS]: the same start with 10,000 cached instances, held against the one without.
// bench_start disk [ROUNDS]: the first one with the runtime folder on the disk.
// bench_start looks [ROUNDS]: the same start in Chinese, dark and at 150 %, held against the plain one.
//
//   dbus-run-session -- xvfb-run -a env QT_QPA_PLATFORM=xcb build/release/bench_start
//
// Time: from just before the program is spawned until the X server shows more than one colour in its first
// mapped window, seen from outside and polled each millisecond; so ± 2 ms, and the figures of a busy machine
// are a busy machine's. Memory: the highest resident size the kernel noted (VmHWM) until `settling` after
// that paint, when profiles, journal and its chain of hashes have been read. Then SIGTERM. Each program is
// opened once uncounted, so that both come from the page cache. Wants an X server without a window manager.
// XDG_RUNTIME_DIR, where the lock of the data folder is written, lies in memory, as /run/user/UID does on a
// desktop (file-hierarchy(7), systemd 252, 2022); without a log-in it would lie on the disk, whose flushes
// count then: `disk` measures that.
#include "bench/firstpaint.h"
#include "bench/preparedstate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
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

constexpr auto settling = 4s; ///< the journal checks its chain 1.5 s after the start
constexpr auto patience = 60s;
constexpr double timeAim = 1.5;
constexpr double memoryAim = 1.6;
constexpr double cacheAim = 1.2; ///< with 10,000 cached instances, against the same start without
constexpr double looksAim = 1.1; ///< in Chinese, dark and at 150 %, against the plain start

struct Measured {
    std::vector<double> milliseconds;
    std::vector<double> mebibytes;
};

double peakMebibytes(pid_t program)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(program));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = status.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

/// Opens the program, measures, ends it. False, said on stderr, when it never painted.
bool measure(FirstPaint &screen, const QStringList &command, Measured &into)
{
    std::vector<QByteArray> words;
    for (const auto &word : command)
        words.push_back(QFile::encodeName(word));
    std::vector<char *> argv;
    for (auto &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    pid_t program = 0;
    const auto begin = std::chrono::steady_clock::now();
    if (posix_spawn(&program, argv.front(), nullptr, nullptr, argv.data(), environ) != 0) {
        std::fprintf(stderr, "%s cannot be started.\n", argv.front());
        return false;
    }
    const auto painted = screen.await(program, patience);
    if (painted)
        std::this_thread::sleep_for(settling);
    const double peak = peakMebibytes(program);
    kill(program, SIGTERM);
    waitpid(program, nullptr, 0);
    if (!painted || peak <= 0) {
        std::fprintf(stderr, "%s painted no window, or ended by itself.\n", argv.front());
        return false;
    }
    into.milliseconds.push_back(std::chrono::duration<double, std::milli>(*painted - begin).count());
    into.mebibytes.push_back(peak);
    return true;
}

double median(std::vector<double> figures)
{
    std::sort(figures.begin(), figures.end());
    const auto middle = figures.size() / 2;
    return figures.size() % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
}

void print(const char *what, const char *unit, const std::vector<double> &figures)
{
    const auto [least, most] = std::minmax_element(figures.begin(), figures.end());
    std::printf("  %-12s min %7.1f   median %7.1f   max %7.1f %s\n", what, *least, median(figures), *most,
                unit);
}

/// What is measured against what, in turn.
struct Contest {
    const char *about; ///< follows the counts in the first line printed
    QStringList ours;
    QStringList theirs;
    const char *oursName;
    const char *theirsName;
    double timeAim;
    double memoryAim; ///< 0: printed only
};

void compare(const char *title, const char *unit, const Contest &contest, const std::vector<double> &ours,
             const std::vector<double> &theirs, double aim)
{
    const double ratio = median(ours) / median(theirs);
    std::printf("%s\n", title);
    print(contest.oursName, unit, ours);
    print(contest.theirsName, unit, theirs);
    std::printf("  ratio of medians %.2f\n", ratio);
    if (aim > 0)
        std::printf("  aim <= %.1f: %s\n", aim, ratio <= aim ? "met" : "missed");
}

int run(const Contest &contest, FirstPaint &screen, int rounds)
{
    Measured uncounted;
    Measured ours;
    Measured theirs;
    bool measured = measure(screen, contest.ours, uncounted) && measure(screen, contest.theirs, uncounted);
    for (int round = 0; measured && round < rounds; ++round)
        measured = measure(screen, contest.ours, ours) && measure(screen, contest.theirs, theirs);
    if (!measured)
        return 1;
    std::printf("%d rounds, %d profiles, %d journal rows%s\n", rounds, uplift::bench::preparedProfiles,
                uplift::bench::preparedRows, contest.about);
    compare("Start to first paint", "ms", contest, ours.milliseconds, theirs.milliseconds, contest.timeAim);
    compare("Peak resident memory", "MiB", contest, ours.mebibytes, theirs.mebibytes, contest.memoryAim);
    return 0;
}

QStringList opened(const QString &data, const QString &language)
{
    return {QCoreApplication::applicationDirPath() + QStringLiteral("/uplift"), QStringLiteral("--data-dir"),
            data, QStringLiteral("--language"), language};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList words = QCoreApplication::arguments().mid(1);
    const QStringList others{QStringLiteral("cache"), QStringLiteral("looks"), QStringLiteral("disk")};
    const QString other =
        !words.isEmpty() && others.contains(words.constFirst()) ? words.takeFirst() : QString();
    const int rounds = words.isEmpty() ? 7 : words.constFirst().toInt();
    FirstPaint screen;
    QTemporaryDir plain;
    QTemporaryDir changed;
    const QString place = other == u"disk" ? QDir::tempPath() : QStringLiteral("/dev/shm");
    QTemporaryDir runtime(place + QStringLiteral("/bench_start-XXXXXX"));
    if (rounds < 1 || !screen.isConnected() || !plain.isValid() || !changed.isValid() || !runtime.isValid()) {
        std::fputs("Usage: bench_start [cache|disk|looks] [ROUNDS], under an X server (xvfb-run).\n", stderr);
        return 2;
    }
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
    const QString english = QStringLiteral("en");
    Contest contest{other == u"disk" ? ", runtime folder on the disk" : ", runtime folder in memory",
                    opened(plain.path(), english),
                    {QCoreApplication::applicationDirPath() + QStringLiteral("/bench_barewindow")},
                    "uplift",
                    "bare window",
                    timeAim,
                    memoryAim};
    QString trouble = uplift::bench::prepareState(plain.path());
    if (trouble.isEmpty() && (other == u"cache" || other == u"looks"))
        trouble = uplift::bench::prepareState(changed.path());
    if (trouble.isEmpty() && other == u"cache") {
        trouble = uplift::bench::prepareCache(changed.path());
        contest = {", with and without 10,000 cached instances",
                   opened(changed.path(), english),
                   opened(plain.path(), english),
                   "with cache",
                   "without",
                   cacheAim,
                   0};
    } else if (trouble.isEmpty() && other == u"looks") {
        trouble = uplift::bench::prepareLooks(changed.path());
        contest = {", Chinese, dark, 150 % against plain",
                   opened(changed.path(), QStringLiteral("zh_CN")),
                   opened(plain.path(), english),
                   "changed",
                   "plain",
                   looksAim,
                   0};
    }
    if (!trouble.isEmpty()) {
        std::fprintf(stderr, "The data folder could not be prepared: %s\n", qPrintable(trouble));
        return 1;
    }
    return run(contest, screen, rounds);
}
