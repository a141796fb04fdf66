// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/hardening.h"
#include "tour/batchtour.h"
#include "tour/detailstour.h"
#include "tour/moves.h"
#include "ui/details/detailsdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/instances/instancetable.h"
#include "ui/instances/tablelayout.h"
#include "ui/running/runningpage.h"
#include "ui/window/mainwindow.h"

#include <QCheckBox>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace uplift;
using namespace uplift::tour;
using upgrade::StepState;

namespace {

QTextStream out(stdout); // NOLINT(cert-err58-cpp): one line per step for who waits

/// From the form to a sent request: acknowledges, chooses now, confirms, types the name where it is asked
/// for.
void startNow(Driver &driver, const QString &name, const QString &confirmPicture = {})
{
    openInstance(driver, name);
    driver.click("momentNow");
    if (!driver.get<QCheckBox>("clientsReconnect")->isChecked())
        driver.click("clientsReconnect");
    driver.window().form()->pressPrimary();
    driver.waitFor("the confirmation", [] { return QApplication::activeModalWidget() != nullptr; });
    if (auto *field =
            QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("confirmName")))
        driver.type(field->objectName().toLatin1().constData(), name.chopped(2));
    if (!confirmPicture.isEmpty())
        driver.picture(confirmPicture);
    if (QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("confirmName")))
        driver.type("confirmName", name);
    QTest::qWait(900); // the upgrade button ignores presses that come too soon
    driver.click("upgrade");
    driver.waitFor("the confirmation's end", [] { return QApplication::activeModalWidget() == nullptr; });
}

void everyLook(Driver &driver, const QString &name)
{
    for (const auto &[language, action] :
         {std::pair("en", "actionEnglish"), std::pair("zh", "actionChinese")}) {
        driver.trigger(action);
        openInstance(driver, QStringLiteral("orders-cache"));
        for (const auto &[theme, index] : {std::pair("light", 1), std::pair("dark", 2)}) {
            driver.trigger("actionTheme", index);
            for (const auto &[width, height] : {std::pair(1366, 768), std::pair(1024, 600)}) {
                driver.resize(width, height);
                driver.picture(QStringLiteral("%1-%2-%3-%4")
                                   .arg(name, QString::fromLatin1(language), QString::fromLatin1(theme))
                                   .arg(width));
            }
        }
    }
    driver.trigger("actionEnglish");
    driver.trigger("actionTheme", 1);
    driver.resize(1366, 768);
}

void firstStart(Driver &driver)
{
    driver.waitFor("the first window", [&] { return driver.session().isReady(); });
    driver.trigger("actionTheme", 1);
    driver.resize(1366, 768);
    driver.picture(QStringLiteral("first-start"));
    out << "First start" << Qt::endl;
    driver.click("offerPractice");
    driver.waitFor("the practice cloud",
                   [&] { return driver.session().isPractice() && driver.session().isReady(); });
    driver.resize(1366, 768);
}

void typedId(Driver &driver)
{
    driver.trigger("actionById");
    driver.type("instanceEdit", QStringLiteral("R-BP1NOSUCHINSTANCE"));
    driver.key(Qt::Key_Return);
    driver.waitFor("the sentence under the field", [&] {
        const auto buttons = driver.window().findChildren<QWidget *>(QStringLiteral("lookInAllRegions"));
        return !buttons.isEmpty() && buttons.constLast()->isVisible();
    });
    driver.picture(QStringLiteral("typed-id"));
    driver.key(Qt::Key_Escape);
    out << "An id that does not exist gets its sentence" << Qt::endl;
}

/// The upgrade that decides the tour's end.
bool wholeUpgrade(Driver &driver)
{
    const QString name = QStringLiteral("orders-cache");
    openInstance(driver, name);
    driver.click("showRequest");
    driver.waitFor("the request", [] { return QApplication::activeModalWidget() != nullptr; });
    driver.picture(QStringLiteral("show-the-request"));
    driver.key(Qt::Key_Escape);
    driver.window().form()->pressPrimary();
    driver.picture(QStringLiteral("first-missing-named"));
    startNow(driver, name, QStringLiteral("confirm-production"));
    out << "Confirmed and sent once" << Qt::endl;
    waitForState(driver, StepState::Running);
    driver.picture(QStringLiteral("running"));
    driver.resize(1024, 600);
    driver.picture(QStringLiteral("running-1024"));
    driver.resize(1366, 768);
    waitForState(driver, StepState::Verified);
    driver.picture(QStringLiteral("running-verified"));
    const auto step = newestStep(driver);
    out << "Ended: " << upgrade::stateName(step->state) << ", RequestId " << step->requestId << Qt::endl;
    return step->state == StepState::Verified;
}

void faults(Driver &driver)
{
    using practice::Fault;
    struct Rehearsal {
        Fault fault;
        const char *instance;
        StepState end;
        const char *picture;
    };
    const Rehearsal rehearsals[] = {
        {Fault::PermissionDenied, "checkout-locks", StepState::Rejected, "rejected"},
        {Fault::UpgradeFails, "dev-scratch", StepState::Failed, "running-failed"},
        {Fault::LostRequest, "orders-cache-stg", StepState::Undecided, "running-undecided"},
    };
    for (const Rehearsal &rehearsal : rehearsals) {
        driver.session().practice()->setOn(rehearsal.fault, true);
        startNow(driver, QString::fromLatin1(rehearsal.instance));
        waitForState(driver, rehearsal.end);
        driver.session().practice()->setOn(rehearsal.fault, false);
        driver.picture(QString::fromLatin1(rehearsal.picture));
        out << rehearsal.instance << " ended " << upgrade::stateName(rehearsal.end) << Qt::endl;
    }
}

void accountDialog(Driver &driver)
{
    driver.trigger("actionAddAccount");
    driver.waitFor("the account dialog", [] { return QApplication::activeModalWidget() != nullptr; });
    driver.type("accountName", QStringLiteral("Retail production"));
    driver.type("accessKeyId", QStringLiteral("LTAI5tQnKUPLIFTEXAMPX7Qd"));
    driver.type("accessKeySecret", QStringLiteral("notASecretButAsLongAsOne123456"));
    driver.picture(QStringLiteral("add-account"));
    driver.key(Qt::Key_Escape);
    out << "Account dialog" << Qt::endl;
}

/// The list as a whole: found nothing, one region without an answer, groups, one fact per column.
void fleetViews(Driver &driver)
{
    driver.trigger("actionRefresh");
    driver.picture(QStringLiteral("fleet-asking"));
    whenListed(driver);
    driver.window().focusPane(2);
    bothSizes(driver, QStringLiteral("fleet-complete"));
    driver.type("filterEdit", QStringLiteral("no-such-name"));
    bothSizes(driver, QStringLiteral("fleet-nothing-matches"));
    driver.get<QLineEdit>("filterEdit")->clear();
    auto *table = driver.window().findChild<ui::InstanceTable *>();
    const ui::TableLayout before = table->tableLayout();
    ui::TableLayout layout = before;
    layout.group = ui::GroupBy::Region;
    table->setTableLayout(layout);
    bothSizes(driver, QStringLiteral("fleet-grouped"));
    layout.compact = true;
    table->setTableLayout(layout);
    driver.picture(QStringLiteral("fleet-compact"));
    table->setTableLayout(before);
    driver.session().practice()->setOn(practice::Fault::RegionForbidden, true);
    driver.trigger("actionRefresh");
    driver.waitFor(
        "the region that did not answer",
        [&] {
            const QList<fleet::RegionView> regions = driver.session().fleet().regions();
            return std::any_of(regions.begin(), regions.end(), [](const fleet::RegionView &region) {
                return region.state == fleet::RegionView::State::Failed;
            });
        },
        60000);
    whenListed(driver);
    bothSizes(driver, QStringLiteral("fleet-region-failed"));
    driver.session().practice()->setOn(practice::Fault::RegionForbidden, false);
    driver.trigger("actionRefresh");
    whenListed(driver);
    out << "Views of the fleet" << Qt::endl;
}

void otherDialogs(Driver &driver)
{
    openInstance(driver, QStringLiteral("orders-cache"));
    driver.trigger("actionDetails");
    driver.waitFor("the details", [&] {
        const auto *dialog = driver.window().findChild<ui::DetailsDialog *>();
        return dialog && dialog->isVisible() && !dialog->isAsking();
    });
    driver.picture(QStringLiteral("details"));
    driver.window().findChild<ui::DetailsDialog *>()->close();
    driver.trigger("actionImport");
    driver.waitFor("the import", [] { return QApplication::activeModalWidget() != nullptr; });
    driver.picture(QStringLiteral("import-accounts"));
    driver.key(Qt::Key_Escape);
    out << "Details and import" << Qt::endl;
}

/// What of the tour is taken, and how the window looks meanwhile.
struct Route {
    QString part = QStringLiteral("all");
    QString language = QStringLiteral("en");
    int theme = 1; ///< as actionTheme counts
};

bool go(Driver &driver, const Route &route)
{
    firstStart(driver);
    driver.trigger(route.language == QLatin1String("zh_CN") ? "actionChinese" : "actionEnglish");
    driver.trigger("actionTheme", route.theme);
    if (route.part == QLatin1String("details")) {
        detailsTour(driver);
        return true;
    }
    if (route.part == QLatin1String("batches")) {
        whenListed(driver);
        batchTour(driver);
        return true;
    }
    everyLook(driver, QStringLiteral("main"));
    typedId(driver);
    detailsTour(driver); // before anything is upgraded: there is still something to choose
    const bool verified = wholeUpgrade(driver);
    faults(driver);
    accountDialog(driver);
    fleetViews(driver);
    otherDialogs(driver);
    batchTour(driver);
    return verified;
}

int run(Driver &driver, const Route &route)
{
    try {
        const bool good = go(driver, route);
        out << driver.pictures() << " pictures" << Qt::endl;
        return good ? 0 : 1;
    } catch (const Stopped &stopped) {
        out << "The tour stopped: " << stopped.why << Qt::endl;
        try {
            driver.picture(QStringLiteral("stopped"));
        } catch (const Stopped &) {
            out << "and no picture could be taken of it." << Qt::endl;
        }
        return 1;
    }
}

/// Nothing when an option has a value that is none of those it knows.
std::optional<Route> routeOf(const QCommandLineParser &parser)
{
    const QStringList parts{QStringLiteral("all"), QStringLiteral("details"), QStringLiteral("batches")};
    const QStringList languages{QStringLiteral("en"), QStringLiteral("zh_CN")};
    const QStringList themes{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};
    Route route{parser.value(QStringLiteral("part")), parser.value(QStringLiteral("language")),
                static_cast<int>(themes.indexOf(parser.value(QStringLiteral("theme")))) + 1};
    if (!parts.contains(route.part) || !languages.contains(route.language) || route.theme == 0)
        return std::nullopt;
    return route;
}

} // namespace

int main(int argc, char *argv[])
{
    secrets::hardenProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("uplift"));
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("pictures"), QStringLiteral("Where the pictures go."), QStringLiteral("folder")},
         {QStringLiteral("part"), QStringLiteral("all, details or batches."), QStringLiteral("part"),
          QStringLiteral("all")},
         {QStringLiteral("language"), QStringLiteral("en or zh_CN; of the parts alone."),
          QStringLiteral("language"), QStringLiteral("en")},
         {QStringLiteral("theme"), QStringLiteral("light, dark or contrast; of the parts alone."),
          QStringLiteral("theme"), QStringLiteral("light")}});
    parser.addHelpOption();
    parser.process(application);
    const auto route = routeOf(parser);
    if (!route || !parser.isSet(QStringLiteral("pictures"))) {
        out << parser.helpText() << Qt::endl;
        return 2;
    }
    const QTemporaryDir home;
    ui::StartOptions options;
    options.dataDir = home.path();
    options.language = QStringLiteral("en");
    ui::SessionOptions base;
    // A minute is for people; the tour takes each upgrade in eight seconds and asks as often as that needs.
    base.practiceCloud.upgradeTime = std::chrono::seconds(8);
    base.intervals.fast = std::chrono::milliseconds(400);
    base.intervals.reconcile = std::chrono::milliseconds(400);
    base.intervals.reconcileFor = std::chrono::seconds(4);
    ui::Program program(application, options, base);
    program.start();
    Driver driver(program, parser.value(QStringLiteral("pictures")));
    return run(driver, *route);
}
