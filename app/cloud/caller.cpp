// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/caller.h"

#include "cloud/bootclock.h"
#include "cloud/models.h"
#include "cloud/serverclock.h"

namespace uplift::cloud {

std::optional<std::chrono::milliseconds> Caller::offset() const
{
    const qint64 value = m_offset;
    if (value == unknown)
        return std::nullopt;
    return std::chrono::milliseconds(value);
}

Result<Endpoint> Caller::endpoint(Product product, const RegionId &region) const
{
    if (product == Product::RKVStore && !region.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        const auto named = m_named.constFind(region);
        if (named != m_named.constEnd())
            return *named;
    }
    return endpointFor(product, region, settings.endpoint);
}

void Caller::learnEndpoints(const QList<Region> &regions)
{
    const std::lock_guard lock(m_mutex);
    for (const Region &region : regions) {
        if (const std::optional<Endpoint> named = namedEndpoint(region.endpoint, settings.endpoint))
            m_named.insert(region.id, *named);
        else
            m_named.remove(region.id);
    }
}

Result<Authorities> Caller::authorities()
{
    if (!m_authorities) {
        Result<Authorities> read = readAuthorities(settings.caFile);
        if (!read)
            return read;
        m_authorities = *std::move(read);
    }
    return *m_authorities;
}

WallAnchor WallAnchor::take(const Clock &clock) { return {clock.now(), bootTime()}; }

QDateTime WallAnchor::at(std::chrono::milliseconds bootTime) const
{
    return wall.addMSecs((bootTime - boot).count());
}

QDateTime WallAnchor::now() const { return at(bootTime()); }

Result<SignedRequest> signOperation(const Operation &operation, const Endpoint &endpoint,
                                    const ConnectionSettings &settings, const AccessKey &key,
                                    const QDateTime &when, const QString &nonce)
{
    CallRequest request;
    request.host = endpoint.hostHeader();
    request.action = operation.action;
    request.version = apiVersion(operation.product);
    request.parameters = operation.parameters;
    request.timestamp = when;
    request.nonce = nonce;
    request.format = settings.format;
    // Qt adds a type to a POST that has none, so it is set here and, with V3, signed.
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    if (settings.signature == SignatureVersion::V3) {
        Result<QByteArray> form = canonicalQuery(operation.form);
        if (!form)
            return failure(std::move(form.error()));
        request.body = *std::move(form);
        return signV3(request, key);
    }
    request.parameters.insert(operation.form);
    V1Options options;
    options.placement = V1Placement::Form;
    return signV1(request, key, options);
}

WireCall wireCall(const Operation &operation, const Endpoint &endpoint, const std::shared_ptr<Caller> &caller,
                  const WallAnchor &anchor, const QString &nonce)
{
    WireCall call;
    call.endpoint = endpoint;
    call.proxy = caller->settings.proxy;
    call.sign = [operation, endpoint, caller, anchor, nonce] {
        const std::chrono::milliseconds offset = caller->offset().value_or(std::chrono::milliseconds(0));
        return signOperation(operation, endpoint, caller->settings, caller->key,
                             anchor.now().addMSecs(offset.count()), nonce);
    };
    return call;
}

ReplyInfo replyInfo(const WireReply &reply, const Endpoint &endpoint, const WallAnchor &anchor)
{
    ReplyInfo info;
    info.host = hostOf(endpoint);
    info.roundTrip = reply.roundTrip;
    // From the last byte sent to the first header: the TLS handshake before it says nothing of the server's
    // clock.
    if (reply.end == WireEnd::Replied && reply.requestSent && reply.headersAt >= reply.sentAt)
        info.clockOffset = clockOffset({reply.date, anchor.at(reply.sentAt), reply.headersAt - reply.sentAt});
    return info;
}

QString hostOf(const Endpoint &endpoint) { return QString::fromLatin1(endpoint.hostHeader()); }

Result<ApiAnswer> readAnswer(const WireReply &reply)
{
    Result<ReplyTree> tree = parseReply(reply.body);
    if (!tree)
        return failure(tree.error());
    ApiAnswer answer;
    answer.tree = *std::move(tree);
    answer.requestId = toRequestId(answer.tree);
    if (reply.httpStatus >= 400)
        answer.error = toApiError(answer.tree, reply.httpStatus, reply.acsRetryAfter);
    return answer;
}

} // namespace uplift::cloud
