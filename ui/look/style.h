// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QProxyStyle>

class QApplication;

namespace uplift::ui {

/// Draws every control from the roles of one Theme, over Fusion. What a control is, it says by dynamic
/// properties: buttons `kind` = primary, danger, armed (danger, filled), quiet, link; anything else is plain;
/// fields `invalid` = true for the red border, `kind` = search for the raised look.
class UpliftStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit UpliftStyle(const Theme &theme);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    void setTheme(const Theme &theme);
    /// Repaints under the pointer; off when the display is remote.
    [[nodiscard]] bool showsHover() const { return m_hover; }
    void setShowsHover(bool shows) { m_hover = shows; }
    /// Watches for Alt: mnemonics are underlined only while it is held.
    bool eventFilter(QObject *watched, QEvent *event) override;

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

private:
    Theme m_theme;
    [[nodiscard]] int mnemonicFlag() const;

    bool m_hover = true;
    bool m_mnemonics = false;
};

/// Installs the style, palette and fonts; call once after QApplication exists.
void applyLook(QApplication &application, ThemeId theme, qreal fontScale = 1.0);
/// Changes the theme of a running program: style, palette, icons, one repaint.
void changeTheme(QApplication &application, ThemeId theme);
/// Enlarges or shrinks all text; windows made afterwards have all their sizes by it.
void changeTextScale(QApplication &application, qreal fontScale);
/// Whether anything repaints under the pointer.
void changeHover(QApplication &application, bool shows);
/// Sets the dynamic property `kind` and repolishes.
void setKind(QWidget *widget, const char *kind);
/// Sets the dynamic property `invalid` and repaints.
void setInvalid(QWidget *widget, bool invalid);
/// For widgets and delegates that paint themselves: the 2 px ring inside `rect`, rounded areas, and lines of
/// one device pixel at any scale (along the upper edge of row `y`, from `left` to `right`).
void drawFocusRing(QPainter *painter, const QRect &rect, const Theme &theme, qreal radius = 5);
void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                 const QColor &border, qreal width = 1);
void drawHairline(QPainter *painter, int left, int right, int y, const QColor &color);

} // namespace uplift::ui
