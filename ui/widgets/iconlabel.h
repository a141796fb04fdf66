// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"

#include <QWidget>

namespace uplift::ui {

/// A mark beside a text; invisible to screen readers unless given an accessible name.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(Icon icon = Icon::None, Role role = Role::Text2, int size = 16,
                       QWidget *parent = nullptr);
    void setIcon(Icon icon, Role role);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Role m_role;
    int m_size;
};

} // namespace uplift::ui
