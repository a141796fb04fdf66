// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace uplift {

/// A kernel's or proxy's minor version. Two notations exist: "redis-5.0_0.5.7" (current) and "0.5.9"
/// (latest); all up to the last '_' is prefix and does not count.
class MinorVersion {
public:
    MinorVersion() = default;
    /// Unknown when `text` holds no dotted number after its prefix.
    static MinorVersion parse(const QString &text);

    [[nodiscard]] bool isKnown() const { return !m_parts.isEmpty(); }
    [[nodiscard]] QString text() const; ///< "7.0.1.8", without prefix; empty when unknown
    [[nodiscard]] QString raw() const { return m_raw; } ///< as the service wrote it
    /// -1, 0, 1 by dot-separated numbers, missing parts are 0. Both must be known.
    static int compare(const MinorVersion &a, const MinorVersion &b);
    friend bool operator==(const MinorVersion &a, const MinorVersion &b)
    {
        return a.isKnown() == b.isKnown() && (!a.isKnown() || compare(a, b) == 0);
    }

private:
    QString m_raw;
    QList<quint32> m_parts;
};

/// A target version as typed: "latest_version", or a version not older than `current`. Field: targetVersion.
[[nodiscard]] Result<QString> parseTargetVersion(const QString &typed, const MinorVersion &current);

/// How urgent the provider calls an update (api.md 5.4).
enum class UpdateLevel { Unknown, Regular, Recommended, Critical };
/// "0", "1", "2" as the service writes it; anything else is Unknown.
[[nodiscard]] UpdateLevel parseUpdateLevel(const QString &text);

} // namespace uplift
