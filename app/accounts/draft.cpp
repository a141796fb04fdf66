// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/draft.h"

#include <QCoreApplication>

namespace uplift::accounts {

namespace {

Outcome checkConnection(const ConnectionSettings &connection)
{
    if (connection.endpoint.kind == EndpointRule::Kind::Custom) {
        if (const auto endpoint = parseCustomEndpoint(connection.endpoint.origin); !endpoint)
            return failure(endpoint.error());
    }
    if (connection.endpoint.kind == EndpointRule::Kind::Vpc && !connection.endpoint.home.isEmpty()) {
        if (auto home = parseRegionId(connection.endpoint.home.value); !home) {
            home.error().field = QStringLiteral("home");
            return failure(home.error());
        }
    }
    if (connection.proxy.kind == ProxyRule::Kind::Http) {
        const QString typed = QStringLiteral("%1:%2").arg(connection.proxy.host).arg(connection.proxy.port);
        if (const auto proxy = parseProxy(typed); !proxy)
            return failure(proxy.error());
    }
    return {};
}

} // namespace

bool hasKey(const Draft &draft)
{
    return !draft.key.id.isEmpty() || !draft.key.secret.isEmpty() || !draft.key.securityToken.isEmpty();
}

Outcome checkDraft(const Draft &draft, const QDateTime &now)
{
    if (const Outcome connection = checkConnection(draft.account.connection); !connection)
        return connection;
    if (const Outcome roles = profiles::checkRoles(draft.account.roles); !roles)
        return roles;
    if (hasKey(draft) || draft.account.id.isEmpty())
        return checkAccessKey(draft.key, now);
    return {};
}

Outcome checkNotExpired(const std::optional<QDateTime> &expires, const QString &account, const QDateTime &now)
{
    if (!expires || *expires > now)
        return {};
    return failure(Error::of(
        Error::Kind::Denied,
        //: %1 is the account's name, %2 a date and time in UTC
        QCoreApplication::translate("uplift::accounts",
                                    "The temporary key of the account “%1” expired at %2 UTC.")
            .arg(account, expires->toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
        QCoreApplication::translate("uplift::accounts",
                                    "Get a new temporary key, edit the account and paste all three parts.")));
}

Error sessionOverError(const QString &account)
{
    return Error::of(
        Error::Kind::Keychain,
        //: %1 is the account's name
        QCoreApplication::translate(
            "uplift::accounts",
            "The AccessKey of the account “%1” was kept for one session only, and that session is over.")
            .arg(account),
        QCoreApplication::translate("uplift::accounts", "Edit the account and enter its AccessKey again."));
}

Error noSuchAccountError()
{
    return Error::of(
        Error::Kind::NotFound,
        QCoreApplication::translate("uplift::accounts", "This account is no longer in the workspace."),
        QCoreApplication::translate("uplift::accounts", "Choose another account, or add it again."));
}

} // namespace uplift::accounts
