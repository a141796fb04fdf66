// SPDX-License-Identifier: GPL-3.0-or-later
// The whole preflight of one instance, asked of a practice cloud in which single calls fail.
#include "journalrig.h"
#include "upgraderig.h"

#include "practice/practicecloud.h"
#include "upgrade/preflightfacts.h"
#include "upgrade/quiethour.h"

#include <QSignalSpy>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;
using practice::Fault;
using practice::PlannedFault;

namespace {

constexpr int waitMs = 60'000;
const QString clusterId = QStringLiteral("r-bp1zxszhcgatnx4b2c"); // orders-cache, cloud-native
const QString standardId = QStringLiteral("r-bp18dk2vfy6n0c4jpa"); // checkout-locks
const QString devId = QStringLiteral("r-bp1n2xo5r7d1f9hbsw"); // dev-scratch, idle for hours each day

} // namespace

class PreflightFactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyPartIsAnswered();
    void theCallsFitTheKindOfInstance_data();
    void theCallsFitTheKindOfInstance();
    void aPartThatFailsLeavesTheOthers_data();
    void aPartThatFailsLeavesTheOthers();
    void oneOfThreeQuestionsAboutLoadFails();
    void withoutAttributeAndKnowledgeNothingOfItsKindIsAsked();
    void withoutAKeyEveryPartSaysWhy();
    void refusedCallsAreNamed();
    void aPartThatFailsTheSecondTimeIsNotShownAsBefore();
    void answersToAnOlderQuestionAreDropped();
    void zerosOfAnIdleInstanceCount();
    void theQuietHourIsFound();
    void theJournalTellsOfTheLastAttempt();
    void whoKeepsAListHearsTheAnswers();

private:
    [[nodiscard]] PreflightTarget target(const QString &id) const
    {
        return {{QStringLiteral("a-1")}, {QStringLiteral("cn-hangzhou")}, {id}};
    }
    /// Asks and waits for the end of all parts.
    PreflightFacts ask(const QString &id, const std::optional<Instance> &known = std::nullopt);
    [[nodiscard]] Instance attributeOf(const QString &id);

    MovableClock m_clock;
    std::function<std::optional<PlannedFault>(const QString &, int)> m_faultFor;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<practice::PracticeCloud> m_cloud;
    std::shared_ptr<cloud::Client> m_client;
    std::optional<Error> m_keyError;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Preflight> m_preflight;
};

void PreflightFactsTest::init()
{
    m_keyError.reset();
    m_faultFor = {};
    m_folder = std::make_unique<QTemporaryDir>();
    practice::PracticeOptions options;
    options.faultFor = [this](const QString &action, int nth) {
        return m_faultFor ? m_faultFor(action, nth) : std::nullopt;
    };
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    QVERIFY2(m_cloud->start(), qPrintable(m_cloud->error()));
    m_client = clientFor(m_cloud->origin(), m_cloud->accessKeyId().toLatin1(),
                         m_cloud->accessKeySecret().toLatin1(), quickNetwork(), m_clock);
    JournalOptions journal;
    journal.path = m_folder->filePath(QStringLiteral("journal.sqlite"));
    m_journal = std::make_unique<Journal>(journal);
    QCOMPARE(openJournal(*m_journal).access, JournalState::Access::Writable);
    m_preflight = std::make_unique<Preflight>(
        [this](const AccountId &, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
            if (m_keyError)
                return done(failure(*m_keyError));
            done(m_client);
        },
        *m_journal, m_clock);
}

void PreflightFactsTest::cleanup()
{
    m_preflight.reset();
    m_journal.reset();
    m_client.reset();
    m_cloud.reset();
}

PreflightFacts PreflightFactsTest::ask(const QString &id, const std::optional<Instance> &known)
{
    m_preflight->ask(target(id), known, QTimeZone("Asia/Shanghai"));
    const auto ended = [&] {
        const PreflightFacts facts = m_preflight->facts(target(id));
        return !facts.isAsking() && (m_keyError || facts.lastAttempt);
    };
    if (!QTest::qWaitFor(ended, waitMs))
        qWarning("the preflight did not end");
    return m_preflight->facts(target(id));
}

Instance PreflightFactsTest::attributeOf(const QString &id)
{
    const auto got =
        answered<cloud::Answered<Instance>>([&](QObject *c, const Handler<cloud::Answered<Instance>> &done) {
            m_client->describeInstance(target(id).region, target(id).instance, c, done);
        });
    return got ? got->value : Instance();
}

void PreflightFactsTest::everyPartIsAnswered()
{
    QSignalSpy changed(m_preflight.get(), &Preflight::changed);
    const PreflightFacts facts = ask(clusterId);
    QVERIFY(facts.failed.isEmpty());
    QVERIFY(facts.instance && facts.instance->id.value == clusterId);
    QVERIFY(facts.version && facts.version->latest.isKnown());
    QVERIFY(facts.tasks);
    QVERIFY(facts.events && facts.events->size() == 1);
    QVERIFY(facts.backups && !facts.backups->isEmpty());
    QVERIFY(facts.memory && facts.memory->size() > 100);
    QVERIFY(facts.cpu && facts.cpu->size() > 100);
    QVERIFY(facts.load && facts.load->days >= 6);
    QVERIFY(facts.lastAttempt && !facts.lastAttempt->state);
    QVERIFY(facts.clockOffset);
    QVERIFY(facts.denied.isEmpty());
    QCOMPARE(facts.done(), 8);
    QVERIFY(facts.answered >= facts.asked);
    QVERIFY(changed.size() >= 9); // once for the questions, and each part by itself

    CheckInput input;
    addTo(input, facts);
    QVERIFY(input.tasks && input.events && input.backups && input.memory && input.cpu && input.load);
    QVERIFY(input.deniedActions && input.deniedActions->isEmpty());
}

void PreflightFactsTest::theCallsFitTheKindOfInstance_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("known");
    QTest::addColumn<int>("ofClusters");
    QTest::newRow("a cloud-native cluster, known before") << clusterId << true << 1;
    QTest::newRow("a cloud-native cluster, told by its attribute") << clusterId << false << 1;
    QTest::newRow("a standard instance, known before") << standardId << true << 0;
    QTest::newRow("a standard instance, told by its attribute") << standardId << false << 0;
}

void PreflightFactsTest::theCallsFitTheKindOfInstance()
{
    QFETCH(QString, id);
    QFETCH(bool, known);
    QFETCH(int, ofClusters);
    const auto before = known ? std::optional(attributeOf(id)) : std::nullopt;
    const PreflightFacts facts = ask(id, before);
    QVERIFY(facts.failed.isEmpty()); // the service refuses keys that do not fit the architecture
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeClusterBackupList")), ofClusters);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeBackups")), 1 - ofClusters);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeHistoryMonitorValues")), 3);
    QCOMPARE(hasShardedBackups(*facts.instance), ofClusters == 1);
}

void PreflightFactsTest::aPartThatFailsLeavesTheOthers_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("part");
    const auto row = [](const char *name, const char *action, FactPart part) {
        QTest::newRow(name) << QString::fromLatin1(action) << int(part);
    };
    row("attribute", "DescribeInstanceAttribute", FactPart::Attribute);
    row("version", "DescribeEngineVersion", FactPart::Version);
    row("tasks", "DescribeHistoryTasks", FactPart::Tasks);
    row("events", "DescribeActiveOperationTasks", FactPart::Events);
    row("backups", "DescribeBackups", FactPart::Backups);
}

void PreflightFactsTest::aPartThatFailsLeavesTheOthers()
{
    QFETCH(QString, action);
    QFETCH(int, part);
    const Instance known = attributeOf(standardId);
    m_faultFor = [action](const QString &asked, int) {
        return asked == action ? std::optional(PlannedFault{PlannedFault::Kind::ErrorBefore}) : std::nullopt;
    };
    const PreflightFacts facts = ask(standardId, known);
    QCOMPARE(facts.failed.keys(), QList<FactPart>{static_cast<FactPart>(part)});
    QVERIFY(!facts.failed.value(static_cast<FactPart>(part)).message.isEmpty());
    const auto is = [part](FactPart other) { return int(other) == part; };
    QCOMPARE(facts.instance.has_value(), !is(FactPart::Attribute));
    QCOMPARE(facts.version.has_value(), !is(FactPart::Version));
    QCOMPARE(facts.tasks.has_value(), !is(FactPart::Tasks));
    QCOMPARE(facts.events.has_value(), !is(FactPart::Events));
    QCOMPARE(facts.backups.has_value(), !is(FactPart::Backups));
    QVERIFY(facts.memory && facts.cpu && facts.load);
    CheckInput input;
    addTo(input, facts);
    // A server that fails refuses nothing.
    QVERIFY(input.deniedActions && input.deniedActions->isEmpty());
}

void PreflightFactsTest::oneOfThreeQuestionsAboutLoadFails()
{
    for (int failing = 1; failing <= 3; ++failing) {
        const int before = m_cloud->requestCount(QStringLiteral("DescribeHistoryMonitorValues"));
        m_faultFor = [=](const QString &asked, int nth) {
            return asked == QLatin1String("DescribeHistoryMonitorValues") && nth == before + failing
                ? std::optional(PlannedFault{PlannedFault::Kind::ErrorBefore})
                : std::nullopt;
        };
        const PreflightFacts facts = ask(standardId);
        QCOMPARE(facts.failed.size(), 1);
        QCOMPARE(int(facts.memory.has_value()) + int(facts.cpu.has_value()) + int(facts.load.has_value()), 2);
        const FactPart part = facts.failed.constBegin().key();
        QCOMPARE(facts.memory.has_value(), part != FactPart::Memory);
        QCOMPARE(facts.cpu.has_value(), part != FactPart::Cpu);
        QCOMPARE(facts.load.has_value(), part != FactPart::Traffic);
    }
}

void PreflightFactsTest::withoutAttributeAndKnowledgeNothingOfItsKindIsAsked()
{
    m_faultFor = [](const QString &asked, int) {
        return asked == QLatin1String("DescribeInstanceAttribute")
            ? std::optional(PlannedFault{PlannedFault::Kind::ErrorBefore})
            : std::nullopt;
    };
    const PreflightFacts facts = ask(standardId);
    QCOMPARE(facts.failed.size(), 5);
    QVERIFY(facts.version && facts.tasks && facts.events);
    QVERIFY(!facts.backups && !facts.memory && !facts.cpu && !facts.load);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeBackups")), 0);
    QCOMPARE(m_cloud->requestCount(QStringLiteral("DescribeHistoryMonitorValues")), 0);
}

void PreflightFactsTest::withoutAKeyEveryPartSaysWhy()
{
    m_keyError = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked."));
    const PreflightFacts facts = ask(standardId);
    QCOMPARE(facts.failed.size(), 8);
    QCOMPARE(facts.failed.value(FactPart::Tasks).message, QStringLiteral("The keychain is locked."));
    CheckInput input;
    addTo(input, facts);
    QVERIFY(!input.tasks);
    QVERIFY(!input.deniedActions); // nothing was answered, so nothing is known of permissions
}

void PreflightFactsTest::refusedCallsAreNamed()
{
    m_cloud->setOn(Fault::RegionForbidden, true);
    const PreflightTarget there{{QStringLiteral("a-1")},
                                {QStringLiteral("ap-southeast-1")},
                                {QStringLiteral("r-t4n6c8ei0g3v5yamkq")}};
    Instance known;
    known.id = there.instance;
    known.architectureType = QStringLiteral("standard");
    m_preflight->ask(there, known, QTimeZone::utc());
    QTRY_VERIFY_WITH_TIMEOUT(!m_preflight->facts(there).isAsking(), waitMs);
    const PreflightFacts facts = m_preflight->facts(there);
    QCOMPARE(facts.failed.size(), 8);
    CheckInput input;
    addTo(input, facts);
    QVERIFY(input.deniedActions);
    QVERIFY(input.deniedActions->contains(QStringLiteral("kvstore:DescribeBackups")));
    QCOMPARE(input.deniedActions->count(QStringLiteral("kvstore:DescribeHistoryMonitorValues")), 1);
}

void PreflightFactsTest::aPartThatFailsTheSecondTimeIsNotShownAsBefore()
{
    QVERIFY(ask(standardId).tasks);
    m_faultFor = [](const QString &asked, int) {
        return asked == QLatin1String("DescribeHistoryTasks")
            ? std::optional(PlannedFault{PlannedFault::Kind::ErrorBefore})
            : std::nullopt;
    };
    m_preflight->ask(target(standardId), std::nullopt, QTimeZone::utc());
    QVERIFY(m_preflight->facts(target(standardId)).tasks); // while it is being asked
    QTRY_VERIFY_WITH_TIMEOUT(!m_preflight->facts(target(standardId)).isAsking(), waitMs);
    QVERIFY(!m_preflight->facts(target(standardId)).tasks);
    QVERIFY(m_preflight->facts(target(standardId)).events);
}

void PreflightFactsTest::answersToAnOlderQuestionAreDropped()
{
    m_preflight->ask(target(clusterId), std::nullopt, QTimeZone::utc());
    const PreflightFacts facts = ask(standardId);
    QCOMPARE(facts.instance->id.value, standardId);
    const PreflightFacts left = m_preflight->facts(target(clusterId));
    QVERIFY(!left.isAsking());
    QVERIFY(!left.answered.isValid());
    QVERIFY(!left.instance && !left.tasks && !left.memory);
    m_preflight->ask(target(clusterId), std::nullopt, QTimeZone::utc());
    m_preflight->stop();
    QVERIFY(!m_preflight->facts(target(clusterId)).isAsking());
}

void PreflightFactsTest::zerosOfAnIdleInstanceCount()
{
    const PreflightFacts facts = ask(devId);
    QVERIFY(facts.load);
    QCOMPARE(facts.load->seen, slotsPerDay); // also those half hours in which nothing happened on any day
    const auto lowest =
        std::min_element(facts.load->halfHours.begin(), facts.load->halfHours.end(),
                         [](const LoadSlot &a, const LoadSlot &b) { return a.mean < b.mean; });
    QCOMPARE(lowest->mean, 0.0);
    QVERIFY(lowest->days >= 5);
}

void PreflightFactsTest::theQuietHourIsFound()
{
    for (const QString &id : {clusterId, standardId, devId}) {
        const PreflightFacts facts = ask(id);
        QVERIFY(facts.load);
        const QuietHours hours = quietHours(*facts.load, {std::nullopt, 60min, m_clock.now()});
        QVERIFY(hours.quietest);
        // Whole hours of UTC are whole hours in Shanghai; an idle instance is idle around its hour as well.
        const int shanghai = (practice::PracticeCloud::quietHourOf({id}) + 8) % 24;
        const int found = hours.quietest->start.hour();
        const int away = std::min((found - shanghai + 24) % 24, (shanghai - found + 24) % 24);
        QVERIFY2(away <= (id == devId ? 4 : 1), qPrintable(QStringLiteral("%1: %2").arg(id).arg(found)));
    }
}

void PreflightFactsTest::theJournalTellsOfTheLastAttempt()
{
    StepPlan older = planFor(standardId);
    StepPlan backup = planFor(standardId);
    backup.kind = StepKind::Backup;
    QVERIFY(append(*m_journal, requested(older) + QList<JournalRow>{row(older, StepState::Rejected)}));
    JournalRow planned = row(backup, StepState::Planned);
    planned.kind = StepKind::Backup;
    QVERIFY(append(*m_journal,
                   {planned, row(backup, StepState::Requested, QStringLiteral("0123456789abcdef")),
                    row(backup, StepState::Accepted)}));
    const PreflightFacts facts = ask(standardId);
    QVERIFY(facts.lastAttempt);
    QCOMPARE(facts.lastAttempt->state, std::optional(StepState::Rejected)); // a backup is no attempt
    QVERIFY(facts.lastAttempt->at.isValid());
}

void PreflightFactsTest::whoKeepsAListHearsTheAnswers()
{
    QStringList heard;
    m_preflight->toldInstance = [&](const PreflightTarget &about, const cloud::Answered<Instance> &got) {
        heard.append(about.instance.value + got.value.id.value);
    };
    m_preflight->toldVersion = [&](const PreflightTarget &about, const cloud::Answered<EngineVersion> &got) {
        heard.append(about.instance.value + got.value.majorVersion);
    };
    (void)ask(standardId);
    std::sort(heard.begin(), heard.end());
    QCOMPARE(heard, (QStringList{standardId + QStringLiteral("7.0"), standardId + standardId}));
}

QTEST_GUILESS_MAIN(PreflightFactsTest)
#include "tst_preflightfacts.moc"
