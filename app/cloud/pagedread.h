// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/models.h"
#include "cloud/readcall.h"
#include "core/worker.h"

namespace uplift::cloud {

template <class T> using PageMapper = std::function<Result<Page<T>>(const ReplyTree &)>;

/// The same error, with what is known of the reply it was found in.
[[nodiscard]] Error withReply(Error error, const ReplyInfo &info);
/// The service answered an empty list for one instance.
[[nodiscard]] Error unknownInstanceError(const InstanceId &id, const RegionId &region);

/// Reads page after page until the service says that all came, a page is empty, or 20 pages were read.
template <class T> class PagedRead : public std::enable_shared_from_this<PagedRead<T>> {
public:
    PagedRead(Network *network, std::shared_ptr<Caller> caller, Operation operation, WallAnchor anchor,
              Urgency urgency, PageMapper<T> map, Answer<Answered<QList<T>>> answer)
        : m_network(network), m_caller(std::move(caller)), m_operation(std::move(operation)),
          m_anchor(std::move(anchor)), m_urgency(urgency), m_map(std::move(map)), m_answer(std::move(answer))
    {
    }

    void start()
    {
        m_operation.parameters.insert(QStringLiteral("PageNumber"), QString::number(m_page));
        ReadOptions options{m_urgency, false, [answer = m_answer] { return answer.isWanted(); }};
        std::make_shared<ReadCall>(
            m_network, m_caller, m_operation, m_anchor, std::move(options),
            [self = this->shared_from_this()](ReadEnd end) { self->onReply(std::move(end.reply)); })
            ->start();
    }

private:
    void onReply(Result<ReadReply> reply)
    {
        if (!reply) {
            m_answer(failure(std::move(reply.error())));
            return;
        }
        Result<Page<T>> page = m_map(reply->tree);
        if (!page) {
            m_answer(failure(withReply(std::move(page.error()), reply->info)));
            return;
        }
        m_items += page->items;
        const int size =
            page->pageSize.value_or(m_operation.parameters.value(QStringLiteral("PageSize")).toInt());
        const bool more =
            page->totalCount && !page->items.isEmpty() && qint64(m_page) * size < *page->totalCount;
        if (more && m_page < maxPages) {
            ++m_page;
            start();
        } else {
            m_answer(Answered<QList<T>>{std::move(m_items), reply->info});
        }
    }

    static constexpr int maxPages = 20;
    Network *m_network;
    std::shared_ptr<Caller> m_caller;
    Operation m_operation;
    WallAnchor m_anchor;
    Urgency m_urgency;
    PageMapper<T> m_map;
    Answer<Answered<QList<T>>> m_answer;
    QList<T> m_items;
    int m_page = 1;
};

} // namespace uplift::cloud
