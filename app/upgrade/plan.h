// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/ids.h"
#include "core/instance.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace uplift::upgrade {

/// What one step asks of the service. Stored by name: see kindName().
enum class StepKind {
    Kernel, ///< ModifyInstanceMinorVersion
    Proxy, ///< UpgradeProxy
    Backup, ///< CreateBackup, followed to success
    Window, ///< ModifyInstanceMaintainTime
    AutoUpgrade, ///< ModifyDBInstanceAutoUpgrade
    MoveEvent, ///< ModifyActiveOperationTasks
    CancelEvent, ///< CancelActiveOperationTasks
    MoveTask, ///< ModifyTaskInfo: another moment for a waiting task
    CancelTask ///< ModifyTaskInfo: a task that still may be cancelled
};
/// Kernel and Proxy: cuts connections, cannot be undone.
[[nodiscard]] bool isUpgrade(StepKind kind);
/// A setting, or a moment: may be made while an upgrade of the same instance is open.
[[nodiscard]] bool isSetting(StepKind kind);
[[nodiscard]] QString kindName(StepKind kind); ///< "Kernel": stored, never translated
[[nodiscard]] std::optional<StepKind> kindFromName(const QString &name);
[[nodiscard]] QString kindText(StepKind kind); ///< translated: "Upgrade", "Proxy upgrade", "Backup" …

/// What a step that isSetting() changes. Only what its kind names is set.
struct SettingChange {
    enum class When { Immediately, At, InWindow };
    std::optional<MaintenanceWindow> window; ///< Window
    std::optional<bool> autoUpgrade; ///< AutoUpgrade
    QString event; ///< MoveEvent, CancelEvent: the service's number
    TaskId task; ///< MoveTask, CancelTask
    QString taskStep; ///< the task's step as the service named it last
    When when = When::Immediately; ///< MoveEvent (not InWindow), MoveTask
    QDateTime at; ///< UTC, When::At
    QString before; ///< what was set before, as shown
    QString after; ///< what shall be set, as shown
};

/// What the user confirmed: one instance, one change, one moment. Written whole into the journal's Planned
/// row.
struct StepPlan {
    StepId id;
    StepKind kind = StepKind::Kernel;
    AccountId account;
    QString accountName;
    QString keyTail;
    ProfileId profile; ///< empty: typed by hand
    RegionId region;
    InstanceId instance;
    QString instanceName; ///< the service's name, or the id when it has none
    Environment environment = Environment::Production;
    QString fromVersion; ///< raw, "redis-5.0_0.5.7"; of the proxy when that is upgraded
    QString toVersion; ///< what the user was shown: "0.5.9"; empty when the latest was not known
    QString minorVersion = QStringLiteral("latest_version"); ///< sent as Minorversion
    Moment moment = Moment::MaintenanceWindow;
    std::optional<WindowSpan> window; ///< the occurrence it was confirmed for
    MomentNaming momentNaming = MomentNaming::Both;
    QString impact; ///< one sentence as shown
    QString disconnectionBound; ///< "30" (seconds) or empty
    QString readOnlyBound;
    QStringList impactSources; ///< document and date, one line each
    QStringList checks; ///< the checks as they stood at the confirmation, one line each
    bool shardedBackups = false; ///< a cloud-native cluster: its backups are listed in a way of their own
    QList<NodeVersion> nodesBefore; ///< empty: not asked, or not told
    std::optional<SettingChange> setting;
    PlanId batch; ///< empty: a step of its own
    int wave = 0; ///< of the batch, from 1; 0: none
    QString ticket; ///< the change ticket's number; may be empty
    QString note; ///< the user's own words; may be empty
    QString by; ///< who confirmed it: "anna@bastion-2"
};

} // namespace uplift::upgrade
