// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/paintrecord.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>

#include <cmath>

namespace uplift::scenes {

namespace {

/// Paints nothing and remembers every text.
class RecordingEngine : public QPaintEngine {
public:
    RecordingEngine() : QPaintEngine(QPaintEngine::AllFeatures) { }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &place, const QPixmap &, const QRectF &) override
    {
        constexpr qreal largest = 40;
        const QRectF mapped = painter()->combinedTransform().mapRect(place);
        if (mapped.width() <= largest && mapped.height() <= largest)
            m_drawn.marks.append(mapped);
    }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPath(const QPainterPath &) override { }
    [[nodiscard]] Type type() const override { return QPaintEngine::User; }

    void drawTextItem(const QPointF &position, const QTextItem &item) override
    {
        if (item.text().isEmpty())
            return;
        const QTransform transform = painter()->combinedTransform();
        const QFontMetricsF metrics(item.font());
        DrawnText drawn;
        drawn.text = item.text();
        drawn.box = transform.mapRect(
            QRectF(position.x(), position.y() - item.ascent(), item.width(), item.ascent() + item.descent()));
        drawn.ink = transform.mapRect(metrics.tightBoundingRect(item.text()).translated(position));
        if (painter()->hasClipping())
            drawn.clip = transform.mapRect(painter()->clipBoundingRect());
        drawn.color = painter()->pen().color();
        drawn.font = item.font();
        add(drawn);
    }

    [[nodiscard]] const Drawn &drawn() const { return m_drawn; }

private:
    /// A line comes in runs, one for each script or font.
    void add(const DrawnText &drawn)
    {
        if (!m_drawn.texts.isEmpty()) {
            DrawnText &last = m_drawn.texts.last();
            const bool follows = std::abs(last.box.right() - drawn.box.left()) < 1
                && std::abs(last.box.center().y() - drawn.box.center().y()) < drawn.box.height() / 3;
            if (follows && last.color == drawn.color && last.clip == drawn.clip) {
                last.text += drawn.text;
                last.box |= drawn.box;
                last.ink |= drawn.ink;
                return;
            }
        }
        m_drawn.texts.append(drawn);
    }

    Drawn m_drawn;
};

class RecordingDevice : public QPaintDevice {
public:
    explicit RecordingDevice(const QWidget &widget) : m_widget(widget) { }
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const Drawn &drawn() const { return m_engine.drawn(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget &m_widget;
    mutable RecordingEngine m_engine;
};

} // namespace

Drawn drawnBy(QWidget &widget)
{
    RecordingDevice device(widget);
    widget.render(&device, {}, {}, {});
    return device.drawn();
}

} // namespace uplift::scenes
