// SPDX-License-Identifier: GPL-3.0-or-later
// Batches and their rules as JSON: for the journal, and for saved plans.
#include "upgrade/batch.h"
#include "upgrade/journalrow.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

template <class T> struct Named {
    T value;
    const char *name;
};

constexpr std::array moments{Named<BatchMoment>{BatchMoment::Now, "now"},
                             Named<BatchMoment>{BatchMoment::NextWindow, "nextWindow"},
                             Named<BatchMoment>{BatchMoment::InsideWindow, "insideWindow"}};
constexpr std::array partChoices{Named<BatchParts>{BatchParts::Kernel, "kernel"},
                                 Named<BatchParts>{BatchParts::Proxy, "proxy"},
                                 Named<BatchParts>{BatchParts::KernelThenProxy, "kernelThenProxy"},
                                 Named<BatchParts>{BatchParts::ProxyThenKernel, "proxyThenKernel"}};
constexpr std::array waveChoices{Named<BatchRules::Waves>{BatchRules::Waves::Environment, "environment"},
                                 Named<BatchRules::Waves>{BatchRules::Waves::Number, "number"},
                                 Named<BatchRules::Waves>{BatchRules::Waves::Hand, "hand"}};

template <class Table, class T> QString nameIn(const Table &table, T value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.name);
    }
    Q_UNREACHABLE();
}

template <class Table, class T> T valueIn(const Table &table, const QJsonValue &name, T otherwise)
{
    for (const auto &row : table) {
        if (name.toString() == QLatin1String(row.name))
            return row.value;
    }
    return otherwise;
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime timeFrom(const QJsonValue &json)
{
    return json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC) : QDateTime();
}

QJsonObject toJson(const StopRules &stop)
{
    return {{QStringLiteral("failures"), stop.failures},
            {QStringLiteral("undecided"), stop.undecided},
            {QStringLiteral("outsideWindow"), stop.outsideWindow}};
}

StopRules stopFrom(const QJsonObject &json)
{
    StopRules stop;
    stop.failures = std::max(0, json.value(QLatin1String("failures")).toInt(stop.failures));
    stop.undecided = json.value(QLatin1String("undecided")).toBool(stop.undecided);
    stop.outsideWindow = json.value(QLatin1String("outsideWindow")).toBool(stop.outsideWindow);
    return stop;
}

QJsonObject toJson(const Wave &wave)
{
    return {{QStringLiteral("name"), wave.name},
            {QStringLiteral("canary"), wave.canary},
            {QStringLiteral("atOnce"), wave.atOnce},
            {QStringLiteral("waitMinutes"), static_cast<qint64>(wave.wait.count())},
            {QStringLiteral("notBefore"), timeJson(wave.notBefore)}};
}

Wave waveFrom(const QJsonObject &json)
{
    Wave wave;
    wave.name = json.value(QLatin1String("name")).toString();
    wave.canary = json.value(QLatin1String("canary")).toBool();
    wave.atOnce = std::max(1, json.value(QLatin1String("atOnce")).toInt(1));
    wave.wait =
        std::chrono::minutes(std::max<qint64>(0, json.value(QLatin1String("waitMinutes")).toInteger()));
    wave.notBefore = timeFrom(json.value(QLatin1String("notBefore")));
    return wave;
}

QJsonObject planJson(StepPlan plan, const PlanId &id)
{
    plan.id.value = id.value; // a member has no step yet, and its plan must name one
    return upgrade::toJson(plan);
}

QJsonObject toJson(const BatchItem &item, const PlanId &id)
{
    QJsonArray parts;
    for (const StepKind kind : item.parts)
        parts.append(kindName(kind));
    QJsonObject json{{QStringLiteral("plan"), planJson(item.plan, id)},
                     {QStringLiteral("parts"), parts},
                     {QStringLiteral("wave"), item.wave},
                     {QStringLiteral("leftOut"), item.leftOut}};
    if (item.proxy)
        json.insert(QStringLiteral("proxy"), planJson(*item.proxy, id));
    if (item.window) {
        json.insert(QStringLiteral("windowStart"), item.window->startWire());
        json.insert(QStringLiteral("windowEnd"), item.window->endWire());
    }
    return json;
}

Result<BatchItem> itemFrom(const QJsonObject &json, qsizetype waves)
{
    BatchItem item;
    Result<StepPlan> plan = planFromJson(json.value(QLatin1String("plan")).toObject());
    if (!plan)
        return failure(std::move(plan.error()));
    item.plan = *std::move(plan);
    item.plan.id = {};
    if (json.contains(QLatin1String("proxy"))) {
        Result<StepPlan> proxy = planFromJson(json.value(QLatin1String("proxy")).toObject());
        if (!proxy)
            return failure(std::move(proxy.error()));
        item.proxy = *std::move(proxy);
        item.proxy->id = {};
    }
    const QJsonArray parts = json.value(QLatin1String("parts")).toArray();
    for (const QJsonValue part : parts) {
        const auto kind = kindFromName(part.toString());
        if (!kind || isSetting(*kind))
            return failure(Error::of(
                Error::Kind::Storage,
                tr("A batch in the journal has a part “%1”, which is none.").arg(part.toString().left(40))));
        item.parts.append(*kind);
    }
    item.wave = json.value(QLatin1String("wave")).toInt(-1);
    item.leftOut = json.value(QLatin1String("leftOut")).toString();
    item.window = MaintenanceWindow::parse(json.value(QLatin1String("windowStart")).toString(),
                                           json.value(QLatin1String("windowEnd")).toString());
    if (item.wave >= waves || (item.wave >= 0 && item.parts.isEmpty()))
        return failure(Error::of(
            Error::Kind::Storage,
            tr("A batch in the journal has a member without a place: %1.").arg(item.plan.instance.value)));
    return item;
}

QJsonObject toJson(const Orchestration &part)
{
    return {{QStringLiteral("account"), part.account.value},
            {QStringLiteral("region"), part.region.value},
            {QStringLiteral("clientToken"), part.clientToken},
            {QStringLiteral("template"), part.templateContent},
            {QStringLiteral("parameters"), part.parameters}};
}

Orchestration orchestrationFrom(const QJsonObject &json)
{
    const auto text = [&json](QLatin1String name) { return json.value(name).toString(); };
    return {{text(QLatin1String("account"))},
            {text(QLatin1String("region"))},
            text(QLatin1String("clientToken")),
            text(QLatin1String("template")),
            text(QLatin1String("parameters"))};
}

} // namespace

QJsonObject toJson(const BatchPlan &plan)
{
    QJsonArray waves;
    for (const Wave &wave : plan.waves)
        waves.append(toJson(wave));
    QJsonArray items;
    for (const BatchItem &item : plan.items)
        items.append(toJson(item, plan.id));
    QJsonArray handedOver;
    for (const Orchestration &part : plan.handedOver)
        handedOver.append(toJson(part));
    return {{QStringLiteral("handedOver"), handedOver},
            {QStringLiteral("plan"), plan.id.value},
            {QStringLiteral("name"), plan.name},
            {QStringLiteral("ticket"), plan.ticket},
            {QStringLiteral("note"), plan.note},
            {QStringLiteral("by"), plan.by},
            {QStringLiteral("madeAt"), timeJson(plan.madeAt)},
            {QStringLiteral("moment"), nameIn(moments, plan.moment)},
            {QStringLiteral("stop"), toJson(plan.stop)},
            {QStringLiteral("includeLatest"), plan.includeLatest},
            {QStringLiteral("waves"), waves},
            {QStringLiteral("items"), items}};
}

Result<BatchPlan> batchFromJson(const QJsonObject &json)
{
    BatchPlan plan;
    plan.id.value = json.value(QLatin1String("plan")).toString();
    plan.name = json.value(QLatin1String("name")).toString();
    plan.ticket = json.value(QLatin1String("ticket")).toString();
    plan.note = json.value(QLatin1String("note")).toString();
    plan.by = json.value(QLatin1String("by")).toString();
    plan.madeAt = timeFrom(json.value(QLatin1String("madeAt")));
    plan.moment = valueIn(moments, json.value(QLatin1String("moment")), BatchMoment::NextWindow);
    plan.stop = stopFrom(json.value(QLatin1String("stop")).toObject());
    plan.includeLatest = json.value(QLatin1String("includeLatest")).toBool();
    const QJsonArray waves = json.value(QLatin1String("waves")).toArray();
    for (const QJsonValue wave : waves)
        plan.waves.append(waveFrom(wave.toObject()));
    const QJsonArray items = json.value(QLatin1String("items")).toArray();
    for (const QJsonValue value : items) {
        Result<BatchItem> item = itemFrom(value.toObject(), plan.waves.size());
        if (!item)
            return failure(std::move(item.error()));
        plan.items.append(*std::move(item));
    }
    const QJsonArray handedOver = json.value(QLatin1String("handedOver")).toArray();
    for (const QJsonValue part : handedOver)
        plan.handedOver.append(orchestrationFrom(part.toObject()));
    if (plan.id.isEmpty() || plan.items.isEmpty())
        return failure(
            Error::of(Error::Kind::Storage, tr("A batch in the journal lacks its id or its members.")));
    return plan;
}

QJsonObject toJson(const BatchRules &rules)
{
    QJsonArray sizes;
    for (const int size : rules.sizes)
        sizes.append(size);
    QJsonObject hand;
    for (auto it = rules.byHand.cbegin(); it != rules.byHand.cend(); ++it)
        hand.insert(it.key().value, it.value());
    return {{QStringLiteral("waves"), nameIn(waveChoices, rules.waves)},
            {QStringLiteral("canaryFirst"), rules.canaryFirst},
            {QStringLiteral("canary"), rules.canary.value},
            {QStringLiteral("sizes"), sizes},
            {QStringLiteral("byHand"), hand},
            {QStringLiteral("atOnce"), rules.atOnce},
            {QStringLiteral("afterCanaryMinutes"), static_cast<qint64>(rules.afterCanary.count())},
            {QStringLiteral("betweenMinutes"), static_cast<qint64>(rules.between.count())},
            {QStringLiteral("startAt"), timeJson(rules.startAt)},
            {QStringLiteral("moment"), nameIn(moments, rules.moment)},
            {QStringLiteral("parts"), nameIn(partChoices, rules.parts)},
            {QStringLiteral("stop"), toJson(rules.stop)},
            {QStringLiteral("includeLatest"), rules.includeLatest},
            {QStringLiteral("backUpFirst"), rules.backUpFirst},
            {QStringLiteral("backupLimitHours"), static_cast<qint64>(rules.backupLimit.count())}};
}

BatchRules rulesFromJson(const QJsonObject &json)
{
    const BatchRules usual;
    const auto minutes = [&json](QLatin1String name, std::chrono::minutes otherwise) {
        constexpr qint64 week = 7LL * 24 * 60;
        return std::chrono::minutes(
            std::clamp<qint64>(json.value(name).toInteger(otherwise.count()), 0, week));
    };
    BatchRules rules;
    rules.waves = valueIn(waveChoices, json.value(QLatin1String("waves")), usual.waves);
    rules.canaryFirst = json.value(QLatin1String("canaryFirst")).toBool(usual.canaryFirst);
    rules.canary.value = json.value(QLatin1String("canary")).toString();
    if (const QJsonValue sizes = json.value(QLatin1String("sizes")); sizes.isArray()) {
        rules.sizes.clear();
        const QJsonArray list = sizes.toArray();
        for (const QJsonValue size : list)
            rules.sizes.append(std::max(1, size.toInt(1)));
    }
    const QJsonObject hand = json.value(QLatin1String("byHand")).toObject();
    for (auto it = hand.begin(); it != hand.end(); ++it)
        rules.byHand.insert({it.key()}, std::max(1, it.value().toInt(1)));
    rules.atOnce = std::clamp(json.value(QLatin1String("atOnce")).toInt(usual.atOnce), 1, 50);
    rules.afterCanary = minutes(QLatin1String("afterCanaryMinutes"), usual.afterCanary);
    rules.between = minutes(QLatin1String("betweenMinutes"), usual.between);
    rules.startAt = timeFrom(json.value(QLatin1String("startAt")));
    rules.moment = valueIn(moments, json.value(QLatin1String("moment")), usual.moment);
    rules.parts = valueIn(partChoices, json.value(QLatin1String("parts")), usual.parts);
    rules.stop = stopFrom(json.value(QLatin1String("stop")).toObject());
    rules.includeLatest = json.value(QLatin1String("includeLatest")).toBool(usual.includeLatest);
    rules.backUpFirst = json.value(QLatin1String("backUpFirst")).toBool(usual.backUpFirst);
    rules.backupLimit = std::chrono::hours(std::clamp<qint64>(
        json.value(QLatin1String("backupLimitHours")).toInteger(usual.backupLimit.count()), 1, 24 * 30));
    return rules;
}

} // namespace uplift::upgrade
