// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <memory>

namespace uplift {

/// A thread with an event loop for what can block, and the way back. For facades alone: network, keychain,
/// workspace, journal, cache, credential search, log, and the flows of ui that read or write chosen files.
/// The thread begins with the first post(): a program that starts makes none before it needs one. Destruction
/// lets the job at hand finish, drops the rest, and joins. A thread that never began has no finished(): what
/// is to go with it in any case is a child of object().
class Worker {
public:
    explicit Worker(const QString &name);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Lives in the thread; parent or context of what runs there.
    [[nodiscard]] QObject *object() const { return m_object; }
    [[nodiscard]] QThread *thread() { return &m_thread; }

    /// Runs `job` in the thread, jobs in the order given. From any thread.
    template <class Job> void post(Job job)
    {
        prepare(std::move(job));
        begin();
    }
    /// The same, but the job is no reason for the thread to begin: it runs before what is posted later.
    template <class Job> void prepare(Job job)
    {
        QMetaObject::invokeMethod(m_object, std::move(job), Qt::QueuedConnection);
    }

    /// Runs `job` (returning Result<T>) in the thread; `done` hears the answer once on the caller's thread,
    /// unless `context` went first. `context` lives on the caller's thread.
    template <class T, class Job> void ask(Job job, QObject *context, Handler<T> done);

private:
    void begin();

    QThread m_thread;
    QObject *m_object;
    std::atomic<bool> m_begun = false;
};

/// Carries one answer back to `context`'s thread, if it is still there.
template <class T> class Answer {
public:
    Answer(QObject *context, Handler<T> done) : m_state(std::make_shared<State>(State{context, nullptr}))
    {
        // A relay that lives with the context: the worker thread may post to it without touching a dying
        // context. It owns the handler, so that an answer nobody asked for any more lets go at home of what
        // the handler holds: the last owner of a client must not join the network thread from within it.
        m_state->relay = std::shared_ptr<Relay>(new Relay, [](Relay *relay) {
            // Not deleteLater() at home: when the application ends, Qt drops undelivered answers while it
            // holds the lock of the event list, and posting would wait for that lock for ever.
            if (relay->thread() == QThread::currentThread())
                delete relay;
            else
                relay->deleteLater();
        });
        m_state->relay->done = std::move(done);
        m_state->relay->moveToThread(context->thread());
    }
    /// From any thread: is somebody still there to hear the answer? Once false, it stays false.
    [[nodiscard]] bool isWanted() const
    {
        // QPointer looks at a counter that is atomic and outlives the object.
        return !m_state->context.isNull();
    }
    /// From any thread, once.
    void operator()(Result<T> result) const
    {
        auto state = m_state;
        auto carried = std::make_shared<Result<T>>(std::move(result));
        QMetaObject::invokeMethod(
            state->relay.get(),
            [state, carried] {
                const Handler<T> done = std::exchange(state->relay->done, nullptr);
                if (state->context && done)
                    done(std::move(*carried));
            },
            Qt::QueuedConnection);
    }

private:
    struct Relay : QObject {
        Handler<T> done; ///< touched at home alone
    };
    struct State {
        QPointer<QObject> context;
        std::shared_ptr<Relay> relay;
    };
    std::shared_ptr<State> m_state;
};

template <class T, class Job> void Worker::ask(Job job, QObject *context, Handler<T> done)
{
    Answer<T> answer(context, std::move(done));
    // A shared holder, since queued functors are copied and a job may hold secrets that only move.
    auto held = std::make_shared<Job>(std::move(job));
    post([held, answer] { answer((*held)()); });
}

} // namespace uplift
