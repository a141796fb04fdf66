// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sessionstore.h"

#include <QTest>

using namespace uplift;
using namespace uplift::secrets;

class SessionStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsBackWhatItWasGiven();
    void answersLaterAndNotAtOnce();
    void answersNobodyWhoHasLeft();
    void saysThatTheSessionIsOver();
    void refusesAnEmptySecret();
    void forgetsWhatIsRemoved();
    void saysThatNothingIsWritten();

private:
    Outcome write(SessionStore &store, const char *secret);
    Result<SecretBytes> read(SessionStore &store);
};

namespace {
const QString entry = QStringLiteral("account/1");
}

Outcome SessionStoreTest::write(SessionStore &store, const char *secret)
{
    std::optional<Outcome> answer;
    store.write(entry, SecretBytes(secret), this, [&](const Outcome &done) { answer = done; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return failure(Error::of(Error::Kind::Internal, QStringLiteral("no answer")));
    return *answer;
}

Result<SecretBytes> SessionStoreTest::read(SessionStore &store)
{
    std::optional<Result<SecretBytes>> answer;
    store.read(entry, this, [&](Result<SecretBytes> done) { answer.emplace(std::move(done)); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return failure(Error::of(Error::Kind::Internal, QStringLiteral("no answer")));
    return std::move(*answer);
}

void SessionStoreTest::handsBackWhatItWasGiven()
{
    SessionStore store;
    QVERIFY(write(store, "one"));
    QVERIFY(write(store, "two"));
    for (int time = 0; time < 2; ++time) {
        const auto got = read(store);
        QVERIFY(got);
        QVERIFY(got->equals(SecretBytes("two")));
    }
}

void SessionStoreTest::answersLaterAndNotAtOnce()
{
    SessionStore store;
    bool answered = false;
    store.status(this, [&](const auto &) { answered = true; });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
}

void SessionStoreTest::answersNobodyWhoHasLeft()
{
    SessionStore store;
    auto dialog = std::make_unique<QObject>();
    bool answered = false;
    bool second = false;
    store.read(entry, dialog.get(), [&](const auto &) { answered = true; });
    dialog.reset();
    store.read(entry, this, [&](const auto &) { second = true; });
    QTRY_VERIFY(second);
    QVERIFY(!answered);
}

void SessionStoreTest::saysThatTheSessionIsOver()
{
    SessionStore store;
    const auto got = read(store);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, Error::Kind::Keychain);
    QCOMPARE(got.error().message,
             QStringLiteral("The secret was kept for one session only, and that session is over."));
    QVERIFY(!got.error().next.isEmpty());
}

void SessionStoreTest::refusesAnEmptySecret()
{
    SessionStore store;
    QVERIFY(write(store, "one"));
    const Outcome refused = write(store, "");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Keychain);
    QVERIFY(read(store)->equals(SecretBytes("one")));
}

void SessionStoreTest::forgetsWhatIsRemoved()
{
    SessionStore store;
    QVERIFY(write(store, "one"));
    std::optional<Outcome> removed;
    store.remove(entry, this, [&](const Outcome &done) { removed = done; });
    QTRY_VERIFY(removed.has_value());
    QVERIFY(*removed);
    QVERIFY(!store.holds(entry));
    QVERIFY(!read(store));
}

void SessionStoreTest::saysThatNothingIsWritten()
{
    SessionStore store;
    KeychainStatus status;
    store.status(this, [&](const Result<KeychainStatus> &answer) { status = *answer; });
    QTRY_COMPARE(status.state, KeychainState::Unlocked);
    QCOMPARE(status.backend, QStringLiteral("This session only"));
    QCOMPARE(status.sentence, QStringLiteral("This session only: nothing is written to disk"));
}

QTEST_GUILESS_MAIN(SessionStoreTest)
#include "tst_sessionstore.moc"
