// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsrig.h"
#include "support/canary.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>

namespace uplift::test {

/// Accounts in front of a service that a test words call by call.
class ServerRig {
    using Reply = std::function<FaultReply(const SeenRequest &)>;
    std::mutex m_mutex; ///< before the server, whose threads use both
    std::map<QByteArray, Reply> m_replies;

public:
    ServerRig()
    {
        const auto loaded = wait<profiles::WorkspaceStore::Loaded>(
            [this](QObject *context, auto done) { workspace.load(context, std::move(done)); });
        Q_ASSERT(loaded);
        server.setResponder([this](const SeenRequest &request) { return answer(request); });
    }

    /// What the service says to one action from now on.
    void say(const char *action, Reply reply)
    {
        const std::lock_guard lock(m_mutex);
        m_replies.insert_or_assign(QByteArray(action), std::move(reply));
    }
    void say(const char *action, const FaultReply &reply)
    {
        say(action, [reply](const SeenRequest &) { return reply; });
    }
    [[nodiscard]] QList<SeenRequest> seen(const char *action) const
    {
        QList<SeenRequest> seen;
        for (const SeenRequest &request : server.requests()) {
            if (request.action() == action)
                seen.append(request);
        }
        return seen;
    }
    /// The key id a request was signed with.
    [[nodiscard]] static QByteArray signer(const SeenRequest &request)
    {
        const QByteArray header = request.header("authorization");
        const qsizetype start = header.indexOf("Credential=") + 11;
        return header.mid(start, header.indexOf(',', start) - start);
    }

    [[nodiscard]] accounts::Draft draft(const QList<profiles::RoleRule> &roles = {}) const
    {
        accounts::Draft draft;
        draft.account.name = QStringLiteral("Shop");
        draft.account.connection.endpoint = {EndpointRule::Kind::Custom, server.origin()};
        draft.account.connection.proxy.kind = ProxyRule::Kind::None;
        draft.account.roles = roles;
        draft.key = test::canaryKey();
        return draft;
    }
    [[nodiscard]] Result<AccountId> save(accounts::Draft draft)
    {
        return wait<AccountId>(
            [&](QObject *context, auto done) { accounts.save(std::move(draft), context, std::move(done)); });
    }
    [[nodiscard]] Result<std::shared_ptr<cloud::Client>> client(const AccountId &id)
    {
        return wait<std::shared_ptr<cloud::Client>>(
            [&](QObject *context, auto done) { accounts.client(id, context, std::move(done)); });
    }

    [[nodiscard]] static FaultReply json(const QJsonObject &body, int status = 200)
    {
        FaultReply reply;
        reply.status = status;
        QJsonObject whole = body;
        whole.insert(QStringLiteral("RequestId"), QStringLiteral("1B7C1E1A-0000-4000-8000-00000000F00D"));
        reply.body = QJsonDocument(whole).toJson(QJsonDocument::Compact);
        return reply;
    }
    [[nodiscard]] static FaultReply refusal(const char *code, int status, const QJsonObject &denied = {})
    {
        QJsonObject body{{QStringLiteral("Code"), QLatin1String(code)},
                         {QStringLiteral("Message"), QStringLiteral("refused")}};
        if (!denied.isEmpty())
            body.insert(QStringLiteral("AccessDeniedDetail"), denied);
        return json(body, status);
    }
    [[nodiscard]] static FaultReply identity(const char *type = "RAMUser")
    {
        return json({{QStringLiteral("AccountId"), QStringLiteral("1234567890123456")},
                     {QStringLiteral("Arn"), QStringLiteral("acs:ram::1234567890123456:user/dba")},
                     {QStringLiteral("IdentityType"), QLatin1String(type)},
                     {QStringLiteral("PrincipalId"), QStringLiteral("2")}});
    }

    QTemporaryDir place;
    FaultServer server{FaultServer::Transport::Plain};
    HandClock clock;
    FakeKeychain keychain;
    secrets::SessionStore session;
    profiles::WorkspaceStore workspace{place.filePath(QStringLiteral("workspace.json"))};
    std::shared_ptr<cloud::Network> network = std::make_shared<cloud::Network>();
    accounts::Accounts accounts{workspace, keychain, session, network, clock};

private:
    FaultReply answer(const SeenRequest &request)
    {
        Reply reply;
        {
            const std::lock_guard lock(m_mutex);
            if (const auto found = m_replies.find(request.action()); found != m_replies.end())
                reply = found->second;
        }
        return reply ? reply(request) : json({});
    }
};

} // namespace uplift::test
