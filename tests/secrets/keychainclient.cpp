// SPDX-License-Identifier: GPL-3.0-or-later
// One process that uses the keychain as the program does, told what to do by lines of JSON on its standard
// input: QtKeychain and the D-Bus libraries hold on to the session bus they found first, so each state needs
// a process.
#include "secrets/keychainstore.h"
#include "secrets/keychainwords.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace uplift;
using namespace uplift::secrets;

namespace {

/// Nanoseconds this thread was ready to run and had to wait for a processor, since it began.
qint64 waitedForProcessor()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QFile::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong();
}

/// Ticks each millisecond in the main thread, where the window would live, and remembers the longest pause.
/// What other programs took of the processor meanwhile is not counted: it is no doing of ours.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        restart();
        m_timer.start(1);
    }
    void restart()
    {
        m_longest = 0;
        m_since.start();
        m_waited = waitedForProcessor();
    }
    [[nodiscard]] double longest()
    {
        beat();
        return static_cast<double>(m_longest) / 1e6;
    }

private:
    void beat()
    {
        const qint64 waited = waitedForProcessor();
        m_longest = std::max(m_longest, m_since.nsecsElapsed() - (waited - m_waited));
        m_waited = waited;
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_waited = 0;
    qint64 m_longest = 0;
};

class KeychainClient : public QObject {
public:
    explicit KeychainClient(KeychainLimits limits)
        : m_store(limits), m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &KeychainClient::onInput);
    }

private:
    void onInput()
    {
        char buffer[4096];
        const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            return QCoreApplication::quit();
        m_read.append(buffer, static_cast<qsizetype>(count));
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            const QJsonObject command = QJsonDocument::fromJson(m_read.left(end)).object();
            m_read.remove(0, end + 1);
            obey(command);
        }
    }

    void obey(const QJsonObject &command)
    {
        const QString what = command[QLatin1String("do")].toString();
        const QString entry = command[QLatin1String("entry")].toString();
        m_secret = SecretBytes(command[QLatin1String("secret")].toString().toUtf8());
        m_heart.restart();
        if (what == QLatin1String("read"))
            m_store.read(entry, this, [this](Result<SecretBytes> read) {
                if (!read)
                    return tell(read.error());
                tellDone(read->equals(m_secret));
            });
        else if (what == QLatin1String("write"))
            m_store.write(entry, std::move(m_secret), this, [this](const Outcome &done) { tell(done); });
        else if (what == QLatin1String("remove"))
            m_store.remove(entry, this, [this](const Outcome &done) { tell(done); });
        else if (what == QLatin1String("status"))
            tellDone(true);
        else if (what == QLatin1String("read and leave"))
            readAndLeave(entry);
        else if (what == QLatin1String("leave"))
            leave();
    }

    /// A dialog that asks and is closed before the answer.
    void readAndLeave(const QString &entry)
    {
        m_requester = std::make_unique<QObject>();
        m_store.read(entry, m_requester.get(), [this](const Result<SecretBytes> &) { m_lateAnswers += 1; });
    }

    void leave()
    {
        m_requester.reset();
        say({});
    }

    void tell(const Outcome &outcome)
    {
        if (!outcome)
            return tell(outcome.error());
        tellDone(true);
    }

    void tell(const Error &error)
    {
        say({{QStringLiteral("ok"), false},
             {QStringLiteral("keychain"), error.kind == Error::Kind::Keychain},
             {QStringLiteral("sentence"), error.message},
             {QStringLiteral("next"), error.next},
             {QStringLiteral("detail"), error.detail}});
    }

    void tellDone(bool matches)
    {
        m_store.status(this, [this, matches](const Result<KeychainStatus> &status) {
            say({{QStringLiteral("ok"), true},
                 {QStringLiteral("matches"), matches},
                 {QStringLiteral("state"), stateName(status->state)},
                 {QStringLiteral("backend"), status->backend},
                 {QStringLiteral("sentence"), status->sentence}});
        });
    }

    void say(QJsonObject answer)
    {
        answer[QLatin1String("gap")] = m_heart.longest();
        answer[QLatin1String("lateAnswers")] = m_lateAnswers;
        const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
        std::fflush(stdout);
    }

    Heartbeat m_heart;
    KeychainStore m_store;
    QSocketNotifier m_input;
    QByteArray m_read;
    SecretBytes m_secret;
    std::unique_ptr<QObject> m_requester;
    int m_lateAnswers = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    KeychainLimits limits;
    const QStringList arguments = QCoreApplication::arguments();
    limits.job = std::chrono::milliseconds(arguments.value(1).toInt());
    limits.probe = std::chrono::milliseconds(arguments.value(2).toInt());
    const KeychainClient client(limits);
    return QCoreApplication::exec();
}
