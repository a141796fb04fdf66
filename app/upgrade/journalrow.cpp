// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journalrow.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonValue>
#include <QtEndian>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

void addField(QCryptographicHash &hash, const QByteArray &field)
{
    char length[sizeof(quint64)];
    qToBigEndian(static_cast<quint64>(field.size()), length);
    hash.addData(QByteArrayView(length, sizeof length));
    hash.addData(field);
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Staging:
        return QStringLiteral("staging");
    case Environment::Development:
        return QStringLiteral("development");
    case Environment::Production:
        break;
    }
    return QStringLiteral("production");
}

// An odd word gives the strictest: production, as everywhere.
Environment environmentFromName(const QString &name)
{
    if (name == QLatin1String("staging"))
        return Environment::Staging;
    return name == QLatin1String("development") ? Environment::Development : Environment::Production;
}

QString namingName(MomentNaming naming)
{
    switch (naming) {
    case MomentNaming::EffectiveTime:
        return QStringLiteral("EffectiveTime");
    case MomentNaming::EffectTime:
        return QStringLiteral("EffectTime");
    case MomentNaming::Both:
        break;
    }
    return QStringLiteral("both");
}

MomentNaming namingFromName(const QString &name)
{
    if (name == QLatin1String("EffectiveTime"))
        return MomentNaming::EffectiveTime;
    return name == QLatin1String("EffectTime") ? MomentNaming::EffectTime : MomentNaming::Both;
}

QDateTime utcFromMs(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

QString whenName(SettingChange::When when)
{
    switch (when) {
    case SettingChange::When::At:
        return QStringLiteral("at");
    case SettingChange::When::InWindow:
        return QStringLiteral("inWindow");
    case SettingChange::When::Immediately:
        break;
    }
    return QStringLiteral("immediately");
}

SettingChange::When whenFromName(const QString &name)
{
    if (name == QLatin1String("at"))
        return SettingChange::When::At;
    return name == QLatin1String("inWindow") ? SettingChange::When::InWindow
                                             : SettingChange::When::Immediately;
}

QJsonObject toJson(const SettingChange &change)
{
    QJsonObject json{
        {QStringLiteral("event"), change.event},       {QStringLiteral("task"), change.task.value},
        {QStringLiteral("taskStep"), change.taskStep}, {QStringLiteral("when"), whenName(change.when)},
        {QStringLiteral("before"), change.before},     {QStringLiteral("after"), change.after}};
    if (change.window) {
        json.insert(QStringLiteral("windowStart"), change.window->startWire());
        json.insert(QStringLiteral("windowEnd"), change.window->endWire());
    }
    if (change.autoUpgrade)
        json.insert(QStringLiteral("autoUpgrade"), *change.autoUpgrade);
    if (change.at.isValid())
        json.insert(QStringLiteral("at"), change.at.toMSecsSinceEpoch());
    return json;
}

SettingChange settingFromJson(const QJsonObject &json)
{
    SettingChange change;
    change.event = json.value(QLatin1String("event")).toString();
    change.task.value = json.value(QLatin1String("task")).toString();
    change.taskStep = json.value(QLatin1String("taskStep")).toString();
    change.when = whenFromName(json.value(QLatin1String("when")).toString());
    change.before = json.value(QLatin1String("before")).toString();
    change.after = json.value(QLatin1String("after")).toString();
    change.window = MaintenanceWindow::parse(json.value(QLatin1String("windowStart")).toString(),
                                             json.value(QLatin1String("windowEnd")).toString());
    if (const QJsonValue on = json.value(QLatin1String("autoUpgrade")); on.isBool())
        change.autoUpgrade = on.toBool();
    change.at = utcFromMs(json.value(QLatin1String("at")));
    return change;
}

QStringList textsFrom(const QJsonValue &json)
{
    QStringList texts;
    const QJsonArray array = json.toArray();
    for (const QJsonValue text : array)
        texts.append(text.toString());
    return texts;
}

} // namespace

QJsonArray toJson(const QList<NodeVersion> &nodes)
{
    QJsonArray json;
    for (const NodeVersion &node : nodes) {
        QJsonObject each{{QStringLiteral("name"), node.name},
                         {QStringLiteral("role"), node.role},
                         {QStringLiteral("zone"), node.zone},
                         {QStringLiteral("version"), node.version.raw()}};
        if (node.isLatest)
            each.insert(QStringLiteral("isLatest"), *node.isLatest);
        json.append(each);
    }
    return json;
}

QList<NodeVersion> nodesFromJson(const QJsonArray &json)
{
    QList<NodeVersion> nodes;
    for (const QJsonValue value : json) {
        const QJsonObject each = value.toObject();
        NodeVersion node;
        node.name = each.value(QLatin1String("name")).toString();
        node.role = each.value(QLatin1String("role")).toString();
        node.zone = each.value(QLatin1String("zone")).toString();
        node.version = MinorVersion::parse(each.value(QLatin1String("version")).toString());
        if (const QJsonValue latest = each.value(QLatin1String("isLatest")); latest.isBool())
            node.isLatest = latest.toBool();
        nodes.append(node);
    }
    return nodes;
}

QString laneOf(const InstanceId &instance, StepKind kind)
{
    return isSetting(kind) ? instance.value + QLatin1Char('/') + kindName(kind) : instance.value;
}

QByteArray rowHash(const QByteArray &before, qint64 seq, const QString &step, const QString &instance,
                   const QString &state, qint64 atMs, const QString &nonce, const QByteArray &data)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, before);
    addField(hash, QByteArray::number(seq));
    addField(hash, step.toUtf8());
    addField(hash, instance.toUtf8());
    addField(hash, state.toUtf8());
    addField(hash, QByteArray::number(atMs));
    addField(hash, nonce.toUtf8());
    addField(hash, data);
    return hash.result();
}

QJsonObject toJson(const StepPlan &plan)
{
    QJsonObject json{
        {QStringLiteral("step"), plan.id.value},
        {QStringLiteral("kind"), kindName(plan.kind)},
        {QStringLiteral("account"), plan.account.value},
        {QStringLiteral("accountName"), plan.accountName},
        {QStringLiteral("keyTail"), plan.keyTail},
        {QStringLiteral("profile"), plan.profile.value},
        {QStringLiteral("region"), plan.region.value},
        {QStringLiteral("instance"), plan.instance.value},
        {QStringLiteral("instanceName"), plan.instanceName},
        {QStringLiteral("environment"), environmentName(plan.environment)},
        {QStringLiteral("fromVersion"), plan.fromVersion},
        {QStringLiteral("toVersion"), plan.toVersion},
        {QStringLiteral("minorVersion"), plan.minorVersion},
        {QStringLiteral("moment"),
         plan.moment == Moment::Now ? QStringLiteral("now") : QStringLiteral("window")},
        {QStringLiteral("momentNaming"), namingName(plan.momentNaming)},
        {QStringLiteral("impact"), plan.impact},
        {QStringLiteral("disconnectionBound"), plan.disconnectionBound},
        {QStringLiteral("readOnlyBound"), plan.readOnlyBound},
        {QStringLiteral("impactSources"), QJsonArray::fromStringList(plan.impactSources)},
        {QStringLiteral("checks"), QJsonArray::fromStringList(plan.checks)},
        {QStringLiteral("by"), plan.by},
    };
    const auto insertTold = [&json](QLatin1String name, const QString &text) {
        if (!text.isEmpty())
            json.insert(name, text);
    };
    insertTold(QLatin1String("batch"), plan.batch.value);
    insertTold(QLatin1String("ticket"), plan.ticket);
    insertTold(QLatin1String("note"), plan.note);
    if (plan.wave > 0)
        json.insert(QStringLiteral("wave"), plan.wave);
    if (plan.shardedBackups)
        json.insert(QStringLiteral("shardedBackups"), true);
    if (plan.setting)
        json.insert(QStringLiteral("setting"), toJson(*plan.setting));
    if (!plan.nodesBefore.isEmpty())
        json.insert(QStringLiteral("nodesBefore"), toJson(plan.nodesBefore));
    if (plan.window) {
        json.insert(QStringLiteral("windowStart"), plan.window->start.toMSecsSinceEpoch());
        json.insert(QStringLiteral("windowEnd"), plan.window->end.toMSecsSinceEpoch());
    }
    return json;
}

Result<StepPlan> planFromJson(const QJsonObject &json)
{
    const auto text = [&json](QLatin1String name) { return json.value(name).toString(); };
    StepPlan plan;
    plan.id.value = text(QLatin1String("step"));
    plan.account.value = text(QLatin1String("account"));
    plan.accountName = text(QLatin1String("accountName"));
    plan.keyTail = text(QLatin1String("keyTail"));
    plan.profile.value = text(QLatin1String("profile"));
    plan.region.value = text(QLatin1String("region"));
    plan.instance.value = text(QLatin1String("instance"));
    plan.instanceName = text(QLatin1String("instanceName"));
    plan.environment = environmentFromName(text(QLatin1String("environment")));
    plan.fromVersion = text(QLatin1String("fromVersion"));
    plan.toVersion = text(QLatin1String("toVersion"));
    plan.minorVersion = text(QLatin1String("minorVersion"));
    plan.moment =
        text(QLatin1String("moment")) == QLatin1String("now") ? Moment::Now : Moment::MaintenanceWindow;
    plan.momentNaming = namingFromName(text(QLatin1String("momentNaming")));
    plan.impact = text(QLatin1String("impact"));
    plan.disconnectionBound = text(QLatin1String("disconnectionBound"));
    plan.readOnlyBound = text(QLatin1String("readOnlyBound"));
    plan.impactSources = textsFrom(json.value(QLatin1String("impactSources")));
    plan.checks = textsFrom(json.value(QLatin1String("checks")));
    plan.shardedBackups = json.value(QLatin1String("shardedBackups")).toBool();
    plan.nodesBefore = nodesFromJson(json.value(QLatin1String("nodesBefore")).toArray());
    if (json.contains(QLatin1String("setting")))
        plan.setting = settingFromJson(json.value(QLatin1String("setting")).toObject());
    plan.batch.value = text(QLatin1String("batch"));
    plan.wave = std::max(0, json.value(QLatin1String("wave")).toInt());
    plan.ticket = text(QLatin1String("ticket"));
    plan.note = text(QLatin1String("note"));
    plan.by = text(QLatin1String("by"));
    const QDateTime start = utcFromMs(json.value(QLatin1String("windowStart")));
    const QDateTime end = utcFromMs(json.value(QLatin1String("windowEnd")));
    if (start.isValid() && end.isValid() && start < end)
        plan.window = WindowSpan{start, end};
    // Rows of the first version of the journal name no kind: they upgraded the kernel.
    const QString kind = text(QLatin1String("kind"));
    if (const auto known = kindFromName(kind))
        plan.kind = *known;
    else if (!kind.isEmpty())
        return failure(Error::of(Error::Kind::Storage,
                                 tr("A plan in the journal is of a kind “%1” that this version of Uplift "
                                    "does not know.")
                                     .arg(kind.left(40))));
    // Without these three it could not even be asked about.
    for (const char *name : {"step", "region", "instance"}) {
        if (text(QLatin1String(name)).isEmpty())
            return failure(
                Error::of(Error::Kind::Storage,
                          tr("A plan in the journal lacks its field “%1”.").arg(QLatin1String(name))));
    }
    return plan;
}

} // namespace uplift::upgrade
