// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainrun.h"

#include <utility>

namespace uplift::secrets {

KeychainRun::KeychainRun(KeychainDoors doors, Operation operation, const QString &entry)
    : m_doors(doors), m_operation(operation), m_entry(entry)
{
}

void KeychainRun::start(std::function<void()> ended)
{
    m_ended = std::move(ended);
    if (m_doors.jobs.isBusy()) {
        return fail(keychainError(m_operation,
                                  {KeychainState::Hung, m_doors.probe.backend(),
                                   QStringLiteral("an earlier job is still without an answer")},
                                  m_entry));
    }
    look([this] { go(); });
}

void KeychainRun::look(std::function<void()> next)
{
    m_doors.probe.ask([this, next = std::move(next)](const ProbeResult &found) {
        m_found = found;
        if (found.state == KeychainState::Unlocked || found.state == KeychainState::Locked)
            return next();
        failUnknown(found);
    });
}

void KeychainRun::explain(const KeychainJobs::Result &job, std::function<void()> again)
{
    if (job.end == JobEnd::NoAnswer)
        return failUnknown({KeychainState::Hung, m_found.backend, job.detail});
    const KeychainState before = m_found.state;
    look([this, before, end = job.end, detail = job.detail, again = std::move(again)] {
        const KeychainState state = judge(end, before, m_found.state);
        if (state == KeychainState::Locked)
            return again();
        fail(keychainError(m_operation, {state, m_found.backend, detail}, m_entry));
    });
}

void KeychainRun::fail(const Error &error)
{
    answer(error);
    end();
}

void KeychainRun::failUnknown(const ProbeResult &found)
{
    if (!m_sent)
        return fail(keychainError(m_operation, found, m_entry));
    fail(surpriseError(m_operation == Operation::Write ? Surprise::UnansweredWrite
                                                       : Surprise::UnansweredRemove,
                       found.backend, m_entry));
}

void KeychainRun::end()
{
    const auto ended = std::exchange(m_ended, nullptr);
    if (ended)
        ended();
}

ReadRun::ReadRun(KeychainDoors doors, const QString &entry, Handler<SecretBytes> done)
    : KeychainRun(doors, Operation::Read, entry), m_done(std::move(done))
{
}

void ReadRun::go()
{
    m_doors.jobs.read(m_entry, [this](KeychainJobs::Result read) { onRead(std::move(read)); });
}

void ReadRun::onRead(KeychainJobs::Result read)
{
    if (read.end != JobEnd::Done)
        return explain(read, [this] { go(); });
    if (read.value.isEmpty())
        return fail(surpriseError(Surprise::EmptyEntry, m_found.backend, m_entry));
    m_done(std::move(read.value));
    end();
}

void ReadRun::answer(Error error) { m_done(failure(std::move(error))); }

WriteRun::WriteRun(KeychainDoors doors, const QString &entry, SecretBytes value, Handler<void> done)
    : KeychainRun(doors, Operation::Write, entry), m_value(std::move(value)), m_done(std::move(done))
{
}

void WriteRun::go()
{
    m_sent = true;
    m_doors.jobs.write(m_entry, m_value, [this](const KeychainJobs::Result &written) { onWritten(written); });
}

void WriteRun::onWritten(const KeychainJobs::Result &written)
{
    if (written.end != JobEnd::Done)
        return explain(written, [this] { go(); });
    m_doors.jobs.read(m_entry, [this](const KeychainJobs::Result &read) { onReadBack(read); });
}

void WriteRun::onReadBack(const KeychainJobs::Result &read)
{
    if (read.end == JobEnd::NotFound)
        return fail(surpriseError(Surprise::NotStored, m_found.backend, m_entry));
    if (read.end != JobEnd::Done)
        return explain(read, [this] { fail(surpriseError(Surprise::NotStored, m_found.backend, m_entry)); });
    if (!m_value.equals(read.value))
        return fail(surpriseError(Surprise::Altered, m_found.backend, m_entry));
    m_done(Outcome());
    end();
}

void WriteRun::answer(Error error) { m_done(failure(std::move(error))); }

RemoveRun::RemoveRun(KeychainDoors doors, const QString &entry, Handler<void> done)
    : KeychainRun(doors, Operation::Remove, entry), m_done(std::move(done))
{
}

void RemoveRun::go()
{
    if (m_found.state == KeychainState::Unlocked)
        return remove();
    // Removing shows no prompt, and "succeeds" on a locked keychain; reading does prompt.
    m_doors.jobs.read(m_entry, [this](const KeychainJobs::Result &read) { onUnlockTried(read); });
}

void RemoveRun::onUnlockTried(const KeychainJobs::Result &read)
{
    if (read.end != JobEnd::Done)
        return explain(read, [this] { remove(); });
    look([this] { remove(); });
}

void RemoveRun::remove()
{
    if (m_found.state != KeychainState::Unlocked)
        return fail(keychainError(m_operation, m_found, m_entry));
    m_sent = true;
    m_doors.jobs.remove(m_entry, [this](const KeychainJobs::Result &removed) { onRemoved(removed); });
}

void RemoveRun::onRemoved(const KeychainJobs::Result &removed)
{
    if (removed.end != JobEnd::Done && removed.end != JobEnd::NotFound)
        return explain(removed, [this] { remove(); });
    m_doors.jobs.read(m_entry, [this](const KeychainJobs::Result &read) { onReadBack(read); });
}

void RemoveRun::onReadBack(const KeychainJobs::Result &read)
{
    if (read.end == JobEnd::Done)
        return fail(surpriseError(Surprise::StillThere, m_found.backend, m_entry));
    if (read.end != JobEnd::NotFound)
        return explain(read, [this] { remove(); });
    look([this] {
        if (m_found.state != KeychainState::Unlocked)
            return fail(keychainError(m_operation, m_found, m_entry));
        m_done(Outcome());
        end();
    });
}

void RemoveRun::answer(Error error) { m_done(failure(std::move(error))); }

} // namespace uplift::secrets
