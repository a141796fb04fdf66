// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainprobe.h"
#include "secrets/keychainwords.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QSet>
#include <QTest>

#include <chrono>
#include <optional>

using namespace uplift;
using namespace uplift::secrets;

class KeychainWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notFoundIsBelievedOnlyFromAnUnlockedKeychain_data();
    void notFoundIsBelievedOnlyFromAnUnlockedKeychain();
    void everyStateAndOperationHasSentences();
    void sentencesAreToldApart();
    void removalSaysWhatToRemoveByHand();
    void backendIsChosenAsQtKeychainChooses_data();
    void backendIsChosenAsQtKeychainChooses();
    void insideAFlatpakTheKeychainIsThePortals();
    void busErrorsAreToldApart_data();
    void busErrorsAreToldApart();
};

void KeychainWordsTest::notFoundIsBelievedOnlyFromAnUnlockedKeychain_data()
{
    QTest::addColumn<JobEnd>("end");
    QTest::addColumn<KeychainState>("before");
    QTest::addColumn<KeychainState>("after");
    QTest::addColumn<KeychainState>("verdict");
    using S = KeychainState;
    QTest::newRow("not found, unlocked all the time")
        << JobEnd::NotFound << S::Unlocked << S::Unlocked << S::Missing;
    QTest::newRow("not found, still locked") << JobEnd::NotFound << S::Locked << S::Locked << S::Dismissed;
    QTest::newRow("not found, locked meanwhile")
        << JobEnd::NotFound << S::Unlocked << S::Locked << S::Dismissed;
    QTest::newRow("not found, unlocked meanwhile: ask again")
        << JobEnd::NotFound << S::Locked << S::Unlocked << S::Locked;
    QTest::newRow("not found, service gone")
        << JobEnd::NotFound << S::Unlocked << S::NoService << S::NoService;
    QTest::newRow("refused, still locked") << JobEnd::Refused << S::Locked << S::Locked << S::Dismissed;
    QTest::newRow("refused, unlocked") << JobEnd::Refused << S::Unlocked << S::Unlocked << S::Denied;
    QTest::newRow("another error, unlocked") << JobEnd::OtherError << S::Unlocked << S::Unlocked << S::Denied;
    QTest::newRow("another error, bus gone") << JobEnd::OtherError << S::Unlocked << S::NoBus << S::NoBus;
    QTest::newRow("another error, hangs") << JobEnd::OtherError << S::Unlocked << S::Hung << S::Hung;
    QTest::newRow("no backend") << JobEnd::NoBackend << S::Unlocked << S::Unlocked << S::NoService;
    QTest::newRow("no answer") << JobEnd::NoAnswer << S::Locked << S::Locked << S::Hung;
}

void KeychainWordsTest::notFoundIsBelievedOnlyFromAnUnlockedKeychain()
{
    QFETCH(JobEnd, end);
    QFETCH(KeychainState, before);
    QFETCH(KeychainState, after);
    QTEST(judge(end, before, after), "verdict");
}

namespace {

constexpr KeychainState failures[] = {KeychainState::Dismissed, KeychainState::NoService,
                                      KeychainState::NoBus, KeychainState::Hung, KeychainState::Denied};
constexpr Operation operations[] = {Operation::Read, Operation::Write, Operation::Remove};

Error errorOf(Operation operation, KeychainState state)
{
    return keychainError(operation, {state, QStringLiteral("KWallet"), QStringLiteral("detail")},
                         QStringLiteral("probe/1"));
}

} // namespace

void KeychainWordsTest::everyStateAndOperationHasSentences()
{
    for (const Operation operation : operations) {
        for (const KeychainState state : failures) {
            const Error error = errorOf(operation, state);
            QCOMPARE(error.kind, Error::Kind::Keychain);
            QCOMPARE(error.change, Error::Change::No);
            for (const QString &text : {error.message, error.next}) {
                QVERIFY(text.endsWith(QLatin1Char('.')));
                QVERIFY(!text.contains(QLatin1Char('%')));
            }
            QVERIFY(error.detail.contains(stateName(state)));
        }
    }
}

void KeychainWordsTest::sentencesAreToldApart()
{
    QSet<QString> sentences;
    for (const Operation operation : operations)
        for (const KeychainState state : failures)
            sentences.insert(errorOf(operation, state).message);
    sentences.insert(errorOf(Operation::Read, KeychainState::Missing).message);
    QCOMPARE(sentences.size(), 16);
}

void KeychainWordsTest::removalSaysWhatToRemoveByHand()
{
    for (const KeychainState state : failures)
        QVERIFY(errorOf(Operation::Remove, state).next.contains(QLatin1String("probe/1")));
    const Error left =
        surpriseError(Surprise::StillThere, QStringLiteral("KWallet"), QStringLiteral("probe/1"));
    QVERIFY(left.next.contains(QLatin1String("probe/1")));
}

void KeychainWordsTest::backendIsChosenAsQtKeychainChooses_data()
{
    QTest::addColumn<QByteArray>("desktop");
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QByteArray>("kdeVersion");
    QTest::addColumn<bool>("flatpak");
    QTest::addColumn<Backend>("backend");
    const auto row = [](const char *name, const char *desktop, const char *session, const char *version,
                        Backend backend, bool flatpak = false) {
        QTest::newRow(name) << QByteArray(desktop) << QByteArray(session) << QByteArray(version) << flatpak
                            << backend;
    };
    row("Plasma 5", "KDE", "plasma", "5", Backend::KWallet5);
    row("Plasma 6 is unknown to QtKeychain 0.13.2", "KDE", "plasma", "6", Backend::SecretService);
    row("GNOME", "GNOME", "gnome", "", Backend::SecretService);
    row("Ubuntu's GNOME", "ubuntu:GNOME", "ubuntu", "", Backend::SecretService);
    row("a kde session without a desktop name", "", "kde", "5", Backend::KWallet5);
    row("no desktop", "", "", "", Backend::SecretService);
    row("a Flatpak on GNOME", "GNOME", "gnome", "", Backend::SecretPortal, true);
    row("a Flatpak on Plasma", "KDE", "plasma", "5", Backend::SecretPortal, true);
}

void KeychainWordsTest::backendIsChosenAsQtKeychainChooses()
{
    QFETCH(QByteArray, desktop);
    QFETCH(QByteArray, session);
    QFETCH(QByteArray, kdeVersion);
    QFETCH(bool, flatpak);
    QTEST(linuxBackend(desktop, session, kdeVersion, flatpak), "backend");
}

/// There is no Secret Service in a Flatpak to ask: without the bus it would be taken for "no keychain".
void KeychainWordsTest::insideAFlatpakTheKeychainIsThePortals()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    KeychainProbe probe(std::chrono::seconds(5), nullptr, Backend::SecretPortal);
    std::optional<ProbeResult> found;
    probe.ask([&found](const ProbeResult &result) { found = result; });
    QVERIFY(found.has_value());
    QCOMPARE(found->state, KeychainState::Unlocked);
    QCOMPARE(found->backend, QStringLiteral("Secret portal"));
    // Elsewhere it is looked for.
    KeychainProbe outside(std::chrono::seconds(5), nullptr, Backend::SecretService);
    std::optional<ProbeResult> missed;
    outside.ask([&missed](const ProbeResult &result) { missed = result; });
    QTRY_VERIFY(missed.has_value());
    QVERIFY(missed->state != KeychainState::Unlocked);
}

void KeychainWordsTest::busErrorsAreToldApart_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<KeychainState>("state");
    const auto row = [](const char *error, KeychainState state) {
        QTest::newRow(error) << QStringLiteral("org.freedesktop.DBus.Error.") + QLatin1String(error) << state;
    };
    row("NoReply", KeychainState::Hung);
    row("Timeout", KeychainState::Hung);
    row("ServiceUnknown", KeychainState::NoService);
    row("NameHasNoOwner", KeychainState::NoService);
    row("Spawn.ChildExited", KeychainState::NoService);
    row("Disconnected", KeychainState::NoBus);
    row("AccessDenied", KeychainState::Denied);
}

void KeychainWordsTest::busErrorsAreToldApart()
{
    QFETCH(QString, error);
    const QDBusMessage message = QDBusMessage::createError(error, QStringLiteral("text"));
    QTEST(stateOf(QDBusError(message)), "state");
}

QTEST_GUILESS_MAIN(KeychainWordsTest)
#include "tst_keychainwords.moc"
