// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenes/misfits.h"

#include <QImage>
#include <QMap>

namespace uplift::scenes {

/// A colour of text on the colour it was painted on.
struct ColorPair {
    QRgb front = 0;
    QRgb back = 0;
    friend bool operator<(const ColorPair &a, const ColorPair &b)
    {
        return std::pair(a.front, a.back) < std::pair(b.front, b.back);
    }
};

/// Where a pair was seen first, and how often.
struct Sighting {
    QString text;
    QString place;
    int times = 0;
};
using Sightings = QMap<ColorPair, Sighting>;

/// Adds each text of the window: its pen's colour on the colour most pixels behind it have in `picture`, a
/// picture of the same window.
void addSightings(const QList<PlacedText> &texts, const QImage &picture, Sightings &sightings);

/// One line a pair, lowest ratio first: "4.71  #17733a on #dbe7f8  12 times, \"Verified\" in RunningList".
[[nodiscard]] QStringList ratios(const Sightings &sightings);
/// The lines of those below what WCAG 2 asks of text: 4.5.
[[nodiscard]] QStringList tooFaint(const Sightings &sightings);

} // namespace uplift::scenes
