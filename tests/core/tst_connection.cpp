// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection.h"

#include <QTest>

using namespace uplift;

class ConnectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endpointsAreChecked_data();
    void endpointsAreChecked();
    void passwordsAreNotRepeated();
    void proxiesAreChecked_data();
    void proxiesAreChecked();
};

void ConnectionTest::endpointsAreChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("says");
    QTest::newRow("host") << "r-kvstore.aliyuncs.com"
                          << "https://r-kvstore.aliyuncs.com"
                          << "";
    QTest::newRow("padded https") << " https://r-kvstore.cn-hongkong.aliyuncs.com/ "
                                  << "https://r-kvstore.cn-hongkong.aliyuncs.com"
                                  << "";
    QTest::newRow("with port") << "r-kvstore.aliyuncs.com:8443"
                               << "https://r-kvstore.aliyuncs.com:8443"
                               << "";
    QTest::newRow("plain loopback") << "http://127.0.0.1:40123"
                                    << "http://127.0.0.1:40123"
                                    << "";
    QTest::newRow("loopback v6") << "http://[::1]:40123"
                                 << "http://[::1]:40123"
                                 << "";
    QTest::newRow("empty") << ""
                           << ""
                           << "is empty";
    QTest::newRow("http and not loopback") << "http://r-kvstore.aliyuncs.com"
                                           << ""
                                           << "is not encrypted";
    QTest::newRow("http to a host that begins like loopback") << "http://127.0.0.1.evil.example"
                                                              << ""
                                                              << "not encrypted";
    QTest::newRow("a path") << "https://r-kvstore.aliyuncs.com/api"
                            << ""
                            << "holds a path";
    QTest::newRow("a query") << "https://r-kvstore.aliyuncs.com?x=1"
                             << ""
                             << "holds a path";
    QTest::newRow("another host") << "https://aliyuncs.com.evil.example"
                                  << ""
                                  << "not a host of the provider";
    QTest::newRow("ends alike") << "evilaliyuncs.com"
                                << ""
                                << "not a host of the provider";
    QTest::newRow("credentials") << "https://user:hunter2@r-kvstore.aliyuncs.com"
                                 << ""
                                 << "user name or a password";
    QTest::newRow("another scheme") << "ftp://r-kvstore.aliyuncs.com"
                                    << ""
                                    << "does not use https";
    QTest::newRow("words") << "the usual one"
                           << ""
                           << "is not a host";
}

void ConnectionTest::endpointsAreChecked()
{
    QFETCH(QString, typed);
    QFETCH(QString, origin);
    QFETCH(QString, says);
    const auto parsed = parseCustomEndpoint(typed);
    QCOMPARE(parsed.has_value(), says.isEmpty());
    if (parsed) {
        QCOMPARE(parsed->origin, origin);
        QCOMPARE(parsed->kind, EndpointRule::Kind::Custom);
    } else {
        QCOMPARE(parsed.error().field, QStringLiteral("endpoint"));
        QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
    }
}

void ConnectionTest::passwordsAreNotRepeated()
{
    const auto endpoint = parseCustomEndpoint(QStringLiteral("https://user:hunter2@r-kvstore.aliyuncs.com"));
    QVERIFY(!endpoint && !endpoint.error().message.contains(QStringLiteral("hunter2")));
    const auto proxy = parseProxy(QStringLiteral("http://user:hunter2@proxy:3128"));
    QVERIFY(!proxy && !proxy.error().message.contains(QStringLiteral("hunter2")));
}

void ConnectionTest::proxiesAreChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("says");
    QTest::newRow("host and port") << "proxy.example.com:3128" << 3128 << "";
    QTest::newRow("with scheme") << "http://127.0.0.1:8080" << 8080 << "";
    QTest::newRow("no port") << "proxy.example.com" << 0 << "has no port";
    QTest::newRow("SOCKS") << "socks5://proxy:1080" << 0 << "not an HTTP proxy";
    QTest::newRow("credentials") << "user:pw@proxy:3128" << 0 << "user name or a password";
    QTest::newRow("a path") << "http://proxy:3128/p.pac" << 0 << "holds a path";
    QTest::newRow("empty") << " " << 0 << "is not a proxy";
}

void ConnectionTest::proxiesAreChecked()
{
    QFETCH(QString, typed);
    QFETCH(int, port);
    QFETCH(QString, says);
    const auto parsed = parseProxy(typed);
    QCOMPARE(parsed.has_value(), says.isEmpty());
    if (parsed)
        QCOMPARE(parsed->port, port);
    else
        QVERIFY2(parsed.error().message.contains(says), qPrintable(parsed.error().message));
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
