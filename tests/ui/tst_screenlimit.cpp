// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenlimit.h"

#include "ui/window/panes.h"
#include "windowrig.h"

#include <QMenu>
#include <QScreen>
#include <QTemporaryFile>
#include <QWindow>

using namespace uplift::ui;

/// The window fits on small screens: 1366x768 at 150 % is 911x512 for a program. Two screens, the first of
/// that size.
class ScreenLimitTest : public QObject, private test::WindowRig {
    Q_OBJECT
private Q_SLOTS:
    void nothingLargerThanTheScreenIsAskedFor_data();
    void nothingLargerThanTheScreenIsAskedFor();
    void theWindowFitsOnASmallScreen();
    void theLimitFollowsTheWindowToAnotherScreen();

private:
    static QScreen *screenNamed(const char *name)
    {
        const QList<QScreen *> screens = QGuiApplication::screens();
        for (QScreen *screen : screens) {
            if (screen->name() == QLatin1String(name))
                return screen;
        }
        return nullptr;
    }
};

void ScreenLimitTest::nothingLargerThanTheScreenIsAskedFor_data()
{
    QTest::addColumn<QSize>("available");
    QTest::addColumn<QSize>("smallest");
    QTest::newRow("a large screen") << QSize(1920, 1080) << QSize(1024, 600);
    QTest::newRow("1366x768 with a panel") << QSize(1366, 728) << QSize(1024, 600);
    QTest::newRow("1024x600") << QSize(1024, 600) << QSize(1008, 560);
    QTest::newRow("1366x768 at 150 %") << QSize(911, 512) << QSize(895, 472);
}

void ScreenLimitTest::nothingLargerThanTheScreenIsAskedFor()
{
    QFETCH(QSize, available);
    QFETCH(QSize, smallest);
    QCOMPARE(smallestWindow(available), smallest);
}

void ScreenLimitTest::theWindowFitsOnASmallScreen()
{
    openSession(newFolder());
    m_window = std::make_unique<MainWindow>(*m_session, *m_preferences);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_window->screen()->name(), QStringLiteral("small"));
    QVERIFY2(m_window->width() <= 911 && m_window->height() <= 512,
             qPrintable(QStringLiteral("%1x%2").arg(m_window->width()).arg(m_window->height())));
    QCOMPARE(m_window->findChild<Panes *>()->widthClass(), WidthClass::Paged);
    m_window->resize(smallestWindow({911, 512}));
    QCOMPARE(m_window->size(), QSize(895, 472));
    // Its menu is taller than that screen, and scrolls.
    m_window->menu()->popup(QPoint(60, 40));
    QTRY_VERIFY(m_window->menu()->isVisible());
    QVERIFY2(
        m_window->menu()->height() <= 512 && m_window->menu()->width() < 600,
        qPrintable(QStringLiteral("%1x%2").arg(m_window->menu()->width()).arg(m_window->menu()->height())));
    m_window->menu()->close();
    closeAll();
}

void ScreenLimitTest::theLimitFollowsTheWindowToAnotherScreen()
{
    QScreen *small = screenNamed("small");
    QScreen *large = screenNamed("large");
    QVERIFY(small && large);
    QWidget window;
    new ScreenLimit(&window);
    QCOMPARE(window.minimumSize(), QSize(895, 472));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.windowHandle()->setScreen(large);
    QTRY_COMPARE(window.minimumSize(), QSize(1024, 600));
    window.windowHandle()->setScreen(small);
    QTRY_COMPARE(window.minimumSize(), QSize(895, 472));
}

int main(int argc, char *argv[])
{
    QTemporaryFile screens;
    if (!screens.open())
        return 2;
    screens.write(
        R"({"screens":[{"name":"small","x":0,"y":0,"width":911,"height":512,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1},)"
        R"({"name":"large","x":911,"y":0,"width":1920,"height":1080,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    QApplication application(argc, argv);
    ScreenLimitTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screenlimit.moc"
