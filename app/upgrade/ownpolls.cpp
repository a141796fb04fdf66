// SPDX-License-Identifier: GPL-3.0-or-later
// How backups and settings are asked about: each in its own way.
#include "upgrade/poller.h"

namespace uplift::upgrade {

namespace {

struct OwnPoll {
    std::shared_ptr<cloud::Client> client;
    Question question;
    const Clock &clock;
    QObject *context;
    Handler<PollAnswer> done;
    PollAnswer answer;

    void finish()
    {
        answer.seen.at = clock.now();
        answer.seen.clockOffset = offsetOf(*client);
        done(std::move(answer));
    }
    void failOrGone(const Error &error)
    {
        if (!meansInstanceNotFound(error))
            return done(failure(error));
        answer.seen.notFound = true;
        finish();
    }
};
using OwnPollPtr = std::shared_ptr<OwnPoll>;

void askBackups(const OwnPollPtr &poll, const QList<BackupJob> &jobs)
{
    const Baseline &baseline = poll->question.baseline;
    const auto offsetNow = offsetOf(*poll->client);
    const QDateTime from = sentByService(baseline, offsetNow).addSecs(-600);
    const QDateTime to = poll->clock.now().addMSecs(offsetNow.count()).addSecs(600);
    const auto heard = [poll, jobs](const Result<cloud::Answered<QList<Backup>>> &got) {
        if (!got)
            return poll->failOrGone(got.error());
        poll->answer.seen.backup =
            backupSight(jobs, got->value, poll->question.baseline, offsetOf(*poll->client));
        poll->finish();
    };
    if (baseline.shardedBackups)
        poll->client->describeClusterBackups(poll->question.region, baseline.instance, from, to,
                                             poll->context, heard);
    else
        poll->client->describeBackups(poll->question.region, baseline.instance, from, to, poll->context,
                                      heard);
}

void askBackup(const OwnPollPtr &poll)
{
    // Without an id: every job under way.
    const QStringList &ids = poll->question.baseline.backupJobs;
    const QString only = ids.size() == 1 ? ids.constFirst() : QString();
    poll->client->describeBackupTasks(poll->question.region, poll->question.baseline.instance, only,
                                      poll->context,
                                      [poll](const Result<cloud::Answered<QList<BackupJob>>> &got) {
                                          if (!got)
                                              return poll->failOrGone(got.error());
                                          askBackups(poll, got->value);
                                      });
}

void readWindow(const OwnPollPtr &poll)
{
    poll->client->describeInstance(poll->question.region, poll->question.baseline.instance, poll->context,
                                   [poll](const Result<cloud::Answered<Instance>> &got) {
                                       if (!got)
                                           return poll->failOrGone(got.error());
                                       const auto &wanted = poll->question.baseline.setting->window;
                                       poll->answer.seen.status = got->value.status;
                                       poll->answer.seen.statusText = got->value.statusText;
                                       if (got->value.window && wanted)
                                           poll->answer.seen.asWanted =
                                               got->value.window->startUtc() == wanted->startUtc()
                                               && got->value.window->endUtc() == wanted->endUtc();
                                       poll->finish();
                                   });
}

void readAutoUpgrade(const OwnPollPtr &poll)
{
    poll->client->describeEngineVersion(
        poll->question.region, poll->question.baseline.instance, poll->context,
        [poll](const Result<cloud::Answered<EngineVersion>> &got) {
            if (!got)
                return poll->failOrGone(got.error());
            const auto &wanted = poll->question.baseline.setting->autoUpgrade;
            if (got->value.autoUpgrade && wanted)
                poll->answer.seen.asWanted = *got->value.autoUpgrade == *wanted;
            poll->finish();
        });
}

/// An event that is no longer listed was cancelled, or has begun and ended: only the former is asked for.
bool eventAsWanted(const Question &question, const QList<ScheduledEvent> &events)
{
    const SettingChange &setting = *question.baseline.setting;
    for (const ScheduledEvent &event : events) {
        if (event.id != setting.event)
            continue;
        if (question.baseline.kind == StepKind::CancelEvent)
            return event.status == ScheduledEvent::Status::Cancelled;
        if (setting.when == SettingChange::When::At) // the wire knows whole seconds
            return event.switchAt.toSecsSinceEpoch() == setting.at.toSecsSinceEpoch();
        return event.status != ScheduledEvent::Status::Pending
            && event.status != ScheduledEvent::Status::WaitsForTime;
    }
    return question.baseline.kind == StepKind::CancelEvent;
}

void readEvent(const OwnPollPtr &poll)
{
    poll->client->describeEvents(poll->question.region, poll->question.baseline.instance, poll->context,
                                 [poll](const Result<cloud::Answered<QList<ScheduledEvent>>> &got) {
                                     if (!got)
                                         return poll->failOrGone(got.error());
                                     poll->answer.seen.asWanted = eventAsWanted(poll->question, got->value);
                                     poll->finish();
                                 });
}

/// The list tells no moment of a waiting task, so a moved one cannot be read back: the service's own "done"
/// stands.
void readTask(const OwnPollPtr &poll)
{
    const QDateTime now = poll->clock.now().addMSecs(offsetOf(*poll->client).count());
    poll->client->describeTasksById(
        poll->question.region, {poll->question.baseline.setting->task}, now.addDays(-29), now.addSecs(600),
        poll->context, [poll](const Result<cloud::Answered<QList<CloudTask>>> &got) {
            if (!got)
                return poll->failOrGone(got.error());
            const SettingChange &setting = *poll->question.baseline.setting;
            poll->answer.seen.tasksRead = true;
            for (const CloudTask &task : got->value) {
                if (!(task.id == setting.task))
                    continue;
                const bool cancelled = task.status == CloudTask::Status::Cancelled
                    || task.status == CloudTask::Status::Cancelling;
                if (poll->question.baseline.kind == StepKind::CancelTask)
                    poll->answer.seen.asWanted = cancelled;
                else if (setting.when == SettingChange::When::Immediately)
                    poll->answer.seen.asWanted = task.status != CloudTask::Status::Waiting
                        && task.status != CloudTask::Status::Scheduled;
            }
            poll->finish();
        });
}

} // namespace

void askByItself(const std::shared_ptr<cloud::Client> &client, const Question &question, const Clock &clock,
                 QObject *context, Handler<PollAnswer> done)
{
    auto poll =
        std::make_shared<OwnPoll>(OwnPoll{client, question, clock, context, std::move(done), PollAnswer{}});
    if (question.baseline.kind == StepKind::Backup)
        return askBackup(poll);
    if (!question.baseline.setting)
        return poll->done(failure(Error::of(
            Error::Kind::Internal, QStringLiteral("The step's plan does not say what it changes."))));
    switch (question.baseline.kind) {
    case StepKind::Window:
        return readWindow(poll);
    case StepKind::AutoUpgrade:
        return readAutoUpgrade(poll);
    case StepKind::MoveEvent:
    case StepKind::CancelEvent:
        return readEvent(poll);
    default:
        return readTask(poll);
    }
}

} // namespace uplift::upgrade
