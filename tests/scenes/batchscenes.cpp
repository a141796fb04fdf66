// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scenes.h"

#include "ui/batch/batchdraft.h"
#include "ui/batch/planspage.h"
#include "ui/window/batchflow.h"

#include <QListView>
#include <QTest>

#include <algorithm>

namespace uplift::scenes {

namespace {

using upgrade::BatchState;

/// What earlier scenes left undecided is decided, so that it can be planned again.
void plan(Stage &stage)
{
    const QList<upgrade::StepView> steps = stage.session().upgrades().steps();
    for (const upgrade::StepView &step : steps) {
        if (step.state == upgrade::StepState::Undecided)
            stage.session().upgrades().decide(step.plan.id, upgrade::Decision::WasNotStarted,
                                              QStringLiteral("a rehearsal"));
    }
    tour::selectInstances(stage.driver(),
                          {QStringLiteral("orders-cache-stg"), QStringLiteral("search-hot-stg"),
                           QStringLiteral("checkout-locks"), QStringLiteral("dev-tair"),
                           QStringLiteral("ad-budget"), QStringLiteral("search-hot")});
}

void confirm(Stage &stage)
{
    tour::Driver &driver = stage.driver();
    driver.click("wavesByEnvironment");
    driver.click("batchNow");
    tour::chooseWait(driver, "afterCanary", 0);
    tour::chooseWait(driver, "betweenWaves", 0);
    driver.click("batchReconnect");
    driver.waitFor("the plan", [&] { return tour::draftOf(driver).isPlanned(); });
    driver.click("batchPrimary");
    (void)tour::frontDialog(driver, "the confirmation");
}

void start(Stage &stage)
{
    tour::Driver &driver = stage.driver();
    driver.click("batchPrimary");
    (void)tour::frontDialog(driver, "the confirmation");
    driver.type("confirmNumber",
                QString::number(upgrade::memberCount(tour::draftOf(driver).plan(), Environment::Production)));
    QTest::qWait(900); // the button ignores presses that come too soon
    driver.click("startBatch");
    driver.waitFor("the confirmation's end", [] { return QApplication::activeModalWidget() == nullptr; });
    driver.waitFor("the batch", [&] { return !stage.session().batches().batches().isEmpty(); });
    driver.waitFor("an upgrade of the batch", [&] {
        const QList<upgrade::StepView> steps = stage.session().upgrades().steps();
        return std::any_of(steps.begin(), steps.end(), [](const upgrade::StepView &step) {
            return !step.plan.batch.isEmpty() && step.state == upgrade::StepState::Running;
        });
    });
    stage.stopTime();
    stage.forward(std::chrono::seconds(20));
    QTest::qWait(900); // until that was asked for
    driver.settle();
}

void waitFor(Stage &stage, BatchState state)
{
    const auto reached = [&] { return tour::newestBatch(stage.driver()).progress.state == state; };
    if (state == BatchState::Finished)
        stage.startTime();
    for (int i = 0; i < 60 && !reached(); ++i) {
        stage.forward(std::chrono::seconds(state == BatchState::Finished ? 20 : 0));
        (void)QTest::qWaitFor(reached, 700);
    }
    if (!reached())
        throw tour::Stopped{QStringLiteral("the batch is not %1").arg(upgrade::batchStateName(state))};
    stage.driver().settle();
}

void save(Stage &stage)
{
    stage.driver().trigger("actionDryRun");
    stage.driver().trigger("actionSavePlan");
    (void)tour::frontDialog(stage.driver(), "the name");
    stage.driver().type("planNameEdit", QStringLiteral("Monthly upgrades"));
}

void saved(Stage &stage)
{
    save(stage);
    stage.driver().click("savePlanName");
    stage.driver().waitFor("the saved plan",
                           [&] { return stage.session().workspace().workspace().plans.size() == 1; });
    stage.driver().trigger("actionPlans");
    stage.window().batches()->plans()->select(stage.session().workspace().workspace().plans.constFirst().id);
    stage.driver().settle();
}

void ticket(Stage &stage)
{
    stage.driver().trigger("actionTicket");
    stage.driver().waitFor("the ticket", [] { return QApplication::activeModalWidget() != nullptr; });
    QTest::qWait(300); // its preview is made by a worker
}

} // namespace

QList<Scene> batchScenes()
{
    return {
        {"batch-plan", plan},
        {"batch-dry-run", [](Stage &stage) { stage.driver().click("showDryRun"); }},
        {"batch-by-hand", [](Stage &stage) { stage.driver().click("wavesByHand"); }},
        {"batch-requests",
         [](Stage &stage) {
             stage.driver().click("showRequests");
             (void)tour::frontDialog(stage.driver(), "the requests");
         }},
        {"batch-ticket-planned", ticket},
        {"batch-first-missing-named", [](Stage &stage) { stage.driver().click("batchPrimary"); }},
        {"batch-confirm", confirm},
        {"batch-running", start},
        {"batch-closing",
         [](Stage &stage) {
             stage.window().close();
             (void)tour::frontDialog(stage.driver(), "the question before closing");
         }},
        {"batch-paused",
         [](Stage &stage) {
             stage.driver().click("pauseBatch");
             waitFor(stage, BatchState::Paused);
         }},
        {"batch-finished",
         [](Stage &stage) {
             stage.driver().click("resumeBatch");
             waitFor(stage, BatchState::Finished);
         }},
        {"batch-ticket", ticket},
        {"batch-save", save},
        {"batch-saved", saved},
    };
}

} // namespace uplift::scenes
