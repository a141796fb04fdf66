// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "profiles/workspace.h"
#include "ui/batch/batchtexts.h"
#include "ui/batch/planmember.h"
#include "upgrade/batchmoves.h"

#include <QBasicTimer>
#include <QHash>
#include <QObject>
#include <QTimeZone>

#include <functional>
#include <set>

namespace uplift::ui {

/// The batch that is being planned: who was chosen, by which rules, and the plan and dry run that come of it.
/// Instances are looked at in slices between which the window goes on; the plan of before stays until all
/// have been. Decides nothing: upgrade::planBatch() does. Lives in the main thread.
class BatchDraft : public QObject {
    Q_OBJECT
public:
    /// Makes a member of what is known of an instance now.
    using MemberOf = std::function<PlanMember(const fleet::InstanceKey &, const upgrade::BatchRules &)>;
    /// Prepares making many of them: looks names up once.
    using MakerOf = std::function<MemberOf()>;

    BatchDraft(MakerOf makers, const Clock &clock, QObject *parent = nullptr);

    /// Exactly these, in this order. What was chosen before by hand stays for those who stay.
    void setInstances(const QList<fleet::InstanceKey> &keys);
    void setRules(const upgrade::BatchRules &rules);
    /// These go into that wave by hand; `wave` as the dry run numbers it, the canary's being 1.
    void setHands(const QList<InstanceId> &instances, int wave);
    void setName(const QString &name); ///< empty: named by what it holds
    void setTicket(const QString &ticket) { m_ticket = ticket; }
    void setNote(const QString &note) { m_note = note; }
    void setClientsReconnect(bool reconnect) { m_clientsReconnect = reconnect; }
    void setSizesWrong(bool wrong) { m_sizesWrong = wrong; }
    void setJournalWritable(bool writable) { m_journalWritable = writable; }
    /// A saved plan: its rules and name; also its members, unless others are given.
    void open(const profiles::SavedPlan &plan, const QList<fleet::InstanceKey> &instances);
    /// Is it of that saved plan? Empty: of none.
    [[nodiscard]] const PlanId &saved() const { return m_saved; }
    void setSaved(const PlanId &saved) { m_saved = saved; }
    /// After it was started: acknowledgement, ticket and note begin anew, as does its id.
    void begun();

    void onInstancesChanged(const QList<fleet::InstanceKey> &keys); ///< newer facts
    void refresh(); ///< everything is looked at again
    void setNow(const QTimeZone &zone); ///< time went on
    /// Makes the plan that is due after all were looked at: none of before, by other rules, is ever
    /// confirmed.
    void catchUp();

    [[nodiscard]] const upgrade::BatchRules &rules() const { return m_rules; }
    [[nodiscard]] const QList<fleet::InstanceKey> &instances() const { return m_keys; }
    [[nodiscard]] const QList<PlanMember> &members() const { return m_members; }
    [[nodiscard]] const upgrade::BatchPlan &plan() const { return m_plan; } ///< the last one made
    [[nodiscard]] const QList<upgrade::DryRunRow> &dryRun() const { return m_dryRun; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const QDateTime &now() const { return m_now; } ///< UTC, of the plan
    [[nodiscard]] int toCheck() const { return static_cast<int>(m_queue.size()); } ///< not looked at yet
    /// Every instance was looked at, and plan() is of them and of these rules.
    [[nodiscard]] bool isPlanned() const { return m_queue.empty() && !m_planning.isActive(); }
    [[nodiscard]] QString name() const; ///< the user's, or one of what it holds
    [[nodiscard]] bool hasOwnName() const { return !m_name.isEmpty(); }
    [[nodiscard]] const QString &ticket() const { return m_ticket; }
    [[nodiscard]] const QString &note() const { return m_note; }
    [[nodiscard]] BatchDecision decision() const;
    /// The plan with its name, ticket, note and who confirms it, ready to be started.
    [[nodiscard]] upgrade::BatchPlan confirmed(const QString &by) const;

Q_SIGNALS:
    void changed(); ///< the plan was made anew
    void looking(); ///< toCheck() moved on

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void queueAll();
    void lookSlice();
    void planSoon();
    void makePlan();
    void prefillHands();

    MakerOf m_makers;
    const Clock &m_clock;
    QList<fleet::InstanceKey> m_keys;
    QList<PlanMember> m_members; ///< beside m_keys
    QHash<fleet::InstanceKey, int> m_places;
    std::set<int> m_queue; ///< places to look at
    MemberOf m_maker; ///< while there is a queue
    upgrade::BatchRules m_rules;
    upgrade::BatchPlan m_plan;
    QList<upgrade::DryRunRow> m_dryRun;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    PlanId m_id;
    PlanId m_saved;
    QString m_name;
    QString m_ticket;
    QString m_note;
    bool m_clientsReconnect = false;
    bool m_sizesWrong = false;
    bool m_journalWritable = true;
    QBasicTimer m_looking;
    QBasicTimer m_planning;
};

/// The keys of a saved plan's members.
[[nodiscard]] QList<fleet::InstanceKey> keysOf(const profiles::SavedPlan &plan);

} // namespace uplift::ui
