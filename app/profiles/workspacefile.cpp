// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/workspacefile.h"

#include "profiles/fieldreader.h"
#include "profiles/filewords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <limits>

namespace uplift::profiles {

namespace {

constexpr qsizetype maxPath = 4096;

const QString formatName = QStringLiteral("uplift-workspace");

const Words<SecretPlace> placeWords = {{SecretPlace::Keychain, QStringLiteral("keychain")},
                                       {SecretPlace::SessionOnly, QStringLiteral("session")}};
const Words<EndpointRule::Kind> endpointWords = {{EndpointRule::Kind::Public, QStringLiteral("public")},
                                                 {EndpointRule::Kind::Vpc, QStringLiteral("vpc")},
                                                 {EndpointRule::Kind::Custom, QStringLiteral("custom")}};
const Words<SignatureVersion> signatureWords = {{SignatureVersion::V3, QStringLiteral("v3")},
                                                {SignatureVersion::V1, QStringLiteral("v1")}};
const Words<MomentNaming> namingWords = {{MomentNaming::Both, QStringLiteral("both")},
                                         {MomentNaming::EffectiveTime, QStringLiteral("EffectiveTime")},
                                         {MomentNaming::EffectTime, QStringLiteral("EffectTime")}};
const Words<ReplyFormat> formatWords = {{ReplyFormat::Json, QStringLiteral("json")},
                                        {ReplyFormat::Xml, QStringLiteral("xml")}};
const Words<ProxyRule::Kind> proxyWords = {{ProxyRule::Kind::System, QStringLiteral("system")},
                                           {ProxyRule::Kind::None, QStringLiteral("none")},
                                           {ProxyRule::Kind::Http, QStringLiteral("http")}};

QJsonObject jsonOf(const ConnectionSettings &connection)
{
    QJsonObject endpoint{{QStringLiteral("kind"), wordOf(endpointWords, connection.endpoint.kind)}};
    if (connection.endpoint.kind == EndpointRule::Kind::Custom)
        endpoint.insert(QStringLiteral("origin"), connection.endpoint.origin);
    if (connection.endpoint.kind == EndpointRule::Kind::Vpc && !connection.endpoint.home.isEmpty())
        endpoint.insert(QStringLiteral("home"), connection.endpoint.home.value);
    QJsonObject proxy{{QStringLiteral("kind"), wordOf(proxyWords, connection.proxy.kind)}};
    if (connection.proxy.kind == ProxyRule::Kind::Http) {
        proxy.insert(QStringLiteral("host"), connection.proxy.host);
        proxy.insert(QStringLiteral("port"), connection.proxy.port);
    }
    QJsonObject object{{QStringLiteral("endpoint"), endpoint},
                       {QStringLiteral("signature"), wordOf(signatureWords, connection.signature)},
                       {QStringLiteral("momentNaming"), wordOf(namingWords, connection.momentNaming)},
                       {QStringLiteral("format"), wordOf(formatWords, connection.format)},
                       {QStringLiteral("proxy"), proxy}};
    if (!connection.caFile.isEmpty())
        object.insert(QStringLiteral("caFile"), connection.caFile);
    return object;
}

QJsonObject jsonOf(const RoleRule &role)
{
    QJsonObject object{{QStringLiteral("roleArn"), role.roleArn},
                       {QStringLiteral("sessionName"), role.sessionName},
                       {QStringLiteral("durationSeconds"), role.durationSeconds}};
    if (!role.externalId.isEmpty())
        object.insert(QStringLiteral("externalId"), role.externalId);
    if (!role.policy.isEmpty())
        object.insert(QStringLiteral("policy"), role.policy);
    return object;
}

QJsonObject jsonOf(const Account &account)
{
    QJsonObject object{{QStringLiteral("id"), account.id.value},
                       {QStringLiteral("name"), account.name},
                       {QStringLiteral("environment"), wordOf(environmentWords, account.environment)},
                       {QStringLiteral("connection"), jsonOf(account.connection)},
                       {QStringLiteral("keyPlace"), wordOf(placeWords, account.secretPlace)},
                       {QStringLiteral("keychainEntry"), account.keychainEntry},
                       {QStringLiteral("keychainBackend"), account.keychainBackend},
                       {QStringLiteral("keyTail"), account.keyTail.right(4)}};
    QJsonArray roles;
    for (const RoleRule &role : account.roles)
        roles.append(jsonOf(role));
    if (!roles.isEmpty())
        object.insert(QStringLiteral("roles"), roles);
    return object;
}

QJsonObject jsonOf(const Profile &profile)
{
    return {{QStringLiteral("id"), profile.id.value},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("account"), profile.account.value},
            {QStringLiteral("region"), profile.region.value},
            {QStringLiteral("instance"), profile.instance.value},
            {QStringLiteral("environment"), wordOf(environmentWords, profile.environment)},
            {QStringLiteral("group"), profile.group},
            {QStringLiteral("notes"), profile.notes},
            {QStringLiteral("moment"), wordOf(momentWords, profile.moment)},
            {QStringLiteral("readOnly"), profile.readOnly}};
}

QJsonObject jsonOf(const SavedPlan &plan)
{
    QJsonArray members;
    for (const SavedPlan::Member &member : plan.members)
        members.append(QJsonObject{{QStringLiteral("account"), member.account.value},
                                   {QStringLiteral("region"), member.region.value},
                                   {QStringLiteral("instance"), member.instance.value}});
    // As text: its fields are another room's, and may be named by the user's instances.
    const QByteArray rules = QJsonDocument(plan.rules).toJson(QJsonDocument::Compact);
    return {{QStringLiteral("id"), plan.id.value},
            {QStringLiteral("name"), plan.name},
            {QStringLiteral("rules"), QString::fromUtf8(rules)},
            {QStringLiteral("members"), members}};
}

ConnectionSettings readConnection(FieldReader reader)
{
    ConnectionSettings connection;
    FieldReader endpoint = reader.object("endpoint");
    connection.endpoint.kind = endpoint.word("kind", endpointWords);
    if (connection.endpoint.kind == EndpointRule::Kind::Custom)
        connection.endpoint.origin = endpoint.text("origin", 1, maxName);
    if (connection.endpoint.kind == EndpointRule::Kind::Vpc && endpoint.has("home"))
        connection.endpoint.home = RegionId{endpoint.text("home", 1, maxName)};
    connection.signature = reader.word("signature", signatureWords);
    connection.momentNaming = reader.word("momentNaming", namingWords);
    connection.format = reader.word("format", formatWords);
    FieldReader proxy = reader.object("proxy");
    connection.proxy.kind = proxy.word("kind", proxyWords);
    if (connection.proxy.kind == ProxyRule::Kind::Http) {
        connection.proxy.host = proxy.text("host", 1, maxName);
        connection.proxy.port = proxy.number("port", 1, 65'535);
    }
    if (reader.has("caFile"))
        connection.caFile = reader.text("caFile", 1, maxPath);
    return connection;
}

RoleRule readRole(FieldReader reader)
{
    RoleRule role;
    role.roleArn = reader.text("roleArn", 1, maxName);
    role.sessionName = reader.text("sessionName", 1, maxName);
    role.durationSeconds = reader.number("durationSeconds", leastRoleSeconds, mostRoleSeconds);
    if (reader.has("externalId"))
        role.externalId = reader.text("externalId", 1, 1224);
    if (reader.has("policy"))
        role.policy = reader.text("policy", 1, maxRolePolicy);
    if (!checkRoles({role}))
        reader.refuse("roleArn");
    return role;
}

Account readAccount(FieldReader reader)
{
    Account account;
    account.id.value = reader.identifier("id");
    account.name = reader.text("name", 1, maxName);
    account.environment = reader.word("environment", environmentWords);
    account.connection = readConnection(reader.object("connection"));
    account.secretPlace = reader.word("keyPlace", placeWords);
    account.keychainEntry = reader.text("keychainEntry", 0, maxName);
    account.keychainBackend = reader.text("keychainBackend", 0, maxName);
    account.keyTail = reader.text("keyTail", 0, 4);
    if (reader.has("roles")) {
        for (const FieldReader &role : reader.objects("roles", maxRoles))
            account.roles.append(readRole(role));
    }
    return account;
}

Profile readProfile(FieldReader reader)
{
    Profile profile;
    profile.id.value = reader.identifier("id");
    profile.name = reader.text("name", 1, maxName);
    profile.account.value = reader.identifier("account");
    profile.region.value = reader.identifier("region");
    profile.instance.value = reader.identifier("instance");
    profile.environment = reader.word("environment", environmentWords);
    profile.group = reader.text("group", 0, maxName);
    profile.notes = reader.text("notes", 0, maxNotes);
    profile.moment = reader.word("moment", momentWords);
    profile.readOnly = reader.boolean("readOnly");
    return profile;
}

SavedPlan readPlan(FieldReader reader)
{
    SavedPlan plan;
    plan.id.value = reader.identifier("id");
    plan.name = reader.text("name", 1, maxName);
    const QJsonDocument rules = QJsonDocument::fromJson(reader.text("rules", 2, maxPlanRules).toUtf8());
    if (!rules.isObject())
        reader.refuse("rules");
    plan.rules = rules.object();
    for (FieldReader &member : reader.objects("members", maxPlanMembers))
        plan.members.append(SavedPlan::Member{
            {member.identifier("account")}, {member.identifier("region")}, {member.identifier("instance")}});
    return plan;
}

Workspace readWorkspace(FieldReader &reader)
{
    Workspace workspace;
    QSet<QString> ids;
    for (FieldReader &entry : reader.objects("accounts", maxAccounts)) {
        workspace.accounts.append(readAccount(entry));
        entry.unique(ids, workspace.accounts.last().id.value);
    }
    const QSet<QString> accounts = ids;
    for (FieldReader &entry : reader.objects("profiles", maxProfiles)) {
        workspace.profiles.append(readProfile(entry));
        entry.unique(ids, workspace.profiles.last().id.value);
        if (!accounts.contains(workspace.profiles.last().account.value))
            entry.refuse("account");
    }
    if (!reader.has("plans"))
        return workspace;
    ids.clear();
    for (FieldReader &entry : reader.objects("plans", maxPlans)) {
        workspace.plans.append(readPlan(entry));
        entry.unique(ids, workspace.plans.last().id.value);
    }
    return workspace;
}

/// The oldest version whose readers understand all of `workspace`.
int versionFor(const Workspace &workspace)
{
    const auto hasHome = [](const Account &account) { return !account.connection.endpoint.home.isEmpty(); };
    if (std::any_of(workspace.accounts.begin(), workspace.accounts.end(), hasHome))
        return 4;
    if (!workspace.plans.isEmpty())
        return 3;
    const bool usesNew =
        std::any_of(workspace.accounts.begin(), workspace.accounts.end(), [](const Account &account) {
            return !account.roles.isEmpty() || !account.connection.caFile.isEmpty();
        });
    return usesNew ? 2 : 1;
}

Error damaged(const QString &message) { return Error::of(Error::Kind::Storage, message); }

} // namespace

QByteArray toJson(const Workspace &workspace)
{
    QJsonArray accounts;
    for (const Account &account : workspace.accounts)
        accounts.append(jsonOf(account));
    QJsonArray profiles;
    for (const Profile &profile : workspace.profiles)
        profiles.append(jsonOf(profile));
    QJsonObject root{{QStringLiteral("format"), formatName},
                     {QStringLiteral("version"), versionFor(workspace)},
                     {QStringLiteral("accounts"), accounts},
                     {QStringLiteral("profiles"), profiles}};
    QJsonArray plans;
    for (const SavedPlan &plan : workspace.plans)
        plans.append(jsonOf(plan));
    if (!plans.isEmpty())
        root.insert(QStringLiteral("plans"), plans);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<WorkspaceFile> fromJson(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return failure(damaged(QCoreApplication::translate("uplift::profiles", "It is empty.")));
    if (bytes.size() > maxWorkspaceBytes)
        return failure(damaged(QCoreApplication::translate(
            "uplift::profiles", "It is larger than 8 MiB, which no workspace is.")));
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (!document.isObject())
        return failure(
            damaged(QCoreApplication::translate(
                        "uplift::profiles", "It is not complete JSON: the reader stopped at byte %1 of %2.")
                        .arg(parsing.offset)
                        .arg(bytes.size())));
    const QJsonObject root = document.object();
    FieldProblem problem;
    FieldReader reader(root, {}, problem);
    const int version = reader.number("version", 1, std::numeric_limits<int>::max());
    if (reader.text("format", 1, maxName) != formatName)
        reader.refuse("format");
    if (problem.isEmpty() && version > workspaceVersion)
        return WorkspaceFile{version, {}};
    refuseSecrets(root, problem);
    WorkspaceFile file{std::nullopt, readWorkspace(reader)};
    if (!problem.isEmpty())
        return failure(damaged(problem.sentence()));
    return file;
}

} // namespace uplift::profiles
