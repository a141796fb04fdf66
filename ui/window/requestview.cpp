// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/requestview.h"

#include "cloud/endpoints.h"
#include "ui/dialogs/requestdialog.h"
#include "ui/session.h"
#include "upgrade/stepchange.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct Requests {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Requests)
};

QString originOf(const profiles::Account &account, const RegionId &region)
{
    if (account.connection.endpoint.kind == EndpointRule::Kind::Custom)
        return account.connection.endpoint.origin;
    const auto endpoint = cloud::endpointFor(cloud::Product::RKVStore, region, account.connection.endpoint);
    return endpoint ? QString::fromLatin1(endpoint->hostHeader()) : QString();
}

cloud::RequestPreview previewOf(cloud::Client &client, const upgrade::StepPlan &plan, const QDateTime &now)
{
    cloud::ChangeRequest request = upgrade::changeOf(plan, client.settings().momentNaming, now);
    request.nonce = cloud::newNonce();
    return client.previewChange(request);
}

QString titleOf(const QList<upgrade::StepPlan> &plans, qsizetype at)
{
    if (plans.size() == 1)
        return Requests::tr("The request as Uplift sends it");
    //: One of several requests that follow each other. %1: its place, %2: "Proxy upgrade"
    return Requests::tr("%1. %2, as Uplift sends it").arg(at + 1).arg(upgrade::kindText(plans.at(at).kind));
}

} // namespace

void openRequests(Session &session, const QList<upgrade::StepPlan> &plans, QWidget *window)
{
    const AccountId &id = plans.constFirst().account;
    const profiles::Account *account = profiles::find(session.workspace().workspace(), id);
    if (!account)
        return;
    const QString origin = originOf(*account, plans.constFirst().region);
    const QDateTime now = session.clock().now();
    session.accounts().client(
        id, window, [plans, origin, now, window](const Result<std::shared_ptr<cloud::Client>> &client) {
            QList<RequestPage> pages;
            for (qsizetype i = 0; i < plans.size(); ++i)
                pages.append(client ? requestPage(titleOf(plans, i), previewOf(**client, plans.at(i), now))
                                    : RequestPage{titleOf(plans, i), {}, client.error().message});
            if (plans.size() == 1 && plans.constFirst().kind == upgrade::StepKind::Kernel)
                pages += examplePages(plans.constFirst(), origin);
            (new RequestDialog(plans.constFirst(), pages, window))->open();
        });
}

} // namespace uplift::ui
