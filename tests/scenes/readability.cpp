// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/readability.h"

#include "ui/look/theme.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>

namespace uplift::scenes {

namespace {

constexpr double least = 4.5;

bool isNear(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) < 24;
}

/// Bold letters may cover more than any other colour, so the pen's own is passed over, unless there is no
/// other: then the text can not be seen at all.
QRgb behind(const QImage &picture, const QRect &place, QRgb pen)
{
    QHash<QRgb, int> counts;
    const QRect inside = place & picture.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QRgb most = pen;
    int times = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (!isNear(it.key(), pen) && it.value() > times) {
            most = it.key();
            times = it.value();
        }
    }
    return most;
}

QColor blended(const QColor &front, const QColor &back)
{
    const double share = front.alphaF();
    return QColor::fromRgbF(float(front.redF() * share + back.redF() * (1 - share)),
                            float(front.greenF() * share + back.greenF() * (1 - share)),
                            float(front.blueF() * share + back.blueF() * (1 - share)));
}

double ratioOf(const ColorPair &pair) { return ui::contrastRatio(QColor(pair.front), QColor(pair.back)); }

QStringList linesOf(const Sightings &sightings, double below)
{
    QList<ColorPair> pairs = sightings.keys();
    std::sort(pairs.begin(), pairs.end(),
              [](const ColorPair &a, const ColorPair &b) { return ratioOf(a) < ratioOf(b); });
    QStringList lines;
    for (const ColorPair &pair : std::as_const(pairs)) {
        if (ratioOf(pair) >= below)
            break;
        const Sighting &sighting = sightings[pair];
        lines << QStringLiteral("%1  %2 on %3  %4 times, \"%5\" in %6")
                     .arg(ratioOf(pair), 5, 'f', 2)
                     .arg(QColor(pair.front).name(), QColor(pair.back).name())
                     .arg(sighting.times)
                     .arg(sighting.text, sighting.place);
    }
    return lines;
}

} // namespace

void addSightings(const QList<PlacedText> &texts, const QImage &picture, Sightings &sightings)
{
    const double scale = picture.devicePixelRatio();
    for (const PlacedText &text : texts) {
        if (text.inWindow.width() < 2 || text.inWindow.height() < 2)
            continue;
        const QRectF place(text.inWindow.topLeft() * scale, text.inWindow.size() * scale);
        const QRgb back = behind(picture, place.toAlignedRect(), text.drawn.color.rgb());
        const QRgb front = blended(text.drawn.color, QColor(back)).rgb();
        Sighting &sighting = sightings[{front, back}];
        if (++sighting.times == 1) {
            sighting.text = text.drawn.text;
            sighting.place = placeOf(*text.widget);
        }
    }
}

QStringList ratios(const Sightings &sightings) { return linesOf(sightings, 22); }

QStringList tooFaint(const Sightings &sightings) { return linesOf(sightings, least); }

} // namespace uplift::scenes
