// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdialog.h"
#include "ui/log/logfile.h"
#include "ui/log/loggedsecrets.h"
#include "ui/log/loglines.h"
#include "ui/log/qtmessages.h"
#include "ui/look/style.h"

#include "secrets/sessionstore.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace uplift;
using namespace uplift::ui;

/// What the log keeps, for how long, for whom, and what it must never keep.
class LogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aLineSaysWhenWhereAndWhat();
    void aSecretThatIsHandedInIsTakenOut_data();
    void aSecretThatIsHandedInIsTakenOut();
    void aLineCannotPretendToBeTwo();
    void theLogTurnsOverAtItsLimit();
    void onlyItsOwnerMayReadIt();
    void linesThatComeTooFastAreCounted();
    void theLastLinesAreWrittenWhenTheProgramEnds();
    void aLogThatCannotBeWrittenIsSaidOnce();
    void qtsWarningsAreInIt();
    void aRefusalOfTheKeychainIsInIt();
    void theWindowShowsTheNewestLines();
    void theWindowFindsLinesByWords();
    void theWindowCopiesWhatItShows();
    void anEmptyLogSaysSo();

private:
    [[nodiscard]] QByteArray content(int age = 0) const
    {
        QFile file(m_folder->filePath(age == 0 ? QStringLiteral("uplift.log")
                                               : QStringLiteral("uplift.%1.log").arg(age)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] LogOptions options() const { return {m_folder->path()}; }
    /// Everything handed in so far is on disk.
    static bool waitWritten(LogFile &log)
    {
        QObject context;
        bool read = false;
        log.read(1, &context, [&read](const Result<QString> &) { read = true; });
        return QTest::qWaitFor([&read] { return read; }, 20000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LogTest::init()
{
    applyLook(*qApp, ThemeId::Light);
    m_folder = std::make_unique<QTemporaryDir>();
}

void LogTest::aLineSaysWhenWhereAndWhat()
{
    const QDateTime when(QDate(2026, 11, 22), QTime(11, 4, 5, 123), QTimeZone(8 * 3600));
    QCOMPARE(logText({when, LogLevel::Warning, QStringLiteral("qt"), QStringLiteral("a font is missing")}),
             QByteArray("2026-11-22T03:04:05.123Z warning qt: a font is missing\n"));
    cloud::CallRecord record;
    record.action = QStringLiteral("ModifyInstanceMinorVersion");
    record.region = {QStringLiteral("cn-hangzhou")};
    record.host = QStringLiteral("r-kvstore.aliyuncs.com");
    record.change = true;
    record.end = QStringLiteral("replied");
    record.httpStatus = 403;
    record.code = QStringLiteral("Forbidden.RAM");
    record.requestId = QStringLiteral("5D3F");
    record.took = std::chrono::milliseconds(84);
    QCOMPARE(callLine(record),
             QStringLiteral("ModifyInstanceMinorVersion region=cn-hangzhou host=r-kvstore.aliyuncs.com "
                            "status=403 code=Forbidden.RAM request=5D3F ms=84 (changes something)"));
}

void LogTest::aSecretThatIsHandedInIsTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an old signature's query")
        << QStringLiteral("GET /?Action=X&AccessKeyId=%1&Signature=%1&SecurityToken=%1");
    QTest::newRow("a new signature's header")
        << QStringLiteral("Authorization: ACS3-HMAC-SHA256 Credential=%1,SignedHeaders=host,Signature=%1");
    QTest::newRow("a proxy's password") << QStringLiteral("proxy http://me:%1@proxy.example:3128 refused");
    QTest::newRow("percent-encoded") << QStringLiteral("AccessKeyId%3D%1%26Signature%3D%1");
}

void LogTest::aSecretThatIsHandedInIsTakenOut()
{
    QFETCH(QString, text);
    const QString canary = QStringLiteral("LTAIcanaryCANARY0123456789");
    {
        LogFile log(options());
        const QtMessages messages(log);
        log.add(LogLevel::Info, QStringLiteral("call"), QString(text).replace(QStringLiteral("%1"), canary));
        Error error = Error::of(Error::Kind::Denied, QStringLiteral("Refused."));
        error.detail = QString(text).replace(QStringLiteral("%1"), canary);
        log.add(LogLevel::Error, QStringLiteral("list"), errorLine(error));
        qWarning("%s", qPrintable(QString(text).replace(QStringLiteral("%1"), canary)));
    }
    QCOMPARE(content().count('\n'), 3);
    QVERIFY2(!content().contains(canary.toLatin1()), content().constData());
}

void LogTest::aLineCannotPretendToBeTwo()
{
    {
        LogFile log(options());
        log.add(LogLevel::Info, QStringLiteral("call"),
                QStringLiteral("name=x\n2026-01-01T00:00:00.000Z info call: never happened"));
    }
    QCOMPARE(content().count('\n'), 1);
}

void LogTest::theLogTurnsOverAtItsLimit()
{
    LogOptions small = options();
    small.maxBytes = 4096;
    {
        LogFile log(small);
        for (int i = 0; i < 400; ++i)
            log.add(LogLevel::Info, QStringLiteral("call"), QStringLiteral("line %1").arg(i));
    }
    QVERIFY(content(0).endsWith("line 399\n"));
    for (int age = 0; age < small.files; ++age) {
        QVERIFY2(!content(age).isEmpty(), QByteArray::number(age));
        QVERIFY2(content(age).size() <= small.maxBytes, QByteArray::number(content(age).size()));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), small.files);
    // What stands in them hangs together: the newest lines, none lost in between.
    const QList<QByteArray> lines = (content(2) + content(1) + content(0)).trimmed().split('\n');
    int number = 400 - static_cast<int>(lines.size());
    QVERIFY(number > 0);
    for (const QByteArray &line : lines)
        QVERIFY2(line.endsWith("line " + QByteArray::number(number++)), line.constData());
}

void LogTest::onlyItsOwnerMayReadIt()
{
    QFile before(m_folder->filePath(QStringLiteral("uplift.log")));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.close();
    QVERIFY(before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    {
        LogFile log(options());
        log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("started"));
    }
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(before.fileName()) & others));
}

void LogTest::linesThatComeTooFastAreCounted()
{
    LogWriter writer({m_folder->path(), 1024 * 1024, 3, 2});
    for (int i = 0; i < 5; ++i)
        (void)writer.push({QDateTime::currentDateTimeUtc(), LogLevel::Info, QStringLiteral("call"),
                           QStringLiteral("line %1").arg(i)});
    QVERIFY(!writer.write());
    QVERIFY(content().contains("line 1\n"));
    QVERIFY(!content().contains("line 2\n"));
    QVERIFY(content().contains("3 lines came too fast and were left out"));
}

void LogTest::theLastLinesAreWrittenWhenTheProgramEnds()
{
    {
        LogFile log(options());
        for (int i = 0; i < 1000; ++i)
            log.add(LogLevel::Info, QStringLiteral("call"), QStringLiteral("line %1").arg(i));
    }
    QVERIFY(content().endsWith("line 999\n"));
    QCOMPARE(content().count('\n'), 1000);
}

void LogTest::aLogThatCannotBeWrittenIsSaidOnce()
{
    LogOptions nowhere;
    nowhere.folder = m_folder->filePath(QStringLiteral("gone"));
    LogFile log(nowhere);
    QSignalSpy failed(&log, &LogFile::failed);
    log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("started"));
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.constFirst().constFirst().value<Error>();
    QVERIFY(error.message.contains(log.path()));
    QVERIFY(!error.next.isEmpty());
    log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("again"));
    QVERIFY(waitWritten(log));
    QCOMPARE(failed.size(), 1);
    // With the folder there it goes on by itself.
    QVERIFY(QDir().mkpath(nowhere.folder));
    log.add(LogLevel::Info, QStringLiteral("program"), QStringLiteral("better"));
    QVERIFY(waitWritten(log));
    QFile file(log.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("better"));
}

void LogTest::qtsWarningsAreInIt()
{
    {
        LogFile log(options());
        const QtMessages messages(log);
        QTest::ignoreMessage(QtWarningMsg, "a warning of a library");
        qWarning("a warning of a library");
        QTest::ignoreMessage(QtDebugMsg, "chatter");
        qDebug("chatter");
    }
    QVERIFY(content().contains("warning qt: default: a warning of a library"));
    QVERIFY(!content().contains("chatter"));
}

void LogTest::aRefusalOfTheKeychainIsInIt()
{
    {
        LogFile log(options());
        secrets::SessionStore store;
        LoggedSecrets logged(store, log);
        bool answered = false;
        logged.read(QStringLiteral("account/none"), this,
                    [&answered](const Result<SecretBytes> &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    QVERIFY2(content().contains("keychain: read account/none"), content().constData());
}

void LogTest::theWindowShowsTheNewestLines()
{
    LogFile log(options());
    for (int i = 0; i < 30; ++i)
        log.add(LogLevel::Info, QStringLiteral("call"), QStringLiteral("line %1").arg(i));
    LogDialog dialog(log);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(dialog.shownText().endsWith(QStringLiteral("line 29")));
    QVERIFY(dialog.shownText().contains(QStringLiteral("line 0\n")));
    log.add(LogLevel::Info, QStringLiteral("call"), QStringLiteral("one more"));
    QTest::keyClick(&dialog, Qt::Key_F5);
    QTRY_VERIFY(dialog.shownText().endsWith(QStringLiteral("one more")));
}

void LogTest::theWindowFindsLinesByWords()
{
    LogFile log(options());
    log.add(LogLevel::Info, QStringLiteral("call"), QStringLiteral("DescribeInstances status=200"));
    log.add(LogLevel::Error, QStringLiteral("journal"), QStringLiteral("the disk is full"));
    LogDialog dialog(log);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(dialog.shownText().contains(QStringLiteral("disk")));
    auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("logSearch"));
    QTest::keyClicks(search, QStringLiteral("full DISK"));
    QVERIFY(dialog.shownText().contains(QStringLiteral("the disk is full")));
    QVERIFY(!dialog.shownText().contains(QStringLiteral("DescribeInstances")));
    QTest::keyClicks(search, QStringLiteral(" nothing"));
    QVERIFY(dialog.shownText().isEmpty());
    QVERIFY(
        dialog.findChild<QLabel *>(QStringLiteral("logNote"))->text().contains(QStringLiteral("nothing")));
    QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("logClear"))->isVisible());
    QVERIFY(!dialog.findChild<QPlainTextEdit *>(QStringLiteral("logText"))->isVisible());
    // Esc clears first; the window stays.
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.shownText().contains(QStringLiteral("DescribeInstances")));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void LogTest::theWindowCopiesWhatItShows()
{
    LogFile log(options());
    log.add(LogLevel::Info, QStringLiteral("call"), QStringLiteral("DescribeInstances status=200"));
    LogDialog dialog(log);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(dialog.shownText().contains(QStringLiteral("DescribeInstances")));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("logCopy")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), dialog.shownText());
}

void LogTest::anEmptyLogSaysSo()
{
    LogFile log(options());
    LogDialog dialog(log);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *note = dialog.findChild<QLabel *>(QStringLiteral("logNote"));
    QTRY_COMPARE(note->text(), QStringLiteral("There is no line yet."));
}

QTEST_MAIN(LogTest)
#include "tst_log.moc"
