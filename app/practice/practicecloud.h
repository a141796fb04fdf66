// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace uplift::practice {

/// Faults a DBA may switch on to rehearse them. Each stays on until switched off, unless it says once.
enum class Fault {
    Throttling, ///< every second call is answered Throttling.User
    LostReply, ///< the start call is carried out, then the connection is cut before the reply
    LostRequest, ///< the connection is cut before the start call is carried out
    PermissionDenied, ///< ModifyInstanceMinorVersion: Forbidden.RAM
    WrongState, ///< ModifyInstanceMinorVersion: IncorrectDBInstanceState
    ClockSkew, ///< the server's clock runs 20 minutes ahead
    SlowNetwork, ///< every reply comes 3 s late
    UpgradeFails, ///< an accepted upgrade ends Failed
    UpgradeUnchanged, ///< an accepted upgrade ends Normal with the old version
    WindowIgnored, ///< an upgrade accepted for the window starts at once
    RegionForbidden, ///< every call that concerns PracticeOptions::failingRegion: Forbidden.RAM
    RegionSilent, ///< the same calls are never answered
    ServerError, ///< the start call is carried out, then answered InternalError with HTTP 500
    BackupFails ///< a backup asked for from now on ends Failed; of a cluster, its last shard
};

/// A key pair this service knows. Made up, so plain strings do.
struct PracticeKey {
    QString id;
    QString secret;
    QString token = {}; ///< set: a temporary key that must come with this token
    QDateTime tokenExpires = {}; ///< UTC; invalid: never
    QString account = QStringLiteral("1234567890123456"); ///< whose it is; 5 to 20 digits
};

/// What shall go wrong with one call, for tests: see PracticeOptions::faultFor.
struct PlannedFault {
    enum class Kind {
        LostReply, ///< carried out, then the connection is cut before a byte of the reply
        LostRequest, ///< the connection is cut and nothing was looked at: the same bytes may come again
        ErrorAfter, ///< carried out, then HTTP 500 InternalError
        ErrorBefore, ///< not carried out, HTTP 500 InternalError
        Throttled, ///< not carried out, Throttling.User
        Slow, ///< carried out and answered, after `delay`
        Garbled, ///< carried out, then HTTP 200 with a page that is no answer of the service
        HalfBody ///< carried out, then the connection is cut in the middle of the reply's body
    };
    Kind kind = Kind::Slow;
    std::chrono::milliseconds delay{0}; ///< of the reply, where there is one
};

struct PracticeOptions {
    quint16 port = 0; ///< 0: any free one
    /// How long an upgrade takes from accepted to done; one minute for people, less in tests. A proxy's and a
    /// backup take half of it, and the times of OOS templates, meant for upgrades of ten minutes, shrink
    /// alike.
    std::chrono::milliseconds upgradeTime{60'000};
    /// The window of the instance "soon" begins this long after the start.
    std::chrono::minutes windowIn{2};
    /// How late Fault::SlowNetwork makes every reply.
    std::chrono::milliseconds slowBy{3'000};
    /// Instances made up beyond the dozen, for tests of large fleets. They are not in instances().
    int extraInstances = 0;
    /// 0: the four regions of the dozen. More, up to 20: further ones, and the extra instances are spread
    /// over all of them unevenly; 4,986 over 20 regions fill 111 pages of 50, at most 9 in one region.
    int regions = 0;
    /// Each region has a port of its own, which DescribeRegions names, as the provider has hosts of its own.
    bool endpointPerRegion = false;
    /// How long every reply takes, whatever is on.
    std::chrono::milliseconds callDelay{0};
    /// What Fault::RegionForbidden and Fault::RegionSilent are about.
    QString failingRegion = QStringLiteral("ap-southeast-1");
    /// A fixed key for tests; otherwise one is made anew at each start.
    std::optional<PracticeKey> key = std::nullopt;
    /// Further fixed keys, each of an account of its own if PracticeKey::account says so. All accounts see
    /// all instances, as several users of one company do; executions of OOS belong to the account that began
    /// them.
    QList<PracticeKey> keys = {};
    /// For tests: asked once for each request that arrived whole, with its operation and how many requests of
    /// that operation have arrived, this one included. What it returns happens to that call; it must not call
    /// this object.
    std::function<std::optional<PlannedFault>(const QString &action, int nthRequest)> faultFor = {};
    /// UTC, asked at each request; states follow from it, so a test that moves it moves every upgrade. Empty:
    /// system.
    std::function<QDateTime()> now = {};
};

/// A loopback imitation of the service on http://127.0.0.1:<port>, with its own check of both signatures.
/// Shares no code with the client's signing. Lives on the caller's thread and never blocks it.
class PracticeCloud : public QObject {
    Q_OBJECT
public:
    explicit PracticeCloud(PracticeOptions options = {}, QObject *parent = nullptr);
    ~PracticeCloud() override;

    /// False when no port could be had; error() says why.
    bool start();
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString origin() const; ///< "http://127.0.0.1:40123"
    [[nodiscard]] QString accessKeyId() const; ///< made anew at each start
    [[nodiscard]] QString accessKeySecret() const;

    [[nodiscard]] bool isOn(Fault fault) const;
    void setOn(Fault fault, bool on);
    /// Translated name and one sentence of what it does.
    [[nodiscard]] static QString faultName(Fault fault);
    [[nodiscard]] static QString faultText(Fault fault);
    [[nodiscard]] static QList<Fault> faults();

    /// What exists, for the first-start page and for tests: ids, names, regions.
    struct Seed {
        InstanceId id;
        QString name;
        RegionId region;
        Environment environment;
        QString group;
    };
    [[nodiscard]] QList<Seed> instances() const;
    /// Start calls that were carried out, per instance: what a test compares with the journal. An execution
    /// of OOS counts once it is due and the service has been asked anything since.
    [[nodiscard]] int startsOf(const InstanceId &id) const;
    [[nodiscard]] int proxyStartsOf(const InstanceId &id) const; ///< the same of UpgradeProxy
    [[nodiscard]] int backupsOf(const InstanceId &id) const; ///< the same of CreateBackup
    /// Requests that arrived whole and named this operation, before anything else about them was checked:
    /// copies sent by a network layer count each.
    [[nodiscard]] int requestCount(const QString &action) const;
    /// The most calls of one region's endpoint that were under way at once; of the only endpoint without
    /// endpointPerRegion.
    [[nodiscard]] int mostInFlight() const;
    [[nodiscard]] QStringList regions() const; ///< ids, in the order of DescribeRegions
    /// The hour of the day, UTC, in which the made-up load of an instance is least; 0 … 23.
    [[nodiscard]] static int quietHourOf(const InstanceId &id);
    /// The instance is released: calls no longer find it.
    void release(const InstanceId &id);
    /// Upgrades, or backups, of this one instance end Failed from now on.
    void failUpgradesOf(const InstanceId &id);
    void failBackupsOf(const InstanceId &id);

Q_SIGNALS:
    void faultChanged();
    /// The upgrade of a kernel was taken on.
    void started(const uplift::InstanceId &id);

private:
    class Service;
    std::unique_ptr<Service> m_service;
};

} // namespace uplift::practice
