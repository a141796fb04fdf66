// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/erroradvice.h"
#include "upgrade/batchrunner.h"
#include "upgrade/memberend.h"
#include "upgrade/poller.h"

#include <QSet>
#include <QTimer>

#include <memory>

namespace uplift::upgrade {

/// The executions among `listed` that may be the one `what` was sent for: the same parameters, and begun not
/// before `sentAt` (the service's clock) as far as both tell. Pure.
[[nodiscard]] QStringList executionsOf(const Orchestration &what, const QList<Execution> &listed,
                                       const QDateTime &sentAt);

/// A batch that the service's own orchestration (OOS) runs: one execution per account and region, started
/// with a ClientToken, so that a lost reply is answered by asking with the same token again, which starts
/// nothing new (api.md 12). That is done for a few minutes only; then, and after a restart, the execution is
/// looked for in the list of executions, and what stays unknown the user decides. Each start is on disk
/// before its first byte leaves. Followed to its end, and then on until each member that was begun is at its
/// own: what runs is not ended by the end of the execution. Uplift may be closed meanwhile. It cannot be
/// paused, only cancelled.
class HandoverRun : public BatchRunner {
    Q_OBJECT
public:
    HandoverRun(BatchTools &tools, BatchView view, QObject *parent = nullptr);

    void advance() override;
    void pause() override { }
    /// Of one that was not taken on, see batchViewOf(), could not be sent, or is undecided: that one is asked
    /// for again with its token.
    void goOn() override;
    /// Cancels the executions: what runs in the cloud goes to its end, nothing new is begun. What was never
    /// sent ends; what may have been started is looked for. Once more, when that is undecided: the user says
    /// that it was not started.
    void stop() override;
    void onStepChanged(const StepView &) override { }

protected:
    void onUnwritten(const Error &) override { }

private:
    using ClientPtr = std::shared_ptr<cloud::Client>;

    /// What this run remembers of one part beside what is shown.
    struct Part {
        bool busy = false;
        bool cancelAsked = false;
        bool cancelUnsure = false; ///< it got no answer that tells
        bool mayAskAgain = true; ///< with the same token, while the first start is fresh
        bool saidNotStarted = false; ///< by the user
        int failures = 0; ///< tries that surely left nothing in the cloud
        int unanswered = 0; ///< starts since mayAskAgain was set
        int looks = 0; ///< into the list of executions
        QDateTime firstSent; ///< UTC, of `unanswered`
        bool executionOver = false; ///< its members are followed on by themselves
    };
    /// One part of a member, once its execution has ended.
    struct Watch {
        PartRef ref;
        MemberSight member;
        PartSight part;
        Question question;
        Tracking tracking;
        QDateTime since; ///< UTC, when it was first asked about
        QString versionNow;
        std::optional<StepState> end;
    };

    void attend(int part);
    void start(int part);
    void sendStart(int part, const ClientPtr &client);
    void onStarted(int part, const cloud::ChangeFacts &facts);
    void onUnknownStart(int part, const Error &error);
    void notCarriedOut(int part, const std::optional<Error> &error);
    void onStartFailed(int part, const Error &error);
    void look(int part);
    void onListed(int part, const ClientPtr &client, const Result<cloud::Answered<QList<Execution>>> &got);
    void onNotFound(int part, const QString &seen);
    void undecide(int part, const Error &why);
    void take(int part, const QString &executionId, const QString &requestId);
    void endUnbegun(int part, const QString &why, QJsonObject data = {});
    void follow(int part);
    void onExecution(int part, const ClientPtr &client, const Result<cloud::Answered<QList<Execution>>> &got);
    void onTasks(int part, const ClientPtr &client, const Execution &execution,
                 const Result<cloud::Answered<QList<TaskExecution>>> &got);
    void watchMembers(int part, const QList<TaskExecution> &tasks, std::chrono::milliseconds offset);
    void verify(int part);
    void onSeen(Watch &watch, const PollAnswer &answer);
    void onAllSeen(int part, const std::optional<Error> &error);
    [[nodiscard]] bool settleMember(int part, int item);
    [[nodiscard]] std::chrono::milliseconds nextLook() const;
    void cancel(int part);
    void onCancelled(int part, const cloud::ChangeFacts &facts);
    void onFailed(int part, const Error &error);
    void settle(int part);
    void settleNow(int part);
    void withClient(int part, std::function<void(const ClientPtr &)> then,
                    std::function<void(const Error &)> failed);

    [[nodiscard]] bool isStopping() const { return m_view.progress.state == BatchState::Stopping; }
    [[nodiscard]] bool allEnded() const;
    [[nodiscard]] QList<int> membersOf(int part) const;
    void setMember(const PartRef &ref, const MemberSight &sight, const QString &versionNow = {},
                   QList<JournalRow> attempt = {});
    /// The states of a part that was begun, as History shows them; none of one that was not.
    [[nodiscard]] QList<JournalRow> attemptRows(int part, const Watch &watch, const QString &why) const;

    cloud::ErrorAdvice m_advice;
    QList<Part> m_parts; ///< beside BatchPlan::handedOver
    QHash<int, QList<Watch>> m_watches; ///< by item: its upgrades, in order
    QSet<int> m_done; ///< items at their end, as the journal knows
    Poller m_poller;
    QTimer m_timer;
};

} // namespace uplift::upgrade
