// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/instance.h"
#include "upgrade/batch.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace uplift::ui {

/// What the confirmation shows, filled by whoever asks. Names may be foreign text.
struct ConfirmFacts {
    QString instanceName; ///< the service's name, or the id when it has none; to be typed for production
    InstanceId instance;
    Environment environment = Environment::Production;
    QString accountName;
    QString keyTail; ///< last four characters of the AccessKey ID
    QString regionName; ///< "China (Hangzhou)"; may be empty
    RegionId region;
    QString fromVersion; ///< "7.0.1.8"
    QString toVersion; ///< "7.0.1.14"; empty: the latest, whichever it is
    UpdateLevel level = UpdateLevel::Unknown;
    upgrade::BatchParts parts = upgrade::BatchParts::Kernel; ///< what is upgraded
    QString proxyFrom; ///< of the proxies, where they are upgraded
    QString proxyTo;
    bool backUpFirst = false;
    Moment moment = Moment::MaintenanceWindow;
    MomentNaming momentNaming = MomentNaming::Both;
    std::optional<WindowSpan> window; ///< the occurrence it is asked for
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::systemTimeZone();
    QString ticket; ///< the change ticket's number as entered before; empty: none
    QString note; ///< likewise the user's own words
    QString impactHead; ///< "Connections drop ≤ 30 s, read-only ≤ 60 s"
    QString impactText; ///< "Documented worst case for a cluster. …"
};

/// One fact in two lines.
struct TwoLines {
    QString head;
    QString detail;
};

/// "Tonight 02:00 – 06:00, your time (UTC+8), in 11 h 28 min" over the dates, the same in UTC and the wire
/// value.
[[nodiscard]] TwoLines whenLines(const ConfirmFacts &facts);
/// "Sent as MaintainTime": under the name or names the account is set to.
[[nodiscard]] QString wireSentence(const ConfirmFacts &facts);
[[nodiscard]] QString noWayBackSentence(const ConfirmFacts &facts);
/// "Upgrade orders-cache?", "Back up and upgrade the proxy of orders-cache?"
[[nodiscard]] QString titleText(const ConfirmFacts &facts);
/// Several steps that follow each other: in which order, and what that means. Nothing: it is one.
[[nodiscard]] std::optional<TwoLines> orderLines(const ConfirmFacts &facts);
/// "Upgrade in the window", "Upgrade now"
[[nodiscard]] QString actText(const ConfirmFacts &facts);
/// Must the instance's name be typed?
[[nodiscard]] bool asksForName(const ConfirmFacts &facts);
/// Is `typed` the instance's name? Blanks around it do not count.
[[nodiscard]] bool isName(const ConfirmFacts &facts, const QString &typed);

} // namespace uplift::ui
