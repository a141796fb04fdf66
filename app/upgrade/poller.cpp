// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/poller.h"

#include <algorithm>
#include <utility>

namespace uplift::upgrade {

/// Up to 30 questions of one account and region under way. Keeps itself alive until the last is answered.
class Poller::Chunk : public std::enable_shared_from_this<Poller::Chunk> {
public:
    Chunk(std::shared_ptr<cloud::Client> client, const Clock &clock, QObject *context, QList<Waiting> waiting)
        : m_client(std::move(client)), m_clock(clock), m_context(context), m_waiting(std::move(waiting)),
          m_answers(m_waiting.size())
    {
    }

    void start()
    {
        m_lists = 2;
        const RegionId region = m_waiting.constFirst().question.region;
        const std::chrono::milliseconds offset = offsetOf(*m_client);
        QList<InstanceId> ids;
        QDateTime oldest;
        for (const Waiting &waiting : std::as_const(m_waiting)) {
            const Baseline &baseline = waiting.question.baseline;
            if (!ids.contains(baseline.instance))
                ids.append(baseline.instance);
            const QDateTime sent = sentByService(baseline, offset);
            if (!oldest.isValid() || sent < oldest)
                oldest = sent;
        }
        const QDateTime now = m_clock.now().addMSecs(offset.count());
        // The service refuses more than 30 days.
        const QDateTime from = std::max(oldest.addSecs(-600), now.addDays(-29));
        m_client->describeInstances(region, ids, m_context,
                                    [self = shared_from_this()](const auto &got) { self->onInstances(got); });
        m_client->describeTasks(region, ids, from, now.addSecs(600), m_context,
                                [self = shared_from_this()](const auto &got) { self->onTasks(got); });
    }

private:
    void onInstances(const Result<cloud::Answered<QList<Instance>>> &got)
    {
        if (!got)
            m_failed = got.error();
        else
            m_instances = got->value;
        if (--m_lists == 0)
            onLists();
    }

    void onTasks(const Result<cloud::Answered<QList<CloudTask>>> &got)
    {
        if (!got)
            m_tasksFailed = got.error();
        else
            m_tasks = got->value;
        if (--m_lists == 0)
            onLists();
    }

    void onLists()
    {
        for (qsizetype i = 0; i < m_waiting.size(); ++i) {
            if (m_failed) {
                answer(i, failure(*m_failed));
                continue;
            }
            takeTasks(i);
            const InstanceId &id = m_waiting.at(i).question.baseline.instance;
            const auto found = std::find_if(m_instances.cbegin(), m_instances.cend(),
                                            [&id](const Instance &instance) { return instance.id == id; });
            if (found == m_instances.cend())
                askAlone(i);
            else
                takeStatus(i, *found);
        }
    }

    void takeTasks(qsizetype i)
    {
        PollAnswer &polled = m_answers[i];
        if (m_tasksFailed) {
            polled.partly = m_tasksFailed;
            return;
        }
        polled.seen.tasksRead = true;
        polled.seen.task = matchingTask(m_tasks, m_waiting.at(i).question.baseline, offsetOf(*m_client));
    }

    /// Missing in the list is not yet unknown: instances come and go while a list is made.
    void askAlone(qsizetype i)
    {
        const Question &question = m_waiting.at(i).question;
        m_client->describeInstance(question.region, question.baseline.instance, m_context,
                                   [self = shared_from_this(), i](const auto &got) {
                                       if (got)
                                           return self->takeStatus(i, got->value);
                                       if (!meansInstanceNotFound(got.error()))
                                           return self->answer(i, failure(got.error()));
                                       self->m_answers[i].seen.notFound = true;
                                       self->finish(i);
                                   });
    }

    void takeStatus(qsizetype i, const Instance &instance)
    {
        Observation &seen = m_answers[i].seen;
        seen.status = instance.status;
        seen.statusText = instance.statusText;
        const bool atWork = seen.status == InstanceStatus::MinorVersionUpgrading
            || (seen.task && seen.task->status == CloudTask::Status::Running);
        const Question::Version wish = m_waiting.at(i).question.version;
        if (wish == Question::Version::Always || (wish == Question::Version::WhenSettled && !atWork))
            return askVersion(i);
        finish(i);
    }

    void askVersion(qsizetype i)
    {
        const Question &question = m_waiting.at(i).question;
        m_client->describeEngineVersion(
            question.region, question.baseline.instance, m_context,
            [self = shared_from_this(), i](const Result<cloud::Answered<EngineVersion>> &got) {
                if (got)
                    self->takeVersion(i, got->value);
                else
                    self->m_answers[i].partly = got.error();
                self->finish(i);
            });
    }

    void takeVersion(qsizetype i, const EngineVersion &version)
    {
        Observation &seen = m_answers[i].seen;
        if (m_waiting.at(i).question.baseline.kind == StepKind::Proxy) {
            seen.version = version.proxyCurrent;
            // The service's flag is about the kernel; whether it covers the proxy is not documented.
            if (version.proxyCurrent.isKnown() && version.proxyLatest.isKnown())
                seen.isLatest = MinorVersion::compare(version.proxyCurrent, version.proxyLatest) >= 0;
            return;
        }
        seen.version = version.current;
        seen.isLatest = version.isLatest;
    }

    void finish(qsizetype i)
    {
        m_answers[i].seen.at = m_clock.now();
        m_answers[i].seen.clockOffset = offsetOf(*m_client);
        answer(i, std::move(m_answers[i]));
    }

    void answer(qsizetype i, Result<PollAnswer> result)
    {
        Waiting &waiting = m_waiting[i];
        if (waiting.context)
            std::exchange(waiting.done, nullptr)(std::move(result));
    }

    std::shared_ptr<cloud::Client> m_client;
    const Clock &m_clock;
    QObject *m_context; ///< the poller: answers are dropped when it goes
    QList<Waiting> m_waiting;
    QList<PollAnswer> m_answers;
    QList<Instance> m_instances;
    QList<CloudTask> m_tasks;
    std::optional<Error> m_failed;
    std::optional<Error> m_tasksFailed;
    int m_lists = 0;
};

Poller::Poller(cloud::ClientProvider clients, const Clock &clock, QObject *parent)
    : QObject(parent), m_clients(std::move(clients)), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Poller::flush);
}

void Poller::ask(const Question &question, QObject *context, Handler<PollAnswer> done)
{
    m_waiting[{question.account, question.region}].append({question, context, std::move(done)});
    if (!m_soon.isActive())
        m_soon.start();
}

void Poller::flush()
{
    const auto groups = std::exchange(m_waiting, {});
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        m_clients(it.key().account, this,
                  [this, group = it.value()](const Result<std::shared_ptr<cloud::Client>> &client) {
                      if (client)
                          return askGroup(*client, group);
                      for (const Waiting &waiting : group) {
                          if (waiting.context)
                              waiting.done(failure(client.error()));
                      }
                  });
    }
}

void Poller::askGroup(const std::shared_ptr<cloud::Client> &client, QList<Waiting> group)
{
    const auto own = std::stable_partition(group.begin(), group.end(), [](const Waiting &waiting) {
        return isUpgrade(waiting.question.baseline.kind);
    });
    for (auto it = own; it != group.end(); ++it) {
        if (it->context)
            askByItself(client, it->question, m_clock, it->context, it->done);
    }
    group.erase(own, group.end());
    for (qsizetype from = 0; from < group.size(); from += perCall)
        std::make_shared<Chunk>(client, m_clock, this, group.mid(from, perCall))->start();
}

std::chrono::milliseconds offsetOf(const cloud::Client &client)
{
    return client.clockOffset().value_or(std::chrono::milliseconds(0));
}

bool meansInstanceNotFound(const Error &error)
{
    return error.kind == Error::Kind::NotFound
        && (error.code.isEmpty() || error.code.contains(QLatin1String("Instance"), Qt::CaseInsensitive));
}

} // namespace uplift::upgrade
