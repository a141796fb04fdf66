// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/replyfields.h"

#include <QJsonArray>

#include <cmath>

namespace uplift::cloud::fields {

namespace {

/// Numbers and booleans as the text the other format would carry.
QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    constexpr double exactIntegers = 9007199254740992.0;
    if (std::trunc(number) == number && std::abs(number) <= exactIntegers)
        return QString::number(value.toInteger());
    return QString::number(number, 'g', 15);
}

} // namespace

QString text(const QJsonObject &object, QLatin1String name, qsizetype maxLength)
{
    const QString text = asText(object.value(name)).trimmed();
    return text.size() <= maxLength ? text : QString();
}

QString prose(const QJsonObject &object, QLatin1String name, qsizetype maxLength)
{
    return asText(object.value(name)).left(maxLength);
}

std::optional<int> integer(const QJsonObject &object, QLatin1String name, int min, int max)
{
    const std::optional<double> value = number(object, name, min, max);
    if (!value || std::trunc(*value) != *value)
        return {};
    return static_cast<int>(*value);
}

std::optional<double> number(const QJsonObject &object, QLatin1String name, double min, double max)
{
    return asNumber(object.value(name), min, max);
}

std::optional<double> asNumber(const QJsonValue &value, double min, double max)
{
    constexpr qsizetype maxDigits = 32;
    const QString word = value.toString().trimmed();
    bool ok = value.isDouble();
    const double parsed = ok ? value.toDouble() : word.size() <= maxDigits ? word.toDouble(&ok) : 0;
    if (!ok || !std::isfinite(parsed) || parsed < min || parsed > max)
        return {};
    return parsed;
}

std::optional<bool> flag(const QJsonObject &object, QLatin1String name)
{
    const QString word = text(object, name, 8).toLower();
    if (word == QLatin1String("true") || word == QLatin1String("1"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("0"))
        return false;
    return {};
}

QDateTime time(const QJsonObject &object, QLatin1String name) { return asTime(text(object, name, 32)); }

QDateTime asTime(const QString &word)
{
    const bool utcForm = word.endsWith(QLatin1Char('Z')) && word.size() >= 17 && word.size() <= 32;
    return utcForm ? QDateTime::fromString(word, Qt::ISODate).toUTC() : QDateTime();
}

QJsonObject child(const QJsonObject &object, QLatin1String name) { return object.value(name).toObject(); }

QList<QJsonObject> items(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    if (value.isObject())
        return {value.toObject()};
    QList<QJsonObject> found;
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < std::min(list.size(), maxItems); ++i) {
        if (list.at(i).isObject())
            found.append(list.at(i).toObject());
    }
    return found;
}

bool hasContainer(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    return value.isObject() || value.isArray() || (value.isString() && value.toString().trimmed().isEmpty());
}

} // namespace uplift::cloud::fields
