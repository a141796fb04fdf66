// SPDX-License-Identifier: GPL-3.0-or-later
// One small batch in which one thing fails once, its restart, and what must hold after it.
#pragma once

#include "practice/practicecloud.h"
#include "upgrade/batches.h"
#include "upgrade/journal.h"

#include <QStringList>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace uplift::upgrade::test {

/// What fails, at its n-th use from 1; 0: it does not.
struct Failing {
    int statement = 0; ///< of the journal's
    int sync = 0; ///< fdatasync of one of the journal's files
    bool lasting = false; ///< … and every one after it
    int key = 0; ///< a client is asked for: the keychain
    int clock = 0; ///< the clock is read: from then on it is wrong by `jump`
    std::chrono::milliseconds jump{0};
    int change = 0; ///< a call that changes something fails in the way of `kind`
    int read = 0; ///< likewise one that does not
    practice::PlannedFault::Kind kind = practice::PlannedFault::Kind::Slow;
    bool killed = false; ///< the files are left as kill -9 leaves them, not closed in good order
};

struct SweepResult {
    bool fired = false; ///< the use that was to fail came
    QStringList problems; ///< none: everything held
    QString end; ///< "Verified Verified …": of every part, in order
};

/// The system's clock until its n-th reading.
class JumpingClock : public Clock {
public:
    void jumpAt(int reading, std::chrono::milliseconds by)
    {
        m_left = reading;
        m_by = by;
    }
    void heal() { m_jumped = false; }
    [[nodiscard]] bool hasJumped() const { return m_left <= 0; }
    [[nodiscard]] QDateTime now() const override
    {
        if (m_left.fetch_sub(1) == 1)
            m_jumped = true;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return m_jumped ? now.addMSecs(m_by.count()) : now;
    }

private:
    mutable std::atomic<int> m_left{0x40000000};
    mutable std::atomic<bool> m_jumped{false};
    std::chrono::milliseconds m_by{0};
};

/// Makes the n-th fdatasync of a file below `folder` fail with EIO, in this process; with `lasting` every one
/// from there on.
class FailingSync {
public:
    FailingSync(const QString &folder, int nth, bool lasting = false);
    ~FailingSync();
    FailingSync(const FailingSync &) = delete;
    FailingSync &operator=(const FailingSync &) = delete;
    [[nodiscard]] bool hasFailed() const { return m_state->left <= 0; }
    void failAt(int nth) { m_state->left = nth; } ///< from now on
    void heal() { failAt(0x40000000); }

    struct State {
        std::atomic<int> left;
        bool lasting = false;
    };

private:
    QByteArray m_folder;
    std::shared_ptr<State> m_state;
};

/// In the thread that runs it.
class SweepRun {
public:
    explicit SweepRun(const Failing &failing);
    ~SweepRun();
    [[nodiscard]] SweepResult run();

private:
    void openCloud();
    void openProgram();
    void closeProgram();
    void endProgram(); ///< in the way asked for
    [[nodiscard]] std::optional<practice::PlannedFault> faultFor(const QString &action);
    [[nodiscard]] bool hasFired() const;
    void heal();
    [[nodiscard]] BatchPlan plan() const;
    [[nodiscard]] Candidate candidate(const QString &instance, const QString &region,
                                      Environment environment) const;

    void untilItFails();
    void untilItEnds();
    [[nodiscard]] bool startIfUnknown();
    void actAsTheUser();
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] int carriedOut(StepKind kind, const InstanceId &instance) const;
    void check();
    void checkParts(const BatchView &view);
    void problem(const QString &what) { m_result.problems.append(what); }

    Failing m_failing;
    SweepResult m_result;
    QTemporaryDir m_folder;
    JumpingClock m_clock;
    std::unique_ptr<FailingSync> m_sync;
    JournalOptions m_options;
    BatchPlan m_plan;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
    std::shared_ptr<cloud::Network> m_network;
    std::shared_ptr<cloud::Client> m_client;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Upgrades> m_upgrades;
    std::unique_ptr<Batches> m_batches;
    JournalState m_state;
    bool m_refused = false; ///< the batch was not taken
    int m_keyUses = 0;
    int m_changes = 0;
    int m_reads = 0;
    bool m_healed = false;
};

} // namespace uplift::upgrade::test
