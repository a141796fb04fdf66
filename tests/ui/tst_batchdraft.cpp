// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsamples.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/batchform.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/planrowsmodel.h"
#include "ui/batch/planrowsview.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchMoment;
using upgrade::BatchRules;

namespace {

class StoppedClock : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    QDateTime m_now = batchNow;
};

} // namespace

/// The plan that follows a selection, and the form that changes its rules.
class BatchDraftTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theSelectionBecomesAPlan();
    void thoseWhoStayAreNotLookedAtAgain();
    void anotherSelectionBeginsAnew();
    void newerFactsMakeTheirMembersAnew();
    void byHandBeginsWithTheWavesThereAre();
    void aNumberByHandIsTheOneOfTheHead();
    void aSavedPlanIsOpenedWithItsRules();
    void whatWasConfirmedCarriesNameTicketAndNote();
    void afterTheStartTheAcknowledgementBeginsAnew();
    void theFormChangesTheRules();
    void theFormShowsTheRulesOfASavedPlan();
    void aStartAtAMomentIsReadInTheUsersZone();
    void theButtonNamesWhatIsMissingAndGoesThere();
    void noPlanOfOtherRulesIsConfirmed();
    void wrongSizesAreNamedUnderTheirField();
    void theDryRunFollowsTheRules();
    void aThousandInstancesLeaveTheWindowRoom();

private:
    void choose(const QStringList &names)
    {
        QList<fleet::InstanceKey> keys;
        for (const QString &name : names)
            keys.append(keyNamed(name));
        m_draft->setInstances(keys);
        QTRY_VERIFY(m_draft->isPlanned());
        QTRY_COMPARE(m_draft->plan().items.size(), names.size());
    }
    template <class T> T *child(QWidget &parent, const char *name)
    {
        auto *found = parent.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }

    StoppedClock m_clock;
    int m_made = 0;
    QHash<fleet::InstanceKey, MemberKnown> m_known; ///< others are as known() says
    std::unique_ptr<BatchDraft> m_draft;
};

void BatchDraftTest::init()
{
    applyLook(*qApp, ThemeId::Light);
    m_made = 0;
    m_known.clear();
    m_clock.m_now = batchNow;
    m_draft = std::make_unique<BatchDraft>(
        [this]() -> BatchDraft::MemberOf {
            return [this](const fleet::InstanceKey &key, const BatchRules &rules) {
                ++m_made;
                const QString name = key.instance.value.mid(2);
                const bool staging = name.endsWith(QLatin1String("-stg"));
                const MemberKnown usual =
                    known(name, staging ? Environment::Staging : Environment::Production);
                return memberOf(m_known.value(key, usual), rules, impactTable());
            };
        },
        m_clock);
    m_draft->setNow(shanghai);
}

void BatchDraftTest::cleanup() { m_draft.reset(); }

void BatchDraftTest::theSelectionBecomesAPlan()
{
    choose({QStringLiteral("orders"), QStringLiteral("orders-stg"), QStringLiteral("cart")});
    QCOMPARE(m_draft->plan().waves.size(), 2);
    QCOMPARE(m_draft->plan().items.constFirst().plan.instanceName, QStringLiteral("orders-stg"));
    QCOMPARE(m_draft->dryRun().constFirst().kind, upgrade::DryRunRow::Kind::WaveHead);
    QCOMPARE(m_draft->decision().chosen, 3);
    QCOMPARE(m_draft->decision().firstStart, QDateTime(QDate(2026, 11, 19), QTime(18, 0), Qt::UTC));
    QCOMPARE(m_draft->name(), QStringLiteral("3 instances to their latest versions"));
    // Those left out are not upgraded, so the name does not count them.
    m_known.insert(keyNamed(QStringLiteral("sold")), {});
    choose({QStringLiteral("orders"), QStringLiteral("cart"), QStringLiteral("sold")});
    QCOMPARE(upgrade::memberCount(m_draft->plan()), 2);
    QCOMPARE(m_draft->name(), QStringLiteral("2 instances to their latest versions"));
}

void BatchDraftTest::thoseWhoStayAreNotLookedAtAgain()
{
    choose({QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(m_made, 2);
    m_draft->setClientsReconnect(true);
    choose({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QCOMPARE(m_made, 3);
    QVERIFY(m_draft->decision().clientsReconnect);
    choose({QStringLiteral("c"), QStringLiteral("a")});
    QCOMPARE(m_made, 3);
    QCOMPARE(m_draft->members().constFirst().key, keyNamed(QStringLiteral("c")));
}

void BatchDraftTest::anotherSelectionBeginsAnew()
{
    choose({QStringLiteral("a"), QStringLiteral("b")});
    m_draft->setClientsReconnect(true);
    m_draft->setName(QStringLiteral("Mine"));
    BatchRules rules = m_draft->rules();
    rules.canary = keyNamed(QStringLiteral("a")).instance;
    rules.atOnce = 5;
    m_draft->setRules(rules);
    choose({QStringLiteral("c"), QStringLiteral("d")});
    QVERIFY(!m_draft->decision().clientsReconnect);
    QVERIFY(!m_draft->hasOwnName());
    QVERIFY(m_draft->rules().canary.isEmpty());
    QCOMPARE(m_draft->rules().atOnce, 5); // how the user likes it stays
}

void BatchDraftTest::newerFactsMakeTheirMembersAnew()
{
    choose({QStringLiteral("a"), QStringLiteral("b")});
    MemberKnown busy = known(QStringLiteral("b"));
    busy.facts.known.facts.edit([](Instance &instance) { instance.status = InstanceStatus::Changing; });
    m_known.insert(keyNamed(QStringLiteral("b")), busy);
    m_draft->onInstancesChanged({keyNamed(QStringLiteral("b")), keyNamed(QStringLiteral("stranger"))});
    QTRY_COMPARE(upgrade::memberCount(m_draft->plan()), 1);
    QCOMPARE(m_made, 3);
}

void BatchDraftTest::byHandBeginsWithTheWavesThereAre()
{
    choose({QStringLiteral("orders"), QStringLiteral("orders-stg"), QStringLiteral("search-stg")});
    BatchRules rules = m_draft->rules();
    rules.waves = BatchRules::Waves::Hand;
    m_draft->setRules(rules);
    QCOMPARE(m_draft->rules().byHand.value(keyNamed(QStringLiteral("search-stg")).instance), 1);
    QCOMPARE(m_draft->rules().byHand.value(keyNamed(QStringLiteral("orders")).instance), 2);
    QCOMPARE(m_draft->plan().waves.size(), 3);
}

void BatchDraftTest::aNumberByHandIsTheOneOfTheHead()
{
    const InstanceId orders = keyNamed(QStringLiteral("orders")).instance;
    choose({QStringLiteral("orders"), QStringLiteral("orders-stg"), QStringLiteral("search-stg")});
    BatchRules rules = m_draft->rules();
    rules.waves = BatchRules::Waves::Hand;
    m_draft->setRules(rules);
    const auto waveOf = [this](const InstanceId &instance) {
        for (const upgrade::BatchItem &item : m_draft->plan().items) {
            if (item.plan.instance == instance)
                return item.wave + 1;
        }
        return 0;
    };
    QCOMPARE(waveOf(orders), 3); // after the canary and search-stg
    m_draft->setHands({orders}, 2);
    QCOMPARE(m_draft->plan().waves.size(), 2);
    QCOMPARE(waveOf(orders), 2);
    m_draft->setHands({orders}, 3);
    QCOMPARE(waveOf(orders), 3);
    m_draft->setHands({orders}, 1); // the canary's is its own
    QCOMPARE(waveOf(orders), 2);
    m_draft->setHands({orders}, 99);
    QCOMPARE(waveOf(orders), 3);
    QVERIFY(m_draft->rules().byHand.value(orders) <= 50);
}

void BatchDraftTest::aSavedPlanIsOpenedWithItsRules()
{
    BatchRules rules;
    rules.atOnce = 7;
    rules.moment = BatchMoment::Now;
    profiles::SavedPlan plan;
    plan.id = {QStringLiteral("saved")};
    plan.name = QStringLiteral("Monthly");
    plan.rules = upgrade::toJson(rules);
    for (const char *name : {"orders", "cart"}) {
        const fleet::InstanceKey key = keyNamed(QString::fromLatin1(name));
        plan.members.append(profiles::SavedPlan::Member{key.account, key.region, key.instance});
    }
    m_draft->setClientsReconnect(true);
    m_draft->open(plan, keysOf(plan));
    QTRY_COMPARE(upgrade::memberCount(m_draft->plan()), 2);
    QCOMPARE(m_draft->name(), QStringLiteral("Monthly"));
    QCOMPARE(m_draft->saved(), plan.id);
    QCOMPARE(m_draft->rules().atOnce, 7);
    QCOMPARE(m_draft->plan().moment, BatchMoment::Now);
    QVERIFY(!m_draft->decision().clientsReconnect); // said anew each time
    // The same rules for others.
    m_draft->open(plan, {keyNamed(QStringLiteral("x")), keyNamed(QStringLiteral("y"))});
    QTRY_COMPARE(m_draft->plan().items.constFirst().plan.instanceName, QStringLiteral("x"));
    QCOMPARE(m_draft->rules().atOnce, 7);
}

void BatchDraftTest::whatWasConfirmedCarriesNameTicketAndNote()
{
    choose({QStringLiteral("a"), QStringLiteral("b")});
    m_draft->setTicket(QStringLiteral(" CHG-1 "));
    m_draft->setNote(QStringLiteral("quiet week"));
    const upgrade::BatchPlan plan = m_draft->confirmed(QStringLiteral("anna@bastion"));
    QCOMPARE(plan.name, m_draft->name());
    QCOMPARE(plan.ticket, QStringLiteral("CHG-1"));
    QCOMPARE(plan.note, QStringLiteral("quiet week"));
    QCOMPARE(plan.by, QStringLiteral("anna@bastion"));
    const upgrade::StepPlan step = upgrade::stepPlanOf(plan, {0, 0}, 1);
    QCOMPARE(step.ticket, QStringLiteral("CHG-1"));
    QCOMPARE(step.note, QStringLiteral("quiet week"));
}

void BatchDraftTest::afterTheStartTheAcknowledgementBeginsAnew()
{
    choose({QStringLiteral("a"), QStringLiteral("b")});
    m_draft->setClientsReconnect(true);
    m_draft->setTicket(QStringLiteral("CHG-1"));
    const PlanId before = m_draft->plan().id;
    m_draft->begun();
    QVERIFY(!m_draft->decision().clientsReconnect);
    QVERIFY(m_draft->ticket().isEmpty());
    QVERIFY(m_draft->plan().id != before); // never two batches of one id
}

void BatchDraftTest::theFormChangesTheRules()
{
    BatchForm form(*m_draft);
    choose({QStringLiteral("orders"), QStringLiteral("orders-stg"), QStringLiteral("cart")});
    child<QPushButton>(form, "batchPrimary");
    child<QSpinBox>(form, "atOnce")->setValue(9);
    QCOMPARE(m_draft->rules().atOnce, 9);
    QTest::keyClick(child<QComboBox>(form, "canary"), Qt::Key_Down);
    QVERIFY(!m_draft->rules().canaryFirst);
    QTest::keyClick(child<QComboBox>(form, "canary"), Qt::Key_Down);
    QCOMPARE(m_draft->rules().canary, keyNamed(QStringLiteral("cart")).instance); // by name
    QTest::keyClick(child<QComboBox>(form, "betweenWaves"), Qt::Key_Home);
    QCOMPARE(m_draft->rules().between, std::chrono::minutes(0));
    child<QAbstractButton>(form, "batchInsideWindow")->click();
    QCOMPARE(m_draft->rules().moment, BatchMoment::InsideWindow);
    QTest::keyClick(child<QComboBox>(form, "batchParts"), Qt::Key_Down);
    QCOMPARE(m_draft->rules().parts, upgrade::BatchParts::Proxy);
    child<QCheckBox>(form, "includeLatest")->click();
    QVERIFY(m_draft->rules().includeLatest);
    child<QSpinBox>(form, "backupHours")->setValue(48);
    QVERIFY(m_draft->rules().backUpFirst); // a limit that is set is meant
    QCOMPARE(m_draft->rules().backupLimit, std::chrono::hours(48));
    child<QSpinBox>(form, "stopCount")->setValue(3);
    QCOMPARE(m_draft->rules().stop.failures, 3);
    child<QCheckBox>(form, "stopFailures")->click();
    QCOMPARE(m_draft->rules().stop.failures, 0);
    child<QCheckBox>(form, "stopUndecided")->click();
    QVERIFY(!m_draft->rules().stop.undecided);
    child<QCheckBox>(form, "stopOutside")->click();
    QVERIFY(!m_draft->rules().stop.outsideWindow);
    child<QAbstractButton>(form, "wavesByNumber")->click();
    QCOMPARE(m_draft->rules().waves, BatchRules::Waves::Number);
    child<QLineEdit>(form, "planTicket")->setText(QStringLiteral("CHG-7"));
    QCOMPARE(m_draft->ticket(), QStringLiteral("CHG-7"));
    child<QPlainTextEdit>(form, "planNote")->setPlainText(QStringLiteral("n"));
    QCOMPARE(m_draft->note(), QStringLiteral("n"));
}

void BatchDraftTest::theFormShowsTheRulesOfASavedPlan()
{
    BatchForm form(*m_draft);
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {2, 5};
    rules.canaryFirst = false;
    rules.atOnce = 4;
    rules.between = std::chrono::minutes(45); // not among the usual ones
    rules.moment = BatchMoment::Now;
    rules.stop = {2, false, true};
    rules.backUpFirst = true;
    rules.backupLimit = std::chrono::hours(12);
    profiles::SavedPlan plan;
    plan.id = {QStringLiteral("saved")};
    plan.name = QStringLiteral("Monthly");
    plan.rules = upgrade::toJson(rules);
    m_draft->open(plan, {keyNamed(QStringLiteral("a")), keyNamed(QStringLiteral("b"))});
    form.showRules();
    QTRY_COMPARE(m_draft->plan().items.size(), 2);
    QVERIFY(child<QAbstractButton>(form, "wavesByNumber")->isChecked());
    QCOMPARE(child<QLineEdit>(form, "waveSizes")->text(), QStringLiteral("2, 5"));
    QCOMPARE(child<QComboBox>(form, "canary")->currentIndex(), 1);
    QCOMPARE(child<QSpinBox>(form, "atOnce")->value(), 4);
    QCOMPARE(child<QComboBox>(form, "betweenWaves")->currentText(), QStringLiteral("45 min"));
    QVERIFY(child<QAbstractButton>(form, "batchNow")->isChecked());
    QCOMPARE(child<QSpinBox>(form, "stopCount")->value(), 2);
    QVERIFY(!child<QCheckBox>(form, "stopUndecided")->isChecked());
    QVERIFY(child<QCheckBox>(form, "backUpFirst")->isChecked());
    QCOMPARE(child<QLineEdit>(form, "planName")->text(), QStringLiteral("Monthly"));
    // Showing them is not choosing: they are as they were.
    QCOMPARE(upgrade::toJson(m_draft->rules()), upgrade::toJson(rules));
}

void BatchDraftTest::aStartAtAMomentIsReadInTheUsersZone()
{
    BatchForm form(*m_draft);
    form.setNow(batchNow, shanghai);
    choose({QStringLiteral("a"), QStringLiteral("b")});
    child<QAbstractButton>(form, "startAtMoment")->click();
    // The next full hour, 15:00 in Shanghai.
    QCOMPARE(m_draft->rules().startAt, QDateTime(QDate(2026, 11, 19), QTime(7, 0), Qt::UTC));
    auto *edit = child<QDateTimeEdit>(form, "startAt");
    edit->setDateTime({QDate(2026, 11, 20), QTime(1, 30), Qt::UTC});
    QCOMPARE(m_draft->rules().startAt, QDateTime(QDate(2026, 11, 19), QTime(17, 30), Qt::UTC));
    QVERIFY(child<QLabel>(form, "startText")->text().contains(QLatin1String("17:30 UTC, Thu 19 Nov")));
    child<QAbstractButton>(form, "startWhenConfirmed")->click();
    QVERIFY(!m_draft->rules().startAt.isValid());
}

void BatchDraftTest::theButtonNamesWhatIsMissingAndGoesThere()
{
    BatchForm form(*m_draft);
    form.show();
    form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy start(&form, &BatchForm::startRequested);
    auto *button = child<QPushButton>(form, "batchPrimary");
    auto *problem = child<QLabel>(form, "batchProblem");
    QVERIFY(button->isEnabled());
    button->click();
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QLatin1String("No instance is chosen")));
    choose({QStringLiteral("a"), QStringLiteral("b")});
    QVERIFY2(!problem->isVisible(), "what is no longer missing is no longer said");
    button->click();
    QVERIFY(problem->text().contains(QLatin1String("clients reconnect")));
    QCOMPARE(QApplication::focusWidget(), child<QCheckBox>(form, "batchReconnect"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!problem->isVisible());
    QCOMPARE(start.count(), 0);
    button->click();
    QCOMPARE(start.count(), 1);
}

void BatchDraftTest::noPlanOfOtherRulesIsConfirmed()
{
    BatchForm form(*m_draft);
    choose({QStringLiteral("a"), QStringLiteral("b")});
    m_draft->setClientsReconnect(true);
    QCOMPARE(m_draft->plan().moment, BatchMoment::NextWindow);
    // Pressed in the moment in which the last one was looked at.
    QList<BatchMoment> confirmed;
    connect(&form, &BatchForm::startRequested, this,
            [&] { confirmed.append(m_draft->confirmed(QStringLiteral("ana")).moment); });
    connect(m_draft.get(), &BatchDraft::looking, &form, [&] {
        if (m_draft->toCheck() == 0)
            form.pressPrimary();
    });
    BatchRules rules = m_draft->rules();
    rules.moment = BatchMoment::InsideWindow;
    m_draft->setRules(rules);
    QTRY_COMPARE(confirmed, QList<BatchMoment>{BatchMoment::InsideWindow});
}

void BatchDraftTest::wrongSizesAreNamedUnderTheirField()
{
    BatchForm form(*m_draft);
    choose({QStringLiteral("a"), QStringLiteral("b")});
    child<QAbstractButton>(form, "wavesByNumber")->click();
    child<QCheckBox>(form, "batchReconnect")->click();
    auto *sizes = child<QLineEdit>(form, "waveSizes");
    sizes->setText(QStringLiteral("one"));
    Q_EMIT sizes->editingFinished();
    QVERIFY(sizes->property("invalid").toBool());
    QSignalSpy start(&form, &BatchForm::startRequested);
    form.pressPrimary();
    QCOMPARE(start.count(), 0);
    QVERIFY(child<QLabel>(form, "batchProblem")->text().contains(QLatin1String("numbers with commas")));
    sizes->setText(QStringLiteral("1"));
    Q_EMIT sizes->editingFinished();
    QVERIFY(!sizes->property("invalid").toBool());
    form.pressPrimary();
    QCOMPARE(start.count(), 1);
    QCOMPARE(m_draft->plan().waves.size(), 2);
}

void BatchDraftTest::theDryRunFollowsTheRules()
{
    DryRunPage page(*m_draft);
    page.resize(740, 500);
    page.show();
    QVERIFY(child<QLabel>(page, "dryRunEmpty")->isVisible());
    choose({QStringLiteral("orders"), QStringLiteral("orders-stg")});
    QCOMPARE(page.view()->lines()->rowCount(), 5); // two heads, two members, a gate
    BatchRules rules = m_draft->rules();
    rules.waves = BatchRules::Waves::Hand;
    rules.canaryFirst = false;
    m_draft->setRules(rules);
    page.view()->select(keyNamed(QStringLiteral("orders")).instance);
    QTest::keyClick(page.view(), Qt::Key_1);
    QTest::keyClick(page.view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(page.view(), Qt::Key_1);
    QCOMPARE(m_draft->plan().waves.size(), 1);
}

void BatchDraftTest::aThousandInstancesLeaveTheWindowRoom()
{
    BatchForm form(*m_draft);
    DryRunPage page(*m_draft);
    form.resize(424, 700);
    page.resize(740, 700);
    form.show();
    page.show();
    QList<fleet::InstanceKey> keys;
    for (int i = 0; i < 1000; ++i)
        keys.append(keyNamed(QStringLiteral("i%1").arg(i)));
    qint64 longest = 0;
    QElapsedTimer turn;
    QTimer beat;
    beat.setInterval(0);
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, turn.restart()); });
    turn.start();
    beat.start();
    m_draft->setInstances(keys);
    QTRY_COMPARE_WITH_TIMEOUT(m_draft->plan().items.size(), 1000, 120000);
    QTRY_COMPARE(page.view()->lines()->rowCount() > 1000, true);
    qInfo("1,000 instances: longest turn of the event loop %lld ms (debug and sanitizers included)", longest);
    QCOMPARE(m_made, 1000);
}

QTEST_MAIN(BatchDraftTest)
#include "tst_batchdraft.moc"
