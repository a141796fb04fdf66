// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/testrun.h"

namespace uplift::accounts {

TestRun::TestRun(std::shared_ptr<cloud::Client> client, Answer<TestResult> answer, QObject *parent)
    : QObject(parent), m_client(std::move(client)), m_answer(std::move(answer))
{
}

void TestRun::start()
{
    m_client->getCallerIdentity(this, [this](const auto &identity) { onIdentity(identity); });
}

void TestRun::onIdentity(const Result<cloud::Answered<CallerIdentity>> &identity)
{
    if (!identity) {
        m_answer(failure(identity.error()));
        return deleteLater();
    }
    m_result.identity = identity->value;
    m_result.info = identity->info;
    m_client->describeRegions(this, [this](const auto &regions) { onRegions(regions); });
}

void TestRun::onRegions(const Result<cloud::Answered<QList<Region>>> &regions)
{
    // The key is good either way; a RAM user may well lack this permission.
    if (regions)
        m_result.regionCount = static_cast<int>(regions->value.size());
    m_answer(m_result);
    deleteLater();
}

} // namespace uplift::accounts
