// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialsearch.h"

#include <QObject>
#include <QPointer>

namespace uplift::ui {

class ImportDialog;
class Session;

/// Looks for what the provider's own tools keep, shows it, and makes accounts of what the user ticked.
class ImportFlow : public QObject {
    Q_OBJECT
public:
    ImportFlow(Session &session, QWidget *window);
    void start();
    /// Another home and environment than this process's, for tests.
    void start(accounts::Surroundings surroundings);

Q_SIGNALS:
    void imported(); ///< at least one account was added

private:
    void show(accounts::CredentialFindings findings);
    void store(ImportDialog *dialog);

    Session &m_session;
    QWidget *m_window;
    accounts::CredentialSearch m_search;
    bool m_searching = false;
};

} // namespace uplift::ui
