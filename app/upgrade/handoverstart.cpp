// SPDX-License-Identifier: GPL-3.0-or-later
// A handover's start: sent, asked again, looked for, or left to the user.
#include "upgrade/handoverrun.h"
#include "upgrade/journal.h"
#include "upgrade/outcome.h"
#include "upgrade/poller.h"
#include "upgrade/verdict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace uplift::upgrade {

namespace {

/// The same token again starts nothing new, so a start without an answer is asked again that often …
constexpr int maxStarts = 5;
/// … and that long (own choice: how long the service remembers a token is not documented).
constexpr std::chrono::minutes askAgainFor{10};
/// Nothing left this machine, or it was throttled: that often, then the user looks why.
constexpr int maxFailures = 5;
/// Looks into the list of executions before it is called undecided.
constexpr int maxLooks = 3;

/// A text and a number may stand for each other: the service writes parameters as it likes.
QByteArray plainValue(const QJsonValue &value)
{
    if (value.isArray()) {
        QByteArray text("[");
        for (const QJsonValue one : value.toArray())
            text += plainValue(one) + ',';
        return text + ']';
    }
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return value.toVariant().toString().toUtf8();
}

bool hasParameters(const Execution &execution, const QJsonObject &wanted)
{
    const QJsonObject there = QJsonDocument::fromJson(execution.parameters.toUtf8()).object();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!there.contains(it.key()) || plainValue(there.value(it.key())) != plainValue(it.value()))
            return false;
    }
    return !wanted.isEmpty();
}

} // namespace

QStringList executionsOf(const Orchestration &what, const QList<Execution> &listed, const QDateTime &sentAt)
{
    const QJsonObject wanted = QJsonDocument::fromJson(what.parameters.toUtf8()).object();
    const QDateTime earliest = sentAt.addSecs(-taskTimeTolerance.count());
    QStringList ids;
    for (const Execution &execution : listed) {
        const QDateTime began = execution.created.isValid() ? execution.created : execution.started;
        const bool before = began.isValid() && earliest.isValid() && began < earliest;
        if (!before && hasParameters(execution, wanted))
            ids.append(execution.id);
    }
    return ids;
}

void HandoverRun::start(int part)
{
    const auto then = [this, part](const ClientPtr &client) {
        if (!runs()) // stopped meanwhile
            return settleNow(part);
        sendStart(part, client);
    };
    withClient(part, then, [this, part](const Error &error) { onStartFailed(part, error); });
}

/// On disk first: a restart must know that it may have been carried out.
void HandoverRun::sendStart(int part, const ClientPtr &client)
{
    const BatchRow row{m_view.plan.id,
                       m_view.progress.state,
                       m_tools.clock.now(),
                       {{QStringLiteral("handover"), part}, {QStringLiteral("sending"), true}}};
    m_tools.journal.append(row, this, [this, part, client, row](const Result<qint64> &written) {
        if (!written)
            return onStartFailed(part, written.error());
        m_view.rows.append(row);
        HandedOver &state = m_view.handedOver[part];
        ++state.unanswered;
        state.sentAt = state.sentAt.isValid() ? state.sentAt : row.at;
        if (!runs()) {
            notCarriedOut(part, {});
            return settleNow(part);
        }
        const Orchestration &what = m_view.plan.handedOver.at(part);
        cloud::ExecutionStart start;
        start.region = what.region;
        start.templateContent = what.templateContent;
        start.parameters = what.parameters;
        start.description = m_view.plan.name;
        start.clientToken = what.clientToken;
        cloud::ChangeRequest request = cloud::startExecution(start);
        request.nonce = cloud::newNonce();
        client->change(request, this,
                       [this, part](const cloud::ChangeFacts &facts) { onStarted(part, facts); });
    });
}

void HandoverRun::onStarted(int part, const cloud::ChangeFacts &facts)
{
    const Judgement judgement = judge(facts, m_advice);
    const QString id = facts.values.value(QStringLiteral("ExecutionId"));
    if (judgement.verdict == Verdict::Accepted && !id.isEmpty())
        return take(part, id, facts.info.requestId);
    if (judgement.verdict == Verdict::Accepted || judgement.verdict == Verdict::Unknown)
        return onUnknownStart(part, judgement.error);
    notCarriedOut(part, judgement.error);
    const bool refused =
        judgement.verdict == Verdict::Rejected && judgement.error.kind != Error::Kind::Throttled;
    if (!refused)
        return onStartFailed(part, judgement.error);
    if (m_view.handedOver.at(part).unanswered == 0)
        return endUnbegun(part, judgement.error.message,
                          {{QStringLiteral("error"), toJson(judgement.error)}});
    m_parts[part].mayAskAgain = false; // an earlier one may have been carried out all the same
    settleNow(part);
}

void HandoverRun::onUnknownStart(int part, const Error &error)
{
    Part &mine = m_parts[part];
    const QDateTime now = m_tools.clock.now();
    if (mine.unanswered++ == 0)
        mine.firstSent = now;
    const qint64 age = mine.firstSent.msecsTo(now);
    mine.mayAskAgain =
        mine.unanswered < maxStarts && age >= 0 && age < std::chrono::milliseconds(askAgainFor).count();
    onFailed(part, error);
}

/// The start sent last surely left nothing in the cloud.
void HandoverRun::notCarriedOut(int part, const std::optional<Error> &error)
{
    HandedOver &state = m_view.handedOver[part];
    state.unanswered = std::max(0, state.unanswered - 1);
    QJsonObject data{{QStringLiteral("handover"), part}, {QStringLiteral("notCarriedOut"), true}};
    if (error) {
        state.error = error;
        data.insert(QStringLiteral("error"), toJson(*error));
    }
    note(data);
}

/// Not sent, or surely not carried out, for a cause that may pass. It must not begin by itself when the
/// cause is gone hours later.
void HandoverRun::onStartFailed(int part, const Error &error)
{
    m_view.handedOver[part].error = error;
    if (isStopping())
        return settleNow(part);
    if (++m_parts[part].failures >= maxFailures) {
        if (m_view.handedOver.at(part).unanswered > 0)
            m_parts[part].mayAskAgain = false;
        else
            hold({Hold::Reason::Refused, error.message});
    }
    settle(part);
}

void HandoverRun::look(int part)
{
    const auto then = [this, part](const ClientPtr &client) {
        client->listExecutions(m_view.plan.handedOver.at(part).region, {}, this,
                               [this, part, client](const Result<cloud::Answered<QList<Execution>>> &got) {
                                   onListed(part, client, got);
                               });
    };
    withClient(part, then, [this, part](const Error &error) { onNotFound(part, error.message); });
}

void HandoverRun::onListed(int part, const ClientPtr &client,
                           const Result<cloud::Answered<QList<Execution>>> &got)
{
    if (!got)
        return onNotFound(part, got.error().message);
    HandedOver &state = m_view.handedOver[part];
    state.askedAt = m_tools.clock.now();
    const QDateTime sentAt =
        state.sentAt.isValid() ? state.sentAt.addMSecs(offsetOf(*client).count()) : QDateTime();
    const QStringList found = executionsOf(m_view.plan.handedOver.at(part), got->value, sentAt);
    if (found.size() == 1)
        return take(part, found.constFirst(), {});
    const QString at = QLocale().toString(state.askedAt.toLocalTime().time(), QLocale::LongFormat);
    onNotFound(
        part,
        found.isEmpty()
            ? tr("The service lists no execution of it (looked last at %1).").arg(at)
            : tr("The service lists several that may be it: %1.").arg(found.join(QLatin1String(", "))));
}

void HandoverRun::onNotFound(int part, const QString &seen)
{
    HandedOver &state = m_view.handedOver[part];
    if (m_parts.at(part).saidNotStarted)
        return endUnbegun(part, tr("%1 said that it was not started.").arg(whoami()),
                          {{QStringLiteral("decision"), QStringLiteral("WasNotStarted")},
                           {QStringLiteral("who"), whoami()}});
    Error error = Error::of(Error::Kind::TimedOut,
                            tr("The start got no answer that tells whether it was carried out. %1").arg(seen),
                            tr("Look for it in the OOS console of %1; Uplift goes on looking.")
                                .arg(m_view.plan.handedOver.at(part).region.value));
    error.change = Error::Change::Unknown;
    error.retry = Error::Retry::Unsafe;
    state.error = error;
    if (++m_parts[part].looks >= maxLooks)
        undecide(part, error);
    settle(part);
}

void HandoverRun::undecide(int part, const Error &why)
{
    m_view.handedOver[part].undecided = true;
    for (const int item : membersOf(part)) {
        Attempt attempt;
        attempt.step = stepIdOf(m_view.plan.id, {item, 0}, 1);
        attempt.state = StepState::Undecided;
        attempt.since = m_tools.clock.now();
        attempt.why = why.message;
        m_view.progress.attempts[item] = {{attempt}};
    }
    hold({Hold::Reason::Undecided,
          tr("It is not known whether the execution in %1 was started.")
              .arg(m_view.plan.handedOver.at(part).region.value)});
}

/// The execution is known: it was started, and is followed or cancelled.
void HandoverRun::take(int part, const QString &executionId, const QString &requestId)
{
    HandedOver &state = m_view.handedOver[part];
    state.executionId = executionId;
    state.error.reset();
    state.undecided = false;
    for (const int item : membersOf(part))
        m_view.progress.attempts.remove(item);
    note({{QStringLiteral("handover"), part},
          {QStringLiteral("executionId"), executionId},
          {QStringLiteral("requestId"), requestId}});
    const bool open = std::any_of(m_view.handedOver.begin(), m_view.handedOver.end(),
                                  [](const HandedOver &each) { return each.undecided; });
    if (m_view.hold && m_view.hold->reason == Hold::Reason::Undecided && !open)
        enter(BatchState::Running); // nothing is left to decide
    if (isStopping())
        return settleNow(part);
    settle(part);
}

/// Surely, or by the user's word, nothing of it was begun.
void HandoverRun::endUnbegun(int part, const QString &why, QJsonObject data)
{
    m_view.handedOver[part].ended = true;
    m_view.handedOver[part].undecided = false;
    data.insert(QStringLiteral("handover"), part);
    data.insert(QStringLiteral("ended"), true);
    note(data);
    for (const int item : membersOf(part))
        setMember({item, 0}, {StepState::NotStarted, why});
    settle(part);
}

} // namespace uplift::upgrade
