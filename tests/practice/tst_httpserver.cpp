// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/httprequest.h"
#include "practice/rawclient.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace uplift;
using namespace uplift::practice;

class HttpServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRequestArrivesInPieces();
    void badRequestsHaveTheirStatus_data();
    void badRequestsHaveTheirStatus();
    void aHeadWithoutEndIsBounded();
    void garbageNeverCrashesTheParser();
    void aConnectionServesSeveralRequests();
    void requestsSentTogetherAreAnsweredInOrder();
    void http10ClosesAfterItsReply();
    void hostilePeersDoNotHurtOthers();
    void aPeerThatReadsNothingIsHeldBack();
    void aPeerThatLeavesBeforeItsSlowReplyIsForgotten();
};

void HttpServerTest::aRequestArrivesInPieces()
{
    const QByteArray bytes =
        "POST /?a=1 HTTP/1.1\r\nHost: x\r\nX-A: 2 \r\nx-a:1\r\nContent-Length: 3\r\n\r\nabcGET";
    HttpParser parser;
    std::optional<HttpRequest> request;
    for (const char byte : bytes) {
        parser.feed(QByteArray(1, byte));
        if (!request)
            request = parser.next();
    }
    QVERIFY(request);
    QCOMPARE(request->method, QByteArray("POST"));
    QCOMPARE(request->path, QByteArray("/"));
    QCOMPARE(request->query, QByteArray("a=1"));
    QCOMPARE(request->header("x-a"), QByteArray("2,1"));
    QCOMPARE(request->body, QByteArray("abc"));
    QVERIFY(!parser.next());
    QCOMPARE(parser.errorStatus(), 0);
}

void HttpServerTest::badRequestsHaveTheirStatus_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no verb") << QByteArray(" / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two words") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("relative target") << QByteArray("GET x HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("version 2") << QByteArray("GET / HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("not HTTP") << QByteArray("GET / FTP/1.1\r\n\r\n") << 400;
    QTest::newRow("a NUL in the head") << QByteArray("GET / HTTP/1.1\r\na: b\0c\r\n\r\n", 27) << 400;
    QTest::newRow("header without colon") << QByteArray("GET / HTTP/1.1\r\nabc\r\n\r\n") << 400;
    QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1\r\na: b\r\n c\r\n\r\n") << 400;
    QTest::newRow("blank before the colon") << QByteArray("GET / HTTP/1.1\r\na : b\r\n\r\n") << 400;
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
    QTest::newRow("length with a sign") << QByteArray("POST / HTTP/1.1\r\nContent-Length: +3\r\n\r\n") << 400;
    QTest::newRow("length in words") << QByteArray("POST / HTTP/1.1\r\nContent-Length: ten\r\n\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")
                                 << 400;
    QTest::newRow("length beyond the bound")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n") << 413;
    QTest::newRow("length beyond all numbers")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n") << 413;
    QTest::newRow("chunks") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") << 501;
    QTest::newRow("101 headers") << QByteArray("GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(101)
                                               + "\r\n")
                                 << 431;
    QTest::newRow("a header of 65 KiB")
        << QByteArray("GET / HTTP/1.1\r\na: " + QByteArray(65 * 1024, 'x') + "\r\n\r\n") << 431;
}

void HttpServerTest::badRequestsHaveTheirStatus()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpParser parser;
    parser.feed(bytes);
    QVERIFY(!parser.next());
    QCOMPARE(parser.errorStatus(), status);
    parser.feed("GET / HTTP/1.1\r\n\r\n");
    QVERIFY2(!parser.next(), "after an error the connection is of no use");
}

void HttpServerTest::aHeadWithoutEndIsBounded()
{
    HttpParser parser;
    qsizetype fed = 0;
    while (parser.errorStatus() == 0 && fed < 10 * HttpParser::maxHead) {
        parser.feed(QByteArray(1024, 'x'));
        fed += 1024;
        QVERIFY(!parser.next());
    }
    QCOMPARE(parser.errorStatus(), 431);
    QVERIFY(fed <= HttpParser::maxHead + 2048);
}

void HttpServerTest::garbageNeverCrashesTheParser()
{
    QRandomGenerator random(20261122);
    static const QList<QByteArray> pieces{"GET ",
                                          "POST ",
                                          "/",
                                          "?a=b&%",
                                          " HTTP/1.1",
                                          "\r\n",
                                          "\r\n\r\n",
                                          "Host: x",
                                          "Content-Length: ",
                                          "3",
                                          "-",
                                          "\n",
                                          ":",
                                          ";",
                                          "Connection: close",
                                          QByteArray(1, '\0'),
                                          "\xff\xfe",
                                          "99999999999"};
    int requests = 0;
    for (int round = 0; round < 20'000; ++round) {
        HttpParser parser;
        for (int piece = 0; piece < 12; ++piece)
            parser.feed(pieces.at(random.bounded(static_cast<int>(pieces.size()))));
        while (parser.next())
            ++requests;
        QVERIFY(parser.errorStatus() == 0 || parser.errorStatus() >= 400);
    }
    QVERIFY2(requests > 0, "some of the heaps are requests");
}

void HttpServerTest::aConnectionServesSeveralRequests()
{
    test::PracticeBench bench;
    test::RawClient client(bench.cloud().origin());
    for (int i = 0; i < 5; ++i) {
        const auto reply =
            client.exchange(test::signedRequest(bench.draft(QStringLiteral("DescribeRegions"))));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("connection"), QByteArray("keep-alive"));
        QVERIFY(client.isOpen());
    }
    QCOMPARE(bench.cloud().requestCount(QStringLiteral("DescribeRegions")), 5);
}

void HttpServerTest::requestsSentTogetherAreAnsweredInOrder()
{
    practice::PracticeOptions options;
    options.slowBy = std::chrono::milliseconds(20);
    test::PracticeBench bench(options);
    bench.cloud().setOn(practice::Fault::SlowNetwork, true);
    test::RawClient client(bench.cloud().origin());
    client.write(test::signedRequest(bench.draft(QStringLiteral("DescribeRegions")))
                 + test::signedRequest(bench.draft(QStringLiteral("Nonsense")))
                 + test::signedRequest(bench.draft(QStringLiteral("DescribeInstances"))));
    QVERIFY(client.read().json().contains(QLatin1String("RegionIds")));
    QCOMPARE(client.read().code(), QStringLiteral("InvalidAction.NotFound"));
    QVERIFY(client.read().json().contains(QLatin1String("Instances")));
}

void HttpServerTest::http10ClosesAfterItsReply()
{
    test::PracticeBench bench;
    test::RawClient client(bench.cloud().origin());
    QByteArray request = test::signedRequest(bench.draft(QStringLiteral("DescribeRegions")));
    request.replace("HTTP/1.1", "HTTP/1.0");
    QCOMPARE(client.exchange(request).headers.value("connection"), QByteArray("close"));
    QTRY_VERIFY(!client.isOpen());
}

void HttpServerTest::hostilePeersDoNotHurtOthers()
{
    test::PracticeBench bench;
    QRandomGenerator random(7);
    std::vector<std::unique_ptr<test::RawClient>> peers;
    for (int i = 0; i < 60; ++i) {
        auto peer = std::make_unique<test::RawClient>(bench.cloud().origin());
        QByteArray garbage(200 + i * 3000, Qt::Uninitialized);
        for (char &byte : garbage)
            byte = static_cast<char>(random.bounded(256));
        peer->write(i % 3 == 0 ? garbage
                        : i % 3 == 1
                        ? "POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n" + garbage.left(500)
                        : "GET /?" + QByteArray(60'000, '%') + " HTTP/1.1\r\nHost: x\r\n\r\n");
        peers.push_back(std::move(peer));
    }
    QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).status, 200);
    const auto reply = peers.at(2)->read();
    QCOMPARE(reply.code(), QStringLiteral("InvalidAction.NotFound"));
    peers.clear();
    QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).status, 200);
}

void HttpServerTest::aPeerThatReadsNothingIsHeldBack()
{
    test::PracticeBench bench;
    QTcpSocket peer;
    peer.setReadBufferSize(1);
    // Little room in the kernel, so that little has to be sent to fill it.
    QVERIFY(peer.bind(QHostAddress(QHostAddress::LocalHost)));
    peer.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 65'536);
    peer.connectToHost(QHostAddress(QHostAddress::LocalHost),
                       static_cast<quint16>(QUrl(bench.cloud().origin()).port()));
    QTRY_COMPARE(peer.state(), QAbstractSocket::ConnectedState);
    // The answer quotes the host, so every 60 KB of request ask for 60 KB of reply.
    const QByteArray greedy = "GET /x HTTP/1.1\r\nHost: " + QByteArray(60'000, 'h') + "\r\n\r\n";
    constexpr int wanted = 160;
    for (int i = 0; i < wanted; ++i)
        peer.write(greedy);
    int answered = -1;
    // Held back means: between two looks at the service nothing more was answered, though more was asked.
    QTRY_VERIFY([&] {
        const int before = std::exchange(answered, bench.cloud().requestCount(QString()));
        return answered > 0 && before == answered;
    }());
    QVERIFY2(answered < wanted, "10 MB of replies would be held for a peer that reads none");
    QCOMPARE(bench.call(QStringLiteral("DescribeRegions")).status, 200);
    peer.setReadBufferSize(0);
    QTRY_VERIFY((peer.readAll(), bench.cloud().requestCount(QString()) > answered));
}

void HttpServerTest::aPeerThatLeavesBeforeItsSlowReplyIsForgotten()
{
    practice::PracticeOptions options;
    options.slowBy = std::chrono::milliseconds(50);
    test::PracticeBench bench(options);
    bench.cloud().setOn(practice::Fault::SlowNetwork, true);
    {
        test::RawClient client(bench.cloud().origin());
        client.write(test::signedRequest(bench.draft(QStringLiteral("DescribeRegions"))));
        QTRY_COMPARE(bench.cloud().requestCount(QStringLiteral("DescribeRegions")), 1);
    }
    QCOMPARE(bench.call(QStringLiteral("DescribeInstances")).status, 200);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
