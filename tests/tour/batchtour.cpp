// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/batchtour.h"

#include "tour/moves.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/planspage.h"
#include "ui/window/batchflow.h"
#include "ui/window/mainwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTextStream>

namespace uplift::tour {

namespace {

using upgrade::BatchState;

void waitForBatch(Driver &driver, BatchState state)
{
    const QByteArray what = "the batch's state " + upgrade::batchStateName(state).toLatin1();
    driver.waitFor(
        what.constData(), [&] { return newestBatch(driver).progress.state == state; }, 120000);
}

void planAndDryRun(Driver &driver)
{
    // What an earlier stop left undecided is decided, so that it can be planned again.
    const QList<upgrade::StepView> steps = driver.session().upgrades().steps();
    for (const upgrade::StepView &step : steps) {
        if (step.state == upgrade::StepState::Undecided)
            driver.session().upgrades().decide(step.plan.id, upgrade::Decision::WasNotStarted,
                                               QStringLiteral("a rehearsal"));
    }
    selectInstances(driver,
                    {QStringLiteral("orders-cache-stg"), QStringLiteral("search-hot-stg"),
                     QStringLiteral("dev-scratch"), QStringLiteral("dev-queue"), QStringLiteral("dev-tair"),
                     QStringLiteral("price-feed"), QStringLiteral("loyalty-points"),
                     QStringLiteral("ad-budget"), QStringLiteral("search-hot")});
    bothSizes(driver, QStringLiteral("batch-plan"));
    driver.click("showDryRun");
    bothSizes(driver, QStringLiteral("batch-dry-run"));
    driver.trigger("actionTheme", 2);
    driver.picture(QStringLiteral("batch-dry-run-dark"));
    driver.trigger("actionTheme", 1);
    driver.click("wavesByHand");
    driver.picture(QStringLiteral("batch-by-hand"));
    driver.click("wavesByEnvironment");
    driver.click("showRequests");
    driver.waitFor("the requests", [] { return QApplication::activeModalWidget() != nullptr; });
    driver.picture(QStringLiteral("batch-requests"));
    driver.key(Qt::Key_Escape);
}

void startBatch(Driver &driver)
{
    driver.click("batchNow");
    chooseWait(driver, "afterCanary", 0);
    chooseWait(driver, "betweenWaves", 0);
    driver.type("stopCount", QStringLiteral("3"));
    driver.click("batchPrimary");
    driver.picture(QStringLiteral("batch-first-missing-named"));
    driver.click("batchReconnect");
    driver.click("batchPrimary");
    driver.waitFor("the confirmation", [] { return QApplication::activeModalWidget() != nullptr; });
    driver.picture(QStringLiteral("batch-confirm"));
    const int production = upgrade::memberCount(draftOf(driver).plan(), Environment::Production);
    driver.type("confirmNumber", QString::number(production));
    QTest::qWait(900); // the button ignores presses that come too soon
    driver.click("startBatch");
    driver.waitFor("the confirmation's end", [] { return QApplication::activeModalWidget() == nullptr; });
}

void followBatch(Driver &driver)
{
    driver.waitFor(
        "one failure",
        [&] {
            const upgrade::BatchView view = newestBatch(driver);
            for (int item = 0; item < view.plan.items.size(); ++item) {
                if (view.plan.items.at(item).wave >= 0
                    && upgrade::memberState(view.plan, view.progress, item) == upgrade::MemberState::Failed)
                    return true;
            }
            return false;
        },
        120000);
    // The canary was the one: the rule holds the batch until it is resumed.
    if (newestBatch(driver).progress.state == BatchState::Held) {
        driver.click("resumeBatch");
        waitForBatch(driver, BatchState::Running);
    }
    bothSizes(driver, QStringLiteral("batch-running"));
    driver.click("pauseBatch");
    waitForBatch(driver, BatchState::Paused);
    bothSizes(driver, QStringLiteral("batch-paused"));
    driver.click("resumeBatch");
    waitForBatch(driver, BatchState::Finished);
    bothSizes(driver, QStringLiteral("batch-finished"));
}

void savedPlan(Driver &driver)
{
    driver.trigger("actionDryRun");
    driver.trigger("actionSavePlan");
    driver.waitFor("the name", [] { return QApplication::activeModalWidget() != nullptr; });
    driver.type("planNameEdit", QStringLiteral("Monthly upgrades"));
    driver.picture(QStringLiteral("batch-save"));
    driver.click("savePlanName");
    driver.waitFor("the saved plan",
                   [&] { return driver.session().workspace().workspace().plans.size() == 1; });
    driver.trigger("actionPlans");
    driver.window().batches()->plans()->select(
        driver.session().workspace().workspace().plans.constFirst().id);
    bothSizes(driver, QStringLiteral("batch-saved"));
    driver.click("openPlan");
    driver.waitFor("the opened plan", [&] { return draftOf(driver).isPlanned(); });
    driver.picture(QStringLiteral("batch-opened"));
}

} // namespace

void batchTour(Driver &driver)
{
    QTextStream out(stdout);
    driver.resize(1366, 768);
    planAndDryRun(driver);
    for (const profiles::Profile &profile : driver.session().workspace().workspace().profiles) {
        if (profile.name == QLatin1String("ad-budget"))
            driver.session().practice()->failUpgradesOf(profile.instance);
    }
    startBatch(driver);
    followBatch(driver);
    savedPlan(driver);
    out << "Batch: " << upgrade::batchStateName(newestBatch(driver).progress.state) << Qt::endl;
}

} // namespace uplift::tour
