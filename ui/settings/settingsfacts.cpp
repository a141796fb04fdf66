// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsfacts.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct SettingsFactsText {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::SettingsFacts)
};

QString proxySentence(const ProxyRule &proxy)
{
    switch (proxy.kind) {
    case ProxyRule::Kind::System:
        return SettingsFactsText::tr("The system's proxy, if it names one.");
    case ProxyRule::Kind::None:
        return SettingsFactsText::tr("Without a proxy.");
    case ProxyRule::Kind::Http:
        //: %1 is host:port
        return SettingsFactsText::tr("Through the proxy %1.")
            .arg(QStringLiteral("%1:%2").arg(proxy.host).arg(proxy.port));
    }
    return {};
}

} // namespace

QString networkSentence(const ConnectionSettings &settings)
{
    const QString proxy = proxySentence(settings.proxy);
    if (settings.caFile.isEmpty())
        return proxy;
    //: %1 is a sentence on the proxy, %2 a path
    return SettingsFactsText::tr("%1 Trusts the certificates in %2 as well.").arg(proxy, settings.caFile);
}

QString secretSentence(const profiles::Account &account)
{
    const QString tail = QStringLiteral("····%1").arg(account.keyTail);
    if (account.secretPlace == profiles::SecretPlace::SessionOnly)
        //: %1 is the masked end of a key id
        return SettingsFactsText::tr("%1, in memory until Uplift ends.").arg(tail);
    if (account.keychainBackend.isEmpty())
        return SettingsFactsText::tr("%1, in the keychain.").arg(tail);
    //: %1 is the masked end of a key id, %2 names a keychain: Secret Service
    return SettingsFactsText::tr("%1, in the keychain (%2).").arg(tail, account.keychainBackend);
}

QString journalSentence(upgrade::JournalState::Access access, const std::optional<Error> &reason)
{
    switch (access) {
    case upgrade::JournalState::Access::Writable:
        return SettingsFactsText::tr("It is open for writing.");
    case upgrade::JournalState::Access::ViewOnly:
        return reason ? reason->message
                      : SettingsFactsText::tr("It is open for viewing alone; nothing can be upgraded.");
    case upgrade::JournalState::Access::None:
        break;
    }
    return reason ? reason->message : SettingsFactsText::tr("It is not open yet.");
}

} // namespace uplift::ui
