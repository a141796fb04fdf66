// SPDX-License-Identifier: GPL-3.0-or-later
// bench_start [ROUNDS]: what it costs to open uplift with 1,000 profiles and 50,000 journal rows, held
// against a bare Qt Widgets + Network window (bench_barewindow), in turn, in the same run.
// bench_start cache [ROUNDS]: the same start with 10,000 cached instances, held against the one without.
//
//   dbus-run-session -- xvfb-run -a env QT_QPA_PLATFORM=xcb build/release/bench_start
//
// Time: from just before the program is spawned until the X server shows more than one colour in its first
// mapped window, seen from outside and polled each millisecond; so ± 2 ms, and the figures of a busy machine
// are a busy machine's. Memory: the highest resident size the kernel noted (VmHWM) until `settling` after
// that paint, when profiles, journal and its chain of hashes have been read. Then SIGTERM. Each program is
// opened once uncounted, so that both come from the page cache. Wants an X server without a window manager.
#include "bench/firstpaint.h"
#include "bench/preparedstate.h"

#include <QCoreApplication>
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

struct Names {
    const char *ours;
    const char *theirs;
};

double compareOnly(const char *title, const char *unit, const Names &names, const std::vector<double> &ours,
                   const std::vector<double> &theirs)
{
    const double ratio = median(ours) / median(theirs);
    std::printf("%s\n", title);
    print(names.ours, unit, ours);
    print(names.theirs, unit, theirs);
    std::printf("  ratio of medians %.2f\n", ratio);
    return ratio;
}

void compare(const char *title, const char *unit, const Names &names, const std::vector<double> &ours,
             const std::vector<double> &theirs, double aim)
{
    const double ratio = compareOnly(title, unit, names, ours, theirs);
    std::printf("  aim <= %.1f: %s\n", aim, ratio <= aim ? "met" : "missed");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const bool ofCache = argc > 1 && qstrcmp(argv[1], "cache") == 0;
    const char *wanted = argc > (ofCache ? 2 : 1) ? argv[ofCache ? 2 : 1] : "7";
    const int rounds = std::atoi(wanted);
    FirstPaint screen;
    QTemporaryDir folder;
    QTemporaryDir withCache;
    if (rounds < 1 || !screen.isConnected() || !folder.isValid() || !withCache.isValid()) {
        std::fputs("Usage: bench_start [cache] [ROUNDS], under an X server (xvfb-run).\n", stderr);
        return 2;
    }
    auto trouble = uplift::bench::prepareState(folder.path());
    if (trouble.isEmpty() && ofCache)
        trouble = uplift::bench::prepareState(withCache.path());
    if (trouble.isEmpty() && ofCache)
        trouble = uplift::bench::prepareCache(withCache.path());
    if (!trouble.isEmpty()) {
        std::fprintf(stderr, "The data folder could not be prepared: %s\n", qPrintable(trouble));
        return 1;
    }
    const auto beside = QCoreApplication::applicationDirPath();
    const auto openedOn = [&beside](const QTemporaryDir &data) {
        return QStringList{beside + QStringLiteral("/uplift"), QStringLiteral("--data-dir"), data.path(),
                           QStringLiteral("--language"), QStringLiteral("en")};
    };
    const QStringList first = openedOn(ofCache ? withCache : folder);
    const QStringList second =
        ofCache ? openedOn(folder) : QStringList{beside + QStringLiteral("/bench_barewindow")};

    Measured uncounted;
    Measured ours;
    Measured theirs;
    bool measured = measure(screen, first, uncounted) && measure(screen, second, uncounted);
    for (int round = 0; measured && round < rounds; ++round)
        measured = measure(screen, first, ours) && measure(screen, second, theirs);
    if (!measured)
        return 1;
    std::printf("%d rounds, %d profiles, %d journal rows%s\n", rounds, uplift::bench::preparedProfiles,
                uplift::bench::preparedRows, ofCache ? ", with and without 10,000 cached instances" : "");
    const Names names = ofCache ? Names{"with cache", "without"} : Names{"uplift", "bare window"};
    compare("Start to first paint", "ms", names, ours.milliseconds, theirs.milliseconds,
            ofCache ? cacheAim : timeAim);
    if (ofCache)
        compareOnly("Peak resident memory", "MiB", names, ours.mebibytes, theirs.mebibytes);
    else
        compare("Peak resident memory", "MiB", names, ours.mebibytes, theirs.mebibytes, memoryAim);
    return 0;
}
