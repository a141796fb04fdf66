// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/foundcredential.h"

#include "accounts/credentialwords.h"
#include "accounts/sourcefiles.h"
#include "core/redact.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstdlib>

namespace uplift::accounts {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::accounts", text); }

/// The provider's libraries read the first of these; the CLI and older tools the others.
const QList<QByteArray> &keyPrefixes()
{
    static const QList<QByteArray> prefixes = {"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_", ""};
    return prefixes;
}

QByteArrayView valueOf(const Surroundings &surroundings, const QByteArray &name)
{
    const auto found = surroundings.variables.find(name);
    return found == surroundings.variables.end() ? QByteArrayView() : found->second.view();
}

RegionId regionOf(const Surroundings &surroundings)
{
    for (const QByteArray &prefix : keyPrefixes()) {
        const auto region = parseRegionId(shortLine(valueOf(surroundings, prefix + "REGION_ID")));
        if (!prefix.isEmpty() && region)
            return *region;
    }
    return {};
}

FoundCredential keyPair(const Surroundings &surroundings, const QByteArray &prefix, const QDateTime &now)
{
    FoundCredential found;
    found.source = CredentialSource::Environment;
    found.profile = QString::fromLatin1(prefix + "ACCESS_KEY_ID");
    found.region = regionOf(surroundings);
    found.vpcEndpoint = surroundings.isTrue("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
    KeyParts parts;
    parts.idName = found.profile;
    parts.secretName = QString::fromLatin1(prefix + "ACCESS_KEY_SECRET");
    parts.tokenName = QString::fromLatin1(prefix + "SECURITY_TOKEN");
    parts.key.id = utf8(valueOf(surroundings, prefix + "ACCESS_KEY_ID"));
    parts.key.secret = SecretBytes(valueOf(surroundings, prefix + "ACCESS_KEY_SECRET"));
    parts.key.securityToken = SecretBytes(valueOf(surroundings, prefix + "SECURITY_TOKEN"));
    parts.wantsToken = !parts.key.securityToken.isEmpty();
    found.mode = parts.wantsToken ? QStringLiteral("StsToken") : QStringLiteral("AK");
    finishKey(found, std::move(parts), now);
    return found;
}

bool sameKey(const FoundCredential &a, const FoundCredential &b)
{
    return a.key.id == b.key.id && a.key.secret.equals(b.key.secret)
        && a.key.securityToken.equals(b.key.securityToken);
}

/// Sources named by the environment whose key is made elsewhere.
void addElsewhere(CredentialFindings &findings, const Surroundings &surroundings)
{
    const auto add = [&](const char *variable, const char *mode) {
        FoundCredential found;
        found.source = CredentialSource::Environment;
        found.profile = QString::fromLatin1(variable);
        found.mode = QString::fromLatin1(mode);
        found.region = regionOf(surroundings);
        explain(found, whyNot(found.mode.toLower()), std::nullopt);
        findings.found.push_back(std::move(found));
    };
    const bool oidc = !valueOf(surroundings, "ALIBABA_CLOUD_ROLE_ARN").isEmpty()
        && !valueOf(surroundings, "ALIBABA_CLOUD_OIDC_PROVIDER_ARN").isEmpty()
        && !valueOf(surroundings, "ALIBABA_CLOUD_OIDC_TOKEN_FILE").isEmpty();
    if (oidc) {
        add("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "OIDC");
        if (findings.gap) {
            findings.found.back().chosenByTools = true;
            findings.gap.reset();
        }
    }
    const bool metadata = !valueOf(surroundings, "ALIBABA_CLOUD_ECS_METADATA").isEmpty()
        && !surroundings.isTrue("ALIBABA_CLOUD_ECS_METADATA_DISABLED");
    if (metadata)
        add("ALIBABA_CLOUD_ECS_METADATA", "EcsRamRole");
    if (!valueOf(surroundings, "ALIBABA_CLOUD_CREDENTIALS_URI").isEmpty())
        add("ALIBABA_CLOUD_CREDENTIALS_URI", "CredentialsURI");
}

/// What the first source chooses, the later ones do not.
void append(CredentialFindings &all, CredentialFindings next)
{
    const bool decided = all.chosen() != nullptr;
    for (FoundCredential &found : next.found) {
        found.chosenByTools = found.chosenByTools && !decided;
        all.found.push_back(std::move(found));
    }
    all.problems += next.problems;
    if (!next.gap || all.gap == ChainGap::NothingConfigured)
        all.gap = decided ? std::nullopt : next.gap;
}

} // namespace

const FoundCredential *CredentialFindings::chosen() const
{
    const auto chosen =
        std::find_if(found.begin(), found.end(), [](const auto &one) { return one.chosenByTools; });
    return chosen == found.end() ? nullptr : &*chosen;
}

const QList<QByteArray> &Surroundings::names()
{
    static const QList<QByteArray> all = [] {
        QList<QByteArray> list = {
            "ALIBABA_CLOUD_ROLE_ARN",
            "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
            "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
            "ALIBABA_CLOUD_ROLE_SESSION_NAME",
            "ALIBABA_CLOUD_PROFILE",
            "ALIBABA_CLOUD_CLI_PROFILE_DISABLED",
            "ALIBABA_CLOUD_CREDENTIALS_FILE",
            "ALIBABA_CLOUD_ECS_METADATA",
            "ALIBABA_CLOUD_ECS_METADATA_DISABLED",
            "ALIBABA_CLOUD_CREDENTIALS_URI",
            "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED",
            "ALIBABA_CLOUD_IGNORE_PROFILE",
        };
        for (const QByteArray &prefix : keyPrefixes()) {
            list << prefix + "ACCESS_KEY_ID" << prefix + "ACCESS_KEY_SECRET" << prefix + "SECURITY_TOKEN";
            if (!prefix.isEmpty())
                list << prefix + "REGION_ID";
        }
        return list;
    }();
    return all;
}

Surroundings Surroundings::ofThisProcess()
{
    Surroundings surroundings;
    surroundings.home = QDir::homePath();
    for (const QByteArray &name : names()) {
        // Straight from the process's own block: qgetenv() would leave a copy nobody wipes.
        const char *value = std::getenv(name.constData());
        if (value && *value)
            surroundings.variables.emplace(name, SecretBytes(QByteArrayView(value)));
    }
    return surroundings;
}

QString Surroundings::text(const char *name) const { return utf8(valueOf(*this, name)); }

bool Surroundings::isTrue(const char *name) const
{
    return text(name).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

CredentialFindings findInEnvironment(const Surroundings &surroundings, const QDateTime &now)
{
    CredentialFindings findings;
    for (const QByteArray &prefix : keyPrefixes()) {
        const bool any = !valueOf(surroundings, prefix + "ACCESS_KEY_ID").isEmpty()
            || !valueOf(surroundings, prefix + "ACCESS_KEY_SECRET").isEmpty();
        if (!any)
            continue;
        FoundCredential found = keyPair(surroundings, prefix, now);
        // The provider's libraries look at their own variables alone.
        const bool official = prefix == keyPrefixes().first();
        if (official && !found.gap) {
            found.chosenByTools = true;
            findings.gap.reset();
        }
        const bool known = std::any_of(findings.found.begin(), findings.found.end(),
                                       [&found](const auto &other) { return sameKey(found, other); });
        if (!known)
            findings.found.push_back(std::move(found));
    }
    addElsewhere(findings, surroundings);
    return findings;
}

CredentialFindings findCredentials(const Surroundings &surroundings, const QDateTime &now)
{
    CredentialFindings all = findInEnvironment(surroundings, now);
    append(all, findInCliFile(readCliFile(surroundings), surroundings, now));
    append(all, findInIniFile(readIniFile(surroundings), surroundings, now));
    return all;
}

QString suggestedName(const profiles::Workspace &workspace, const FoundCredential &found)
{
    //: the name of an account whose key stood in the environment's variables
    const QString name =
        found.source == CredentialSource::Environment ? tr("Environment") : plainLine(found.profile);
    return profiles::freeAccountName(workspace, name);
}

QStringList accountsLike(const profiles::Workspace &workspace, const FoundCredential &found)
{
    QStringList names;
    for (const profiles::Account &account : workspace.accounts) {
        if (!found.key.id.isEmpty() && account.keyTail == found.key.id.right(4)
            && account.roles == found.roles)
            names.append(account.name);
    }
    return names;
}

} // namespace uplift::accounts
