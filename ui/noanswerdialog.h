// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/dialogs/dialogframe.h"

namespace uplift::ui {

/// All there is to see of a start that found another instance which does not answer.
class NoAnswerDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit NoAnswerDialog(const Error &error, QWidget *parent = nullptr);
};

} // namespace uplift::ui
