// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <variant>

namespace uplift::report {

/// What a word stands for beside its meaning; a writer may colour it. Never said by colour alone.
enum class Tone { Plain, Quiet, Accent, Good, Attention, Bad, Violet };

/// A piece of text of one look. Not escaped: it may hold anything an instance, a service or a user wrote.
struct Phrase {
    QString text;
    Tone tone = Tone::Plain;
    bool fixedWidth = false; ///< ids, RequestIds, wire values
    bool tag = false; ///< a word on a tinted ground: the environment
    bool whole = false; ///< does not break into lines where that can be had: moments, lengths, versions
};

/// Lines, one below the other.
using Cell = QList<Phrase>;

struct Heading {
    int level = 2; ///< 2 … 4; the document's title is 1
    QString text;
};
struct Paragraph {
    Phrase text;
};
/// A filled area: what must not be missed.
struct Note {
    Phrase text;
};
/// Labels with their values.
struct Facts {
    QList<std::pair<QString, Cell>> rows;
};
struct Table {
    QStringList heads;
    QList<QList<Cell>> rows; ///< as many cells each as there are heads
};
struct Bullets {
    QList<Phrase> items;
};

using Block = std::variant<Heading, Paragraph, Note, Facts, Table, Bullets>;

/// A document before it has a format. Values alone: writers may run in any thread.
struct Document {
    QString title;
    QString language; ///< "en", "zh-CN"
    QList<Block> blocks;
    QString foot; ///< one line: who wrote it, when
};

/// Foreign text for any format: control characters become blanks, bidi controls go, and what no XML may hold
/// becomes U+FFFD.
[[nodiscard]] QString cleanText(const QString &text);

} // namespace uplift::report
