// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicecloud.h"

#include <QMenu>

namespace uplift::ui {

/// The practice cloud's faults, each with what it does as a tool tip; several may be on at once.
class PracticeMenu : public QMenu {
    Q_OBJECT
public:
    PracticeMenu(practice::PracticeCloud &cloud, QWidget *parent);
};

} // namespace uplift::ui
