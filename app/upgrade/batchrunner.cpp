// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/batchrunner.h"

#include "upgrade/journal.h"

#include <QTimer>

#include <utility>

namespace uplift::upgrade {

BatchRunner::BatchRunner(BatchTools &tools, BatchView view, QObject *parent)
    : QObject(parent), m_tools(tools), m_view(std::move(view))
{
}

void BatchRunner::takeOn()
{
    const BatchRow taken{
        m_view.plan.id, BatchState::Running, m_tools.clock.now(), {{QStringLiteral("taken"), true}}};
    m_writing = true;
    m_tools.journal.append(taken, this, [this, taken](const Result<qint64> &written) {
        m_writing = false;
        if (written) {
            m_view.rows.append(taken);
        } else if (runs()) {
            m_view.progress.state = BatchState::Held;
            m_view.hold = Hold{Hold::Reason::Refused, written.error().message};
            Q_EMIT changed();
        }
        flush();
        advance();
    });
}

void BatchRunner::hold(const Hold &why)
{
    if (!runs())
        return;
    m_view.hold = why;
    enter(BatchState::Held,
          {{QStringLiteral("reason"), holdName(why.reason)}, {QStringLiteral("sentence"), why.sentence}});
}

void BatchRunner::enter(BatchState state, QJsonObject data)
{
    if (m_view.progress.state == state || !mayFollow(m_view.progress.state, state))
        return;
    m_view.progress.state = state;
    m_view.progress.since = m_tools.clock.now();
    if (state != BatchState::Held)
        m_view.hold.reset();
    if (state != BatchState::Running)
        m_view.nextAt.reset();
    write({m_view.plan.id, state, m_view.progress.since, std::move(data)});
    Q_EMIT changed();
}

void BatchRunner::note(QJsonObject data, QList<JournalRow> attempts)
{
    write({m_view.plan.id, m_view.progress.state, m_tools.clock.now(), std::move(data), std::move(attempts)});
}

void BatchRunner::write(BatchRow row)
{
    m_view.rows.append(row);
    m_unwritten.append(std::move(row));
    flush();
}

void BatchRunner::flush()
{
    if (m_writing || m_unwritten.isEmpty())
        return;
    m_writing = true;
    m_tools.journal.append(m_unwritten.constFirst(), this, [this](const Result<qint64> &written) {
        m_writing = false;
        if (written) {
            m_unwritten.removeFirst();
            if (std::exchange(m_view.storage, std::nullopt))
                Q_EMIT changed();
            return flush();
        }
        // What cannot be written now is tried again; nothing new is begun meanwhile.
        m_view.storage = written.error();
        onUnwritten(written.error());
        QTimer::singleShot(m_tools.intervals.fast, this, &BatchRunner::flush);
        Q_EMIT changed();
    });
}

} // namespace uplift::upgrade
