// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/foundcredential.h"
#include "accounts/importrun.h"
#include "ui/dialogs/dialogframe.h"

#include <vector>

class QCheckBox;

namespace uplift::ui {

class Segmented;
class WrapLabel;

/// What the provider's own tools keep on this machine, each entry as it was found; the user ticks what
/// becomes an account. Nothing is stored before importRequested(), and the files stay as they are.
class ImportDialog : public DialogFrame {
    Q_OBJECT
public:
    ImportDialog(accounts::CredentialFindings findings, const profiles::Workspace &workspace,
                 QWidget *parent = nullptr);

    /// The ticked entries with their keys, which are moved out: once.
    [[nodiscard]] std::vector<accounts::ImportChoice> takeChoices();
    /// What became of each; the dialog then only closes.
    void showResults(const QList<accounts::ImportResult> &results);
    [[nodiscard]] int ticked() const;

Q_SIGNALS:
    void importRequested();

private:
    struct Row {
        QCheckBox *tick = nullptr; ///< nullptr: it cannot be taken
        Segmented *environment = nullptr;
        QString name;
    };
    void addEntry(const accounts::FoundCredential &found, const profiles::Workspace &workspace);
    void addProblems(const QList<accounts::SourceProblem> &problems);
    void addPlaces();
    void updateButton();

    accounts::CredentialFindings m_findings;
    std::vector<Row> m_rows; ///< beside m_findings.found
    QWidget *m_list = nullptr; ///< everything above the result
    Segmented *m_place = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace uplift::ui
