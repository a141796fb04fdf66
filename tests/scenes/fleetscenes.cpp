// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scenes.h"

#include "ui/form/upgradeform.h"
#include "ui/instances/instancetable.h"
#include "ui/instances/tablelayout.h"
#include "ui/sidebar/sidebar.h"
#include "ui/window/accountflow.h"
#include "ui/window/importflow.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace uplift::scenes {

namespace {

using tour::Driver;

void popUp(Stage &stage, QMenu *menu)
{
    menu->popup(stage.window().mapToGlobal(QPoint(40, 40)));
    stage.driver().settle();
}

void subMenu(Stage &stage, int which)
{
    QList<QMenu *> menus;
    const QList<QAction *> actions = stage.window().menu()->actions();
    for (const QAction *action : actions) {
        if (action->menu())
            menus << action->menu();
    }
    popUp(stage, menus.value(which));
}

void addAccount(Stage &stage)
{
    stage.driver().trigger("actionAddAccount");
    (void)tour::frontDialog(stage.driver(), "the account dialog");
}

void badAccount(Stage &stage)
{
    addAccount(stage);
    Driver &driver = stage.driver();
    driver.type("accountName", QStringLiteral("Retail production"));
    driver.type("accessKeyId", QStringLiteral("LTAI5tQnKUPLIFTEXAMPX7Qd"));
    driver.type("accessKeySecret", QStringLiteral("notASecretButThirtyLettersLong"));
    driver.click("advanced");
    auto *endpoint = driver.get<QComboBox>("endpoint");
    endpoint->setCurrentIndex(2);
    driver.get<QLineEdit>("endpointAddress")->setText(QStringLiteral("http://r-kvstore.aliyuncs.com"));
    driver.click("saveAccount");
}

void emptyAccount(Stage &stage)
{
    addAccount(stage);
    stage.driver().click("saveAccount");
}

/// What a careless and a careful user of the CLI would have at home.
void importAccounts(Stage &stage)
{
    QDir(stage.home()).mkpath(QStringLiteral("user/.aliyun"));
    QFile file(stage.home() + QStringLiteral("/user/.aliyun/config.json"));
    if (!file.open(QIODevice::WriteOnly))
        throw tour::Stopped{QStringLiteral("no sample of a CLI file could be written")};
    file.write(R"({"current":"default","profiles":[
        {"name":"default","mode":"AK","access_key_id":"LTAI5tQnKUPLIFTEXAMPX7Qd",
         "access_key_secret":"notASecretButThirtyLettersLong","region_id":"cn-hangzhou"},
        {"name":"ops-role","mode":"RamRoleArn","access_key_id":"LTAI5tQnKUPLIFTEXAMP0001",
         "access_key_secret":"notASecretButThirtyLettersLong","ram_role_arn":"acs:ram::1024:role/upgrades",
         "ram_session_name":"uplift","region_id":"cn-beijing"},
        {"name":"bastion","mode":"EcsRamRole","ram_role_name":"bastion","region_id":"cn-beijing"}]})");
    file.close();
    accounts::Surroundings surroundings;
    surroundings.home = stage.home() + QStringLiteral("/user");
    stage.part<ui::ImportFlow>().start(std::move(surroundings));
    (void)tour::frontDialog(stage.driver(), "the import");
}

void nothingToImport(Stage &stage)
{
    accounts::Surroundings surroundings;
    surroundings.home = stage.home() + QStringLiteral("/nobody");
    stage.part<ui::ImportFlow>().start(std::move(surroundings));
    (void)tour::frontDialog(stage.driver(), "the import");
}

AccountId onlyAccount(Stage &stage)
{
    const QList<profiles::Account> &accounts = stage.session().workspace().workspace().accounts;
    if (accounts.isEmpty())
        throw tour::Stopped{QStringLiteral("there is no account")};
    return accounts.constFirst().id;
}

void waitForAccount(Stage &stage, const char *what, fleet::AccountView::State state)
{
    stage.driver().waitFor(
        what,
        [&] {
            const QList<fleet::AccountView> accounts = stage.session().fleet().accounts();
            return std::any_of(accounts.begin(), accounts.end(),
                               [&](const fleet::AccountView &account) { return account.state == state; });
        },
        60000);
    stage.driver().settle();
}

/// The first list of an account whose service takes its time.
void loading(Stage &stage)
{
    test::FaultReply never;
    never.fault = test::Fault::Hang;
    stage.service().setReply(never);
    (void)stage.addAccountAtService(QStringLiteral("Retail production"));
    waitForAccount(stage, "the first list", fleet::AccountView::State::Asking);
}

/// The same account: it has no instance in any region.
void emptyFleet(Stage &stage)
{
    stage.service().setResponder([](const test::SeenRequest &request) {
        test::FaultReply reply;
        if (request.action() == "DescribeRegions")
            reply.body =
                R"j({"RequestId":"1B7C1E1A-0000-4000-8000-00000000F00D","RegionIds":{"KVStoreRegion":[)j"
                R"j({"RegionId":"cn-hangzhou","LocalName":"China (Hangzhou)"},)j"
                R"j({"RegionId":"cn-beijing","LocalName":"China (Beijing)"}]}})j";
        else
            reply.body = R"j({"RequestId":"1B7C1E1A-0000-4000-8000-00000000F00D","PageNumber":1,)j"
                         R"j("PageSize":50,"TotalCount":0,"Instances":{"KVStoreInstance":[]}})j";
        return reply;
    });
    stage.session().fleet().refreshAccount(onlyAccount(stage));
    waitForAccount(stage, "the empty list", fleet::AccountView::State::Listed);
}

/// The network goes after everything was listed.
void offline(Stage &stage)
{
    stage.driver().trigger("actionRefresh");
    tour::whenListed(stage.driver());
    stage.setEndpoint(onlyAccount(stage), QStringLiteral("http://127.0.0.1:9")); // nobody listens there
    waitForAccount(stage, "the account that cannot be reached", fleet::AccountView::State::Failed);
    tour::openInstance(stage.driver(), QStringLiteral("orders-cache"));
}

void onlineAgain(Stage &stage)
{
    stage.setEndpoint(onlyAccount(stage), stage.session().practice()->origin());
    waitForAccount(stage, "the account that answers again", fleet::AccountView::State::Listed);
    tour::whenListed(stage.driver());
}

void listed(Stage &stage)
{
    stage.removeAccount(onlyAccount(stage));
    stage.enterPractice();
    tour::openInstance(stage.driver(), QStringLiteral("orders-cache"));
}

void typedId(Stage &stage)
{
    Driver &driver = stage.driver();
    driver.trigger("actionById");
    driver.type("instanceEdit", QStringLiteral("R-BP1NOSUCHINSTANCE"));
    driver.key(Qt::Key_Return);
    driver.waitFor("the sentence under the field", [&] {
        const auto buttons = stage.window().findChildren<QWidget *>(QStringLiteral("lookInAllRegions"));
        return !buttons.isEmpty() && buttons.constLast()->isVisible();
    });
}

void noMatch(Stage &stage)
{
    stage.driver().key(Qt::Key_Escape);
    stage.window().focusPane(2);
    stage.driver().type("filterEdit", QStringLiteral("no-such-name"));
}

void setLayout(Stage &stage, ui::GroupBy group, bool compact)
{
    stage.driver().get<QLineEdit>("filterEdit")->clear();
    auto &table = stage.part<ui::InstanceTable>();
    ui::TableLayout layout = table.tableLayout();
    layout.group = group;
    layout.compact = compact;
    table.setTableLayout(layout);
    stage.driver().settle();
}

void regionFailed(Stage &stage)
{
    setLayout(stage, ui::GroupBy::None, false);
    stage.session().practice()->setOn(practice::Fault::RegionForbidden, true);
    stage.driver().trigger("actionRefresh");
    stage.driver().waitFor(
        "the region that did not answer",
        [&] {
            const QList<fleet::RegionView> regions = stage.session().fleet().regions();
            return std::any_of(regions.begin(), regions.end(), [](const fleet::RegionView &region) {
                return region.state == fleet::RegionView::State::Failed;
            });
        },
        60000);
    tour::whenListed(stage.driver());
}

void troubles(Stage &stage)
{
    const auto &bar = *stage.named("troubles");
    const QList<QPushButton *> buttons = bar.findChildren<QPushButton *>();
    if (buttons.isEmpty())
        throw tour::Stopped{QStringLiteral("the line above the table offers nothing")};
    buttons.constFirst()->click();
    (void)tour::frontDialog(stage.driver(), "what did not answer");
    stage.session().practice()->setOn(practice::Fault::RegionForbidden, false);
}

void whole(Stage &stage)
{
    stage.driver().trigger("actionRefresh");
    tour::whenListed(stage.driver());
    tour::openInstance(stage.driver(), QStringLiteral("orders-cache"));
}

void missingNamed(Stage &stage)
{
    whole(stage);
    stage.driver().click("momentNow");
    stage.window().form()->pressPrimary();
    stage.driver().settle();
}

void parts(Stage &stage, int which)
{
    tour::openInstance(stage.driver(), QStringLiteral("orders-cache"));
    auto *box = stage.driver().get<QComboBox>("upgradeParts");
    box->setCurrentIndex(which);
    Q_EMIT box->activated(which);
    stage.driver().settle();
}

} // namespace

QList<Scene> startScenes()
{
    return {
        {"first-start", [](Stage &) {}},
        {"add-account", addAccount},
        {"add-account-nothing-typed", emptyAccount},
        {"add-account-bad-address", badAccount},
        {"import-accounts", importAccounts},
        {"import-nothing", nothingToImport},
        {"loading", loading},
        {"empty-fleet", emptyFleet},
        {"main", listed},
    };
}

QList<Scene> fleetScenes()
{
    return {
        {"menu", [](Stage &stage) { popUp(stage, stage.window().menu()); }},
        {"menu-accounts", [](Stage &stage) { subMenu(stage, 0); }},
        {"menu-view", [](Stage &stage) { subMenu(stage, 1); }},
        {"menu-look", [](Stage &stage) { subMenu(stage, 2); }},
        {"menu-language", [](Stage &stage) { subMenu(stage, 3); }},
        {"menu-notifications", [](Stage &stage) { subMenu(stage, 4); }},
        {"practice-faults", [](Stage &stage) { stage.driver().click("practiceFaults"); }},
        {"sidebar-folded",
         [](Stage &stage) {
             stage.part<ui::Sidebar>().setFolded(true);
             stage.driver().settle();
         }},
        {"form-checks",
         [](Stage &stage) {
             stage.part<ui::Sidebar>().setFolded(false);
             tour::scrollForm(stage.driver(), "checksSection");
         }},
        {"form-first-missing-named", missingNamed},
        {"form-quiet-hour",
         [](Stage &stage) { tour::openInstance(stage.driver(), QStringLiteral("checkout-locks")); }},
        {"form-staging",
         [](Stage &stage) { tour::openInstance(stage.driver(), QStringLiteral("cart-sessions-stg")); }},
        {"form-development",
         [](Stage &stage) { tour::openInstance(stage.driver(), QStringLiteral("dev-scratch")); }},
        {"form-proxy", [](Stage &stage) { parts(stage, 1); }},
        {"form-kernel-and-proxy", [](Stage &stage) { parts(stage, 2); }},
        {"typed-id", typedId},
        {"nothing-matches", noMatch},
        {"grouped", [](Stage &stage) { setLayout(stage, ui::GroupBy::Region, false); }},
        {"compact", [](Stage &stage) { setLayout(stage, ui::GroupBy::None, true); }},
        {"region-failed", regionFailed},
        {"troubles", troubles},
        {"offline", offline},
        {"running-empty",
         [](Stage &stage) {
             onlineAgain(stage);
             stage.window().focusPane(4);
         }},
        {"history-empty", [](Stage &stage) { stage.window().focusPane(5); }},
        {"plans-empty", [](Stage &stage) { stage.window().focusPane(6); }},
    };
}

} // namespace uplift::scenes
