// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "profiles/workspace.h"
#include "ui/dialogs/dialogframe.h"

namespace uplift::ui {

/// One question with two answers; the safe one is default, rightmost and the same as Esc.
struct Question {
    QString title; ///< of the window: "Remove account - Uplift"
    QString heading; ///< "Remove Retail production?"
    QString text; ///< what it does and what it does not, whole sentences
    QString act; ///< "Remove the account"
    QString keep; ///< "Keep it"
    std::optional<Environment> environment;
};

/// Answers by QDialog::accepted and rejected.
class AskDialog : public DialogFrame {
    Q_OBJECT
public:
    explicit AskDialog(const Question &question, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *m_keep = nullptr;
};

/// Before an account is removed: its secret goes from its `place`, and with it its `profiles` saved profiles.
[[nodiscard]] Question removeAccountQuestion(const QString &accountName, Environment environment,
                                             int profiles, profiles::SecretPlace place);
/// After that failed for the keychain, with `error`: the account can go alone, its secret may stay behind.
[[nodiscard]] Question removeWithoutKeychainQuestion(const QString &accountName, Environment environment,
                                                     const QString &entry, const Error &error);

} // namespace uplift::ui
