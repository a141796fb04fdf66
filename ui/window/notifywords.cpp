// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notifywords.h"

#include "core/redact.h"
#include "ui/look/marks.h"
#include "ui/running/attemptwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace uplift::ui {

namespace {

using upgrade::BatchState;
using upgrade::MemberState;
using upgrade::StepState;
using upgrade::StepView;

constexpr qsizetype namesShown = 4;

struct Notify {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Notify)
};

Tiding tidingWith(News news, const StepView &step, const QString &text)
{
    return {news,
            plainLine(step.plan.instanceName),
            environmentLook(step.plan.environment).word,
            text,
            step.plan.id,
            {}};
}

std::optional<News> newsOf(const StepView &now)
{
    switch (now.state) {
    case StepState::Verified:
        return News::Verified;
    case StepState::Rejected:
    case StepState::Failed:
    case StepState::Unchanged:
    case StepState::Gone:
    case StepState::NotStarted:
        return News::Failed;
    case StepState::Undecided:
        return News::NeedsDecision;
    default:
        return std::nullopt; // on its way, or cancelled as somebody wished
    }
}

QString textOf(const StepView &step)
{
    if (step.error && step.state != StepState::Verified)
        return step.error->message;
    return verdictOf(step).title;
}

/// "verified", after the name.
QString wordOf(News news)
{
    switch (news) {
    case News::Verified:
        return Notify::tr("verified");
    case News::Failed:
        return Notify::tr("did not end verified");
    case News::NeedsDecision:
        return Notify::tr("needs your decision");
    case News::OutsideWindow:
        return Notify::tr("switched outside its window");
    case News::BatchFinished:
        return Notify::tr("batch finished");
    case News::BatchHeld:
        return Notify::tr("batch held");
    }
    return {};
}

QString countOf(News news, int count)
{
    const QString number = QLocale().toString(count);
    switch (news) {
    case News::Verified:
        return Notify::tr("%1 verified").arg(number);
    case News::Failed:
        return Notify::tr("%1 failed").arg(number);
    case News::NeedsDecision:
        return Notify::tr("%1 to decide").arg(number);
    case News::OutsideWindow:
        return Notify::tr("%1 outside the window").arg(number);
    case News::BatchFinished:
        return Notify::tr("%1 batches finished").arg(number);
    case News::BatchHeld:
        return Notify::tr("%1 batches held").arg(number);
    }
    return {};
}

QString nameOf(const Tiding &tiding)
{
    return tiding.environment.isEmpty() ? tiding.name
                                        : QStringLiteral("%1 (%2)").arg(tiding.name, tiding.environment);
}

bool asks(News news) { return news != News::Verified && news != News::BatchFinished; }

} // namespace

StepSight sightOf(const StepView &step)
{
    return {step.state, step.switchedOutsideWindow.has_value(), step.windowPassedUnchanged};
}

std::optional<Tiding> tidingOf(const StepSight &before, const StepView &now, bool windowInFront)
{
    if (windowInFront)
        return std::nullopt;
    if (now.switchedOutsideWindow && !before.switchedOutside)
        return tidingWith(News::OutsideWindow, now,
                          Notify::tr("The request asked for the maintenance window. Check that clients have "
                                     "reconnected."));
    if (now.windowPassedUnchanged && !before.quiet)
        return tidingWith(News::NeedsDecision, now, Notify::tr("Its time has passed and nothing happened."));
    const std::optional<News> news = newsOf(now);
    if (!news || now.state == before.state)
        return std::nullopt;
    const bool quietly = upgrade::isSetting(now.plan.kind) || !now.plan.batch.isEmpty();
    if (*news == News::Verified && quietly)
        return std::nullopt;
    return tidingWith(*news, now, textOf(now));
}

std::optional<Tiding> tidingOf(BatchState before, const upgrade::BatchView &now, bool windowInFront)
{
    const BatchState state = now.progress.state;
    if (windowInFront || state == before || (state != BatchState::Held && state != BatchState::Finished))
        return std::nullopt;
    Tiding tiding;
    tiding.name = plainLine(now.plan.name);
    tiding.batch = now.plan.id;
    if (state == BatchState::Held) {
        tiding.news = News::BatchHeld;
        tiding.text = now.hold ? now.hold->sentence : QString();
        return tiding;
    }
    tiding.news = News::BatchFinished;
    int done = 0;
    int all = 0;
    for (int item = 0; item < now.plan.items.size(); ++item) {
        if (now.plan.items.at(item).wave < 0)
            continue;
        ++all;
        done += upgrade::memberState(now.plan, now.progress, item) == MemberState::Done ? 1 : 0;
    }
    const QLocale locale;
    tiding.text =
        Notify::tr("%1 of %2 instances ended verified.").arg(locale.toString(done), locale.toString(all));
    return tiding;
}

NotificationText notificationOf(const QList<Tiding> &tidings)
{
    NotificationText text;
    // Who is asked for something comes first, and is what a click opens.
    QList<Tiding> sorted = tidings;
    std::stable_partition(sorted.begin(), sorted.end(),
                          [](const Tiding &tiding) { return asks(tiding.news); });
    const Tiding &first = sorted.constFirst();
    text.urgent = asks(first.news);
    if (sorted.size() == 1) {
        //: %1 is an instance with its environment or a batch, %2 what became of it: "orders-cache
        //: (Production): verified"
        text.title = Notify::tr("%1: %2").arg(nameOf(first), wordOf(first.news));
        text.body = first.text;
        text.step = first.step;
        text.batch = first.batch;
        return text;
    }
    QStringList counts;
    for (const News news : {News::NeedsDecision, News::OutsideWindow, News::Failed, News::BatchHeld,
                            News::Verified, News::BatchFinished}) {
        const auto count = std::count_if(sorted.begin(), sorted.end(),
                                         [news](const Tiding &tiding) { return tiding.news == news; });
        if (count > 0)
            counts.append(countOf(news, static_cast<int>(count)));
    }
    text.title = counts.join(Notify::tr(", "));
    QStringList names;
    for (const Tiding &tiding : sorted.mid(0, namesShown))
        names.append(nameOf(tiding));
    text.body = names.join(Notify::tr(", "));
    if (sorted.size() > namesShown)
        text.body =
            Notify::tr("%1 and %2 more").arg(text.body, QLocale().toString(sorted.size() - namesShown));
    if (text.urgent) {
        text.step = first.step;
        text.batch = first.batch;
    }
    return text;
}

} // namespace uplift::ui
