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

/// How the service names the next page.
enum class Paging {
    ByNumber, ///< PageNumber, until TotalCount is reached or a page is empty
    ByToken ///< NextToken of the page before, until there is none or it does not move on
};

/// Reads page after page until the service says that all came, or so many pages were read that something
/// must be wrong: 20 by number, 100 by token (a loop of 1,000 items has some 3,000 tasks).
template <class T> class PagedRead : public std::enable_shared_from_this<PagedRead<T>> {
public:
    PagedRead(Network *network, std::shared_ptr<Caller> caller, Operation operation, WallAnchor anchor,
              Urgency urgency, Paging paging, PageMapper<T> map, Answer<Answered<QList<T>>> answer)
        : m_network(network), m_caller(std::move(caller)), m_operation(std::move(operation)),
          m_anchor(std::move(anchor)), m_urgency(urgency), m_paging(paging), m_map(std::move(map)),
          m_answer(std::move(answer))
    {
    }

    void start()
    {
        if (m_paging == Paging::ByNumber)
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
        const bool more = m_paging == Paging::ByNumber ? isBefore(*page) : isMovedOn(*page);
        if (more && m_page < (m_paging == Paging::ByNumber ? maxPages : maxTokenPages)) {
            ++m_page;
            start();
        } else {
            m_answer(Answered<QList<T>>{std::move(m_items), reply->info});
        }
    }

    /// Does another page follow this one?
    [[nodiscard]] bool isBefore(const Page<T> &page) const
    {
        const int size =
            page.pageSize.value_or(m_operation.parameters.value(QStringLiteral("PageSize")).toInt());
        return page.totalCount && !page.items.isEmpty() && qint64(m_page) * size < *page.totalCount;
    }
    [[nodiscard]] bool isMovedOn(const Page<T> &page)
    {
        QString &token = m_operation.parameters[QStringLiteral("NextToken")];
        if (page.nextToken.isEmpty() || page.nextToken == token)
            return false;
        token = page.nextToken;
        return true;
    }

    static constexpr int maxPages = 20;
    static constexpr int maxTokenPages = 100;
    Network *m_network;
    std::shared_ptr<Caller> m_caller;
    Operation m_operation;
    WallAnchor m_anchor;
    Urgency m_urgency;
    Paging m_paging;
    PageMapper<T> m_map;
    Answer<Answered<QList<T>>> m_answer;
    QList<T> m_items;
    int m_page = 1;
};

} // namespace uplift::cloud
