// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/permissions.h"
#include "core/clock.h"
#include "core/worker.h"
#include "profiles/rolerule.h"

#include <QObject>

#include <memory>

namespace uplift::accounts {

/// Where the doctor asks.
struct DoctorQuestion {
    RegionId region;
    InstanceId instance; ///< empty: the first instance of that region, when it may be listed
};

/// What the doctor found.
struct DoctorReport {
    std::optional<CallerIdentity> identity; ///< nothing: it could not be asked
    RegionId region;
    InstanceId instance; ///< asked about; empty: the region has none that could be seen
    QList<PermissionFinding> findings; ///< one per row of the table, in its order
    int denied = 0;
    int unknown = 0;
    int notTried = 0;
    QByteArray mending; ///< RAM policy for what was denied; empty when nothing was
    QByteArray whole; ///< the same with the modifying actions, which were not tried
    QString
        note; ///< translated: the key belongs to the account itself, or a Deny must be lifted; may be empty
};

/// The report on an identity that may not even take on its role: that is the one action denied, and nothing
/// else could be asked. Pure.
[[nodiscard]] DoctorReport reportWithoutRole(const profiles::RoleRule &role, const DoctorQuestion &question,
                                             const Permissions &permissions, const Error &error);

/// Counts, policies and note of a report whose findings are complete. Pure.
void completeReport(DoctorReport &report);

/// Finds out with read-only calls what an identity may do: GetCallerIdentity, then one Describe call per row.
/// No modifying call is ever sent. Deletes itself. See Accounts::diagnose().
class Doctor : public QObject {
    Q_OBJECT
public:
    Doctor(std::shared_ptr<cloud::Client> client, DoctorQuestion question, const Permissions &permissions,
           const Clock &clock, Answer<DoctorReport> answer, QObject *parent);
    void start();

Q_SIGNALS:
    void progress(int answered, int asked);

private:
    void onIdentity(const Result<cloud::Answered<CallerIdentity>> &identity);
    void findInstance();
    void askAll();
    void onFinding(qsizetype row, const PermissionFinding &finding);
    void finish();

    std::shared_ptr<cloud::Client> m_client;
    DoctorQuestion m_question;
    const Permissions &m_permissions;
    const Clock &m_clock;
    Answer<DoctorReport> m_answer;
    DoctorReport m_report;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace uplift::accounts
