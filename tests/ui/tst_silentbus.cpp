// SPDX-License-Identifier: GPL-3.0-or-later
// A session bus that takes connections and never says a word, as one that hangs: where somebody waits for it,
// that lasts 25 s. In a process of its own, since a process opens its session bus once.
#include "core/worker.h"
#include "ui/look/systemappearance.h"
#include "ui/window/notifier.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPalette>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift::ui;

class SilentBusTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theWindowDoesNotWaitForIt();

private:
    QTemporaryDir m_folder;
    QLocalServer m_bus;
};

void SilentBusTest::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("bus"));
    QVERIFY(m_bus.listen(path));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path.toUtf8());
}

void SilentBusTest::theWindowDoesNotWaitForIt()
{
    QElapsedTimer timer;
    timer.start();
    uplift::Worker beside(QStringLiteral("beside"));
    SystemAppearance appearance((QPalette(Qt::white)));
    appearance.follow(beside);
    const Notifier notifier(&QDBusConnection::sessionBus);
    QCOMPARE(appearance.theme(), ThemeId::Light); // as the palette says until the desktop does
    // It is asked all the same: beside this thread.
    QTRY_VERIFY_WITH_TIMEOUT(m_bus.hasPendingConnections(), 10'000);
    QVERIFY2(timer.elapsed() < 10'000, "this thread waited for the bus");
    m_bus.close();
    delete m_bus.nextPendingConnection(); // hangs up, so that the one who waits need not wait the rest
}

QTEST_MAIN(SilentBusTest)
#include "tst_silentbus.moc"
