// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/outcome.h"

#include "cloud/change.h"
#include "core/localized.h"
#include "upgrade/momentnotes.h"
#include "upgrade/tracking.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <algorithm>
#include <vector>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

Error explained(Error::Kind kind, const QString &message, Error::Change change, Error::Retry retry,
                const QString &next)
{
    Error error = Error::of(kind, message, next);
    error.change = change;
    error.retry = retry;
    return error;
}

QString versionText(const QString &raw)
{
    const MinorVersion version = MinorVersion::parse(raw);
    return version.isKnown() ? version.text() : raw;
}

/// The name behind the process's user id; empty: nobody knows it. Services and cron jobs have no USER.
QString accountOfTheSystem()
{
#ifdef Q_OS_UNIX
    constexpr std::size_t room = 16'384; // more than any entry takes
    std::vector<char> buffer(room);
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
#endif
    return {};
}

} // namespace

namespace {

using Kind = Error::Kind;
using Change = Error::Change;
using Retry = Error::Retry;

std::optional<Error> errorOfUpgrade(StepState state, const StepView &view)
{
    const QString name = view.plan.instanceName;
    switch (state) {
    case StepState::Undecided:
        return explained(
            Kind::TimedOut,
            tr("It is not known whether the upgrade was started. The reply was lost. It was not sent "
               "again."),
            Change::Unknown, Retry::AskFirst,
            tr("Look at what was seen and decide. None of the choices sends an upgrade."));
    case StepState::Failed:
        return explained(
            Kind::Server, tr("The service says that the upgrade of %1 failed.").arg(name),
            changeSeen(view).value_or(Change::Unknown), Retry::AskFirst,
            tr("Look at the instance's version and status, then ask the provider, naming the task."));
    case StepState::Unchanged:
        return explained(Kind::Server,
                         tr("The upgrade of %1 ended, yet it still runs %2.")
                             .arg(name, versionText(view.plan.fromVersion)),
                         changeSeen(view).value_or(Change::Unknown), Retry::AskFirst,
                         tr("Ask the provider why before you start another; quote the RequestId."));
    case StepState::Cancelled:
        return explained(Kind::Cancelled, tr("The upgrade of %1 was cancelled at the service.").arg(name),
                         Change::No, Retry::Safe, tr("Start it again when you want it."));
    default:
        return std::nullopt;
    }
}

/// Of a backup or a setting.
std::optional<Error> errorOfOther(StepState state, const StepView &view)
{
    const bool backup = view.plan.kind == StepKind::Backup;
    const QString name = view.plan.instanceName;
    switch (state) {
    case StepState::Undecided:
        return explained(
            Kind::TimedOut,
            tr("It is not known whether the request for %1 was carried out. The reply was lost. "
               "It was not sent again.")
                .arg(name),
            Change::Unknown, Retry::AskFirst,
            tr("Look at what was seen and decide. None of the choices sends the request again."));
    case StepState::Failed:
        return explained(Kind::Server,
                         backup ? tr("The service says that the backup of %1 failed.").arg(name)
                                : tr("The service says that the change of %1 failed.").arg(name),
                         Change::No, Retry::AskFirst,
                         tr("Look at the instance in the console, then try again."));
    case StepState::Unchanged:
        return explained(Kind::Server,
                         tr("The service accepted the change of %1, yet it still reads %2.")
                             .arg(name, view.plan.setting ? view.plan.setting->before : QString()),
                         Change::Unknown, Retry::AskFirst,
                         tr("Refresh after a while; quote the RequestId if it stays so."));
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Error> errorOf(StepState state, const StepView &view)
{
    const QString name = view.plan.instanceName;
    switch (state) {
    case StepState::Unanswered:
        return explained(Kind::TimedOut,
                         tr("No answer to the request for %1 yet. It was not sent again.").arg(name),
                         Change::Unknown, Retry::Unsafe, tr("Uplift asks the service what became of it."));
    case StepState::Gone:
        return explained(
            Kind::NotFound, tr("The service does not know %1 any more; it was released.").arg(name),
            Change::Unknown, Retry::Unsafe, tr("Check the account and region if this surprises you."));
    default:
        return isUpgrade(view.plan.kind) ? errorOfUpgrade(state, view) : errorOfOther(state, view);
    }
}

std::optional<Error::Change> changeSeen(const StepView &view)
{
    const MinorVersion now = MinorVersion::parse(view.versionNow);
    if (!now.isKnown())
        return std::nullopt;
    const bool switched =
        std::any_of(view.transitions.begin(), view.transitions.end(),
                    [](const Transition &transition) { return transition.state == StepState::Switching; });
    if (switched || now != MinorVersion::parse(view.plan.fromVersion))
        return Change::Yes;
    // Another status than this one may be work that still goes on.
    return view.statusText == QLatin1String("Normal") ? std::optional(Change::No) : std::nullopt;
}

namespace {

QString taskSentence(const CloudTask &task)
{
    switch (task.status) {
    case CloudTask::Status::Succeeded:
        return tr("Task %1 succeeded").arg(task.id.value);
    case CloudTask::Status::Failed:
        return tr("Task %1 failed").arg(task.id.value);
    default:
        return tr("Task %1 is %2").arg(task.id.value, task.statusText);
    }
}

} // namespace

QList<Evidence> endEvidence(const StepView &view)
{
    QList<Evidence> evidence;
    if (view.backup)
        evidence << Evidence{Evidence::Kind::Status, view.backup->text, {}, true};
    else if (view.plan.setting)
        evidence << Evidence{Evidence::Kind::Status, tr("Before: %1").arg(view.plan.setting->before),
                             tr("asked for: %1").arg(view.plan.setting->after), true};
    if (!isUpgrade(view.plan.kind))
        return evidence;
    if (!view.statusText.isEmpty())
        evidence << Evidence{Evidence::Kind::Status, tr("Status %1").arg(view.statusText), {}, true};
    if (!view.versionNow.isEmpty()) {
        const bool changed = versionText(view.versionNow) != versionText(view.plan.fromVersion);
        evidence << Evidence{
            Evidence::Kind::Version, tr("It runs %1").arg(versionText(view.versionNow)),
            changed ? tr("before: %1").arg(versionText(view.plan.fromVersion)) : tr("as before"), changed};
        if (changed && !view.plan.toVersion.isEmpty()
            && versionText(view.plan.toVersion) != versionText(view.versionNow))
            evidence << Evidence{
                Evidence::Kind::Version,
                tr("This is not the version that was shown, %1").arg(versionText(view.plan.toVersion)),
                tr("the service chose the latest one when it began"), false};
    }
    if (view.task)
        evidence << Evidence{Evidence::Kind::Task, taskSentence(*view.task), view.task->type, true};
    if (!view.nodes.isEmpty() && !view.versionNow.isEmpty()) {
        const MinorVersion now = MinorVersion::parse(view.versionNow);
        const auto agreeing = std::count_if(view.nodes.begin(), view.nodes.end(),
                                            [&now](const NodeVersion &node) { return node.version == now; });
        evidence << Evidence{
            Evidence::Kind::Nodes,
            tr("%1 of %2 nodes report %3").arg(agreeing).arg(view.nodes.size()).arg(now.text()),
            {},
            agreeing == view.nodes.size()};
    }
    return evidence;
}

Error unwrittenError(const StepView &view, const Error &journal)
{
    QString message = tr("The state “%1” of %2 could not be written to the journal. It is shown here only.")
                          .arg(stateText(view.state), view.plan.instanceName);
    if (view.error && view.error->kind != Error::Kind::Storage)
        addSentence(message, view.error->message);
    Error error =
        Error::of(Error::Kind::Storage, message,
                  tr("Keep this window open and note the RequestId. Nothing is sent again; Uplift goes on "
                     "trying to write."));
    error.change = view.state == StepState::Rejected || view.state == StepState::NotStarted
        ? Error::Change::No
        : Error::Change::Unknown;
    error.retry = Error::Retry::AskFirst;
    error.requestId = view.requestId;
    if (view.error)
        error.code = view.error->code;
    error.detail = journal.message + QLatin1Char(' ') + journal.detail;
    return error;
}

QString whoami()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("USERNAME");
    if (user.isEmpty())
        user = accountOfTheSystem();
    return (user.isEmpty() ? QStringLiteral("?") : user) + QLatin1Char('@') + QSysInfo::machineHostName();
}

namespace {

/// What CreateBackup answered, of the newest Accepted row that holds it.
QStringList backupJobsOf(const QList<Transition> &transitions)
{
    for (auto it = transitions.crbegin(); it != transitions.crend(); ++it) {
        const QString answered =
            it->data.value(QLatin1String("values")).toObject().value(QLatin1String("BackupJobID")).toString();
        if (!answered.isEmpty())
            return cloud::backupJobIds(answered);
    }
    return {};
}

} // namespace

Baseline baselineOf(const StepView &view)
{
    Baseline baseline;
    baseline.instance = view.plan.instance;
    baseline.version = MinorVersion::parse(view.plan.fromVersion);
    baseline.sentAt = view.sentAt;
    baseline.clockOffset = view.clockOffset;
    baseline.moment = view.plan.moment;
    baseline.window = view.plan.window;
    baseline.kind = view.plan.kind;
    baseline.setting = view.plan.setting;
    baseline.shardedBackups = view.plan.shardedBackups;
    if (view.plan.kind == StepKind::Backup)
        baseline.backupJobs = backupJobsOf(view.transitions);
    applyMoments(baseline, view.transitions);
    return baseline;
}

StepView viewOf(const JournaledStep &journaled)
{
    StepView view;
    view.plan = journaled.plan;
    view.transitions = journaled.transitions;
    for (const Transition &transition : journaled.transitions) {
        if (isNote(transition))
            continue;
        view.state = transition.state;
        view.since = transition.at;
        if (transition.state == StepState::Requested)
            view.sentAt = transition.at;
        const QJsonValue offset = transition.data.value(QLatin1String("clockOffsetMs"));
        if (offset.isDouble())
            view.clockOffset = std::chrono::milliseconds(offset.toInteger());
        const QString requestId = transition.data.value(QLatin1String("requestId")).toString();
        if (!requestId.isEmpty())
            view.requestId = requestId;
        const QString version = transition.data.value(QLatin1String("versionNow")).toString();
        if (!version.isEmpty())
            view.versionNow = version;
        if (auto task = taskFromJson(transition.data.value(QLatin1String("task")).toObject()))
            view.task = std::move(task);
        view.error = errorFromJson(transition.data.value(QLatin1String("error")).toObject());
        view.evidence = evidenceFromJson(transition.data.value(QLatin1String("evidence")).toArray());
        view.nodes = nodesFromJson(transition.data.value(QLatin1String("nodes")).toArray());
        const QJsonValue outside = transition.data.value(QLatin1String("switchedOutsideWindowMs"));
        if (outside.isDouble())
            view.switchedOutsideWindow = QDateTime::fromMSecsSinceEpoch(outside.toInteger(), Qt::UTC);
    }
    if (!journaled.nonces.isEmpty())
        view.nonceTail = journaled.nonces.constLast().right(4);
    return view;
}

std::chrono::milliseconds untilNext(std::chrono::milliseconds interval, const QDateTime &now)
{
    const qint64 step = std::max<qint64>(1, interval.count());
    const qint64 left = step - now.toMSecsSinceEpoch() % step;
    return std::chrono::milliseconds(left * 2 < step ? left + step : left);
}

namespace {

/// Is the moment within a daily occurrence of the window, shortly before it, or so soon after it that its end
/// may still be seen?
bool isAbout(const WindowSpan &window, const QDateTime &moment, std::chrono::milliseconds before)
{
    constexpr qint64 day = 24LL * 3600 * 1000;
    const QDateTime from = window.start.addMSecs(-before.count());
    const QDateTime to = window.end.addSecs(std::chrono::seconds(quietLimit).count());
    const qint64 since = from.msecsTo(moment);
    return since >= 0 && since % day <= from.msecsTo(to);
}

} // namespace

std::chrono::milliseconds nextPollIn(const StepView &view, const QDateTime &now, const Intervals &intervals)
{
    switch (view.state) {
    case StepState::Unanswered:
        return intervals.reconcile;
    case StepState::Undecided:
        return intervals.undecided;
    case StepState::Waiting:
        break;
    default:
        return view.windowPassedUnchanged ? intervals.slow : intervals.fast;
    }
    const Baseline baseline = baselineOf(view);
    const QDateTime there = now.addMSecs(view.clockOffset.value_or(std::chrono::milliseconds(0)).count());
    const auto soon = [&](const std::optional<WindowSpan> &window) {
        return window && isAbout(*window, there, intervals.slow);
    };
    if (baseline.movedTo.isValid() ? soon(WindowSpan{baseline.movedTo, baseline.movedTo})
                                   : soon(baseline.window) || soon(baseline.newWindow))
        return intervals.fast;
    return intervals.slow;
}

} // namespace uplift::upgrade
