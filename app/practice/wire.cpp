// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/wire.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QXmlStreamWriter>

namespace uplift::practice {

namespace {

QString decode(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

QString plainText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    default:
        return value.toString();
    }
}

void writeXml(QXmlStreamWriter &xml, const QString &name, const QJsonValue &value);

void writeFields(QXmlStreamWriter &xml, const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        writeXml(xml, it.key(), it.value());
}

void writeXml(QXmlStreamWriter &xml, const QString &name, const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        for (const auto &element : elements)
            writeXml(xml, name, element);
        return;
    }
    xml.writeStartElement(name);
    if (value.isObject())
        writeFields(xml, value.toObject());
    else
        xml.writeCharacters(plainText(value));
    xml.writeEndElement();
}

QByteArray toXml(const QString &root, const QJsonObject &object)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(root);
    writeFields(xml, object);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace

Pairs decodePairs(const QByteArray &encoded)
{
    Pairs pairs;
    const QList<QByteArray> parts = encoded.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        if (equals < 0)
            pairs.append({decode(part), QString()});
        else
            pairs.append({decode(part.left(equals)), decode(part.mid(equals + 1))});
    }
    return pairs;
}

Refusal Refusal::missing(const QString &parameter)
{
    return of(400, QStringLiteral("MissingParameter"),
              QStringLiteral(
                  "The input parameter %1 that is mandatory for processing this request is not supplied.")
                  .arg(parameter));
}

Refusal Refusal::invalid(const QString &parameter, const QString &why)
{
    return of(400, QStringLiteral("InvalidParameter"),
              QStringLiteral("The specified parameter %1 is not valid: %2.").arg(parameter, why));
}

QByteArray encodeSuccess(const QJsonObject &body, const QString &action, Format format)
{
    if (format == Format::Xml)
        return toXml(action + QStringLiteral("Response"), body);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray encodeRefusal(const Refusal &refusal, const QString &requestId, const QString &host, Format format)
{
    QJsonObject body{
        {QStringLiteral("RequestId"), requestId},
        {QStringLiteral("HostId"), host},
        {QStringLiteral("Code"), refusal.code},
        {QStringLiteral("Message"), refusal.message},
        {QStringLiteral("Recommend"),
         QStringLiteral("https://api.aliyun.com/troubleshoot?q=%1&requestId=%2")
             .arg(refusal.code, requestId)},
    };
    if (!refusal.accessDenied.isEmpty())
        body.insert(QStringLiteral("AccessDeniedDetail"), refusal.accessDenied);
    if (format == Format::Xml)
        return toXml(QStringLiteral("Error"), body);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray contentType(Format format)
{
    return format == Format::Xml ? "text/xml;charset=utf-8" : "application/json;charset=utf-8";
}

QString wireTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

QDateTime parseWireTime(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"));
    return shape.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODate) : QDateTime();
}

} // namespace uplift::practice
