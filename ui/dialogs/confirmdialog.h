// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/confirmfacts.h"
#include "ui/dialogs/dialogframe.h"

#include <chrono>

class QLineEdit;

namespace uplift::ui {

class DeliberateButton;

/// The one confirmation before an upgrade (ui.md 8). "Keep it as it is" is default, rightmost and the same as
/// Esc. Production asks to type the instance's name; Enter in that field never sends. Answers by
/// QDialog::accepted (upgrade) or kept(); showRequest() leaves it open.
class ConfirmDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit ConfirmDialog(const ConfirmFacts &facts, QWidget *parent = nullptr);

    [[nodiscard]] const ConfirmFacts &facts() const { return m_facts; }
    [[nodiscard]] QString ticket() const; ///< the change ticket's number; may be empty
    [[nodiscard]] QString note() const; ///< the user's own words; may be empty
    /// See DeliberateButton::setQuiet().
    void setQuiet(std::chrono::milliseconds quiet);

Q_SIGNALS:
    void kept();
    void showRequest();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead();
    void buildFacts();
    void buildNameField();
    void buildTicket();
    void buildFoot();
    void connectAll();
    [[nodiscard]] bool isComplete() const;
    void onNameChanged();
    void onUpgradePressed();

    ConfirmFacts m_facts;
    Field *m_nameField = nullptr; ///< production only
    QLineEdit *m_name = nullptr;
    QPushButton *m_ticketLink = nullptr; ///< unfolds the two fields
    QLineEdit *m_ticket = nullptr;
    QLineEdit *m_note = nullptr;
    DeliberateButton *m_upgrade = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_request = nullptr;
};

} // namespace uplift::ui
