// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/network.h"
#include "fleet/instancebook.h"
#include "practice/practicecloud.h"

#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using fleet::InstanceBook;
using fleet::InstanceKey;

namespace {

const AccountId account{QStringLiteral("3f0c0b4e-0000-4000-8000-000000000001")};

} // namespace

/// The book against the practice cloud over HTTP.
class InstanceBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsWantedIsAskedFor();
    void theOthersAreForgotten();
    void anInstanceNobodyKnowsIsGone();
    void aRefusalKeepsWhatWasKnown();
    void stopDropsTheAnswersUnderWay();
    void anIdIsFoundInAllRegions();
    void anIdNobodyHasGetsASentence();
    void withoutAClientTheReasonIsKept();

private:
    [[nodiscard]] InstanceKey first() const;

    SystemClock m_clock;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
    std::shared_ptr<cloud::Client> m_client;
    std::unique_ptr<InstanceBook> m_book;
    std::optional<Error> m_noClient;
};

void InstanceBookTest::init()
{
    m_noClient.reset();
    m_cloud = std::make_unique<practice::PracticeCloud>();
    QVERIFY2(m_cloud->start(), qPrintable(m_cloud->error()));
    ConnectionSettings settings;
    settings.endpoint = {EndpointRule::Kind::Custom, m_cloud->origin()};
    settings.proxy.kind = ProxyRule::Kind::None;
    AccessKey key;
    key.id = m_cloud->accessKeyId();
    key.secret = SecretBytes(m_cloud->accessKeySecret().toUtf8());
    m_client = std::make_shared<cloud::Client>(std::make_shared<cloud::Network>(), settings, std::move(key),
                                               m_clock);
    m_book = std::make_unique<InstanceBook>(
        [this](const AccountId &, QObject *, Handler<std::shared_ptr<cloud::Client>> done) {
            if (m_noClient)
                done(failure(*m_noClient));
            else
                done(m_client);
        },
        m_clock);
}

void InstanceBookTest::cleanup()
{
    m_book.reset();
    m_client.reset();
    m_cloud.reset();
}

InstanceKey InstanceBookTest::first() const
{
    const auto seed = m_cloud->instances().constFirst();
    return {account, seed.region, seed.id};
}

void InstanceBookTest::whatIsWantedIsAskedFor()
{
    QList<InstanceKey> keys;
    for (const auto &seed : m_cloud->instances())
        keys.append({account, seed.region, seed.id});
    m_book->setWanted(keys);
    QCOMPARE(m_book->wanted(), int(keys.size()));
    QTRY_COMPARE_WITH_TIMEOUT(m_book->asking(), 0, 20000);
    for (const InstanceKey &key : keys) {
        const auto *known = m_book->find(key);
        QVERIFY(known && known->facts && known->version);
        QCOMPARE(known->facts->id, key.instance);
        QVERIFY(known->asked.isValid());
        QVERIFY(!known->error);
    }
}

void InstanceBookTest::theOthersAreForgotten()
{
    m_book->want(first());
    QTRY_VERIFY(m_book->find(first())->facts);
    m_book->setWanted({});
    QVERIFY(!m_book->find(first()));
}

void InstanceBookTest::anInstanceNobodyKnowsIsGone()
{
    const InstanceKey key{account, first().region, {QStringLiteral("r-bp1nosuchinstance")}};
    m_book->want(key);
    QTRY_VERIFY(!m_book->find(key)->asking);
    QVERIFY(m_book->find(key)->gone);
    QCOMPARE(m_book->find(key)->error->kind, Error::Kind::NotFound);
}

void InstanceBookTest::aRefusalKeepsWhatWasKnown()
{
    m_book->want(first());
    QTRY_VERIFY(!m_book->find(first())->asking);
    m_noClient = Error::of(Error::Kind::Keychain, QStringLiteral("locked"));
    m_book->refreshAll();
    QTRY_VERIFY(!m_book->find(first())->asking);
    QCOMPARE(m_book->find(first())->error->message, QStringLiteral("locked"));
    QVERIFY(m_book->find(first())->facts);
}

void InstanceBookTest::stopDropsTheAnswersUnderWay()
{
    m_cloud->setOn(practice::Fault::SlowNetwork, true);
    QSignalSpy changed(m_book.get(), &InstanceBook::changed);
    m_book->want(first());
    QCOMPARE(m_book->asking(), 1);
    m_book->stop();
    QCOMPARE(m_book->asking(), 0);
    m_cloud->setOn(practice::Fault::SlowNetwork, false);
    m_book->refresh(first());
    QTRY_VERIFY_WITH_TIMEOUT(m_book->find(first())->version, 20000);
    // Two answers of the second question; those of the first, still on their way, change nothing.
    QCOMPARE(changed.count(), 2);
}

void InstanceBookTest::anIdIsFoundInAllRegions()
{
    const auto seed = m_cloud->instances().constLast();
    std::optional<Result<RegionId>> found;
    m_book->lookInAllRegions(account, seed.id, this, [&](Result<RegionId> region) { found = region; });
    QTRY_VERIFY_WITH_TIMEOUT(found, 20000);
    QVERIFY(found->has_value());
    QCOMPARE((*found)->value, seed.region.value);
}

void InstanceBookTest::anIdNobodyHasGetsASentence()
{
    std::optional<Result<RegionId>> found;
    m_book->lookInAllRegions(account, {QStringLiteral("r-bp1nosuchinstance")}, this,
                             [&](Result<RegionId> region) { found = region; });
    QTRY_VERIFY_WITH_TIMEOUT(found, 20000);
    QVERIFY(!found->has_value());
    QVERIFY2(found->error().message.contains(QStringLiteral("r-bp1nosuchinstance")),
             qPrintable(found->error().message));
    QCOMPARE(found->error().field, QStringLiteral("instanceId"));
}

void InstanceBookTest::withoutAClientTheReasonIsKept()
{
    m_noClient = Error::of(Error::Kind::Keychain, QStringLiteral("no Secret Service"));
    m_book->want(first());
    QTRY_VERIFY(m_book->find(first())->error);
    QVERIFY(!m_book->find(first())->facts);
    QCOMPARE(m_book->asking(), 0);
}

QTEST_GUILESS_MAIN(InstanceBookTest)
#include "tst_instancebook.moc"
