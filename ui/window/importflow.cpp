// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/importflow.h"

#include "ui/dialogs/importdialog.h"
#include "ui/session.h"

#include <algorithm>

namespace uplift::ui {

ImportFlow::ImportFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window), m_search(session.clock())
{
}

void ImportFlow::start() { start(accounts::Surroundings::ofThisProcess()); }

void ImportFlow::start(accounts::Surroundings surroundings)
{
    if (m_searching)
        return;
    m_searching = true;
    m_search.find(std::move(surroundings), this, [this](Result<accounts::CredentialFindings> findings) {
        m_searching = false;
        show(findings ? *std::move(findings) : accounts::CredentialFindings());
    });
}

void ImportFlow::show(accounts::CredentialFindings findings)
{
    auto *dialog = new ImportDialog(std::move(findings), m_session.workspace().workspace(), m_window);
    connect(dialog, &ImportDialog::importRequested, this, [this, dialog] { store(dialog); });
    dialog->open();
}

void ImportFlow::store(ImportDialog *dialog)
{
    m_session.accounts().importFound(
        dialog->takeChoices(), this,
        [this, shown = QPointer(dialog)](const Result<QList<accounts::ImportResult>> &results) {
            if (!results)
                return;
            if (shown)
                shown->showResults(*results);
            if (std::any_of(results->begin(), results->end(),
                            [](const accounts::ImportResult &result) { return result.account.has_value(); }))
                Q_EMIT imported();
        });
}

} // namespace uplift::ui
