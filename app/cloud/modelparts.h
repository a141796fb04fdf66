// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/models.h"
#include "cloud/replyfields.h"

#include <limits>

/// Shared by the files that implement models.h; no one else's business.
namespace uplift::cloud::modelparts {

constexpr int maxInt = std::numeric_limits<int>::max();

template <class T> void readPage(const ReplyTree &reply, Page<T> &page)
{
    page.pageNumber = fields::integer(reply.root, QLatin1String("PageNumber"), 0, maxInt);
    page.pageSize = fields::integer(reply.root, QLatin1String("PageSize"), 0, maxInt);
    page.totalCount = fields::integer(reply.root, QLatin1String("TotalCount"), 0, maxInt);
}

/// A body that parsed, yet holds nothing of what `operation` answers.
[[nodiscard]] tl::unexpected<Error> notAnAnswer(const char *operation);

} // namespace uplift::cloud::modelparts
