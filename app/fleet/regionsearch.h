// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"

namespace uplift::fleet {

/// Asks every region of the account for the id, one answer: the region that knows it, or
/// Error::Kind::NotFound. Regions that did not answer are named in the error. Field: instanceId.
void findInAllRegions(const cloud::ClientProvider &clients, const AccountId &account, const InstanceId &id,
                      QObject *context, Handler<RegionId> done);

} // namespace uplift::fleet
