// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/oostemplate.h"

#include "core/redact.h"
#include "report/ooscheck.h"
#include "report/oosloop.h"
#include "report/yaml.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace uplift::report {

namespace {

using upgrade::BatchItem;
using upgrade::BatchMoment;
using upgrade::BatchPlan;
using upgrade::StepKind;

QString tr(const char *text) { return QCoreApplication::translate("uplift::report", text); }

Error refusal(const QString &message, const QString &next)
{
    return Error::input(QStringLiteral("batch"), message, next);
}

QString letUplift() { return tr("Change the plan, or let Uplift run this batch."); }

std::optional<Error> whyNotMember(const BatchItem &item)
{
    const QString name = item.plan.instanceName;
    if (item.parts.contains(StepKind::Backup))
        return refusal(tr("A backup of %1 is part of the plan. The cloud's orchestration is given upgrades "
                          "alone.")
                           .arg(name),
                       tr("Make the backups before, or let Uplift run this batch."));
    if (item.parts.contains(StepKind::Kernel) && item.plan.minorVersion != QLatin1String("latest_version"))
        return refusal(tr("%1 is to get version %2. The cloud's orchestration can wait for the latest "
                          "version alone.")
                           .arg(name, item.plan.minorVersion),
                       letUplift());
    if (item.parts.contains(StepKind::Proxy) && (!item.proxy || item.proxy->toVersion.isEmpty()))
        return refusal(tr("The latest proxy version of %1 is not known, so the cloud's orchestration could "
                          "not wait for it.")
                           .arg(name),
                       tr("Refresh the instance, or let Uplift run this batch."));
    return std::nullopt;
}

std::optional<Error> whyNot(const BatchPlan &plan, const QDateTime &now)
{
    if (upgrade::memberCount(plan) == 0)
        return refusal(tr("Nothing to hand over: no instance is part of a wave."), letUplift());
    if (plan.moment == BatchMoment::InsideWindow)
        return refusal(tr("The cloud's orchestration cannot hold an upgrade back until a window opens."),
                       tr("Choose the next window or at once, or let Uplift run this batch."));
    for (qsizetype wave = 1; wave < plan.waves.size(); ++wave) {
        if (plan.waves.at(wave).notBefore > now)
            return refusal(tr("Wave %1 waits for a moment of its own. The cloud's orchestration waits after "
                              "the wave before.")
                               .arg(wave + 1),
                           letUplift());
    }
    for (const BatchItem &item : plan.items) {
        if (item.wave < 0)
            continue;
        if (auto why = whyNotMember(item))
            return why;
    }
    return std::nullopt;
}

/// The members of one account and region.
struct Share {
    AccountId account;
    RegionId region;
    QList<BatchItem> items;
};

QList<Share> sharesOf(const BatchPlan &plan)
{
    QList<Share> shares;
    for (const BatchItem &item : plan.items) {
        if (item.wave < 0)
            continue;
        const auto same = std::find_if(shares.begin(), shares.end(), [&item](const Share &share) {
            return share.account == item.plan.account && share.region == item.plan.region;
        });
        if (same != shares.end())
            same->items.append(item);
        else
            shares.append({item.plan.account, item.plan.region, {item}});
    }
    return shares;
}

QList<OosLoop> loopsOf(const BatchPlan &plan, const Share &share)
{
    QList<OosLoop> loops;
    for (int wave = 0; wave < plan.waves.size(); ++wave) {
        const qsizetype first = loops.size();
        for (const BatchItem &item : share.items) {
            if (item.wave == wave)
                addMember(loops, first, plan, item);
        }
    }
    return loops;
}

/// Text of ours in a template must not read as one of its references.
QString descriptionOf(const BatchPlan &plan)
{
    QString text = QStringLiteral("Minor-version upgrades, handed over by Uplift");
    for (const QString &more : {plan.name, plan.ticket}) {
        if (!more.isEmpty())
            text += QStringLiteral(" / ") + plainLine(more).left(200);
    }
    text.replace(QLatin1String("{"), QLatin1String("("));
    text.replace(QLatin1String("}"), QLatin1String(")"));
    return text;
}

void addSleeps(QJsonArray &tasks, const QString &name, std::chrono::minutes wait)
{
    const QStringList sleeps = oosSleeps(wait);
    for (qsizetype i = 0; i < sleeps.size(); ++i)
        tasks.append(sleepTask(sleeps.size() == 1 ? name : name + QString::number(i + 1), sleeps.at(i)));
}

/// How long the first wave has to wait, in whole minutes, never too short.
std::chrono::minutes startWait(const BatchPlan &plan, const QDateTime &now)
{
    const QDateTime from = plan.waves.constFirst().notBefore;
    return from > now ? std::chrono::minutes((now.secsTo(from) + 59) / 60) : std::chrono::minutes(0);
}

QJsonArray tasksOf(const BatchPlan &plan, const QList<OosLoop> &loops, const QDateTime &now)
{
    QJsonArray tasks;
    addSleeps(tasks, QStringLiteral("waitForStart"), startWait(plan, now));
    int wave = -1;
    for (const OosLoop &loop : loops) {
        if (wave >= 0 && loop.wave != wave)
            addSleeps(tasks, QStringLiteral("soakBeforeWave%1").arg(loop.wave + 1),
                      plan.waves.at(loop.wave).wait);
        wave = loop.wave;
        tasks.append(loopTask(loop));
    }
    return tasks;
}

QJsonObject templateOf(const BatchPlan &plan, const QList<OosLoop> &loops, const QDateTime &now)
{
    const QString type = QStringLiteral("Type");
    const QString fallback = QStringLiteral("Default");
    QJsonObject parameters{
        {QStringLiteral("regionId"),
         QJsonObject{{type, QStringLiteral("String")}, {fallback, QStringLiteral("{{ ACS::RegionId }}")}}},
        {QStringLiteral("OOSAssumeRole"),
         QJsonObject{{type, QStringLiteral("String")}, {fallback, QStringLiteral("OOSServiceRole")}}}};
    for (const OosLoop &loop : loops)
        parameters.insert(loop.parameter(), QJsonObject{{type, QStringLiteral("List")}});
    return {{QStringLiteral("FormatVersion"), QStringLiteral("OOS-2019-06-01")},
            {QStringLiteral("Description"), descriptionOf(plan)},
            {QStringLiteral("Parameters"), parameters},
            {QStringLiteral("RamRole"), QStringLiteral("{{ OOSAssumeRole }}")},
            {QStringLiteral("Tasks"), tasksOf(plan, loops, now)}};
}

QStringList notesOf(const BatchPlan &plan, const QList<OosLoop> &loops, bool alone, const QDateTime &now)
{
    QStringList notes;
    if (!alone)
        notes.append(tr("Waves are kept within one account and region; those of others are not waited for."));
    notes.append(tr("The checks that Uplift makes right before each start are not made. The service itself "
                    "refuses what it cannot do."));
    const auto longest = std::max_element(
        loops.begin(), loops.end(), [](const OosLoop &a, const OosLoop &b) { return a.delay() < b.delay(); });
    const auto waits = std::chrono::duration_cast<std::chrono::hours>(longest->delay() * oosRetries);
    notes.append(
        tr("That an upgrade failed is noticed when the wait for its version is over, after up to %1 h.")
            .arg(waits.count()));
    if (plan.stop.outsideWindow && plan.moment == BatchMoment::NextWindow)
        notes.append(tr("A switch outside its window does not stop the waves to come."));
    if (plan.stop.failures > 1 && loops.size() > 1)
        notes.append(tr("Failures are counted in each wave anew."));
    const bool queues = std::any_of(loops.begin(), loops.end(), [](const OosLoop &loop) {
        return loop.moment == Moment::MaintenanceWindow && loop.instances.size() > loop.atOnce;
    });
    if (queues)
        notes.append(tr("An instance keeps its place until its window has passed: as many as run at once are "
                        "upgraded in one window, the others in later ones."));
    if (startWait(plan, now).count() > 0)
        notes.append(tr("The wait for the start of the first wave runs from the moment it is handed over."));
    const bool kernel = std::any_of(loops.begin(), loops.end(), [](const OosLoop &loop) {
        return loop.parts.contains(StepKind::Kernel);
    });
    if (kernel && loops.constFirst().naming == MomentNaming::Both)
        notes.append(tr("The moment is sent under both of its names, EffectiveTime and EffectTime. Should "
                        "the orchestration refuse EffectTime, nothing has begun: set the account to "
                        "EffectiveTime alone and hand over again."));
    return notes;
}

Result<OosHandover> handoverOf(const BatchPlan &plan, const Share &share, bool alone, const QDateTime &now)
{
    const QList<OosLoop> loops = loopsOf(plan, share);
    QJsonObject parameters{{QStringLiteral("regionId"), share.region.value}};
    for (const OosLoop &loop : loops) {
        if (loop.instances.size() > oosLoopItems)
            return failure(refusal(tr("Wave %1 has %2 instances in %3. One loop of the cloud's orchestration "
                                      "takes 1,000.")
                                       .arg(loop.wave + 1)
                                       .arg(loop.instances.size())
                                       .arg(share.region.value),
                                   tr("Split the wave, or let Uplift run this batch.")));
        parameters.insert(loop.parameter(), QJsonArray::fromStringList(loop.instances));
    }
    const QJsonObject content = templateOf(plan, loops, now);
    OosHandover handover{share.account, share.region, {}, yamlOf(content), {}, 0, {}};
    handover.templateJson = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    handover.parametersJson = QString::fromUtf8(QJsonDocument(parameters).toJson(QJsonDocument::Compact));
    handover.members = static_cast<int>(share.items.size());
    handover.notes = notesOf(plan, loops, alone, now);
    if (std::max(handover.templateJson.toUtf8().size(), handover.templateYaml.toUtf8().size())
        > oosTemplateBytes)
        return failure(refusal(tr("The template for %1 has %2 waves and grows beyond the 64 KB that the "
                                  "cloud's orchestration takes.")
                                   .arg(share.region.value)
                                   .arg(loops.size()),
                               tr("Use fewer waves, or let Uplift run this batch.")));
    if (const QStringList problems = checkTemplate(content); !problems.isEmpty()) {
        Error error = Error::of(Error::Kind::Internal,
                                tr("The template for the cloud's orchestration breaks a rule of it."),
                                tr("Let Uplift run this batch, and report the fault."));
        error.detail = problems.join(QLatin1String("; "));
        return failure(std::move(error));
    }
    return handover;
}

} // namespace

QStringList oosSleeps(std::chrono::minutes wait)
{
    QStringList sleeps;
    for (auto left = wait; left.count() > 0;) {
        const auto piece = std::min<std::chrono::minutes>(left, std::chrono::hours(24));
        sleeps.append(piece.count() % 60 == 0 ? QStringLiteral("PT%1H").arg(piece.count() / 60)
                                              : QStringLiteral("PT%1M").arg(piece.count()));
        left -= piece;
    }
    return sleeps;
}

Result<QList<OosHandover>> oosHandovers(const BatchPlan &plan, const QDateTime &now)
{
    if (auto why = whyNot(plan, now))
        return failure(*std::move(why));
    const QList<Share> shares = sharesOf(plan);
    QList<OosHandover> handovers;
    for (const Share &share : shares) {
        Result<OosHandover> handover = handoverOf(plan, share, shares.size() == 1, now);
        if (!handover)
            return failure(std::move(handover.error()));
        handovers.append(*std::move(handover));
    }
    return handovers;
}

} // namespace uplift::report
