// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/signing.h"
#include "support/memoryscan.h"

#include <QMessageAuthenticationCode>
#include <QTest>

#include <array>

using namespace uplift;
using namespace uplift::cloud;
using test::Copies;
using test::MemoryScan;

namespace {

constexpr std::size_t secretLength = 30;

/// The secret XORed with MemoryScan::veil; its plain form exists only in buffers made here.
std::array<char, secretLength> veiledSecret()
{
    std::array<char, secretLength> veiled{};
    // Letters and digits from a small generator: no literal of the secret lies in the program.
    std::uint32_t state = 20261122;
    for (char &c : veiled) {
        state = state * 1664525U + 1013904223U;
        const std::uint32_t n = (state >> 16U) % 36U;
        const char plain = static_cast<char>(n < 26 ? 'a' + n : '0' + (n - 26));
        c = static_cast<char>(plain ^ MemoryScan::veil);
    }
    return veiled;
}

QByteArray veiledBytes()
{
    const auto veiled = veiledSecret();
    return QByteArray(veiled.data(), static_cast<qsizetype>(veiled.size()));
}

SecretBytes plainSecret()
{
    std::array<char, secretLength> plain = veiledSecret();
    for (char &c : plain)
        c = static_cast<char>(c ^ MemoryScan::veil);
    SecretBytes secret(QByteArrayView(plain.data(), static_cast<qsizetype>(plain.size())));
    wipe(plain.data(), plain.size());
    return secret;
}

CallRequest anyRequest()
{
    CallRequest request;
    request.host = "r-kvstore.aliyuncs.com";
    request.action = QStringLiteral("ModifyInstanceMinorVersion");
    request.version = QStringLiteral("2015-01-01");
    request.timestamp = QDateTime(QDate(2026, 4, 10), QTime(2, 4, 6), Qt::UTC);
    request.nonce = QStringLiteral("a1b2c3d4");
    request.parameters.insert(QStringLiteral("InstanceId"), QStringLiteral("r-bp1zxszhcgatnx1234"));
    return request;
}

} // namespace

/// What signing leaves behind in memory (pitfalls S1): nothing.
class SecretMemoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theScannerSeesCopies();
    void signingLeavesNoCopy_data();
    void signingLeavesNoCopy();
    void theScannerSeesWhatQtLeaves(); // last: what Qt keeps stays until the process ends
};

void SecretMemoryTest::theScannerSeesCopies()
{
    const MemoryScan scan(veiledBytes());
    const SecretBytes secret = plainSecret();
    const std::optional<Copies> one = scan.count();
    QVERIFY(one.has_value());
    QCOMPARE(one->narrow, 1);
    QCOMPARE(one->wide, 0);
    {
        QByteArray narrow = secret.view().toByteArray();
        QString wide = QString::fromLatin1(narrow);
        const std::optional<Copies> more = scan.count();
        QCOMPARE(more->narrow, 2);
        QVERIFY(more->wide >= 1);
        wipe(narrow);
        wipe(wide.data(), static_cast<std::size_t>(wide.size()) * sizeof(QChar));
    }
    QCOMPARE(scan.count()->narrow, 1);
    QCOMPARE(scan.count()->wide, 0);
}

void SecretMemoryTest::theScannerSeesWhatQtLeaves()
{
    const MemoryScan scan(veiledBytes());
    QMessageAuthenticationCode code(QCryptographicHash::Sha256);
    code.setKey(plainSecret().view().toByteArray());
    code.addData("text");
    QVERIFY(!code.result().isEmpty());
    QVERIFY2(scan.count()->narrow > 0, "Qt keeps the key; that is why OpenSSL signs");
}

void SecretMemoryTest::signingLeavesNoCopy_data()
{
    QTest::addColumn<bool>("v3");
    QTest::newRow("V3") << true;
    QTest::newRow("V1") << false;
}

void SecretMemoryTest::signingLeavesNoCopy()
{
    QFETCH(bool, v3);
    const MemoryScan scan(veiledBytes());
    const std::optional<Copies> before = scan.count();
    QVERIFY(before.has_value());
    QCOMPARE(before->narrow, 0);
    QCOMPARE(before->wide, 0);
    Copies during;
    {
        AccessKey key;
        key.id = QStringLiteral("testid");
        key.secret = plainSecret();
        for (int i = 0; i < 20; ++i) {
            const auto result = v3 ? signV3(anyRequest(), key) : signV1(anyRequest(), key);
            QVERIFY(result.has_value());
            QVERIFY(!result->trace.signature.isEmpty());
        }
        during = scan.count().value_or(Copies());
    }
    const std::optional<Copies> after = scan.count();
    QCOMPARE(during.narrow, 1); // the key's own buffer, no other
    QCOMPARE(during.wide, 0);
    QCOMPARE(after->narrow, 0);
    QCOMPARE(after->wide, 0);
}

QTEST_GUILESS_MAIN(SecretMemoryTest)
#include "tst_secretmemory.moc"
