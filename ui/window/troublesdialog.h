// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"
#include "ui/window/fleetwords.h"

namespace uplift::ui {

/// Which accounts and regions could not be read, why, and what to do about each.
class TroublesDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit TroublesDialog(const QList<FleetTrouble> &troubles, QWidget *parent = nullptr);

Q_SIGNALS:
    void retryRequested(); ///< the dialog closes then
};

} // namespace uplift::ui
