// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"
#include "ui/look/type.h"

#include <QWidget>

#include <optional>

namespace uplift::ui {

/// A mark beside a text; invisible to screen readers unless given an accessible name.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(Icon icon = Icon::None, Role role = Role::Text2, int size = 16,
                       QWidget *parent = nullptr);
    void setIcon(Icon icon, Role role);
    /// For a mark at the top of a text of several lines: at least as high as one of them, the picture in the
    /// middle.
    void standBesideLine(Type step);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Role m_role;
    int m_size;
    std::optional<Type> m_line;
};

/// Such a mark, beside the first line of a text in `step`.
[[nodiscard]] IconLabel *lineMark(Icon icon, Role role, Type step, int size = 16);

} // namespace uplift::ui
