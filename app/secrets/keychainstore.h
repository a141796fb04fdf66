// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "secrets/secretstore.h"

#include <chrono>

namespace uplift::secrets {

struct KeychainLimits {
    /// One job, while an unlock prompt may be open (pitfalls K4).
    std::chrono::milliseconds job{60'000};
    /// One answer of the keychain service over D-Bus.
    std::chrono::milliseconds probe{2'000};
};

/// The system's keychain through QtKeychain, service "Uplift". At most one per process: QtKeychain runs the
/// jobs of the whole process one at a time, without a lock, so all of them live in this object's thread. On
/// Windows the entry's key is "uplift/<entry>", and a value is at most 2,560 bytes (pitfalls K11).
class KeychainStore : public SecretStore {
public:
    explicit KeychainStore(KeychainLimits limits = {});
    ~KeychainStore() override;

    void read(const QString &entry, QObject *context, Handler<SecretBytes> done) override;
    void write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done) override;
    void remove(const QString &entry, QObject *context, Handler<void> done) override;
    /// Shows no prompt and touches no entry.
    void status(QObject *context, Handler<KeychainStatus> done) override;

private:
    class Engine;
    Engine *m_engine; ///< lives in the thread and goes with it
    Worker m_worker;
};

} // namespace uplift::secrets
