// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "ui/dialogs/confirmdialog.h"
#include "ui/form/upgradeform.h"
#include "ui/instances/instancetable.h"

#include <QLabel>
#include <QLineEdit>

using namespace uplift;
using namespace uplift::ui;

/// A whole upgrade in the practice cloud by keys alone, as somebody without a mouse does it.
class KeyboardTest : public QObject, protected test::WindowRig {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anUpgradeIsStartedByKeysAlone();
    void aMissingAcknowledgementIsNamedAndNothingIsSent();
    void theFilterIsReachedAndLeft();
    void escLeavesTheThreeFields();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }
    [[nodiscard]] QString focused() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    /// Tab until the focus is there; false when it never comes.
    bool tabTo(const QString &name)
    {
        for (int i = 0; i < 60; ++i) {
            if (focused() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    bool choose(const QString &name);
};

void KeyboardTest::init()
{
    openSession(newFolder());
    QVERIFY(openWindow());
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), listedMs);
}

void KeyboardTest::cleanup() { closeAll(); }

bool KeyboardTest::choose(const QString &name)
{
    press(Qt::Key_2, Qt::ControlModifier);
    auto *table = m_window->findChild<InstanceTable *>();
    if (!table->hasFocus())
        return false;
    press(Qt::Key_Home);
    for (int i = 0; i < 20; ++i) {
        const auto &facts = m_window->form()->facts();
        if (facts && facts->name == name)
            return true;
        press(Qt::Key_Down);
    }
    return false;
}

void KeyboardTest::anUpgradeIsStartedByKeysAlone()
{
    QVERIFY(choose(QStringLiteral("orders-cache")));
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("targetVersion"));
    QVERIFY(tabTo(QStringLiteral("momentWindow")));
    press(Qt::Key_Right);
    QCOMPARE(focused(), QStringLiteral("momentNow"));
    QCOMPARE(m_window->form()->facts()->moment, Moment::Now);
    QVERIFY(tabTo(QStringLiteral("clientsReconnect")));
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTRY_COMPARE(focused(), QStringLiteral("confirmName"));
    // The button is deaf for a moment after it got the focus, so that a held key sends nothing;
    // tst_confirmdialog waits for it.
    m_window->findChild<ConfirmDialog *>()->setQuiet(std::chrono::milliseconds(0));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("orders-cache"));
    QCOMPARE(m_session->upgrades().steps().size(), 0);
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("upgrade"));
    press(Qt::Key_Space);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->upgrades().steps().size(), 1, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->upgrades().steps().constFirst().state, upgrade::StepState::Verified,
                              60000);
    QCOMPARE(m_session->practice()->startsOf(m_session->upgrades().steps().constFirst().plan.instance), 1);
}

void KeyboardTest::aMissingAcknowledgementIsNamedAndNothingIsSent()
{
    QVERIFY(choose(QStringLiteral("checkout-locks")));
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(focused(), QStringLiteral("clientsReconnect"));
    auto *problem = m_window->findChild<QLabel *>(QStringLiteral("formProblem"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("clients reconnect")));
    // Another size, another theme and the next minute take nothing of it away.
    const QSize size = m_window->size();
    m_window->resize(1024, 600);
    QCoreApplication::processEvents();
    QVERIFY(problem->isVisible());
    m_window->resize(size);
    QCoreApplication::processEvents();
    QVERIFY(problem->isVisible());
    QCOMPARE(m_session->upgrades().steps().size(), 0);
}

void KeyboardTest::theFilterIsReachedAndLeft()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focused(), QStringLiteral("filterEdit"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("no such thing"));
    QVERIFY(m_window->findChild<QLabel *>(QStringLiteral("emptyTitle"))->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(m_window->findChild<QLineEdit *>(QStringLiteral("filterEdit"))->text().isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(m_window->findChild<InstanceTable *>()->hasFocus());
}

void KeyboardTest::escLeavesTheThreeFields()
{
    QVERIFY(choose(QStringLiteral("orders-cache")));
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(focused(), QStringLiteral("instanceEdit"));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("r-bp1nosuchinstance"));
    press(Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("lookInAllRegions")));
    press(Qt::Key_Escape);
    // Back where one was, not at the id that does not exist.
    QVERIFY(m_window->form()->facts());
    QCOMPARE(m_window->form()->facts()->name, QStringLiteral("orders-cache"));
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("momentChoice"))->isVisible());
}

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
