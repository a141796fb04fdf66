// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/client.h"

#include "cloud/changecall.h"
#include "cloud/clientstate.h"
#include "cloud/models.h"
#include "cloud/scheduler.h"
#include "core/localized.h"

#include <QRandomGenerator>

#include <array>

namespace uplift::cloud {

Client::Client(std::shared_ptr<Network> network, ConnectionSettings settings, AccessKey key,
               const Clock &clock, QString account)
    : m_state(std::make_shared<State>(State{
        std::move(network), std::make_shared<Caller>(std::move(settings), std::move(key), std::move(account)),
        clock, Urgency::User}))
{
}

Client::Client(std::shared_ptr<State> state) : m_state(std::move(state)) { }

Client::~Client() = default;

void Client::getCallerIdentity(QObject *context, Handler<Answered<CallerIdentity>> done)
{
    const Operation operation{Product::Sts, {}, QStringLiteral("GetCallerIdentity"), {}};
    // Read in the network thread, where the scheduler lives.
    const auto learn = [network = m_state->network.get(), caller = m_state->caller](const ReplyTree &tree) {
        Result<CallerIdentity> identity = toCallerIdentity(tree);
        if (identity)
            network->scheduler()->learnAccount(caller->key.id, identity->accountId);
        return identity;
    };
    m_state->read<CallerIdentity>(operation, learn, context, std::move(done));
}

void Client::describeRegions(QObject *context, Handler<Answered<QList<Region>>> done)
{
    const QString language = speaksChinese() ? QStringLiteral("zh-CN") : QStringLiteral("en-US");
    const Operation operation{Product::RKVStore,
                              {},
                              QStringLiteral("DescribeRegions"),
                              {{QStringLiteral("AcceptLanguage"), language}}};
    const auto learn = [caller = m_state->caller](const ReplyTree &tree) {
        Result<QList<Region>> regions = toRegions(tree);
        if (regions)
            caller->learnEndpoints(*regions);
        return regions;
    };
    m_state->read<QList<Region>>(operation, learn, context, std::move(done));
}

void Client::describeInstances(const RegionId &region, const QList<InstanceId> &ids, QObject *context,
                               Handler<Answered<QList<Instance>>> done)
{
    constexpr qsizetype maxIds = 30;
    if (ids.isEmpty() || ids.size() > maxIds) {
        // Without ids the service would list every instance of the region.
        const Answer<Answered<QList<Instance>>> answer(context, std::move(done));
        if (ids.isEmpty())
            answer(Answered<QList<Instance>>{});
        else
            answer(failure(Error::of(Error::Kind::Internal,
                                     QStringLiteral("More than 30 instances were asked for at once."))));
        return;
    }
    QStringList names;
    for (const InstanceId &id : ids)
        names << id.value;
    const Operation operation{Product::RKVStore,
                              region,
                              QStringLiteral("DescribeInstances"),
                              {{QStringLiteral("RegionId"), region.value},
                               {QStringLiteral("InstanceIds"), names.join(QLatin1Char(','))},
                               {QStringLiteral("PageNumber"), QStringLiteral("1")},
                               {QStringLiteral("PageSize"), QStringLiteral("50")}}};
    const auto items = [](const ReplyTree &tree) -> Result<QList<Instance>> {
        Result<Page<Instance>> page = toInstances(tree);
        if (!page)
            return failure(std::move(page.error()));
        return std::move(page->items);
    };
    m_state->read<QList<Instance>>(operation, items, context, std::move(done));
}

void Client::describeInstance(const RegionId &region, const InstanceId &id, QObject *context,
                              Handler<Answered<Instance>> done)
{
    const Operation operation{Product::RKVStore,
                              region,
                              QStringLiteral("DescribeInstanceAttribute"),
                              {{QStringLiteral("InstanceId"), id.value}}};
    const auto one = [id, region](const ReplyTree &tree) -> Result<Instance> {
        Result<std::optional<Instance>> found = toInstance(tree);
        if (!found)
            return failure(std::move(found.error()));
        if (!*found)
            return failure(unknownInstanceError(id, region));
        return **std::move(found);
    };
    m_state->read<Instance>(operation, one, context, std::move(done));
}

void Client::describeEngineVersion(const RegionId &region, const InstanceId &id, QObject *context,
                                   Handler<Answered<EngineVersion>> done)
{
    const Operation operation{Product::RKVStore,
                              region,
                              QStringLiteral("DescribeEngineVersion"),
                              {{QStringLiteral("InstanceId"), id.value}}};
    m_state->read<EngineVersion>(operation, toEngineVersion, context, std::move(done));
}

void Client::change(const ChangeRequest &request, QObject *context, std::function<void(ChangeFacts)> done)
{
    const Answer<ChangeFacts> answer(context, [done = std::move(done)](Result<ChangeFacts> facts) {
        if (done)
            done(*std::move(facts));
    });
    m_state->network->worker().post([network = m_state->network.get(), caller = m_state->caller, request,
                                     anchor = WallAnchor::take(m_state->clock), answer] {
        const ChangeCall call{request, anchor, [answer] { return answer.isWanted(); },
                              [answer](ChangeFacts facts) { answer(std::move(facts)); }};
        sendChange(network, caller, call);
    });
}

RequestPreview Client::previewChange(const ChangeRequest &request) const
{
    const std::chrono::milliseconds offset = clockOffset().value_or(std::chrono::milliseconds(0));
    return previewOf(request, *m_state->caller, m_state->clock.now().addMSecs(offset.count()),
                     m_state->network->options());
}

void Client::startUpgrade(const StartRequest &request, QObject *context,
                          std::function<void(ChangeFacts)> done)
{
    change(upgradeKernel(request, settings().momentNaming), context, std::move(done));
}

RequestPreview Client::previewStart(const StartRequest &request) const
{
    return previewChange(upgradeKernel(request, settings().momentNaming));
}

std::optional<std::chrono::milliseconds> Client::clockOffset() const { return m_state->caller->offset(); }

const ConnectionSettings &Client::settings() const { return m_state->caller->settings; }

QString Client::keyTail() const { return m_state->caller->key.id.right(4); }

QString newNonce()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bits.data()), qsizetype(sizeof bits)).toHex());
}

} // namespace uplift::cloud
