// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/preparedstate.h"

#include "fleet/fleetcache.h"
#include "profiles/workspacedisk.h"
#include "ui/preferences.h"
#include "upgrade/journalrig.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <optional>

namespace uplift::bench {

namespace {

using upgrade::StepState;

constexpr std::array course{StepState::Planned, StepState::Requested, StepState::Accepted, StepState::Running,
                            StepState::Verified};
constexpr int stepsTogether = 500;

QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

profiles::Workspace manyProfiles()
{
    profiles::Workspace workspace;
    for (int i = 0; i < preparedAccounts; ++i) {
        profiles::Account account;
        account.id.value = newId();
        account.name = QStringLiteral("account %1").arg(i);
        account.environment = static_cast<Environment>(i % 3);
        // Nothing listens there: whatever the program may ask at start stays on this machine.
        account.connection.endpoint = {EndpointRule::Kind::Custom, QStringLiteral("http://127.0.0.1:9")};
        account.keychainEntry = QStringLiteral("account/%1").arg(account.id.value);
        account.keychainBackend = QStringLiteral("Secret Service");
        account.keyTail = QStringLiteral("aB%1").arg(i, 2, 10, QLatin1Char('0'));
        workspace.accounts.append(account);
    }
    for (int i = 0; i < preparedProfiles; ++i) {
        const auto &account = workspace.accounts.at(i % preparedAccounts);
        profiles::Profile profile;
        profile.id.value = newId();
        profile.name = QStringLiteral("orders-cache-%1").arg(i);
        profile.account = account.id;
        profile.region.value = i % 2 == 0 ? QStringLiteral("cn-hangzhou") : QStringLiteral("cn-beijing");
        profile.instance.value = QStringLiteral("r-bp%1").arg(i, 16, 36, QLatin1Char('0'));
        profile.environment = account.environment;
        profile.group = QStringLiteral("group %1").arg(i % 25);
        profile.notes = QStringLiteral("Owned by team %1; call before the window.").arg(i % 7);
        workspace.profiles.append(profile);
    }
    return workspace;
}

/// Step number `number`, from its plan to its verified end.
void addStep(QList<upgrade::JournalRow> &rows, const profiles::Workspace &workspace, int number)
{
    const auto &profile = workspace.profiles.at(number % workspace.profiles.size());
    auto plan = upgrade::test::planFor(profile.instance.value);
    plan.account = profile.account;
    plan.profile = profile.id;
    plan.region = profile.region;
    plan.instanceName = profile.name;
    const QDateTime begin = QDateTime::currentDateTimeUtc().addSecs(-(20'000LL - number) * 900);
    for (std::size_t i = 0; i < course.size(); ++i) {
        const bool requested = course.at(i) == StepState::Requested;
        auto row = upgrade::test::row(plan, course.at(i), requested ? newId() : QString());
        row.at = begin.addSecs(60 * static_cast<qint64>(i));
        rows.append(row);
    }
}

QString writeJournal(const QString &folder, const profiles::Workspace &workspace)
{
    upgrade::JournalOptions options;
    options.path = QDir(folder).filePath(QStringLiteral("journal.sqlite"));
    upgrade::Journal journal(options);
    const auto state = upgrade::test::openJournal(journal);
    if (state.access != upgrade::JournalState::Access::Writable)
        return state.reason ? state.reason->message : QStringLiteral("The journal cannot be written.");
    const int steps = preparedRows / static_cast<int>(course.size());
    qint64 last = 0;
    for (int step = 0; step < steps; step += stepsTogether) {
        QList<upgrade::JournalRow> rows;
        for (int i = step; i < qMin(step + stepsTogether, steps); ++i)
            addStep(rows, workspace, i);
        const auto appended = upgrade::test::append(journal, rows);
        if (!appended)
            return appended.error().message;
        last = *appended;
    }
    return last == preparedRows ? QString() : QStringLiteral("The journal holds %1 rows.").arg(last);
}

EngineVersion versionOf(int number)
{
    EngineVersion version;
    version.engine = QStringLiteral("redis");
    version.majorVersion = QStringLiteral("7.0");
    version.current = MinorVersion::parse(QStringLiteral("7.0.1.%1").arg(number % 14));
    version.latest = MinorVersion::parse(QStringLiteral("7.0.1.14"));
    version.level = static_cast<UpdateLevel>(number % 4);
    version.isLatest = false;
    version.upgradeAvailable = true;
    return version;
}

fleet::KnownInstance cachedInstance(const profiles::Workspace &workspace, int number, const QDateTime &when)
{
    Instance facts;
    facts.id.value = QStringLiteral("r-fl%1").arg(number, 16, 36, QLatin1Char('0'));
    facts.name = QStringLiteral("session-store-%1").arg(number);
    facts.region.value = number % 2 == 0 ? QStringLiteral("cn-hangzhou") : QStringLiteral("cn-beijing");
    facts.status = InstanceStatus::Normal;
    facts.statusText = QStringLiteral("Normal");
    facts.architectureType = QStringLiteral("cluster");
    facts.instanceClass = QStringLiteral("tair.rdb.1g");
    facts.engineVersion = QStringLiteral("7.0");
    fleet::KnownInstance known;
    known.key = {workspace.accounts.at(number % workspace.accounts.size()).id, facts.region, facts.id};
    known.facts = facts;
    known.version = versionOf(number);
    known.listed = when;
    known.versionAsked = when;
    return known;
}

} // namespace

QString prepareCache(const QString &folder)
{
    const auto read = profiles::readWorkspaceAt(QDir(folder).filePath(QStringLiteral("workspace.json")));
    if (read.workspace.accounts.isEmpty())
        return QStringLiteral("The workspace was not prepared.");
    fleet::FleetCache cache({QDir(folder).filePath(QStringLiteral("fleet-cache.sqlite"))});
    QSignalSpy finished(&cache, &fleet::FleetCache::loadFinished);
    cache.load();
    const QDateTime when = QDateTime::currentDateTimeUtc().addSecs(-3600);
    QList<fleet::KnownInstance> rows;
    for (int i = 0; i < preparedCached; ++i)
        rows.append(cachedInstance(read.workspace, i, when));
    if (finished.isEmpty() && !finished.wait())
        return QStringLiteral("The cache did not open.");
    cache.save(rows);
    std::optional<Outcome> flushed;
    QObject context;
    cache.flush(&context, [&](const Outcome &outcome) { flushed = outcome; });
    if (!QTest::qWaitFor([&] { return flushed.has_value(); }, 30'000))
        return QStringLiteral("The cache was not written.");
    return *flushed ? QString() : flushed->error().message;
}

QString prepareState(const QString &folder)
{
    const auto workspace = manyProfiles();
    const auto written =
        profiles::writeWorkspaceAt(QDir(folder).filePath(QStringLiteral("workspace.json")), workspace);
    if (!written)
        return written.error().message;
    return writeJournal(folder, workspace);
}

QString prepareLooks(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("preferences.ini"));
    {
        ui::Preferences preferences(path);
        preferences.setTheme(ui::ThemeChoice::Dark);
        preferences.setTextScale(150);
    }
    const ui::Preferences read(path);
    return read.textScale() == 150 ? QString() : QStringLiteral("The preferences were not written.");
}

} // namespace uplift::bench
