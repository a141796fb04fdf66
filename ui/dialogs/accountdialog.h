// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/dialogs/testnote.h"

class QCheckBox;
class QLineEdit;
class QGridLayout;

namespace uplift::ui {

class ConnectionForm;
class IconLabel;
class Segmented;
class WrapLabel;

/// Adds or edits an account. Knows nothing of the network or the keychain: whoever opened it answers
/// testRequested() and saveRequested() with draft(), hands in the keychain's state, and closes it with
/// accept() once the account is kept. Nothing typed is lost on an error. The key's fields are emptied when
/// the dialog closes; what QLineEdit held of them in memory before is out of our hands.
class AccountDialog : public DialogFrame {
    Q_OBJECT
public:
    /// A new account when `account` has no id.
    explicit AccountDialog(const profiles::Account &account, QWidget *parent = nullptr);
    ~AccountDialog() override;

    /// The account and key as they stand in the fields; secrets are read out of them at this moment alone.
    /// Call it in answer to testRequested() or saveRequested(): then all of it has been checked.
    [[nodiscard]] accounts::Draft draft() const;
    void setKeychain(const secrets::KeychainStatus &status);
    void setTestResult(const accounts::TestResult &result);
    void setTestError(const Error &error);
    /// The settings to try, named wrong ones under their field: nothing then.
    [[nodiscard]] std::optional<ConnectionSettings> connectionToTry();
    void setTrial(const QString &sentence, bool reached);
    /// The account could not be kept: under the field the error names, or as a note.
    void setSaveError(const Error &error);
    void done(int result) override;

Q_SIGNALS:
    void testRequested();
    void saveRequested();
    void trialRequested(); ///< of the connection alone

private:
    enum class Busy { No, Testing, Saving };
    void buildFields();
    void buildKeyFields(QGridLayout *grid);
    void buildAdvanced();
    void buildKeychainLine();
    void buildButtons();
    void watchFields();
    QLineEdit *makeEdit(const QString &objectName, const QString &name);

    [[nodiscard]] bool isNew() const { return m_account.id.isEmpty(); }
    [[nodiscard]] bool keepsStoredKey() const; ///< editing, and no part of a key was typed
    [[nodiscard]] AccessKey key() const;
    [[nodiscard]] Field *fieldNamed(const QString &name) const;
    [[nodiscard]] std::optional<Error> firstProblem() const;
    bool checkAll(); ///< names and focuses the first thing wrong
    void checkKeyPart(const QString &name);
    void onEdited();
    void onTest();
    void onSave();
    void setBusy(Busy busy);
    void showNote(const TestNote &note);
    void showKeychain();
    void setAdvancedShown(bool shown);

    profiles::Account m_account;
    secrets::KeychainStatus m_keychainStatus;
    bool m_keychainKnown = false;
    Busy m_busy = Busy::No;
    Field *m_nameField = nullptr;
    QLineEdit *m_name = nullptr;
    Segmented *m_environment = nullptr;
    Field *m_keyIdField = nullptr;
    QLineEdit *m_keyId = nullptr;
    Field *m_secretField = nullptr;
    QLineEdit *m_secret = nullptr;
    Field *m_tokenField = nullptr;
    QLineEdit *m_token = nullptr;
    ConnectionForm *m_connection = nullptr;
    QPushButton *m_advanced = nullptr;
    IconLabel *m_keychainIcon = nullptr;
    WrapLabel *m_keychainText = nullptr;
    QCheckBox *m_sessionOnly = nullptr;
    Note *m_note = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace uplift::ui
