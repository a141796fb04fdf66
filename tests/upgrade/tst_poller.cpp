// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for open steps, in how many calls, and who hears what.
#include "upgradesrig.h"

#include "cloud/change.h"
#include "upgrade/poller.h"

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::Fault;
using practice::PlannedFault;
using Wish = Question::Version;

namespace {

const QString list = QStringLiteral("DescribeInstances");
const QString tasks = QStringLiteral("DescribeHistoryTasks");
const QString versions = QStringLiteral("DescribeEngineVersion");
const QString alone = QStringLiteral("DescribeInstanceAttribute");
const QString hangzhou = QStringLiteral("cn-hangzhou");
const QString checkoutLocks = QStringLiteral("r-bp18dk2vfy6n0c4jpa");
const QString searchHot = QStringLiteral("r-uf6h3l9o1b7xw2ekqm");
const QString devTair = QStringLiteral("r-t4n1l7z9u2w4d6rjxo");

} // namespace

class PollerTest : public UpgradesRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void thirtyShareOneCall();
    void accountsAndRegionsAreAskedApart();
    void aSecondQuestionAboutOneInstanceNamesItOnce();
    void theVersionIsAskedAsFarAsWanted_data();
    void theVersionIsAskedAsFarAsWanted();
    void anInstanceThatIsMissingInTheListIsAskedForAlone();
    void aReleasedInstanceIsAnAnswer();
    void aLockedKeychainConcernsItsAccountAlone();
    void aRefusedRegionConcernsItsQuestionsAlone();
    void aPartThatCannotBeReadIsSaidSo_data();
    void aPartThatCannotBeReadIsSaidSo();
    void whoIsGoneHearsNothingAndTheOthersDo();
    void aBackupIsAskedForByItsJob();
    void aSettingIsReadBack();
    void aTaskIsSeenAlthoughThisClockIsWrong_data();
    void aTaskIsSeenAlthoughThisClockIsWrong();

private:
    [[nodiscard]] Question question(const QString &instance, Wish version = Wish::Never,
                                    const QString &region = hangzhou,
                                    const QString &account = QStringLiteral("a-1")) const;
    void ask(const Question &question, QObject *context = nullptr);
    [[nodiscard]] bool heard(qsizetype answers);
    void startByHand(const QString &instance);

    std::unique_ptr<Poller> m_poller;
    std::unique_ptr<QObject> m_context;
    QList<QPair<QString, Result<PollAnswer>>> m_heard; ///< instance and answer, in the order heard
    QSet<QString> m_locked; ///< accounts
    QStringList m_asked; ///< accounts, in the order their client was asked for
};

void PollerTest::init()
{
    setUp();
    m_context = std::make_unique<QObject>();
    m_poller = std::make_unique<Poller>(
        [this](const AccountId &account, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            m_asked.append(account.value);
            if (m_locked.contains(account.value))
                return done(failure(Error::of(Error::Kind::Keychain, QStringLiteral("locked"))));
            done(m_client);
        },
        m_clock);
}

void PollerTest::cleanup()
{
    m_poller.reset();
    m_context.reset();
    m_heard.clear();
    m_asked.clear();
    m_locked.clear();
    m_faultFor = {};
    tearDown();
}

Question PollerTest::question(const QString &instance, Wish version, const QString &region,
                              const QString &account) const
{
    Question question;
    question.account.value = account;
    question.region.value = region;
    question.baseline.instance.value = instance;
    question.baseline.sentAt = m_clock.now();
    question.version = version;
    return question;
}

void PollerTest::ask(const Question &question, QObject *context)
{
    m_poller->ask(question, context ? context : m_context.get(),
                  [this, instance = question.baseline.instance.value](Result<PollAnswer> answer) {
                      m_heard.append({instance, std::move(answer)});
                  });
}

bool PollerTest::heard(qsizetype answers)
{
    return QTest::qWaitFor([this, answers] { return m_heard.size() >= answers; }, 30'000)
        && m_heard.size() == answers;
}

void PollerTest::startByHand(const QString &instance)
{
    cloud::ChangeRequest request = cloud::upgradeKernel(
        {{hangzhou}, {instance}, QStringLiteral("latest_version"), Moment::Now, {}}, MomentNaming::Both);
    request.nonce = cloud::newNonce();
    bool accepted = false;
    m_client->change(request, m_context.get(),
                     [&accepted](const cloud::ChangeFacts &facts) { accepted = facts.httpStatus == 200; });
    QTRY_VERIFY(accepted);
}

void PollerTest::thirtyShareOneCall()
{
    for (int i = 0; i < 61; ++i)
        ask(question(i == 0 ? ordersCache : QStringLiteral("r-bp1unknown%1").arg(i)));
    QVERIFY(heard(61));
    QCOMPARE(m_cloud->requestCount(list), 3);
    QCOMPARE(m_cloud->requestCount(tasks), 3);
    QCOMPARE(m_cloud->requestCount(versions), 0);
    QCOMPARE(m_asked.size(), 1);
}

void PollerTest::accountsAndRegionsAreAskedApart()
{
    ask(question(ordersCache));
    ask(question(checkoutLocks));
    ask(question(searchHot, Wish::Never, QStringLiteral("cn-shanghai")));
    ask(question(ordersCache, Wish::Never, hangzhou, QStringLiteral("a-2")));
    QVERIFY(heard(4));
    QCOMPARE(m_cloud->requestCount(list), 3);
    QCOMPARE(m_cloud->requestCount(tasks), 3);
    QCOMPARE(m_cloud->requestCount(alone), 0);
    m_asked.sort();
    QCOMPARE(m_asked, (QStringList{QStringLiteral("a-1"), QStringLiteral("a-1"), QStringLiteral("a-2")}));
    for (const auto &[instance, answer] : std::as_const(m_heard)) {
        QVERIFY(answer.has_value());
        QCOMPARE(answer->seen.statusText, QStringLiteral("Normal"));
        QVERIFY(answer->seen.tasksRead);
    }
}

void PollerTest::aSecondQuestionAboutOneInstanceNamesItOnce()
{
    for (int i = 0; i < 31; ++i)
        ask(question(ordersCache));
    QVERIFY(heard(31));
    QCOMPARE(m_cloud->requestCount(list), 2);
    for (const auto &[instance, answer] : std::as_const(m_heard))
        QCOMPARE(answer->seen.status, InstanceStatus::Normal);
}

void PollerTest::theVersionIsAskedAsFarAsWanted_data()
{
    QTest::addColumn<Wish>("wish");
    QTest::addColumn<bool>("atWork");
    QTest::addColumn<int>("calls");
    QTest::newRow("always") << Wish::Always << false << 1;
    QTest::newRow("always, at work") << Wish::Always << true << 1;
    QTest::newRow("when settled") << Wish::WhenSettled << false << 1;
    QTest::newRow("when settled, at work") << Wish::WhenSettled << true << 0;
    QTest::newRow("never") << Wish::Never << false << 0;
    QTest::newRow("never, at work") << Wish::Never << true << 0;
}

void PollerTest::theVersionIsAskedAsFarAsWanted()
{
    QFETCH(Wish, wish);
    QFETCH(bool, atWork);
    QFETCH(int, calls);
    if (atWork) {
        startByHand(ordersCache);
        m_clock.shift += 400ms; // of 900 for the whole upgrade
    }
    ask(question(ordersCache, wish));
    QVERIFY(heard(1));
    const Observation &seen = m_heard.constFirst().second->seen;
    QCOMPARE(seen.status == InstanceStatus::MinorVersionUpgrading, atWork);
    QCOMPARE(seen.version.isKnown(), calls > 0);
    QCOMPARE(m_cloud->requestCount(versions), calls);
}

void PollerTest::anInstanceThatIsMissingInTheListIsAskedForAlone()
{
    const QString neverWas = QStringLiteral("r-bp1neverwas");
    ask(question(ordersCache));
    ask(question(
        searchHot)); // moved elsewhere: the list of this region does not hold it, and yet it is there
    ask(question(neverWas));
    QVERIFY(heard(3));
    QCOMPARE(m_cloud->requestCount(list), 1);
    QCOMPARE(m_cloud->requestCount(alone), 2);
    for (const auto &[instance, answer] : std::as_const(m_heard)) {
        QVERIFY(answer.has_value());
        QCOMPARE(answer->seen.notFound, instance == neverWas);
        QCOMPARE(answer->seen.statusText, instance == neverWas ? QString() : QStringLiteral("Normal"));
        QVERIFY(answer->seen.at.isValid());
    }
}

void PollerTest::aReleasedInstanceIsAnAnswer()
{
    m_cloud->release({ordersCache});
    ask(question(ordersCache, Wish::Always));
    QVERIFY(heard(1));
    QVERIFY(m_heard.constFirst().second->seen.notFound);
    QCOMPARE(m_cloud->requestCount(versions), 0);
}

void PollerTest::aLockedKeychainConcernsItsAccountAlone()
{
    m_locked.insert(QStringLiteral("a-2"));
    ask(question(ordersCache));
    ask(question(checkoutLocks, Wish::Never, hangzhou, QStringLiteral("a-2")));
    QVERIFY(heard(2));
    for (const auto &[instance, answer] : std::as_const(m_heard)) {
        QCOMPARE(answer.has_value(), instance == ordersCache);
        if (!answer)
            QCOMPARE(answer.error().kind, Error::Kind::Keychain);
    }
}

void PollerTest::aRefusedRegionConcernsItsQuestionsAlone()
{
    m_cloud->setOn(Fault::RegionForbidden, true); // Singapore
    ask(question(ordersCache));
    ask(question(devTair, Wish::Never, QStringLiteral("ap-southeast-1")));
    QVERIFY(heard(2));
    for (const auto &[instance, answer] : std::as_const(m_heard)) {
        QCOMPARE(answer.has_value(), instance == ordersCache);
        if (!answer)
            QCOMPARE(answer.error().kind, Error::Kind::Denied);
    }
}

void PollerTest::aPartThatCannotBeReadIsSaidSo_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("the list") << list;
    QTest::newRow("the tasks") << tasks;
    QTest::newRow("the version") << versions;
}

void PollerTest::aPartThatCannotBeReadIsSaidSo()
{
    QFETCH(QString, action);
    cleanup();
    m_faultFor = [action](const QString &asked, int) {
        return asked == action ? std::optional(PlannedFault{PlannedFault::Kind::ErrorBefore, 0ms})
                               : std::nullopt;
    };
    init();
    ask(question(ordersCache, Wish::Always));
    QVERIFY(heard(1));
    const Result<PollAnswer> &answer = m_heard.constFirst().second;
    if (action == list) { // without a status nothing can be said
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::Server);
        return;
    }
    QVERIFY(answer.has_value());
    QCOMPARE(answer->partly->kind, Error::Kind::Server);
    QCOMPARE(answer->seen.status, InstanceStatus::Normal);
    QCOMPARE(answer->seen.tasksRead, action != tasks);
    QCOMPARE(answer->seen.version.isKnown(), action != versions);
}

void PollerTest::whoIsGoneHearsNothingAndTheOthersDo()
{
    auto early = std::make_unique<QObject>();
    auto late = std::make_unique<QObject>();
    ask(question(checkoutLocks), early.get());
    ask(question(loyaltyPoints), late.get());
    ask(question(ordersCache));
    early.reset(); // before the question is sent
    QTRY_COMPARE(m_cloud->requestCount(list), 1);
    late.reset(); // while it is under way, or just answered
    const qsizetype already = m_heard.size();
    QTRY_VERIFY(m_heard.size() > already || already > 0);
    QTRY_VERIFY(std::any_of(m_heard.cbegin(), m_heard.cend(),
                            [](const auto &one) { return one.first == ordersCache; }));
    QVERIFY(std::none_of(m_heard.cbegin(), m_heard.cend(),
                         [](const auto &one) { return one.first == checkoutLocks; }));
}

void PollerTest::aBackupIsAskedForByItsJob()
{
    Question backup = question(checkoutLocks);
    backup.baseline.kind = StepKind::Backup;
    ask(backup);
    QVERIFY(heard(1));
    QCOMPARE(m_heard.constFirst().second->seen.backup->phase, BackupSight::Phase::NotSeen);
    cloud::ChangeRequest request = cloud::createBackup({hangzhou}, {checkoutLocks});
    request.nonce = cloud::newNonce();
    QMap<QString, QString> values;
    m_client->change(request, m_context.get(),
                     [&values](const cloud::ChangeFacts &facts) { values = facts.values; });
    QTRY_VERIFY(!values.isEmpty());
    backup.baseline.backupJobs = cloud::backupJobIds(values.value(QStringLiteral("BackupJobID")));
    QCOMPARE(backup.baseline.backupJobs.size(), 1);
    ask(backup);
    QVERIFY(heard(2));
    QCOMPARE(m_heard.at(1).second->seen.backup->phase, BackupSight::Phase::Running);
    m_clock.shift += 1s; // it takes half of 900 ms
    ask(backup);
    QVERIFY(heard(3));
    QCOMPARE(m_heard.at(2).second->seen.backup->phase, BackupSight::Phase::Success);
    QCOMPARE(m_cloud->requestCount(list), 0);
    QCOMPARE(m_cloud->requestCount(tasks), 0);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeBackupTasks")), 3);
}

void PollerTest::aSettingIsReadBack()
{
    Question setting = question(checkoutLocks);
    setting.baseline.kind = StepKind::Window;
    ask(setting); // a plan that does not say what it changes
    QVERIFY(heard(1));
    QCOMPARE(m_heard.constFirst().second.error().kind, Error::Kind::Internal);
    setting.baseline.setting = SettingChange();
    setting.baseline.setting->window =
        MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("22:00Z"));
    ask(setting);
    QVERIFY(heard(2));
    QCOMPARE(m_heard.at(1).second->seen.asWanted, std::optional(true));
    setting.baseline.setting->window =
        MaintenanceWindow::parse(QStringLiteral("18:00Z"), QStringLiteral("23:00Z"));
    ask(setting);
    setting.baseline.kind = StepKind::AutoUpgrade;
    setting.baseline.setting->autoUpgrade = true;
    ask(setting);
    QVERIFY(heard(4));
    QCOMPARE(m_heard.at(2).second->seen.asWanted, std::optional(false));
    QCOMPARE(m_heard.at(3).second->seen.asWanted, std::optional(false));
    QCOMPARE(m_cloud->requestCount(list), 0);
}

void PollerTest::aTaskIsSeenAlthoughThisClockIsWrong_data()
{
    QTest::addColumn<int>("hoursAhead");
    QTest::newRow("the service is three hours ahead") << 3;
    QTest::newRow("the service is three hours behind") << -3;
}

void PollerTest::aTaskIsSeenAlthoughThisClockIsWrong()
{
    QFETCH(int, hoursAhead);
    m_serviceAhead = std::chrono::hours(hoursAhead);
    (void)answered<cloud::Answered<Instance>>(
        [&](QObject *c, const Handler<cloud::Answered<Instance>> &done) {
            m_client->describeInstance({hangzhou}, {ordersCache}, c, done); // the clocks are compared
        });
    Question kernel = question(ordersCache);
    startByHand(ordersCache);
    m_clock.shift += 400ms;
    ask(kernel);
    QVERIFY(heard(1));
    QVERIFY(m_heard.constFirst().second->seen.task.has_value());
    QCOMPARE(std::chrono::round<std::chrono::hours>(m_heard.constFirst().second->seen.clockOffset).count(),
             hoursAhead);
}

QTEST_GUILESS_MAIN(PollerTest)
#include "tst_poller.moc"
