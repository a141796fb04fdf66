// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/clientstate.h"

#include "cloud/erroradvice.h"
#include "cloud/models.h"

#include <QRegularExpression>

namespace uplift::cloud {

namespace {

Operation instanceOperation(const RegionId &region, const QString &action, const InstanceId &id)
{
    return {Product::RKVStore, region, action, {{QStringLiteral("InstanceId"), id.value}}};
}

/// "2026-03-01T02:04Z": backups alone are asked for without seconds (api.md 10).
QString minuteTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm'Z'"));
}

void addSpan(Operation &operation, const QDateTime &from, const QDateTime &to)
{
    operation.parameters.insert(QStringLiteral("StartTime"), minuteTime(from));
    operation.parameters.insert(QStringLiteral("EndTime"), minuteTime(to));
}

Error refusedHere(const QString &detail) { return Error::of(Error::Kind::Internal, detail); }

ProbeResult toProbeResult(ReadEnd end)
{
    ProbeResult result;
    result.info = end.info;
    result.apiError = end.apiError;
    if (end.reply) {
        result.outcome = ProbeResult::Outcome::Allowed;
        return result;
    }
    result.error = std::move(end.reply.error());
    // Neither tells anything of what the identity may do.
    const bool noAnswer = !end.apiError || result.error->kind == Error::Kind::Throttled
        || result.error->kind == Error::Kind::Server;
    if (end.apiError && isPermissionDenial(*end.apiError))
        result.outcome = ProbeResult::Outcome::Denied;
    else
        result.outcome = noAnswer ? ProbeResult::Outcome::Failed : ProbeResult::Outcome::Refused;
    return result;
}

} // namespace

bool isPermissionDenial(const ApiError &error)
{
    // Source: api.md 15. Forbidden.AccessKeyDisabled, Forbidden.InstanceNotFound and Forbidden.RiskControl
    // are something else.
    static const QRegularExpression codes(QStringLiteral(
        "^(Forbidden|Forbidden\\.RAM|NoPermission|ActionUnauthorized|Forbedden\\.NotSupportRAM|"
        "Forbidden\\.NotSupportRAM)$"));
    return !error.deniedAction.isEmpty() || codes.match(error.code).hasMatch();
}

void Client::describeInstancePage(const RegionId &region, int page, int pageSize, QObject *context,
                                  Handler<Answered<InstancePage>> done)
{
    constexpr int maxPageSize = 50;
    const int size = std::clamp(pageSize, 1, maxPageSize);
    const Operation operation{Product::RKVStore,
                              region,
                              QStringLiteral("DescribeInstances"),
                              {{QStringLiteral("RegionId"), region.value},
                               {QStringLiteral("PageNumber"), QString::number(std::max(1, page))},
                               {QStringLiteral("PageSize"), QString::number(size)}}};
    const auto map = [page, size](const ReplyTree &tree) -> Result<InstancePage> {
        Result<Page<Instance>> read = toInstances(tree);
        if (!read)
            return failure(std::move(read.error()));
        return InstancePage{std::move(read->items), read->totalCount.value_or(-1), page,
                            read->pageSize.value_or(size)};
    };
    m_state->read<InstancePage>(operation, map, context, std::move(done));
}

void Client::describeTopology(const RegionId &region, const InstanceId &id, QObject *context,
                              Handler<Answered<Topology>> done)
{
    m_state->read<Topology>(instanceOperation(region, QStringLiteral("DescribeLogicInstanceTopology"), id),
                            toTopology, context, std::move(done));
}

void Client::describeEvents(const RegionId &region, const InstanceId &id, QObject *context,
                            Handler<Answered<QList<ScheduledEvent>>> done)
{
    Operation operation{
        Product::RKVStore,
        region,
        QStringLiteral("DescribeActiveOperationTasks"),
        {{QStringLiteral("Region"), region.value}, {QStringLiteral("PageSize"), QStringLiteral("100")}}};
    if (!id.isEmpty())
        operation.parameters.insert(QStringLiteral("InsName"), id.value);
    m_state->readPages<ScheduledEvent>(operation, toEvents, context, std::move(done));
}

void Client::describeBackups(const RegionId &region, const InstanceId &id, const QDateTime &from,
                             const QDateTime &to, QObject *context, Handler<Answered<QList<Backup>>> done)
{
    Operation operation = instanceOperation(region, QStringLiteral("DescribeBackups"), id);
    addSpan(operation, from, to);
    operation.parameters.insert(QStringLiteral("PageSize"), QStringLiteral("100"));
    m_state->readPages<Backup>(operation, toBackups, context, std::move(done));
}

void Client::describeClusterBackups(const RegionId &region, const InstanceId &id, const QDateTime &from,
                                    const QDateTime &to, QObject *context,
                                    Handler<Answered<QList<Backup>>> done)
{
    Operation operation = instanceOperation(region, QStringLiteral("DescribeClusterBackupList"), id);
    addSpan(operation, from, to);
    operation.parameters.insert(QStringLiteral("RegionId"), region.value);
    operation.parameters.insert(QStringLiteral("NoShardBackup"), QStringLiteral("true"));
    operation.parameters.insert(QStringLiteral("PageSize"), QStringLiteral("100"));
    m_state->readPages<Backup>(operation, toClusterBackups, context, std::move(done));
}

void Client::assumeRole(const AssumeRoleRequest &request, QObject *context, Handler<Answered<AccessKey>> done)
{
    Operation operation{Product::Sts,
                        {},
                        QStringLiteral("AssumeRole"),
                        {{QStringLiteral("RoleArn"), request.roleArn},
                         {QStringLiteral("RoleSessionName"), request.sessionName},
                         {QStringLiteral("DurationSeconds"), QString::number(request.duration.count())}}};
    if (!request.externalId.isEmpty())
        operation.parameters.insert(QStringLiteral("ExternalId"), request.externalId);
    if (!request.policy.isEmpty())
        operation.parameters.insert(QStringLiteral("Policy"), request.policy);
    const auto judge = [](ReadEnd end) -> Result<Answered<AccessKey>> {
        if (!end.reply)
            return failure(std::move(end.reply.error()));
        Result<AccessKey> key = toAccessKey(end.reply->tree, std::move(end.reply->secrets));
        if (!key)
            return failure(withReply(std::move(key.error()), end.reply->info));
        return Answered<AccessKey>{*std::move(key), end.reply->info};
    };
    m_state->readRaw<Answered<AccessKey>>(operation, true, judge, context, std::move(done));
}

void Client::probe(const PermissionProbe &probe, QObject *context, Handler<ProbeResult> done)
{
    static const QRegularExpression readOnly(QStringLiteral("^(Describe|List|Get)[A-Za-z]+$"));
    if (!readOnly.match(probe.action).hasMatch()) {
        Answer<ProbeResult>(context, std::move(done))(failure(
            refusedHere(QStringLiteral("%1 is not a call that only reads.").arg(probe.action.left(64)))));
        return;
    }
    const Operation operation{probe.product, probe.region, probe.action, probe.parameters};
    const auto judge = [](ReadEnd end) -> Result<ProbeResult> { return toProbeResult(std::move(end)); };
    m_state->readRaw<ProbeResult>(operation, false, judge, context, std::move(done));
}

std::shared_ptr<Client> Client::at(Urgency urgency) const
{
    auto state = std::make_shared<State>(*m_state);
    state->urgency = urgency;
    return std::shared_ptr<Client>(new Client(std::move(state)));
}

Urgency Client::urgency() const { return m_state->urgency; }

} // namespace uplift::cloud
