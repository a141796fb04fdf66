// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/encoding.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QUrl>

#include <cmath>

namespace uplift::cloud {

namespace {

bool hasLoneSurrogate(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!pair)
            return true;
        ++i;
    }
    return false;
}

QString numberText(const QJsonValue &value)
{
    const double number = value.toDouble();
    if (std::trunc(number) == number && std::abs(number) < 9e15)
        return QString::number(value.toInteger());
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

void flattenInto(Parameters &flat, const QString &name, const QJsonValue &value)
{
    const QString prefix = name.isEmpty() ? QString() : name + QLatin1Char('.');
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    case QJsonValue::Bool:
        flat.insert(name, value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
        break;
    case QJsonValue::Double:
        flat.insert(name, numberText(value));
        break;
    case QJsonValue::String:
        flat.insert(name, value.toString());
        break;
    case QJsonValue::Array: {
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            flattenInto(flat, prefix + QString::number(i + 1), list.at(i));
        break;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            flattenInto(flat, prefix + it.key(), it.value());
        break;
    }
    }
}

} // namespace

Result<QByteArray> percentEncode(const QString &text)
{
    if (hasLoneSurrogate(text)) {
        return failure(Error::input(
            QString(),
            QCoreApplication::translate("uplift::cloud",
                                        "The text holds half of a character pair and cannot be sent."),
            QCoreApplication::translate("uplift::cloud", "Type the text again instead of pasting it.")));
    }
    return QUrl::toPercentEncoding(text);
}

Result<QByteArray> canonicalQuery(const Parameters &parameters)
{
    QByteArray query;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const Result<QByteArray> name = percentEncode(it.key());
        Result<QByteArray> value = percentEncode(it.value());
        if (!name)
            return name;
        if (!value) {
            Error error = std::move(value.error());
            error.field = it.key();
            return failure(std::move(error));
        }
        if (!query.isEmpty())
            query += '&';
        query += *name + '=' + *value;
    }
    return query;
}

Parameters flatten(const QJsonObject &structured)
{
    Parameters flat;
    flattenInto(flat, QString(), structured);
    return flat;
}

} // namespace uplift::cloud
