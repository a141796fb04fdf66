// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainjobs.h"

#include <QDir>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <memory>

namespace uplift::secrets {

namespace {

/// An INI file that does not exist: with KWallet, reading would move what an older program left there in
/// plain text (pitfalls K10). Nothing is ever set, so nothing is ever written.
QString nowhere()
{
    return QDir::temp().filePath(QUuid::createUuid().toString(QUuid::WithoutBraces)
                                 + QStringLiteral(".none"));
}

/// The key of an entry. Windows names a credential by its key alone and ignores the service (pitfalls K11).
QString keyOf(const QString &entry)
{
#ifdef Q_OS_WIN
    return QStringLiteral("uplift/") + entry;
#else
    return entry;
#endif
}

/// Overwrites a buffer that QtKeychain's job shares; wiping it the usual way would detach, and wipe a copy.
void wipeShared(const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        wipe(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
}

JobEnd endOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return JobEnd::Done;
    case QKeychain::EntryNotFound:
        return JobEnd::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return JobEnd::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return JobEnd::NoBackend;
    case QKeychain::OtherError:
        break;
    }
    return JobEnd::OtherError;
}

KeychainJobs::Result resultOf(const QKeychain::Job &job)
{
    KeychainJobs::Result result;
    result.end = endOf(job.error());
    if (result.end != JobEnd::Done)
        result.detail = QStringLiteral("job error %1: %2").arg(job.error()).arg(job.errorString().left(200));
    if (const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job)) {
        const QByteArray data = reading->binaryData();
        result.value = SecretBytes(data);
        wipeShared(data);
    }
    return result;
}

} // namespace

KeychainJobs::KeychainJobs(std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent), m_deadline(deadline), m_nothing(nowhere(), QSettings::IniFormat)
{
}

void KeychainJobs::read(const QString &entry, Done done)
{
    start(new QKeychain::ReadPasswordJob(QStringLiteral("Uplift")), entry, {}, std::move(done));
}

void KeychainJobs::write(const QString &entry, const SecretBytes &value, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(QStringLiteral("Uplift"));
    const QByteArray bytes = value.view().toByteArray();
    job->setBinaryData(bytes);
    start(job, entry, bytes, std::move(done));
}

void KeychainJobs::remove(const QString &entry, Done done)
{
    start(new QKeychain::DeletePasswordJob(QStringLiteral("Uplift")), entry, {}, std::move(done));
}

void KeychainJobs::start(QKeychain::Job *job, const QString &entry, const QByteArray &written, Done done)
{
    Q_ASSERT(!isBusy());
    m_busy = true;
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setSettings(&m_nothing);
    job->setKey(keyOf(entry));

    auto waiting = std::make_shared<Done>(std::move(done));
    auto *deadline = new QTimer(this);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [waiting, deadline] {
        deadline->deleteLater();
        if (const Done answer = std::exchange(*waiting, nullptr))
            answer(Result{JobEnd::NoAnswer, QStringLiteral("deadline"), {}});
    });
    connect(job, &QKeychain::Job::finished, this,
            [this, waiting, written, timer = QPointer<QTimer>(deadline)](QKeychain::Job *finished) {
                m_busy = false;
                delete timer;
                wipeShared(written);
                Result result = resultOf(*finished);
                if (const Done answer = std::exchange(*waiting, nullptr))
                    answer(std::move(result));
            });
    deadline->start(m_deadline);
    job->start();
}

} // namespace uplift::secrets
