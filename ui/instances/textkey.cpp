// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/textkey.h"

#include <QLocale>

#include <algorithm>

namespace uplift::ui {

namespace {

/// What comes before digits and letters, in its order.
constexpr QLatin1String signs(" _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$");
constexpr ushort numbers = 0x100; ///< greater than any place in `signs`
constexpr ushort letters = 0x200;
constexpr ushort end = 0; ///< of the letters, before what tells capitals apart: less than all else
constexpr ushort small = 1;
constexpr ushort capital = 2;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Danish has aa behind z, Czech ch behind h: only what is known to leave ASCII alone.
bool ordersAsciiAsEnglish(const QLocale &locale)
{
    return locale != QLocale::c()
        && (locale.language() == QLocale::English || locale.language() == QLocale::Chinese);
}

/// The weights of the letters, then those of their case; nothing when a character is no printable ASCII.
std::optional<QString> plainKey(const QString &text)
{
    QString key;
    QString cases;
    key.reserve(2 * text.size() + 1);
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text.at(i);
        if (c < u' ' || c > u'~')
            return {};
        const bool upper = c >= u'A' && c <= u'Z';
        cases += QChar(upper ? capital : small);
        if (isDigit(c)) {
            // A number is as great as it has digits, then as they are.
            const auto stop = std::find_if_not(text.begin() + i, text.end(), isDigit) - text.begin();
            while (i < stop && text.at(i) == u'0')
                ++i;
            key += QChar(static_cast<ushort>(numbers + std::min<qsizetype>(stop - i, letters - numbers - 1)));
            key += QStringView(text).sliced(i, stop - i);
            i = stop;
            continue;
        }
        if (c.isLetter())
            key += QChar(static_cast<ushort>(letters + (c.unicode() | 0x20)));
        else
            key += QChar(static_cast<ushort>(1 + signs.indexOf(c)));
        ++i;
    }
    key += QChar(end);
    return key + cases;
}

} // namespace

TextKey::TextKey(const QString &text, const QCollator &collator) : m_text(text)
{
    if (ordersAsciiAsEnglish(collator.locale()))
        m_plain = plainKey(text);
    if (!m_plain)
        m_full = collator.sortKey(text);
}

int TextKey::compare(const TextKey &other, const QCollator &collator) const
{
    if (m_plain && other.m_plain)
        return m_plain->compare(*other.m_plain);
    return full(collator).compare(other.full(collator));
}

const QCollatorSortKey &TextKey::full(const QCollator &collator) const
{
    if (!m_full)
        m_full = collator.sortKey(m_text);
    return *m_full;
}

} // namespace uplift::ui
