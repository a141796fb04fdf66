// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/strip/strip.h"

#include <QPushButton>

namespace uplift::ui {

/// One running thing in the strip: mark, name, phase, bar. A button, so that keyboard and screen reader reach
/// it.
class StripButton : public QPushButton {
    Q_OBJECT
public:
    explicit StripButton(QWidget *parent);
    void setItem(const StripItem &item);
    [[nodiscard]] const StripItem &item() const { return m_item; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString name() const; ///< elided when very long

    StripItem m_item;
};

} // namespace uplift::ui
