// SPDX-License-Identifier: GPL-3.0-or-later
#include "sightings.h"
#include "upgrade/reconcile.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

const QDateTime sent = at("2026-11-20T14:00:00Z");

// Asked every ten seconds; each answer alike.
Sightings asked(const Baseline &before, int times, const Observation &answer)
{
    Sightings sightings;
    for (int i = 0; i < times; ++i) {
        Observation observation = answer;
        observation.at = sent.addSecs(10 * i);
        sightings = withAnswer(std::move(sightings), before, observation);
    }
    return sightings;
}

} // namespace

class ReconcileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSignDecidesAndSilenceNeverDoes_data();
    void aSignDecidesAndSilenceNeverDoes();
    void aServiceThatCannotBeAskedLeavesItUndecided();
    void aClockSetBackDoesNotProlongTheAsking();
    void aTaskIsOursAlthoughTheClockWasSetRightSince();
    void theMatchingTaskIsOursByInstanceKindAndTime_data();
    void theMatchingTaskIsOursByInstanceKindAndTime();
    void evidenceNamesWhatWasSeenTellingFirst();
    void evidenceSaysWhatCouldNotBeAsked();
};

void ReconcileTest::aSignDecidesAndSilenceNeverDoes_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<Observation>("answer");
    QTest::addColumn<int>("times");
    QTest::addColumn<Finding>("finding");
    const Observation quiet = seen(sent, "Normal", oldVersion, false);
    const Observation busy = seen(sent, "MinorVersionUpgrading", oldVersion);
    const Observation done = seen(sent, "Normal", newVersion, true);
    const Observation listed = withTask(quiet, task(CloudTask::Status::Scheduled, sent));
    const Observation ended = withTask(quiet, task(CloudTask::Status::Failed, sent));
    const Observation sparse = seen(sent, "", "");
    QTest::newRow("at once, status upgrading") << Moment::Now << busy << 1 << Finding::Accepted;
    QTest::newRow("at once, new version") << Moment::Now << done << 1 << Finding::Accepted;
    QTest::newRow("at once, a matching task") << Moment::Now << listed << 1 << Finding::Accepted;
    QTest::newRow("at once, a task that failed already") << Moment::Now << ended << 1 << Finding::Accepted;
    QTest::newRow("at once, quiet for 110 s") << Moment::Now << quiet << 12 << Finding::KeepAsking;
    QTest::newRow("at once, quiet for two minutes") << Moment::Now << quiet << 13 << Finding::Undecided;
    QTest::newRow("at once, quiet for an hour") << Moment::Now << quiet << 361 << Finding::Undecided;
    QTest::newRow("at once, the service says nothing of use")
        << Moment::Now << sparse << 13 << Finding::Undecided;
    QTest::newRow("in the window, a task waits")
        << Moment::MaintenanceWindow << listed << 1 << Finding::Accepted;
    QTest::newRow("in the window, quiet for 110 s")
        << Moment::MaintenanceWindow << quiet << 12 << Finding::KeepAsking;
    QTest::newRow("in the window, quiet for two minutes")
        << Moment::MaintenanceWindow << quiet << 13 << Finding::Undecided;
}

void ReconcileTest::aSignDecidesAndSilenceNeverDoes()
{
    QFETCH(Moment, moment);
    QFETCH(Observation, answer);
    QFETCH(int, times);
    QFETCH(Finding, finding);
    const Sightings sightings = asked(baseline(moment), times, answer);
    QCOMPARE(sightings.asked, times);
    QCOMPARE(static_cast<int>(reconcile(sightings, sightings.lastAsked, 120s)), static_cast<int>(finding));
}

void ReconcileTest::aServiceThatCannotBeAskedLeavesItUndecided()
{
    Sightings sightings;
    for (int i = 0; i < 13; ++i)
        sightings = withoutAnswer(std::move(sightings), sent.addSecs(10 * i));
    QCOMPARE(static_cast<int>(reconcile(sightings, sent.addSecs(110), 120s)),
             static_cast<int>(Finding::KeepAsking));
    QCOMPARE(static_cast<int>(reconcile(sightings, sent.addSecs(120), 120s)),
             static_cast<int>(Finding::Undecided));
}

void ReconcileTest::aClockSetBackDoesNotProlongTheAsking()
{
    const QDateTime back = sent.addSecs(-3600);
    Sightings answered = asked(baseline(), 3, seen(sent, "Normal", oldVersion));
    answered = withAnswer(std::move(answered), baseline(), seen(back, "Normal", oldVersion));
    QCOMPARE(static_cast<int>(reconcile(answered, back.addSecs(110), 120s)),
             static_cast<int>(Finding::KeepAsking));
    QCOMPARE(static_cast<int>(reconcile(answered, back.addSecs(120), 120s)),
             static_cast<int>(Finding::Undecided));
    const Sightings silent = withoutAnswer(withoutAnswer({}, sent), back);
    QCOMPARE(static_cast<int>(reconcile(silent, back.addSecs(120), 120s)),
             static_cast<int>(Finding::Undecided));
}

void ReconcileTest::aTaskIsOursAlthoughTheClockWasSetRightSince()
{
    // It was an hour ahead of the service's when the call was sent, and is right now.
    Baseline before = baseline();
    before.sentAt = sent.addSecs(3600);
    before.clockOffset = -1h;
    const CloudTask ours = task(CloudTask::Status::Running, sent.addSecs(2));
    QVERIFY(matchingTask({ours}, before, 0s).has_value());
    const CloudTask older = task(CloudTask::Status::Running, sent.addSecs(-600));
    QVERIFY(!matchingTask({older}, before, 0s).has_value());
}

void ReconcileTest::theMatchingTaskIsOursByInstanceKindAndTime_data()
{
    QTest::addColumn<CloudTask>("candidate");
    QTest::addColumn<int>("offsetSeconds");
    QTest::addColumn<bool>("ours");
    using Status = CloudTask::Status;
    CloudTask foreign = task(Status::Running, sent);
    foreign.instance.value = QStringLiteral("r-other");
    CloudTask another = task(Status::Running, sent);
    another.type = QStringLiteral("ModifyInsSpec");
    CloudTask chinese = another;
    chinese.reason = QStringLiteral("小版本升级");
    QTest::newRow("began with the call") << task(Status::Running, sent) << 0 << true;
    QTest::newRow("began a minute before, clocks differ")
        << task(Status::Running, sent.addSecs(-60)) << 0 << true;
    QTest::newRow("began an hour before") << task(Status::Succeeded, sent.addSecs(-3600)) << 0 << false;
    QTest::newRow("began 20 min before by a server 20 min behind")
        << task(Status::Running, sent.addSecs(-1200)) << -1200 << true;
    QTest::newRow("began with the call by our clock, server 20 min ahead")
        << task(Status::Running, sent) << 1200 << false;
    QTest::newRow("no beginning, waiting") << task(Status::Waiting, {}) << 0 << true;
    QTest::newRow("no beginning, ended") << task(Status::Succeeded, {}) << 0 << false;
    QTest::newRow("of another instance") << foreign << 0 << false;
    QTest::newRow("of another kind") << another << 0 << false;
    QTest::newRow("of another type, with the reason in Chinese") << chinese << 0 << true;
}

void ReconcileTest::theMatchingTaskIsOursByInstanceKindAndTime()
{
    QFETCH(CloudTask, candidate);
    QFETCH(int, offsetSeconds);
    QFETCH(bool, ours);
    const auto found = matchingTask({candidate}, baseline(), std::chrono::seconds(offsetSeconds));
    QCOMPARE(found.has_value(), ours);
}

void ReconcileTest::evidenceNamesWhatWasSeenTellingFirst()
{
    Sightings sightings = asked(baseline(), 3, seen(sent, "Normal", oldVersion));
    const QList<Evidence> quiet = evidenceOf(sightings, baseline());
    QCOMPARE(quiet.size(), 3);
    QCOMPARE(quiet.at(0).text, QStringLiteral("Status stayed Normal"));
    QVERIFY(quiet.at(0).detail.contains(QLatin1Char('3')));
    QCOMPARE(quiet.at(1).text, QStringLiteral("The version is still 7.0.1.8"));
    QVERIFY(quiet.at(2).text.startsWith(QLatin1String("No upgrade task since")));
    QVERIFY(std::none_of(quiet.begin(), quiet.end(), [](const Evidence &each) { return each.telling; }));

    sightings = withAnswer(std::move(sightings), baseline(), seen(sent.addSecs(40), "Normal", newVersion));
    const QList<Evidence> telling = evidenceOf(sightings, baseline());
    QVERIFY(telling.constFirst().telling);
    QCOMPARE(telling.constFirst().text, QStringLiteral("The version changed from 7.0.1.8 to 7.0.1.14"));
}

void ReconcileTest::evidenceSaysWhatCouldNotBeAsked()
{
    const QList<Evidence> evidence = evidenceOf(withoutAnswer({}, sent), baseline());
    QCOMPARE(evidence.size(), 1);
    QCOMPARE(static_cast<int>(evidence.constFirst().kind), static_cast<int>(Evidence::Kind::Connection));
    QVERIFY(evidence.constFirst().detail.contains(QLatin1String("could not be asked")));
}

QTEST_GUILESS_MAIN(ReconcileTest)
#include "tst_reconcile.moc"
