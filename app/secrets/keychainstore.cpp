// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainstore.h"

#include "secrets/keychainrun.h"

#include <QAbstractEventDispatcher>

#include <deque>

namespace uplift::secrets {

/// What lives in the thread: the doors and the queue of operations.
class KeychainStore::Engine : public QObject {
public:
    explicit Engine(const KeychainLimits &limits)
        : m_probe(new KeychainProbe(limits.probe, this)), m_jobs(new KeychainJobs(limits.job, this))
    {
    }

    [[nodiscard]] KeychainDoors doors() const { return {*m_probe, *m_jobs}; }
    [[nodiscard]] QString backend() const { return m_probe->backend(); }
    /// libsecret's answers come through GLib's main context, which only Qt's GLib dispatcher drives (pitfalls
    /// K6).
    [[nodiscard]] static bool canHear()
    {
#ifdef UPLIFT_DBUS
        return QAbstractEventDispatcher::instance()->inherits("QEventDispatcherGlib");
#else
        return true;
#endif
    }

    void enqueue(std::unique_ptr<KeychainRun> run)
    {
        m_waiting.push_back(std::move(run));
        startNext();
    }

private:
    void startNext()
    {
        if (m_current || m_waiting.empty())
            return;
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_current->start([this] {
            m_current.release()->deleteLater();
            // From the event loop: a run that ends at once must not nest the next one in itself.
            QMetaObject::invokeMethod(
                this, [this] { startNext(); }, Qt::QueuedConnection);
        });
    }

    KeychainProbe *m_probe;
    KeychainJobs *m_jobs;
    std::unique_ptr<KeychainRun> m_current;
    std::deque<std::unique_ptr<KeychainRun>> m_waiting;
};

KeychainStore::KeychainStore(KeychainLimits limits)
    : m_engine(new Engine(limits)), m_worker(QStringLiteral("keychain"))
{
    m_engine->moveToThread(m_worker.thread());
    m_engine->setParent(m_worker.object()); // goes with it, whether the thread has begun or not
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::read(const QString &entry, QObject *context, Handler<SecretBytes> done)
{
    const Answer<SecretBytes> answer(context, std::move(done));
    m_worker.post([engine = m_engine, entry, answer] {
        if (!Engine::canHear())
            return answer(failure(surpriseError(Surprise::NoGlib, engine->backend(), entry)));
        engine->enqueue(std::make_unique<ReadRun>(engine->doors(), entry, answer));
    });
}

void KeychainStore::write(const QString &entry, SecretBytes value, QObject *context, Handler<void> done)
{
    const Answer<void> answer(context, std::move(done));
    // Held by a shared pointer, since queued functors are copied and secrets only move.
    auto held = std::make_shared<SecretBytes>(std::move(value));
    m_worker.post([engine = m_engine, entry, held, answer] {
        // KWallet takes a null value as "delete this entry" (pitfalls K3).
        if (held->isEmpty())
            return answer(failure(surpriseError(Surprise::EmptyValue, engine->backend(), entry)));
        if (!Engine::canHear())
            return answer(failure(surpriseError(Surprise::NoGlib, engine->backend(), entry)));
        engine->enqueue(std::make_unique<WriteRun>(engine->doors(), entry, std::move(*held), answer));
    });
}

void KeychainStore::remove(const QString &entry, QObject *context, Handler<void> done)
{
    const Answer<void> answer(context, std::move(done));
    m_worker.post([engine = m_engine, entry, answer] {
        if (!Engine::canHear())
            return answer(failure(surpriseError(Surprise::NoGlib, engine->backend(), entry)));
        engine->enqueue(std::make_unique<RemoveRun>(engine->doors(), entry, answer));
    });
}

void KeychainStore::status(QObject *context, Handler<KeychainStatus> done)
{
    const Answer<KeychainStatus> answer(context, std::move(done));
    m_worker.post([engine = m_engine, answer] {
        if (!Engine::canHear()) {
            const Error error = surpriseError(Surprise::NoGlib, engine->backend(), {});
            return answer(KeychainStatus{KeychainState::NoService, engine->backend(), error.message});
        }
        engine->doors().probe.ask([answer](const ProbeResult &found) {
            answer(KeychainStatus{found.state, found.backend, statusSentence(found.state, found.backend)});
        });
    });
}

} // namespace uplift::secrets
