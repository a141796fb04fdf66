// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/quoting.h"

#include <QList>

namespace uplift::report {

namespace {

QString hex(char32_t code, int digits)
{
    return QString::number(static_cast<quint32>(code), 16).rightJustified(digits, u'0');
}

/// A character no language lets stand in a literal as it is.
QString escape(char32_t code, Language language)
{
    const bool wide = code > 0xffff;
    switch (language) {
    case Language::Java:
        // Java turns \u000a into a line feed before it reads the literal, so control characters go in octal.
        if (code < 0x80)
            return u'\\' + QString::number(static_cast<quint32>(code), 8).rightJustified(3, u'0');
        [[fallthrough]];
    case Language::JavaScript:
        if (wide)
            return QStringLiteral("\\u%1\\u%2")
                .arg(hex(QChar::highSurrogate(code), 4), hex(QChar::lowSurrogate(code), 4));
        return QStringLiteral("\\u") + hex(code, 4);
    default:
        return wide ? QStringLiteral("\\U") + hex(code, 8) : QStringLiteral("\\u") + hex(code, 4);
    }
}

QString doubleQuoted(const QString &value, Language language)
{
    QString text = QStringLiteral("\"");
    const QList<uint> codes = value.toUcs4();
    for (const uint code : codes) {
        if (code == U'"' || code == U'\\')
            text += u'\\' + QChar(code);
        else if (code >= 0x20 && code < 0x7f)
            text += QChar(code);
        else
            text += escape(QChar::isSurrogate(code) ? 0xfffd : code, language);
    }
    return text + u'"';
}

QString shellQuoted(QString value)
{
    value.remove(QChar(u'\0'));
    value.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + value + u'\'';
}

} // namespace

QString quoted(const QString &value, Language language)
{
    return language == Language::Shell ? shellQuoted(value) : doubleQuoted(value, language);
}

QString commentText(const QString &value)
{
    QString text;
    for (const QChar character : value) {
        switch (character.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            text += u' ';
            break;
        default:
            text += character == u'\\' ? QChar(u'/') : character;
        }
    }
    return text.simplified();
}

} // namespace uplift::report
