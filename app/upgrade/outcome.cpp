// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/outcome.h"

#include "upgrade/tracking.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

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

// A number outside the enumeration reads as the value that promises least.
template <class T> T bounded(const QJsonValue &value, T last, T otherwise)
{
    const int number = value.toInt(-1);
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<T>(number) : otherwise;
}

} // namespace

std::optional<Error> errorOf(StepState state, const StepView &view)
{
    using Kind = Error::Kind;
    using Change = Error::Change;
    using Retry = Error::Retry;
    const QString name = view.plan.instanceName;
    switch (state) {
    case StepState::Unanswered:
        return explained(Kind::TimedOut,
                         tr("No answer to the request for %1 yet. It was not sent again.").arg(name),
                         Change::Unknown, Retry::Unsafe, tr("Uplift asks the service what became of it."));
    case StepState::Undecided:
        return explained(
            Kind::TimedOut,
            tr("It is not known whether the upgrade was started. The reply was lost. It was not sent "
               "again."),
            Change::Unknown, Retry::AskFirst,
            tr("Look at what was seen and decide. None of the choices sends an upgrade."));
    case StepState::Failed:
        return explained(
            Kind::Server, tr("The service says that the upgrade of %1 failed.").arg(name), Change::Unknown,
            Retry::AskFirst,
            tr("Look at the instance's version and status, then ask the provider, naming the task."));
    case StepState::Unchanged:
        return explained(Kind::Server,
                         tr("The upgrade of %1 ended, yet it still runs %2.")
                             .arg(name, versionText(view.plan.fromVersion)),
                         Change::Unknown, Retry::AskFirst,
                         tr("Ask the provider why before you start another; quote the RequestId."));
    case StepState::Gone:
        return explained(
            Kind::NotFound, tr("The service does not know %1 any more; it was released.").arg(name),
            Change::Unknown, Retry::Unsafe, tr("Check the account and region if this surprises you."));
    case StepState::Cancelled:
        return explained(Kind::Cancelled, tr("The upgrade of %1 was cancelled at the service.").arg(name),
                         Change::No, Retry::Safe, tr("Start it again when you want it."));
    default:
        return std::nullopt;
    }
}

QList<Evidence> endEvidence(const StepView &view)
{
    QList<Evidence> evidence;
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
        evidence << Evidence{Evidence::Kind::Task,
                             tr("Task %1 is %2").arg(view.task->id.value, view.task->statusText),
                             view.task->type, true};
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
        message += QLatin1Char(' ') + view.error->message;
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

QJsonObject toJson(const Error &error)
{
    return {{QStringLiteral("kind"), static_cast<int>(error.kind)},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("change"), static_cast<int>(error.change)},
            {QStringLiteral("retry"), static_cast<int>(error.retry)},
            {QStringLiteral("next"), error.next},
            {QStringLiteral("code"), error.code},
            {QStringLiteral("requestId"), error.requestId},
            {QStringLiteral("provider"), error.providerMessage},
            {QStringLiteral("detail"), error.detail}};
}

std::optional<Error> errorFromJson(const QJsonObject &json)
{
    const QString message = json.value(QLatin1String("message")).toString();
    if (message.isEmpty())
        return std::nullopt;
    Error error =
        Error::of(bounded(json.value(QLatin1String("kind")), Error::Kind::Internal, Error::Kind::Internal),
                  message, json.value(QLatin1String("next")).toString());
    error.change =
        bounded(json.value(QLatin1String("change")), Error::Change::Unknown, Error::Change::Unknown);
    error.retry = bounded(json.value(QLatin1String("retry")), Error::Retry::AskFirst, Error::Retry::AskFirst);
    error.code = json.value(QLatin1String("code")).toString();
    error.requestId = json.value(QLatin1String("requestId")).toString();
    error.providerMessage = json.value(QLatin1String("provider")).toString();
    error.detail = json.value(QLatin1String("detail")).toString();
    return error;
}

QJsonArray toJson(const QList<Evidence> &evidence)
{
    QJsonArray json;
    for (const Evidence &piece : evidence)
        json.append(QJsonObject{{QStringLiteral("kind"), static_cast<int>(piece.kind)},
                                {QStringLiteral("text"), piece.text},
                                {QStringLiteral("detail"), piece.detail},
                                {QStringLiteral("telling"), piece.telling}});
    return json;
}

QList<Evidence> evidenceFromJson(const QJsonArray &json)
{
    QList<Evidence> evidence;
    for (const auto &value : json) {
        const QJsonObject piece = value.toObject();
        evidence.append(
            {bounded(piece.value(QLatin1String("kind")), Evidence::Kind::Nodes, Evidence::Kind::Status),
             piece.value(QLatin1String("text")).toString(), piece.value(QLatin1String("detail")).toString(),
             piece.value(QLatin1String("telling")).toBool()});
    }
    return evidence;
}

Baseline baselineOf(const StepView &view)
{
    return {view.plan.instance, MinorVersion::parse(view.plan.fromVersion), view.sentAt, view.plan.moment,
            view.plan.window};
}

StepView viewOf(const JournaledStep &journaled)
{
    StepView view;
    view.plan = journaled.plan;
    view.transitions = journaled.transitions;
    for (const Transition &transition : journaled.transitions) {
        view.state = transition.state;
        view.since = transition.at;
        if (transition.state == StepState::Requested)
            view.sentAt = transition.at;
        const QString requestId = transition.data.value(QLatin1String("requestId")).toString();
        if (!requestId.isEmpty())
            view.requestId = requestId;
        const QString version = transition.data.value(QLatin1String("versionNow")).toString();
        if (!version.isEmpty())
            view.versionNow = version;
        view.error = errorFromJson(transition.data.value(QLatin1String("error")).toObject());
        view.evidence = evidenceFromJson(transition.data.value(QLatin1String("evidence")).toArray());
        const QJsonValue outside = transition.data.value(QLatin1String("switchedOutsideWindowMs"));
        if (outside.isDouble())
            view.switchedOutsideWindow = QDateTime::fromMSecsSinceEpoch(outside.toInteger(), Qt::UTC);
    }
    if (!journaled.nonces.isEmpty())
        view.nonceTail = journaled.nonces.constLast().right(4);
    return view;
}

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
    if (view.windowPassedUnchanged || !view.plan.window)
        return intervals.slow;
    const auto untilWindow = std::chrono::milliseconds(now.msecsTo(view.plan.window->start));
    if (untilWindow > intervals.fast)
        return std::min(intervals.slow, untilWindow);
    const bool over = now > view.plan.window->end.addSecs(std::chrono::seconds(quietLimit).count());
    return over ? intervals.slow : intervals.fast;
}

} // namespace uplift::upgrade
