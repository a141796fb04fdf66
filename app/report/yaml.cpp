// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/yaml.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace uplift::report {

namespace {

/// Letters, and marks that mean nothing inside a word. Nothing that begins with a digit, sign or dot: those
/// might be numbers or dates. "::" is safe, since a colon counts only before a blank.
bool isBareWord(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*(?:(?:::|[./])[A-Za-z0-9_-]+)*$"));
    static const QSet<QString> words{QStringLiteral("y"),  QStringLiteral("n"),    QStringLiteral("yes"),
                                     QStringLiteral("no"), QStringLiteral("true"), QStringLiteral("false"),
                                     QStringLiteral("on"), QStringLiteral("off"),  QStringLiteral("null")};
    return shape.match(text).hasMatch() && !words.contains(text.toLower());
}

/// Must it be written as an escape?
bool isHidden(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return code == 0xfffe || code == 0xffff;
    }
}

QString escape(char32_t code)
{
    if (code == U'\n')
        return QStringLiteral("\\n");
    if (code == U'\t')
        return QStringLiteral("\\t");
    const QString hex = QString::number(static_cast<quint32>(code), 16).toUpper();
    return code > 0xffff ? QStringLiteral("\\U") + hex.rightJustified(8, u'0')
                         : QStringLiteral("\\u") + hex.rightJustified(4, u'0');
}

QString quotedText(const QString &text)
{
    const QList<uint> codes = text.toUcs4(); // a lone surrogate is U+FFFD in them
    const bool hidden = std::any_of(codes.begin(), codes.end(), [](uint code) { return isHidden(code); });
    if (!hidden) {
        QString doubled = QString::fromUcs4(reinterpret_cast<const char32_t *>(codes.data()), codes.size());
        doubled.replace(u'\'', QStringLiteral("''"));
        return u'\'' + doubled + u'\'';
    }
    QString line = QStringLiteral("\"");
    for (const uint code : codes) {
        if (code == U'"' || code == U'\\')
            line += u'\\' + QChar(code);
        else if (isHidden(code))
            line += escape(code);
        else
            line += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
    }
    return line + u'"';
}

QString textOf(const QString &text) { return isBareWord(text) ? text : quotedText(text); }

QString numberText(double number)
{
    if (std::floor(number) == number && std::abs(number) < 1e15)
        return QString::number(static_cast<qint64>(number));
    QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    // YAML 1.1 takes 1e+20 for a text: it wants a dot before the exponent.
    if (const qsizetype exponent = text.indexOf(u'e'); exponent >= 0 && !text.contains(u'.'))
        text.insert(exponent, QStringLiteral(".0"));
    return text;
}

/// What fits on the line of its key or dash; empty: a block of its own lines.
QString inlineText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return numberText(value.toDouble());
    case QJsonValue::String:
        return textOf(value.toString());
    case QJsonValue::Array:
        return value.toArray().isEmpty() ? QStringLiteral("[]") : QString();
    case QJsonValue::Object:
        return value.toObject().isEmpty() ? QStringLiteral("{}") : QString();
    default:
        return QStringLiteral("null");
    }
}

void write(QString &out, const QJsonValue &value, int indent);

void writeObject(QString &out, const QJsonObject &object, int indent)
{
    bool first = true;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!std::exchange(first, false))
            out += QString(indent, u' ');
        out += textOf(it.key()) + u':';
        const QString text = inlineText(it.value());
        if (!text.isEmpty()) {
            out += u' ' + text + u'\n';
            continue;
        }
        out += u'\n' + QString(indent + 2, u' ');
        write(out, it.value(), indent + 2);
    }
}

void writeArray(QString &out, const QJsonArray &array, int indent)
{
    bool first = true;
    for (const auto &value : array) {
        if (!std::exchange(first, false))
            out += QString(indent, u' ');
        out += QStringLiteral("- ");
        const QString text = inlineText(value);
        if (text.isEmpty())
            write(out, value, indent + 2);
        else
            out += text + u'\n';
    }
}

/// The cursor stands at `indent` already.
void write(QString &out, const QJsonValue &value, int indent)
{
    if (value.isObject())
        writeObject(out, value.toObject(), indent);
    else
        writeArray(out, value.toArray(), indent);
}

} // namespace

QString yamlOf(const QJsonValue &value)
{
    if (const QString text = inlineText(value); !text.isEmpty())
        return text + u'\n';
    QString out;
    write(out, value, 0);
    return out;
}

} // namespace uplift::report
