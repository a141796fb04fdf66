// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/localized.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace uplift::accounts {

/// One action Uplift uses (api.md 19), one row of resources/permissions.json.
struct Permission {
    enum class Access {
        Free, ///< needs no permission
        Read,
        Modify ///< cannot be tried without doing it: never sent by the doctor
    };
    QString action; ///< "kvstore:DescribeInstances"
    Access access = Access::Modify;
    QString resource; ///< of its policy line: "*" or "acs:kvstore:*:*:instance/*"
    QMap<QString, QString> parameters; ///< of the probe, with placeholders: see the table
    LocalizedText purpose; ///< what Uplift does with it

    [[nodiscard]] bool needsInstance() const; ///< the probe asks about one instance
    [[nodiscard]] QString operation() const; ///< "DescribeInstances"
};

/// What fills the placeholders of a probe.
struct ProbePlace {
    RegionId region;
    InstanceId instance;
    QDateTime now; ///< UTC; spans end here and begin an hour before
};
[[nodiscard]] cloud::PermissionProbe probeOf(const Permission &permission, const ProbePlace &place);

/// The table; made once, handed by reference.
class Permissions {
public:
    /// Refuses a table whose probes name anything but Describe operations.
    static Result<Permissions> fromJson(const QByteArray &json);
    /// :/uplift/permissions.json; a broken resource is our own mistake and asserts.
    static Permissions fromResource();
    [[nodiscard]] const QList<Permission> &rows() const { return m_rows; }

private:
    QList<Permission> m_rows;
};

/// What is known of one action after a diagnosis.
struct PermissionFinding {
    enum class Verdict {
        Allowed,
        Denied,
        NotTried, ///< a modifying action: there is no dry run
        Unknown ///< could not be found out, see `reason`
    };
    Permission permission;
    Verdict verdict = Verdict::Unknown;
    QString reason; ///< translated: why unknown or not tried, or what denied it; empty when allowed
    /// The provider's own AccessDeniedDetail, one plain line each; empty when it gave none.
    QString deniedAction; ///< AuthAction
    QString principalName;
    QString principalType; ///< SubUser, AssumedRoleUser …
    QString policyType; ///< AccountLevelIdentityBasedPolicy, ControlPolicy …
    bool explicitDeny = false; ///< a Deny stands somewhere: an Allow does not mend it
    QString code; ///< of the refusal
    QString requestId;
};

/// Pure: the verdict on one probe of a read action.
[[nodiscard]] PermissionFinding judgeProbe(const Permission &permission, const cloud::ProbeResult &result);
/// A read action that was not asked, with a whole sentence why.
[[nodiscard]] PermissionFinding notAsked(const Permission &permission, const QString &reason);

/// The smallest RAM policy that allows what was denied, as indented JSON; empty when nothing was. An action
/// the provider named itself is written as it named it. Explicit denials are left out: an Allow does not mend
/// them.
[[nodiscard]] QByteArray mendingPolicy(const QList<PermissionFinding> &findings);
/// The same, with the modifying actions that were not tried as statements of their own.
[[nodiscard]] QByteArray wholePolicy(const QList<PermissionFinding> &findings);

} // namespace uplift::accounts
