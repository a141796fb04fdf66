// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"
#include "ui/window/closingwords.h"

namespace uplift::ui {

/// Before the window is closed while something is open: what goes on by itself and what does not. Staying is
/// default, rightmost and Esc. Answers by QDialog::accepted (close) and rejected.
class ClosingDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit ClosingDialog(const ClosingWords &words, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *m_stay = nullptr;
};

} // namespace uplift::ui
