// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rawclient.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace uplift;

class PracticeServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itServesAloneAndEndsWithItsInput();
    void anUnknownFaultIsRefused();

private:
    static QString program()
    {
        return QCoreApplication::applicationDirPath() + QStringLiteral("/practice_server");
    }
};

void PracticeServerTest::itServesAloneAndEndsWithItsInput()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("starts.log"));
    QProcess server;
    server.start(program(),
                 {QStringLiteral("--log"), log, QStringLiteral("--upgrade-ms"), QStringLiteral("100"),
                  QStringLiteral("--fault"), QStringLiteral("LostReply")});
    QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 20'000);
    const QJsonObject hello = QJsonDocument::fromJson(server.readLine()).object();
    test::Draft draft;
    draft.action = QStringLiteral("ModifyInstanceMinorVersion");
    draft.parameters = {{QStringLiteral("InstanceId"), QStringLiteral("r-bp1zxszhcgatnx4b2c")}};
    draft.host = QUrl(hello.value(QLatin1String("origin")).toString()).authority().toLatin1();
    draft.keyId = hello.value(QLatin1String("accessKeyId")).toString();
    draft.secret = hello.value(QLatin1String("accessKeySecret")).toString().toUtf8();
    draft.time = QDateTime::currentDateTimeUtc();
    const auto reply =
        test::RawClient(hello.value(QLatin1String("origin")).toString()).exchange(test::signedRequest(draft));
    QCOMPARE(reply.status, 0);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().endsWith(" r-bp1zxszhcgatnx4b2c"));
    server.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(server.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(server.exitCode(), 0);
}

void PracticeServerTest::anUnknownFaultIsRefused()
{
    QProcess server;
    server.start(program(), {QStringLiteral("--fault"), QStringLiteral("Earthquake")});
    QTRY_COMPARE_WITH_TIMEOUT(server.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(server.exitCode(), 2);
    QVERIFY(server.readAllStandardError().contains("Earthquake"));
}

QTEST_GUILESS_MAIN(PracticeServerTest)
#include "tst_practiceserver.moc"
