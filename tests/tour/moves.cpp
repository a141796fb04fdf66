// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/moves.h"

#include "ui/batch/batchdraft.h"
#include "ui/details/detailsdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancetable.h"
#include "ui/window/batchflow.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

namespace uplift::tour {

QString keyOf(Driver &driver, const QString &name)
{
    for (const profiles::Profile &profile : driver.session().workspace().workspace().profiles) {
        if (profile.name == name)
            return profile.account.value + QLatin1Char('/') + profile.instance.value;
    }
    throw Stopped{QStringLiteral("the practice cloud has no %1").arg(name)};
}

void openInstance(Driver &driver, const QString &name)
{
    driver.window().focusPane(2);
    auto *table = driver.window().findChild<ui::InstanceTable *>();
    const QString key = keyOf(driver, name);
    driver.waitFor("the row of the instance", [&] {
        table->selectKey(key);
        return table->currentKey() == key;
    });
    driver.waitFor("the preflight of the instance", [&] {
        const auto &facts = driver.window().form()->facts();
        return facts && facts->name == name && facts->known.version && facts->preflight.answered.isValid()
            && !facts->preflight.isAsking();
    });
}

void bothSizes(Driver &driver, const QString &name)
{
    for (const auto &[width, height] : {std::pair(1366, 768), std::pair(1024, 600)}) {
        driver.resize(width, height);
        driver.picture(QStringLiteral("%1-%2").arg(name).arg(width));
    }
    driver.resize(1366, 768);
}

void scrollForm(Driver &driver, const char *to)
{
    for (auto *area : driver.window().form()->findChildren<QScrollArea *>()) {
        if (auto *target = area->findChild<QWidget *>(QString::fromLatin1(to)))
            area->ensureWidgetVisible(target, 0, 200);
    }
    driver.settle();
}

QWidget *frontDialog(Driver &driver, const char *what)
{
    driver.waitFor(what, [] { return QApplication::activeModalWidget() != nullptr; });
    return QApplication::activeModalWidget();
}

ui::DetailsDialog *openDetails(Driver &driver, const QString &name)
{
    openInstance(driver, name);
    driver.trigger("actionDetails");
    driver.waitFor("the details", [&] {
        for (auto *open : driver.window().findChildren<ui::DetailsDialog *>()) {
            if (open->isVisible() && !open->isAsking())
                return true;
        }
        return false;
    });
    for (auto *open : driver.window().findChildren<ui::DetailsDialog *>()) {
        if (open->isVisible())
            return open;
    }
    throw Stopped{QStringLiteral("the details are not there")};
}

void press(Driver &driver, ui::DetailsDialog *details, const char *start)
{
    for (auto *button : details->findChildren<QPushButton *>()) {
        if (!button->objectName().startsWith(QLatin1String(start)))
            continue;
        for (auto *area : details->findChildren<QScrollArea *>())
            area->ensureWidgetVisible(button, 0, 60);
        driver.settle();
        QTest::mouseClick(button, Qt::LeftButton);
        driver.settle();
        return;
    }
    throw Stopped{QStringLiteral("the details offer no %1").arg(QString::fromLatin1(start))};
}

ui::BatchDraft &draftOf(Driver &driver) { return driver.window().batches()->draft(); }

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
        [&] { return draftOf(driver).isPlanned() && draftOf(driver).plan().items.size() == names.size(); },
        60000);
}

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

std::optional<upgrade::StepView> newestStep(Driver &driver)
{
    const QList<upgrade::StepView> steps = driver.session().upgrades().steps();
    return steps.isEmpty() ? std::nullopt : std::optional(steps.constFirst());
}

void waitForState(Driver &driver, upgrade::StepState state)
{
    const QByteArray what = "the state " + upgrade::stateName(state).toLatin1();
    driver.waitFor(
        what.constData(),
        [&] {
            const auto step = newestStep(driver);
            return step && step->state == state;
        },
        60000);
}

void whenListed(Driver &driver)
{
    driver.waitFor(
        "the whole list", [&] { return !driver.session().fleet().progress().running; }, 60000);
}

} // namespace uplift::tour
