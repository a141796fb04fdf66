// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/keylines.h"

#include <QList>
#include <QString>

namespace uplift::cloud {
class ErrorAdvice;
}

namespace uplift::ui {

/// One page of the help, in the language of QLocale()'s default.
struct HelpTopic {
    QString id; ///< "clients"
    QString title; ///< plain text: its first heading
    QString markdown; ///< links within the help read help:<id>
    QString text; ///< as it is read: what a search looks in
};

/// The written topics from the resources, then what each error code means, and the keys.
[[nodiscard]] QList<HelpTopic> helpTopics(const cloud::ErrorAdvice &advice, const QList<KeyLine> &keys);
/// The written ones' ids, in reading order.
[[nodiscard]] const QStringList &writtenTopics();

/// Made from the table of error codes, sorted by code.
[[nodiscard]] HelpTopic errorsTopic(const cloud::ErrorAdvice &advice);
[[nodiscard]] HelpTopic keysTopic(const QList<KeyLine> &keys);

/// Every word of `words` occurs in title or text, whatever its case; true for no word.
[[nodiscard]] bool topicHolds(const HelpTopic &topic, const QString &words);

/// `text` as Markdown that shows it as it is.
[[nodiscard]] QString markdownOf(const QString &text);

} // namespace uplift::ui
