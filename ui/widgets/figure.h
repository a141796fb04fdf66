// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace uplift::ui {

class TextLabel;
class WrapLabel;

/// A big value over its caption: "≤ 30 s", "connections drop".
class Figure : public QWidget {
    Q_OBJECT
public:
    explicit Figure(const QString &value = {}, const QString &caption = {}, QWidget *parent = nullptr);
    void set(const QString &value, const QString &caption);

private:
    TextLabel *m_value;
    WrapLabel *m_caption;
};

} // namespace uplift::ui
