// SPDX-License-Identifier: GPL-3.0-or-later
// The INI file ~/.alibabacloud/credentials (api.md 17.3).
#include "accounts/credentialwords.h"

#include <algorithm>

namespace uplift::accounts {

namespace {

constexpr std::size_t maxEntries = 1000;

/// One section; values are wiped with it.
struct Section {
    QByteArray name;
    std::map<QByteArray, SecretBytes> values;

    [[nodiscard]] QByteArrayView text(const char *key) const
    {
        const auto found = values.find(QByteArray(key));
        return found == values.end() ? QByteArrayView() : found->second.view();
    }
};

struct Ini {
    std::vector<Section> sections;
    QList<int> oddLines;
};

QByteArrayView unquoted(QByteArrayView value)
{
    const bool quoted =
        value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return quoted ? value.sliced(1, value.size() - 2) : value;
}

Section &sectionOf(Ini &ini, QByteArrayView name)
{
    const auto found = std::find_if(ini.sections.begin(), ini.sections.end(),
                                    [name](const Section &section) { return section.name == name; });
    if (found != ini.sections.end())
        return *found;
    return ini.sections.emplace_back(Section{name.toByteArray(), {}});
}

/// False for a line that is no INI.
bool readLine(QByteArrayView line, Ini &ini, Section *&section)
{
    if (line.isEmpty() || line.front() == ';' || line.front() == '#')
        return true;
    if (line.front() == '[') {
        section = nullptr;
        const bool whole = line.back() == ']' && ini.sections.size() <= maxEntries;
        if (whole)
            section = &sectionOf(ini, line.sliced(1, line.size() - 2).trimmed());
        return whole;
    }
    const qsizetype equals = line.indexOf('=');
    if (equals <= 0 || !section)
        return false;
    section->values.insert_or_assign(line.first(equals).trimmed().toByteArray(),
                                     SecretBytes(unquoted(line.sliced(equals + 1).trimmed())));
    return true;
}

Ini readIni(QByteArrayView text)
{
    Ini ini;
    Section *section = nullptr;
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype feed = text.indexOf('\n');
        const QByteArrayView line = feed < 0 ? text : text.first(feed);
        text = feed < 0 ? QByteArrayView() : text.sliced(feed + 1);
        ++number;
        if (!readLine(line.trimmed(), ini, section) && ini.oddLines.size() < 20)
            ini.oddLines.append(number);
    }
    return ini;
}

void finish(FoundCredential &found, const Section &section, const QDateTime &now)
{
    const QString type = found.mode.toLower();
    KeyParts parts;
    parts.key.id = utf8(section.text("access_key_id"));
    parts.key.secret = SecretBytes(section.text("access_key_secret"));
    if (type == QLatin1String("access_key"))
        return finishKey(found, std::move(parts), now);
    if (type == QLatin1String("ram_role_arn")) {
        finishKey(found, std::move(parts), now);
        profiles::RoleRule role;
        role.roleArn = utf8(section.text("role_arn"));
        const QString session = utf8(section.text("role_session_name"));
        role.sessionName = session.isEmpty() ? QStringLiteral("uplift") : session;
        role.policy = utf8(section.text("policy"));
        return finishRole(found, role);
    }
    // "ecs_ram_role" and the CLI's "EcsRamRole" are one.
    const QString why = whyNot(QString(type).remove(QLatin1Char('_')));
    explain(found, why.isEmpty() ? unknownMode(found.mode) : why, std::nullopt);
}

FoundCredential read(const Section &section, const QDateTime &now)
{
    static const QStringList types = {QStringLiteral("access_key"), QStringLiteral("ecs_ram_role"),
                                      QStringLiteral("ram_role_arn")};
    FoundCredential found;
    found.source = CredentialSource::IniFile;
    found.profile = shortLine(section.name);
    found.mode = shortLine(section.text("type"));
    if (const auto region = parseRegionId(shortLine(section.text("region_id"))); region)
        found.region = *region;
    if (found.mode.isEmpty())
        found.gap = ChainGap::TypeMissing;
    else if (!types.contains(found.mode))
        found.gap = ChainGap::ModeNotSupported;
    finish(found, section, now);
    return found;
}

} // namespace

CredentialFindings findInIniFile(const SourceFile &file, const Surroundings &surroundings,
                                 const QDateTime &now)
{
    CredentialFindings findings;
    if (!file.exists)
        return findings;
    findings.gap = ChainGap::BrokenFile;
    if (!file.refusal.isEmpty()) {
        findings.problems.append(unreadable(CredentialSource::IniFile, file));
        return findings;
    }
    const Ini ini = readIni(file.bytes.view());
    for (const int line : ini.oddLines)
        findings.problems.append(oddLine(file.path, line));
    const QString wanted = surroundings.text("ALIBABA_CLOUD_PROFILE");
    const QString current = wanted.isEmpty() ? QStringLiteral("default") : wanted;
    findings.gap = ChainGap::ProfileMissing;
    for (const Section &section : ini.sections) {
        FoundCredential found = read(section, now);
        if (utf8(section.name) == current) {
            findings.gap = found.gap;
            found.chosenByTools = !found.gap;
        }
        findings.found.push_back(std::move(found));
    }
    return findings;
}

} // namespace uplift::accounts
