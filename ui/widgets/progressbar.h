// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

class QPainter;

namespace uplift::ui {

struct Theme;

/// The ground of a bar: where every line must be seen, its outline alone.
void drawTrack(QPainter *painter, const QRectF &track, const Theme &theme);

/// 4 px high, no text, never moves by itself: an unknown progress shows the empty track.
class ProgressBar : public QProgressBar {
    Q_OBJECT
public:
    explicit ProgressBar(QWidget *parent = nullptr);
    void setPercent(double percent); ///< below 0: unknown
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace uplift::ui
