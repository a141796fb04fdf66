// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/worker.h"

#include <QObject>

namespace uplift::accounts {

struct TestResult {
    CallerIdentity identity; ///< Type::Account: a root key, warn
    cloud::ReplyInfo info; ///< host, round trip, clock offset
    int regionCount = 0; ///< regions the service lists; 0: it did not answer that
};

/// Asks who the key belongs to, then which regions there are. Deletes itself.
class TestRun : public QObject {
public:
    TestRun(std::shared_ptr<cloud::Client> client, Answer<TestResult> answer, QObject *parent);
    void start();

private:
    void onIdentity(const Result<cloud::Answered<CallerIdentity>> &identity);
    void onRegions(const Result<cloud::Answered<QList<Region>>> &regions);

    std::shared_ptr<cloud::Client> m_client;
    Answer<TestResult> m_answer;
    TestResult m_result;
};

} // namespace uplift::accounts
