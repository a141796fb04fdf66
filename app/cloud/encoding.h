// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace uplift::cloud {

/// Flat request parameters, decoded; a QMap keeps them in the code unit order that signing demands.
using Parameters = QMap<QString, QString>;

/// RFC 3986: A-Z a-z 0-9 - _ . ~ stay, every other byte of the UTF-8 becomes %XX in upper case.
/// Error::Kind::Input for a lone surrogate: it has no UTF-8 and cannot be signed.
[[nodiscard]] Result<QByteArray> percentEncode(const QString &text);

/// "key=value&…" in key order, both sides encoded; an empty value gives "key=", no parameters give "".
/// These bytes are signed and these bytes are sent.
[[nodiscard]] Result<QByteArray> canonicalQuery(const Parameters &parameters);

/// Lists and objects as dotted, 1-based names: {"Tag":[{"Key":"k"}]} becomes Tag.1.Key=k.
/// Nulls are left out (their number in a list stays used), empty texts are kept, empty lists vanish.
[[nodiscard]] Parameters flatten(const QJsonObject &structured);

} // namespace uplift::cloud
