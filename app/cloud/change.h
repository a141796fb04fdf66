// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/endpoints.h"
#include "core/connection.h"
#include "core/ids.h"
#include "core/instance.h"
#include "core/maintenancewindow.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

namespace uplift::cloud {

/// One call that changes something, as it will be confirmed, journaled and sent: Client::change(). The
/// builders below leave `nonce` empty; it comes from newNonce() and is journaled before the call is sent.
struct ChangeRequest {
    Product product = Product::RKVStore;
    RegionId region; ///< chooses the endpoint and the bucket
    QString action; ///< UpgradeProxy
    QMap<QString, QString> parameters; ///< flat, decoded
    QString nonce;
    friend bool operator==(const ChangeRequest &, const ChangeRequest &) = default;
};

/// What one start call asks for.
struct StartRequest {
    RegionId region;
    InstanceId instance;
    QString minorVersion = QStringLiteral("latest_version");
    Moment moment = Moment::MaintenanceWindow;
    QString nonce; ///< from newNonce(); journaled before it is sent
};

/// ModifyInstanceMinorVersion (api.md 4): InstanceId, Minorversion with a small v, and the moment under the
/// names the account wants, EffectiveTime=Immediately|MaintainTime and EffectTime=0|1 (architecture 3.3).
/// Both names agree. Keeps the request's nonce.
[[nodiscard]] ChangeRequest upgradeKernel(const StartRequest &request, MomentNaming naming);

/// UpgradeProxy (api.md 6.2) of every proxy of the instance, to the latest version: InstanceId,
/// SwitchTimeMode=Immediately|MaintainTime, in words. Only where there are proxies.
[[nodiscard]] ChangeRequest upgradeProxy(const RegionId &region, const InstanceId &id, Moment moment);

/// ModifyInstanceMaintainTime (api.md 8.1): InstanceId, MaintainStartTime and MaintainEndTime as HH:mmZ in
/// UTC. The service refuses less than an hour with InvalidEndTime.Format, see MaintenanceWindow::isSane().
[[nodiscard]] ChangeRequest changeMaintenanceWindow(const RegionId &region, const InstanceId &id,
                                                    const MaintenanceWindow &window);

/// ModifyDBInstanceAutoUpgrade (api.md 6.3): DBInstanceId, not InstanceId, and Value=1|0.
[[nodiscard]] ChangeRequest switchAutoUpgrade(const RegionId &region, const InstanceId &id, bool on);

/// CreateBackup (api.md 10) kept as long as the instance's policy says: InstanceId. Answers BackupJobID, see
/// backupJobIds().
[[nodiscard]] ChangeRequest createBackup(const RegionId &region, const InstanceId &id);
/// The ids in BackupJobID of CreateBackup, one per shard of a cluster: parted at commas, without quotes.
[[nodiscard]] QStringList backupJobIds(const QString &answered);

/// ModifyActiveOperationTasks (api.md 9.1): Ids, parted by commas, SwitchTime in UTC, at the latest the
/// event's deadline, and ImmediateStart=0. Answers Ids.
[[nodiscard]] ChangeRequest moveEvents(const RegionId &region, const QStringList &ids,
                                       const QDateTime &switchTime);
/// The same with ImmediateStart=1: the events start now. SwitchTime is required all the same and then
/// ignored; `now` stands there, so that a service that reads it alone does not wait longer.
[[nodiscard]] ChangeRequest startEventsNow(const RegionId &region, const QStringList &ids,
                                           const QDateTime &now);
/// CancelActiveOperationTasks (api.md 9.1): Ids. Refused where AllowCancel is 0, the start has passed or the
/// event is not pending. Answers Ids.
[[nodiscard]] ChangeRequest cancelEvents(const RegionId &region, const QStringList &ids);

/// When a waiting task shall switch.
enum class RecoverMode { Immediate, TimePoint, MaintainTime };
/// ModifyTaskInfo (api.md 9.2): RegionId, TaskId, StepName (CloudTask::step), TaskAction=modifySwitchTime and
/// ActionParams {"recoverMode":"immediate"|"timePoint"|"maintainTime","recoverTime":"…Z"}, the time with
/// timePoint alone. Only where CloudTask::actions holds modifySwitchTime. A failure may come as a success:
/// HTTP 200 with SuccessCount 0, ErrorCode and ErrorTaskId.
[[nodiscard]] ChangeRequest moveTask(const RegionId &region, const TaskId &task, const QString &step,
                                     RecoverMode mode, const QDateTime &time = {});
/// ModifyTaskInfo with another TaskAction, in the very word CloudTask::actions holds ("cancel", "retry");
/// without ActionParams. Fails as moveTask() does.
[[nodiscard]] ChangeRequest actOnTask(const RegionId &region, const TaskId &task, const QString &step,
                                      const QString &action);

/// What StartExecution of OOS is given (api.md 12).
struct ExecutionStart {
    enum class Mode { Automatic, FailurePause };
    RegionId region; ///< of the orchestration; its tasks may name others
    QString templateContent; ///< JSON text, at most 64 KB
    QString parameters; ///< JSON text of an object
    QString description;
    QString clientToken; ///< the same token again starts nothing new
    Mode mode = Mode::Automatic;
    /// SafetyCheck: false is Skip; true lets the service stop at each task it holds risky and wait for a
    /// confirmation, its default.
    bool confirmHighRisk = false;
};
/// StartExecution: RegionId, TemplateContent, Parameters, Mode, SafetyCheck, ClientToken, Description. All
/// but RegionId travel in the body, see travelsInForm(). Answers ExecutionId and Status.
[[nodiscard]] ChangeRequest startExecution(const ExecutionStart &start);
/// CancelExecution of OOS: RegionId, ExecutionId.
[[nodiscard]] ChangeRequest cancelExecution(const RegionId &region, const QString &executionId);

/// Which parameters of an action are too long for a URL and travel in a form body with either signature
/// (api.md 3.1, vector v3-17); those of all other actions stay in the query with V3.
[[nodiscard]] bool travelsInForm(const QString &action, const QString &parameter);

/// Why Uplift itself does not send this, in English for the journal; empty when it may go out: an action or
/// nonce that is missing or odd, an empty parameter, a template over 64 KB.
[[nodiscard]] QString refusalOf(const ChangeRequest &request);

} // namespace uplift::cloud
