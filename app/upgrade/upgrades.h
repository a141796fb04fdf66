// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/clock.h"
#include "upgrade/observation.h"
#include "upgrade/plan.h"
#include "upgrade/state.h"

#include <QJsonObject>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace uplift::upgrade {

class Journal;
class StepRun;

/// One state the step went through, as journaled.
struct Transition {
    StepState state;
    QDateTime at; ///< UTC
    QJsonObject data;
};

/// One thing seen while asking the provider about a lost reply, or while watching.
struct Evidence {
    enum class Kind { Status, Version, Task, Connection, Nodes };
    Kind kind;
    QString text; ///< translated sentence: "Status stayed Normal"
    QString detail; ///< translated: "asked 12 times, last 14:22:31"
    bool telling = false; ///< speaks for a start
};

/// All that is known of one attempt; ui shows it and adds nothing.
struct StepView {
    StepPlan plan;
    StepState state = StepState::Planned;
    QDateTime since; ///< UTC, of the present state
    QDateTime sentAt; ///< UTC, of Requested; invalid before
    /// The service's clock minus ours around then; nothing: not known.
    std::optional<std::chrono::milliseconds> clockOffset;
    QList<Transition> transitions;
    QString requestId;
    QString nonceTail; ///< last four characters
    std::optional<Error> error; ///< why Rejected, NotStarted, Failed …
    std::optional<CloudTask> task;
    QString statusText; ///< the service's word, last poll
    QDateTime askedAt; ///< UTC, last successful poll
    std::optional<Error> watchError; ///< the last poll failed; watching goes on
    QList<Evidence> evidence;
    QList<NodeVersion> nodes; ///< after the end, when the service told
    QString versionNow; ///< raw, last poll
    std::optional<BackupSight> backup; ///< StepKind::Backup, last poll
    std::optional<QDateTime> switchedOutsideWindow; ///< the alarm of architecture 3.3
    bool windowPassedUnchanged = false; ///< window + 1 h gone and nothing happened: ask the user
    bool unwritten =
        false; ///< its newest row is on its way to the disk; an end is told again once it is there
};

/// What the user says about an undecided step. None of them sends an upgrade.
enum class Decision { WasStarted, WasNotStarted, GoOnAsking };

/// Polling, passed in so that tests need no patience. Questions are asked at multiples of these since the
/// epoch, so that those of many steps fall together and share their calls.
struct Intervals {
    std::chrono::milliseconds reconcile{10'000}; ///< between questions after a lost reply
    std::chrono::milliseconds reconcileFor{120'000};
    std::chrono::milliseconds fast{15'000}; ///< while something moves
    std::chrono::milliseconds slow{300'000}; ///< while waiting for a window
    std::chrono::milliseconds undecided{60'000}; ///< "go on asking every minute"
    /// A step that waits for a far window has its version read at every so many questions.
    int versionEvery = 6;
    std::chrono::milliseconds attemptGap{10'000}; ///< of a batch, see nextMoves()
    std::chrono::milliseconds startGap{1'000}; ///< between two starts in one account and region (api.md 16)
};

/// How a step gets its signed client: accounts, without this room knowing them.
using ClientProvider = cloud::ClientProvider;

/// Every open upgrade: starts, asks, watches, resumes after a crash. Lives in the main thread.
class Upgrades : public QObject {
    Q_OBJECT
public:
    Upgrades(Journal &journal, const ClientProvider &clients, const Clock &clock, Intervals intervals = {},
             QObject *parent = nullptr);
    ~Upgrades() override;

    /// Reads the journal: open steps are watched on; a step left at Requested becomes Unanswered and is asked
    /// about.
    void resume(QObject *context, Handler<void> done);
    /// Journals Planned and Requested, then sends once. Refused (Error::Kind::Storage, Conflict) when the
    /// journal cannot be written, a step for this instance is still open, or another claims it. `done` says
    /// only whether it was taken; the rest is stepChanged().
    void start(const StepPlan &plan, QObject *context, Handler<StepId> done);
    /// Who else may be at work on an instance, as the refusal that names it; asked before each upgrade or
    /// backup is taken on. Empty: nobody.
    void setClaims(std::function<std::optional<Error>(const InstanceId &)> claims);
    void decide(const StepId &step, Decision decision, const QString &reason);
    /// Asks at once, whatever the interval.
    void pollNow(const StepId &step);

    [[nodiscard]] QList<StepView>
    steps() const; ///< open ones, and ended ones since this program's start or today; newest first
    [[nodiscard]] std::optional<StepView> step(const StepId &id) const;
    /// The open upgrade or backup of an instance; settings may be open beside it.
    [[nodiscard]] std::optional<StepView> openStepFor(const InstanceId &instance) const;
    /// Why no upgrade or backup of the instance may be begun beside a step of here: names what is open, or on
    /// its way to the journal. Nothing: it may.
    [[nodiscard]] std::optional<Error> refusalFor(const InstanceId &instance) const;
    [[nodiscard]] int openCount() const;

Q_SIGNALS:
    void stepAdded(const uplift::StepId &id);
    void stepChanged(const uplift::StepId &id);
    void wokeUp(); ///< the machine was asleep; what is open is asked about again

private:
    StepRun *add(const StepView &view);
    void journalThenSend(const StepPlan &plan, const std::shared_ptr<cloud::Client> &client,
                         const std::function<void(Error)> &refuse,
                         const std::function<void(const StepId &)> &taken);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace uplift::upgrade
