// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdfsearch.h"

#include "report/pdflook.h"

#include <QHash>
#include <QRawFont>

namespace uplift::report {

namespace {

/// The faces the document is set in; weights of one face share their glyphs' meanings.
class Faces {
public:
    explicit Faces(const QSet<char16_t> &used) : m_used(used)
    {
        for (const QFont &font : {pdfFont(8), pdfFixedFont(8)}) {
            for (const auto system : {QFontDatabase::Latin, QFontDatabase::SimplifiedChinese})
                m_faces.append(faceOf(QRawFont::fromFont(font, system)));
        }
    }
    /// The character of the document that looks like `told`; `told` itself when it is one, or none is known.
    [[nodiscard]] char16_t meant(char16_t told) const
    {
        if (m_used.contains(told))
            return told;
        for (const Face &face : m_faces) {
            const quint32 glyph = glyphOf(face.font, told);
            if (const auto same = face.used.constFind(glyph); glyph != 0 && same != face.used.constEnd())
                return *same;
        }
        return told;
    }

private:
    struct Face {
        QRawFont font;
        QHash<quint32, char16_t> used; ///< by glyph
    };
    static quint32 glyphOf(const QRawFont &font, char16_t unit)
    {
        const QList<quint32> glyphs = font.glyphIndexesForString(QString(QChar(unit)));
        return glyphs.size() == 1 ? glyphs.constFirst() : 0;
    }
    [[nodiscard]] Face faceOf(const QRawFont &font) const
    {
        Face face{font, {}};
        for (const char16_t unit : m_used) {
            if (const quint32 glyph = QChar::isSurrogate(unit) ? 0 : glyphOf(font, unit); glyph != 0)
                face.used.insert(glyph, unit);
        }
        return face;
    }

    const QSet<char16_t> &m_used;
    QList<Face> m_faces;
};

constexpr qsizetype entry = 6; ///< <5DE5>

/// The entry that begins at `at` names a character: is it the right one?
void correctOne(QByteArray &pdf, qsizetype at, const Faces &faces)
{
    bool isHex = false;
    const auto told = static_cast<char16_t>(pdf.mid(at + 1, 4).toUShort(&isHex, 16));
    if (!isHex || told == 0 || pdf.at(at) != '<' || pdf.at(at + entry - 1) != '>')
        return;
    pdf.replace(at + 1, 4, QByteArray::number(faces.meant(told), 16).rightJustified(4, '0').toUpper());
}

/// One line: "<first> <last> [<character> <character> ... ]", or "<glyph> <glyph> <character>". A run of
/// characters behind one another, "<first> <last> <character>", is left as it is.
void correctLine(QByteArray &pdf, qsizetype from, qsizetype to, const Faces &faces)
{
    constexpr qsizetype step = entry + 1;
    const qsizetype third = from + 2 * step;
    if (third + entry > to)
        return;
    if (pdf.at(third) == '[') {
        for (qsizetype at = third + 1; at + entry <= to && pdf.at(at) == '<'; at += step)
            correctOne(pdf, at, faces);
    } else if (pdf.mid(from, entry) == pdf.mid(from + step, entry)) {
        correctOne(pdf, third, faces);
    }
}

void correctTable(QByteArray &pdf, qsizetype from, qsizetype to, const Faces &faces)
{
    while (from < to) {
        const qsizetype end = pdf.indexOf('\n', from);
        if (end < 0)
            return;
        correctLine(pdf, from, end, faces);
        from = end + 1;
    }
}

} // namespace

QByteArray withSearchableText(QByteArray pdf, const QSet<char16_t> &used)
{
    const Faces faces(used);
    const QByteArray begin = QByteArrayLiteral(" beginbfrange\n");
    const QByteArray end = QByteArrayLiteral("endbfrange\n");
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at)) {
        const qsizetype from = at + begin.size();
        const qsizetype to = pdf.indexOf(end, from);
        if (to < 0)
            break;
        correctTable(pdf, from, to, faces);
        at = to;
    }
    return pdf;
}

} // namespace uplift::report
