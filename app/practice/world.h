// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/maintenancewindow.h"
#include "core/minorversion.h"
#include "practice/practicecloud.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>

namespace uplift::practice {

/// One published version of a kernel or proxy.
struct Release {
    MinorVersion version;
    QString date; ///< "2026-05-14"
    int level = 0; ///< 0 regular, 1 recommended, 2 critical
    QString noteEn;
    QString noteZh;
};

/// One upgrade the service took on. Everything about it follows from these times and the clock.
struct UpgradeJob {
    enum class End { Succeeds, Fails, KeepsVersion };
    QString taskId;
    QDateTime accepted;
    QDateTime visibleFrom; ///< for the first moments nothing shows: status Normal, no task
    QDateTime begins; ///< the work; later than visibleFrom when it waits for the window
    std::chrono::milliseconds duration{0}; ///< of the work
    bool copies = true; ///< false: on its own server, without a copy of the data
    QString from; ///< bare versions
    QString to;
    End end = End::Succeeds;
};

/// Where a job stands at one moment.
struct JobState {
    enum class Phase { Hidden, Waiting, Running, Ended };
    Phase phase = Phase::Hidden;
    QString status; ///< Waiting, Running, Succeed, Failed
    QString step;
    double percent = 0; ///< 0 … 100
    qint64 remainingSeconds = 0;
    bool replicasDone = false; ///< replicas run the new version
    bool switched = false; ///< masters too
    QDateTime ended; ///< invalid while open
};
/// Pure: the same job and moment give the same answer.
[[nodiscard]] JobState stateAt(const UpgradeJob &job, const QDateTime &now);

struct PracticeRegion {
    QString id;
    QString nameEn;
    QString nameZh;
    QStringList zones;
};

/// One instance as the service keeps it. Names follow resources/practice.json.
struct PracticeInstance {
    QString id, name, region, zone, secondaryZone;
    Environment environment = Environment::Development;
    QString group;
    QString type, edition, architecture, instanceClass, engineVersion, nodeType, computingType,
        replicationMode;
    QString chargeType;
    int capacityMb = 1024;
    int shards = -1, replicas = -1, slaveReplicas = -1, readOnly = -1; ///< -1: the service does not tell
    QString line, proxyLine; ///< keys into World::releases
    MinorVersion kernel; ///< before any job
    MinorVersion proxy; ///< unknown: no proxy
    MaintenanceWindow window;
    QString status; ///< when no job says otherwise
    bool openOrder = false;
    bool contradictoryFlags = false;
    QString eventType, eventLevel; ///< what the provider plans to do; empty: nothing
    int eventInDays = 0; ///< after the cloud was opened
    bool isExtra = false; ///< made up for large fleets
    QList<UpgradeJob> jobs; ///< in the order accepted
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
    [[nodiscard]] QDateTime begun() const { return m_begun; } ///< UTC
    /// Null when there is none.
    [[nodiscard]] const PracticeInstance *find(const QString &id) const;

    [[nodiscard]] static QString statusAt(const PracticeInstance &instance, const QDateTime &now);
    [[nodiscard]] static MinorVersion kernelAt(const PracticeInstance &instance, const QDateTime &now);
    /// A job was accepted and has not ended, whether or not it shows yet.
    [[nodiscard]] static bool isBusyAt(const PracticeInstance &instance, const QDateTime &now);

    /// Takes an upgrade on. `inWindow`: it begins with the instance's next window, or at once inside one.
    void accept(const QString &id, const QString &version, bool inWindow, UpgradeJob::End end,
                const QDateTime &now);
    void release(const QString &id);

private:
    void addExtras(int count, bool spread);
    void indexAll();
    void addHistory(PracticeInstance &instance, UpgradeJob::End end, const QDateTime &now);

    std::chrono::milliseconds m_upgradeTime;
    QList<PracticeInstance> m_instances;
    QHash<QString, qsizetype> m_index;
    QHash<QString, QList<qsizetype>> m_byRegion;
    QDateTime m_begun;
    QList<PracticeRegion> m_regions;
    QHash<QString, QList<Release>> m_releases;
    int m_nextTask = 1;
};

} // namespace uplift::practice
