// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdflook.h"

namespace uplift::report {

QFont pdfFont(qreal points, QFont::Weight weight)
{
    QFont font;
    // The simplified Chinese face by name: otherwise Japanese glyphs may be taken for Chinese text.
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                      QStringLiteral("Noto Sans CJK SC")});
    font.setPointSizeF(points);
    font.setWeight(weight);
    // Inter would turn "9x1" inside an id into a product sign.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QFont pdfFixedFont(qreal points)
{
    QFont font = pdfFont(points);
    font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono CJK SC")});
    font.setStyleHint(QFont::Monospace, QFont::PreferNoShaping);
    return font;
}

QColor pdfColor(Tone tone)
{
    switch (tone) {
    case Tone::Quiet:
        return {0x4a, 0x52, 0x5c};
    case Tone::Accent:
        return {0x1a, 0x5b, 0xb8};
    case Tone::Good:
        return {0x17, 0x73, 0x3a};
    case Tone::Attention:
        return {0x87, 0x50, 0x00};
    case Tone::Bad:
        return {0xb0, 0x26, 0x1c};
    case Tone::Violet:
        return {0x64, 0x39, 0xae};
    case Tone::Plain:
        break;
    }
    return {0x1a, 0x1d, 0x21};
}

QColor pdfGround(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {0xe6, 0xf4, 0xea};
    case Tone::Attention:
        return {0xfd, 0xf2, 0xdc};
    case Tone::Bad:
        return {0xfb, 0xea, 0xe8};
    case Tone::Violet:
        return {0xf0, 0xea, 0xfa};
    case Tone::Quiet:
        return {0xe9, 0xec, 0xef};
    case Tone::Plain:
    case Tone::Accent:
        break;
    }
    return {0xf7, 0xf8, 0xf9};
}

} // namespace uplift::report
