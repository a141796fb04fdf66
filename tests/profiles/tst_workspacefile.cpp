// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/examples.h"
#include "profiles/workspacefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace uplift;
using namespace uplift::profiles;

using Spoil = std::function<void(QJsonObject &root, QJsonObject &account, QJsonObject &profile)>;

class WorkspaceFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void defaultsAreWrittenAndReadBack();
    void rolesAndCaFileAreReadBack();
    void theRegionOfAVpcIsReadBack();
    void savedPlansAreReadBack();
    void anOlderUpliftDoesNotOverwriteSavedPlans();
    void aBadPlanRefusesTheFile_data();
    void aBadPlanRefusesTheFile();
    void anOlderUpliftReadsWhatUsesNothingNew();
    void unknownFieldsArePassedOver();
    void aNewerVersionIsNamed();
    void aBadFieldRefusesTheFile_data();
    void aBadFieldRefusesTheFile();
    void bytesThatAreNoWorkspaceAreRefused_data();
    void bytesThatAreNoWorkspaceAreRefused();
    void everyTruncationIsRefused();
    void noValueOfASecretIsQuoted();
};

namespace {

QByteArray spoilt(const Spoil &spoil)
{
    QJsonObject root = QJsonDocument::fromJson(toJson(examples::workspace())).object();
    QJsonObject account = root[QLatin1String("accounts")][0].toObject();
    QJsonObject profile = root[QLatin1String("profiles")][0].toObject();
    root[QLatin1String("accounts")] = QJsonArray();
    root[QLatin1String("profiles")] = QJsonArray();
    spoil(root, account, profile);
    // A spoiler that put something else there keeps it.
    if (root[QLatin1String("accounts")].isArray())
        root[QLatin1String("accounts")] = QJsonArray{account};
    if (root[QLatin1String("profiles")].isArray() && root[QLatin1String("profiles")].toArray().isEmpty())
        root[QLatin1String("profiles")] = QJsonArray{profile};
    return QJsonDocument(root).toJson();
}

QJsonObject changed(const QJsonValue &object, const char *key, const QJsonValue &value)
{
    QJsonObject copy = object.toObject();
    copy[QLatin1String(key)] = value;
    return copy;
}

} // namespace

void WorkspaceFileTest::whatIsWrittenIsReadBack()
{
    const auto read = fromJson(toJson(examples::workspace()));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QVERIFY(!read->newerVersion);
    QCOMPARE(read->workspace, examples::workspace());
}

void WorkspaceFileTest::defaultsAreWrittenAndReadBack()
{
    Account account;
    account.id = {QStringLiteral("a")};
    account.name = QStringLiteral("x");
    const Workspace small{{account}, {}};
    QCOMPARE(fromJson(toJson(small))->workspace, small);
    QCOMPARE(fromJson(toJson({}))->workspace, Workspace());
}

void WorkspaceFileTest::rolesAndCaFileAreReadBack()
{
    Workspace workspace = examples::workspace();
    workspace.accounts[0].connection.caFile = QStringLiteral("/etc/ssl/company.pem");
    workspace.accounts[0].roles = {{QStringLiteral("acs:ram::1234567890123456:role/first"),
                                    QStringLiteral("uplift"), QString(), 3600, QString()},
                                   {QStringLiteral("acs:ram::6543210987654321:role/dba/second"),
                                    QStringLiteral("me@example"), QStringLiteral("ext-1"), 900,
                                    QStringLiteral("{\"Version\":\"1\"}")}};
    const QByteArray bytes = toJson(workspace);
    QVERIFY(bytes.contains("\"version\": 2"));
    const auto read = fromJson(bytes);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->workspace, workspace);
}

void WorkspaceFileTest::theRegionOfAVpcIsReadBack()
{
    Workspace workspace = examples::workspace();
    EndpointRule &endpoint = workspace.accounts[0].connection.endpoint;
    endpoint = {EndpointRule::Kind::Vpc, {}};
    QVERIFY(!toJson(workspace).contains("\"home\""));
    endpoint.home = {QStringLiteral("cn-beijing")};
    // An older Uplift would lose it.
    QVERIFY(toJson(workspace).contains("\"version\": 4"));
    const auto read = fromJson(toJson(workspace));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->workspace.accounts[0].connection.endpoint, endpoint);
}

void WorkspaceFileTest::savedPlansAreReadBack()
{
    const auto read = fromJson(toJson(examples::workspaceWithPlan()));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->workspace, examples::workspaceWithPlan());
}

void WorkspaceFileTest::anOlderUpliftDoesNotOverwriteSavedPlans()
{
    // It would pass "plans" over as a field it does not know, and write the file without them.
    QVERIFY(toJson(examples::workspaceWithPlan()).contains("\"version\": 3"));
    QVERIFY(!toJson(examples::workspace()).contains("plans"));
}

void WorkspaceFileTest::aBadPlanRefusesTheFile_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *key, const QJsonValue &value, const char *field) {
        QTest::newRow(name) << QString::fromLatin1(key) << value << QString::fromLatin1(field);
    };
    row("id with a slash", "id", QStringLiteral("a/b"), "plans[0].id");
    row("name empty", "name", QString(), "plans[0].name");
    row("rules not JSON", "rules", QStringLiteral("{,}"), "plans[0].rules");
    row("rules a list", "rules", QStringLiteral("[]"), "plans[0].rules");
    row("rules an object, not text", "rules", QJsonObject(), "plans[0].rules");
    row("members not a list", "members", 1, "plans[0].members");
    row("member without a region", "members",
        QJsonArray{QJsonObject{{QStringLiteral("account"), QStringLiteral("a")},
                               {QStringLiteral("instance"), QStringLiteral("r-1")}}},
        "plans[0].members[0].region");
}

void WorkspaceFileTest::aBadPlanRefusesTheFile()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, field);
    QJsonObject root = QJsonDocument::fromJson(toJson(examples::workspaceWithPlan())).object();
    QJsonObject plan = root[QLatin1String("plans")][0].toObject();
    plan[key] = value;
    root[QLatin1String("plans")] = QJsonArray{plan};
    const auto read = fromJson(QJsonDocument(root).toJson());
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(field + QLatin1Char(' ')), qPrintable(read.error().message));
}

void WorkspaceFileTest::anOlderUpliftReadsWhatUsesNothingNew()
{
    const QByteArray bytes = toJson(examples::workspace());
    QVERIFY(bytes.contains("\"version\": 1"));
    QVERIFY(!bytes.contains("roles") && !bytes.contains("caFile"));
}

void WorkspaceFileTest::unknownFieldsArePassedOver()
{
    const auto read = fromJson(spoilt([](QJsonObject &root, QJsonObject &account, QJsonObject &profile) {
        root[QLatin1String("colourful")] = 1;
        account[QLatin1String("nickname")] = QStringLiteral("n");
        profile[QLatin1String("probe")] = QJsonObject{{QStringLiteral("interval"), 100}};
    }));
    QVERIFY(read);
    QCOMPARE(read->workspace, examples::workspace());
}

void WorkspaceFileTest::aNewerVersionIsNamed()
{
    const auto read = fromJson(spoilt([](QJsonObject &root, QJsonObject &, QJsonObject &) {
        root[QLatin1String("version")] = 7;
        root[QLatin1String("profiles")] = QStringLiteral("quite another shape");
    }));
    QVERIFY(read);
    QCOMPARE(read->newerVersion, std::optional<int>(7));
    QCOMPARE(read->workspace, Workspace());
}

void WorkspaceFileTest::aBadFieldRefusesTheFile_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("field");
    const auto account = [](const char *name, const char *key, const QJsonValue &value, const char *field) {
        QTest::newRow(name) << Spoil([key, value](QJsonObject &, QJsonObject &a, QJsonObject &) {
            a[QLatin1String(key)] = value;
        }) << QString::fromLatin1(field);
    };
    const auto profile = [](const char *name, const char *key, const QJsonValue &value, const char *field) {
        QTest::newRow(name) << Spoil([key, value](QJsonObject &, QJsonObject &, QJsonObject &p) {
            p[QLatin1String(key)] = value;
        }) << QString::fromLatin1(field);
    };
    const auto root = [](const char *name, const Spoil &spoil, const char *field) {
        QTest::newRow(name) << spoil << QString::fromLatin1(field);
    };
    const auto nested = [](const char *name, const char *object, const char *key, const QJsonValue &value,
                           const char *field) {
        QTest::newRow(name) << Spoil([object, key, value](QJsonObject &, QJsonObject &a, QJsonObject &) {
            QJsonObject connection = a[QLatin1String("connection")].toObject();
            if (object == QByteArray("connection"))
                connection[QLatin1String(key)] = value;
            else
                connection[QLatin1String(object)] = changed(connection[QLatin1String(object)], key, value);
            a[QLatin1String("connection")] = connection;
        }) << QString::fromLatin1(field);
    };
    root(
        "version missing",
        [](QJsonObject &r, QJsonObject &, QJsonObject &) { r.remove(QLatin1String("version")); }, "version");
    root(
        "version as text",
        [](QJsonObject &r, QJsonObject &, QJsonObject &) {
            r[QLatin1String("version")] = QStringLiteral("1");
        },
        "version");
    root(
        "version 1.5",
        [](QJsonObject &r, QJsonObject &, QJsonObject &) { r[QLatin1String("version")] = 1.5; }, "version");
    root(
        "version 0", [](QJsonObject &r, QJsonObject &, QJsonObject &) { r[QLatin1String("version")] = 0; },
        "version");
    root(
        "format of another program",
        [](QJsonObject &r, QJsonObject &, QJsonObject &) {
            r[QLatin1String("format")] = QStringLiteral("zip");
        },
        "format");
    root(
        "accounts not a list",
        [](QJsonObject &r, QJsonObject &, QJsonObject &) { r[QLatin1String("accounts")] = QJsonObject(); },
        "accounts");
    root(
        "profiles: a number among them",
        [](QJsonObject &r, QJsonObject &, QJsonObject &) { r[QLatin1String("profiles")] = QJsonArray{3}; },
        "profiles[0]");
    root(
        "profiles: the same id twice",
        [](QJsonObject &r, QJsonObject &, QJsonObject &p) {
            r[QLatin1String("profiles")] = QJsonArray{p, p};
        },
        "profiles[1].id");
    account("account id missing", "id", QJsonValue(), "accounts[0].id");
    account("account id with a slash", "id", QStringLiteral("../x"), "accounts[0].id");
    account("account name empty", "name", QString(), "accounts[0].name");
    account("account environment unknown", "environment", QStringLiteral("prod"), "accounts[0].environment");
    account("account keyTail longer than four", "keyTail", QStringLiteral("AX7Qd"), "accounts[0].keyTail");
    account("account keyPlace unknown", "keyPlace", QStringLiteral("file"), "accounts[0].keyPlace");
    account("account connection not an object", "connection", 1, "accounts[0].connection");
    nested("signature unknown", "connection", "signature", QStringLiteral("v4"),
           "accounts[0].connection.signature");
    nested("momentNaming unknown", "connection", "momentNaming", QStringLiteral("none"),
           "accounts[0].connection.momentNaming");
    nested("format unknown", "connection", "format", QStringLiteral("yaml"), "accounts[0].connection.format");
    nested("endpoint kind unknown", "endpoint", "kind", QStringLiteral("?"),
           "accounts[0].connection.endpoint.kind");
    nested("custom endpoint without origin", "endpoint", "origin", QString(),
           "accounts[0].connection.endpoint.origin");
    nested("proxy port 0", "proxy", "port", 0, "accounts[0].connection.proxy.port");
    nested("proxy port 65536", "proxy", "port", 65'536, "accounts[0].connection.proxy.port");
    profile("profile name of 201", "name", QString(201, u'n'), "profiles[0].name");
    profile("profile account unknown", "account", QStringLiteral("gone"), "profiles[0].account");
    profile("profile region in capitals with a blank", "region", QStringLiteral("CN hangzhou"),
            "profiles[0].region");
    profile("profile instance missing", "instance", QJsonValue(), "profiles[0].instance");
    profile("profile moment unknown", "moment", QStringLiteral("later"), "profiles[0].moment");
    profile("profile readOnly as text", "readOnly", QStringLiteral("yes"), "profiles[0].readOnly");
    profile("profile notes with NUL", "notes", QString(QChar(0)), "profiles[0].notes");
    profile("profile notes of 10,001", "notes", QString(10'001, u'n'), "profiles[0].notes");
    account("account roles not a list", "roles", 1, "accounts[0].roles");
    account("account role without an ARN", "roles",
            QJsonArray{QJsonObject{{QStringLiteral("sessionName"), QStringLiteral("me")},
                                   {QStringLiteral("durationSeconds"), 3600}}},
            "accounts[0].roles[0].roleArn");
    account("account role of five minutes", "roles",
            QJsonArray{QJsonObject{{QStringLiteral("roleArn"), QStringLiteral("acs:ram::1:role/r")},
                                   {QStringLiteral("sessionName"), QStringLiteral("me")},
                                   {QStringLiteral("durationSeconds"), 300}}},
            "accounts[0].roles[0].durationSeconds");
    account("account with nine roles", "roles", QJsonArray{1, 2, 3, 4, 5, 6, 7, 8, 9}, "accounts[0].roles");
    nested("caFile a number", "connection", "caFile", 1, "accounts[0].connection.caFile");
    account("a secret in an account", "accessKeySecret", QStringLiteral("canary"),
            "accounts[0].accessKeySecret");
    account("a token in an account", "security_token", QStringLiteral("canary"),
            "accounts[0].security_token");
    profile("a password deep in a profile", "probe",
            QJsonObject{{QStringLiteral("Password"), QStringLiteral("canary")}},
            "profiles[0].probe.Password");
    account("a whole key id", "AccessKeyId", QStringLiteral("canary"), "accounts[0].AccessKeyId");
}

void WorkspaceFileTest::aBadFieldRefusesTheFile()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, field);
    const auto read = fromJson(spoilt(spoil));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Storage);
    QVERIFY2(read.error().message.contains(field + QLatin1Char(' ')), qPrintable(read.error().message));
}

void WorkspaceFileTest::bytesThatAreNoWorkspaceAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("It is empty.");
    QTest::newRow("NUL bytes") << QByteArray(4096, '\0') << QStringLiteral("not complete JSON");
    QTest::newRow("HTML") << QByteArray("<html></html>") << QStringLiteral("not complete JSON");
    QTest::newRow("an array") << QByteArray("[]") << QStringLiteral("not complete JSON");
    QTest::newRow("an empty object") << QByteArray("{}") << QStringLiteral("field version");
    QTest::newRow("larger than 8 MiB")
        << QByteArray(maxWorkspaceBytes + 1, ' ') << QStringLiteral("larger than 8 MiB");
    QTest::newRow("too many accounts")
        << QByteArray(R"({"format":"uplift-workspace","version":1,"profiles":[],"accounts":[)")
            + QByteArray("{},").repeated(1000) + "{}]}"
        << QStringLiteral("accounts has more than 1000 entries");
    QTest::newRow("nested deep")
        << QByteArray(R"({"format":"uplift-workspace","version":1,"profiles":[],"accounts":[],"x":)")
            + QByteArray("[").repeated(900) + QByteArray("]").repeated(900) + "}"
        << QStringLiteral("Its field x");
}

void WorkspaceFileTest::bytesThatAreNoWorkspaceAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto read = fromJson(bytes);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
}

void WorkspaceFileTest::everyTruncationIsRefused()
{
    const QByteArray whole = toJson(examples::workspace()).trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY2(!fromJson(whole.first(length)), qPrintable(QString::number(length)));
}

void WorkspaceFileTest::noValueOfASecretIsQuoted()
{
    const auto read = fromJson(spoilt([](QJsonObject &, QJsonObject &account, QJsonObject &) {
        account[QLatin1String("accessKeySecret")] = QStringLiteral("canaryValue");
        account[QLatin1String("environment")] = QStringLiteral("canaryValue");
    }));
    QVERIFY(!read);
    QVERIFY(!read.error().message.contains(QLatin1String("canaryValue")));
    QVERIFY(!read.error().detail.contains(QLatin1String("canaryValue")));
    QVERIFY(!toJson(examples::workspace()).toLower().contains("secret\""));
}

QTEST_GUILESS_MAIN(WorkspaceFileTest)
#include "tst_workspacefile.moc"
