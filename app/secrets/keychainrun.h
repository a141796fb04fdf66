// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "secrets/keychainjobs.h"
#include "secrets/keychainprobe.h"

namespace uplift::secrets {

/// The two ways into the keychain, both in its thread.
struct KeychainDoors {
    KeychainProbe &probe;
    KeychainJobs &jobs;
};

/// One operation from the first look to its answer. Runs one after the other, since QtKeychain does.
class KeychainRun : public QObject {
public:
    KeychainRun(KeychainDoors doors, Operation operation, const QString &entry);
    /// `ended` runs once, last of all.
    void start(std::function<void()> ended);

protected:
    /// After the first look, when the service is there and answers. m_found says whether it is locked.
    virtual void go() = 0;
    /// Hands the error to whoever asked.
    virtual void answer(Error error) = 0;

    void look(std::function<void()> next);
    /// Looks again, then fails with what job and looks together mean.
    void explain(const KeychainJobs::Result &job, std::function<void()> again);
    void fail(const Error &error);
    void failUnknown(const ProbeResult &found);
    void end();

    KeychainDoors m_doors;
    const Operation m_operation;
    const QString m_entry;
    ProbeResult m_found; ///< the latest look
    bool m_sent = false; ///< the keychain was asked to change something: from now on "not done" is a guess

private:
    std::function<void()> m_ended;
};

/// Reads; a locked keychain asks the user.
class ReadRun : public KeychainRun {
public:
    ReadRun(KeychainDoors doors, const QString &entry, Handler<SecretBytes> done);

protected:
    void go() override;
    void answer(Error error) override;

private:
    void onRead(KeychainJobs::Result read);
    Handler<SecretBytes> m_done;
};

/// Writes, reads back and compares: KWallet's writes never fail (pitfalls K3).
class WriteRun : public KeychainRun {
public:
    WriteRun(KeychainDoors doors, const QString &entry, SecretBytes value, Handler<void> done);

protected:
    void go() override;
    void answer(Error error) override;

private:
    void onWritten(const KeychainJobs::Result &written);
    void onReadBack(const KeychainJobs::Result &read);
    SecretBytes m_value;
    Handler<void> m_done;
};

/// Unlocks by reading, removes, and says yes only to "not found" from an unlocked keychain (pitfalls K2).
class RemoveRun : public KeychainRun {
public:
    RemoveRun(KeychainDoors doors, const QString &entry, Handler<void> done);

protected:
    void go() override;
    void answer(Error error) override;

private:
    void onUnlockTried(const KeychainJobs::Result &read);
    void remove();
    void onRemoved(const KeychainJobs::Result &removed);
    void onReadBack(const KeychainJobs::Result &read);
    Handler<void> m_done;
};

} // namespace uplift::secrets
