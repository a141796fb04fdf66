// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/workspacefile.h"

#include "profiles/fieldreader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <limits>

namespace uplift::profiles {

namespace {

const QString formatName = QStringLiteral("uplift-workspace");

template <class Enum> using Words = QList<std::pair<Enum, QString>>;

const Words<Environment> environmentWords = {{Environment::Production, QStringLiteral("production")},
                                             {Environment::Staging, QStringLiteral("staging")},
                                             {Environment::Development, QStringLiteral("development")}};
const Words<Moment> momentWords = {{Moment::Now, QStringLiteral("now")},
                                   {Moment::MaintenanceWindow, QStringLiteral("window")}};
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

template <class Enum> QString wordOf(const Words<Enum> &words, Enum value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value)
            return word;
    }
    return {};
}

QJsonObject jsonOf(const ConnectionSettings &connection)
{
    QJsonObject endpoint{{QStringLiteral("kind"), wordOf(endpointWords, connection.endpoint.kind)}};
    if (connection.endpoint.kind == EndpointRule::Kind::Custom)
        endpoint.insert(QStringLiteral("origin"), connection.endpoint.origin);
    QJsonObject proxy{{QStringLiteral("kind"), wordOf(proxyWords, connection.proxy.kind)}};
    if (connection.proxy.kind == ProxyRule::Kind::Http) {
        proxy.insert(QStringLiteral("host"), connection.proxy.host);
        proxy.insert(QStringLiteral("port"), connection.proxy.port);
    }
    return {{QStringLiteral("endpoint"), endpoint},
            {QStringLiteral("signature"), wordOf(signatureWords, connection.signature)},
            {QStringLiteral("momentNaming"), wordOf(namingWords, connection.momentNaming)},
            {QStringLiteral("format"), wordOf(formatWords, connection.format)},
            {QStringLiteral("proxy"), proxy}};
}

QJsonObject jsonOf(const Account &account)
{
    return {{QStringLiteral("id"), account.id.value},
            {QStringLiteral("name"), account.name},
            {QStringLiteral("environment"), wordOf(environmentWords, account.environment)},
            {QStringLiteral("connection"), jsonOf(account.connection)},
            {QStringLiteral("keyPlace"), wordOf(placeWords, account.secretPlace)},
            {QStringLiteral("keychainEntry"), account.keychainEntry},
            {QStringLiteral("keychainBackend"), account.keychainBackend},
            {QStringLiteral("keyTail"), account.keyTail.right(4)}};
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

ConnectionSettings readConnection(FieldReader reader)
{
    ConnectionSettings connection;
    FieldReader endpoint = reader.object("endpoint");
    connection.endpoint.kind = endpoint.word("kind", endpointWords);
    if (connection.endpoint.kind == EndpointRule::Kind::Custom)
        connection.endpoint.origin = endpoint.text("origin", 1, maxName);
    connection.signature = reader.word("signature", signatureWords);
    connection.momentNaming = reader.word("momentNaming", namingWords);
    connection.format = reader.word("format", formatWords);
    FieldReader proxy = reader.object("proxy");
    connection.proxy.kind = proxy.word("kind", proxyWords);
    if (connection.proxy.kind == ProxyRule::Kind::Http) {
        connection.proxy.host = proxy.text("host", 1, maxName);
        connection.proxy.port = proxy.number("port", 1, 65'535);
    }
    return connection;
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
    return workspace;
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
    const QJsonObject root{{QStringLiteral("format"), formatName},
                           {QStringLiteral("version"), workspaceVersion},
                           {QStringLiteral("accounts"), accounts},
                           {QStringLiteral("profiles"), profiles}};
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
