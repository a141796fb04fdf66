// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/foundcredential.h"

#include <QByteArrayView>
#include <QString>

namespace uplift::accounts {

/// What is known of one entry before it is judged; the names are those of its file, for the sentences.
struct KeyParts {
    AccessKey key;
    bool wantsToken = false;
    QString idName = QStringLiteral("access_key_id");
    QString secretName = QStringLiteral("access_key_secret");
    QString tokenName = QStringLiteral("sts_token");
};

/// One plain line of at most 80 characters: names and modes as they may be shown.
[[nodiscard]] QString shortLine(QByteArrayView text);
[[nodiscard]] QString utf8(QByteArrayView text);

/// Puts the key into `found` and says whether it can be imported; roles are checked by finishRoles().
void finishKey(FoundCredential &found, KeyParts parts, const QDateTime &now);
/// Adds a role to what finishKey() left.
void finishRole(FoundCredential &found, const profiles::RoleRule &role);
/// Not importable; keeps the gap a caller set before.
void explain(FoundCredential &found, const QString &sentence, std::optional<ChainGap> gap);

/// Why a mode of the CLI file (in lower case) or a type of the INI file cannot be imported; empty: not a mode
/// that is known.
[[nodiscard]] QString whyNot(const QString &mode);
[[nodiscard]] QString unknownMode(const QString &shown);

/// "%1 is not valid JSON: …", "%1, line %2: …" and the like.
[[nodiscard]] SourceProblem brokenJson(const QString &path, int line, int column);
[[nodiscard]] SourceProblem notAConfiguration(const QString &path);
[[nodiscard]] SourceProblem oddLine(const QString &path, int line);
[[nodiscard]] SourceProblem unreadable(CredentialSource source, const SourceFile &file);
[[nodiscard]] SourceProblem switchedOff(CredentialSource source, const QString &path,
                                        const QString &variable);
[[nodiscard]] SourceProblem tooMany(CredentialSource source, const QString &path, std::size_t most);

} // namespace uplift::accounts
