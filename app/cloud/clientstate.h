// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller.h"
#include "cloud/network.h"
#include "cloud/pagedread.h"
#include "cloud/readcall.h"

/// What the files that implement client.h share; no one else's business.
namespace uplift::cloud {

struct Client::State {
    std::shared_ptr<Network> network;
    /// Shared with open calls. It holds no Network: the last owner may let go in the network thread, which
    /// must not join itself.
    std::shared_ptr<Caller> caller;
    const Clock &clock;
    Urgency urgency = Urgency::User;

    template <class T>
    void read(Operation operation, std::function<Result<T>(const ReplyTree &)> map, QObject *context,
              Handler<Answered<T>> done) const;
    template <class T>
    void readPages(Operation operation, PageMapper<T> map, QObject *context, Handler<Answered<QList<T>>> done,
                   Paging paging = Paging::ByNumber) const;
    /// One read whose end `judge` turns into the answer, in the network thread.
    template <class T>
    void readRaw(Operation operation, bool secret, std::function<Result<T>(ReadEnd)> judge, QObject *context,
                 Handler<T> done) const;
};

template <class T>
void Client::State::readRaw(Operation operation, bool secret, std::function<Result<T>(ReadEnd)> judge,
                            QObject *context, Handler<T> done) const
{
    const Answer<T> answer(context, std::move(done));
    network->worker().post([net = network.get(), who = caller, operation = std::move(operation),
                            anchor = WallAnchor::take(clock), judge = std::move(judge), answer, secret,
                            urgent = urgency] {
        ReadOptions options{urgent, secret, [answer] { return answer.isWanted(); }};
        std::make_shared<ReadCall>(net, who, operation, anchor, std::move(options),
                                   [judge, answer](ReadEnd end) { answer(judge(std::move(end))); })
            ->start();
    });
}

template <class T>
void Client::State::read(Operation operation, std::function<Result<T>(const ReplyTree &)> map,
                         QObject *context, Handler<Answered<T>> done) const
{
    const auto judge = [map = std::move(map)](ReadEnd end) -> Result<Answered<T>> {
        if (!end.reply)
            return failure(std::move(end.reply.error()));
        Result<T> value = map(end.reply->tree);
        if (!value)
            return failure(withReply(std::move(value.error()), end.reply->info));
        return Answered<T>{*std::move(value), end.reply->info};
    };
    readRaw<Answered<T>>(std::move(operation), false, judge, context, std::move(done));
}

template <class T>
void Client::State::readPages(Operation operation, PageMapper<T> map, QObject *context,
                              Handler<Answered<QList<T>>> done, Paging paging) const
{
    const Answer<Answered<QList<T>>> answer(context, std::move(done));
    network->worker().post([net = network.get(), who = caller, operation = std::move(operation),
                            anchor = WallAnchor::take(clock), map = std::move(map), answer, paging,
                            urgent = urgency] {
        std::make_shared<PagedRead<T>>(net, who, operation, anchor, urgent, paging, map, answer)->start();
    });
}

} // namespace uplift::cloud
