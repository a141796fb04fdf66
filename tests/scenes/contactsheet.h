// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace uplift::scenes {

struct NamedPicture {
    QString name;
    QImage image;
};

/// Several pictures on one, each under its name: `columns` beside each other, each `width` px wide.
[[nodiscard]] QImage contactSheet(const QList<NamedPicture> &pictures, int columns, int width);

} // namespace uplift::scenes
