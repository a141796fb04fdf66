// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

namespace uplift::report {

/// The PDF with its text as it was written, for searching and copying. Qt tells a reader what a glyph means
/// by the lowest character that has it: with Noto Sans CJK the Kangxi radical U+2F2F for U+5DE5, a tab for a
/// blank; words with them are not found. Where a glyph's character does not occur in the document and another
/// that does looks the same, the table is corrected in place, without moving a byte. A table of another shape
/// is left as it is. `used`: every UTF-16 unit of the document's text.
/// Seen in Qt 6.4.2, QFontSubset::createToUnicodeMap(): uncompressed, <XXXX> for each glyph.
[[nodiscard]] QByteArray withSearchableText(QByteArray pdf, const QSet<char16_t> &used);

} // namespace uplift::report
