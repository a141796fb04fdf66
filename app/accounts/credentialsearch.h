// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/foundcredential.h"
#include "core/clock.h"
#include "core/worker.h"

#include <QObject>

namespace uplift::accounts {

/// Looks for credentials of the provider's tools in a thread of its own. Stores nothing.
class CredentialSearch : public QObject {
    Q_OBJECT
public:
    explicit CredentialSearch(const Clock &clock, QObject *parent = nullptr);

    /// Answers once, later, on this thread, unless `context` goes first. Never fails as a whole: what could
    /// not be read is in CredentialFindings::problems.
    void find(Surroundings surroundings, QObject *context, Handler<CredentialFindings> done);

private:
    const Clock &m_clock;
    Worker m_worker;
};

} // namespace uplift::accounts
