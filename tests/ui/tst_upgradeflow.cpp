// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchviewsamples.h"
#include "ui/window/upgradeflow.h"

#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using upgrade::BatchState;

class UpgradeFlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSaidWhileItsFirstStepMayCome();
    void leftOutByItsFirstCheckItSaysWhy();
    void heldBeforeItsFirstStepItSaysWhy();

private:
    /// "Back up and upgrade" of one instance.
    static upgrade::BatchView one(BatchState state)
    {
        upgrade::BatchView batch = batchView(QStringLiteral("store-0"), state, 1, 0);
        upgrade::Attempt attempt;
        attempt.checking = true;
        batch.progress.attempts.insert(0, {{attempt}});
        return batch;
    }
};

void UpgradeFlowTest::nothingIsSaidWhileItsFirstStepMayCome()
{
    QVERIFY(!nothingBegun(one(BatchState::Running)));
    QVERIFY(!nothingBegun(batchView(QStringLiteral("store-0"), BatchState::Running, 1, 0)));
}

void UpgradeFlowTest::leftOutByItsFirstCheckItSaysWhy()
{
    upgrade::BatchView batch = one(BatchState::Finished);
    upgrade::Attempt &attempt = batch.progress.attempts[0][0].last();
    attempt.checking = false;
    attempt.state = upgrade::StepState::NotStarted;
    attempt.leftOut = true;
    attempt.why = QStringLiteral("Its status is Changing.");
    const auto why = nothingBegun(batch);
    QVERIFY(why.has_value());
    QCOMPARE(why->message, QStringLiteral("store-0 was left as it is: Its status is Changing."));
    QVERIFY(why->next.contains(QLatin1String("Nothing was sent")));
}

void UpgradeFlowTest::heldBeforeItsFirstStepItSaysWhy()
{
    upgrade::BatchView batch = one(BatchState::Held);
    batch.progress.attempts.clear();
    batch.hold = upgrade::Hold{upgrade::Hold::Reason::Refused, QStringLiteral("The keychain is locked.")};
    const auto why = nothingBegun(batch);
    QVERIFY(why.has_value());
    QCOMPARE(why->message, QStringLiteral("Nothing of store-0 was begun: The keychain is locked."));
}

QTEST_GUILESS_MAIN(UpgradeFlowTest)
#include "tst_upgradeflow.moc"
