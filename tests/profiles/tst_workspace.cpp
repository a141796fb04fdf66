// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/examples.h"
#include "profiles/removal.h"

#include <QTest>

using namespace uplift;
using namespace uplift::profiles;

Q_DECLARE_METATYPE(uplift::profiles::SavedPlan)

class WorkspaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAccountIsAddedThenReplacedById();
    void anAccountIsRefused_data();
    void anAccountIsRefused();
    void noMoreThanFourCharactersOfAKeyIdAreKept();
    void removingAnAccountTakesItsProfiles();
    void aProfileIsTidied();
    void aProfileIsRefused_data();
    void aProfileIsRefused();
    void aProfileKeepsItsOwnNameWhenEdited();
    void aDuplicateGetsAFreeName();
    void searchWantsEveryWordSomewhere_data();
    void searchWantsEveryWordSomewhere();
    void aRemovalRemembersWhatWentAndWhere();
    void puttingBackKeepsWhatCameSince();
    void aPlanIsAddedThenReplacedById();
    void aPlanIsRefused_data();
    void aPlanIsRefused();
    void aPlanStaysWhenItsAccountGoes();
    void aRemovedPlanComesBackUnderAFreeName();
};

void WorkspaceTest::anAccountIsAddedThenReplacedById()
{
    Account account = examples::account();
    account.id = {};
    account.name = QStringLiteral("  Shop \n");
    const auto added = withAccount({}, account);
    QVERIFY(added);
    QCOMPARE(added->accounts.size(), 1);
    QCOMPARE(added->accounts[0].name, QStringLiteral("Shop"));
    QVERIFY(!added->accounts[0].id.isEmpty());

    Account renamed = added->accounts[0];
    renamed.name = QStringLiteral("Shop CN");
    const auto replaced = withAccount(*added, renamed);
    QVERIFY(replaced);
    QCOMPARE(replaced->accounts.size(), 1);
    QCOMPARE(find(*replaced, renamed.id)->name, QStringLiteral("Shop CN"));
}

void WorkspaceTest::anAccountIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("name: blanks") << QStringLiteral("  ")
                                  << QStringLiteral("The account has no name. Enter one, such as “Shop”.");
    QTest::newRow("name: taken, other case")
        << QStringLiteral("shop") << QStringLiteral("Another account is called “shop”.");
    QTest::newRow("name: 201 characters")
        << QString(201, u'a') << QStringLiteral("This is 201 characters long; at most 200 fit. Shorten it.");
}

void WorkspaceTest::anAccountIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, sentence);
    const auto result =
        withAccount(examples::workspace(), examples::account(name, QStringLiteral("another")));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Input);
    QCOMPARE(result.error().field, QStringLiteral("name"));
    QCOMPARE(result.error().message, sentence);
}

void WorkspaceTest::noMoreThanFourCharactersOfAKeyIdAreKept()
{
    Account account = examples::account();
    account.keyTail = QStringLiteral("LTAI5tExampleX7Qd");
    QCOMPARE(withAccount({}, account)->accounts[0].keyTail, QStringLiteral("X7Qd"));
}

void WorkspaceTest::removingAnAccountTakesItsProfiles()
{
    Workspace workspace = examples::workspace();
    workspace.accounts.append(examples::account(QStringLiteral("Ads"), QStringLiteral("ads")));
    Profile other = examples::profile(QStringLiteral("ads-cache"), QStringLiteral("p2"));
    other.account = {QStringLiteral("ads")};
    workspace.profiles.append(other);
    const Workspace left = withoutAccount(workspace, examples::account().id);
    QCOMPARE(left.accounts.size(), 1);
    QCOMPARE(left.profiles, QList<Profile>{other});
    QCOMPARE(withoutProfile(left, other.id).profiles.size(), 0);
}

void WorkspaceTest::aProfileIsTidied()
{
    Profile profile = examples::profile();
    profile.id = {};
    profile.name = QStringLiteral(" orders\tcache ");
    profile.region = {QStringLiteral(" CN-Hangzhou ")};
    profile.instance = {QStringLiteral(" R-BP1ZXSZHCGATNX4B2C ")};
    profile.notes = QStringLiteral("first\nsecond") + QChar(0) + QStringLiteral("  ");
    const auto result = withProfile({{examples::account()}, {}}, profile);
    QVERIFY(result);
    const Profile &kept = result->profiles[0];
    QVERIFY(!kept.id.isEmpty());
    QCOMPARE(kept.name, QStringLiteral("orders cache"));
    QCOMPARE(kept.region.value, QStringLiteral("cn-hangzhou"));
    QCOMPARE(kept.instance.value, QStringLiteral("r-bp1zxszhcgatnx4b2c"));
    QCOMPARE(kept.notes, QStringLiteral("first\nsecond"));
}

void WorkspaceTest::aProfileIsRefused_data()
{
    using Spoil = std::function<void(Profile &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *field, const Spoil &spoil) {
        QTest::newRow(name) << spoil << QString::fromLatin1(field);
    };
    row("name: empty", "name", [](Profile &p) { p.name.clear(); });
    row("name: taken", "name", [](Profile &p) { p.name = QStringLiteral("Orders-Cache"); });
    row("name: too long", "name", [](Profile &p) { p.name = QString(201, u'x'); });
    row("account: not in the workspace", "account", [](Profile &p) { p.account = {QStringLiteral("gone")}; });
    row("region: empty", "region", [](Profile &p) { p.region = {}; });
    row("region: not a region id", "region", [](Profile &p) { p.region = {QStringLiteral("Hang zhou!")}; });
    row("instance: empty", "instanceId", [](Profile &p) { p.instance = {}; });
    row("instance: distributed", "instanceId",
        [](Profile &p) { p.instance = {QStringLiteral("gr-bp14rkqrhac1")}; });
    row("instance: another product", "instanceId",
        [](Profile &p) { p.instance = {QStringLiteral("tt-bp1a2b3c4d5e")}; });
    row("group: too long", "group", [](Profile &p) { p.group = QString(201, u'g'); });
    row("notes: too long", "notes", [](Profile &p) { p.notes = QString(10'001, u'n'); });
}

void WorkspaceTest::aProfileIsRefused()
{
    QFETCH(std::function<void(Profile &)>, spoil);
    QFETCH(QString, field);
    Profile profile = examples::profile(QStringLiteral("second"), QStringLiteral("p2"));
    spoil(profile);
    const auto result = withProfile(examples::workspace(), profile);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Input);
    QCOMPARE(result.error().field, field);
    QVERIFY(result.error().message.endsWith(u'.'));
}

void WorkspaceTest::aProfileKeepsItsOwnNameWhenEdited()
{
    Profile profile = examples::profile();
    profile.notes = QStringLiteral("new");
    const auto result = withProfile(examples::workspace(), profile);
    QVERIFY(result);
    QCOMPARE(result->profiles, QList<Profile>{profile});
}

void WorkspaceTest::aDuplicateGetsAFreeName()
{
    Workspace workspace = examples::workspace();
    const Profile second = duplicateOf(workspace, workspace.profiles[0]);
    QCOMPARE(second.name, QStringLiteral("orders-cache (2)"));
    QVERIFY(second.id != workspace.profiles[0].id);
    QCOMPARE(second.instance, workspace.profiles[0].instance);
    workspace = *withProfile(workspace, second);
    const Profile third = duplicateOf(workspace, second);
    QCOMPARE(third.name, QStringLiteral("orders-cache (3)"));
    Profile longest = examples::profile(QString(maxName, u'x'), QStringLiteral("p9"));
    workspace.profiles.append(longest);
    QCOMPARE(duplicateOf(workspace, longest).name.size(), maxName);
}

void WorkspaceTest::searchWantsEveryWordSomewhere_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing typed finds all") << QStringLiteral("  ") << true;
    QTest::newRow("name") << QStringLiteral("ORDERS") << true;
    QTest::newRow("instance id") << QStringLiteral("zxszhc") << true;
    QTest::newRow("region") << QStringLiteral("hangzhou") << true;
    QTest::newRow("group in Chinese") << QStringLiteral("结算") << true;
    QTest::newRow("notes") << QStringLiteral("4711") << true;
    QTest::newRow("two words in different fields") << QStringLiteral("shop  hangzhou") << true;
    QTest::newRow("one word missing") << QStringLiteral("orders beijing") << false;
}

void WorkspaceTest::searchWantsEveryWordSomewhere()
{
    QFETCH(QString, words);
    QFETCH(bool, found);
    QCOMPARE(search(examples::workspace(), words).size(), found ? 1 : 0);
}

void WorkspaceTest::aRemovalRemembersWhatWentAndWhere()
{
    const Workspace three = examples::manyProfiles(3);
    QVERIFY(removedBetween(three, three).isEmpty());
    QVERIFY(removedBetween({}, three).isEmpty());
    const Removal removal = removedBetween(three, withoutProfile(three, three.profiles[1].id));
    QCOMPARE(removal.profiles.size(), 1);
    QCOMPARE(removal.profiles[0].first, 1);

    Workspace emptied = three;
    emptied.profiles[2].notes.clear();
    QCOMPARE(removedBetween(three, emptied).profiles.size(), 1);
    Workspace renamed = three;
    renamed.profiles[2].name = QStringLiteral("other");
    QVERIFY(removedBetween(three, renamed).isEmpty());
}

void WorkspaceTest::puttingBackKeepsWhatCameSince()
{
    const Workspace before = examples::manyProfiles(3);
    Workspace after = withoutAccount(before, before.accounts[0].id);
    const Removal removal = removedBetween(before, after);
    QCOMPARE(restored(after, removal), before);

    after.accounts.append(examples::account(QStringLiteral("Ads"), QStringLiteral("ads")));
    after.profiles.append(examples::profile(QStringLiteral("cache-1"), QStringLiteral("new")));
    const Workspace back = restored(after, removal);
    QCOMPARE(back.accounts.size(), 2);
    QCOMPARE(back.profiles.size(), 4);
    QCOMPARE(find(back, ProfileId{QStringLiteral("new")})->name, QStringLiteral("cache-1"));
    QCOMPARE(find(back, before.profiles[1].id)->name, QStringLiteral("cache-1 (2)"));
}

void WorkspaceTest::aPlanIsAddedThenReplacedById()
{
    SavedPlan plan = examples::plan(QStringLiteral("  Checkout \n"), {});
    const auto added = withPlan(examples::workspace(), plan);
    QVERIFY(added);
    QCOMPARE(added->plans.size(), 1);
    QCOMPARE(added->plans[0].name, QStringLiteral("Checkout"));
    QVERIFY(!added->plans[0].id.isEmpty());
    plan = added->plans[0];
    plan.members.clear();
    const auto replaced = withPlan(*added, plan);
    QVERIFY(replaced);
    QCOMPARE(replaced->plans, QList<SavedPlan>{plan});
    QVERIFY(withoutPlan(*replaced, plan.id).plans.isEmpty());
}

void WorkspaceTest::aPlanIsRefused_data()
{
    QTest::addColumn<SavedPlan>("plan");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no name") << examples::plan(QStringLiteral(" "), {}) << QStringLiteral("name")
                             << QStringLiteral("The plan has no name. Enter one, such as what it is for.");
    QTest::newRow("name taken, other case")
        << examples::plan(QStringLiteral("CHECKOUT to the latest"), {}) << QStringLiteral("name")
        << QStringLiteral("Another plan is called “CHECKOUT to the latest”.");
    SavedPlan large = examples::plan(QStringLiteral("large"), {});
    large.members.resize(maxPlanMembers + 1);
    QTest::newRow("too many members")
        << large << QStringLiteral("members")
        << QStringLiteral("The plan has 10001 instances; at most 10000 fit into a saved one. Choose fewer.");
    SavedPlan wordy = examples::plan(QStringLiteral("wordy"), {});
    wordy.rules.insert(QStringLiteral("x"), QString(maxPlanRules, u'x'));
    QTest::newRow("rules too long") << wordy << QStringLiteral("members")
                                    << QStringLiteral("The plan's rules are too long to be saved.");
}

void WorkspaceTest::aPlanIsRefused()
{
    QFETCH(SavedPlan, plan);
    QFETCH(QString, field);
    QFETCH(QString, sentence);
    const auto refused = withPlan(examples::workspaceWithPlan(), plan);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Input);
    QCOMPARE(refused.error().field, field);
    QCOMPARE(refused.error().message, sentence);
}

void WorkspaceTest::aPlanStaysWhenItsAccountGoes()
{
    const Workspace before = examples::workspaceWithPlan();
    QCOMPARE(withoutAccount(before, before.accounts[0].id).plans, before.plans);
}

void WorkspaceTest::aRemovedPlanComesBackUnderAFreeName()
{
    const Workspace before = examples::workspaceWithPlan();
    const Workspace without = withoutPlan(before, before.plans[0].id);
    const Removal removal = removedBetween(before, without);
    QVERIFY(!removal.isEmpty());
    QCOMPARE(restored(without, removal), before);
    const auto other = withPlan(without, examples::plan(before.plans[0].name, {}));
    QVERIFY(other);
    const Workspace both = restored(*other, removal);
    QCOMPARE(both.plans.size(), 2);
    QCOMPARE(both.plans[0].name, QStringLiteral("Checkout to the latest (2)"));
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
