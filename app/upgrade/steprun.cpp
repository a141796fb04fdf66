// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/steprun.h"

#include "upgrade/momentnotes.h"
#include "upgrade/stepchange.h"

#include <QJsonArray>

#include <algorithm>

namespace uplift::upgrade {

namespace {

const QString clockOffsetKey = QStringLiteral("clockOffsetMs");

QString decisionName(Decision decision)
{
    switch (decision) {
    case Decision::WasStarted:
        return QStringLiteral("WasStarted");
    case Decision::WasNotStarted:
        return QStringLiteral("WasNotStarted");
    case Decision::GoOnAsking:
        break;
    }
    return QStringLiteral("GoOnAsking");
}

QJsonObject factsJson(const cloud::ChangeFacts &facts, const Judgement &judgement)
{
    QJsonObject json{{QStringLiteral("verdict"), verdictName(judgement.verdict)},
                     {QStringLiteral("httpStatus"), facts.httpStatus},
                     {QStringLiteral("requestSent"), facts.requestSent},
                     {QStringLiteral("transport"), static_cast<int>(facts.transport)},
                     {QStringLiteral("requestId"), facts.info.requestId},
                     {QStringLiteral("host"), facts.info.host},
                     {QStringLiteral("detail"), facts.detail}};
    if (judgement.verdict != Verdict::Accepted)
        json.insert(QStringLiteral("error"), toJson(judgement.error));
    QJsonObject values;
    for (auto it = facts.values.cbegin(); it != facts.values.cend(); ++it)
        values.insert(it.key(), it.value());
    if (!values.isEmpty())
        json.insert(QStringLiteral("values"), values);
    if (facts.bodyComplete && facts.info.clockOffset)
        json.insert(clockOffsetKey, static_cast<qint64>(facts.info.clockOffset->count()));
    return json;
}

} // namespace

JournalRow requestedRow(const StepPlan &plan, const QString &nonce, int attempt, const QDateTime &at,
                        std::optional<std::chrono::milliseconds> clockOffset)
{
    QJsonObject data{{QStringLiteral("attempt"), attempt},
                     {QStringLiteral("minorVersion"), plan.minorVersion}};
    if (clockOffset)
        data.insert(clockOffsetKey, static_cast<qint64>(clockOffset->count()));
    return {0, plan.id, plan.instance, StepState::Requested, at, nonce, data};
}

StepRun::StepRun(RunTools &tools, StepView view, QObject *parent)
    : QObject(parent), m_tools(tools), m_view(std::move(view)),
      m_tracking(resumedTracking(baselineOf(m_view), m_view.state)), m_outcomeError(m_view.error)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StepRun::ask);
    m_quietAccepted =
        std::any_of(m_view.transitions.cbegin(), m_view.transitions.cend(), [](const Transition &transition) {
            return isNote(transition) && transition.data.contains(QLatin1String("decision"));
        });
}

void StepRun::send(std::shared_ptr<cloud::Client> client, const QString &nonce)
{
    m_client = std::move(client);
    m_sending = true;
    const auto offset = m_client->clockOffset().value_or(std::chrono::milliseconds(0));
    cloud::ChangeRequest request = changeOf(m_view.plan, m_client->settings().momentNaming,
                                            m_tools.clock.now().addMSecs(offset.count()));
    request.nonce = nonce;
    m_client->change(request, this, [this](const cloud::ChangeFacts &facts) { onSent(facts); });
}

void StepRun::onSent(const cloud::ChangeFacts &facts)
{
    m_sending = false;
    Judgement judgement = judge(facts, m_tools.advice());
    if (!facts.info.requestId.isEmpty())
        m_view.requestId = facts.info.requestId;
    if (facts.bodyComplete && facts.info.clockOffset) // a portal's clock is nobody's
        m_view.clockOffset = facts.info.clockOffset;
    if (judgement.verdict == Verdict::RejectedForClock && m_attempt == 1)
        return retryForClock();
    if (judgement.verdict == Verdict::Accepted) {
        if (auto refused = failureInside(m_view.plan, facts))
            judgement = {Verdict::Rejected, *std::move(refused)};
    }
    const QJsonObject data = factsJson(facts, judgement);
    switch (judgement.verdict) {
    case Verdict::Accepted:
        enter(StepState::Accepted, data);
        break;
    case Verdict::NotSent:
        enter(StepState::NotStarted, data);
        break;
    case Verdict::Rejected:
    case Verdict::RejectedForClock:
        enter(StepState::Rejected, data);
        break;
    case Verdict::Unknown:
        enter(StepState::Unanswered, data);
        break;
    }
    if (!isEnd(m_view.state))
        ask();
}

// Refused before execution for the clock alone: once more with the measured offset and a new nonce (pitfalls
// A4).
void StepRun::retryForClock()
{
    m_attempt = 2;
    m_sending = true;
    const QString nonce = cloud::newNonce();
    const JournalRow row =
        requestedRow(m_view.plan, nonce, m_attempt, m_tools.clock.now(), m_client->clockOffset());
    m_tools.journal.append({row}, this, [this, nonce, row](const Result<qint64> &written) {
        if (!written) { // not on disk, so not sent; the first attempt was certainly refused
            m_sending = false;
            QJsonObject data{{QStringLiteral("verdict"), verdictName(Verdict::RejectedForClock)},
                             {QStringLiteral("error"), toJson(written.error())}};
            return enter(StepState::Rejected, data);
        }
        m_view.transitions.append({row.state, row.at, row.data});
        m_view.sentAt = row.at;
        m_view.nonceTail = nonce.right(4);
        Q_EMIT changed();
        send(m_client, nonce);
    });
}

void StepRun::enter(StepState state, QJsonObject data)
{
    if (!mayFollow(m_view.state, state))
        return;
    m_view.state = state;
    m_asked = 0;
    m_view.since = m_tools.clock.now();
    m_view.error = errorFromJson(data.value(QLatin1String("error")).toObject());
    if (!m_view.error) {
        m_view.error = errorOf(state, m_view);
        if (m_view.error) {
            m_view.error->requestId = m_view.requestId;
            data.insert(QStringLiteral("error"), toJson(*m_view.error));
        }
    }
    m_outcomeError = m_view.error;
    if (!m_view.requestId.isEmpty())
        data.insert(QStringLiteral("requestId"), m_view.requestId);
    if (!m_view.versionNow.isEmpty())
        data.insert(QStringLiteral("versionNow"), m_view.versionNow);
    if (m_view.switchedOutsideWindow)
        data.insert(QStringLiteral("switchedOutsideWindowMs"),
                    m_view.switchedOutsideWindow->toMSecsSinceEpoch());
    if (!m_view.evidence.isEmpty())
        data.insert(QStringLiteral("evidence"), toJson(m_view.evidence));
    if (m_view.task)
        data.insert(QStringLiteral("task"), taskJson(*m_view.task));
    if (isEnd(state) && !m_view.nodes.isEmpty())
        data.insert(QStringLiteral("nodes"), toJson(m_view.nodes));
    m_view.transitions.append({state, m_view.since, data});
    m_unwritten.append({0, m_view.plan.id, m_view.plan.instance, state, m_view.since, {}, data});
    m_view.unwritten = true;
    if (isEnd(state))
        m_timer.stop();
    flush();
    Q_EMIT changed();
}

/// A row on the state it is in; nothing else changes.
void StepRun::note(const QJsonObject &data)
{
    if (!mayFollow(m_view.state, m_view.state))
        return;
    const QDateTime now = m_tools.clock.now();
    m_view.transitions.append({m_view.state, now, asNote(data)});
    m_unwritten.append({0, m_view.plan.id, m_view.plan.instance, m_view.state, now, {}, asNote(data)});
    m_view.unwritten = true;
    flush();
    Q_EMIT changed();
}

void StepRun::takeMoment(const StepView &change)
{
    if (m_sending) // the first row after a request is its outcome
        return;
    if (const auto moment = noteOfMoment(m_view, change))
        note(*moment);
}

void StepRun::flush()
{
    if (m_writing || m_unwritten.isEmpty())
        return;
    m_writing = true;
    const qsizetype count = m_unwritten.size();
    m_tools.journal.append(m_unwritten, this,
                           [this, count](const Result<qint64> &written) { onWritten(written, count); });
}

void StepRun::onWritten(const Result<qint64> &written, qsizetype count)
{
    m_writing = false;
    if (!written) {
        // The result stays on the screen, and writing is tried again; nothing is ever sent again (pitfalls
        // J5).
        m_view.error = m_outcomeError;
        m_view.error = unwrittenError(m_view, written.error());
        if (!m_timer.isActive())
            m_timer.start(m_tools.intervals.fast);
        Q_EMIT changed();
        return;
    }
    m_unwritten.remove(0, count);
    m_view.unwritten = !m_unwritten.isEmpty();
    const bool mended = m_view.error && m_view.error->kind == Error::Kind::Storage;
    if (mended)
        m_view.error = m_outcomeError;
    if (mended || (isEnd(m_view.state) && !m_view.unwritten))
        Q_EMIT changed();
    flush();
}

void StepRun::resume()
{
    if (m_view.state == StepState::Planned) {
        enter(StepState::NotStarted, {{QStringLiteral("why"), QStringLiteral("never requested")}});
        return;
    }
    if (m_view.state == StepState::Requested)
        enter(StepState::Unanswered,
              {{QStringLiteral("why"), QStringLiteral("the program ended before an answer")}});
    ask();
}

void StepRun::decide(Decision decision, const QString &reason)
{
    const QJsonObject data{{QStringLiteral("by"), QStringLiteral("user")},
                           {QStringLiteral("who"), whoami()},
                           {QStringLiteral("decision"), decisionName(decision)},
                           {QStringLiteral("reason"), reason}};
    const bool undecided = m_view.state == StepState::Undecided || m_view.state == StepState::Unanswered;
    if (!undecided) {
        if (!m_view.windowPassedUnchanged)
            return;
        if (decision == Decision::WasNotStarted)
            return enter(StepState::Unchanged, data);
        m_quietAccepted = true;
        m_view.windowPassedUnchanged = false;
        note(data);
        return pollNow();
    }
    switch (decision) {
    case Decision::WasStarted:
        enter(StepState::Accepted, data);
        m_tracking = resumedTracking(baselineOf(m_view), StepState::Accepted);
        break;
    case Decision::WasNotStarted:
        enter(StepState::NotStarted, data);
        return;
    case Decision::GoOnAsking:
        enter(StepState::Undecided, data);
        break;
    }
    pollNow();
}

bool StepRun::isWatched() const
{
    return !isEnd(m_view.state) && !m_sending && m_view.state != StepState::Planned
        && m_view.state != StepState::Requested;
}

} // namespace uplift::upgrade
