// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleetservice.h"

#include "support/canary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <thread>

namespace uplift::test {

namespace {

QByteArray bytes(const QJsonObject &body) { return QJsonDocument(body).toJson(QJsonDocument::Compact); }

QString text(const QByteArray &utf8) { return QString::fromUtf8(utf8); }

QJsonObject body()
{
    return {{QStringLiteral("RequestId"), QStringLiteral("1B7C1E1A-0000-4000-8000-00000000F1EE")}};
}

} // namespace

FleetService::FleetService(FaultServer::Transport transport) : m_server(transport)
{
    m_server.setResponder([this](const SeenRequest &request) { return answer(request); });
}

void FleetService::fill(const QString &region, int count)
{
    lock([&] {
        for (int i = 0; i < count; ++i)
            m_regions[region].insert(QStringLiteral("r-%1").arg(++m_made, 16, 10, QLatin1Char('0')),
                                     {QStringLiteral("%1 number %2").arg(region).arg(i)});
        (void)m_regions[region];
    });
}

void FleetService::add(const QString &region, const QString &id, const QString &name)
{
    lock([&] { m_regions[region].insert(id, {name}); });
}

void FleetService::remove(const QString &region, const QString &id)
{
    lock([&] { m_regions[region].remove(id); });
}

void FleetService::setStatus(const QString &id, const QString &status)
{
    lock([&] {
        for (QMap<QString, Row> &rows : m_regions) {
            if (rows.contains(id))
                rows[id].status = status;
        }
    });
}

void FleetService::setVersion(const QString &current)
{
    lock([&] { m_version = current; });
}

void FleetService::setDelay(std::chrono::milliseconds delay)
{
    lock([&] { m_delay = delay; });
}

void FleetService::twistList(const QString &region, Twist twist)
{
    lock([&] { m_lists.insert(region, std::move(twist)); });
}

void FleetService::twist(const QString &action, Twist twist)
{
    lock([&] { m_twists.insert(action, std::move(twist)); });
}

int FleetService::calls(const QByteArray &action, const QByteArray &region) const
{
    const QList<SeenRequest> seen = m_server.requests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&](const SeenRequest &request) {
        return request.action() == action && (region.isEmpty() || request.parameter("RegionId") == region);
    }));
}

QStringList FleetService::ids(const QString &region) const
{
    return lock([&] { return QStringList(m_regions.value(region).keys()); });
}

std::shared_ptr<cloud::Client> FleetService::client(const Clock &clock,
                                                    std::chrono::milliseconds readDeadline)
{
    cloud::NetworkOptions options;
    options.readDeadline = readDeadline;
    options.extraCertificates = {m_server.authority().certificate()};
    // Short waits after a throttled call, but long deadlines: a busy machine must not look like throttling.
    options.pacing.base = std::chrono::milliseconds(20);
    options.pacing.cap = std::chrono::milliseconds(200);
    options.pacing.recovery = std::chrono::milliseconds(500);
    options.pacing.deadline = std::chrono::minutes(2);
    options.pacing.userDeadline = std::chrono::minutes(2);
    options.pacing.limits = [](const QString &) { return cloud::CallLimit{60'000, std::chrono::minutes(1)}; };
    ConnectionSettings settings;
    settings.endpoint = {EndpointRule::Kind::Custom, m_server.origin()};
    settings.proxy.kind = ProxyRule::Kind::None;
    return std::make_shared<cloud::Client>(std::make_shared<cloud::Network>(options), settings,
                                           test::canaryKey(), clock);
}

FaultReply FleetService::answer(const SeenRequest &request)
{
    const QString action = text(request.action());
    const QString region = text(request.parameter("RegionId"));
    Twist list;
    Twist any;
    std::chrono::milliseconds delay{0};
    FaultReply reply = lock([&] {
        list = action == QLatin1String("DescribeInstances") ? m_lists.value(region) : Twist();
        any = m_twists.value(action);
        delay = m_delay;
        return plainAnswer(request);
    });
    if (delay.count() > 0)
        std::this_thread::sleep_for(delay);
    if (list)
        reply = list(request, reply);
    if (any)
        reply = any(request, reply);
    return reply;
}

FaultReply FleetService::plainAnswer(const SeenRequest &request) const
{
    const QByteArray action = request.action();
    FaultReply reply;
    if (action == "DescribeRegions") {
        reply.body = regionsBody();
    } else if (action == "DescribeInstances") {
        reply.body = listBody(request);
    } else if (action == "DescribeInstanceAttribute") {
        reply.body = attributeBody(text(request.parameter("InstanceId")));
    } else if (action == "DescribeEngineVersion") {
        reply.body = versionBody();
    } else {
        return refusal(403, "InvalidAction");
    }
    return reply;
}

QByteArray FleetService::regionsBody() const
{
    QJsonArray rows;
    for (auto region = m_regions.begin(); region != m_regions.end(); ++region)
        rows.append(QJsonObject{{QStringLiteral("RegionId"), region.key()},
                                {QStringLiteral("LocalName"), region.key().toUpper()}});
    QJsonObject whole = body();
    whole.insert(QStringLiteral("RegionIds"), QJsonObject{{QStringLiteral("KVStoreRegion"), rows}});
    return bytes(whole);
}

QByteArray FleetService::listBody(const SeenRequest &request) const
{
    const QString region = text(request.parameter("RegionId"));
    const QMap<QString, Row> &rows = m_regions.value(region);
    const QStringList wanted = text(request.parameter("InstanceIds")).split(u',', Qt::SkipEmptyParts);
    const int page = std::max(1, request.parameter("PageNumber").toInt());
    const int size = std::max(1, request.parameter("PageSize").toInt());
    QJsonArray all;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        if (!wanted.isEmpty() && !wanted.contains(row.key()))
            continue;
        all.append(QJsonObject{{QStringLiteral("InstanceId"), row.key()},
                               {QStringLiteral("InstanceName"), row->name},
                               {QStringLiteral("RegionId"), region},
                               {QStringLiteral("InstanceStatus"), row->status},
                               {QStringLiteral("EditionType"), QStringLiteral("Community")},
                               {QStringLiteral("ArchitectureType"), QStringLiteral("standard")},
                               {QStringLiteral("InstanceType"), QStringLiteral("Redis")},
                               {QStringLiteral("EngineVersion"), QStringLiteral("5.0")}});
    }
    QJsonArray cut;
    for (qsizetype i = qsizetype(page - 1) * size;
         i < std::min<qsizetype>(all.size(), qsizetype(page) * size); ++i)
        cut.append(all.at(i));
    QJsonObject whole = body();
    whole.insert(QStringLiteral("Instances"), QJsonObject{{QStringLiteral("KVStoreInstance"), cut}});
    whole.insert(QStringLiteral("PageNumber"), page);
    whole.insert(QStringLiteral("PageSize"), size);
    whole.insert(QStringLiteral("TotalCount"), all.size());
    return bytes(whole);
}

QByteArray FleetService::attributeBody(const QString &id) const
{
    QJsonArray found;
    for (auto region = m_regions.begin(); region != m_regions.end(); ++region) {
        if (!region->contains(id))
            continue;
        const Row row = region->value(id);
        found.append(QJsonObject{{QStringLiteral("InstanceId"), id},
                                 {QStringLiteral("InstanceName"), row.name},
                                 {QStringLiteral("InstanceStatus"), row.status},
                                 {QStringLiteral("RegionId"), region.key()},
                                 {QStringLiteral("ArchitectureType"), QStringLiteral("standard")},
                                 {QStringLiteral("EngineVersion"), QStringLiteral("5.0")},
                                 {QStringLiteral("MaintainStartTime"), QStringLiteral("18:00Z")},
                                 {QStringLiteral("MaintainEndTime"), QStringLiteral("22:00Z")},
                                 {QStringLiteral("IsOrderCompleted"), true}});
    }
    QJsonObject whole = body();
    whole.insert(QStringLiteral("Instances"), QJsonObject{{QStringLiteral("DBInstanceAttribute"), found}});
    return bytes(whole);
}

QByteArray FleetService::versionBody() const
{
    QJsonObject whole = body();
    whole.insert(QStringLiteral("Engine"), QStringLiteral("redis"));
    whole.insert(QStringLiteral("MajorVersion"), QStringLiteral("5.0"));
    whole.insert(QStringLiteral("MinorVersion"), m_version);
    whole.insert(QStringLiteral("DBLatestMinorVersion"), QStringLiteral("0.5.9"));
    whole.insert(QStringLiteral("IsLatestVersion"), false);
    whole.insert(QStringLiteral("EnableUpgradeMinorVersion"), true);
    return bytes(whole);
}

FaultReply refusal(int status, const char *code, const char *message)
{
    FaultReply reply;
    reply.status = status;
    QJsonObject whole = body();
    whole.insert(QStringLiteral("Code"), QString::fromLatin1(code));
    whole.insert(QStringLiteral("Message"), QString::fromLatin1(message));
    reply.body = bytes(whole);
    return reply;
}

FaultReply withField(FaultReply reply, const QString &field, const QJsonValue &value)
{
    QJsonObject whole = QJsonDocument::fromJson(reply.body).object();
    whole.insert(field, value);
    reply.body = bytes(whole);
    return reply;
}

} // namespace uplift::test
