// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/contactsheet.h"

#include <QPainter>

#include <algorithm>

namespace uplift::scenes {

QImage contactSheet(const QList<NamedPicture> &pictures, int columns, int width)
{
    constexpr int caption = 22;
    constexpr int gap = 8;
    int height = 0;
    for (const NamedPicture &picture : pictures)
        height = std::max(height, picture.image.height() * width / std::max(1, picture.image.width()));
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    QImage sheet(gap + columns * (width + gap), gap + rows * (height + caption + gap), QImage::Format_RGB32);
    sheet.fill(QColor(0x80, 0x80, 0x80));
    QPainter painter(&sheet);
    painter.setPen(Qt::white);
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const int x = gap + static_cast<int>(i % columns) * (width + gap);
        const int y = gap + static_cast<int>(i / columns) * (height + caption + gap);
        painter.drawText(QRect(x, y, width, caption), Qt::AlignVCenter | Qt::AlignLeft, pictures[i].name);
        QImage small = pictures[i].image.scaledToWidth(width, Qt::SmoothTransformation);
        small.setDevicePixelRatio(1);
        painter.drawImage(x, y + caption, small);
    }
    return sheet;
}

} // namespace uplift::scenes
