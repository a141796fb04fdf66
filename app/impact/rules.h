// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "core/result.h"
#include "impact/impact.h"

#include <QByteArray>
#include <QHash>

namespace uplift::impact {

/// How an instance's proxies are upgraded, as far as its fields tell (api.md 5.2).
enum class ProxyWay { CloudNative, Classic, Unclear };

/// What the documents say, group by group: resources/impact-rules.json (api.md 5, read 2026-11-22).
class ImpactTable {
public:
    /// One row: a group's bounds and texts.
    struct Row {
        How how = How::Migration;
        std::optional<std::chrono::seconds> disconnection;
        std::optional<std::chrono::seconds> readOnly;
        std::optional<std::chrono::minutes> effectiveWithin;
        bool noneStated = false;
        LocalizedText description;
        LocalizedText specification;
        std::optional<LocalizedText> newer;
        QList<Source> sources;
    };

    /// Checks that every row, text and source is there, in both languages. Error::Kind::Internal names what
    /// is not.
    static Result<ImpactTable> fromJson(const QByteArray &json);
    /// The one compiled in.
    static Result<ImpactTable> fromResource();

    [[nodiscard]] const Row &row(Group group) const { return m_rows.find(group).value(); }
    [[nodiscard]] const Row &proxyRow(ProxyWay way) const { return m_proxyRows.find(way).value(); }
    [[nodiscard]] LocalizedText text(const QString &key) const { return m_texts.value(key); }
    [[nodiscard]] LocalizedText recommendation() const { return text(QStringLiteral("recommendation")); }
    /// Sources for proxies, which come on top of the row's.
    [[nodiscard]] const QList<Source> &proxySources() const { return m_proxySources; }
    /// Every text of the table, for tests of completeness.
    [[nodiscard]] QList<LocalizedText> allTexts() const;

private:
    friend class TableReader;
    QHash<Group, Row> m_rows;
    QHash<ProxyWay, Row> m_proxyRows;
    QHash<QString, LocalizedText> m_texts;
    QList<Source> m_proxySources;
};

/// What an upgrade of the minor version is documented to do to this instance. Pure.
/// `version` may be null; it only tells whether there is a proxy.
[[nodiscard]] Impact expectedImpact(const Instance &instance, const EngineVersion *version,
                                    const ImpactTable &table);

/// What an upgrade of its proxies (UpgradeProxy) is documented to do; no document states a bound in seconds.
/// Contradictory or missing fields give the harsher way and say why; so do fields by which it has no proxies.
/// Pure. `version` may be null.
[[nodiscard]] Impact expectedProxyImpact(const Instance &instance, const EngineVersion *version,
                                         const ImpactTable &table);

} // namespace uplift::impact
