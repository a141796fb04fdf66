// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noanswerdialog.h"
#include "ui/oneinstance.h"
#include "ui/program.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLocalSocket>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace uplift::ui;

/// One Uplift per data folder, tried with a second process: the program itself.
class OneInstanceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSecondStartRaisesTheFirstWindowAndEnds();
    void whoHasLockedButDoesNotListenYetIsAskedAgain();
    void theSameFolderUnderAnotherNameIsTheSame();
    void anotherFolderIsAnotherInstance();
    void aRehearsalRunsBesideTheUsersWork();
    void ofTwoStartsAtOnceOneStays();
    void afterACrashTheNextStartHasTheFolder();
    void aFirstOneThatDoesNotAnswerIsSaidInADialog();
    void whileItIsAskedTheProgramGoesOn();
    void theFolderIsTakenWhenTheFirstOneEndsMeanwhile();
    void aStrangerOnTheSocketDoesNoHarm();
    void aTokenOfTheDesktopIsPassedOnAndNothingElse();

private:
    /// Another Uplift over the folder of this test; offscreen, with a home of its own.
    std::unique_ptr<QProcess> start(const QString &folder, const QStringList &more = {},
                                    const QByteArray &token = {}) const;
    static bool waitEnded(QProcess &process, int within = 60000)
    {
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, within);
    }
    /// It has its folder, and listens.
    [[nodiscard]] static bool waitHeld(const QString &folder)
    {
        return QTest::qWaitFor(
            [&folder] {
                OneInstance other(folder);
                return !other.claim() && other.otherProcess() > 0;
            },
            60000);
    }
    [[nodiscard]] QString folder(const char *name = "data") const
    {
        return m_home->filePath(QString::fromLatin1(name));
    }
    static OneInstance::Answer ask(OneInstance &claim, std::chrono::milliseconds patience,
                                   const QByteArray &token = {});

    std::unique_ptr<QTemporaryDir> m_home;
};

void OneInstanceTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
}

void OneInstanceTest::cleanup() { m_home.reset(); }

std::unique_ptr<QProcess> OneInstanceTest::start(const QString &folder, const QStringList &more,
                                                 const QByteArray &token) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home->path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    if (!token.isEmpty())
        environment.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), QString::fromLatin1(token));
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(QStringLiteral(UPLIFT_PROGRAM), QStringList{QStringLiteral("--data-dir"), folder} + more);
    return process;
}

OneInstance::Answer OneInstanceTest::ask(OneInstance &claim, std::chrono::milliseconds patience,
                                         const QByteArray &token)
{
    std::optional<OneInstance::Answer> answer;
    QObject context;
    claim.raiseOther(token, patience, &context, [&answer](OneInstance::Answer given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 60000))
        QTest::qFail("nothing came", __FILE__, __LINE__);
    return answer.value_or(OneInstance::Answer::None);
}

void OneInstanceTest::aSecondStartRaisesTheFirstWindowAndEnds()
{
    OneInstance first(folder());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &OneInstance::raiseRequested);
    const auto second = start(folder(), {}, "token-4711");
    QVERIFY(waitEnded(*second));
    QCOMPARE(second->exitStatus(), QProcess::NormalExit);
    QVERIFY2(second->exitCode() == 0, second->readAll().constData());
    QCOMPARE(raised.size(), 1);
    QCOMPARE(raised.constFirst().constFirst().toByteArray(), QByteArray("token-4711"));
    // It touched nothing of the first one's state.
    QVERIFY(!QFile::exists(folder() + QStringLiteral("/journal.sqlite")));
}

void OneInstanceTest::whoHasLockedButDoesNotListenYetIsAskedAgain()
{
    OneInstance first(folder());
    QVERIFY(first.lock());
    OneInstance second(folder());
    QVERIFY(!second.claim());
    QSignalSpy raised(&first, &OneInstance::raiseRequested);
    QTimer::singleShot(0, &first, &OneInstance::listen);
    QCOMPARE(ask(second, std::chrono::milliseconds(20'000)), OneInstance::Answer::Raised);
    QCOMPARE(raised.count(), 1);
}

void OneInstanceTest::theSameFolderUnderAnotherNameIsTheSame()
{
    OneInstance first(folder());
    QVERIFY(first.claim());
    const QString link = folder("another name");
    QVERIFY(QFile::link(folder(), link));
    OneInstance second(link);
    QVERIFY(!second.claim());
    QCOMPARE(second.otherProcess(), QCoreApplication::applicationPid());
}

void OneInstanceTest::anotherFolderIsAnotherInstance()
{
    QVERIFY(QDir().mkpath(folder("other")));
    OneInstance first(folder());
    OneInstance second(folder("other"));
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void OneInstanceTest::aRehearsalRunsBesideTheUsersWork()
{
    OneInstance work(folder());
    QVERIFY(work.claim());
    QSignalSpy raised(&work, &OneInstance::raiseRequested);
    const auto rehearsal = start(folder(), {QStringLiteral("--practice")});
    QVERIFY(waitHeld(folder() + QStringLiteral("/practice")));
    QCOMPARE(rehearsal->state(), QProcess::Running);
    QCOMPARE(raised.size(), 0);
    rehearsal->terminate();
    QVERIFY(waitEnded(*rehearsal));
}

void OneInstanceTest::ofTwoStartsAtOnceOneStays()
{
    const auto one = start(folder());
    const auto two = start(folder());
    QVERIFY(QTest::qWaitFor(
        [&] { return one->state() == QProcess::NotRunning || two->state() == QProcess::NotRunning; }, 90000));
    QProcess &ended = one->state() == QProcess::NotRunning ? *one : *two;
    QProcess &stays = &ended == one.get() ? *two : *one;
    QVERIFY2(ended.exitCode() == 0, ended.readAll().constData());
    QVERIFY(waitHeld(folder()));
    QCOMPARE(stays.state(), QProcess::Running);
    OneInstance asking(folder());
    QVERIFY(!asking.claim());
    QCOMPARE(asking.otherProcess(), stays.processId());
    QCOMPARE(ask(asking, std::chrono::seconds(30)), OneInstance::Answer::Raised);
    stays.terminate();
    QVERIFY(waitEnded(stays));
}

void OneInstanceTest::afterACrashTheNextStartHasTheFolder()
{
    const auto first = start(folder());
    QVERIFY(waitHeld(folder()));
    first->kill();
    QVERIFY(waitEnded(*first));
    OneInstance next(folder());
    QVERIFY(next.claim());
    // And it can be asked, although the dead one's socket lay in the way.
    OneInstance asking(folder());
    QSignalSpy raised(&next, &OneInstance::raiseRequested);
    QCOMPARE(ask(asking, std::chrono::seconds(30)), OneInstance::Answer::Raised);
    QCOMPARE(raised.size(), 1);
}

void OneInstanceTest::aFirstOneThatDoesNotAnswerIsSaidInADialog()
{
    const auto first = start(folder());
    QVERIFY(waitHeld(folder()));
    QCOMPARE(::kill(static_cast<pid_t>(first->processId()), SIGSTOP), 0);
    {
        StartOptions options;
        options.dataDir = folder();
        Program program(*qApp, options);
        QSignalSpy finished(&program, &Program::finished);
        program.start();
        const auto shown = []() -> NoAnswerDialog * {
            const QWidgetList windows = QApplication::topLevelWidgets();
            for (QWidget *window : windows) {
                auto *dialog = qobject_cast<NoAnswerDialog *>(window);
                if (dialog && dialog->isVisible())
                    return dialog;
            }
            return nullptr;
        };
        // From a terminal it is printed instead.
        QTRY_VERIFY_WITH_TIMEOUT(shown() || !finished.isEmpty(), 60000);
        QVERIFY(!program.window());
        if (auto *dialog = shown()) {
            QString said;
            const auto labels = dialog->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                said += label->text();
            QVERIFY2(said.contains(QString::number(first->processId())), qPrintable(said));
            QVERIFY2(said.contains(QStringLiteral("--data-dir")), qPrintable(said));
            QVERIFY(finished.isEmpty());
            QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("noAnswerClose")),
                              Qt::LeftButton);
        }
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().constFirst().toInt(), 1);
    }
    QCOMPARE(::kill(static_cast<pid_t>(first->processId()), SIGCONT), 0);
    first->terminate();
    QVERIFY(waitEnded(*first));
}

void OneInstanceTest::whileItIsAskedTheProgramGoesOn()
{
    const auto first = start(folder());
    QVERIFY(waitHeld(folder()));
    QCOMPARE(::kill(static_cast<pid_t>(first->processId()), SIGSTOP), 0);
    OneInstance second(folder());
    QVERIFY(!second.claim());
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(10);
    QCOMPARE(ask(second, std::chrono::milliseconds(500)), OneInstance::Answer::None);
    QVERIFY2(ticks >= 5, QByteArray::number(ticks));
    QCOMPARE(::kill(static_cast<pid_t>(first->processId()), SIGCONT), 0);
    first->terminate();
    QVERIFY(waitEnded(*first));
}

void OneInstanceTest::theFolderIsTakenWhenTheFirstOneEndsMeanwhile()
{
    const auto first = start(folder());
    QVERIFY(waitHeld(folder()));
    QCOMPARE(::kill(static_cast<pid_t>(first->processId()), SIGSTOP), 0);
    OneInstance second(folder());
    QVERIFY(!second.claim());
    QTimer::singleShot(100, this, [&first] { first->kill(); });
    QCOMPARE(ask(second, std::chrono::seconds(50)), OneInstance::Answer::Free);
    QVERIFY(second.claim());
    QVERIFY(waitEnded(*first));
}

void OneInstanceTest::aStrangerOnTheSocketDoesNoHarm()
{
    OneInstance first(folder());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &OneInstance::raiseRequested);
    const QString place = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QVERIFY(!place.isEmpty());
    QStringList sockets =
        QDir(place).entryList({QStringLiteral("uplift-*.socket")}, QDir::System | QDir::Files);
    QVERIFY(!sockets.isEmpty());
    for (const QByteArray &words :
         {QByteArray("GET / HTTP/1.1\n"), QByteArray(100'000, 'x'), QByteArray("\n")}) {
        for (const QString &name : std::as_const(sockets)) {
            QLocalSocket socket;
            socket.connectToServer(QDir(place).filePath(name));
            socket.write(words);
            QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 20000);
        }
    }
    QCOMPARE(raised.size(), 0);
    OneInstance asking(folder());
    QCOMPARE(ask(asking, std::chrono::seconds(30)), OneInstance::Answer::Raised);
}

void OneInstanceTest::aTokenOfTheDesktopIsPassedOnAndNothingElse()
{
    OneInstance first(folder());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &OneInstance::raiseRequested);
    OneInstance asking(folder());
    for (const QByteArray &token :
         {QByteArray("a token"), QByteArray("a\nraise b"), QByteArray(5000, 'x'), QByteArray("\xff\x01")})
        QCOMPARE(ask(asking, std::chrono::seconds(30), token), OneInstance::Answer::Raised);
    QCOMPARE(raised.size(), 4);
    for (const auto &arguments : raised)
        QVERIFY(arguments.constFirst().toByteArray().isEmpty());
}

QTEST_MAIN(OneInstanceTest)
#include "tst_oneinstance.moc"
