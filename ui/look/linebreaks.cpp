// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/linebreaks.h"

#include <QStringList>

namespace uplift::ui {

namespace {

constexpr char16_t dash = u'\u2013';
constexpr char16_t wordJoiner = u'\u2060';

/// Between ideographs a line may end anywhere.
QString joined(const QString &text)
{
    const auto isIdeograph = [](QChar c) { return c.script() == QChar::Script_Han; };
    QString whole;
    for (const QChar c : text) {
        if (!whole.isEmpty() && isIdeograph(c) && isIdeograph(whole.back()))
            whole += QChar(wordJoiner);
        whole += c;
    }
    return whole;
}

} // namespace

QString unbroken(const QString &text, const QString &separator)
{
    QStringList parts = separator.isEmpty() ? QStringList{text} : text.split(separator);
    for (QString &part : parts) {
        part.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
        // After a dash a line may end, also before such a space.
        part.replace(QChar(dash), QString(QChar(dash)) + QChar(wordJoiner));
        part = joined(part);
    }
    return parts.join(separator);
}

QString withWholePercents(QString text)
{
    return text.replace(QStringLiteral(" %"), QString(QChar(QChar::Nbsp)) + QLatin1Char('%'));
}

} // namespace uplift::ui
