// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "cloud/encoding.h"
#include "cloud/replytree.h"
#include "cloud/wire.h"
#include "core/accesskey.h"
#include "core/connection.h"

#include <QDateTime>
#include <QHash>

#include <atomic>
#include <chrono>
#include <limits>
#include <mutex>
#include <optional>

namespace uplift::cloud {

/// What the calls of one account share between the caller's thread and the network thread.
class Caller {
public:
    Caller(ConnectionSettings chosen, AccessKey pair, QString owner = {})
        : settings(std::move(chosen)), key(std::move(pair)), account(std::move(owner))
    {
    }
    const ConnectionSettings settings;
    const AccessKey key;
    const QString account; ///< number of the cloud account the key is one of; empty: not told

    [[nodiscard]] std::optional<std::chrono::milliseconds> offset() const;
    void setOffset(std::chrono::milliseconds offset) { m_offset = offset.count(); }

    /// Where a call goes: to what the service itself named for the region, else by the rule.
    [[nodiscard]] Result<Endpoint> endpoint(Product product, const RegionId &region) const;
    /// Takes over what DescribeRegions named, as far as namedEndpoint() trusts it.
    void learnEndpoints(const QList<Region> &regions);
    /// The account's certificate file, read when first needed and, if that failed, each time anew. In the
    /// network thread alone.
    [[nodiscard]] Result<Authorities> authorities();

private:
    static constexpr qint64 unknown = std::numeric_limits<qint64>::min();
    std::atomic<qint64> m_offset{unknown};
    std::optional<Authorities> m_authorities;
    mutable std::mutex m_mutex; ///< the caller's thread previews what the network thread learns
    QHash<RegionId, Endpoint> m_named;
};

/// The wall clock as it was read on the caller's thread, carried on by bootTime(): Clock need not be
/// thread-safe.
struct WallAnchor {
    QDateTime wall;
    std::chrono::milliseconds boot{0};
    static WallAnchor take(const Clock &clock);
    [[nodiscard]] QDateTime at(std::chrono::milliseconds bootTime) const;
    [[nodiscard]] QDateTime now() const;
};

/// One operation of the API, before time, nonce and key.
struct Operation {
    Product product = Product::RKVStore;
    RegionId region; ///< chooses the endpoint; empty: the central host
    QString action;
    Parameters parameters;
    Parameters form = {}; ///< further ones, which never travel in the URL
};

/// V3: parameters in the query, `form` in the body. V1: everything in a form body. `when` is the server's
/// time, as far as known.
[[nodiscard]] Result<SignedRequest> signOperation(const Operation &operation, const Endpoint &endpoint,
                                                  const ConnectionSettings &settings, const AccessKey &key,
                                                  const QDateTime &when, const QString &nonce);

/// A call of `operation` ready for the transport; signs with the caller's key and its offset of that moment.
[[nodiscard]] WireCall wireCall(const Operation &operation, const Endpoint &endpoint,
                                const std::shared_ptr<Caller> &caller, const WallAnchor &anchor,
                                const QString &nonce);

/// Host, round trip and clock offset of an exchange; the RequestId comes from the body.
[[nodiscard]] ReplyInfo replyInfo(const WireReply &reply, const Endpoint &endpoint, const WallAnchor &anchor);

/// "r-kvstore.aliyuncs.com", with the port when it is not the default one.
[[nodiscard]] QString hostOf(const Endpoint &endpoint);

/// What came, read as an API answer; nothing for a body that is none.
struct ApiAnswer {
    ReplyTree tree;
    QString requestId;
    std::optional<ApiError> error; ///< status of 400 and more with a Code
};
[[nodiscard]] Result<ApiAnswer> readAnswer(const WireReply &reply);

} // namespace uplift::cloud
