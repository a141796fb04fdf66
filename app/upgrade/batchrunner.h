// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batchmoves.h"
#include "upgrade/journalrow.h"
#include "upgrade/upgrades.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>

namespace uplift::upgrade {

/// How the service's own orchestration stands for the members of one account and region.
struct HandedOver {
    QString executionId; ///< exec-…; empty: not started, or not known
    QString statusText; ///< the service's word
    QString message; ///< the service's own words, when it says why
    QDateTime askedAt; ///< UTC, last answer
    bool ended = false;
    std::optional<Error> error; ///< the start was refused, or the last question got no answer
    /// Starts given to the network layer that may have been carried out, see HandoverRun.
    int unanswered = 0;
    QDateTime sentAt; ///< UTC, of the first of all starts; invalid: none was given to the network layer
    bool undecided = false; ///< nothing tells whether it was started: the user decides
};

/// All that is known of one batch; ui shows it and adds nothing.
struct BatchView {
    BatchPlan plan;
    BatchProgress progress;
    std::optional<Hold> hold; ///< BatchState::Held
    int wave = -1; ///< whose turn it is; -1: all have ended, or it does not run
    std::optional<QDateTime> nextAt; ///< UTC, when something begins by itself; nothing: when something ends
    QList<BatchRow> rows; ///< what was journaled of the batch as a whole, oldest first
    std::optional<Error> storage; ///< its last state could not be written
    QList<HandedOver> handedOver; ///< beside BatchPlan::handedOver
};
/// The member's newest attempt at any part; nothing: none yet.
[[nodiscard]] std::optional<Attempt> newestAttempt(const BatchView &view, int item);
/// Attempts rebuilt from what the journal holds. A batch of which nothing but its first row is there holds.
[[nodiscard]] BatchView batchViewOf(const JournaledBatch &batch, const QList<JournaledStep> &steps);

/// What all batches share; outlives them.
struct BatchTools {
    Journal &journal;
    Upgrades &upgrades;
    cloud::ClientProvider clients;
    const Clock &clock;
    Intervals intervals;
    /// Earliest next start in an account and region, so that calls do not wait in the network layer with
    /// their Requested row on disk (api.md 16: at most one per second). A clock set back must not stop it.
    QHash<QString, QDeadlineTimer> nextStart;
};

/// One batch, run here (BatchRun) or by the cloud (HandoverRun): what is known of it, and its rows on their
/// way to the journal. Lives in the main thread.
class BatchRunner : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] const BatchView &view() const { return m_view; }
    /// Journals that the batch was taken on, then advances. A first row whose sync failed may still be there
    /// after a crash, although the user heard that nothing was begun: without this second one nothing begins
    /// by itself, see batchViewOf().
    void takeOn();
    /// Looks what is due. Call once the view's last state is on disk.
    virtual void advance() = 0;
    virtual void pause() = 0;
    /// Goes on; what held the batch so far is forgiven.
    virtual void goOn() = 0;
    virtual void stop() = 0;
    virtual void onStepChanged(const StepView &step) = 0;

Q_SIGNALS:
    void changed();

protected:
    BatchRunner(BatchTools &tools, BatchView view, QObject *parent);

    /// Journals and takes on a state that may follow; nothing else happens.
    void enter(BatchState state, QJsonObject data = {});
    /// A row with the present state, and the attempts it tells the end of.
    void note(QJsonObject data, QList<JournalRow> attempts = {});
    void hold(const Hold &why); ///< only while Running
    /// Called when a row could not be written: nothing new may be begun.
    virtual void onUnwritten(const Error &error) = 0;
    [[nodiscard]] bool runs() const { return m_view.progress.state == BatchState::Running; }

    BatchTools &m_tools;
    BatchView m_view;

private:
    void write(BatchRow row);
    void flush();

    QList<BatchRow> m_unwritten; ///< in order; the first may be on its way to the disk
    bool m_writing = false;
};

} // namespace uplift::upgrade
