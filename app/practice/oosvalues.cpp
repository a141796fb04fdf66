// SPDX-License-Identifier: GPL-3.0-or-later
// What a template's parameters and `{{ names }}` stand for.
#include "practice/oostemplate.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace uplift::practice {

namespace {

constexpr qsizetype maxItems = 1000;
constexpr int maxRetries = 300;
constexpr int maxDelay = 3600;
constexpr qint64 maxSleep = 24LL * 3600;

using Problem = std::optional<Refusal>;

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == QLatin1String("String"))
        return value.isString();
    if (type == QLatin1String("Number"))
        return value.isDouble();
    if (type == QLatin1String("Boolean"))
        return value.isBool();
    return type == QLatin1String("List") ? value.isArray() : value.isObject() || value.isArray();
}

QString resolvedText(QString text, const OosValues &values)
{
    static const QRegularExpression reference(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    qsizetype from = 0;
    for (auto match = reference.match(text, from); match.hasMatch(); match = reference.match(text, from)) {
        const QString value = plainText(values.value(match.captured(1)));
        text.replace(match.capturedStart(), match.capturedLength(), value);
        from = match.capturedStart() + value.size(); // what was put in is not looked at again
    }
    return text;
}

/// A whole number, also as text; nothing for anything else.
std::optional<int> wholeNumber(const QJsonValue &value)
{
    bool ok = false;
    const int number = plainText(value).toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// "5" or "10%" of `all`.
std::optional<int> numberOrShare(const QJsonValue &value, qsizetype all)
{
    const QString text = plainText(value);
    if (!text.endsWith(u'%'))
        return wholeNumber(value);
    const auto percent = wholeNumber(text.chopped(1));
    if (!percent || *percent < 0 || *percent > 100)
        return std::nullopt;
    return static_cast<int>(all * *percent / 100);
}

Refusal badProperty(const OosTask &task, const char *property)
{
    return Refusal::of(
        400, QStringLiteral("InvalidTemplateContent.Malformed"),
        QStringLiteral("%1 of task %2 has no usable value.").arg(QLatin1String(property), task.name));
}

/// "PT1H30M", "PT60S"
std::optional<qint64> seconds(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^PT(?=\\d)(?:(\\d{1,4})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60
        + match.captured(3).toLongLong();
}

Problem settleLoop(OosTask &task, const OosValues &values)
{
    const QJsonValue items = resolved(task.itemsText, values);
    if (!items.isArray() || items.toArray().size() > maxItems)
        return badProperty(task, "LoopItems");
    task.items = items.toArray();
    const auto concurrency = numberOrShare(resolved(task.concurrencyText, values), task.items.size());
    const bool share = plainText(resolved(task.concurrencyText, values)).endsWith(u'%');
    if (!concurrency || (*concurrency < 1 && !share))
        return badProperty(task, "Concurrency");
    task.concurrency = std::max(1, *concurrency);
    const auto errors = numberOrShare(resolved(task.maxErrorsText, values), task.items.size());
    if (!errors || *errors < 0)
        return badProperty(task, "MaxErrors");
    task.maxErrors = *errors;
    return settle(task.tasks, values);
}

Problem settleOne(OosTask &task, const OosValues &values)
{
    if (task.action == OosTask::Action::Loop)
        return settleLoop(task, values);
    if (task.action == OosTask::Action::Sleep) {
        const auto duration = seconds(resolved(task.durationText, values).toString());
        if (!duration || *duration < 1 || *duration > maxSleep)
            return badProperty(task, "Duration");
        task.sleepSeconds = *duration;
    }
    if (task.action == OosTask::Action::WaitFor) {
        const auto retries = wholeNumber(resolved(task.retriesText, values));
        if (!retries || *retries < 0 || *retries > maxRetries)
            return badProperty(task, "Retries");
        const auto delay = wholeNumber(resolved(task.delayText, values));
        if (!delay || *delay < 1 || *delay > maxDelay)
            return badProperty(task, "Delay");
        task.retries = *retries;
        task.delaySeconds = *delay;
    }
    return std::nullopt;
}

} // namespace

QString plainText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toString();
}

QJsonValue resolved(const QJsonValue &text, const OosValues &values)
{
    static const QRegularExpression alone(QStringLiteral("^\\s*\\{\\{\\s*([^{}]*?)\\s*\\}\\}\\s*$"));
    if (text.isArray()) {
        QJsonArray array = text.toArray();
        for (auto element : array)
            element = resolved(element, values);
        return array;
    }
    if (text.isObject()) {
        QJsonObject object = text.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = resolved(it.value(), values);
        return object;
    }
    if (!text.isString())
        return text;
    const auto match = alone.match(text.toString());
    return match.hasMatch() ? values.value(match.captured(1)) : resolvedText(text.toString(), values);
}

std::optional<Refusal> readValues(const OosTemplate &known, const QJsonObject &given, const QString &region,
                                  OosValues &values)
{
    const QString parameter = QStringLiteral("Parameters");
    values.insert(QStringLiteral("ACS::RegionId"), region);
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!known.parameters.contains(it.key()))
            return Refusal::invalid(parameter,
                                    QStringLiteral("the template has no parameter %1").arg(it.key()));
    }
    for (auto it = known.parameters.begin(); it != known.parameters.end(); ++it) {
        const QJsonValue value =
            given.contains(it.key()) ? given.value(it.key()) : resolved(it->fallback, values);
        if (value.isUndefined())
            return Refusal::invalid(parameter, QStringLiteral("a value for %1 is missing").arg(it.key()));
        if (!hasType(value, it->type))
            return Refusal::invalid(parameter, QStringLiteral("%1 must be a %2").arg(it.key(), it->type));
        values.insert(it.key(), value);
    }
    return std::nullopt;
}

std::optional<Refusal> settle(QList<OosTask> &tasks, const OosValues &values)
{
    for (OosTask &task : tasks) {
        if (auto problem = settleOne(task, values))
            return problem;
    }
    return std::nullopt;
}

} // namespace uplift::practice
