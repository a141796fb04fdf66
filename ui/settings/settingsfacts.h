// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "profiles/workspace.h"
#include "upgrade/journal.h"

#include <QList>
#include <QString>

namespace uplift::ui {

/// What the settings show beside the preferences: of the accounts, the journal and this machine.
struct SettingsFacts {
    struct Account {
        AccountId id;
        QString name;
        QString network; ///< "The system's proxy."
        QString secret; ///< "In the keychain (Secret Service)."
    };
    QList<Account> accounts;
    QString dataFolder;
    QString journalPath;
    QString journalState; ///< one sentence
    bool practice = false; ///< this window is over the practice cloud
    bool remote = false; ///< what Automatic finds for the display
    bool compact = false; ///< the table's
    QString logPath; ///< empty: none is kept
    bool hasHistory = false; ///< the window has a view of it
};

/// Whole sentences: which way an account's calls take, and whom they trust.
[[nodiscard]] QString networkSentence(const ConnectionSettings &settings);
/// Where the account's key lies, and what of it is on disk.
[[nodiscard]] QString secretSentence(const profiles::Account &account);
/// May it be written, and why not.
[[nodiscard]] QString journalSentence(upgrade::JournalState::Access access,
                                      const std::optional<Error> &reason);

} // namespace uplift::ui
