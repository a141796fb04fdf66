// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batch.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace uplift::report {

/// Members of one wave that are upgraded in the same way: one ACS::Loop.
struct OosLoop {
    int wave = 0; ///< from 0
    int number = 0; ///< from 0, within its wave
    QList<upgrade::StepKind> parts; ///< Kernel, Proxy, in order
    QString proxyTarget; ///< what ProxyMinorVersion must become; empty without a proxy part
    Moment moment = Moment::MaintenanceWindow;
    MomentNaming naming = MomentNaming::Both;
    int atOnce = 1;
    QJsonValue maxErrors; ///< a number, or "100%"
    std::chrono::minutes longestWindow{0}; ///< of its members; a day where one is not known
    QStringList instances;

    [[nodiscard]] QString prefix() const; ///< "wave1", "wave1Part2"
    [[nodiscard]] QString parameter() const; ///< "instanceIdsWave1"
    [[nodiscard]] std::chrono::seconds delay() const; ///< between two looks
};

/// Puts `item` into the loop of its kind among those from `first` on, or into a new one.
void addMember(QList<OosLoop> &loops, qsizetype first, const upgrade::BatchPlan &plan,
               const upgrade::BatchItem &item);

[[nodiscard]] QJsonObject sleepTask(const QString &name, const QString &duration);
/// The loop with its tasks; every name begins with prefix().
[[nodiscard]] QJsonObject loopTask(const OosLoop &loop);

} // namespace uplift::report
