// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"

#include <QWidget>

class QPushButton;

namespace uplift::ui {

class TextLabel;

/// What stands in a pane that has nothing to show: a mark, what is so, what to do next, and a button that
/// does it. The owner names the parts and fills them.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(Icon icon, QWidget *parent = nullptr);
    [[nodiscard]] TextLabel *title() const { return m_title; }
    [[nodiscard]] TextLabel *text() const { return m_text; }
    [[nodiscard]] QPushButton *action() const { return m_action; }

private:
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_action;
};

} // namespace uplift::ui
