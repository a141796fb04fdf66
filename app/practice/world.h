// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicecloud.h"
#include "practice/practiceinstance.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <chrono>
#include <functional>

namespace uplift::practice {

/// One published version of a kernel or proxy.
struct Release {
    MinorVersion version;
    QString date; ///< "2026-05-14"
    int level = 0; ///< 0 regular, 1 recommended, 2 critical
    QString noteEn;
    QString noteZh;
};

struct PracticeRegion {
    QString id;
    QString nameEn;
    QString nameZh;
    QStringList zones;
};

/// A planned event as resources/practice.json tells it; no type: none.
struct SeedEvent {
    QString type;
    QString level;
    int inDays = 0; ///< after the cloud was opened, at 18:00 UTC
    bool mayChange = true;
};

/// An upgrade to be taken on.
struct UpgradeOrder {
    UpgradeJob::Kind kind = UpgradeJob::Kind::Kernel;
    QString version; ///< bare
    bool inWindow = false; ///< it begins with the instance's next window, or at once inside one
    UpgradeJob::End end = UpgradeJob::End::Succeeds;
    QList<int> proxies = {}; ///< empty: all
};

/// What exists and what happens to it. No timers: state is computed from the clock when asked for.
class World {
public:
    World(const PracticeOptions &options, const QDateTime &now);

    [[nodiscard]] const QList<PracticeInstance> &instances() const { return m_instances; }
    [[nodiscard]] const QList<PracticeRegion> &regions() const { return m_regions; }
    /// Newest first.
    [[nodiscard]] QList<Release> releases(const QString &line) const { return m_releases.value(line); }
    /// The releases of a line that are newer than `version`, newest first.
    [[nodiscard]] QList<Release> newerThan(const QString &line, const MinorVersion &version) const;
    /// Of one region, in no particular order but always the same.
    [[nodiscard]] QList<const PracticeInstance *> inRegion(const QString &region) const;
    /// Those that ever had a job, in no particular order but always the same.
    [[nodiscard]] QList<const PracticeInstance *> withJobs() const;
    /// Those the provider plans something for, in the order of the events' ids.
    [[nodiscard]] QList<const PracticeInstance *> withEvents() const;
    [[nodiscard]] QDateTime begun() const { return m_begun; } ///< UTC
    [[nodiscard]] std::chrono::milliseconds upgradeTime() const { return m_upgradeTime; }
    /// Null when there is none.
    [[nodiscard]] const PracticeInstance *find(const QString &id) const;
    [[nodiscard]] const PracticeInstance *findByTask(const QString &taskId) const;
    [[nodiscard]] const PracticeInstance *findByEvent(qint64 eventId) const;

    [[nodiscard]] static QString statusAt(const PracticeInstance &instance, const QDateTime &now);
    [[nodiscard]] static MinorVersion kernelAt(const PracticeInstance &instance, const QDateTime &now);
    /// Of one proxy node.
    [[nodiscard]] static MinorVersion proxyAt(const PracticeInstance &instance, int number,
                                              const QDateTime &now);
    /// The oldest among the proxies; unknown without one.
    [[nodiscard]] static MinorVersion proxyAt(const PracticeInstance &instance, const QDateTime &now);
    /// A job was accepted and has not ended, whether or not it shows yet.
    [[nodiscard]] static bool isBusyAt(const PracticeInstance &instance, const QDateTime &now);
    /// A backup that a user asked for is under way.
    [[nodiscard]] static bool isBackingUpAt(const PracticeInstance &instance, const QDateTime &now);
    [[nodiscard]] EventStatus eventStatusAt(const PlannedEvent &event, const QDateTime &now) const;

    /// Planned events that are due by now begin. Called before anything is asked of this world.
    void advance(const QDateTime &now);
    /// Takes an upgrade on and counts it.
    void accept(const QString &id, const UpgradeOrder &order, const QDateTime &now);
    /// Takes a backup on and counts it.
    [[nodiscard]] BackupRun backUp(const QString &id, int keptDays, bool fails, const QDateTime &now);
    /// Changes one instance, job or event in place; nothing when it is not there.
    void change(const QString &id, const std::function<void(PracticeInstance &)> &how);
    void changeJob(const QString &taskId, const std::function<void(UpgradeJob &)> &how);
    void release(const QString &id);

    void failUpgradesOf(const QString &id) { m_failingUpgrades.insert(id); }
    void failBackupsOf(const QString &id) { m_failingBackups.insert(id); }
    [[nodiscard]] int startsOf(const QString &id, UpgradeJob::Kind kind) const;
    [[nodiscard]] int backupsOf(const QString &id) const { return m_backupCounts.value(id); }

private:
    void addExtras(int count, bool spread);
    void addEvent(PracticeInstance &instance, const SeedEvent &planned);
    void addRunning(PracticeInstance &instance, const QDateTime &now);
    void addHistory(PracticeInstance &instance, UpgradeJob::End end, const QDateTime &now);
    void indexAll();
    void beginEvent(PracticeInstance &instance);
    void add(PracticeInstance &instance, const UpgradeJob &job);
    [[nodiscard]] UpgradeJob newJob(const PracticeInstance &instance, const UpgradeOrder &order,
                                    const QDateTime &now);
    QString newTaskId();

    std::chrono::milliseconds m_upgradeTime;
    QList<PracticeInstance> m_instances;
    QHash<QString, qsizetype> m_index;
    QHash<QString, QList<qsizetype>> m_byRegion;
    QHash<QString, QString> m_taskOwners; ///< task id → instance id
    QStringList m_withJobs; ///< instance ids, each once
    QStringList m_withEvents;
    QDateTime m_begun;
    QList<PracticeRegion> m_regions;
    QHash<QString, QList<Release>> m_releases;
    QSet<QString> m_failingUpgrades;
    QSet<QString> m_failingBackups;
    QHash<QString, int> m_kernelStarts;
    QHash<QString, int> m_proxyStarts;
    QHash<QString, int> m_backupCounts;
    int m_nextTask = 1;
    qint64 m_nextEvent = 11001;
    qint64 m_nextBackup = 10'220'001;
};

} // namespace uplift::practice
