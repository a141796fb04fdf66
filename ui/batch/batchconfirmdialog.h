// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchconfirmfacts.h"
#include "ui/dialogs/dialogframe.h"

#include <chrono>

class QLineEdit;
class QListWidget;

namespace uplift::ui {

class DeliberateButton;

/// The one confirmation of a batch (ui.md 8). "Keep them as they are" is default, rightmost and the same as
/// Esc. With production among them their number is typed; Enter in that field never sends. Answers by
/// QDialog::accepted; requestsRequested() leaves it open.
class BatchConfirmDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit BatchConfirmDialog(const BatchConfirmFacts &facts, QWidget *parent = nullptr);

    [[nodiscard]] const BatchConfirmFacts &facts() const { return m_facts; }
    /// See DeliberateButton::setQuiet().
    void setQuiet(std::chrono::milliseconds quiet);

Q_SIGNALS:
    void requestsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead();
    void buildFacts();
    void buildHandover();
    void buildProduction();
    void buildFoot();
    [[nodiscard]] bool isComplete() const;
    void onNumberChanged();
    void onStartPressed();

    BatchConfirmFacts m_facts;
    Field *m_numberField = nullptr; ///< only with production
    QLineEdit *m_number = nullptr;
    DeliberateButton *m_start = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_requests = nullptr;
};

} // namespace uplift::ui
