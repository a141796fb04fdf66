// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/closingwords.h"

#include "core/localized.h"
#include "core/redact.h"
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::BatchState;
using upgrade::BatchView;
using upgrade::MemberState;
using upgrade::StepState;
using upgrade::StepView;

constexpr qsizetype namesShown = 3;

struct Closing {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Closing)
};

/// "orders-cache (Production), geo-index (Production), dev-perf (Development) and 4 more"
QString namesOf(const QList<StepView> &steps)
{
    QStringList names;
    for (const StepView &step : steps.mid(0, namesShown))
        names.append(
            Closing::tr("%1 (%2)", "an instance and its environment")
                .arg(plainLine(step.plan.instanceName), environmentLook(step.plan.environment).word));
    const QString listed = names.join(Closing::tr(", "));
    if (steps.size() <= namesShown)
        return listed;
    return Closing::tr("%1 and %2 more").arg(listed, QLocale().toString(steps.size() - namesShown));
}

QList<StepView> openIn(const QList<StepView> &steps, std::initializer_list<StepState> states)
{
    QList<StepView> found;
    for (const StepView &step : steps) {
        if (std::find(states.begin(), states.end(), step.state) != states.end())
            found.append(step);
    }
    return found;
}

void addGoingOn(ClosingWords &words, const QList<StepView> &steps)
{
    const QList<StepView> going =
        openIn(steps, {StepState::Accepted, StepState::Waiting, StepState::Running, StepState::Switching});
    if (going.isEmpty())
        return;
    const QString head = going.size() == 1
        ? Closing::tr("1 change goes on in the cloud by itself")
        : Closing::tr("%1 changes go on in the cloud by themselves").arg(QLocale().toString(going.size()));
    words.lines.append({stateMark(StepState::Running), head,
                        Closing::tr("%1. The next start shows how that ended.").arg(namesOf(going))});
}

void addAwaited(ClosingWords &words, const QList<StepView> &steps)
{
    const QList<StepView> awaited = openIn(steps, {StepState::Requested, StepState::Unanswered});
    if (!awaited.isEmpty())
        words.lines.append(
            {stateMark(StepState::Unanswered),
             awaited.size() == 1
                 ? Closing::tr("1 answer is still awaited")
                 : Closing::tr("%1 answers are still awaited").arg(QLocale().toString(awaited.size())),
             Closing::tr("%1. The next start asks the service what became of it; nothing is "
                         "sent again.")
                 .arg(namesOf(awaited))});
    const QList<StepView> undecided = openIn(steps, {StepState::Undecided});
    if (!undecided.isEmpty())
        words.lines.append({stateMark(StepState::Undecided),
                            undecided.size() == 1 ? Closing::tr("1 attempt waits for your decision")
                                                  : Closing::tr("%1 attempts wait for your decision")
                                                        .arg(QLocale().toString(undecided.size())),
                            Closing::tr("%1. It stays undecided; the next start asks the service again.")
                                .arg(namesOf(undecided))});
}

/// Members whose turn has not come, or whose next part has not: of one that is only being checked nothing was
/// sent.
int membersToCome(const BatchView &batch)
{
    int count = 0;
    for (int item = 0; item < batch.plan.items.size(); ++item) {
        if (batch.plan.items.at(item).wave < 0)
            continue;
        const MemberState state = upgrade::memberState(batch.plan, batch.progress, item);
        const auto attempt = upgrade::newestAttempt(batch, item);
        const bool checking = state == MemberState::Open && attempt && attempt->checking;
        count += state == MemberState::Waiting || state == MemberState::Between || checking ? 1 : 0;
    }
    return count;
}

ClosingLine handedOver(const BatchView &batch)
{
    return {stateMark(StepState::Running),
            Closing::tr("The batch “%1” goes on in the cloud by itself").arg(plainLine(batch.plan.name)),
            Closing::tr("It was handed over to the service's own orchestration. The next start shows how it "
                        "stands.")};
}

ClosingLine standing(const BatchView &batch)
{
    const bool held = batch.progress.state == BatchState::Held;
    const QString name = plainLine(batch.plan.name);
    return {{Icon::Stop, Role::Amber, {}},
            held ? Closing::tr("The batch “%1” stays held").arg(name)
                 : Closing::tr("The batch “%1” stays paused").arg(name),
            Closing::tr("Nothing of it begins until you go on with it.")};
}

ClosingLine waiting(const BatchView &batch, int toCome, const QDateTime &now, const QTimeZone &zone)
{
    const QString count = toCome == 1
        ? Closing::tr("1 member has not begun and begins only while Uplift runs.")
        : Closing::tr("%1 members have not begun and begin only while Uplift "
                      "runs.")
              .arg(QLocale().toString(toCome));
    QStringList sentences{count};
    if (batch.nextAt && *batch.nextAt > now)
        sentences.append(Closing::tr("The next is due %1.").arg(momentInSentence(*batch.nextAt, now, zone)));
    sentences.append(Closing::tr("The next start goes on with them, and asks first if something was due more "
                                 "than an hour before."));
    return {{Icon::Clock, Role::Amber, {}},
            Closing::tr("The batch “%1” begins nothing more").arg(plainLine(batch.plan.name)),
            inOneLine(sentences)};
}

void addBatch(ClosingWords &words, const BatchView &batch, const QDateTime &now, const QTimeZone &zone)
{
    const BatchState state = batch.progress.state;
    if (upgrade::isEnd(state))
        return;
    if (!batch.plan.handedOver.isEmpty())
        words.lines.append(handedOver(batch));
    else if (state == BatchState::Held || state == BatchState::Paused)
        words.lines.append(standing(batch));
    else if (const int toCome = membersToCome(batch); toCome > 0 && state == BatchState::Running)
        words.lines.append(waiting(batch, toCome, now, zone));
}

} // namespace

std::optional<ClosingWords> closingWords(const QList<StepView> &steps, const QList<BatchView> &batches,
                                         bool practice, const QDateTime &now, const QTimeZone &zone)
{
    ClosingWords words;
    words.heading = Closing::tr("Close Uplift while something is open?");
    addGoingOn(words, steps);
    for (const BatchView &batch : batches) {
        if (!batch.plan.handedOver.isEmpty())
            addBatch(words, batch, now, zone);
    }
    for (const BatchView &batch : batches) {
        if (batch.plan.handedOver.isEmpty())
            addBatch(words, batch, now, zone);
    }
    addAwaited(words, steps);
    if (words.lines.isEmpty())
        return std::nullopt;
    if (practice)
        words.lines.prepend(
            {{Icon::Flask, Role::Violet, {}},
             Closing::tr("The practice cloud ends with Uplift"),
             Closing::tr("Nothing here is real, and nothing of it is kept. With a real cloud, "
                         "this is what closing means:")});
    return words;
}

} // namespace uplift::ui
