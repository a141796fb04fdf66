// SPDX-License-Identifier: GPL-3.0-or-later
// Starts upgrades in a process of its own, to be traced or killed.
//   startchild JOURNAL ORIGIN REGION FROM INSTANCE...      key id and secret come as two lines on the
//   standard input
// Says "ready" when the journal is open, "taken" per step that was taken, "state INSTANCE NAME" per state;
// ends with 0 once every step has ended.
#include "upgraderig.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <iostream>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

StepPlan planOf(const QStringList &arguments, const QString &instance)
{
    StepPlan plan;
    plan.account.value = QStringLiteral("a-1");
    plan.region.value = arguments.at(3);
    plan.fromVersion = arguments.at(4);
    plan.instance.value = instance;
    plan.instanceName = instance;
    plan.moment = Moment::Now;
    return plan;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 6)
        return 2;
    std::string id;
    std::string secret;
    if (!std::getline(std::cin, id) || !std::getline(std::cin, secret))
        return 2;
    const MovableClock clock;
    auto network = std::make_shared<cloud::Network>();
    auto client = clientFor(arguments.at(2), QByteArray::fromStdString(id), QByteArray::fromStdString(secret),
                            network, clock);
    JournalOptions options;
    options.path = arguments.at(1);
    Journal journal(options);
    QObject context;
    Upgrades upgrades(
        journal,
        [client](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            done(client);
        },
        clock, quickIntervals());
    const QStringList instances = arguments.mid(5);
    QObject::connect(&upgrades, &Upgrades::stepChanged, &context, [&](const StepId &step) {
        const auto view = upgrades.step(step);
        say(QStringLiteral("state %1 %2").arg(view->plan.instance.value, stateName(view->state)));
        const QList<StepView> steps = upgrades.steps();
        const bool ended =
            std::all_of(steps.begin(), steps.end(), [](const StepView &each) { return isEnd(each.state); });
        // A moment for the last row's way to the disk.
        if (ended && steps.size() == instances.size())
            QTimer::singleShot(200, &context, [] { QCoreApplication::exit(0); });
    });
    journal.open(&context, [&](const Result<JournalState> &state) {
        if (!state || state->access != JournalState::Access::Writable)
            return QCoreApplication::exit(3);
        say(QStringLiteral("ready"));
        for (const QString &instance : instances) {
            upgrades.start(planOf(arguments, instance), &context, [](const Result<StepId> &taken) {
                say(taken ? QStringLiteral("taken") : QStringLiteral("refused: ") + taken.error().message);
            });
        }
    });
    return QCoreApplication::exec();
}
