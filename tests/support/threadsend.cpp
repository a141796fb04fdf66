// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into every test: lets threads that used OpenSSL come to their real end before the process exits.
// QThread's wait() returns before the thread's own destructors ran; when OpenSSL is cleaned up at exit in
// between, what it kept for that thread looks like a leak.
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

namespace {

bool usesOpenSsl(const QByteArray &name)
{
    return name.startsWith("uplift-") || name.startsWith("QNetworkAccessM") || name.startsWith("Qt HTTP");
}

bool anyRuns()
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        QFile name(tasks.filePath(id + QStringLiteral("/comm")));
        if (name.open(QIODevice::ReadOnly) && usesOpenSsl(name.readAll().trimmed()))
            return true;
    }
    return false;
}

void awaitThreads()
{
    const QDeadlineTimer deadline(10000);
    while (anyRuns() && !deadline.hasExpired())
        QThread::msleep(1);
}

void awaitThreadsAtTheEnd() { qAddPostRoutine(awaitThreads); }

} // namespace

Q_COREAPP_STARTUP_FUNCTION(awaitThreadsAtTheEnd)
