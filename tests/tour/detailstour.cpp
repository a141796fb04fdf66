// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/detailstour.h"

#include "tour/moves.h"
#include "ui/details/detailsdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/instances/instancetable.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace uplift::tour {

namespace {

using upgrade::StepKind;
using upgrade::StepState;

void say(const QString &text) { QTextStream(stdout) << text << Qt::endl; }

/// Presses the act of the dialog in front, after the name where it is asked for.
void confirmChange(Driver &driver)
{
    auto *front = QApplication::activeModalWidget();
    auto *name = front->findChild<QLineEdit *>(QStringLiteral("changeName"));
    if (name && name->isVisible())
        driver.type("changeName", driver.window().form()->facts()->name);
    QTest::qWait(900); // the act ignores presses that come too soon
    driver.click("changeAct");
    driver.waitFor("the dialog's end", [] { return QApplication::activeModalWidget() == nullptr; });
}

void waitForEnd(Driver &driver, StepKind kind, StepState end)
{
    const QByteArray what = "the end of " + upgrade::kindName(kind).toLatin1();
    driver.waitFor(
        what.constData(),
        [&] {
            const QList<upgrade::StepView> steps = driver.session().upgrades().steps();
            for (const upgrade::StepView &step : steps) {
                if (step.plan.kind == kind)
                    return step.state == end;
            }
            return false;
        },
        60000);
    say(QStringLiteral("%1 ended %2").arg(upgrade::kindName(kind), upgrade::stateName(end)));
}

void quietHour(Driver &driver)
{
    openInstance(driver, QStringLiteral("checkout-locks"));
    bothSizes(driver, QStringLiteral("form-quiet-hour"));
    driver.resize(1366, 768);
    scrollForm(driver, "checksSection");
    driver.picture(QStringLiteral("form-checks"));
    say(QStringLiteral("The quiet hour in the form"));
}

void changeWindow(Driver &driver)
{
    // One whose window misses its quiet hour.
    for (const char *name :
         {"checkout-locks", "orders-cache", "loyalty-points", "search-hot", "price-feed"}) {
        openInstance(driver, QString::fromLatin1(name));
        const auto quiet = ui::quietHourOf(*driver.window().form()->facts());
        if (quiet && quiet->hours.proposal)
            break;
    }
    driver.click("useWindow");
    (void)frontDialog(driver, "the change of the window");
    bothSizes(driver, QStringLiteral("window-change"));
    driver.type("windowEnd", driver.get<QLineEdit>("windowStart")->text());
    QTest::qWait(900);
    driver.click("changeAct");
    driver.picture(QStringLiteral("window-change-refused"));
    driver.click("useProposal");
    confirmChange(driver);
    waitForEnd(driver, StepKind::Window, StepState::Verified);
    bothSizes(driver, QStringLiteral("window-changed"));
}

void proxies(Driver &driver)
{
    openInstance(driver, QStringLiteral("cart-sessions-stg"));
    bothSizes(driver, QStringLiteral("form-proxy-alone"));
    openInstance(driver, QStringLiteral("orders-cache"));
    auto *parts = driver.get<QComboBox>("upgradeParts");
    for (int i = 0; i < parts->count(); ++i) {
        parts->setCurrentIndex(i);
        Q_EMIT parts->activated(i);
        bothSizes(driver, QStringLiteral("form-parts-%1").arg(i));
    }
    driver.click("momentNow");
    driver.click("clientsReconnect");
    driver.window().form()->pressPrimary();
    (void)frontDialog(driver, "the confirmation");
    driver.click("ticketLink");
    driver.type("confirmTicket", QStringLiteral("CHG-1042"));
    bothSizes(driver, QStringLiteral("confirm-both"));
    driver.click("showRequest");
    driver.waitFor("the requests", [] {
        return QApplication::activeModalWidget()
            && QApplication::activeModalWidget()->objectName() == QLatin1String("requestDialog");
    });
    driver.picture(QStringLiteral("requests-of-both"));
    driver.key(Qt::Key_Escape);
    driver.key(Qt::Key_Escape);
    say(QStringLiteral("What the form offers for proxies"));
}

void backup(Driver &driver)
{
    openInstance(driver, QStringLiteral("dev-scratch"));
    scrollForm(driver, "check_backup");
    driver.picture(QStringLiteral("backup-offered"));
    driver.click("act_backup_0");
    (void)frontDialog(driver, "the confirmation of the backup");
    driver.picture(QStringLiteral("backup-confirm"));
    confirmChange(driver);
    driver.waitFor("the backup in the checks", [&] {
        const auto &facts = driver.window().form()->facts();
        return facts->backup.has_value();
    });
    scrollForm(driver, "check_backup");
    driver.picture(QStringLiteral("backup-running"));
    waitForEnd(driver, StepKind::Backup, StepState::Verified);
}

void changesFromDetails(Driver &driver)
{
    ui::DetailsDialog *details = openDetails(driver, QStringLiteral("orders-cache"));
    bothSizes(driver, QStringLiteral("details-actions"));
    press(driver, details, "detail_1_");
    (void)frontDialog(driver, "the automatic upgrade");
    bothSizes(driver, QStringLiteral("auto-upgrade"));
    confirmChange(driver);
    waitForEnd(driver, StepKind::AutoUpgrade, StepState::Verified);
    driver.waitFor("the details", [&] { return !details->isAsking(); });
    driver.picture(QStringLiteral("details-changed"));
    press(driver, details, "detail_2_");
    (void)frontDialog(driver, "the move of the event");
    bothSizes(driver, QStringLiteral("event-move"));
    const QString written = QStringLiteral("yyyy-MM-dd HH:mm");
    const QDateTime planned = QDateTime::fromString(driver.get<QLineEdit>("momentAt")->text(), written);
    driver.type("momentAt", planned.addSecs(-3600).toString(written));
    confirmChange(driver);
    waitForEnd(driver, StepKind::MoveEvent, StepState::Verified);
    driver.waitFor("the details", [&] { return !details->isAsking(); });
    press(driver, details, "detail_3_");
    (void)frontDialog(driver, "the cancellation of the event");
    driver.picture(QStringLiteral("event-cancel"));
    confirmChange(driver);
    waitForEnd(driver, StepKind::CancelEvent, StepState::Verified);
    details->close();
    details = openDetails(driver, QStringLiteral("price-feed"));
    for (auto *area : details->findChildren<QScrollArea *>())
        area->ensureWidgetVisible(details->findChild<QWidget *>(QStringLiteral("detailSection4")));
    bothSizes(driver, QStringLiteral("event-not-moved"));
    details->close();
    driver.settle();
}

bool offers(const ui::DetailsDialog *details, const char *start)
{
    const auto buttons = details->findChildren<QPushButton *>();
    return std::any_of(buttons.begin(), buttons.end(), [start](const QPushButton *button) {
        return button->objectName().startsWith(QLatin1String(start));
    });
}

/// A task that waits for its window is moved to another time.
void moveTask(Driver &driver)
{
    // Only of standard instances, and not while the window is open.
    QString name;
    for (const char *each : {"price-feed", "checkout-locks", "loyalty-points"}) {
        name = QString::fromLatin1(each);
        openInstance(driver, name);
        const ui::FormFacts &facts = *driver.window().form()->facts();
        if (!facts.known.facts->window->around(facts.now))
            break;
    }
    driver.click("momentWindow");
    if (!driver.window().form()->facts()->clientsReconnect)
        driver.click("clientsReconnect");
    driver.window().form()->pressPrimary();
    (void)frontDialog(driver, "the confirmation");
    driver.type("confirmName", name);
    QTest::qWait(900);
    driver.click("upgrade");
    driver.waitFor("the upgrade that waits", [&] {
        const auto step =
            driver.session().upgrades().openStepFor(driver.window().form()->facts()->known.key.instance);
        return step && step->state == StepState::Waiting;
    });
    ui::DetailsDialog *details = openDetails(driver, name);
    // The details ask once; the service lists the task a little after it took the upgrade.
    auto *again = details->findChild<QPushButton *>(QStringLiteral("detailsAgain"));
    driver.waitFor("the task that waits", [&] {
        if (offers(details, "detail_4_"))
            return true;
        if (!details->isAsking())
            again->click();
        return false;
    });
    press(driver, details, "detail_4_");
    (void)frontDialog(driver, "the move of the task");
    bothSizes(driver, QStringLiteral("task-move"));
    driver.click("momentChoiceNow");
    driver.picture(QStringLiteral("task-start-now"));
    driver.click("momentChoiceAt");
    confirmChange(driver);
    waitForEnd(driver, StepKind::MoveTask, StepState::Verified);
    driver.waitFor("the details", [&] { return !details->isAsking(); });
    press(driver, details, "detail_5_");
    (void)frontDialog(driver, "the cancellation of the task");
    driver.picture(QStringLiteral("task-cancel"));
    confirmChange(driver);
    waitForEnd(driver, StepKind::CancelTask, StepState::Verified);
    details->close();
    driver.settle();
}

} // namespace

void detailsTour(Driver &driver)
{
    quietHour(driver);
    changeWindow(driver);
    proxies(driver);
    backup(driver);
    changesFromDetails(driver);
    moveTask(driver);
}

} // namespace uplift::tour
