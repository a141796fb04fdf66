// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/journalrow.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonValue>
#include <QtEndian>

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

} // namespace

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
    };
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
    const QDateTime start = utcFromMs(json.value(QLatin1String("windowStart")));
    const QDateTime end = utcFromMs(json.value(QLatin1String("windowEnd")));
    if (start.isValid() && end.isValid() && start < end)
        plan.window = WindowSpan{start, end};
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
