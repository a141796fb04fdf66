// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/batchtour.h"

#include "tour/driver.h"
#include "ui/batch/batchconfirmdialog.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/planspage.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/window/batchflow.h"
#include "ui/window/mainwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTextStream>

namespace uplift::tour {

namespace {

using upgrade::BatchState;

void bothSizes(Driver &driver, const QString &name)
{
    for (const auto &[width, height] : {std::pair(1366, 768), std::pair(1024, 600)}) {
        driver.resize(width, height);
        driver.picture(QStringLiteral("%1-%2").arg(name).arg(width));
    }
    driver.resize(1366, 768);
}

ui::BatchDraft &draftOf(Driver &driver) { return driver.window().batches()->draft(); }

/// As by Ctrl and click on each.
void selectInstances(Driver &driver, const QStringList &names)
{
    driver.window().focusPane(2);
    auto *table = driver.window().findChild<ui::InstanceTable *>();
    QItemSelection selection;
    QModelIndex last;
    for (const profiles::Profile &profile : driver.session().workspace().workspace().profiles) {
        if (!names.contains(profile.name))
            continue;
        const QModelIndex index =
            table->filter()->indexOf(profile.account.value + QLatin1Char('/') + profile.instance.value);
        if (!index.isValid())
            throw Stopped{QStringLiteral("the table does not show %1").arg(profile.name)};
        selection.select(index, index);
        last = index;
    }
    table->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
    table->selectionModel()->select(selection,
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    driver.waitFor(
        "the plan of the selection",
        [&] { return draftOf(driver).toCheck() == 0 && draftOf(driver).plan().items.size() == names.size(); },
        60000);
}

/// The box's entry for a wait of so many minutes, by keys.
void chooseWait(Driver &driver, const char *name, int minutes)
{
    auto *box = driver.get<QComboBox>(name);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentData().toInt() != minutes; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    if (box->currentData().toInt() != minutes)
        throw Stopped{QStringLiteral("%1 does not offer %2 min").arg(QString::fromLatin1(name)).arg(minutes)};
}

upgrade::BatchView newestBatch(Driver &driver)
{
    const QList<upgrade::BatchView> batches = driver.session().batches().batches();
    return batches.isEmpty() ? upgrade::BatchView() : batches.constFirst();
}

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
    driver.waitFor("the opened plan", [&] { return draftOf(driver).toCheck() == 0; });
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
