// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/doctor.h"
#include "ui/dialogs/dialogframe.h"

class QPlainTextEdit;

namespace uplift::ui {

class WrapLabel;

/// What an account's identity may do, found out by read-only calls, and the policy that mends what is denied.
class DoctorDialog : public DialogFrame {
    Q_OBJECT
public:
    DoctorDialog(const QString &accountName, const QString &regionName, QWidget *parent = nullptr);

    void setProgress(int answered, int asked); ///< until one of the others
    void setReport(const accounts::DoctorReport &report);
    void setError(const Error &error);
    /// The policy on show; empty when nothing is denied and the modifying actions are not asked for.
    [[nodiscard]] QString policy() const;

Q_SIGNALS:
    void stopRequested(); ///< nothing more is to be asked; the dialog says so itself

private:
    void stop();
    void endAsking();
    void addFinding(const accounts::PermissionFinding &finding);
    void addPolicy(const accounts::DoctorReport &report);
    void copy();

    WrapLabel *m_state;
    WrapLabel *m_progress;
    QPushButton *m_stop;
    QPlainTextEdit *m_policy = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace uplift::ui
