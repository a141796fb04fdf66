// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batchrunner.h"
#include "upgrade/memberfacts.h"

#include <QTimer>

namespace uplift::upgrade {

/// Surely not carried out, for a cause that passes: throttled, or the service could not be reached.
[[nodiscard]] bool mayTryAgain(const StepView &step);

/// One batch from its first row to its end: asks nextMoves() whenever something changed and carries the moves
/// out. Lives in the main thread.
class BatchRun : public BatchRunner {
    Q_OBJECT
public:
    BatchRun(BatchTools &tools, BatchView view, QObject *parent = nullptr);

    void advance() override;
    void pause() override;
    void goOn() override;
    void stop() override;
    void onStepChanged(const StepView &step) override;

protected:
    void onUnwritten(const Error &error) override;

private:
    void noticeAbsence(const QDateTime &now);
    void noticePresence(const QDateTime &now);
    [[nodiscard]] bool askedSince(const QDateTime &moment) const;
    void begin(const PartRef &part);
    void check(const PartRef &part, int tries);
    void onFacts(const PartRef &part, int tries, const Result<MemberFacts> &facts);
    [[nodiscard]] QString notInWindow(const StepPlan &plan, const MemberFacts &facts,
                                      const QDateTime &now) const;
    void sendWhenDue(const PartRef &part, const StepPlan &plan);
    void send(const PartRef &part, const StepPlan &plan);
    void leaveOut(const PartRef &part, bool latest, const QString &why);
    void drop(const PartRef &part);
    [[nodiscard]] Attempt *checking(const PartRef &part);

    bool m_advancing = false;
    bool m_looked = false; ///< at least once
    QDateTime m_backAt; ///< UTC, the first look after an absence; invalid: all is known that it left open
    QTimer m_timer;
};

} // namespace uplift::upgrade
