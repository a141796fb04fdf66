// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace uplift::cloud {

/// Bounds of a reply (pitfalls P1 to P4).
struct ReplyLimits {
    qsizetype maxJson = 4 * 1024 * 1024; ///< bytes
    qsizetype maxXml = 1024 * 1024; ///< bytes
    int maxDepth = 32;
    qsizetype maxTag = 4096; ///< bytes between < and >: attributes cost time by their square
};

/// A reply as one tree, whichever format it came in. XML: the root's children; a repeated element is a list,
/// a single one is not; leaves are text, an empty element is "".
struct ReplyTree {
    QJsonObject root;
    ReplyFormat format = ReplyFormat::Json;
    QString xmlRoot; ///< "DescribeRegionsResponse", "Error"; empty for JSON
};

/// Decides by the first byte, then verifies. Error::Kind::BadReply for anything that is not an API answer:
/// HTML, half a body, too large, too deep, a DTD, an undeclared entity. The error holds nothing of the body.
[[nodiscard]] Result<ReplyTree> parseReply(const QByteArray &body, const ReplyLimits &limits = {});

} // namespace uplift::cloud
