// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"

namespace uplift::ui {

/// Version, licence, what it is built with.
class AboutDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit AboutDialog(const QString &version, QWidget *parent = nullptr);
};

} // namespace uplift::ui
