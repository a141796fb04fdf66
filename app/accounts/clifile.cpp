// SPDX-License-Identifier: GPL-3.0-or-later
// The CLI's ~/.aliyun/config.json (api.md 17.2).
#include "accounts/credentialwords.h"
#include "accounts/secretjson.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::accounts {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::accounts", text); }

constexpr std::size_t maxEntries = 1000;

/// Spelt as the provider's own library wants it, which compares case; the CLI and this import do not.
const QStringList &modesOfTheTools()
{
    static const QStringList modes = {QStringLiteral("AK"),         QStringLiteral("StsToken"),
                                      QStringLiteral("RamRoleArn"), QStringLiteral("ChainableRamRoleArn"),
                                      QStringLiteral("EcsRamRole"), QStringLiteral("OIDC"),
                                      QStringLiteral("CloudSSO"),   QStringLiteral("OAuth"),
                                      QStringLiteral("External")};
    return modes;
}

class CliProfiles {
public:
    CliProfiles(const SecretJson &root, const QDateTime &now) : m_now(now)
    {
        if (const SecretJson *list = root.member("profiles"); list && list->kind() == SecretJson::Kind::Array)
            m_list = &list->items();
    }
    [[nodiscard]] bool isEmpty() const { return !m_list || m_list->empty(); }
    [[nodiscard]] std::size_t size() const { return m_list->size(); }
    [[nodiscard]] QByteArrayView nameAt(std::size_t at) const { return (*m_list)[at].text("name"); }
    [[nodiscard]] FoundCredential read(std::size_t at) const { return read((*m_list)[at], 0); }

private:
    [[nodiscard]] FoundCredential read(const SecretJson &profile, int depth) const
    {
        FoundCredential found;
        found.source = CredentialSource::CliFile;
        found.profile = shortLine(profile.text("name"));
        found.mode = shortLine(profile.text("mode"));
        if (const auto region = parseRegionId(shortLine(profile.text("region_id"))); region)
            found.region = *region;
        found.vpcEndpoint = profile.isTrue("enable_vpc")
            || shortLine(profile.text("endpoint_type")).compare(QLatin1String("vpc"), Qt::CaseInsensitive)
                == 0;
        if (!modesOfTheTools().contains(found.mode))
            found.gap = ChainGap::ModeNotSupported;
        finish(found, profile, depth);
        return found;
    }

    void finish(FoundCredential &found, const SecretJson &profile, int depth) const
    {
        const QString mode = found.mode.toLower();
        if (mode == QLatin1String("ak"))
            return finishKey(found, keyOf(profile, false), m_now);
        if (mode == QLatin1String("ststoken"))
            return finishKey(found, keyOf(profile, true), m_now);
        if (mode == QLatin1String("ramrolearn")) {
            finishKey(found, keyOf(profile, false), m_now);
            return finishRole(found, roleOf(profile));
        }
        if (mode == QLatin1String("chainableramrolearn"))
            return finishChain(found, profile, depth);
        if (mode == QLatin1String("cloudsso") || mode == QLatin1String("oauth"))
            return finishLogin(found, profile);
        const QString why = whyNot(mode);
        explain(found, why.isEmpty() ? unknownMode(found.mode) : why, std::nullopt);
    }

    static KeyParts keyOf(const SecretJson &profile, bool withToken)
    {
        KeyParts parts;
        parts.key.id = utf8(profile.text("access_key_id"));
        parts.key.secret = SecretBytes(profile.text("access_key_secret"));
        parts.wantsToken = withToken;
        if (!withToken)
            return parts;
        parts.key.securityToken = SecretBytes(profile.text("sts_token"));
        if (const auto expires = profile.number("sts_expiration"); expires && *expires > 0)
            parts.key.expires = QDateTime::fromSecsSinceEpoch(*expires, Qt::UTC);
        return parts;
    }

    static profiles::RoleRule roleOf(const SecretJson &profile)
    {
        profiles::RoleRule role;
        role.roleArn = utf8(profile.text("ram_role_arn"));
        if (const QString session = utf8(profile.text("ram_session_name")); !session.isEmpty())
            role.sessionName = session;
        else
            role.sessionName = QStringLiteral("uplift");
        role.externalId = utf8(profile.text("external_id"));
        const qint64 expired = profile.number("expired_seconds").value_or(0);
        const qint64 seconds = expired > 0 ? expired : profile.number("duration_seconds").value_or(0);
        if (seconds > 0)
            role.durationSeconds = static_cast<int>(std::min<qint64>(seconds, profiles::mostRoleSeconds + 1));
        role.policy = utf8(profile.text("policy"));
        return role;
    }

    void finishChain(FoundCredential &found, const SecretJson &profile, int depth) const
    {
        const QByteArrayView source = profile.text("source_profile");
        // A loop is a chain that never ends: it meets this bound, too.
        if (depth > profiles::maxRoles)
            return explain(
                found,
                tr("Its chain of source_profile leads back to itself, or is longer than %1. Mend it "
                   "where it stands.")
                    .arg(profiles::maxRoles),
                ChainGap::BrokenChain);
        const auto next = std::find_if(m_list->begin(), m_list->end(), [source](const SecretJson &other) {
            return !source.isEmpty() && other.text("name") == source;
        });
        if (next == m_list->end())
            return explain(found,
                           tr("Its source_profile “%1” is not in the file. Mend it where it stands.")
                               .arg(shortLine(source)),
                           ChainGap::BrokenChain);
        FoundCredential base = read(*next, depth + 1);
        found.key = std::move(base.key);
        found.roles = base.roles;
        found.importable = base.importable;
        if (!base.importable)
            //: %1 is a profile's name, %2 a whole sentence about it
            return explain(found,
                           depth > 0 ? base.explanation
                                     : tr("It begins with the profile “%1”, which cannot be imported. %2")
                                           .arg(base.profile, base.explanation),
                           base.gap ? base.gap : ChainGap::BrokenChain);
        if (base.gap && !found.gap)
            found.gap = base.gap;
        finishRole(found, roleOf(profile));
    }

    void finishLogin(FoundCredential &found, const SecretJson &profile) const
    {
        KeyParts parts = keyOf(profile, true);
        const bool cached = !parts.key.id.isEmpty() && !parts.key.secret.isEmpty()
            && !parts.key.securityToken.isEmpty() && parts.key.expires && *parts.key.expires > m_now;
        if (!cached)
            return explain(
                found,
                //: %1 is CloudSSO or OAuth
                tr("It needs a new login: no key of %1 that still works is kept here. Log in with the "
                   "command line tool, then look again.")
                    .arg(found.mode),
                ChainGap::NeedsLogin);
        finishKey(found, std::move(parts), m_now);
    }

    const std::vector<SecretJson> *m_list = nullptr;
    const QDateTime &m_now;
};

} // namespace

CredentialFindings findInCliFile(const SourceFile &file, const Surroundings &surroundings,
                                 const QDateTime &now)
{
    CredentialFindings findings;
    if (!file.disabledBy.isEmpty()) {
        findings.problems.append(switchedOff(CredentialSource::CliFile, file.path, file.disabledBy));
        return findings;
    }
    if (!file.exists)
        return findings;
    findings.gap = ChainGap::BrokenFile;
    if (!file.refusal.isEmpty()) {
        findings.problems.append(unreadable(CredentialSource::CliFile, file));
        return findings;
    }
    const auto root = SecretJson::parse(file.bytes.view());
    if (!root) {
        findings.problems.append(brokenJson(file.path, root.error().line, root.error().column));
        return findings;
    }
    const CliProfiles profiles(*root, now);
    if (profiles.isEmpty()) {
        findings.problems.append(notAConfiguration(file.path));
        return findings;
    }
    const QString wanted = surroundings.text("ALIBABA_CLOUD_PROFILE");
    const QString current = wanted.isEmpty() ? utf8(root->text("current")) : wanted;
    findings.gap = ChainGap::ProfileMissing;
    bool decided = false;
    for (std::size_t at = 0; at < profiles.size() && at < maxEntries; ++at) {
        FoundCredential found = profiles.read(at);
        if (!decided && utf8(profiles.nameAt(at)) == current) {
            decided = true;
            findings.gap = found.gap;
            found.chosenByTools = !found.gap;
        }
        findings.found.push_back(std::move(found));
    }
    if (profiles.size() > maxEntries)
        findings.problems.append(tooMany(CredentialSource::CliFile, file.path, maxEntries));
    return findings;
}

} // namespace uplift::accounts
