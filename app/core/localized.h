// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace uplift {

/// A sentence kept as data in resources/, in both languages of the program.
struct LocalizedText {
    QString english;
    QString chinese;
    /// In the language of QLocale()'s default, which main.cpp sets.
    [[nodiscard]] QString text() const;
    /// {"en": …, "zh": …}
    static LocalizedText fromJson(const QJsonValue &value);
};

/// Is the user's language Chinese?
[[nodiscard]] bool speaksChinese();

/// Adds a sentence to those before it: with a space, but none after a full-width mark, which brings its own
/// room. An empty one adds nothing.
void addSentence(QString &text, const QString &sentence);
[[nodiscard]] QString inOneLine(const QStringList &sentences);

} // namespace uplift
