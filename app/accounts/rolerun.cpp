// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/rolerun.h"

#include <QCoreApplication>

namespace uplift::accounts {

namespace {

QDateTime serviceTime(const cloud::Client &client, const QDateTime &now)
{
    return now.addMSecs(client.clockOffset().value_or(std::chrono::milliseconds(0)).count());
}

Error refusedRole(Error error, const profiles::RoleRule &role)
{
    //: %1 is a role's name, %2 a whole sentence
    error.message = QCoreApplication::translate("uplift::accounts", "The role “%1” was not taken on. %2")
                        .arg(profiles::roleName(role), error.message);
    return error;
}

} // namespace

bool isRoleFresh(const QDateTime &expires, const cloud::Client &client, const QDateTime &now,
                 int marginSeconds)
{
    return serviceTime(client, now).addSecs(marginSeconds) < expires;
}

RoleRun::RoleRun(std::shared_ptr<cloud::Network> network, std::shared_ptr<cloud::Client> base,
                 QList<profiles::RoleRule> roles, const Clock &clock, Answer<RoleClient> answer,
                 QObject *parent)
    : QObject(parent), m_network(std::move(network)), m_roles(std::move(roles)), m_clock(clock),
      m_answer(std::move(answer)), m_reached{std::move(base), {}}
{
}

void RoleRun::next()
{
    if (m_at == m_roles.size()) {
        m_answer(std::move(m_reached));
        return deleteLater();
    }
    const profiles::RoleRule &role = m_roles[m_at];
    cloud::AssumeRoleRequest request;
    request.roleArn = role.roleArn;
    request.sessionName = role.sessionName;
    request.externalId = role.externalId;
    request.duration = std::chrono::seconds(role.durationSeconds);
    request.policy = role.policy;
    m_reached.client->assumeRole(request, this, [this](auto assumed) { onAssumed(std::move(assumed)); });
}

void RoleRun::onAssumed(Result<cloud::Answered<AccessKey>> assumed)
{
    const profiles::RoleRule role = m_roles[m_at++];
    if (!assumed) {
        Q_EMIT roleRefused(role);
        m_answer(failure(refusedRole(std::move(assumed.error()), role)));
        return deleteLater();
    }
    // A service that does not say when it ends gives what was asked for.
    m_reached.expires = assumed->value.expires.value_or(
        serviceTime(*m_reached.client, m_clock.now()).addSecs(role.durationSeconds));
    m_reached.client =
        std::make_shared<cloud::Client>(m_network, m_reached.client->settings(), std::move(assumed->value),
                                        m_clock, profiles::roleAccount(role));
    next();
}

} // namespace uplift::accounts
