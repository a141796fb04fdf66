// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "cloud/network.h"
#include "secrets/keychainwords.h"
#include "secrets/sessionstore.h"

#include <QTest>

#include <memory>
#include <optional>

/// Stores in memory and a clock set by hand; what the real keychain does is held by tests/secrets.
namespace uplift::test {

class HandClock : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(ahead); }
    int ahead = 0;
};

/// Keeps secrets as the keychain does, and can be locked.
class FakeKeychain : public secrets::SessionStore {
public:
    void read(const QString &entry, QObject *context, Handler<SecretBytes> done) override
    {
        ++reads;
        if (locked)
            return refuse<SecretBytes>(secrets::Operation::Read, entry, context, std::move(done));
        SessionStore::read(entry, context, std::move(done));
    }
    void write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done) override
    {
        if (locked)
            return refuse<void>(secrets::Operation::Write, entry, context, std::move(done));
        SessionStore::write(entry, std::move(value), context, std::move(done));
    }
    void remove(const QString &entry, QObject *context, Handler<void> done) override
    {
        if (locked)
            return refuse<void>(secrets::Operation::Remove, entry, context, std::move(done));
        SessionStore::remove(entry, context, std::move(done));
    }
    void status(QObject *context, Handler<secrets::KeychainStatus> done) override
    {
        const Answer<secrets::KeychainStatus> answer(context, std::move(done));
        answer(
            secrets::KeychainStatus{secrets::KeychainState::Unlocked, QStringLiteral("Fake keychain"), {}});
    }
    bool locked = false;
    int reads = 0;

private:
    template <class T>
    void refuse(secrets::Operation operation, const QString &entry, QObject *context, Handler<T> done)
    {
        const Answer<T> answer(context, std::move(done));
        answer(failure(secrets::keychainError(
            operation, {secrets::KeychainState::Locked, QStringLiteral("Fake keychain"), {}}, entry)));
    }
};

/// Waits for one answer of `ask`, which takes a context and a handler.
template <class T, class Ask> Result<T> wait(Ask ask)
{
    QObject context;
    std::optional<Result<T>> answer;
    ask(&context, Handler<T>([&](Result<T> result) { answer.emplace(std::move(result)); }));
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
        return failure(Error::of(Error::Kind::Internal, QStringLiteral("no answer came")));
    return std::move(*answer);
}

} // namespace uplift::test
