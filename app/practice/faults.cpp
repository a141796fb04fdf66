// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecloud.h"

namespace uplift::practice {

QList<Fault> PracticeCloud::faults()
{
    return {Fault::Throttling,       Fault::LostReply,     Fault::LostRequest,     Fault::PermissionDenied,
            Fault::WrongState,       Fault::ClockSkew,     Fault::SlowNetwork,     Fault::UpgradeFails,
            Fault::UpgradeUnchanged, Fault::WindowIgnored, Fault::RegionForbidden, Fault::RegionSilent,
            Fault::ServerError,      Fault::BackupFails};
}

QString PracticeCloud::faultName(Fault fault)
{
    switch (fault) {
    case Fault::Throttling:
        return tr("Throttling");
    case Fault::LostReply:
        return tr("Lost reply");
    case Fault::LostRequest:
        return tr("Lost request");
    case Fault::PermissionDenied:
        return tr("Permission refused");
    case Fault::WrongState:
        return tr("Wrong state");
    case Fault::ClockSkew:
        return tr("Clock skew");
    case Fault::SlowNetwork:
        return tr("Slow network");
    case Fault::UpgradeFails:
        return tr("Upgrade fails");
    case Fault::UpgradeUnchanged:
        return tr("Upgrade changes nothing");
    case Fault::WindowIgnored:
        return tr("Window ignored");
    case Fault::RegionForbidden:
        return tr("One region forbidden");
    case Fault::RegionSilent:
        return tr("One region silent");
    case Fault::ServerError:
        return tr("Internal error");
    case Fault::BackupFails:
        return tr("Backup fails");
    }
    return {};
}

QString PracticeCloud::faultText(Fault fault)
{
    switch (fault) {
    case Fault::Throttling:
        return tr("Every second call is refused because too many were sent.");
    case Fault::LostReply:
        return tr("An upgrade is started, then the connection breaks before the reply.");
    case Fault::LostRequest:
        return tr("The connection breaks before an upgrade is started.");
    case Fault::PermissionDenied:
        return tr("Starting an upgrade is refused: the key lacks the permission.");
    case Fault::WrongState:
        return tr("Starting an upgrade is refused because of the instance's state.");
    case Fault::ClockSkew:
        return tr("The cloud's clock runs 20 minutes ahead of this machine's.");
    case Fault::SlowNetwork:
        return tr("Every reply comes 3 seconds late.");
    case Fault::UpgradeFails:
        return tr("Upgrades accepted from now on fail half way and keep the old version.");
    case Fault::UpgradeUnchanged:
        return tr("Upgrades accepted from now on end well but keep the old version.");
    case Fault::WindowIgnored:
        return tr("Upgrades meant for the maintenance window begin at once.");
    case Fault::RegionForbidden:
        return tr("Every call about Singapore is refused: the key lacks the permission.");
    case Fault::RegionSilent:
        return tr("Calls about Singapore are never answered.");
    case Fault::ServerError:
        return tr("An upgrade is started, but the reply says that the cloud had an internal error.");
    case Fault::BackupFails:
        return tr("Backups requested from now on fail.");
    }
    return {};
}

} // namespace uplift::practice
