// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialwords.h"

#include "core/redact.h"

#include <QCoreApplication>

namespace uplift::accounts {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::accounts", text); }

QString shown(const QDateTime &time) { return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")); }

SourceProblem problem(CredentialSource source, const QString &path, const QString &sentence)
{
    SourceProblem found;
    found.source = source;
    found.path = path;
    found.sentence = sentence;
    return found;
}

/// The first part that is missing, by its name in the file; empty: none.
QString missingPart(const KeyParts &parts)
{
    if (parts.key.id.isEmpty())
        return parts.idName;
    if (parts.key.secret.isEmpty())
        return parts.secretName;
    return parts.wantsToken && parts.key.securityToken.isEmpty() ? parts.tokenName : QString();
}

} // namespace

QString utf8(QByteArrayView text) { return QString::fromUtf8(text.data(), text.size()); }

QString shortLine(QByteArrayView text)
{
    return plainLine(utf8(text.first(std::min<qsizetype>(text.size(), 320)))).left(80);
}

void explain(FoundCredential &found, const QString &sentence, std::optional<ChainGap> gap)
{
    found.importable = false;
    found.explanation = sentence;
    if (!found.gap)
        found.gap = gap;
}

void finishKey(FoundCredential &found, KeyParts parts, const QDateTime &now)
{
    const QString missing = missingPart(parts);
    found.key = std::move(parts.key);
    if (!missing.isEmpty())
        //: %1 is the name of a field or variable
        return explain(
            found, tr("Its %1 is empty. Complete it where it stands, or enter the key by hand.").arg(missing),
            ChainGap::PartMissing);
    if (found.key.expires && *found.key.expires <= now)
        return explain(
            found,
            tr("Its temporary key expired at %1 UTC. Get a new one with the tool that made it, then "
               "look again.")
                .arg(shown(*found.key.expires)),
            std::nullopt);
    if (const Outcome checked = checkAccessKey(found.key, now); !checked)
        return explain(found, checked.error().message, std::nullopt);
    found.importable = true;
    if (found.key.securityToken.isEmpty())
        return;
    found.explanation = found.key.expires
        ? tr("A temporary key: it works until %1 UTC.").arg(shown(*found.key.expires))
        : tr("A temporary key: it stops working when its session ends, and nothing here says when.");
}

void finishRole(FoundCredential &found, const profiles::RoleRule &role)
{
    found.roles.append(role);
    if (role.roleArn.isEmpty())
        return explain(found, tr("The role it takes on is not named. Complete its role ARN where it stands."),
                       ChainGap::PartMissing);
    if (const Outcome checked = profiles::checkRoles(found.roles); !checked)
        return explain(found, checked.error().message, std::nullopt);
    if (found.importable)
        //: %1 is the name of a role
        found.explanation = tr("Takes on the role “%1”; its keys are renewed while Uplift runs.")
                                .arg(profiles::roleName(found.roles.last()));
}

QString whyNot(const QString &mode)
{
    static const QHash<QString, QString> sentences = {
        {QStringLiteral("ecsramrole"),
         tr("Its key comes from the ECS machine it runs on, and changes there. Uplift cannot ask for it; "
            "enter "
            "the key of a RAM user instead.")},
        {QStringLiteral("ramrolearnwithrolename"),
         tr("It takes on a role with the key of the ECS machine it runs on, which Uplift cannot ask for. "
            "Enter "
            "the key of a RAM user instead.")},
        {QStringLiteral("rsakeypair"),
         tr("It signs with an RSA key pair, which is not supported. Enter the key of a RAM user instead.")},
        {QStringLiteral("external"),
         tr("Its key comes from a program, and Uplift starts none. Run the program yourself and enter the "
            "key it "
            "prints.")},
        {QStringLiteral("credentialsuri"),
         tr("Its key comes from a web address, which Uplift does not ask. Open the address yourself and "
            "enter the "
            "key it shows.")},
        {QStringLiteral("oidc"),
         tr("It trades an OIDC token for a key, which works only where that token is made. Enter the key of "
            "a RAM "
            "user instead.")},
        {QStringLiteral("bearertoken"),
         tr("It uses a bearer token, which the Redis API does not take. Enter the key of a RAM user "
            "instead.")},
        {QStringLiteral("anonymous"), tr("It has no key. Enter the key of a RAM user instead.")},
    };
    return sentences.value(mode);
}

QString unknownMode(const QString &mode)
{
    if (mode.isEmpty())
        return tr("It does not say which kind of key it is. Complete its mode or type where it stands.");
    return tr("Its kind “%1” is not one that Uplift knows. Enter the key of a RAM user by hand.").arg(mode);
}

SourceProblem brokenJson(const QString &path, int line, int column)
{
    auto found =
        problem(CredentialSource::CliFile, path,
                //: %1 path, %2 and %3 numbers
                tr("%1 is not valid JSON: reading stopped at line %2, column %3. Mend the file, then look "
                   "again.")
                    .arg(path)
                    .arg(line)
                    .arg(column));
    found.line = line;
    found.column = column;
    return found;
}

SourceProblem notAConfiguration(const QString &path)
{
    return problem(
        CredentialSource::CliFile, path,
        tr("%1 is JSON, but holds no list of profiles. Mend the file, then look again.").arg(path));
}

SourceProblem oddLine(const QString &path, int line)
{
    auto found =
        problem(CredentialSource::IniFile, path,
                tr("%1, line %2 is neither a section, nor a name with a value, nor a comment; it was "
                   "passed over.")
                    .arg(path)
                    .arg(line));
    found.line = line;
    return found;
}

SourceProblem unreadable(CredentialSource source, const SourceFile &file)
{
    return problem(source, file.path, file.refusal);
}

SourceProblem switchedOff(CredentialSource source, const QString &path, const QString &variable)
{
    auto found = problem(source, path,
                         //: %1 path, %2 name of an environment variable
                         tr("%1 was not read, since %2 switches it off.").arg(path, variable));
    found.harmless = true;
    return found;
}

SourceProblem tooMany(CredentialSource source, const QString &path, std::size_t most)
{
    return problem(source, path,
                   tr("%1 has more than %2 entries; the rest was passed over.").arg(path).arg(most));
}

} // namespace uplift::accounts
