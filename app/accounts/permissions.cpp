// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/permissions.h"

#include "core/localized.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace uplift::accounts {

namespace {

using Access = Permission::Access;
using Verdict = PermissionFinding::Verdict;

QString tr(const char *text) { return QCoreApplication::translate("uplift::accounts", text); }

Error brokenTable(const QString &detail)
{
    Error error = Error::of(Error::Kind::Internal, tr("The table of permissions cannot be read."),
                            tr("Install Uplift again."));
    error.detail = detail;
    return error;
}

std::optional<Access> accessOf(const QString &word)
{
    if (word == QLatin1String("free"))
        return Access::Free;
    if (word == QLatin1String("read"))
        return Access::Read;
    return word == QLatin1String("modify") ? std::optional<Access>(Access::Modify) : std::nullopt;
}

Result<Permission> toPermission(const QJsonObject &row)
{
    // Nothing that modifies may ever look like a probe, whatever the table says.
    static const QRegularExpression probes(QStringLiteral("^kvstore:Describe[A-Za-z]+$"));
    static const QRegularExpression actions(QStringLiteral("^[a-z]+:[A-Z][A-Za-z]+$"));
    Permission permission;
    permission.action = row.value(QLatin1String("action")).toString();
    const auto access = accessOf(row.value(QLatin1String("access")).toString());
    permission.access = access.value_or(Access::Modify);
    permission.resource = row.value(QLatin1String("resource")).toString();
    permission.purpose = LocalizedText::fromJson(row.value(QLatin1String("purpose")));
    const QJsonObject parameters = row.value(QLatin1String("parameters")).toObject();
    for (auto one = parameters.begin(); one != parameters.end(); ++one)
        permission.parameters.insert(one.key(), one.value().toString());
    const bool good = access && actions.match(permission.action).hasMatch() && !permission.resource.isEmpty()
        && !permission.purpose.english.isEmpty() && !permission.purpose.chinese.isEmpty()
        && (access == Access::Read ? probes.match(permission.action).hasMatch()
                                   : permission.parameters.isEmpty());
    if (!good)
        return failure(brokenTable(QStringLiteral("row of %1").arg(permission.action)));
    return permission;
}

/// Statement per resource, actions in the order of the findings, each once.
class Statements {
public:
    void add(const QString &action, const QString &resource)
    {
        auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&resource](const auto &row) { return row.first == resource; });
        if (found == m_rows.end())
            found = m_rows.insert(m_rows.end(), {resource, {}});
        if (!found->second.contains(action))
            found->second.append(action);
    }
    void appendTo(QJsonArray &statements) const
    {
        for (const auto &[resource, actions] : m_rows)
            statements.append(QJsonObject{{QStringLiteral("Effect"), QStringLiteral("Allow")},
                                          {QStringLiteral("Action"), QJsonArray::fromStringList(actions)},
                                          {QStringLiteral("Resource"), resource}});
    }

private:
    QList<std::pair<QString, QStringList>> m_rows;
};

Statements deniedOf(const QList<PermissionFinding> &findings)
{
    Statements denied;
    for (const PermissionFinding &finding : findings) {
        if (finding.verdict != Verdict::Denied || finding.explicitDeny)
            continue;
        const QString action =
            finding.deniedAction.isEmpty() ? finding.permission.action : finding.deniedAction;
        denied.add(action, finding.permission.resource);
    }
    return denied;
}

QByteArray policyOf(const QJsonArray &statements)
{
    if (statements.isEmpty())
        return {};
    return QJsonDocument(QJsonObject{{QStringLiteral("Version"), QStringLiteral("1")},
                                     {QStringLiteral("Statement"), statements}})
        .toJson(QJsonDocument::Indented);
}

QString deniedSentence(const PermissionFinding &finding)
{
    const QString action = finding.deniedAction.isEmpty() ? finding.permission.action : finding.deniedAction;
    const QString who = finding.principalType.isEmpty()
        ? finding.principalName
        : QStringLiteral("%1, %2").arg(finding.principalName, finding.principalType);
    QString sentence = finding.principalName.isEmpty() ? tr("The service denies %1.").arg(action)
                                                       //: %1 an action, %2 a name and the kind of identity
                                                       : tr("The service denies %1 to %2.").arg(action, who);
    if (finding.explicitDeny)
        //: %1 is the kind of policy, in the service's own words
        addSentence(
            sentence,
            tr("A Deny in a policy (%1) forbids it: allowing it does not help, that Deny must be lifted.")
                .arg(finding.policyType.isEmpty() ? tr("kind unknown") : finding.policyType));
    else if (!finding.policyType.isEmpty())
        addSentence(sentence, tr("No policy allows it (%1).").arg(finding.policyType));
    return sentence;
}

} // namespace

bool Permission::needsInstance() const
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [](const QString &value) { return value.contains(QLatin1String("%instance%")); });
}

QString Permission::operation() const { return action.section(QLatin1Char(':'), 1); }

cloud::PermissionProbe probeOf(const Permission &permission, const ProbePlace &place)
{
    const QDateTime to = place.now.toUTC();
    const QDateTime from = to.addSecs(-3600);
    const QString seconds = QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'");
    const QString minutes = QStringLiteral("yyyy-MM-dd'T'HH:mm'Z'");
    const std::pair<QLatin1String, QString> values[] = {
        {QLatin1String("%region%"), place.region.value},
        {QLatin1String("%instance%"), place.instance.value},
        {QLatin1String("%from%"), from.toString(seconds)},
        {QLatin1String("%to%"), to.toString(seconds)},
        {QLatin1String("%fromMinute%"), from.toString(minutes)},
        {QLatin1String("%toMinute%"), to.toString(minutes)},
    };
    cloud::PermissionProbe probe;
    probe.region = place.region;
    probe.action = permission.operation();
    probe.parameters = permission.parameters;
    for (QString &value : probe.parameters) {
        for (const auto &[placeholder, text] : values)
            value.replace(placeholder, text);
    }
    return probe;
}

Result<Permissions> Permissions::fromJson(const QByteArray &json)
{
    QJsonParseError parsing{};
    const QJsonObject root = QJsonDocument::fromJson(json, &parsing).object();
    const QJsonArray rows = root.value(QLatin1String("permissions")).toArray();
    if (parsing.error != QJsonParseError::NoError || rows.isEmpty())
        return failure(brokenTable(parsing.errorString()));
    Permissions table;
    for (const auto &row : rows) {
        Result<Permission> permission = toPermission(row.toObject());
        if (!permission)
            return failure(std::move(permission.error()));
        const bool twice =
            std::any_of(table.m_rows.begin(), table.m_rows.end(),
                        [&](const Permission &other) { return other.action == permission->action; });
        if (twice)
            return failure(brokenTable(QStringLiteral("%1 is there twice").arg(permission->action)));
        table.m_rows.append(std::move(*permission));
    }
    return table;
}

Permissions Permissions::fromResource()
{
    QFile file(QStringLiteral(":/uplift/permissions.json"));
    const bool open = file.open(QIODevice::ReadOnly);
    Result<Permissions> table = fromJson(open ? file.readAll() : QByteArray());
    Q_ASSERT_X(table.has_value(), "permissions.json", "the resource is broken");
    return table.value_or(Permissions());
}

PermissionFinding notAsked(const Permission &permission, const QString &reason)
{
    PermissionFinding finding;
    finding.permission = permission;
    finding.reason = reason;
    return finding;
}

PermissionFinding judgeProbe(const Permission &permission, const cloud::ProbeResult &result)
{
    using Outcome = cloud::ProbeResult::Outcome;
    PermissionFinding finding = notAsked(permission, {});
    finding.requestId = result.info.requestId;
    if (result.apiError) {
        finding.code = result.apiError->code;
        if (finding.requestId.isEmpty())
            finding.requestId = result.apiError->requestId;
    }
    switch (result.outcome) {
    case Outcome::Allowed:
        finding.verdict = Verdict::Allowed;
        return finding;
    case Outcome::Denied:
        finding.verdict = Verdict::Denied;
        finding.deniedAction = result.apiError->deniedAction;
        finding.principalName = result.apiError->deniedPrincipal;
        finding.principalType = result.apiError->deniedPrincipalType;
        finding.policyType = result.apiError->policyType;
        finding.explicitDeny = result.apiError->noPermissionType == QLatin1String("ExplicitDeny");
        finding.reason = deniedSentence(finding);
        return finding;
    case Outcome::Refused:
        // The service may look at the request before it looks at the identity: no proof of either.
        finding.reason = tr("The service refused the question for another reason, so this stays open. %1")
                             .arg(result.error ? result.error->message : finding.code);
        return finding;
    case Outcome::Failed:
        break;
    }
    finding.reason = result.error ? result.error->message : tr("The service did not answer.");
    return finding;
}

QByteArray mendingPolicy(const QList<PermissionFinding> &findings)
{
    QJsonArray statements;
    deniedOf(findings).appendTo(statements);
    return policyOf(statements);
}

QByteArray wholePolicy(const QList<PermissionFinding> &findings)
{
    QJsonArray statements;
    deniedOf(findings).appendTo(statements);
    Statements untried;
    for (const PermissionFinding &finding : findings) {
        if (finding.verdict == Verdict::NotTried)
            untried.add(finding.permission.action, finding.permission.resource);
    }
    untried.appendTo(statements);
    return policyOf(statements);
}

} // namespace uplift::accounts
