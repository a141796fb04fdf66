// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/linebreaks.h"

#include <QStringList>

namespace uplift::ui {

QString unbroken(const QString &text, const QString &separator)
{
    QStringList parts = separator.isEmpty() ? QStringList{text} : text.split(separator);
    for (QString &part : parts)
        part.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
    return parts.join(separator);
}

QString withWholePercents(QString text)
{
    return text.replace(QStringLiteral(" %"), QString(QChar(QChar::Nbsp)) + QLatin1Char('%'));
}

} // namespace uplift::ui
