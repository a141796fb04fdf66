// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/roles.h"

#include "practice/paging.h"

#include <QRegularExpression>

namespace uplift::practice {

namespace {

QString accountArn(const RoleDecision &decision)
{
    return QStringLiteral("acs:ram::%1:assumed-role/%2/%3")
        .arg(decision.account, decision.role, decision.session);
}

} // namespace

QString roleNumber(const QString &account) { return QStringLiteral("30") + account; }

QJsonObject identityShape(const CallInput &call)
{
    const QString user = QStringLiteral("20") + call.account;
    const QString role = roleNumber(call.account);
    const bool isRole = !call.assumedRole.isEmpty();
    QJsonObject body{
        {QStringLiteral("AccountId"), call.account},
        {QStringLiteral("Arn"),
         QStringLiteral("acs:ram::%1:%2")
             .arg(call.account,
                  isRole ? QStringLiteral("assumed-role/") + call.assumedRole
                         : QStringLiteral("user/practice"))},
        {QStringLiteral("IdentityType"),
         isRole ? QStringLiteral("AssumedRoleUser") : QStringLiteral("RAMUser")},
        {QStringLiteral("PrincipalId"),
         isRole ? role + QLatin1Char(':') + call.assumedRole.section(QLatin1Char('/'), -1) : user}};
    body.insert(isRole ? QStringLiteral("RoleId") : QStringLiteral("UserId"), isRole ? role : user);
    return body;
}

RoleDecision decideRole(const CallInput &call)
{
    static const QRegularExpression arn(
        QStringLiteral("^acs:ram::(\\d{5,20}):role/([A-Za-z0-9.@_-]{1,64})$"));
    static const QRegularExpression session(QStringLiteral("^[A-Za-z0-9.@_-]{2,64}$"));
    RoleDecision decision;
    const auto match = arn.match(call.parameters.value(QStringLiteral("RoleArn")));
    decision.account = call.account;
    decision.role = match.captured(2);
    decision.session = call.parameters.value(QStringLiteral("RoleSessionName"));
    for (const QString &name : {QStringLiteral("RoleArn"), QStringLiteral("RoleSessionName")}) {
        if (call.parameters.value(name).isEmpty())
            decision.refusal = Refusal::missing(name);
    }
    if (decision.refusal)
        return decision;
    if (!match.hasMatch())
        decision.refusal = Refusal::invalid(QStringLiteral("RoleArn"), QStringLiteral("it names no role"));
    else if (!session.match(decision.session).hasMatch())
        decision.refusal = Refusal::invalid(QStringLiteral("RoleSessionName"),
                                            QStringLiteral("2 to 64 letters, digits, . @ - _ are needed"));
    else if (match.captured(1) != call.account)
        decision.refusal = Refusal::of(403, QStringLiteral("NoPermission"),
                                       QStringLiteral("You are not authorized to do this action. You should "
                                                      "be authorized by RAM."));
    else
        decision.refusal =
            readNumber(call.parameters, QStringLiteral("DurationSeconds"), 900, 43'200, decision.seconds);
    return decision;
}

QJsonObject roleShape(const RoleDecision &decision, const PracticeKey &key)
{
    return {{QStringLiteral("AssumedRoleUser"),
             QJsonObject{
                 {QStringLiteral("Arn"), accountArn(decision)},
                 {QStringLiteral("AssumedRoleId"), roleNumber(decision.account) + u':' + decision.session}}},
            {QStringLiteral("Credentials"),
             QJsonObject{{QStringLiteral("AccessKeyId"), key.id},
                         {QStringLiteral("AccessKeySecret"), key.secret},
                         {QStringLiteral("SecurityToken"), key.token},
                         {QStringLiteral("Expiration"), wireTime(key.tokenExpires)}}}};
}

} // namespace uplift::practice
