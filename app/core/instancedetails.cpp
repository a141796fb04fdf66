// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instancedetails.h"

namespace uplift {

bool looksLikeMinorUpgrade(const ScheduledEvent &event)
{
    // The documents spell it both ways (api.md 9.1). "…_major_upgrade" is another thing.
    for (const char *type : {"rds_apsaradb_upgrade", "rds_apsradb_upgrade"}) {
        if (event.type.compare(QLatin1String(type), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool isOpen(const ScheduledEvent &event)
{
    return event.status == ScheduledEvent::Status::WaitsForTime
        || event.status == ScheduledEvent::Status::Pending || event.status == ScheduledEvent::Status::Running;
}

} // namespace uplift
