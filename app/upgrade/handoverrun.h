// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/erroradvice.h"
#include "core/execution.h"
#include "upgrade/batchrunner.h"

#include <QTimer>

#include <memory>

namespace uplift::upgrade {

/// Where one member stands as the orchestration's own tasks tell. Pure.
struct MemberSight {
    StepState state = StepState::Planned; ///< Planned: its turn has not come
    QString message; ///< the service's own words, of a task that failed
};
[[nodiscard]] MemberSight sightOf(const QList<TaskExecution> &tasks, const InstanceId &instance);

/// What the version says of a member once its execution has ended. A task that says Success is not yet an
/// upgrade (architecture 3.4). Pure.
[[nodiscard]] StepState verdictOf(const StepPlan &plan, const EngineVersion &now, const MemberSight &sight);

/// A batch that the service's own orchestration (OOS) runs: one execution per account and region, started
/// with a ClientToken, so that a lost reply is answered by asking with the same token again, which starts
/// nothing new (api.md 12). Followed to its end, then every member's version is read. Uplift may be closed
/// meanwhile. It cannot be paused, only cancelled.
class HandoverRun : public BatchRunner {
    Q_OBJECT
public:
    HandoverRun(BatchTools &tools, BatchView view, QObject *parent = nullptr);

    void advance() override;
    void pause() override { }
    void goOn() override; ///< of one that was not taken on, see batchViewOf()
    /// Cancels the executions: what runs in the cloud goes to its end, nothing new is begun.
    void stop() override;
    void onStepChanged(const StepView &) override { }

protected:
    void onUnwritten(const Error &) override { }

private:
    using ClientPtr = std::shared_ptr<cloud::Client>;

    void start(int part);
    void onStarted(int part, const cloud::ChangeFacts &facts);
    void onRefused(int part, const Error &error);
    void follow(int part);
    void onExecution(int part, const ClientPtr &client, const Result<cloud::Answered<QList<Execution>>> &got);
    void onTasks(int part, const ClientPtr &client, const Execution &execution,
                 const Result<cloud::Answered<QList<TaskExecution>>> &got);
    void verify(int part, const ClientPtr &client);
    void cancel(int part);
    void onFailed(int part, const Error &error);
    void settle(int part);
    void withClient(int part, std::function<void(const ClientPtr &)> then);

    [[nodiscard]] QList<int> membersOf(int part) const;
    void setMember(int item, const MemberSight &sight, const QString &versionNow = {});

    cloud::ErrorAdvice m_advice;
    QList<int> m_tries; ///< of StartExecution, by part
    QList<bool> m_busy;
    QList<bool> m_cancelAsked;
    QHash<int, MemberSight> m_sights; ///< by item
    QTimer m_timer;
};

} // namespace uplift::upgrade
