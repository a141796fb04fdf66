// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/erroradvice.h"
#include "cloud/models.h"
#include "support/vectors.h"

#include <QLocale>
#include <QTest>

using namespace uplift;
using namespace uplift::cloud;

namespace {

ApiError sampleError(const char *name, int status, const QByteArray &retryAfter = {})
{
    const auto reply = parseReply(test::vectorBytes(QLatin1String("responses/error.") + QLatin1String(name)));
    return toApiError(reply.value_or(ReplyTree()), status, retryAfter).value_or(ApiError());
}

ApiError withCode(const char *code, int status)
{
    ApiError error;
    error.httpStatus = status;
    error.code = QString::fromLatin1(code);
    return error;
}

} // namespace

/// Every code of the service in the DBA's words, in both languages.
class ErrorAdviceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsSentence_data();
    void everyCodeHasItsSentence();
    void suffixesAndShapesAreMatched_data();
    void suffixesAndShapesAreMatched();
    void aWindowThatIsTooShortIsToldAsThat();
    void unknownCodesKeepTheProvidersWords();
    void onlyA4xxRefusalOfAKnownCodeIsSure_data();
    void onlyA4xxRefusalOfAKnownCodeIsSure();
    void readsNeverChangeAnything();
    void clockCodesAllowOneRepeat();
    void detailsOfADenialAreShown();
    void bodiesAreReadInEitherSpelling();
    void theWaitIsReadInMilliseconds_data();
    void theWaitIsReadInMilliseconds();
    void whatWasSignedIsTakenOutOfTheMessage();
    void brokenTablesAreRefused_data();
    void brokenTablesAreRefused();

private:
    const ErrorAdvice m_advice = ErrorAdvice::fromResource();
};

void ErrorAdviceTest::everyCodeHasItsSentence_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("retry");
    QTest::addColumn<bool>("rejected");
    using K = Error::Kind;
    using R = Error::Retry;
    const auto row = [](const char *code, K kind, R retry, bool rejected = true) {
        const auto change = rejected ? Error::Change::No : Error::Change::Unknown;
        QTest::newRow(code) << int(kind) << int(change) << int(retry) << rejected;
    };
    for (const char *code :
         {"InvalidAccessKeyId.NotFound", "Forbidden.AccessKeyDisabled", "InvalidAccessKeyId.Inactive",
          "SignatureDoesNotMatch", "IncompleteSignature", "InvalidSecurityToken.Malformed",
          "InvalidSecurityToken.MismatchWithAccessKey", "MissingSecurityToken", "Forbidden.RAM", "Forbidden",
          "NoPermission", "ActionUnauthorized", "Forbedden.NotSupportRAM", "Forbidden.RiskControl"})
        row(code, K::Denied, R::AskFirst);
    for (const char *code : {"InvalidTimeStamp.Expired", "IllegalTimestamp", "InvalidTimeStamp.Format",
                             "InvalidSecurityToken.Expired"})
        row(code, K::Denied, R::Safe);
    row("SignatureNonceUsed", K::Denied, R::Unsafe, false);
    for (const char *code : {"Throttling", "Throttling.User", "Throttling.Api", "Rejected.Throttling"})
        row(code, K::Throttled, R::Safe);
    row("ServiceUnavailable", K::Server, R::AskFirst, false);
    row("InternalError", K::Server, R::AskFirst, false);
    for (const char *code :
         {"InvalidInstanceId.NotFound", "InvalidDBInstanceId.NotFound", "InvalidDbInstanceId.NotFound",
          "InvalidDBInstance.NotFound", "Forbidden.InstanceNotFound"})
        row(code, K::NotFound, R::AskFirst);
    for (const char *code : {"IncorrectDBInstanceState", "OperationDenied.DBInstanceStatus", "LockTimeout",
                             "Task.Conflict", "BackupJobExists"})
        row(code, K::Conflict, R::Safe);
    row("InvalidOrderCharge.NotSupport", K::Conflict, R::AskFirst);
    for (const char *code : {"IncorrectEngineVersion",
                             "SSLDisableStateExistsFault",
                             "NoQuota",
                             "InsufficientBalance",
                             "MissingParameter",
                             "MissingInstanceId",
                             "InvalidParameter",
                             "InvalidEffectiveTime.Malformed",
                             "InvalidInstanceId.Format",
                             "InvalidEndTime.Format",
                             "InvalidAction",
                             "InvalidAction.NotFound",
                             "InvalidVersion",
                             "UnsupportedHTTPMethod",
                             "UnsupportedParameter",
                             "MissingRedisUsedmemoryUnsupportPerfItem",
                             "InvalidMinorVersion",
                             "InvalidMinorVerison.NotFound",
                             "InvalidMinorVersionLowerThanInstance",
                             "ServiceNotActivated",
                             "ServiceNotOpened",
                             "Forbidden.NotActivated",
                             "Forbidden.ServiceNotOpened"})
        row(code, K::Rejected, R::AskFirst);
}

void ErrorAdviceTest::everyCodeHasItsSentence()
{
    QFETCH(int, kind);
    QFETCH(int, change);
    QFETCH(int, retry);
    QFETCH(bool, rejected);
    const ApiError refusal = withCode(QTest::currentDataTag(), 400);
    QVERIFY(m_advice.adviceFor(refusal.code));
    const QLocale before;
    for (const char *language : {"en", "zh_CN"}) {
        QLocale::setDefault(QLocale(QString::fromLatin1(language)));
        const Error error = m_advice.toError(refusal, true, QStringLiteral("r-kvstore.aliyuncs.com"));
        QLocale::setDefault(before);
        const bool chinese = language[0] == 'z';
        for (const QString &sentence : {error.message, error.next}) {
            QVERIFY2(sentence.endsWith(chinese ? QChar(0x3002) : QChar(QLatin1Char('.'))),
                     qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1String("please"), Qt::CaseInsensitive), qPrintable(sentence));
        }
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(int(error.change), change);
        QCOMPARE(int(error.retry), retry);
    }
    QCOMPARE(m_advice.rejectedBeforeExecution(refusal), rejected);
}

void ErrorAdviceTest::suffixesAndShapesAreMatched_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    QTest::newRow("suffix") << "IncorrectDBInstanceState.Locked" << int(Error::Kind::Conflict);
    QTest::newRow("two suffixes") << "Forbidden.RAM.Sub.Sub" << int(Error::Kind::Denied);
    QTest::newRow("Throttling anywhere") << "Api.UserThrottlingLimit" << int(Error::Kind::Throttled);
    QTest::newRow("Missing and a name") << "MissingMinorversion" << int(Error::Kind::Rejected);
    QTest::newRow("Invalid and a name") << "InvalidRegionId.Malformed" << int(Error::Kind::Rejected);
    QTest::newRow("not activated, whatever the product")
        << "OOS.ServiceNotOpen" << int(Error::Kind::Rejected);
    QTest::newRow("not just a beginning") << "ForbiddenX" << -1;
    QTest::newRow("other case") << "throttling" << -1;
    QTest::newRow("empty") << "" << -1;
    QTest::newRow("a dot") << "." << -1;
    QTest::newRow("an unknown code") << "SomethingNew.Today" << -1;
}

void ErrorAdviceTest::suffixesAndShapesAreMatched()
{
    QFETCH(QString, code);
    QFETCH(int, kind);
    const Advice *advice = m_advice.adviceFor(code);
    QCOMPARE(advice ? int(advice->kind) : -1, kind);
}

void ErrorAdviceTest::aWindowThatIsTooShortIsToldAsThat()
{
    const ApiError refusal = withCode("InvalidEndTime.Format", 400);
    QVERIFY(m_advice.toError(refusal, true).next.contains(QLatin1String("one hour")));
    QVERIFY(m_advice.rejectedBeforeExecution(refusal));
}

void ErrorAdviceTest::unknownCodesKeepTheProvidersWords()
{
    ApiError unknown = withCode("SomethingNew.Today", 400);
    unknown.message = QStringLiteral("the provider's words");
    unknown.requestId = QStringLiteral("A0F7");
    const Error error = m_advice.toError(unknown, true);
    QCOMPARE(error.kind, Error::Kind::Rejected);
    QCOMPARE(error.change, Error::Change::Unknown);
    QCOMPARE(error.retry, Error::Retry::AskFirst);
    QCOMPARE(error.providerMessage, unknown.message);
    QCOMPARE(error.requestId, unknown.requestId);
    QCOMPARE(error.code, unknown.code);
    QVERIFY(error.message.contains(unknown.code));
    QVERIFY(!m_advice.rejectedBeforeExecution(unknown));
    QCOMPARE(m_advice.toError(withCode("SomethingNew", 500), true).kind, Error::Kind::Server);
}

void ErrorAdviceTest::onlyA4xxRefusalOfAKnownCodeIsSure_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("sure");
    QTest::newRow("throttled, 400") << QByteArray("Throttling.User") << 400 << true;
    QTest::newRow("throttled, 429") << QByteArray("Throttling") << 429 << true;
    QTest::newRow("throttled, 503") << QByteArray("Throttling") << 503 << false;
    QTest::newRow("state, 403") << QByteArray("IncorrectDBInstanceState") << 403 << true;
    QTest::newRow("state, 500") << QByteArray("IncorrectDBInstanceState") << 500 << false;
    QTest::newRow("state, 200") << QByteArray("IncorrectDBInstanceState") << 200 << false;
    QTest::newRow("nonce") << QByteArray("SignatureNonceUsed") << 400 << false;
    QTest::newRow("internal") << QByteArray("InternalError") << 400 << false;
    QTest::newRow("unknown") << QByteArray("New") << 404 << false;
}

void ErrorAdviceTest::onlyA4xxRefusalOfAKnownCodeIsSure()
{
    QFETCH(QByteArray, code);
    QFETCH(int, status);
    QFETCH(bool, sure);
    const ApiError refusal = withCode(code.constData(), status);
    QCOMPARE(m_advice.rejectedBeforeExecution(refusal), sure);
    const Error error = m_advice.toError(refusal, true);
    QCOMPARE(error.change == Error::Change::No, sure);
    QVERIFY(sure || error.retry != Error::Retry::Safe);
}

void ErrorAdviceTest::readsNeverChangeAnything()
{
    for (const Advice &advice : m_advice.rows()) {
        const ApiError refusal = withCode(qPrintable(advice.codes.value(0)), 500);
        const Error error = m_advice.toError(refusal, false);
        QCOMPARE(error.change, Error::Change::No);
        QCOMPARE(error.retry, advice.readRetry);
    }
    QCOMPARE(m_advice.toError(withCode("InternalError", 500), false).retry, Error::Retry::Safe);
    QCOMPARE(m_advice.toError(withCode("SignatureNonceUsed", 400), false).retry, Error::Retry::Safe);
    QVERIFY(m_advice.rows().size() >= 25);
}

void ErrorAdviceTest::clockCodesAllowOneRepeat()
{
    for (const char *code : {"InvalidTimeStamp.Expired", "IllegalTimestamp", "InvalidTimeStamp.Format"})
        QVERIFY2(m_advice.retryAfterClockFix(withCode(code, 400)), code);
    for (const char *code : {"SignatureNonceUsed", "InvalidSecurityToken.Expired", "Throttling", "New"})
        QVERIFY2(!m_advice.retryAfterClockFix(withCode(code, 400)), code);
}

void ErrorAdviceTest::detailsOfADenialAreShown()
{
    for (const char *name : {"Forbidden.RAM.json", "Forbidden.RAM.xml"}) {
        const ApiError denied = sampleError(name, 403);
        QCOMPARE(denied.deniedAction, QStringLiteral("kvstore:ModifyInstanceMinorVersion"));
        QCOMPARE(denied.deniedPrincipal, QStringLiteral("dba"));
        const Error error = m_advice.toError(denied, true);
        QVERIFY(error.message.contains(denied.deniedAction)
                && error.message.contains(denied.deniedPrincipal));
        QVERIFY(error.next.contains(denied.deniedAction));
        QCOMPARE(error.kind, Error::Kind::Denied);
    }
    const Error bare = m_advice.toError(sampleError("NoPermission.json", 403), true);
    QVERIFY(bare.message.contains(QStringLiteral("this operation")));
    const Error missing = m_advice.toError(sampleError("InvalidInstanceId.NotFound.json", 404), false,
                                           QStringLiteral("the.host"));
    QVERIFY(missing.message.startsWith(QStringLiteral("the.host")));
}

void ErrorAdviceTest::bodiesAreReadInEitherSpelling()
{
    const auto reply = parseReply(R"({"code":"Throttling.User","message":"slow down","requestId":"A0F7"})");
    const auto error = toApiError(*reply, 429);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, QStringLiteral("Throttling.User"));
    QCOMPARE(error->message, QStringLiteral("slow down"));
    QCOMPARE(error->requestId, QStringLiteral("A0F7"));
    for (const char *odd : {R"({"Code":5})", R"({"Code":"<b>"})", R"({"Code":["a"]})", R"({"Code":""})",
                            R"({"Code":"a b"})", R"({})"})
        QVERIFY2(!toApiError(*parseReply(odd), 400).has_value(), odd);
}

void ErrorAdviceTest::theWaitIsReadInMilliseconds_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("waitMs");
    QTest::newRow("named") << QByteArray("1500") << 1500;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("absent") << QByteArray() << -1;
    QTest::newRow("a word") << QByteArray("soon") << -1;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("a day") << QByteArray("86400000") << -1;
    QTest::newRow("huge") << QByteArray(40, '9') << -1;
}

void ErrorAdviceTest::theWaitIsReadInMilliseconds()
{
    QFETCH(QByteArray, header);
    QFETCH(int, waitMs);
    const ApiError error = sampleError("Throttling.User.json", 400, header);
    QCOMPARE(error.code, QStringLiteral("Throttling.User"));
    QCOMPARE(int(error.retryAfter.value_or(std::chrono::milliseconds(-1)).count()), waitMs);
}

void ErrorAdviceTest::whatWasSignedIsTakenOutOfTheMessage()
{
    const auto reply = parseReply(
        R"({"Code":"SignatureDoesNotMatch","Message":"server string to sign is:POST&%2F&AccessKeyId%3DLTAIcanary0000000001%26SecurityToken%3Dcanarytoken"})");
    const auto error = toApiError(*reply, 400);
    QVERIFY(error.has_value());
    const Error shown = m_advice.toError(*error, true);
    for (const QString &text :
         {error->message, shown.message, shown.providerMessage, shown.next, shown.detail})
        QVERIFY2(!text.contains(QLatin1String("canary")), qPrintable(text));
}

void ErrorAdviceTest::brokenTablesAreRefused_data()
{
    QTest::addColumn<QByteArray>("table");
    const QByteArray good =
        R"({"codes":["A"],"kind":"Denied","change":"No","retry":"Safe","readRetry":"Safe","message":{"en":"a","zh":"b"},"next":{"en":"a","zh":"b"}})";
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no row for unknown codes") << "{\"errors\":[" + good + "]}";
    QTest::newRow("a code twice") << "{\"errors\":[" + good + "," + good + "],\"unknown\":" + good + "}";
    for (const char *field : {"kind", "change", "retry", "readRetry", "message", "next"}) {
        QByteArray row = good;
        row.replace('"' + QByteArray(field) + "\":", "\"other\":");
        QTest::newRow(field) << "{\"errors\":[" + row + "],\"unknown\":" + good + "}";
    }
    QByteArray oneLanguage = good;
    oneLanguage.replace(R"("zh":"b"},"next")", R"("zh":""},"next")");
    QTest::newRow("one language") << "{\"errors\":[" + oneLanguage + "],\"unknown\":" + good + "}";
}

void ErrorAdviceTest::brokenTablesAreRefused()
{
    QFETCH(QByteArray, table);
    const auto parsed = ErrorAdvice::fromJson(table);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::Kind::Internal);
    QVERIFY(!ErrorAdvice().adviceFor(QStringLiteral("Forbidden")));
}

QTEST_GUILESS_MAIN(ErrorAdviceTest)
#include "tst_erroradvice.moc"
