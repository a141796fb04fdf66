// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QString>

#include <optional>

namespace uplift::ui {

/// A text in the order of the language, cache-2 before cache-10. Where all that is compared is printable
/// ASCII, and the language orders that as English does, the order is known without the library that knows all
/// others: its tables take two megabytes, which a fleet with such names need not load. Both ways give one
/// order. Source of the order: Unicode Technical Standard #35, Part 5, "Root Collation" (CLDR 42, October
/// 2022).
class TextKey {
public:
    /// `collator` in numeric mode, the same for all keys that meet.
    TextKey(const QString &text, const QCollator &collator);
    /// Less than, equal to or greater than 0.
    [[nodiscard]] int compare(const TextKey &other, const QCollator &collator) const;

private:
    [[nodiscard]] const QCollatorSortKey &full(const QCollator &collator) const;

    QString m_text;
    std::optional<QString> m_plain; ///< nothing: only the collator can tell
    mutable std::optional<QCollatorSortKey> m_full; ///< made when one without m_plain is met
};

} // namespace uplift::ui
