// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain matrix against the real gnome-keyring-daemon: each state of pitfalls section 2, each
// operation, one right sentence. The window's thread must not notice: the client measures its longest pause
// meanwhile.
#include "support/canary.h"
#include "support/secretservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <memory>

using uplift::support::SecretService;
using uplift::support::VirtualDisplay;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double longestGap = 50; // milliseconds; the sanitizer's own pauses are not the program's
#else
constexpr double longestGap = 16;
#endif
constexpr int patience = 30'000;
const QString entry = QStringLiteral("account/6f1b2c3d-0000-4000-8000-1234567890ab");

enum class Is {
    UnlockedWithEntry,
    UnlockedWithout,
    Dismissed,
    UnlockedByUser,
    NoService,
    NoBus,
    Hung,
    Denied
};

/// The child that uses the keychain. Secrets go to it through its standard input alone.
class Client {
public:
    Client(const SecretService &service, int jobLimit, int probeLimit)
    {
        m_process.setProcessEnvironment(service.environment());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(UPLIFT_BINARY_DIR "/tests/secrets/keychainclient"),
                        {QString::number(jobLimit), QString::number(probeLimit)});
    }
    ~Client() { end(); }
    void send(const QString &what, const QByteArray &secret = {})
    {
        m_process.write(QJsonDocument(QJsonObject{{QStringLiteral("do"), what},
                                                  {QStringLiteral("entry"), entry},
                                                  {QStringLiteral("secret"), QString::fromLatin1(secret)}})
                            .toJson(QJsonDocument::Compact)
                        + '\n');
    }
    [[nodiscard]] bool hasAnswered() const { return m_process.canReadLine(); }
    QJsonObject answer()
    {
        const auto ready = [this] {
            return m_process.canReadLine() || m_process.state() == QProcess::NotRunning;
        };
        if (!QTest::qWaitFor(ready, patience))
            return {};
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    QJsonObject ask(const QString &what, const QByteArray &secret = {})
    {
        send(what, secret);
        return answer();
    }
    /// True when it left by itself, without a sanitizer's complaint.
    bool end()
    {
        m_process.closeWriteChannel();
        const bool left =
            QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patience);
        return left && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

QByteArray newSecret()
{
    return uplift::test::canary().secret + QUuid::createUuid().toString(QUuid::Id128).toLatin1();
}

SecretService::Kind kindOf(Is state)
{
    switch (state) {
    case Is::NoService:
        return SecretService::Kind::NoDaemon;
    case Is::NoBus:
        return SecretService::Kind::NoBus;
    case Is::Denied:
        return SecretService::Kind::Denying;
    default:
        return SecretService::Kind::Working;
    }
}

bool prompts(Is state) { return state == Is::Dismissed || state == Is::UnlockedByUser; }

} // namespace

class KeychainStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStateHasItsSentence_data();
    void everyStateHasItsSentence();
    void dismissedRemovalKeepsTheSecret();
    void removalIsProvedByReadingBack();
    void unansweredPromptEndsAtTheDeadline();
    void anotherOperationIsNotQueuedBehindAnOpenPrompt();
    void requesterMayLeaveWhileTheKeychainHangs();
    void emptySecretIsRefused();
    void withoutGlibTheReasonIsNamed();
    void statusOfALockedKeychainAsksNobody();
    void cleanupTestCase();

private:
    void arrange(Is state, SecretService &service, const QByteArray &secret, Client *before);
    void answerPrompt(Is state, const SecretService &service, Client &client);
    void addRow(const char *name, Is state, const char *operation, bool works, const char *sentence,
                const char *next = "");

    VirtualDisplay m_display;
    double m_longest = 0;
};

void KeychainStoreTest::initTestCase() { QVERIFY2(m_display.start(), "Xvfb does not start"); }

void KeychainStoreTest::cleanupTestCase()
{
    qInfo("longest pause of the main thread: %.2f ms", m_longest);
    QVERIFY2(m_longest <= longestGap, "the window's thread was held up");
}

void KeychainStoreTest::addRow(const char *name, Is state, const char *operation, bool works,
                               const char *sentence, const char *next)
{
    QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(name), QLatin1String(operation))))
        << state << QString::fromLatin1(operation) << works << QString::fromUtf8(sentence)
        << QString::fromUtf8(next);
}

void KeychainStoreTest::everyStateHasItsSentence_data()
{
    QTest::addColumn<Is>("state");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<bool>("works");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("next");

    const char *unlocked = "Secret Service, unlocked";
    for (const char *operation : {"read", "write", "remove"}) {
        addRow("unlocked with the entry", Is::UnlockedWithEntry, operation, true, unlocked);
        addRow("locked, user types the password", Is::UnlockedByUser, operation, true, unlocked);
    }
    addRow("unlocked without the entry", Is::UnlockedWithout, "read", false,
           "The secret is not in the keychain (Secret Service, unlocked).", "Enter it again and save.");
    addRow("unlocked without the entry", Is::UnlockedWithout, "write", true, unlocked);
    addRow("unlocked without the entry", Is::UnlockedWithout, "remove", true, unlocked);
    addRow("locked, user dismisses the prompt", Is::Dismissed, "read", false,
           "The secret could not be read: the keychain (Secret Service) is locked, and its prompt was "
           "dismissed or could "
           "not be shown.",
           "Unlock the keychain and try again. Until then it is not known whether the secret is missing.");
    addRow("locked, user dismisses the prompt", Is::Dismissed, "write", false,
           "The secret was not stored: the keychain (Secret Service) is locked, and its prompt was dismissed "
           "or could "
           "not be shown.",
           "Unlock the keychain and try again, or keep the secret for this session only.");
    addRow("locked, user dismisses the prompt", Is::Dismissed, "remove", false,
           "The secret was not removed: the keychain (Secret Service) is locked, and its prompt was "
           "dismissed or could "
           "not be shown.",
           "Unlock the keychain and try again, or remove the entry "
           "account/6f1b2c3d-0000-4000-8000-1234567890ab of "
           "Uplift by hand, with Passwords and Keys (seahorse).");
    addRow("no Secret Service", Is::NoService, "read", false,
           "The secret could not be read: no keychain service (Secret Service) runs in this session.",
           "Install and start gnome-keyring or KWallet and try again, or enter the secret for this session "
           "only.");
    addRow("no Secret Service", Is::NoService, "write", false,
           "The secret was not stored: no keychain service (Secret Service) runs in this session.",
           "Install and start gnome-keyring or KWallet and try again, or keep the secret for this session "
           "only.");
    addRow("no Secret Service", Is::NoService, "remove", false,
           "The secret was not removed: no keychain service (Secret Service) runs in this session.",
           "Start the keychain service that stored it (gnome-keyring or KWallet) and try again, or remove "
           "the entry "
           "account/6f1b2c3d-0000-4000-8000-1234567890ab of Uplift there by hand.");
    addRow("no session bus", Is::NoBus, "read", false,
           "The secret could not be read: this session has no D-Bus session bus, and so no keychain.",
           "Start Uplift from a desktop session or under dbus-run-session, or enter the secret for this "
           "session only.");
    addRow("no session bus", Is::NoBus, "write", false,
           "The secret was not stored: this session has no D-Bus session bus, and so no keychain.",
           "Start Uplift from a desktop session or under dbus-run-session, or keep the secret for this "
           "session only.");
    addRow("no session bus", Is::NoBus, "remove", false,
           "The secret was not removed: this session has no D-Bus session bus, and so no keychain.",
           "Start Uplift from the desktop session that stored it and try again, or remove the entry "
           "account/6f1b2c3d-0000-4000-8000-1234567890ab of Uplift there by hand.");
    addRow("keychain hangs", Is::Hung, "read", false,
           "The secret could not be read: the keychain (Secret Service) does not answer.",
           "Look for an unlock prompt behind other windows. If there is none, restart the keychain service "
           "and try "
           "again.");
    addRow("keychain hangs", Is::Hung, "write", false,
           "The secret was not stored: the keychain (Secret Service) does not answer.",
           "Look for an unlock prompt behind other windows. If there is none, restart the keychain service; "
           "then save "
           "again, or keep the secret for this session only.");
    addRow("keychain hangs", Is::Hung, "remove", false,
           "The secret was not removed: the keychain (Secret Service) does not answer.",
           "Look for an unlock prompt behind other windows. If there is none, restart the keychain service; "
           "then try "
           "again, or remove the entry account/6f1b2c3d-0000-4000-8000-1234567890ab of Uplift by hand.");
    addRow(
        "keychain refuses", Is::Denied, "read", false,
        "The secret could not be read: the keychain (Secret Service) refused access.",
        "Allow Uplift in the keychain's settings and try again, or enter the secret for this session only.");
    addRow(
        "keychain refuses", Is::Denied, "write", false,
        "The secret was not stored: the keychain (Secret Service) refused access.",
        "Allow Uplift in the keychain's settings and try again, or keep the secret for this session only.");
    addRow("keychain refuses", Is::Denied, "remove", false,
           "The secret was not removed: the keychain (Secret Service) refused access.",
           "Allow Uplift in the keychain's settings and try again, or remove the entry "
           "account/6f1b2c3d-0000-4000-8000-1234567890ab of Uplift by hand, with Passwords and Keys "
           "(seahorse).");
}

void KeychainStoreTest::arrange(Is state, SecretService &service, const QByteArray &secret, Client *before)
{
    if (state == Is::UnlockedWithEntry || prompts(state) || state == Is::Hung)
        QVERIFY(before->ask(QStringLiteral("write"), secret)[QLatin1String("ok")].toBool());
    if (prompts(state))
        QVERIFY(service.lock());
    if (state == Is::Hung)
        service.stop();
}

void KeychainStoreTest::answerPrompt(Is state, const SecretService &service, Client &client)
{
    // An answer before there was a prompt is judged by the caller.
    if (!m_display.waitForPrompt(true, [&] { return client.hasAnswered(); }))
        return;
    if (state == Is::UnlockedByUser) {
        m_display.type(service.password());
        m_display.press(QStringLiteral("Return"));
    } else {
        m_display.press(QStringLiteral("Escape"));
    }
}

void KeychainStoreTest::everyStateHasItsSentence()
{
    QFETCH(Is, state);
    QFETCH(QString, operation);
    QFETCH(bool, works);
    // Another program on this machine can hold up any thread; what the store does would do so each time.
    double gap = longestGap + 1;
    for (int attempt = 0; attempt < 3 && gap > longestGap; ++attempt) {
        SecretService service;
        // Without a bus, the D-Bus library would use the display to start one.
        QVERIFY(service.start(kindOf(state), state == Is::NoBus ? QString() : m_display.name()));
        const QByteArray secret = newSecret();
        Client client(service, 60'000, state == Is::Hung ? 300 : 5'000);
        arrange(state, service, secret, &client);

        client.send(operation, secret);
        if (prompts(state))
            answerPrompt(state, service, client);
        const QJsonObject answer = client.answer();
        service.resume();

        QCOMPARE(answer[QLatin1String("ok")].toBool(), works);
        QTEST(answer[QLatin1String("sentence")].toString(), "sentence");
        QTEST(answer[QLatin1String("next")].toString(), "next");
        if (works)
            QVERIFY(answer[QLatin1String("matches")].toBool());
        else
            QVERIFY2(answer[QLatin1String("keychain")].toBool(), "not Error::Kind::Keychain");
        gap = answer[QLatin1String("gap")].toDouble(1e9);
        QVERIFY2(client.end(), "the client did not end well");
    }
    m_longest = std::max(m_longest, gap);
    QVERIFY2(gap <= longestGap, qPrintable(QStringLiteral("main thread paused for %1 ms").arg(gap)));
}

void KeychainStoreTest::dismissedRemovalKeepsTheSecret()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working, m_display.name()));
    const QByteArray secret = newSecret();
    Client client(service, 60'000, 5'000);
    arrange(Is::Dismissed, service, secret, &client);
    client.send(QStringLiteral("remove"));
    answerPrompt(Is::Dismissed, service, client);
    QVERIFY(!client.answer()[QLatin1String("ok")].toBool());
    QVERIFY(m_display.waitForPrompt(false));

    client.send(QStringLiteral("read"), secret);
    answerPrompt(Is::UnlockedByUser, service, client);
    QVERIFY(client.answer()[QLatin1String("matches")].toBool());
}

void KeychainStoreTest::removalIsProvedByReadingBack()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working));
    Client client(service, 60'000, 5'000);
    QVERIFY(client.ask(QStringLiteral("write"), newSecret())[QLatin1String("ok")].toBool());
    QVERIFY(client.ask(QStringLiteral("remove"))[QLatin1String("ok")].toBool());
    const QJsonObject read = client.ask(QStringLiteral("read"));
    QVERIFY(!read[QLatin1String("ok")].toBool());
    QVERIFY(read[QLatin1String("detail")].toString().contains(QLatin1String("missing")));
    // Gone is gone: removing what is not there is no failure.
    QVERIFY(client.ask(QStringLiteral("remove"))[QLatin1String("ok")].toBool());
}

void KeychainStoreTest::unansweredPromptEndsAtTheDeadline()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working, m_display.name()));
    Client client(service, 1'500, 5'000);
    arrange(Is::Dismissed, service, newSecret(), &client);
    const QJsonObject answer = client.ask(QStringLiteral("write"), newSecret());
    QVERIFY(!answer[QLatin1String("ok")].toBool());
    QCOMPARE(
        answer[QLatin1String("sentence")].toString(),
        QStringLiteral(
            "It is not known whether the secret was stored: the keychain (Secret Service) did not answer "
            "in time."));
    QVERIFY(m_display.waitForPrompt(true));
    m_display.press(QStringLiteral("Escape"));
    QVERIFY(m_display.waitForPrompt(false));
}

void KeychainStoreTest::anotherOperationIsNotQueuedBehindAnOpenPrompt()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working, m_display.name()));
    const QByteArray secret = newSecret();
    Client client(service, 1'500, 5'000);
    arrange(Is::Dismissed, service, secret, &client);
    QVERIFY(!client.ask(QStringLiteral("read"), secret)[QLatin1String("ok")].toBool());
    // The prompt is still open: a removal now must not wait behind it and be carried out when nobody expects
    // it.
    const QJsonObject refused = client.ask(QStringLiteral("remove"));
    QVERIFY(!refused[QLatin1String("ok")].toBool());
    QVERIFY(refused[QLatin1String("detail")].toString().contains(QLatin1String("earlier job")));

    answerPrompt(Is::UnlockedByUser, service, client);
    QJsonObject read;
    QTRY_VERIFY_WITH_TIMEOUT(
        (read = client.ask(QStringLiteral("read"), secret))[QLatin1String("ok")].toBool(), patience);
    QVERIFY(read[QLatin1String("matches")].toBool());
}

void KeychainStoreTest::requesterMayLeaveWhileTheKeychainHangs()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working, m_display.name()));
    const QByteArray secret = newSecret();
    Client client(service, 60'000, 5'000);
    arrange(Is::Dismissed, service, secret, &client);
    client.send(QStringLiteral("read and leave"));
    QVERIFY(m_display.waitForPrompt(true));
    service.stop();
    QCOMPARE(client.ask(QStringLiteral("leave"))[QLatin1String("lateAnswers")].toInt(-1), 0);
    service.resume();
    answerPrompt(Is::UnlockedByUser, service, client);

    const QJsonObject read = client.ask(QStringLiteral("read"), secret);
    QVERIFY2(read[QLatin1String("matches")].toBool(), "the next operation found the keychain unusable");
    QCOMPARE(read[QLatin1String("lateAnswers")].toInt(-1), 0);
    QVERIFY2(client.end(), "the client crashed");
}

void KeychainStoreTest::emptySecretIsRefused()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working));
    const QByteArray secret = newSecret();
    Client client(service, 60'000, 5'000);
    QVERIFY(client.ask(QStringLiteral("write"), secret)[QLatin1String("ok")].toBool());
    const QJsonObject refused = client.ask(QStringLiteral("write"), {});
    QVERIFY(!refused[QLatin1String("ok")].toBool());
    QCOMPARE(refused[QLatin1String("sentence")].toString(),
             QStringLiteral("The secret was not stored: it is empty."));
    QVERIFY(client.ask(QStringLiteral("read"), secret)[QLatin1String("matches")].toBool());
}

void KeychainStoreTest::withoutGlibTheReasonIsNamed()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working));
    service.setVariable(QStringLiteral("QT_NO_GLIB"), QStringLiteral("1"));
    Client client(service, 60'000, 5'000);
    const QJsonObject read = client.ask(QStringLiteral("read"));
    QVERIFY(!read[QLatin1String("ok")].toBool());
    QVERIFY(read[QLatin1String("sentence")].toString().contains(QLatin1String("GLib's event loop")));
    QVERIFY(read[QLatin1String("next")].toString().contains(QLatin1String("QT_NO_GLIB")));
}

void KeychainStoreTest::statusOfALockedKeychainAsksNobody()
{
    SecretService service;
    QVERIFY(service.start(SecretService::Kind::Working, m_display.name()));
    QVERIFY(service.lock());
    Client client(service, 60'000, 5'000);
    const QJsonObject status = client.ask(QStringLiteral("status"));
    QCOMPARE(status[QLatin1String("sentence")].toString(), QStringLiteral("Secret Service, locked"));
    QVERIFY(!m_display.showsPrompt());
}

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychainstore.moc"
