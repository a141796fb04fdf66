// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scenes.h"

#include "ui/details/detailsdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/window/accountflow.h"
#include "ui/window/doctorflow.h"
#include "ui/window/profilefileflow.h"
#include "ui/window/profileflow.h"
#include "ui/window/upgradeflow.h"

#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace uplift::scenes {

namespace {

using tour::Driver;

AccountId practiceAccount(Stage &stage)
{
    return stage.session().workspace().workspace().accounts.constFirst().id;
}

const profiles::Profile &profileOf(Stage &stage, const char *name)
{
    for (const profiles::Profile &profile : stage.session().workspace().workspace().profiles) {
        if (profile.name == QLatin1String(name))
            return profile;
    }
    throw tour::Stopped{QStringLiteral("there is no profile %1").arg(QString::fromLatin1(name))};
}

void front(Stage &stage, const char *what) { (void)tour::frontDialog(stage.driver(), what); }

void testedAccount(Stage &stage)
{
    stage.part<ui::AccountFlow>().edit(practiceAccount(stage));
    front(stage, "the account");
    stage.driver().click("testAccount");
    stage.driver().waitFor("the test's result",
                           [&] { return stage.driver().get<QPushButton>("testAccount")->isEnabled(); });
    stage.showEnds();
}

void doctor(Stage &stage)
{
    stage.part<ui::DoctorFlow>().start(practiceAccount(stage));
    QWidget *dialog = tour::frontDialog(stage.driver(), "the permission doctor");
    stage.driver().waitFor("its findings",
                           [dialog] { return dialog->findChild<QPlainTextEdit *>() != nullptr; });
}

void importProfiles(Stage &stage)
{
    const QString path = stage.home() + QStringLiteral("/uplift-profiles.json");
    profiles::Workspace others = stage.session().workspace().workspace();
    QSet<ProfileId> all;
    for (profiles::Profile &profile : others.profiles) {
        profile.id.value += QLatin1Char('b');
        profile.group = QStringLiteral("Checkout");
        all << profile.id;
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw tour::Stopped{QStringLiteral("no sample of a profile file could be written")};
    file.write(profiles::exportProfiles(others, all));
    file.close();
    stage.part<ui::ProfileFileFlow>().importFrom(path);
    front(stage, "the import of profiles");
}

void confirm(Stage &stage, const char *name, const char *moment)
{
    tour::openInstance(stage.driver(), QString::fromLatin1(name));
    stage.driver().click(moment);
    if (!stage.window().form()->facts()->clientsReconnect)
        stage.driver().click("clientsReconnect");
    stage.window().form()->pressPrimary();
    front(stage, "the confirmation");
}

void confirmWithTicket(Stage &stage)
{
    confirm(stage, "orders-cache", "momentNow");
    stage.driver().type("confirmName", QStringLiteral("orders-ca"));
    stage.driver().click("ticketLink");
    stage.driver().type("confirmTicket", QStringLiteral("CHG-1042"));
}

void request(Stage &stage)
{
    tour::openInstance(stage.driver(), QStringLiteral("orders-cache"));
    stage.driver().click("showRequest");
    front(stage, "the request");
}

ui::DetailsDialog *details(Stage &stage, const char *name)
{
    return tour::openDetails(stage.driver(), QString::fromLatin1(name));
}

void detailsAtTheirEnd(Stage &stage)
{
    (void)details(stage, "price-feed");
    stage.showEnds();
}

void fromDetails(Stage &stage, const char *button)
{
    tour::press(stage.driver(), details(stage, "orders-cache"), button);
    front(stage, "the change");
}

void changeWindow(Stage &stage)
{
    for (const char *name :
         {"checkout-locks", "orders-cache", "loyalty-points", "search-hot", "price-feed"}) {
        tour::openInstance(stage.driver(), QString::fromLatin1(name));
        const auto quiet = ui::quietHourOf(*stage.window().form()->facts());
        if (quiet && quiet->hours.proposal)
            break;
    }
    stage.driver().click("useWindow");
    front(stage, "the change of the window");
}

void refusedWindow(Stage &stage)
{
    changeWindow(stage);
    Driver &driver = stage.driver();
    driver.type("windowEnd", driver.get<QLineEdit>("windowStart")->text());
    QTest::qWait(900); // the act ignores presses that come too soon
    driver.click("changeAct");
}

void backup(Stage &stage)
{
    tour::openInstance(stage.driver(), QStringLiteral("dev-scratch"));
    tour::scrollForm(stage.driver(), "check_backup");
    stage.driver().click("act_backup_0");
    front(stage, "the confirmation of the backup");
}

} // namespace

QList<Scene> dialogScenes()
{
    return {
        {"account-tested", testedAccount},
        {"account-remove",
         [](Stage &stage) {
             stage.part<ui::AccountFlow>().remove(practiceAccount(stage));
             front(stage, "the question");
         }},
        {"permission-doctor", doctor},
        {"profile-save",
         [](Stage &stage) {
             // Every instance of the practice cloud has one: as if this one had none.
             profiles::Profile fresh = profileOf(stage, "orders-cache");
             fresh.id = {};
             stage.part<ui::ProfileFlow>().save(fresh);
             front(stage, "the profile");
         }},
        {"profile-edit",
         [](Stage &stage) {
             stage.part<ui::ProfileFlow>().save(profileOf(stage, "orders-cache"));
             front(stage, "the profile");
         }},
        {"profile-rename",
         [](Stage &stage) {
             stage.part<ui::ProfileFlow>().rename(profileOf(stage, "orders-cache").id);
             front(stage, "the name");
         }},
        {"profiles-import", importProfiles},
        {"confirm-production", [](Stage &stage) { confirm(stage, "orders-cache", "momentWindow"); }},
        {"confirm-production-now", confirmWithTicket},
        {"confirm-staging", [](Stage &stage) { confirm(stage, "orders-cache-stg", "momentNow"); }},
        {"request", request},
        {"release-notes",
         [](Stage &stage) {
             stage.part<ui::UpgradeFlow>().showNotes();
             front(stage, "the release notes");
         }},
        {"ticket",
         [](Stage &stage) {
             stage.driver().trigger("actionTicket");
             front(stage, "the ticket");
             QTest::qWait(300);
         }},
        {"details", [](Stage &stage) { (void)details(stage, "orders-cache"); }},
        {"details-end", detailsAtTheirEnd},
        {"auto-upgrade", [](Stage &stage) { fromDetails(stage, "detail_1_"); }},
        {"event-move", [](Stage &stage) { fromDetails(stage, "detail_2_"); }},
        {"event-cancel", [](Stage &stage) { fromDetails(stage, "detail_3_"); }},
        {"window-change", changeWindow},
        {"window-refused", refusedWindow},
        {"backup", backup},
    };
}

} // namespace uplift::scenes
