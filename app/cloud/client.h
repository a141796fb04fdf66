// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/change.h"
#include "cloud/endpoints.h"
#include "core/accesskey.h"
#include "core/clock.h"
#include "core/connection.h"
#include "core/execution.h"
#include "core/instance.h"
#include "core/instancedetails.h"
#include "core/monitorhistory.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace uplift::cloud {

class Network;

/// How a reply came, beside what it said.
struct ReplyInfo {
    QString requestId;
    QString host; ///< asked host, with port when it is not the default one
    std::chrono::milliseconds roundTrip{0};
    /// Server clock minus ours; from a verified reply's Date only, nothing when the round trip was over 10 s.
    /// ±1 s.
    std::optional<std::chrono::milliseconds> clockOffset;
};

template <class T> struct Answered {
    T value;
    ReplyInfo info;
};

/// A complete error body of the API.
struct ApiError {
    int httpStatus = 0;
    QString code;
    QString requestId;
    QString message; ///< redacted
    QString deniedAction; ///< AccessDeniedDetail.AuthAction, "kvstore:…"
    QString deniedPrincipal;
    std::optional<std::chrono::milliseconds> retryAfter;
    /// The rest of AccessDeniedDetail, one plain line each; empty when it gave none.
    QString deniedPrincipalType = {}; ///< SubUser, AssumedRoleUser …
    QString noPermissionType = {}; ///< ImplicitDeny, ExplicitDeny
    QString policyType = {}; ///< AccountLevelIdentityBasedPolicy, ControlPolicy …
};

/// Everything that is known of one call that changes something once it ended. Facts alone: upgrade::judge()
/// judges (pitfalls A1).
struct ChangeFacts {
    enum class Transport {
        Replied, ///< a whole HTTP reply came
        HostNotFound,
        ConnectionRefused,
        TlsRefused,
        ProxyRefused,
        ClosedByPeer, ///< also a re-send that Qt was kept from (ContentReSendError)
        Deadline, ///< our own absolute deadline
        Cancelled, ///< our own shut-down, or nobody waited for it any more
        Other
    };
    Transport transport = Transport::Other;
    /// False: refused here, or stopped before the network layer got the request. Then surely nothing was
    /// sent, whatever `transport` says.
    bool handedOver = true;
    /// QNetworkReply::requestSent was seen. Qt 6.4 never emits it for an empty upload, as most of V3 are:
    /// there it is true as soon as the request may have left, that is once the TLS session stood.
    bool requestSent = false;
    int httpStatus = 0; ///< 0: none came
    bool bodyComplete = false; ///< a whole, parsed API body: success or error
    std::optional<ApiError> apiError;
    QString detail; ///< English, for the journal: never a secret
    ReplyInfo info; ///< info.requestId: empty when the reply held none
    /// What a complete success said beside its RequestId, of BackupJobID, Ids, SuccessCount, ErrorCode,
    /// ErrorTaskId, and of an execution its ExecutionId and Status. What was absent, empty, odd or oversized
    /// is not there.
    QMap<QString, QString> values;
};

/// One page of DescribeInstances.
struct InstancePage {
    QList<Instance> instances; ///< as they came: a moving list may name one twice over two pages
    int totalCount = -1; ///< of the whole region; -1: the service did not say
    int page = 1; ///< as asked
    int pageSize = 0; ///< as the service says, else as asked
};

/// Which executions of OOS are asked for; what is empty does not narrow.
struct ExecutionFilter {
    QString executionId;
    QString templateName;
    QString status; ///< in the service's words: Running, Failed …
};

/// What one AssumeRole call asks for (api.md 11).
struct AssumeRoleRequest {
    QString roleArn; ///< acs:ram::123…:role/name
    QString sessionName; ///< 2 to 64 letters, digits, . @ - _
    QString externalId; ///< empty: none
    std::chrono::seconds duration{3600}; ///< 900 s to the role's maximum
    QString policy = {}; ///< JSON that narrows the session; empty: none
};

/// One call of the permission doctor. Refused unless the action begins with Describe, List or Get.
struct PermissionProbe {
    Product product = Product::RKVStore;
    RegionId region; ///< chooses the endpoint; empty: the central host
    QString action; ///< DescribeInstances
    QMap<QString, QString> parameters;
};

/// What a probe found out.
struct ProbeResult {
    enum class Outcome {
        Allowed, ///< the service carried it out
        Denied, ///< the identity may not do it; apiError names what is denied
        Refused, ///< a complete refusal of another kind: an unknown id, a missing parameter, a wrong key
        Failed ///< no answer of the service: nothing is known
    };
    Outcome outcome = Outcome::Failed;
    std::optional<ApiError> apiError; ///< Denied and Refused
    std::optional<Error> error; ///< all but Allowed: in words
    ReplyInfo info;
};
/// Is this a refusal for want of permission, and not one of the key, its signature or the instance? Pure.
[[nodiscard]] bool isPermissionDenial(const ApiError &error);

/// Who waits for a read. User reads go first; background reads wait as long as they must.
enum class Urgency { User, Background };

/// What the wire would carry, secrets and signature masked: for "Show the request".
struct RequestPreview {
    QString method; ///< POST
    QString url; ///< whole, masked
    QList<std::pair<QString, QString>> headers; ///< in sending order, masked
    QList<std::pair<QString, QString>> parameters; ///< decoded API parameters, sorted
    QString body; ///< masked; empty with V3, whose parameters travel in the URL, but see travelsInForm()
};

/// Signed calls of one account. Cheap to make; a running step keeps it alive through a shared_ptr.
/// Handlers run once on the caller's thread, unless `context` goes first; a read still waiting then is
/// dropped. All calls are paced (cloud/scheduler.h): re-signed and repeated once after a measured clock skew,
/// once with a new nonce after SignatureNonceUsed, and more slowly while the service throttles them. Nothing
/// else is repeated here. Errors: Offline, TimedOut, Tls, Proxy, Denied, Throttled, NotFound, Conflict,
/// Rejected, Server, BadReply.
class Client {
public:
    /// `account` is the number of the cloud account, as far as it is known beforehand: its quota is one for
    /// all its keys.
    Client(std::shared_ptr<Network> network, ConnectionSettings settings, AccessKey key, const Clock &clock,
           QString account = {});
    ~Client();

    void getCallerIdentity(QObject *context, Handler<Answered<CallerIdentity>> done);
    /// Names in the program's language. From then on, calls go where the service named for a region, see
    /// namedEndpoint().
    void describeRegions(QObject *context, Handler<Answered<QList<Region>>> done);
    /// DescribeInstances with at most 30 ids; ids the service does not know are missing from the list.
    void describeInstances(const RegionId &region, const QList<InstanceId> &ids, QObject *context,
                           Handler<Answered<QList<Instance>>> done);
    /// DescribeInstanceAttribute; an empty list from the service is Error::Kind::NotFound.
    void describeInstance(const RegionId &region, const InstanceId &id, QObject *context,
                          Handler<Answered<Instance>> done);
    void describeEngineVersion(const RegionId &region, const InstanceId &id, QObject *context,
                               Handler<Answered<EngineVersion>> done);
    /// Tasks of one instance that began in [from, to] (at most 30 days), newest first on each page.
    void describeTasks(const RegionId &region, const InstanceId &id, const QDateTime &from,
                       const QDateTime &to, QObject *context, Handler<Answered<QList<CloudTask>>> done);
    /// The same of at most 30 instances in one call, their tasks mixed; of none, nothing.
    void describeTasks(const RegionId &region, const QList<InstanceId> &ids, const QDateTime &from,
                       const QDateTime &to, QObject *context, Handler<Answered<QList<CloudTask>>> done);
    /// At most 30 tasks by their ids, if they began in [from, to]; ids the service does not know are missing.
    void describeTasksById(const RegionId &region, const QList<TaskId> &ids, const QDateTime &from,
                           const QDateTime &to, QObject *context, Handler<Answered<QList<CloudTask>>> done);
    /// Versions of every data node (DescribeRoleZoneInfo).
    void describeNodes(const RegionId &region, const InstanceId &id, QObject *context,
                       Handler<Answered<QList<NodeVersion>>> done);
    /// Versions of every proxy; an instance without proxies is refused by the service.
    void describeProxyNodes(const RegionId &region, const InstanceId &id, QObject *context,
                            Handler<Answered<QList<NodeVersion>>> done);

    /// One page of DescribeInstances, `page` from 1, `pageSize` 1 … 50.
    void describeInstancePage(const RegionId &region, int page, int pageSize, QObject *context,
                              Handler<Answered<InstancePage>> done);
    /// Shards and proxies; only clusters and read/write splitting have them.
    void describeTopology(const RegionId &region, const InstanceId &id, QObject *context,
                          Handler<Answered<Topology>> done);
    /// What the provider plans to do to one instance, or with an empty id to any of the region, soonest
    /// first.
    void describeEvents(const RegionId &region, const InstanceId &id, QObject *context,
                        Handler<Answered<QList<ScheduledEvent>>> done);
    /// Backups begun in [from, to], newest first; not for cloud-native clusters.
    void describeBackups(const RegionId &region, const InstanceId &id, const QDateTime &from,
                         const QDateTime &to, QObject *context, Handler<Answered<QList<Backup>>> done);
    /// The same for a cloud-native cluster (DescribeClusterBackupList).
    void describeClusterBackups(const RegionId &region, const InstanceId &id, const QDateTime &from,
                                const QDateTime &to, QObject *context, Handler<Answered<QList<Backup>>> done);

    /// Jobs that make backups now, of one BackupJobID or with an empty one of them all. None may mean that
    /// they ended: see describeBackups().
    void describeBackupTasks(const RegionId &region, const InstanceId &id, const QString &jobId,
                             QObject *context, Handler<Answered<QList<BackupJob>>> done);
    /// Load over [from, to] (DescribeHistoryMonitorValues): a span of at most 7 days, of the last month, else
    /// Error::Kind::Internal. `keys` are groups: at most 5 for one node, 1 for an aggregate such as
    /// CpuUsage$db; none means memory. `nodeId` is a TopologyNode::id of a cluster, or empty. Seven days of
    /// one key are some 10,000 samples; more keys at once may exceed what is read of an XML body.
    void describeMonitorHistory(const RegionId &region, const InstanceId &id, const QStringList &keys,
                                const QDateTime &from, const QDateTime &to, const QString &nodeId,
                                QObject *context, Handler<Answered<MonitorHistory>> done);

    /// Executions of OOS that fit the filter; at most 100 pages of 100.
    void listExecutions(const RegionId &region, const ExecutionFilter &filter, QObject *context,
                        Handler<Answered<QList<Execution>>> done);
    /// Tasks of one execution, the turns of its loops among them; at most 100 pages of 100.
    void listTaskExecutions(const RegionId &region, const QString &executionId, QObject *context,
                            Handler<Answered<QList<TaskExecution>>> done);

    /// AssumeRole of STS with this client's key. Secret and token go from the wire into wipeable bytes.
    void assumeRole(const AssumeRoleRequest &request, QObject *context, Handler<Answered<AccessKey>> done);
    /// One read-only call, judged by whether it is allowed. The handler's Error is for a probe that is none.
    void probe(const PermissionProbe &probe, QObject *context, Handler<ProbeResult> done);

    /// The same account over the same connections, whose reads are queued as `urgency` says. A client is made
    /// with Urgency::User. Calls that change something are not affected.
    [[nodiscard]] std::shared_ptr<Client> at(Urgency urgency) const;
    [[nodiscard]] Urgency urgency() const;

    /// One call that changes something, on a fresh connection, exactly once on the wire (pitfalls N1, N2).
    /// Never repeated here, whatever comes. It waits for its turn, ahead of every read, as long as it must:
    /// PacingRules::changes. A call whose context goes before it left does not leave. One that refusalOf()
    /// refuses ends unsent, with the reason in ChangeFacts::detail.
    void change(const ChangeRequest &request, QObject *context, std::function<void(ChangeFacts)> done);
    [[nodiscard]] RequestPreview previewChange(const ChangeRequest &request) const;
    /// The same for upgradeKernel(), with the account's naming of the moment.
    void startUpgrade(const StartRequest &request, QObject *context, std::function<void(ChangeFacts)> done);
    [[nodiscard]] RequestPreview previewStart(const StartRequest &request) const;

    /// The last measured offset, for signing; nothing before the first verified reply.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const;
    [[nodiscard]] const ConnectionSettings &settings() const;
    [[nodiscard]] QString keyTail() const; ///< last four characters of the key id

private:
    struct State;
    explicit Client(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

/// How other rooms get an account's signed client without knowing where its secret lies.
using ClientProvider = std::function<void(const AccountId &, QObject *, Handler<std::shared_ptr<Client>>)>;

/// 128 random bits from the system, as 32 hex digits.
[[nodiscard]] QString newNonce();

} // namespace uplift::cloud
