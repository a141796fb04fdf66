// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one batch to its end in a process of its own, to be killed.
//   batchchild JOURNAL ORIGIN      the standard input holds three lines "account id secret" and the plan as
//   one line of JSON; then "decide STEP started" or "decide STEP not" as the user decides
// Goes on with the plan when the journal holds it, begins it when not. Says "ready" when the journal was
// read, "begun" when the plan was taken, "undecided STEP INSTANCE" when the user is to decide, "finished"
// when the end is on disk; then ends with 0.
#include "upgraderig.h"

#include "upgrade/batches.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;
using namespace std::chrono_literals;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Whole lines of the standard input.
class Lines {
public:
    /// Waits; empty at the end of the input.
    QByteArray next()
    {
        qsizetype end = m_buffer.indexOf('\n');
        while (end < 0 && fill())
            end = m_buffer.indexOf('\n');
        return end < 0 ? QByteArray() : take(end);
    }
    /// What is there, after one read.
    QList<QByteArray> there()
    {
        fill();
        QList<QByteArray> lines;
        for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n'))
            lines.append(take(end));
        return lines;
    }
    [[nodiscard]] bool isOver() const { return m_over; }

private:
    bool fill()
    {
        char bytes[65'536];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        m_over = count <= 0;
        m_buffer.append(bytes, std::max<ssize_t>(0, count));
        return !m_over;
    }
    QByteArray take(qsizetype end)
    {
        const QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        return line;
    }

    QByteArray m_buffer;
    bool m_over = false;
};

class Child : public QObject {
public:
    Child(const QStringList &arguments, Lines &lines) : m_lines(lines)
    {
        const auto network = quickNetwork();
        for (int account = 0; account < 3; ++account) {
            const QList<QByteArray> key = lines.next().split(' ');
            m_clients.insert(QString::fromUtf8(key.value(0)),
                             clientFor(arguments.at(2), key.value(1), key.value(2), network, m_clock));
        }
        const auto plan = batchFromJson(QJsonDocument::fromJson(lines.next()).object());
        m_plan = plan.value_or(BatchPlan{});
        JournalOptions options;
        options.path = arguments.at(1);
        m_journal = std::make_unique<Journal>(options);
        const auto clients = [this](const AccountId &account, QObject *,
                                    const Handler<std::shared_ptr<cloud::Client>> &done) {
            done(m_clients.value(account.value));
        };
        const Intervals intervals{40ms, 250ms, 40ms, 80ms, 100ms, 2, 60ms, 2ms};
        m_upgrades = std::make_unique<Upgrades>(*m_journal, clients, m_clock, intervals);
        m_batches = std::make_unique<Batches>(*m_journal, *m_upgrades, clients, m_clock, intervals);
        connect(m_upgrades.get(), &Upgrades::stepChanged, this, &Child::look);
        connect(m_batches.get(), &Batches::batchChanged, this, &Child::look);
        m_later.setSingleShot(true);
        connect(&m_later, &QTimer::timeout, this, &Child::lookAgain);
    }

    void start()
    {
        m_journal->open(this, [this](const Result<JournalState> &state) {
            if (!state || state->access != JournalState::Access::Writable || !state->notices.isEmpty())
                return QCoreApplication::exit(3);
            m_upgrades->resume(this, [this](const Outcome &resumed) {
                if (!resumed)
                    return QCoreApplication::exit(4);
                m_batches->resume(this, [this](const Outcome &read) { onRead(read); });
            });
        });
    }

    void readDecisions()
    {
        const QList<QByteArray> lines = m_lines.there();
        for (const QByteArray &line : lines) {
            const QStringList words = QString::fromUtf8(line).split(QLatin1Char(' '));
            if (words.value(0) != QLatin1String("decide"))
                continue;
            m_upgrades->decide({words.value(1)},
                               words.value(2) == QLatin1String("started") ? Decision::WasStarted
                                                                          : Decision::WasNotStarted,
                               QStringLiteral("the service's own count"));
        }
        if (m_lines.isOver())
            QCoreApplication::exit(5); // whoever started this is gone
    }

private:
    void onRead(const Outcome &read)
    {
        if (!read)
            return QCoreApplication::exit(6);
        say(QStringLiteral("ready"));
        if (m_batches->batch(m_plan.id))
            return look();
        m_journal->batch(m_plan.id, this, [this](const Result<JournaledBatch> &known) {
            if (known)
                return sayFinished();
            m_batches->start(m_plan, this, [this](const Result<PlanId> &taken) {
                say(taken ? QStringLiteral("begun") : QStringLiteral("refused: ") + taken.error().message);
            });
        });
    }

    // Not from within the signals of what is decided upon.
    void look()
    {
        if (!m_later.isActive())
            m_later.start(0);
    }

    void lookAgain()
    {
        bool undecided = false;
        const QList<StepView> steps = m_upgrades->steps();
        for (const StepView &step : steps) {
            if (step.state != StepState::Undecided || step.plan.batch != m_plan.id)
                continue;
            undecided = true;
            if (m_asked.contains(step.plan.id))
                continue;
            m_asked.insert(step.plan.id);
            say(QStringLiteral("undecided %1 %2").arg(step.plan.id.value, step.plan.instance.value));
        }
        const auto batch = m_batches->batch(m_plan.id);
        if (batch && batch->progress.state == BatchState::Held && !undecided)
            m_batches->goOn(m_plan.id);
        if (batch && isEnd(batch->progress.state))
            sayFinished();
    }

    // Once it is on disk.
    void sayFinished()
    {
        m_journal->batch(m_plan.id, this, [this](const Result<JournaledBatch> &known) {
            if (!known || !isEnd(known->state()))
                return look();
            say(QStringLiteral("finished"));
            QCoreApplication::exit(0);
        });
    }

    Lines &m_lines;
    MovableClock m_clock;
    QHash<QString, std::shared_ptr<cloud::Client>> m_clients;
    BatchPlan m_plan;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Upgrades> m_upgrades;
    std::unique_ptr<Batches> m_batches;
    QSet<StepId> m_asked;
    QTimer m_later;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Lines lines;
    Child child(arguments, lines);
    const QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &child, [&child] { child.readDecisions(); });
    child.start();
    return QCoreApplication::exec();
}
