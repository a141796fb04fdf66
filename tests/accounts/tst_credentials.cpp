// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the provider's tools: what is found, what the tools themselves would take, what can be imported,
// and how broken files are named.
#include "accounts/credentialsearch.h"
#include "accounts/sourcefiles.h"
#include "support/vectors.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace uplift;
using namespace uplift::accounts;

namespace {

const QDateTime now = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);

/// A home folder of its own, with files and variables as a test says.
class Home {
public:
    void file(const QString &path, const QByteArray &content)
    {
        const QString whole = m_place.path() + QString(path).mid(1); // without "~"
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile out(whole);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(content), content.size());
    }
    void variable(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_variables.insert(name.toLatin1(), value.toUtf8());
    }
    void cli(const QByteArray &profiles, const QByteArray &current = "p")
    {
        file(QStringLiteral("~/.aliyun/config.json"),
             R"({"current":")" + current + R"(","profiles":[)" + profiles + "]}");
    }
    void ini(const QByteArray &content) { file(QStringLiteral("~/.alibabacloud/credentials"), content); }
    [[nodiscard]] QString path(const QString &name) const { return m_place.filePath(name); }

    [[nodiscard]] Surroundings surroundings() const
    {
        Surroundings surroundings;
        surroundings.home = m_place.path();
        for (auto one = m_variables.begin(); one != m_variables.end(); ++one)
            surroundings.variables.emplace(one.key(), SecretBytes(*one));
        return surroundings;
    }
    [[nodiscard]] CredentialFindings find() const { return findCredentials(surroundings(), now); }

private:
    QTemporaryDir m_place;
    QMap<QByteArray, QByteArray> m_variables;
};

QString text(const SecretBytes &bytes) { return QString::fromUtf8(bytes.view().toByteArray()); }

/// The reason as the vectors word it.
QString reasonOf(ChainGap gap)
{
    switch (gap) {
    case ChainGap::NothingConfigured:
        return QStringLiteral("nothing configured");
    case ChainGap::BrokenFile:
        return QStringLiteral("CLI file is not valid JSON");
    case ChainGap::ProfileMissing:
        return QStringLiteral("profile not in the list");
    case ChainGap::ModeNotSupported:
        return QStringLiteral("mode not supported");
    case ChainGap::TypeMissing:
        return QStringLiteral("INI section lacks type");
    case ChainGap::PartMissing:
        return QStringLiteral("empty secret");
    case ChainGap::NeedsLogin:
        return QStringLiteral("needs login");
    case ChainGap::BrokenChain:
        break;
    }
    return QStringLiteral("broken chain");
}

QString providerOf(CredentialSource source)
{
    switch (source) {
    case CredentialSource::Environment:
        return QStringLiteral("default/env");
    case CredentialSource::CliFile:
        return QStringLiteral("default/cli_profile");
    case CredentialSource::IniFile:
        break;
    }
    return QStringLiteral("default/profile");
}

const FoundCredential *named(const CredentialFindings &findings, const char *profile)
{
    for (const FoundCredential &found : findings.found) {
        if (found.profile == QLatin1String(profile))
            return &found;
    }
    return nullptr;
}

QByteArray profile(const char *name, const char *mode, const char *rest = "")
{
    return QByteArray(R"({"name":")") + name + R"(","mode":")" + mode
        + R"(","access_key_id":"LTAI5tExampleX7Qd","access_key_secret":"canary-secret")" + rest + '}';
}

} // namespace

class CredentialsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVectorGivesWhatItExpects_data();
    void everyVectorGivesWhatItExpects();
    void everyModeIsImportedOrExplained_data();
    void everyModeIsImportedOrExplained();
    void modesAreReadInAnyCase();
    void roleIsTakenWithAllItSays();
    void chainIsFollowedToItsKey();
    void brokenChainsAreExplained_data();
    void brokenChainsAreExplained();
    void cachedLoginIsTakenWhileItLasts();
    void regionAndVpcAreTaken();
    void iniRolesAndQuotesAreRead();
    void iniOddLinesAreNamedByNumber();
    void olderVariablesAreFoundOnce();
    void halfAPairNamesTheMissingVariable();
    void keysMadeElsewhereAreExplained();
    void brokenFilesAreNamedWithoutTheirContent_data();
    void brokenFilesAreNamedWithoutTheirContent();
    void whatIsNoRegularFileIsRefused();
    void unreadableFileIsNamed();
    void switchedOffFileIsNotOpened();
    void searchAnswersLater();
    void namesOfTheEnvironmentAreTheOnesLookedAt();
};

void CredentialsTest::everyVectorGivesWhatItExpects_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors = test::vectorList(QStringLiteral("credentials.json"));
    for (const auto &vector : vectors)
        QTest::newRow(qPrintable(vector[QLatin1String("title")].toString())) << vector.toObject();
    QVERIFY(!vectors.isEmpty());
}

void CredentialsTest::everyVectorGivesWhatItExpects()
{
    QFETCH(QJsonObject, vector);
    Home home;
    const QJsonObject environment = vector[QLatin1String("env")].toObject();
    for (auto one = environment.begin(); one != environment.end(); ++one)
        home.variable(one.key(), one->toString());
    const QJsonObject files = vector[QLatin1String("files")].toObject();
    for (auto one = files.begin(); one != files.end(); ++one)
        home.file(one.key(), one->toString().toUtf8());
    const QJsonObject expected = vector[QLatin1String("expected")].toObject();

    const CredentialFindings findings = home.find();
    const FoundCredential *chosen = findings.chosen();
    QCOMPARE(chosen != nullptr, expected[QLatin1String("found")].toBool());
    QCOMPARE(findings.gap.has_value(), chosen == nullptr);
    if (!chosen) {
        QCOMPARE(reasonOf(*findings.gap), expected[QLatin1String("reason")].toString());
        return;
    }
    QCOMPARE(chosen->key.id, expected[QLatin1String("accessKeyId")].toString());
    QCOMPARE(text(chosen->key.secret), expected[QLatin1String("accessKeySecret")].toString());
    QCOMPARE(text(chosen->key.securityToken), expected[QLatin1String("securityToken")].toString());
    QCOMPARE(providerOf(chosen->source), expected[QLatin1String("provider")].toString());
}

void CredentialsTest::everyModeIsImportedOrExplained_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("importable");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *mode, const char *rest, bool importable, const char *words) {
        QTest::addRow("%s %s", mode, words)
            << QByteArray(mode) << QByteArray(rest) << importable << QString::fromLatin1(words);
    };
    row("AK", "", true, "");
    row("StsToken", R"(,"access_key_id":"STS.X","sts_token":"t")", true, "nothing here says when");
    row("StsToken", R"(,"access_key_id":"STS.X","sts_token":"t","sts_expiration":1795353600)", true,
        "works until 2026-11-22 13:20 UTC");
    row("StsToken", R"(,"access_key_id":"STS.X","sts_token":"t","sts_expiration":1795300000)", false,
        "expired at 2026-11-21 22:26 UTC");
    row("StsToken", R"(,"access_key_id":"STS.X")", false, "sts_token is empty");
    row("AK", R"(,"access_key_secret":"")", false, "access_key_secret is empty");
    row("AK", R"(,"access_key_id":"")", false, "access_key_id is empty");
    row("AK", R"(,"access_key_secret":"two words")", false, "holds a blank");
    row("RamRoleArn", R"(,"ram_role_arn":"acs:ram::123:role/dba")", true, "Takes on the role");
    row("RamRoleArn", "", false, "role it takes on is not named");
    row("RamRoleArn", R"(,"ram_role_arn":"arn:aws:iam::1:role/x")", false, "not the ARN of a role");
    row("RamRoleArn", R"(,"ram_role_arn":"acs:ram::123:role/dba","expired_seconds":60)", false,
        "900 to 43200");
    row("EcsRamRole", R"(,"ram_role_name":"r")", false, "ECS machine");
    row("RamRoleArnWithRoleName", "", false, "ECS machine");
    row("RsaKeyPair", "", false, "RSA key pair");
    row("External", R"(,"process_command":"rm -rf /")", false, "starts none");
    row("CredentialsURI", R"(,"credentials_uri":"http://127.0.0.1:1/")", false, "web address");
    row("OIDC", "", false, "OIDC token");
    row("CloudSSO", "", false, "needs a new login");
    row("OAuth", "", false, "needs a new login");
    row("BearerToken", "", false, "bearer token");
    row("Anonymous", "", false, "has no key");
    row("Quantum", "", false, "not one that Uplift knows");
    row("", "", false, "does not say which kind");
}

void CredentialsTest::everyModeIsImportedOrExplained()
{
    QFETCH(QByteArray, mode);
    QFETCH(QByteArray, rest);
    QFETCH(bool, importable);
    QFETCH(QString, words);
    Home home;
    home.cli(profile("p", mode.constData(), rest.constData()));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.found.size(), std::size_t(1));
    const FoundCredential &found = findings.found.front();
    QCOMPARE(found.mode, QString::fromLatin1(mode));
    QVERIFY2(found.importable == importable, qPrintable(found.explanation));
    QVERIFY2(found.explanation.contains(words), qPrintable(found.explanation));
    QVERIFY(found.importable || found.explanation.endsWith(u'.'));
    QVERIFY(!found.explanation.contains(QLatin1String("canary")));
    QVERIFY(!found.explanation.contains(QLatin1String("rm -rf")));
}

void CredentialsTest::modesAreReadInAnyCase()
{
    Home home;
    home.cli(profile("p", "ak") + ','
             + profile("r", "RAMROLEARN", R"(,"ram_role_arn":"acs:ram::123:role/x")"));
    const CredentialFindings findings = home.find();
    QVERIFY(findings.found[0].importable);
    QVERIFY(findings.found[1].importable);
    // The provider's own library compares case, and would not take it.
    QVERIFY(!findings.chosen());
    QCOMPARE(findings.gap, std::optional(ChainGap::ModeNotSupported));
}

void CredentialsTest::roleIsTakenWithAllItSays()
{
    Home home;
    home.cli(profile("p", "RamRoleArn",
                     R"(,"ram_role_arn":"acs:ram::123:role/team/dba","ram_session_name":"me@work",)"
                     R"("external_id":"ext-1","expired_seconds":1800)"));
    const CredentialFindings findings = home.find();
    const QList<profiles::RoleRule> expected = {{QStringLiteral("acs:ram::123:role/team/dba"),
                                                 QStringLiteral("me@work"), QStringLiteral("ext-1"), 1800,
                                                 QString()}};
    QCOMPARE(findings.found[0].roles, expected);
    QCOMPARE(findings.found[0].key.id, QStringLiteral("LTAI5tExampleX7Qd"));
    QVERIFY(findings.found[0].chosenByTools);
}

void CredentialsTest::chainIsFollowedToItsKey()
{
    Home home;
    home.cli(profile("p", "ChainableRamRoleArn",
                     R"(,"access_key_id":"","source_profile":"middle","ram_role_arn":"acs:ram::1:role/last")")
             + ','
             + profile("middle", "ChainableRamRoleArn",
                       R"(,"source_profile":"base","ram_role_arn":"acs:ram::1:role/first")")
             + ',' + profile("base", "AK", R"(,"access_key_id":"LTAI5tBase")"));
    const CredentialFindings findings = home.find();
    const FoundCredential &found = findings.found[0];
    QVERIFY2(found.importable, qPrintable(found.explanation));
    QCOMPARE(found.key.id, QStringLiteral("LTAI5tBase"));
    QCOMPARE(found.roles.size(), 2);
    QCOMPARE(profiles::roleName(found.roles[0]), QStringLiteral("first"));
    QCOMPARE(profiles::roleName(found.roles[1]), QStringLiteral("last"));
    QCOMPARE(found.roles[0].sessionName, QStringLiteral("uplift"));
}

void CredentialsTest::brokenChainsAreExplained_data()
{
    QTest::addColumn<QByteArray>("others");
    QTest::addColumn<QString>("words");
    QTest::newRow("source missing") << QByteArray() << QStringLiteral("“next” is not in the file");
    QTest::newRow("to itself") << profile("next", "ChainableRamRoleArn",
                                          R"(,"source_profile":"next","ram_role_arn":"acs:ram::1:role/x")")
                               << QStringLiteral("leads back to itself");
    QTest::newRow("round a loop") << profile("next", "ChainableRamRoleArn",
                                             R"(,"source_profile":"p","ram_role_arn":"acs:ram::1:role/x")")
                                  << QStringLiteral("leads back to itself");
    QTest::newRow("to a mode that cannot be")
        << profile("next", "EcsRamRole") << QStringLiteral("ECS machine");
    QTest::newRow("to a key without a secret") << profile("next", "AK", R"(,"access_key_secret":"")")
                                               << QStringLiteral("access_key_secret is empty");
}

void CredentialsTest::brokenChainsAreExplained()
{
    QFETCH(QByteArray, others);
    QFETCH(QString, words);
    Home home;
    home.cli(
        profile("p", "ChainableRamRoleArn", R"(,"source_profile":"next","ram_role_arn":"acs:ram::1:role/y")")
        + (others.isEmpty() ? QByteArray() : ',' + others));
    const CredentialFindings findings = home.find();
    const FoundCredential &found = findings.found[0];
    QVERIFY(!found.importable);
    QVERIFY2(found.explanation.contains(words), qPrintable(found.explanation));
}

void CredentialsTest::cachedLoginIsTakenWhileItLasts()
{
    const char *cached =
        R"(,"access_key_id":"STS.Cached","sts_token":"t","sts_expiration":1795353600,"access_token":"canary")";
    Home home;
    home.cli(profile("p", "CloudSSO", cached) + ',' + profile("q", "OAuth", cached));
    const CredentialFindings valid = home.find();
    QVERIFY(valid.found[0].importable);
    QVERIFY(valid.found[1].importable);
    QVERIFY(valid.found[0].chosenByTools);
    QCOMPARE(valid.found[0].key.expires, std::optional(QDateTime({2026, 11, 22}, {13, 20}, Qt::UTC)));
    const CredentialFindings over = findCredentials(home.surroundings(), now.addSecs(7200));
    QVERIFY(!over.found[0].importable);
    QVERIFY(over.found[0].explanation.contains(QLatin1String("needs a new login")));
    QCOMPARE(over.gap, std::optional(ChainGap::NeedsLogin));
}

void CredentialsTest::regionAndVpcAreTaken()
{
    Home home;
    home.cli(profile("p", "AK", R"(,"region_id":"cn-Hangzhou","enable_vpc":true)") + ','
             + profile("q", "AK", R"(,"region_id":"<b>","endpoint_type":"VPC")") + ',' + profile("r", "AK"));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.found[0].region.value, QStringLiteral("cn-hangzhou"));
    QVERIFY(findings.found[0].vpcEndpoint);
    QVERIFY(findings.found[1].region.isEmpty());
    QVERIFY(findings.found[1].vpcEndpoint);
    QVERIFY(!findings.found[2].vpcEndpoint);
}

void CredentialsTest::iniRolesAndQuotesAreRead()
{
    Home home;
    home.ini("\r\n[default]\r\ntype = "
             "\"access_key\"\r\naccess_key_id='LTAI5tQuoted'\r\naccess_key_secret=a=b#c\r\n"
             "[role]\ntype=ram_role_arn\naccess_key_id=LTAI5tRole\naccess_key_secret=s\n"
             "role_arn=acs:ram::9:role/ini\nrole_session_name=ini-session\npolicy={\"Version\":\"1\"}\n"
             "[ecs]\ntype=ecs_ram_role\nrole_name=x\n[odd]\ntype=magic\n");
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.found.size(), std::size_t(4));
    QVERIFY(findings.found[0].chosenByTools);
    QCOMPARE(findings.found[0].key.id, QStringLiteral("LTAI5tQuoted"));
    QCOMPARE(text(findings.found[0].key.secret), QStringLiteral("a=b#c"));
    const FoundCredential &role = findings.found[1];
    QVERIFY2(role.importable, qPrintable(role.explanation));
    QCOMPARE(role.roles[0].sessionName, QStringLiteral("ini-session"));
    QCOMPARE(role.roles[0].policy, QStringLiteral("{\"Version\":\"1\"}"));
    QVERIFY(named(findings, "ecs")->explanation.contains(QLatin1String("ECS machine")));
    QVERIFY(named(findings, "odd")->explanation.contains(QLatin1String("magic")));
    QVERIFY(findings.problems.isEmpty());
}

void CredentialsTest::iniOddLinesAreNamedByNumber()
{
    Home home;
    home.ini("canary before any section\n[default]\ntype=access_key\ncanary-secret-on-a-line\n"
             "access_key_id=LTAI5tX\naccess_key_secret=s\n[open canary\nx=y\n");
    const CredentialFindings findings = home.find();
    QVERIFY(findings.found[0].importable);
    QCOMPARE(findings.problems.size(), 4);
    const int lines[] = {1, 4, 7, 8};
    for (int at = 0; at < 4; ++at) {
        const SourceProblem &problem = findings.problems[at];
        QCOMPARE(problem.line, lines[at]);
        QVERIFY(problem.sentence.startsWith(
            QStringLiteral("~/.alibabacloud/credentials, line %1 is neither").arg(lines[at])));
        QVERIFY(!problem.sentence.contains(QLatin1String("canary")));
    }
}

void CredentialsTest::olderVariablesAreFoundOnce()
{
    Home home;
    for (const char *prefix : {"ALIBABACLOUD_", "ALICLOUD_", ""}) {
        home.variable(QLatin1String(prefix) + QStringLiteral("ACCESS_KEY_ID"), QStringLiteral("LTAI5tOld"));
        home.variable(QLatin1String(prefix) + QStringLiteral("ACCESS_KEY_SECRET"), QStringLiteral("s"));
    }
    home.variable(QStringLiteral("ACCESS_KEY_ID"), QStringLiteral("LTAI5tBare"));
    home.variable(QStringLiteral("ALICLOUD_REGION_ID"), QStringLiteral("cn-beijing"));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.found.size(), std::size_t(2));
    QCOMPARE(findings.found[0].profile, QStringLiteral("ALIBABACLOUD_ACCESS_KEY_ID"));
    QCOMPARE(findings.found[0].region.value, QStringLiteral("cn-beijing"));
    QCOMPARE(findings.found[1].profile, QStringLiteral("ACCESS_KEY_ID"));
    QVERIFY(findings.found[1].importable);
    // The provider's libraries do not look there.
    QVERIFY(!findings.chosen());
}

void CredentialsTest::halfAPairNamesTheMissingVariable()
{
    Home home;
    home.variable(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_SECRET"), QStringLiteral("canary"));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.found.size(), std::size_t(1));
    QVERIFY(!findings.found[0].importable);
    QVERIFY(findings.found[0].explanation.contains(QLatin1String("ALIBABA_CLOUD_ACCESS_KEY_ID is empty")));
}

void CredentialsTest::keysMadeElsewhereAreExplained()
{
    Home home;
    home.variable(QStringLiteral("ALIBABA_CLOUD_ROLE_ARN"), QStringLiteral("acs:ram::1:role/x"));
    home.variable(QStringLiteral("ALIBABA_CLOUD_OIDC_PROVIDER_ARN"), QStringLiteral("acs:ram::1:oidc/x"));
    home.variable(QStringLiteral("ALIBABA_CLOUD_OIDC_TOKEN_FILE"), QStringLiteral("/var/run/token"));
    home.variable(QStringLiteral("ALIBABA_CLOUD_ECS_METADATA"), QStringLiteral("role"));
    home.variable(QStringLiteral("ALIBABA_CLOUD_CREDENTIALS_URI"), QStringLiteral("http://127.0.0.1:9/"));
    home.cli(profile("p", "AK"));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.found.size(), std::size_t(4));
    for (std::size_t at = 0; at < 3; ++at) {
        QVERIFY(!findings.found[at].importable);
        QVERIFY(!findings.found[at].explanation.isEmpty());
    }
    QVERIFY(findings.found[0].chosenByTools); // OIDC comes before the files
    QVERIFY(!findings.found[3].chosenByTools);
    QVERIFY(findings.found[3].importable);
}

void CredentialsTest::brokenFilesAreNamedWithoutTheirContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("line");
    const QByteArray canary = R"("canary-secret")";
    QTest::newRow("cut off") << "{\n \"current\":" + canary << QStringLiteral("line 2, column 27") << 2;
    QTest::newRow("not JSON") << QByteArray("canary-secret") << QStringLiteral("line 1, column 1") << 1;
    QTest::newRow("a list") << QByteArray(R"(["canary-secret"])") << QStringLiteral("no list of profiles")
                            << 0;
    QTest::newRow("no profiles") << "{\"current\":" + canary + ",\"profiles\":[]}"
                                 << QStringLiteral("no list of profiles") << 0;
    QTest::newRow("profiles a text") << "{\"profiles\":" + canary + '}'
                                     << QStringLiteral("no list of profiles") << 0;
    QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1, column 1") << 1;
    QTest::newRow("too large") << QByteArray(maxCredentialFile + 1, ' ')
                               << QStringLiteral("larger than 1 MiB") << 0;
    QTest::newRow("binary") << QByteArray(1000, '\0') << QStringLiteral("line 1, column 1") << 1;
}

void CredentialsTest::brokenFilesAreNamedWithoutTheirContent()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    QFETCH(int, line);
    Home home;
    home.file(QStringLiteral("~/.aliyun/config.json"), content);
    home.ini("[default]\ntype=access_key\naccess_key_id=LTAI5tX\naccess_key_secret=s\n");
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.problems.size(), 1);
    const SourceProblem &problem = findings.problems[0];
    QCOMPARE(problem.path, QStringLiteral("~/.aliyun/config.json"));
    QCOMPARE(problem.line, line);
    QVERIFY(!problem.harmless);
    QVERIFY2(problem.sentence.contains(words), qPrintable(problem.sentence));
    QVERIFY(problem.sentence.startsWith(QLatin1String("~/.aliyun/config.json")));
    QVERIFY(!problem.sentence.contains(QLatin1String("canary")));
    // The next source is looked at all the same.
    QVERIFY(findings.chosen() && findings.chosen()->source == CredentialSource::IniFile);
}

void CredentialsTest::whatIsNoRegularFileIsRefused()
{
    Home home;
    const QString folder = home.path(QStringLiteral(".aliyun"));
    QVERIFY(QDir().mkpath(folder));
    const QByteArray fifo = QFile::encodeName(folder + QStringLiteral("/config.json"));
    QCOMPARE(mkfifo(fifo.constData(), 0600), 0);
    QVERIFY(QDir().mkpath(home.path(QStringLiteral(".alibabacloud/credentials"))));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.problems.size(), 2);
    for (const SourceProblem &problem : findings.problems)
        QVERIFY(problem.sentence.contains(QLatin1String("is not a regular file")));
    QVERIFY(readSourceFile(QStringLiteral("/dev/zero"), QStringLiteral("x"))
                .refusal.contains(QLatin1String("is not a regular file")));
    const SourceFile gone = readSourceFile(home.path(QStringLiteral("gone/at/all")), QStringLiteral("x"));
    QVERIFY(!gone.exists && gone.refusal.isEmpty());
}

void CredentialsTest::unreadableFileIsNamed()
{
    // A link that leads to itself cannot be opened by anybody, root included.
    Home home;
    QVERIFY(QDir().mkpath(home.path(QStringLiteral(".aliyun"))));
    QVERIFY(QFile::link(home.path(QStringLiteral(".aliyun/config.json")),
                        home.path(QStringLiteral(".aliyun/config.json"))));
    const CredentialFindings findings = home.find();
    QCOMPARE(findings.problems.size(), 1);
    QVERIFY2(
        findings.problems[0].sentence.startsWith(QLatin1String("~/.aliyun/config.json cannot be read (")),
        qPrintable(findings.problems[0].sentence));
}

void CredentialsTest::switchedOffFileIsNotOpened()
{
    for (const char *variable : {"ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "ALIBABA_CLOUD_IGNORE_PROFILE"}) {
        Home home;
        home.cli(profile("p", "AK"));
        home.variable(QLatin1String(variable), QStringLiteral("TRUE"));
        const CredentialFindings findings = home.find();
        QVERIFY(findings.found.empty());
        QCOMPARE(findings.problems.size(), 1);
        QVERIFY(findings.problems[0].harmless);
        QVERIFY(findings.problems[0].sentence.contains(QLatin1String(variable)));
        QCOMPARE(findings.gap, std::optional(ChainGap::NothingConfigured));
    }
}

void CredentialsTest::searchAnswersLater()
{
    Home home;
    home.cli(profile("p", "AK"));
    const SystemClock clock;
    CredentialSearch search(clock);
    std::optional<CredentialFindings> answer;
    search.find(home.surroundings(), this,
                [&answer](Result<CredentialFindings> findings) { answer.emplace(*std::move(findings)); });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->found.size(), std::size_t(1));
    auto dialog = std::make_unique<QObject>();
    bool heard = false;
    search.find(home.surroundings(), dialog.get(), [&heard](const auto &) { heard = true; });
    dialog.reset();
    answer.reset();
    search.find(home.surroundings(), this,
                [&answer](Result<CredentialFindings> findings) { answer.emplace(*std::move(findings)); });
    QTRY_VERIFY(answer);
    QVERIFY(!heard);
}

void CredentialsTest::namesOfTheEnvironmentAreTheOnesLookedAt()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tFromHere");
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "");
    const Surroundings surroundings = Surroundings::ofThisProcess();
    qunsetenv("ALIBABA_CLOUD_ACCESS_KEY_ID");
    qunsetenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    QCOMPARE(surroundings.text("ALIBABA_CLOUD_ACCESS_KEY_ID"), QStringLiteral("LTAI5tFromHere"));
    QVERIFY(!surroundings.variables.contains("ALIBABA_CLOUD_ACCESS_KEY_SECRET")); // empty is unset
    QVERIFY(!surroundings.variables.contains("PATH"));
    QCOMPARE(surroundings.home, QDir::homePath());
}

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
