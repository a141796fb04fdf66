// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/erroradvice.h"
#include "upgrade/journal.h"
#include "upgrade/outcome.h"
#include "upgrade/poller.h"
#include "upgrade/reconcile.h"
#include "upgrade/tracking.h"
#include "upgrade/verdict.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace uplift::upgrade {

/// What all runs share; outlives them.
struct RunTools {
    Journal &journal;
    ClientProvider clients;
    const Clock &clock;
    Intervals intervals;
    Poller &poller;
    std::optional<cloud::ErrorAdvice> readAdvice = {};

    /// Read when the first answer is judged: the start of the program need not wait for it.
    [[nodiscard]] const cloud::ErrorAdvice &advice()
    {
        if (!readAdvice)
            readAdvice = cloud::ErrorAdvice::fromResource();
        return *readAdvice;
    }
};

/// The Requested row of one attempt; on disk before anything is sent with its nonce. With how far the
/// service's clock is ahead of ours: `at` is ours, and may be set right before the step ends.
[[nodiscard]] JournalRow requestedRow(const StepPlan &plan, const QString &nonce, int attempt,
                                      const QDateTime &at,
                                      std::optional<std::chrono::milliseconds> clockOffset);

/// One step from Requested to its end: sends once, asks, watches. Lives in the main thread.
class StepRun : public QObject {
    Q_OBJECT
public:
    StepRun(RunTools &tools, StepView view, QObject *parent = nullptr);

    [[nodiscard]] const StepView &view() const { return m_view; }
    /// The only way to the wire. The Requested row with this nonce is on disk.
    void send(std::shared_ptr<cloud::Client> client, const QString &nonce);
    /// After a restart: what was Requested is Unanswered now and is asked about; nothing is sent.
    void resume();
    void decide(Decision decision, const QString &reason);
    /// The user's own change of this upgrade's moment has come a step further.
    void takeMoment(const StepView &change);
    void pollNow();

Q_SIGNALS:
    void changed();

private:
    void onSent(const cloud::ChangeFacts &facts);
    void retryForClock();
    void enter(StepState state, QJsonObject data = {});
    void note(const QJsonObject &data);
    void flush();
    void onWritten(const Result<qint64> &written, qsizetype count);

    void ask();
    [[nodiscard]] Question question() const;
    void onPolled(Result<PollAnswer> answer);
    void onPollFailed(const Error &error);
    void look(const Observation &seen);
    void reconcileWith(const Observation &seen);
    void trackWith(const Observation &seen);
    void askNodes();
    void conclude(StepState end);
    void pollDone();
    void schedule();
    [[nodiscard]] bool isWatched() const;

    RunTools &m_tools;
    StepView m_view;
    std::shared_ptr<cloud::Client> m_client;
    Sightings m_sightings;
    Tracking m_tracking;
    int m_attempt = 1;
    bool m_sending = false;
    bool m_polling = false;
    bool m_askAgain = false;
    int m_asked = 0; ///< polls since the state was entered
    bool m_quietAccepted = false; ///< the user was asked about the quiet window and goes on waiting
    QList<JournalRow> m_unwritten; ///< in order; the first ones may be on their way to the disk
    bool m_writing = false;
    std::optional<Error> m_outcomeError; ///< shown again once the journal can be written
    QTimer m_timer;
};

} // namespace uplift::upgrade
