// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/verdict.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using cloud::ChangeFacts;
using Transport = cloud::ChangeFacts::Transport;

namespace {

ChangeFacts ended(Transport transport, bool sent)
{
    ChangeFacts facts;
    facts.transport = transport;
    facts.requestSent = sent;
    facts.info.host = QStringLiteral("r-kvstore.aliyuncs.com");
    facts.detail = QStringLiteral("QNetworkReply error 2");
    return facts;
}

ChangeFacts replied(int status, bool complete = true)
{
    ChangeFacts facts = ended(Transport::Replied, true);
    facts.httpStatus = status;
    facts.bodyComplete = complete;
    return facts;
}

ChangeFacts accepted()
{
    ChangeFacts facts = replied(200);
    facts.info.requestId = QStringLiteral("6E46CC51-36BE-1100-B14C-DAF8381B8F73");
    return facts;
}

ChangeFacts refusal(int status, const char *code)
{
    ChangeFacts facts = replied(status);
    cloud::ApiError error;
    error.httpStatus = status;
    error.code = QString::fromLatin1(code);
    error.requestId = QStringLiteral("R-1");
    error.message = QStringLiteral("the provider's words");
    facts.apiError = error;
    return facts;
}

ChangeFacts with(ChangeFacts facts, Transport transport)
{
    facts.transport = transport;
    return facts;
}

ChangeFacts withoutRequestId(ChangeFacts facts)
{
    facts.info.requestId.clear();
    return facts;
}

ChangeFacts half(ChangeFacts facts)
{
    facts.bodyComplete = false;
    return facts;
}

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachEndOfACallHasItsVerdict_data();
    void eachEndOfACallHasItsVerdict();
    void onlyACompleteAnswerIsEverCertain();
    void theFourPartsAgreeWithTheVerdict();
    void aRefusalCarriesCodeRequestIdAndTheProvidersWords();

private:
    const cloud::ErrorAdvice m_advice = cloud::ErrorAdvice::fromResource();
};

void VerdictTest::eachEndOfACallHasItsVerdict_data()
{
    QTest::addColumn<ChangeFacts>("facts");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const ChangeFacts &facts, Verdict verdict) {
        QTest::newRow(name) << facts << verdict;
    };
    row("host not found, nothing sent", ended(Transport::HostNotFound, false), Verdict::NotSent);
    row("connection refused, nothing sent", ended(Transport::ConnectionRefused, false), Verdict::NotSent);
    row("TLS refused, nothing sent", ended(Transport::TlsRefused, false), Verdict::NotSent);
    row("proxy refused, nothing sent", ended(Transport::ProxyRefused, false), Verdict::NotSent);
    row(
        "stopped before the network layer had it",
        [] {
            ChangeFacts facts = ended(Transport::Cancelled, false);
            facts.handedOver = false;
            return facts;
        }(),
        Verdict::NotSent);
    row("stopped afterwards", ended(Transport::Cancelled, false), Verdict::Unknown);
    row("connection refused, yet a request was sent", ended(Transport::ConnectionRefused, true),
        Verdict::Unknown);
    row("TLS refused, yet a request was sent", ended(Transport::TlsRefused, true), Verdict::Unknown);
    row(
        "proxy refused with a status",
        [] {
            ChangeFacts facts = ended(Transport::ProxyRefused, false);
            facts.httpStatus = 502;
            return facts;
        }(),
        Verdict::Unknown);

    row("200, whole body, RequestId", accepted(), Verdict::Accepted);
    row(
        "201, whole body, RequestId",
        [] {
            ChangeFacts facts = accepted();
            facts.httpStatus = 201;
            return facts;
        }(),
        Verdict::Accepted);
    row("200 without RequestId", withoutRequestId(accepted()), Verdict::Unknown);
    row("200 with half a body", half(accepted()), Verdict::Unknown);
    row("200 whose connection then broke", with(accepted(), Transport::ClosedByPeer), Verdict::Unknown);
    row("200 that came after our deadline", with(accepted(), Transport::Deadline), Verdict::Unknown);
    row("200 with an error body", refusal(200, "Forbidden.RAM"), Verdict::Unknown);
    row("200 with a captive portal's HTML", replied(200, false), Verdict::Unknown);

    for (const char *code :
         {"Forbidden.RAM", "InvalidAccessKeyId.NotFound", "SignatureDoesNotMatch", "Throttling",
          "Throttling.User", "Throttling.Api", "IncorrectDBInstanceState", "InvalidInstanceId.NotFound",
          "MissingParameter", "InvalidSecurityToken.Expired"})
        row(qPrintable(QStringLiteral("400 %1").arg(QLatin1String(code))), refusal(400, code),
            Verdict::Rejected);
    row("403 Forbidden.RAM", refusal(403, "Forbidden.RAM"), Verdict::Rejected);
    row("404 InvalidInstanceId.NotFound", refusal(404, "InvalidInstanceId.NotFound"), Verdict::Rejected);
    row("429 Throttling.User", refusal(429, "Throttling.User"), Verdict::Rejected);
    row("400 InvalidTimeStamp.Expired", refusal(400, "InvalidTimeStamp.Expired"), Verdict::RejectedForClock);
    row("400 IllegalTimestamp", refusal(400, "IllegalTimestamp"), Verdict::RejectedForClock);
    row("500 InvalidTimeStamp.Expired", refusal(500, "InvalidTimeStamp.Expired"), Verdict::Unknown);
    row("400 SignatureNonceUsed", refusal(400, "SignatureNonceUsed"), Verdict::Unknown);
    row("400 with a code nobody knows", refusal(400, "Surprise.Party"), Verdict::Unknown);
    row("400 without a code", refusal(400, ""), Verdict::Unknown);
    row("400 Forbidden.RAM, half a body", half(refusal(400, "Forbidden.RAM")), Verdict::Unknown);
    row("503 Throttling.User", refusal(503, "Throttling.User"), Verdict::Unknown);
    row("503 ServiceUnavailable", refusal(503, "ServiceUnavailable"), Verdict::Unknown);
    row("500 InternalError", refusal(500, "InternalError"), Verdict::Unknown);
    row("502 with a proxy's HTML", replied(502, false), Verdict::Unknown);

    for (int status : {301, 302, 303, 307, 308})
        row(qPrintable(QStringLiteral("redirect %1").arg(status)), replied(status, false), Verdict::Unknown);
    row("closed by the peer, or a re-send that was stopped", ended(Transport::ClosedByPeer, true),
        Verdict::Unknown);
    row("closed by the peer before it was said to be sent", ended(Transport::ClosedByPeer, false),
        Verdict::Unknown);
    row("our deadline, sent", ended(Transport::Deadline, true), Verdict::Unknown);
    row("our deadline, not said to be sent", ended(Transport::Deadline, false), Verdict::Unknown);
    row("our own shut-down", ended(Transport::Cancelled, true), Verdict::Unknown);
    row("any other end", ended(Transport::Other, false), Verdict::Unknown);
}

void VerdictTest::eachEndOfACallHasItsVerdict()
{
    QFETCH(ChangeFacts, facts);
    QFETCH(Verdict, verdict);
    const Judgement judgement = judge(facts, m_advice);
    QCOMPARE(verdictName(judgement.verdict), verdictName(verdict));
    QCOMPARE(judgement.error.message.isEmpty(), verdict == Verdict::Accepted);
}

// Every combination of the facts: whatever comes, certainty needs a whole answer or a proof that nothing was
// sent.
void VerdictTest::onlyACompleteAnswerIsEverCertain()
{
    int seen = 0;
    for (int transport = 0; transport <= static_cast<int>(Transport::Other); ++transport) {
        for (int status : {0, 200, 204, 301, 400, 403, 404, 407, 429, 500, 502, 503}) {
            for (const char *code : {"", "Forbidden.RAM", "SignatureNonceUsed", "Throttling", "Unheard.Of"}) {
                for (int bits = 0; bits < 8; ++bits) {
                    ChangeFacts facts = ended(static_cast<Transport>(transport), (bits & 1) != 0);
                    facts.httpStatus = status;
                    facts.bodyComplete = (bits & 2) != 0;
                    facts.info.requestId = (bits & 4) != 0 ? QStringLiteral("R-1") : QString();
                    if (*code)
                        facts.apiError = refusal(status, code).apiError;
                    const Verdict verdict = judge(facts, m_advice).verdict;
                    const bool whole = facts.transport == Transport::Replied && facts.bodyComplete;
                    if (verdict == Verdict::Accepted)
                        QVERIFY(whole && status / 100 == 2 && !facts.apiError && (bits & 4));
                    if (verdict == Verdict::Rejected || verdict == Verdict::RejectedForClock)
                        QVERIFY(whole && status / 100 == 4 && facts.apiError);
                    if (verdict == Verdict::NotSent)
                        QVERIFY(!facts.requestSent && status == 0 && !facts.bodyComplete);
                    ++seen;
                }
            }
        }
    }
    QCOMPARE(seen, 9 * 12 * 5 * 8);
}

void VerdictTest::theFourPartsAgreeWithTheVerdict()
{
    const Error notSent = judge(ended(Transport::ConnectionRefused, false), m_advice).error;
    QCOMPARE(notSent.change, Error::Change::No);
    QCOMPARE(notSent.retry, Error::Retry::Safe);
    QVERIFY(notSent.message.contains(QLatin1String("nothing was sent")));
    QVERIFY(!notSent.next.isEmpty());
    const Error refused = judge(refusal(403, "Forbidden.RAM"), m_advice).error;
    QCOMPARE(refused.change, Error::Change::No);
    QVERIFY(!refused.next.isEmpty());
    const Error unknown = judge(ended(Transport::ClosedByPeer, true), m_advice).error;
    QCOMPARE(unknown.change, Error::Change::Unknown);
    QCOMPARE(unknown.retry, Error::Retry::Unsafe);
    QVERIFY(unknown.next.contains(QLatin1String("not sent again")));
}

void VerdictTest::aRefusalCarriesCodeRequestIdAndTheProvidersWords()
{
    const Error error = judge(refusal(403, "Forbidden.RAM"), m_advice).error;
    QCOMPARE(error.code, QStringLiteral("Forbidden.RAM"));
    QCOMPARE(error.requestId, QStringLiteral("R-1"));
    const Error odd = judge(refusal(400, "Surprise.Party"), m_advice).error;
    QCOMPARE(odd.code, QStringLiteral("Surprise.Party"));
    QCOMPARE(odd.providerMessage, QStringLiteral("the provider's words"));
}

QTEST_GUILESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
