// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accesskey.h"
#include "profiles/rolerule.h"
#include "profiles/workspace.h"

#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace uplift::accounts {

/// Where the provider's own tools keep keys (api.md 17).
enum class CredentialSource {
    Environment,
    CliFile, ///< ~/.aliyun/config.json
    IniFile ///< ~/.alibabacloud/credentials
};

/// Why the provider's own tools, which are stricter than this import, would not use an entry.
enum class ChainGap {
    NothingConfigured,
    BrokenFile,
    ProfileMissing, ///< the chosen profile is not in the list
    ModeNotSupported, ///< also a mode in other letters: the tools compare case
    TypeMissing, ///< INI
    PartMissing, ///< an empty id, secret or token
    NeedsLogin, ///< CloudSSO, OAuth: nothing cached that is still valid
    BrokenChain ///< source_profile leads nowhere or round in circles
};

/// One entry as it was found. Move-only, since it holds the key.
struct FoundCredential {
    CredentialSource source = CredentialSource::Environment;
    /// Profile or section as written, made one plain line; Environment: the variable that holds the id.
    QString profile;
    QString
        mode; ///< "AK", "RamRoleArn", as written, one plain line; INI: its type; Environment: AK, StsToken
    RegionId region; ///< its default region; empty: none, or none that is a region's id
    bool vpcEndpoint = false; ///< it asks for the VPC's endpoints
    /// Can it be taken over? Otherwise `explanation` says in one sentence why not, and what to do.
    bool importable = false;
    QString explanation; ///< translated; of an importable one: what to know, such as when it expires; may be
                         ///< empty
    AccessKey key; ///< empty parts when there are none. Shown as maskedKeyId(key.id) alone
    QList<profiles::RoleRule> roles; ///< to be assumed in this order
    bool chosenByTools = false; ///< the provider's own tools would use this one now
    std::optional<ChainGap> gap; ///< why the tools would refuse it; nothing when they take it
};

/// A source that was passed over, named without its content.
struct SourceProblem {
    CredentialSource source = CredentialSource::CliFile;
    QString path; ///< "~/.aliyun/config.json"
    int line = 0; ///< 1 …; 0: not about one line
    int column = 0; ///< 1 …; bytes
    bool harmless = false; ///< switched off on purpose; nothing is broken
    QString sentence; ///< translated, whole: what and where
};

/// Everything that was found, in the order the tools look: environment, CLI file, INI file.
struct CredentialFindings {
    std::vector<FoundCredential> found;
    QList<SourceProblem> problems;
    /// Nothing when an entry is chosenByTools; otherwise why the tools find none (the first source's reason).
    std::optional<ChainGap> gap = ChainGap::NothingConfigured;

    [[nodiscard]] const FoundCredential *chosen() const; ///< by the tools; nullptr: none
};

/// The home folder and the variables of api.md 17, taken once on the caller's thread. Values are wiped with
/// it.
struct Surroundings {
    QString home;
    std::map<QByteArray, SecretBytes> variables; ///< unset and empty are alike: absent

    /// Of this process and its user: HOME, or USERPROFILE on Windows.
    [[nodiscard]] static Surroundings ofThisProcess();
    /// The names ofThisProcess() looks at.
    [[nodiscard]] static const QList<QByteArray> &names();
    [[nodiscard]] QString text(const char *name) const; ///< of variables that are no secret
    [[nodiscard]] bool isTrue(const char *name) const; ///< "true" in any case
};

/// A file as it was read, or why it was not.
struct SourceFile {
    QString path; ///< as shown: "~/.aliyun/config.json"
    bool exists = false;
    QString disabledBy; ///< the variable that switches it off; never opened then
    QString refusal; ///< translated: cannot be opened, no regular file, too large; empty when it was read
    SecretBytes bytes;
};
inline constexpr std::size_t maxCredentialFile = 1024 * 1024;

/// What the environment itself holds. Pure, as the next two: nothing is read but what is handed in.
[[nodiscard]] CredentialFindings findInEnvironment(const Surroundings &surroundings, const QDateTime &now);
/// Every profile of the CLI file.
[[nodiscard]] CredentialFindings findInCliFile(const SourceFile &file, const Surroundings &surroundings,
                                               const QDateTime &now);
/// Every section of the INI file.
[[nodiscard]] CredentialFindings findInIniFile(const SourceFile &file, const Surroundings &surroundings,
                                               const QDateTime &now);

/// Reads both files and looks everywhere. Blocks: for a worker thread. Opens regular files alone, never waits
/// for a fifo, reads at most maxCredentialFile.
[[nodiscard]] CredentialFindings findCredentials(const Surroundings &surroundings, const QDateTime &now);

/// A name for the account of this entry that no account of `workspace` has yet: "prod", "prod (2)".
[[nodiscard]] QString suggestedName(const profiles::Workspace &workspace, const FoundCredential &found);
/// Names of accounts that seem to be this entry already: the same key tail and the same roles.
[[nodiscard]] QStringList accountsLike(const profiles::Workspace &workspace, const FoundCredential &found);

} // namespace uplift::accounts
