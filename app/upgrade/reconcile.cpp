// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/reconcile.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

QString clockTime(const QDateTime &utc) { return utc.toLocalTime().toString(QStringLiteral("HH:mm:ss")); }

QString askedDetail(const Sightings &sightings)
{
    const QString last = clockTime(sightings.lastAsked);
    return sightings.asked == 1 ? tr("asked once, %1").arg(last)
                                : tr("asked %1 times, last %2").arg(sightings.asked).arg(last);
}

Evidence statusEvidence(const Sightings &sightings)
{
    Evidence evidence{Evidence::Kind::Status, {}, askedDetail(sightings), sightings.upgrading};
    if (sightings.notFound)
        evidence.text = tr("The service does not know the instance");
    else if (sightings.upgrading)
        evidence.text = tr("Status became MinorVersionUpgrading");
    else if (sightings.statuses.isEmpty())
        evidence.text = tr("The service told no status");
    else if (sightings.statuses.size() == 1)
        evidence.text = tr("Status stayed %1").arg(sightings.statuses.constFirst());
    else
        evidence.text = tr("Status went through %1").arg(sightings.statuses.join(QStringLiteral(", ")));
    return evidence;
}

Evidence versionEvidence(const Sightings &sightings, const Baseline &baseline)
{
    Evidence evidence{Evidence::Kind::Version, {}, askedDetail(sightings), sightings.versionChanged};
    if (!sightings.version.isKnown())
        evidence.text = tr("The service told no version");
    else if (sightings.versionChanged)
        evidence.text =
            tr("The version changed from %1 to %2").arg(baseline.version.text(), sightings.version.text());
    else if (!baseline.version.isKnown())
        evidence.text = tr("The version is %1; the one before is not known").arg(sightings.version.text());
    else
        evidence.text = tr("The version is still %1").arg(sightings.version.text());
    return evidence;
}

Evidence taskEvidence(const Sightings &sightings, const Baseline &baseline)
{
    Evidence evidence{Evidence::Kind::Task, {}, askedDetail(sightings), sightings.task.has_value()};
    if (sightings.task)
        evidence.text = tr("Task %1 (%2) is %3")
                            .arg(sightings.task->id.value, sightings.task->type, sightings.task->statusText);
    else if (!sightings.tasksRead)
        evidence.text = tr("The task list could not be read");
    else
        evidence.text = tr("No upgrade task since %1").arg(clockTime(baseline.sentAt));
    return evidence;
}

/// A beginning that lies ahead was written by a clock that has been set back since.
QDateTime earlier(const QDateTime &began, const QDateTime &at)
{
    return began.isValid() ? std::min(began, at) : at;
}

/// Of a backup or a setting.
Evidence ownEvidence(const Sightings &sightings, const Baseline &baseline)
{
    Evidence evidence{Evidence::Kind::Status, {}, askedDetail(sightings), sightings.carriedOut};
    if (sightings.notFound)
        evidence.text = tr("The service does not know the instance");
    else if (baseline.kind == StepKind::Backup)
        evidence.text = sightings.carriedOut
            ? tr("A backup begun since %1 is listed").arg(clockTime(baseline.sentAt))
            : tr("No backup begun by hand since %1 is listed").arg(clockTime(baseline.sentAt));
    else
        evidence.text = sightings.carriedOut ? tr("It reads back as asked for")
                                             : tr("It does not read back as asked for");
    return evidence;
}

} // namespace

Sightings withAnswer(Sightings before, const Baseline &baseline, const Observation &seen)
{
    Sightings now = std::move(before);
    ++now.asked;
    now.began = earlier(now.began, seen.at);
    now.lastAsked = seen.at;
    now.notFound = seen.notFound;
    if (seen.notFound)
        return now;
    if (!seen.statusText.isEmpty() && !now.statuses.contains(seen.statusText))
        now.statuses.append(seen.statusText);
    now.upgrading = now.upgrading || seen.status == InstanceStatus::MinorVersionUpgrading;
    if (seen.version.isKnown())
        now.version = seen.version;
    now.versionChanged = now.versionChanged || versionChanged(baseline, seen);
    now.tasksRead = now.tasksRead || seen.tasksRead;
    if (seen.task)
        now.task = seen.task;
    if (!isUpgrade(baseline.kind))
        now.carriedOut = now.carriedOut || provesStart(baseline, seen);
    return now;
}

Sightings withoutAnswer(Sightings before, const QDateTime &at)
{
    Sightings now = std::move(before);
    ++now.failed;
    now.began = earlier(now.began, at);
    return now;
}

Finding reconcile(const Sightings &sightings, const QDateTime &now, std::chrono::milliseconds askFor)
{
    if (sightings.upgrading || sightings.versionChanged || sightings.task || sightings.carriedOut)
        return Finding::Accepted;
    if (!sightings.began.isValid() || sightings.began.msecsTo(now) < askFor.count())
        return Finding::KeepAsking;
    return Finding::Undecided;
}

QList<Evidence> evidenceOf(const Sightings &sightings, const Baseline &baseline)
{
    QList<Evidence> evidence;
    if (sightings.asked > 0 && !isUpgrade(baseline.kind)) {
        evidence << ownEvidence(sightings, baseline);
    } else if (sightings.asked > 0) {
        evidence << statusEvidence(sightings) << versionEvidence(sightings, baseline)
                 << taskEvidence(sightings, baseline);
    }
    if (sightings.failed > 0) {
        const QString unanswered = sightings.failed == 1
            ? tr("One question got no answer")
            : tr("%1 questions got no answer").arg(sightings.failed);
        evidence << Evidence{Evidence::Kind::Connection, unanswered,
                             sightings.asked > 0 ? QString() : tr("the service could not be asked at all"),
                             false};
    }
    std::stable_sort(evidence.begin(), evidence.end(),
                     [](const Evidence &a, const Evidence &b) { return a.telling && !b.telling; });
    return evidence;
}

} // namespace uplift::upgrade
