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

} // namespace uplift
