// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkrows.h"

namespace uplift::checkinputs {

using upgrade::highCpuPercent;
using upgrade::highMemoryPercent;
using upgrade::LastAttempt;
using upgrade::LoadSample;
using upgrade::profileOf;
using upgrade::StepState;
using CheckResult = upgrade::Check::Result;

namespace {

CheckInput withWindow(const char *start, const char *end)
{
    return but([=](CheckInput &input) {
        input.instance->window = MaintenanceWindow::parse(QLatin1String(start), QLatin1String(end));
        input.load.reset();
    });
}

CheckInput withOffset(int seconds)
{
    return but([seconds](CheckInput &input) { input.clockOffset = std::chrono::seconds(seconds); });
}

/// 30 %, but `value` so many minutes before now.
QList<LoadSample> high(double value, int minutesAgo)
{
    const QDateTime at = now().addSecs(-60 * minutesAgo);
    QList<LoadSample> samples = measured(2, [](const QDateTime &) { return 30.0; });
    samples.removeIf([&at](const LoadSample &sample) { return qAbs(sample.at.secsTo(at)) < 600; });
    samples.prepend({at, value});
    return samples;
}

CheckInput withDenied(const QStringList &denied)
{
    return but([&denied](CheckInput &input) { input.deniedActions = denied; });
}

CheckInput withAttempt(StepState state, int minutesAgo)
{
    return but([=](CheckInput &input) {
        input.lastAttempt = LastAttempt{state, now().addSecs(-60 * minutesAgo)};
    });
}

/// The window of yesterday was 20 to 16 hours ago.
void addLoad(Rows &rows, const char *key,
             const std::function<void(CheckInput &, const QList<LoadSample> &)> &set, double limit)
{
    const auto add = [&](const char *name, CheckResult result, const QList<LoadSample> &samples,
                         Moment moment = Moment::MaintenanceWindow) {
        rows.add(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(key), QLatin1String(name))), key,
                 result, [&](CheckInput &input) {
                     set(input, samples);
                     input.moment = moment;
                 });
    };
    const auto flat = [](double value) { return measured(2, [value](const QDateTime &) { return value; }); };
    add("just below the limit", CheckResult::Passed, flat(limit - 0.1));
    add("at the limit", CheckResult::ToRead, flat(limit));
    add("high now", CheckResult::ToRead, high(limit + 9, 0));
    add("high an hour ago, not since", CheckResult::Passed, high(limit + 9, 61));
    add("high in the window of the last day", CheckResult::ToRead, high(limit + 9, 18 * 60));
    add("high outside the window of the last day", CheckResult::Passed, high(limit + 9, 14 * 60));
    add("high in the window of the day before", CheckResult::Passed, high(limit + 9, 42 * 60));
    add("upgrade now, high at this hour yesterday", CheckResult::ToRead, high(limit + 9, 24 * 60 - 30),
        Moment::Now);
    add("upgrade now, high in the window yesterday", CheckResult::Passed, high(limit + 9, 18 * 60),
        Moment::Now);
    add("no sample", CheckResult::Unknown, {});
    add("last sample two hours old", CheckResult::Unknown, {{now().addSecs(-7200), 10}});
    add("not measured today, high in the window of the last day", CheckResult::ToRead,
        {{now().addSecs(-18 * 3600), limit}});
    add("values nobody can have measured", CheckResult::Unknown, {{now(), -1}, {now(), qQNaN()}});
}

} // namespace

void addBusy(Rows &rows)
{
    addLoad(
        rows, "memory", [](CheckInput &input, const QList<LoadSample> &samples) { input.memory = samples; },
        highMemoryPercent);
    rows.add("memory not read", "memory", CheckResult::Unknown,
             [](CheckInput &input) { input.memory.reset(); });
    addLoad(
        rows, "cpu", [](CheckInput &input, const QList<LoadSample> &samples) { input.cpu = samples; },
        highCpuPercent);
    rows.add("CPU load not read", "cpu", CheckResult::Unknown, [](CheckInput &input) { input.cpu.reset(); });

    rows.add("window in the quiet hours", healthy(), "quietHour", CheckResult::Passed);
    rows.add("window in busy hours", "quietHour", CheckResult::ToRead,
             [](CheckInput &input) { input.load = traffic(2); });
    rows.add("upgrade now, in the quiet hours", "quietHour", CheckResult::Passed, [](CheckInput &input) {
        input.load = traffic(13);
        input.moment = Moment::Now;
    });
    rows.add("upgrade now, in busy hours", "quietHour", CheckResult::ToRead,
             [](CheckInput &input) { input.moment = Moment::Now; });
    rows.add("load not read", "quietHour", CheckResult::Unknown,
             [](CheckInput &input) { input.load.reset(); });
    rows.add("load of two days", "quietHour", CheckResult::Unknown,
             [](CheckInput &input) { input.load = traffic(18, 2); });
    rows.add("load, but no window told", "quietHour", CheckResult::Unknown,
             [](CheckInput &input) { input.instance->window.reset(); });
    const auto only = [](int from, int to) {
        QList<LoadSample> samples = measured(7, [](const QDateTime &) { return 50.0; });
        samples.removeIf([=](const LoadSample &each) {
            return each.at.time().hour() < from || each.at.time().hour() >= to;
        });
        return profileOf(samples, QTimeZone::utc(), now());
    };
    rows.add("load of ten hours of each day", "quietHour", CheckResult::Unknown,
             [only](CheckInput &input) { input.load = only(9, 19); });
    rows.add("load, but never in the window", "quietHour", CheckResult::Unknown,
             [only](CheckInput &input) { input.load = only(0, 18); });
}

void addTimes(Rows &rows)
{
    rows.add("window ahead", healthy(), "window", CheckResult::Passed);
    rows.add("window half an hour long", withWindow("18:00Z", "18:30Z"), "window", CheckResult::ToRead);
    rows.add("window running now", withWindow("13:00Z", "15:00Z"), "window", CheckResult::ToRead);
    rows.add("window running now across midnight", "window", CheckResult::ToRead, [](CheckInput &input) {
        input.instance->window = MaintenanceWindow::parse(QStringLiteral("23:00Z"), QStringLiteral("01:00Z"));
        input.now = utc("2026-11-20T00:30:00Z");
    });
    // It is 14:00 here.
    const auto withClock = [](CheckInput input, int hours) {
        input.clockOffset = std::chrono::hours(hours);
        return input;
    };
    rows.add("window running now here, over by the service's clock",
             withClock(withWindow("13:00Z", "15:00Z"), 2), "window", CheckResult::Passed);
    rows.add("window ahead here, running by the service's clock",
             withClock(withWindow("15:30Z", "17:00Z"), 2), "window", CheckResult::ToRead);
    rows.add("window not told", "window", CheckResult::Unknown,
             [](CheckInput &input) { input.instance->window.reset(); });

    rows.add("clock 60 s behind", withOffset(60), "clock", CheckResult::Passed);
    rows.add("clock 61 s behind", withOffset(61), "clock", CheckResult::ToRead);
    rows.add("clock 20 min ahead", withOffset(-1200), "clock", CheckResult::ToRead);
    rows.add("clock not compared", "clock", CheckResult::Unknown,
             [](CheckInput &input) { input.clockOffset.reset(); });

    const auto until = [](const QDateTime &expires, Moment moment = Moment::MaintenanceWindow) {
        return [=](CheckInput &input) {
            input.tokenExpires = expires;
            input.moment = moment;
        };
    };
    rows.add("key without end", healthy(), "token", CheckResult::Passed);
    rows.add("token lasts to the window's end", "token", CheckResult::Passed,
             until(utc("2026-11-20T22:00:00Z")));
    rows.add("token ends within the window", "token", CheckResult::ToRead,
             until(utc("2026-11-20T21:59:00Z")));
    rows.add("token ends before the window", "token", CheckResult::ToRead, until(now().addSecs(60)));
    rows.add("token lasts an hour, upgrade now", "token", CheckResult::Passed,
             until(now().addSecs(3600), Moment::Now));
    rows.add("token lasts 59 min, upgrade now", "token", CheckResult::ToRead,
             until(now().addSecs(59 * 60), Moment::Now));
    rows.add("token lasts 59 min, window not told", "token", CheckResult::ToRead, [](CheckInput &input) {
        input.tokenExpires = now().addSecs(59 * 60);
        input.instance->window.reset();
    });
    rows.add("token has ended", "token", CheckResult::Blocked, until(now()));
    rows.add("token has ended by the service's clock alone", "token", CheckResult::Blocked,
             [](CheckInput &input) {
                 input.tokenExpires = now().addSecs(60);
                 input.clockOffset = std::chrono::minutes(2);
             });
    rows.add("token's end not known", "token", CheckResult::Unknown,
             [](CheckInput &input) { input.tokenExpires.reset(); });
}

void addHere(Rows &rows)
{
    const QString upgrade = QStringLiteral("kvstore:ModifyInstanceMinorVersion");
    const QString proxy = QStringLiteral("kvstore:UpgradeProxy");
    rows.add("nothing refused so far", healthy(), "permission", CheckResult::Passed);
    rows.add("ModifyInstanceMinorVersion refused", withDenied({upgrade}), "permission", CheckResult::Blocked);
    rows.add("ModifyInstanceMinorVersion refused, in other letters",
             withDenied({QStringLiteral("kvstore:modifyinstanceminorversion ")}), "permission",
             CheckResult::Blocked);
    rows.add("all of kvstore refused", withDenied({QStringLiteral("kvstore:*")}), "permission",
             CheckResult::Blocked);
    rows.add("DescribeBackups refused", withDenied({QStringLiteral("kvstore:DescribeBackups")}), "permission",
             CheckResult::ToRead);
    rows.add("UpgradeProxy refused: the kernel's step", withDenied({proxy}), "permission",
             CheckResult::ToRead);
    rows.add("UpgradeProxy refused: the proxy's step",
             butProxy([&](CheckInput &input) { input.deniedActions = QStringList{proxy}; }), "permission",
             CheckResult::Blocked);
    rows.add("ModifyInstanceMinorVersion refused: the proxy's step",
             butProxy([&](CheckInput &input) { input.deniedActions = QStringList{upgrade}; }), "permission",
             CheckResult::ToRead);
    rows.add("nothing known of permissions", "permission", CheckResult::Unknown,
             [](CheckInput &input) { input.deniedActions.reset(); });

    rows.add("profile may upgrade", healthy(), "readOnly", CheckResult::Passed);
    rows.add("profile read-only", "readOnly", CheckResult::Blocked,
             [](CheckInput &input) { input.profileReadOnly = true; });
    rows.add("no upgrade open", healthy(), "openStep", CheckResult::Passed);
    rows.add("an upgrade of it is open", "openStep", CheckResult::Blocked,
             [](CheckInput &input) { input.stepOpen = true; });
    rows.add("a batch in the cloud's hands holds it", "openStep", CheckResult::Blocked,
             [](CheckInput &input) { input.handedOverIn = QStringLiteral("Checkout"); });
    rows.add("a backup of it is open", "openStep", CheckResult::Blocked,
             [](CheckInput &input) { input.backupOpen = true; });
    rows.add("the last one is undecided", withAttempt(StepState::Undecided, 600), "openStep",
             CheckResult::Blocked);
    rows.add("no attempt yet", healthy(), "lastAttempt", CheckResult::Passed);
    rows.add("last attempt Verified", withAttempt(StepState::Verified, 10), "lastAttempt",
             CheckResult::Passed);
    rows.add("last attempt Cancelled", withAttempt(StepState::Cancelled, 10), "lastAttempt",
             CheckResult::Passed);
    rows.add("last attempt Failed 12 min ago", withAttempt(StepState::Failed, 12), "lastAttempt",
             CheckResult::ToRead);
    rows.add("last attempt Rejected 3 h ago", withAttempt(StepState::Rejected, 180), "lastAttempt",
             CheckResult::ToRead);
    rows.add("last attempt Unchanged 23 h ago", withAttempt(StepState::Unchanged, 23 * 60), "lastAttempt",
             CheckResult::ToRead);
    rows.add("last attempt Failed 25 h ago", withAttempt(StepState::Failed, 25 * 60), "lastAttempt",
             CheckResult::Passed);
    rows.add("history not looked up", "lastAttempt", CheckResult::Unknown,
             [](CheckInput &input) { input.lastAttempt.reset(); });
    rows.add("journal writable", healthy(), "journal", CheckResult::Passed);
    rows.add("journal not writable", "journal", CheckResult::Blocked,
             [](CheckInput &input) { input.journalWritable = false; });

    rows.add("production", healthy(), "environment", CheckResult::Passed);
    rows.add("development, name says prod", "environment", CheckResult::ToRead, [](CheckInput &input) {
        input.environment = Environment::Development;
        input.instance->name = QStringLiteral("prod-sessions");
    });
    rows.add("staging, tag env=production", "environment", CheckResult::ToRead, [](CheckInput &input) {
        input.environment = Environment::Staging;
        input.instance->tags = {{QStringLiteral("env"), QStringLiteral("production")}};
    });
    rows.add("staging, in a production account", "environment", CheckResult::ToRead, [](CheckInput &input) {
        input.environment = Environment::Staging;
        input.accountEnvironment = Environment::Production;
    });
    rows.add("staging, nothing speaks against it", "environment", CheckResult::Passed,
             [](CheckInput &input) { input.environment = Environment::Staging; });
}

} // namespace uplift::checkinputs
