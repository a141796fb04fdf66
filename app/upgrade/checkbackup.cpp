// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/backupbook.h"
#include "upgrade/checkparts.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace uplift::upgrade {

namespace {

const char *const key = "backup";

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

/// A backup holds what there was when it began.
QDateTime timeOf(const Backup &backup) { return backup.started.isValid() ? backup.started : backup.ended; }

/// An increment alone restores nothing, and what has expired is gone.
bool counts(const Backup &backup, const QDateTime &now)
{
    const bool increment = backup.type.compare(QLatin1String("IncrementalBackup"), Qt::CaseInsensitive) == 0;
    const bool expired = backup.expires.isValid() && backup.expires <= now;
    return !increment && !expired && timeOf(backup).isValid();
}

/// What the backups of one node come to. Shards are backed up one by one (api.md 10).
struct NodeBackups {
    QString node;
    QDateTime good; ///< the newest success
    QDateTime failed; ///< the newest failure
};

/// The state of all backups together: the worst node decides.
struct Summary {
    bool running = false;
    bool unclear = false; ///< a status nobody knows
    NodeBackups worst; ///< the node whose newest success is oldest
    bool failedLast = false; ///< of some node the newest one failed
    bool any = false;
};

bool isWorse(const NodeBackups &a, const NodeBackups &b)
{
    if (!a.good.isValid() || !b.good.isValid())
        return !a.good.isValid() && b.good.isValid();
    return a.good < b.good;
}

Summary summaryOf(const QList<Backup> &backups, const QDateTime &now)
{
    Summary summary;
    QHash<QString, NodeBackups> nodes;
    for (const Backup &backup : backups) {
        if (!counts(backup, now))
            continue;
        summary.running = summary.running || backup.status == Backup::Status::Running;
        summary.unclear = summary.unclear || backup.status == Backup::Status::Unknown;
        if (backup.status != Backup::Status::Success && backup.status != Backup::Status::Failed)
            continue;
        NodeBackups &node = nodes[backup.node];
        node.node = backup.node;
        QDateTime &newest = backup.status == Backup::Status::Success ? node.good : node.failed;
        if (!newest.isValid() || timeOf(backup) > newest)
            newest = timeOf(backup);
    }
    for (const NodeBackups &node : std::as_const(nodes)) {
        if (!summary.any || isWorse(node, summary.worst))
            summary.worst = node;
        summary.any = true;
        summary.failedLast = summary.failedLast
            || (node.failed.isValid() && (!node.good.isValid() || node.failed > node.good));
    }
    return summary;
}

/// A warning, unless the plan makes a backup first.
Check warning(const CheckInput &input, const QString &sentence, const QString &shortText)
{
    if (input.backupPlanned)
        //: %1: a whole sentence that says what is wrong with the backups
        return passed(key, tr("%1 The plan makes a new one first.").arg(sentence));
    return toRead(key, sentence, tr("Add “Back up now” to the plan as a step before the upgrade."),
                  shortText);
}

Check runningCheck()
{
    return toRead(key, tr("A backup is running now."),
                  tr("Wait until it has ended. A second one is refused meanwhile, and the upgrade may be."),
                  tr("Backup is running"));
}

} // namespace

QDateTime newestBackup(const QList<Backup> &backups, const QDateTime &now)
{
    return summaryOf(backups, now).worst.good;
}

Check backupCheck(const CheckFacts &facts)
{
    const CheckInput &input = facts.input;
    const QString none = tr("No backup");
    if (!input.backups)
        return input.backupPlanned
            ? warning(input, tr("The instance's backups were not read."), none)
            : unknown(key, tr("The instance's backups were not read."),
                      tr("Refresh, or add “Back up now” to the plan as a step before the upgrade."),
                      tr("Backups unknown"));
    const Summary summary = summaryOf(*input.backups, input.now);
    const auto age =
        std::max(std::chrono::seconds(0), std::chrono::seconds(summary.worst.good.secsTo(input.now)));
    const bool fresh = summary.worst.good.isValid() && !summary.failedLast
        && (!input.backupLimit || age <= *input.backupLimit);
    // One that runs now is in the way of an upgrade now, and does not count before it has ended.
    if (summary.running && (input.moment == Moment::Now || !fresh))
        return runningCheck();
    if (!summary.any)
        return summary.unclear && !input.backupPlanned
            ? unknown(key, tr("It is not known whether any full backup succeeded: their status is unclear."),
                      tr("Look at the backups in the console."), tr("Backups unknown"))
            : warning(input, tr("There is no full backup of this instance."), none);
    if (!summary.worst.good.isValid())
        return warning(input, tr("No full backup of this instance succeeded."), tr("No good backup"));
    if (summary.failedLast)
        return warning(input,
                       tr("The last full backup failed; the newest good one is %1 old.").arg(shownDays(age)),
                       tr("Last backup failed"));
    const QString node = shownWord(summary.worst.node);
    const QString sentence = node.isEmpty()
        ? tr("The newest full backup is %1 old.").arg(shownDays(age))
        : tr("The newest full backup is %1 old (%2).").arg(shownDays(age), node);
    if (fresh)
        return passed(key, sentence);
    return warning(
        input,
        //: %1: a whole sentence with the backup's age. %2: hours
        tr("%1 Your limit is %2 h.").arg(sentence, QLocale().toString(qint64(input.backupLimit->count()))),
        tr("Backup %1 old").arg(shownDays(age)));
}

} // namespace uplift::upgrade
