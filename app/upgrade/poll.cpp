// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/poll.h"

namespace uplift::upgrade {

namespace {

struct Poll {
    std::shared_ptr<cloud::Client> client;
    RegionId region;
    Baseline baseline;
    const Clock &clock;
    QObject *context;
    Handler<PollAnswer> done;
    PollAnswer answer;
};

bool meansInstanceNotFound(const Error &error)
{
    // InvalidAction.NotFound and the like speak of the endpoint, not of the instance.
    return error.kind == Error::Kind::NotFound
        && (error.code.isEmpty() || error.code.contains(QLatin1String("Instance"), Qt::CaseInsensitive));
}

void finish(const std::shared_ptr<Poll> &poll)
{
    poll->answer.seen.at = poll->clock.now();
    poll->done(std::move(poll->answer));
}

void askTasks(const std::shared_ptr<Poll> &poll)
{
    const QDateTime now = poll->clock.now();
    // The service refuses more than 30 days.
    const QDateTime from = std::max(poll->baseline.sentAt.addSecs(-600), now.addDays(-29));
    poll->client->describeTasks(
        poll->region, poll->baseline.instance, from, now.addSecs(600), poll->context,
        [poll](Result<cloud::Answered<QList<CloudTask>>> tasks) {
            if (tasks) {
                poll->answer.seen.tasksRead = true;
                const auto offset = poll->client->clockOffset().value_or(std::chrono::milliseconds(0));
                poll->answer.seen.task = matchingTask(tasks->value, poll->baseline, offset);
            } else {
                poll->answer.partly = std::move(tasks.error());
            }
            finish(poll);
        });
}

void askVersion(const std::shared_ptr<Poll> &poll)
{
    poll->client->describeEngineVersion(poll->region, poll->baseline.instance, poll->context,
                                        [poll](Result<cloud::Answered<EngineVersion>> version) {
                                            if (version) {
                                                poll->answer.seen.version = version->value.current;
                                                poll->answer.seen.isLatest = version->value.isLatest;
                                            } else {
                                                poll->answer.partly = std::move(version.error());
                                            }
                                            askTasks(poll);
                                        });
}

} // namespace

void poll(std::shared_ptr<cloud::Client> client, const RegionId &region, const Baseline &baseline,
          const Clock &clock, QObject *context, Handler<PollAnswer> done)
{
    auto poll = std::make_shared<Poll>(
        Poll{std::move(client), region, baseline, clock, context, std::move(done), PollAnswer{}});
    poll->client->describeInstance(region, baseline.instance, context,
                                   [poll](Result<cloud::Answered<Instance>> instance) {
                                       if (instance) {
                                           poll->answer.seen.status = instance->value.status;
                                           poll->answer.seen.statusText = instance->value.statusText;
                                           return askVersion(poll);
                                       }
                                       if (!meansInstanceNotFound(instance.error()))
                                           return poll->done(failure(std::move(instance.error())));
                                       poll->answer.seen.notFound = true;
                                       finish(poll);
                                   });
}

} // namespace uplift::upgrade
