// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialsearch.h"

namespace uplift::accounts {

CredentialSearch::CredentialSearch(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_worker(QStringLiteral("credentials"))
{
}

void CredentialSearch::find(Surroundings surroundings, QObject *context, Handler<CredentialFindings> done)
{
    m_worker.ask<CredentialFindings>(
        [surroundings = std::move(surroundings), now = m_clock.now()]() -> Result<CredentialFindings> {
            return findCredentials(surroundings, now);
        },
        context, std::move(done));
}

} // namespace uplift::accounts
