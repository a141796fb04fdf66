// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scenes.h"

#include "ui/form/upgradeform.h"
#include "ui/history/historypage.h"
#include "ui/history/historytable.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace uplift::scenes {

namespace {

using practice::Fault;
using upgrade::StepState;

void show(Stage &stage, StepState state)
{
    for (const upgrade::StepView &step : stage.session().upgrades().steps()) {
        if (step.state == state) {
            stage.window().openStep(step.plan.id);
            return stage.driver().settle();
        }
    }
    throw tour::Stopped{QStringLiteral("no attempt is %1").arg(upgrade::stateName(state))};
}

/// One of those whose window is not open now.
void waiting(Stage &stage)
{
    QString name;
    for (const char *each : {"price-feed", "checkout-locks", "loyalty-points"}) {
        name = QString::fromLatin1(each);
        tour::openInstance(stage.driver(), name);
        const ui::FormFacts &facts = *stage.window().form()->facts();
        if (!facts.known.facts->window->around(facts.now))
            break;
    }
    stage.driver().click("momentWindow");
    if (!stage.window().form()->facts()->clientsReconnect)
        stage.driver().click("clientsReconnect");
    stage.window().form()->pressPrimary();
    (void)tour::frontDialog(stage.driver(), "the confirmation");
    stage.driver().type("confirmName", name);
    QTest::qWait(900); // the upgrade button ignores presses that come too soon
    stage.driver().click("upgrade");
    tour::waitForState(stage.driver(), StepState::Waiting);
    show(stage, StepState::Waiting);
}

void press(Stage &stage, const char *button)
{
    show(stage, StepState::Waiting);
    stage.driver().waitFor("what the service offers", [&] {
        const auto *found = stage.window().findChild<QPushButton *>(QString::fromLatin1(button));
        return found && found->isVisible();
    });
    stage.driver().click(button);
    (void)tour::frontDialog(stage.driver(), "the question");
}

void running(Stage &stage)
{
    stage.upgradeNow(QStringLiteral("orders-cache"));
    // In steps: all at once it would pass before the service heard of the upgrade, which then never begins.
    stage.forwardUntil(StepState::Running);
    show(stage, StepState::Running);
}

void form(Stage &stage) { tour::openInstance(stage.driver(), QStringLiteral("orders-cache")); }

void closing(Stage &stage)
{
    stage.window().close();
    (void)tour::frontDialog(stage.driver(), "the question before closing");
}

void switching(Stage &stage)
{
    stage.forwardUntil(StepState::Switching);
    show(stage, StepState::Switching);
}

void verified(Stage &stage)
{
    stage.forwardUntil(StepState::Verified);
    show(stage, StepState::Verified);
}

void rehearse(Stage &stage, Fault fault, const char *instance, StepState end)
{
    stage.session().practice()->setOn(fault, true);
    stage.upgradeNow(QString::fromLatin1(instance));
    stage.forwardUntil(end);
    stage.session().practice()->setOn(fault, false);
    show(stage, end);
}

void history(Stage &stage)
{
    stage.window().focusPane(5);
    auto &page = stage.part<ui::HistoryPage>();
    stage.driver().waitFor("the history", [&] { return page.model()->rowCount() > 3; });
    page.table()->selectRow(0);
    stage.driver().settle();
}

void refusedInHistory(Stage &stage)
{
    history(stage);
    auto &page = stage.part<ui::HistoryPage>();
    for (int row = 0; row < page.model()->rowCount(); ++row) {
        page.table()->selectRow(row);
        const auto current = page.current();
        if (current && current->step.state() == StepState::Rejected)
            break;
    }
    stage.driver().settle();
}

void nothingInHistory(Stage &stage)
{
    stage.driver().type("historySearch", QStringLiteral("no-such-name"));
    QTest::qWait(300);
}

} // namespace

QList<Scene> attemptScenes()
{
    return {
        {"waiting", waiting},
        {"switch-move", [](Stage &stage) { press(stage, "moveSwitch"); }},
        {"switch-cancel", [](Stage &stage) { press(stage, "cancelUpgrade"); }},
        {"running", running},
        {"form-of-running", form},
        {"closing", closing},
        {"switching", switching},
        {"verified", verified},
        {"rejected",
         [](Stage &stage) { rehearse(stage, Fault::PermissionDenied, "ad-budget", StepState::Rejected); }},
        {"failed",
         [](Stage &stage) { rehearse(stage, Fault::UpgradeFails, "dev-scratch", StepState::Failed); }},
        {"unchanged",
         [](Stage &stage) {
             rehearse(stage, Fault::UpgradeUnchanged, "loyalty-points", StepState::Unchanged);
         }},
        {"undecided",
         [](Stage &stage) { rehearse(stage, Fault::LostRequest, "orders-cache-stg", StepState::Undecided); }},
        {"main-with-attempts",
         [](Stage &stage) {
             stage.window().focusPane(2);
             stage.driver().settle();
         }},
        {"history", history},
        {"history-refused", refusedInHistory},
        {"ticket-of-attempt",
         [](Stage &stage) {
             stage.driver().trigger("actionTicket");
             (void)tour::frontDialog(stage.driver(), "the ticket");
             QTest::qWait(300);
         }},
        {"history-nothing-matches", nothingInHistory},
    };
}

} // namespace uplift::scenes
