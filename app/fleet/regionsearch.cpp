// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/regionsearch.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>
#include <utility>

namespace uplift::fleet {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::fleet", text); }

/// One search through all regions: counts answers, gives one.
struct Search {
    Handler<RegionId> done;
    QStringList silent;
    qsizetype open = 0;
};

void conclude(const std::shared_ptr<Search> &search, const InstanceId &id)
{
    const Handler<RegionId> done = std::exchange(search->done, nullptr);
    if (!done)
        return;
    Error error =
        Error::of(Error::Kind::NotFound, tr("No region of this account has an instance %1.").arg(id.value),
                  tr("Check the id and the account."));
    if (!search->silent.isEmpty()) {
        error.message = tr("The regions that answered have no instance %1. These did not answer: %2.")
                            .arg(id.value, search->silent.join(QStringLiteral(", ")));
        error.next = tr("Try again later, or choose the region by hand.");
    }
    error.field = QStringLiteral("instanceId");
    done(failure(error));
}

} // namespace

void findInAllRegions(const cloud::ClientProvider &clients, const AccountId &account, const InstanceId &id,
                      QObject *context, Handler<RegionId> done)
{
    auto search = std::make_shared<Search>(Search{std::move(done), {}, 0});
    const QPointer<QObject> alive(context);
    clients(account, context, [search, id, alive](Result<std::shared_ptr<cloud::Client>> client) {
        if (!client)
            return std::exchange(search->done, nullptr)(failure(client.error()));
        const std::shared_ptr<cloud::Client> held = *client;
        held->describeRegions(alive, [search, id, alive, held](auto regions) {
            if (!regions)
                return std::exchange(search->done, nullptr)(failure(regions.error()));
            search->open = regions->value.size();
            if (search->open == 0)
                return conclude(search, id);
            for (const Region &region : regions->value) {
                held->describeInstances(region.id, {id}, alive, [search, id, region, held](auto found) {
                    if (!found)
                        search->silent.append(region.localName);
                    else if (!found->value.isEmpty() && search->done)
                        std::exchange(search->done, nullptr)(RegionId(region.id));
                    if (--search->open == 0)
                        conclude(search, id);
                });
            }
        });
    });
}

} // namespace uplift::fleet
