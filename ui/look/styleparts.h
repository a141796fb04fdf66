// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionToolButton;
class QStyleOptionViewItem;
class QWidget;

/// The parts UpliftStyle hands its drawing to; not for others.
namespace uplift::ui::parts {

enum class Kind { Plain, Primary, Danger, Armed, Quiet, Link };
[[nodiscard]] Kind kindOf(const QWidget *widget);

/// What a part needs beside its own option.
struct Brush {
    QPainter *painter;
    const Theme &theme;
    const QWidget *widget;
    bool hover; ///< may anything change under the pointer?
    int mnemonic; ///< Qt::TextShowMnemonic, or Qt::TextHideMnemonic
};

// Buttons
void pushButton(const Brush &brush, const QStyleOptionButton &option);
void toolButton(const Brush &brush, const QStyleOptionToolButton &option);
void checkMark(const Brush &brush, const QStyleOption &option);
void radioMark(const Brush &brush, const QStyleOption &option);

// Fields
void field(const Brush &brush, const QStyleOption &option);
void comboBox(const Brush &brush, const QStyleOptionComboBox &option);
void comboLabel(const Brush &brush, const QStyleOptionComboBox &option);
void spinBox(const Brush &brush, const QStyleOptionSpinBox &option, const QStyle &style);
void frame(const Brush &brush, const QStyleOption &option);

// Views and menus
void header(const Brush &brush, const QStyleOptionHeader &option);
void scrollBar(const Brush &brush, const QStyleOptionSlider &option, const QRect &handle);
void menuItem(const Brush &brush, const QStyleOptionMenuItem &option);
void viewItem(const Brush &brush, const QStyleOptionViewItem &option);

// Sizes
[[nodiscard]] QSize buttonSize(const QStyleOptionButton &option, const QSize &contents,
                               const QWidget *widget);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
[[nodiscard]] int metric(QStyle::PixelMetric metric); ///< -1: Fusion's

} // namespace uplift::ui::parts
