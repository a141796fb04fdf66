// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secretbytes.h"
#include "core/worker.h"

#include <QTest>

#include <atomic>
#include <memory>

using namespace uplift;

class WorkerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersComeOnTheCallersThread();
    void answersKeepTheirOrder();
    void aContextThatIsGoneHearsNothing();
    void whatADroppedAnswerHoldsIsLetGoAtHome();
    void theThreadBeginsWithTheFirstJob();
    void aThreadWithoutAJobNeverBegins();
    void secretsTravelByMove();
    void errorsTravelToo();
    void cleanupTestCase();
};

void WorkerTest::answersComeOnTheCallersThread()
{
    Worker worker(QStringLiteral("test"));
    QThread *ran = nullptr;
    QThread *heard = nullptr;
    worker.ask<int>(
        [&ran]() -> Result<int> {
            ran = QThread::currentThread();
            return 7;
        },
        this,
        [&](Result<int> answer) {
            heard = QThread::currentThread();
            QCOMPARE(answer.value(), 7);
        });
    QTRY_COMPARE(heard, QThread::currentThread());
    QCOMPARE(ran, worker.thread());
}

void WorkerTest::answersKeepTheirOrder()
{
    Worker worker(QStringLiteral("test"));
    QList<int> heard;
    for (int i = 0; i < 50; ++i)
        worker.ask<int>([i]() -> Result<int> { return i; }, this,
                        [&heard](Result<int> n) { heard.append(*n); });
    QTRY_COMPARE(heard.size(), 50);
    QVERIFY(std::is_sorted(heard.begin(), heard.end()));
}

void WorkerTest::aContextThatIsGoneHearsNothing()
{
    Worker worker(QStringLiteral("test"));
    auto context = std::make_unique<QObject>();
    bool answered = false;
    bool later = false;
    worker.ask<int>([]() -> Result<int> { return 1; }, context.get(), [&](Result<int>) { answered = true; });
    context.reset();
    worker.ask<int>([]() -> Result<int> { return 2; }, this, [&](Result<int>) { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!answered);
}

void WorkerTest::whatADroppedAnswerHoldsIsLetGoAtHome()
{
    Worker worker(QStringLiteral("test"));
    std::atomic<QThread *> letGo = nullptr;
    {
        const std::shared_ptr<int> held(new int(1), [&letGo](const int *value) {
            delete value;
            letGo = QThread::currentThread();
        });
        // The worker drops the last copy without answering.
        worker.post([answer = std::make_shared<Answer<int>>(this, [held](Result<int>) {})] {});
    }
    QTRY_VERIFY(letGo.load());
    QCOMPARE(letGo.load(), QThread::currentThread());
}

void WorkerTest::theThreadBeginsWithTheFirstJob()
{
    Worker worker(QStringLiteral("test"));
    QVERIFY(!worker.thread()->isRunning());
    QList<int> ran; // read here only after both jobs
    worker.prepare([&ran] { ran.append(1); });
    QVERIFY(!worker.thread()->isRunning());
    bool heard = false;
    worker.ask<void>(
        [&ran]() -> Outcome {
            ran.append(2);
            return {};
        },
        this, [&heard](const Outcome &) { heard = true; });
    QTRY_VERIFY(heard);
    QCOMPARE(ran, (QList<int>{1, 2}));
}

void WorkerTest::aThreadWithoutAJobNeverBegins()
{
    bool began = false;
    bool prepared = false;
    const auto held = std::make_shared<int>(1);
    {
        Worker worker(QStringLiteral("test"));
        connect(worker.thread(), &QThread::started, worker.object(), [&began] { began = true; });
        worker.prepare([&prepared, held] { prepared = true; });
    }
    QVERIFY(!began);
    QVERIFY(!prepared);
    QCOMPARE(held.use_count(), 1); // the job is dropped with what it holds
}

void WorkerTest::secretsTravelByMove()
{
    Worker worker(QStringLiteral("test"));
    SecretBytes arrived;
    worker.ask<SecretBytes>([secret = SecretBytes(QByteArrayView(
                                 "canary"))]() mutable -> Result<SecretBytes> { return std::move(secret); },
                            this, [&](Result<SecretBytes> answer) { arrived = std::move(*answer); });
    QTRY_VERIFY(!arrived.isEmpty());
    QVERIFY(arrived.equals(SecretBytes(QByteArrayView("canary"))));
}

void WorkerTest::errorsTravelToo()
{
    Worker worker(QStringLiteral("test"));
    QString message;
    worker.ask<void>(
        []() -> Outcome { return failure(Error::of(Error::Kind::Storage, QStringLiteral("full"))); }, this,
        [&](Outcome answer) { message = answer.error().message; });
    QTRY_COMPARE(message, QStringLiteral("full"));
}

void WorkerTest::cleanupTestCase()
{
    // Left undelivered on purpose: this process must end all the same, or its test times out.
    static bool heard = false;
    const Answer<int> answer(QCoreApplication::instance(), [](const Result<int> &) { heard = true; });
    answer(1);
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(WorkerTest)
#include "tst_worker.moc"
