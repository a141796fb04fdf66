// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/localized.h"

#include <QLocale>

namespace uplift {

bool speaksChinese() { return QLocale().language() == QLocale::Chinese; }

QString LocalizedText::text() const { return speaksChinese() && !chinese.isEmpty() ? chinese : english; }

LocalizedText LocalizedText::fromJson(const QJsonValue &value)
{
    return {value[QLatin1String("en")].toString(), value[QLatin1String("zh")].toString()};
}

void addSentence(QString &text, const QString &sentence)
{
    static const QString fullWidthMarks = QStringLiteral("\u3002\uff01\uff1f\uff1b\uff1a\uff0c");
    if (!text.isEmpty() && !sentence.isEmpty() && !fullWidthMarks.contains(text.back()))
        text += QLatin1Char(' ');
    text += sentence;
}

QString inOneLine(const QStringList &sentences)
{
    QString line;
    for (const QString &sentence : sentences)
        addSentence(line, sentence);
    return line;
}

} // namespace uplift
