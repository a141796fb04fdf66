// SPDX-License-Identifier: GPL-3.0-or-later
// Errors, evidence and tasks as a row's data keep them.
#include "upgrade/outcome.h"

#include <QJsonArray>

namespace uplift::upgrade {

namespace {

// A number outside the enumeration reads as the value that promises least.
template <class T> T bounded(const QJsonValue &value, T last, T otherwise)
{
    const int number = value.toInt(-1);
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<T>(number) : otherwise;
}

} // namespace

QJsonObject toJson(const Error &error)
{
    return {{QStringLiteral("kind"), static_cast<int>(error.kind)},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("change"), static_cast<int>(error.change)},
            {QStringLiteral("retry"), static_cast<int>(error.retry)},
            {QStringLiteral("next"), error.next},
            {QStringLiteral("code"), error.code},
            {QStringLiteral("requestId"), error.requestId},
            {QStringLiteral("provider"), error.providerMessage},
            {QStringLiteral("detail"), error.detail}};
}

std::optional<Error> errorFromJson(const QJsonObject &json)
{
    const QString message = json.value(QLatin1String("message")).toString();
    if (message.isEmpty())
        return std::nullopt;
    Error error =
        Error::of(bounded(json.value(QLatin1String("kind")), Error::Kind::Internal, Error::Kind::Internal),
                  message, json.value(QLatin1String("next")).toString());
    error.change =
        bounded(json.value(QLatin1String("change")), Error::Change::Unknown, Error::Change::Unknown);
    error.retry = bounded(json.value(QLatin1String("retry")), Error::Retry::AskFirst, Error::Retry::AskFirst);
    error.code = json.value(QLatin1String("code")).toString();
    error.requestId = json.value(QLatin1String("requestId")).toString();
    error.providerMessage = json.value(QLatin1String("provider")).toString();
    error.detail = json.value(QLatin1String("detail")).toString();
    return error;
}

QJsonArray toJson(const QList<Evidence> &evidence)
{
    QJsonArray json;
    for (const Evidence &piece : evidence)
        json.append(QJsonObject{{QStringLiteral("kind"), static_cast<int>(piece.kind)},
                                {QStringLiteral("text"), piece.text},
                                {QStringLiteral("detail"), piece.detail},
                                {QStringLiteral("telling"), piece.telling}});
    return json;
}

QList<Evidence> evidenceFromJson(const QJsonArray &json)
{
    QList<Evidence> evidence;
    for (const QJsonValue value : json) {
        const QJsonObject piece = value.toObject();
        evidence.append(
            {bounded(piece.value(QLatin1String("kind")), Evidence::Kind::Nodes, Evidence::Kind::Status),
             piece.value(QLatin1String("text")).toString(), piece.value(QLatin1String("detail")).toString(),
             piece.value(QLatin1String("telling")).toBool()});
    }
    return evidence;
}

QJsonObject taskJson(const CloudTask &task)
{
    return {{QStringLiteral("id"), task.id.value},
            {QStringLiteral("type"), task.type},
            {QStringLiteral("status"), task.statusText},
            {QStringLiteral("step"), task.step}};
}

std::optional<CloudTask> taskFromJson(const QJsonObject &json)
{
    CloudTask task;
    task.id.value = json.value(QLatin1String("id")).toString();
    task.type = json.value(QLatin1String("type")).toString();
    task.statusText = json.value(QLatin1String("status")).toString();
    task.step = json.value(QLatin1String("step")).toString();
    if (task.id.isEmpty())
        return std::nullopt;
    return task;
}

} // namespace uplift::upgrade
