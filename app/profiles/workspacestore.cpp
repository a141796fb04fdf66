// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/workspacestore.h"

#include "profiles/workspacedisk.h"

#include <QCoreApplication>
#include <QPointer>

namespace uplift::profiles {

WorkspaceStore::WorkspaceStore(const QString &path, QObject *parent)
    : QObject(parent), m_path(path), m_worker(QStringLiteral("workspace"))
{
}

WorkspaceStore::~WorkspaceStore()
{
    // Worker drops queued jobs when it goes. A save given just before the window closed must reach the disk,
    // so the thread is told to end by a job behind the others.
    QThread *thread = m_worker.thread();
    m_worker.post([thread] { thread->quit(); });
    thread->wait();
}

void WorkspaceStore::load(QObject *context, Handler<Loaded> done)
{
    m_worker.ask<DiskState>(
        [path = m_path]() -> Result<DiskState> { return readWorkspaceAt(path); }, this,
        [this, context = QPointer<QObject>(context), done = std::move(done)](const Result<DiskState> &state) {
            m_workspace = state->workspace;
            m_refusal = state->refusal;
            Q_EMIT changed();
            if (context)
                done(Loaded{state->fresh, state->readOnly, state->notice, state->setAsideAs});
        });
}

void WorkspaceStore::save(const Workspace &next, QObject *context, Handler<void> done)
{
    if (const Removal removal = removedBetween(m_workspace, next); !removal.isEmpty())
        m_removal = removal;
    m_workspace = next;
    write(context, std::move(done));
    Q_EMIT changed();
}

void WorkspaceStore::saveUndoable(const Workspace &next, QObject *context, Handler<void> done)
{
    if (const Removal difference = differenceBetween(m_workspace, next); !difference.isEmpty())
        m_removal = difference;
    m_workspace = next;
    write(context, std::move(done));
    Q_EMIT changed();
}

void WorkspaceStore::undo(QObject *context, Handler<void> done)
{
    if (!canUndo()) {
        Answer<void>(context, std::move(done))(failure(Error::input(
            {}, QCoreApplication::translate("uplift::profiles", "There is nothing to take back."))));
        return;
    }
    m_workspace = restored(m_workspace, m_removal);
    m_removal = {};
    write(context, std::move(done));
    Q_EMIT changed();
}

void WorkspaceStore::write(QObject *context, Handler<void> done)
{
    const int number = ++m_writes;
    m_onDisk = false;
    m_worker.ask<void>(
        [path = m_path, workspace = m_workspace, refusal = m_refusal]() -> Outcome {
            if (!refusal.isEmpty())
                return failure(Error::of(
                    Error::Kind::Storage, refusal,
                    QCoreApplication::translate("uplift::profiles",
                                                "Your change is kept in this window until you close it.")));
            return writeWorkspaceAt(path, workspace);
        },
        this,
        [this, number, context = QPointer<QObject>(context), done = std::move(done)](Outcome written) {
            if (number == m_writes)
                m_onDisk = written.has_value();
            if (context && done)
                done(std::move(written));
        });
}

} // namespace uplift::profiles
