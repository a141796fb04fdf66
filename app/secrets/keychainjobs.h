// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretbytes.h"
#include "secrets/keychainwords.h"

#include <QObject>
#include <QSettings>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace uplift::secrets {

/// QtKeychain's jobs with a deadline. Lives in the keychain's thread, the only one that may touch QtKeychain.
///
/// A started job is never deleted by us: libsecret's callback holds a raw pointer to it (pitfalls K5). One
/// whose deadline passed goes on, deletes itself when its answer comes, and that answer is ignored.
class KeychainJobs : public QObject {
public:
    struct Result {
        JobEnd end = JobEnd::NoAnswer;
        QString detail; ///< the backend's own words
        SecretBytes value; ///< reading
    };
    using Done = std::function<void(Result)>;

    explicit KeychainJobs(std::chrono::milliseconds deadline, QObject *parent = nullptr);

    /// `done` runs once, unless this object goes first.
    void read(const QString &entry, Done done);
    void write(const QString &entry, const SecretBytes &value, Done done);
    void remove(const QString &entry, Done done);

    /// A job is still without an answer; QtKeychain would queue another one behind it, perhaps for ever.
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    void start(QKeychain::Job *job, const QString &entry, const QByteArray &written, Done done);

    std::chrono::milliseconds m_deadline;
    QSettings m_nothing;
    bool m_busy = false;
};

} // namespace uplift::secrets
