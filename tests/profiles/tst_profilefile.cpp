// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles as a file: what leaves, what comes back, and what an import would do and can take back.
#include "profiles/examples.h"
#include "profiles/profilefile.h"
#include "profiles/workspacestore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace uplift;
using namespace uplift::profiles;

namespace {

using Kind = ImportRow::Kind;
using Spoil = std::function<void(QJsonObject &root, QJsonObject &profile)>;

constexpr int patience = 30'000; ///< ms; a busy machine is not a failure

QSet<ProfileId> allOf(const Workspace &workspace)
{
    QSet<ProfileId> ids;
    for (const Profile &profile : workspace.profiles)
        ids.insert(profile.id);
    return ids;
}

QByteArray exported(const Workspace &workspace) { return exportProfiles(workspace, allOf(workspace)); }

QList<SharedProfile> read(const QByteArray &bytes)
{
    const auto profiles = readProfileFile(bytes);
    if (!profiles)
        QTest::qFail(qPrintable(profiles.error().message), __FILE__, __LINE__);
    return profiles.value_or(QList<SharedProfile>());
}

QByteArray spoilt(const Spoil &spoil)
{
    QJsonObject root = QJsonDocument::fromJson(exported(examples::workspace())).object();
    QJsonObject profile = root[QLatin1String("profiles")][0].toObject();
    root[QLatin1String("profiles")] = QJsonArray();
    spoil(root, profile);
    if (root[QLatin1String("profiles")].isArray() && root[QLatin1String("profiles")].toArray().isEmpty())
        root[QLatin1String("profiles")] = QJsonArray{profile};
    return QJsonDocument(root).toJson();
}

/// Another person's workspace: the same account by name, with an id of its own, and no profile.
Workspace elsewhere()
{
    Workspace workspace;
    workspace.accounts = {
        examples::account(QStringLiteral("shop"), QStringLiteral("6f0e8f4e-0d4e-4a55-9d62-0c3f6f3b0aff"))};
    return workspace;
}

template <class Ask> Outcome wait(Ask ask)
{
    std::optional<Outcome> answer;
    QObject context;
    ask(&context, Handler<void>([&answer](Outcome outcome) { answer = std::move(outcome); }));
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        return failure(Error::of(Error::Kind::TimedOut, QStringLiteral("no answer")));
    return *answer;
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

class ProfileFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsExportedIsReadBackWithoutOurIds();
    void onlyTheChosenProfilesLeave();
    void noSecretAndNoConnectionLeaves();
    void badFilesAreRefusedWithASentence_data();
    void badFilesAreRefusedWithASentence();
    void everyTruncationIsRefused();
    void noValueIsQuoted();
    void whatIsNoRegularFileIsNotRead();
    void intoAnEmptyWorkspaceEverythingIsAdded();
    void sameWorkspaceChangesNothing();
    void changesAreNamedWithBeforeAndAfter();
    void profileOfTheSameInstanceIsChangedNotDoubled();
    void accountsAreFoundByNameThenByTail();
    void accountTheUserChoseStandsForTheOther();
    void missingAccountIsRefusedByName();
    void takenNameIsAConflictAndGetsANumber();
    void renameToATakenNameKeepsTheOldOne();
    void badInstanceIsRefusedAlone();
    void hostileNamesBecomeOnePlainLine();
    void fullWorkspaceRefusesTheRest();
    void onlyChosenRowsAreTaken();
    void previewOfAnotherWorkspaceIsNotApplied();
    void tenThousandConflictsDoNotTakeForEver();
    void importIsTakenBackAsAWhole();
    void whatWasEditedSinceStays();
};

void ProfileFileTest::whatIsExportedIsReadBackWithoutOurIds()
{
    const auto profiles = read(exported(examples::workspace()));
    QCOMPARE(profiles.size(), 1);
    Profile expected = examples::profile();
    expected.account = {};
    QVERIFY(profiles[0].profile == expected);
    QCOMPARE(profiles[0].accountName, QStringLiteral("Shop"));
    QCOMPARE(profiles[0].accountTail, QStringLiteral("X7Qd"));
}

void ProfileFileTest::onlyTheChosenProfilesLeave()
{
    const Workspace many = examples::manyProfiles(5);
    const auto profiles = read(exportProfiles(many, {many.profiles[3].id, many.profiles[1].id}));
    QCOMPARE(profiles.size(), 2);
    QCOMPARE(profiles[0].profile.name, QStringLiteral("cache-1"));
    QCOMPARE(profiles[1].profile.name, QStringLiteral("cache-3"));
    QVERIFY(read(exportProfiles(many, {})).isEmpty());
}

void ProfileFileTest::noSecretAndNoConnectionLeaves()
{
    Workspace workspace = examples::workspace();
    workspace.accounts[0].keyTail = QStringLiteral("LTAI5tWholeKeyIdX7Qd"); // a caller's mistake
    workspace.accounts[0].roles = {{QStringLiteral("acs:ram::1:role/r"), QStringLiteral("me"),
                                    QStringLiteral("external-canary"), 3600, QString()}};
    const QByteArray bytes = exported(workspace);
    for (const char *word : {"keychain", "proxy", "endpoint", "role", "canary", "LTAI", "account/"})
        QVERIFY2(!bytes.contains(word), word);
    QVERIFY(bytes.contains("X7Qd"));
}

void ProfileFileTest::badFilesAreRefusedWithASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Spoil &spoil, const char *words) {
        QTest::newRow(name) << spoilt(spoil) << QString::fromLatin1(words);
    };
    const auto field = [&row](const char *name, const char *key, const QJsonValue &value) {
        row(
            name, [key, value](QJsonObject &, QJsonObject &p) { p[QLatin1String(key)] = value; },
            qPrintable(QStringLiteral("profiles[0].") + QLatin1String(key) + QLatin1Char(' ')));
    };
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("It is empty.");
    QTest::newRow("another format") << QByteArray("PK\x03\x04") << QStringLiteral("not complete JSON");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("not complete JSON");
    QTest::newRow("too large") << QByteArray(maxProfileFileBytes + 1, ' ')
                               << QStringLiteral("larger than 8 MiB");
    QTest::newRow("deep") << QByteArray(R"({"format":"uplift-profiles","version":1,"profiles":)")
            + QByteArray(900, '[') + QByteArray(900, ']')
            + '}' << QStringLiteral("profiles");
    row(
        "a workspace",
        [](QJsonObject &r, QJsonObject &) {
            r[QLatin1String("format")] = QStringLiteral("uplift-workspace");
        },
        "field format ");
    row(
        "newer", [](QJsonObject &r, QJsonObject &) { r[QLatin1String("version")] = 2; }, "newer Uplift");
    row(
        "version 0", [](QJsonObject &r, QJsonObject &) { r[QLatin1String("version")] = 0; },
        "field version ");
    row(
        "an unknown field", [](QJsonObject &r, QJsonObject &) { r[QLatin1String("command")] = 1; },
        "field command ");
    row(
        "a secret",
        [](QJsonObject &, QJsonObject &p) { p[QLatin1String("accessKeySecret")] = QStringLiteral("canary"); },
        "named like a secret");
    row(
        "twice the same id",
        [](QJsonObject &r, QJsonObject &p) {
            r[QLatin1String("profiles")] = QJsonArray{p, p};
        },
        "profiles[1].id ");
    row(
        "twice the same name",
        [](QJsonObject &r, QJsonObject &p) {
            QJsonObject other = p;
            other[QLatin1String("id")] = QStringLiteral("other");
            other[QLatin1String("name")] = QStringLiteral("ORDERS-cache");
            r[QLatin1String("profiles")] = QJsonArray{p, other};
        },
        "profiles[1].name ");
    row(
        "too many",
        [](QJsonObject &r, QJsonObject &) {
            QJsonArray many;
            for (int at = 0; at <= maxProfiles; ++at)
                many.append(QJsonObject());
            r[QLatin1String("profiles")] = many;
        },
        "more than 10000");
    row(
        "account a text",
        [](QJsonObject &, QJsonObject &p) { p[QLatin1String("account")] = QStringLiteral("x"); },
        "profiles[0].account ");
    row(
        "account with a proxy",
        [](QJsonObject &, QJsonObject &p) {
            p[QLatin1String("account")] =
                QJsonObject{{QStringLiteral("name"), QStringLiteral("Shop")},
                            {QStringLiteral("keyTail"), QStringLiteral("X7Qd")},
                            {QStringLiteral("proxy"), QStringLiteral("evil.example:1")}};
        },
        "profiles[0].account.proxy ");
    field("a field of another kind", "probe", 1);
    field("name empty", "name", QString());
    field("name a number", "name", 7);
    field("name too long", "name", QString(201, u'n'));
    field("notes with NUL", "notes", QString(QChar(0)));
    field("notes too long", "notes", QString(10'001, u'n'));
    field("region with a slash", "region", QStringLiteral("../cn"));
    field("instance missing", "instance", QJsonValue());
    field("environment unknown", "environment", QStringLiteral("prod"));
    field("moment unknown", "moment", QStringLiteral("later"));
    field("readOnly a text", "readOnly", QStringLiteral("no"));
}

void ProfileFileTest::badFilesAreRefusedWithASentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto refused = readProfileFile(bytes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Input);
    QCOMPARE(refused.error().field, QStringLiteral("profileFile"));
    QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
    QVERIFY(refused.error().next.endsWith(QLatin1String("Nothing was changed.")));
}

void ProfileFileTest::everyTruncationIsRefused()
{
    const QByteArray whole = exported(examples::workspace()).trimmed();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!readProfileFile(whole.first(size)), qPrintable(QString::number(size)));
    QVERIFY(readProfileFile(whole));
}

void ProfileFileTest::noValueIsQuoted()
{
    const auto refused = readProfileFile(spoilt([](QJsonObject &, QJsonObject &profile) {
        profile[QLatin1String("environment")] = QStringLiteral("canary-value");
    }));
    QVERIFY(!refused);
    QVERIFY(!refused.error().message.contains(QLatin1String("canary-value")));
}

void ProfileFileTest::whatIsNoRegularFileIsNotRead()
{
    QTemporaryDir place;
    const QString fifo = place.filePath(QStringLiteral("fifo"));
    QCOMPARE(mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QVERIFY(readProfileBytes(fifo).error().message.contains(QLatin1String("not a regular file")));
    QVERIFY(readProfileBytes(place.path()).error().message.contains(QLatin1String("not a regular file")));
    QVERIFY(readProfileBytes(place.filePath(QStringLiteral("gone")))
                .error()
                .message.contains(QLatin1String("cannot be opened")));
    QFile good(place.filePath(QStringLiteral("good.json")));
    QVERIFY(good.open(QIODevice::WriteOnly));
    QCOMPARE(good.write("{}"), 2);
    good.close();
    QCOMPARE(readProfileBytes(good.fileName()).value_or(QByteArray()), QByteArray("{}"));
}

void ProfileFileTest::intoAnEmptyWorkspaceEverythingIsAdded()
{
    const Workspace target = elsewhere();
    const auto rows = previewImport(target, read(exported(examples::workspace())));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].kind, Kind::Added);
    QVERIFY(!rows[0].before);
    const auto next = withImported(target, rows, safeRows(rows));
    QVERIFY(next);
    Profile expected = examples::profile();
    expected.account = target.accounts[0].id;
    QCOMPARE(next->profiles, QList<Profile>{expected});
    // What was imported reads as unchanged the next time.
    QCOMPARE(previewImport(*next, read(exported(examples::workspace())))[0].kind, Kind::Unchanged);
}

void ProfileFileTest::sameWorkspaceChangesNothing()
{
    const Workspace workspace = examples::manyProfiles(3);
    const auto rows = previewImport(workspace, read(exported(workspace)));
    for (const ImportRow &row : rows)
        QCOMPARE(row.kind, Kind::Unchanged);
    QVERIFY(safeRows(rows).isEmpty());
    QCOMPARE(*withImported(workspace, rows, {0, 1, 2}), workspace);
}

void ProfileFileTest::changesAreNamedWithBeforeAndAfter()
{
    Workspace other = examples::workspace();
    Profile &profile = other.profiles[0];
    profile.name = QStringLiteral("orders");
    profile.environment = Environment::Development;
    profile.group.clear();
    profile.notes = QStringLiteral("New\nnotes");
    profile.moment = Moment::MaintenanceWindow;
    profile.readOnly = false;
    const auto rows = previewImport(examples::workspace(), read(exported(other)));
    QCOMPARE(rows[0].kind, Kind::Changed);
    QVERIFY(rows[0].before && *rows[0].before == examples::profile());
    const QList<FieldChange> expected = {
        {QStringLiteral("name"), QStringLiteral("orders-cache"), QStringLiteral("orders")},
        {QStringLiteral("environment"), QStringLiteral("Production"), QStringLiteral("Development")},
        {QStringLiteral("group"), QStringLiteral("Checkout 结算"), QString()},
        {QStringLiteral("notes"), QStringLiteral("Ask the shop team first. Ring 4711."),
         QStringLiteral("New notes")},
        {QStringLiteral("moment"), QStringLiteral("Now"), QStringLiteral("In the maintenance window")},
        {QStringLiteral("readOnly"), QStringLiteral("Yes"), QStringLiteral("No")}};
    QCOMPARE(rows[0].changes, expected);
    QCOMPARE(*withImported(examples::workspace(), rows, safeRows(rows)), other);
}

void ProfileFileTest::profileOfTheSameInstanceIsChangedNotDoubled()
{
    Workspace other = examples::workspace();
    other.profiles[0].id = {QStringLiteral("someone-elses-id")};
    other.profiles[0].group = QStringLiteral("Other");
    const auto rows = previewImport(examples::workspace(), read(exported(other)));
    QCOMPARE(rows[0].kind, Kind::Changed);
    QCOMPARE(rows[0].after.id, examples::profile().id);
    QCOMPARE(withImported(examples::workspace(), rows, {0})->profiles.size(), 1);
}

void ProfileFileTest::accountsAreFoundByNameThenByTail()
{
    Workspace target = elsewhere();
    target.accounts[0].name = QStringLiteral("Renamed");
    const auto profiles = read(exported(examples::workspace()));
    QCOMPARE(previewImport(target, profiles)[0].after.account, target.accounts[0].id);
    Account named = examples::account(QStringLiteral("SHOP"), QStringLiteral("named"));
    named.keyTail = QStringLiteral("ZZZZ");
    target.accounts.append(named);
    QCOMPARE(previewImport(target, profiles)[0].after.account, named.id);
    // Two accounts with that tail and none of that name: nobody can tell.
    target.accounts[1].name = QStringLiteral("Another");
    target.accounts[1].keyTail = QStringLiteral("X7Qd");
    QCOMPARE(previewImport(target, profiles)[0].kind, Kind::Refused);
}

void ProfileFileTest::accountTheUserChoseStandsForTheOther()
{
    Workspace target;
    target.accounts = {examples::account(QStringLiteral("Mine"), QStringLiteral("mine"))};
    target.accounts[0].keyTail = QStringLiteral("0000");
    const auto profiles = read(exported(examples::workspace()));
    QCOMPARE(previewImport(target, profiles)[0].kind, Kind::Refused);
    const auto rows = previewImport(target, profiles, {{QStringLiteral("Shop"), target.accounts[0].id}});
    QCOMPARE(rows[0].kind, Kind::Added);
    QCOMPARE(rows[0].after.account, target.accounts[0].id);
}

void ProfileFileTest::missingAccountIsRefusedByName()
{
    const auto rows = previewImport({}, read(exported(examples::workspace())));
    QCOMPARE(rows[0].kind, Kind::Refused);
    QVERIFY(rows[0].reason.startsWith(QStringLiteral("There is no account “Shop” (key ····X7Qd) here.")));
    QCOMPARE(*withImported({}, rows, {0}), Workspace());
}

void ProfileFileTest::takenNameIsAConflictAndGetsANumber()
{
    Workspace target = elsewhere();
    Profile taken = examples::profile(QStringLiteral("Orders-Cache"), QStringLiteral("taken"));
    taken.account = target.accounts[0].id;
    taken.instance = {QStringLiteral("r-bp1otherzxszhcgatnx")};
    target.profiles = {taken};
    const auto rows = previewImport(target, read(exported(examples::workspace())));
    QCOMPARE(rows[0].kind, Kind::Conflicting);
    QCOMPARE(rows[0].after.name, QStringLiteral("orders-cache (2)"));
    QVERIFY(rows[0].before && rows[0].before->id == taken.id);
    QVERIFY(rows[0].reason.contains(QLatin1String("orders-cache (2)")));
    QVERIFY(safeRows(rows).isEmpty());
    QCOMPARE(*withImported(target, rows, safeRows(rows)), target);
    QCOMPARE(withImported(target, rows, {0})->profiles.last().name, QStringLiteral("orders-cache (2)"));
}

void ProfileFileTest::renameToATakenNameKeepsTheOldOne()
{
    Workspace target = examples::workspace();
    Profile taken = examples::profile(QStringLiteral("taken"), QStringLiteral("taken"));
    taken.instance = {QStringLiteral("r-bp1otherzxszhcgatnx")};
    target.profiles.append(taken);
    Workspace other = examples::workspace();
    other.profiles[0].name = QStringLiteral("Taken");
    other.profiles[0].notes.clear();
    const auto rows = previewImport(target, read(exported(other)));
    QCOMPARE(rows[0].kind, Kind::Changed);
    QCOMPARE(rows[0].after.name, QStringLiteral("orders-cache"));
    QVERIFY(rows[0].reason.contains(QLatin1String("Taken")));
    QVERIFY(withImported(target, rows, {0}));
}

void ProfileFileTest::badInstanceIsRefusedAlone()
{
    Workspace source = examples::manyProfiles(2);
    source.profiles[1].instance = {QStringLiteral("r-bp1goodzxszhcgatnx")};
    QByteArray bytes = exported(source);
    bytes.replace("\"r-bp1goodzxszhcgatnx\"", "\"gr-bp1zxszhcgatnx4b2c\"");
    const auto rows = previewImport(elsewhere(), read(bytes));
    QCOMPARE(rows[0].kind, Kind::Added);
    QCOMPARE(rows[1].kind, Kind::Refused);
    QVERIFY(!rows[1].reason.isEmpty());
}

void ProfileFileTest::hostileNamesBecomeOnePlainLine()
{
    Workspace source = examples::workspace();
    source.profiles[0].name = QStringLiteral("a\u202Egpj.\n<b>x</b>");
    auto rows = previewImport(elsewhere(), read(exported(source)));
    QCOMPARE(rows[0].kind, Kind::Added);
    QVERIFY(!rows[0].after.name.contains(QChar(0x202E)) && !rows[0].after.name.contains(u'\n'));
    source.profiles[0].name = QStringLiteral("\u202E");
    rows = previewImport(elsewhere(), read(exported(source)));
    QCOMPARE(rows[0].kind, Kind::Refused);
}

void ProfileFileTest::fullWorkspaceRefusesTheRest()
{
    Workspace target = elsewhere();
    Workspace many = examples::manyProfiles(maxProfiles - 1);
    for (int at = 0; at < many.profiles.size(); ++at) {
        Profile profile = many.profiles[at];
        profile.id = {QStringLiteral("x%1").arg(at)};
        profile.account = target.accounts[0].id;
        profile.instance = {QStringLiteral("r-bpzxszhcgatnx%1").arg(at)};
        target.profiles.append(profile);
    }
    Workspace two = examples::manyProfiles(2);
    two.profiles[0].name = QStringLiteral("first");
    two.profiles[1].name = QStringLiteral("second");
    two.profiles[1].instance = {QStringLiteral("r-zzzzxszhcgatnx")};
    const auto rows = previewImport(target, read(exported(two)));
    QCOMPARE(rows[0].kind, Kind::Added);
    QCOMPARE(rows[1].kind, Kind::Refused);
    QVERIFY(rows[1].reason.contains(QLatin1String("10000")));
}

void ProfileFileTest::onlyChosenRowsAreTaken()
{
    Workspace source = examples::manyProfiles(4);
    for (int at = 0; at < 4; ++at)
        source.profiles[at].instance = {QStringLiteral("r-bpzxszhcgatnx%1").arg(at)};
    const auto rows = previewImport(elsewhere(), read(exported(source)));
    QCOMPARE(safeRows(rows), (QSet<qsizetype>{0, 1, 2, 3}));
    const auto next = withImported(elsewhere(), rows, {1, 3});
    QCOMPARE(next->profiles.size(), 2);
    QCOMPARE(next->profiles[0].name, QStringLiteral("cache-1"));
    QCOMPARE(next->profiles[1].name, QStringLiteral("cache-3"));
}

void ProfileFileTest::previewOfAnotherWorkspaceIsNotApplied()
{
    Workspace other = examples::workspace();
    other.profiles[0].group = QStringLiteral("Other");
    const auto rows = previewImport(examples::workspace(), read(exported(other)));
    Workspace meanwhile = examples::workspace();
    meanwhile.profiles[0].notes = QStringLiteral("Edited meanwhile");
    const auto refused = withImported(meanwhile, rows, {0});
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QLatin1String("nothing was imported")));
}

void ProfileFileTest::tenThousandConflictsDoNotTakeForEver()
{
    // The test's own time limit is the bound: pairwise comparing would take minutes under the sanitizers.
    Workspace target = elsewhere();
    Workspace source = examples::manyProfiles(maxProfiles / 2);
    for (int at = 0; at < source.profiles.size(); ++at) {
        Profile mine = source.profiles[at];
        mine.id = {QStringLiteral("mine-%1").arg(at)};
        mine.account = target.accounts[0].id;
        mine.instance = {QStringLiteral("r-minezxszhcgatnx%1").arg(at)};
        target.profiles.append(mine);
        source.profiles[at].instance = {QStringLiteral("r-theirszxszhcgatnx%1").arg(at)};
    }
    const auto rows = previewImport(target, read(exported(source)));
    QSet<qsizetype> all;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        QCOMPARE(rows[at].kind, Kind::Conflicting);
        all.insert(at);
    }
    const auto next = withImported(target, rows, all);
    QVERIFY(next);
    QCOMPARE(next->profiles.size(), maxProfiles);
    QCOMPARE(restored(*next, differenceBetween(target, *next)), target);
}

void ProfileFileTest::importIsTakenBackAsAWhole()
{
    QTemporaryDir place;
    WorkspaceStore store(place.filePath(QStringLiteral("workspace.json")));
    const Workspace before = examples::workspace();
    QVERIFY(wait([&](QObject *context, auto done) { store.save(before, context, std::move(done)); }));
    Workspace other = examples::workspace();
    other.profiles[0].group = QStringLiteral("Other");
    other.profiles[0].notes.clear();
    Profile second = examples::profile(QStringLiteral("sessions"), QStringLiteral("second"));
    second.instance = {QStringLiteral("r-bp1secondzxszhcgatnx")};
    other.profiles.append(second);
    const auto rows = previewImport(before, read(exported(other)));
    const auto next = withImported(before, rows, safeRows(rows));
    QVERIFY(next);
    QVERIFY(wait([&](QObject *context, auto done) { store.saveUndoable(*next, context, std::move(done)); }));
    QCOMPARE(store.workspace(), other);
    QVERIFY(store.canUndo());
    QVERIFY(wait([&](QObject *context, auto done) { store.undo(context, std::move(done)); }));
    QCOMPARE(store.workspace(), before);
    QVERIFY(!store.canUndo());
}

void ProfileFileTest::whatWasEditedSinceStays()
{
    const Workspace before = examples::workspace();
    Workspace after = before;
    after.profiles[0].group = QStringLiteral("Imported");
    Profile second = examples::profile(QStringLiteral("sessions"), QStringLiteral("second"));
    after.profiles.append(second);
    const Removal difference = differenceBetween(before, after);
    Workspace edited = after;
    edited.profiles[0].readOnly = false;
    edited.profiles[1].readOnly = false;
    QCOMPARE(restored(edited, difference), edited);
    QCOMPARE(restored(after, difference), before);
}

QTEST_GUILESS_MAIN(ProfileFileTest)
#include "tst_profilefile.moc"
