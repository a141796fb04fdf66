// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/endpointtrial.h"

#include "cloud/authorities.h"
#include "cloud/caller.h"
#include "cloud/networkerrors.h"
#include "cloud/transport.h"

#include <QCoreApplication>

namespace uplift::cloud {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::cloud", text); }

/// The operation everybody may ask for, unsigned.
Result<SignedRequest> unsignedRequest()
{
    SignedRequest request;
    request.headers = {{"accept", "application/json"},
                       {"content-type", "application/x-www-form-urlencoded"},
                       {"x-acs-action", "DescribeRegions"},
                       {"x-acs-version", apiVersion(Product::RKVStore).toLatin1()}};
    return request;
}

QString reachedSentence(const EndpointTrial &trial, const ConnectionSettings &settings)
{
    const qint64 took = trial.roundTrip.count();
    const bool loopback = isLoopbackHost(trial.host.section(QLatin1Char(':'), 0, 0));
    if (!trial.proxy.isEmpty())
        //: %1 is a host name, %2 host:port of a proxy, %3 a number of milliseconds
        return tr("%1 answered through the proxy %2 in %3 ms.").arg(trial.host, trial.proxy).arg(took);
    if (loopback && settings.proxy.kind != ProxyRule::Kind::None)
        //: %1 is a host name, %2 a number of milliseconds
        return tr("%1 answered in %2 ms. It is this machine, so no proxy was used.")
            .arg(trial.host)
            .arg(took);
    //: %1 is a host name, %2 a number of milliseconds
    return tr("%1 answered without a proxy in %2 ms.").arg(trial.host).arg(took);
}

EndpointTrial judge(const WireReply &reply, const Asked &asked, const ConnectionSettings &settings)
{
    EndpointTrial trial;
    trial.host = hostOf(asked.endpoint);
    trial.proxy = reply.proxy;
    trial.roundTrip = reply.roundTrip;
    // Refused or not: only the service writes a RequestId.
    const Result<ApiAnswer> answer = readAnswer(reply);
    trial.reached = reply.end == WireEnd::Replied && answer && !answer->requestId.isEmpty();
    if (trial.reached) {
        trial.message = reachedSentence(trial, settings);
        return trial;
    }
    trial.error = reply.end == WireEnd::Replied ? badReplyError(reply, asked) : networkError(reply, asked);
    trial.message = trial.error->message;
    trial.next = trial.error->next;
    return trial;
}

} // namespace

void tryEndpoint(const std::shared_ptr<Network> &network, const ConnectionSettings &settings,
                 const RegionId &region, QObject *context, Handler<EndpointTrial> done)
{
    const Answer<EndpointTrial> answer(context, std::move(done));
    network->worker().post([net = network.get(), settings, region, answer] {
        const Result<Endpoint> endpoint = endpointFor(Product::RKVStore, region, settings.endpoint);
        const Result<Authorities> authorities = readAuthorities(settings.caFile);
        if (!endpoint || !authorities) {
            answer(failure(endpoint ? authorities.error() : endpoint.error()));
            return;
        }
        Asked asked;
        asked.endpoint = *endpoint;
        asked.rule = settings.endpoint.kind;
        asked.regional = !region.isEmpty() && endpoint->host.contains(region.value);
        asked.deadline = net->options().readDeadline;
        asked.maxBody = net->options().maxBody;
        WireCall call;
        call.endpoint = asked.endpoint;
        call.proxy = settings.proxy;
        call.authorities = *authorities;
        call.deadline = asked.deadline;
        call.maxBody = asked.maxBody;
        call.once = true; // a connection of its own: one that stands says nothing of the proxy of today
        call.sign = unsignedRequest;
        net->transport()->send(std::move(call), [asked, settings, answer](const WireReply &reply) {
            answer(judge(reply, asked, settings));
        });
    });
}

} // namespace uplift::cloud
