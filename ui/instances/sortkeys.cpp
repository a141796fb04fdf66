// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/sortkeys.h"

#include "ui/instances/instancecells.h"
#include "ui/instances/offer.h"

#include <algorithm>
#include <numeric>

namespace uplift::ui {

namespace {

constexpr std::size_t runLength = 64;

SortValue number(qint64 value) { return SortValue(std::in_place, value); }
SortValue letters(const QString &text) { return SortValue(std::in_place, text); }

SortValue moment(const QDateTime &when)
{
    return when.isValid() ? number(when.toMSecsSinceEpoch()) : SortValue();
}

/// Two code units per part: plain comparison of the texts is comparison of the numbers.
SortValue versionValue(const MinorVersion &version)
{
    if (!version.isKnown())
        return {};
    const QString text = version.text();
    QString key;
    for (const QStringView part : QStringView(text).split(QLatin1Char('.'))) {
        const uint value = part.toUInt();
        key += QChar(static_cast<ushort>(value >> 16));
        key += QChar(static_cast<ushort>(value & 0xffff));
    }
    return letters(key);
}

/// Critical highest; what is up to date or unknown lowest.
qint64 urgency(const InstanceRow &row)
{
    const auto level = row.version ? levelOffered(*row.version) : std::nullopt;
    return level ? 1 + static_cast<int>(*level) : 0;
}

SortValue proxyValue(const InstanceRow &row)
{
    if (!row.version || !row.version->proxyCurrent.isKnown() || !row.version->proxyLatest.isKnown())
        return {};
    const bool behind = MinorVersion::compare(row.version->proxyCurrent, row.version->proxyLatest) < 0;
    return number(behind ? 1 + static_cast<int>(row.version->proxyLevel) : 0);
}

SortValue windowValue(const InstanceRow &row, const QDateTime &now)
{
    if (row.gone || !row.facts || !row.facts->window)
        return {};
    const QTime utc = now.toUTC().time();
    const QTime start = row.facts->window->startUtc();
    // Windows are daily: how long until the next start, one that is open now before all others.
    if (row.facts->window->around(now))
        return number(-1);
    const int seconds = utc.secsTo(start);
    return number(seconds > 0 ? seconds : seconds + 24 * 60 * 60);
}

SortValue flag(const std::optional<bool> &value) { return value ? number(*value ? 1 : 0) : SortValue(); }

} // namespace

RowOrder::RowOrder(const QList<SortKey> &keys, const QDateTime &now)
    : m_keys(keys), m_now(now), m_collator(QLocale())
{
    if (QLocale() != QLocale::c()) // where there is no such order, Qt says so on every comparison
        m_collator.setNumericMode(true); // cache-2 before cache-10
    // Equal rows go one way, whichever way the first key is sorted.
    for (const Column column : {EnvironmentColumn, NameColumn, AccountColumn, IdColumn})
        m_keys << SortKey{column, Qt::AscendingOrder};
}

SortValue RowOrder::collated(const QString &text)
{
    const auto known = m_collated.constFind(text);
    if (known != m_collated.constEnd())
        return SortValue(std::in_place, *known);
    const TextKey key(text, m_collator);
    m_collated.insert(text, key);
    return SortValue(std::in_place, key);
}

SortValue RowOrder::words(const QString &text) const
{
    return SortValue(std::in_place, TextKey(text, m_collator));
}

int RowOrder::compare(const SortValue &a, const SortValue &b) const
{
    if (a->index() != b->index())
        return a->index() < b->index() ? -1 : 1;
    if (const auto *left = std::get_if<qint64>(&*a)) {
        const qint64 right = std::get<qint64>(*b);
        return *left < right ? -1 : *left > right ? 1 : 0;
    }
    if (const auto *left = std::get_if<QString>(&*a))
        return left->compare(std::get<QString>(*b));
    return std::get<TextKey>(*a).compare(std::get<TextKey>(*b), m_collator);
}

SortValue RowOrder::valueOf(const InstanceRow &row, Column fact)
{
    const auto version = [&row](auto member) {
        return row.version ? versionValue((*row.version).*member) : SortValue();
    };
    switch (fact) {
    case NameColumn:
        return words(row.name());
    case IdColumn:
        return letters(row.id.value);
    case RegionColumn:
        return collated(row.regionName.isEmpty() ? row.region.value : row.regionName);
    case AccountColumn:
        return collated(row.accountName.isEmpty() ? row.account.value : row.accountName);
    case EnvironmentColumn:
        return number(static_cast<int>(row.environment));
    case ArchitectureColumn:
        return row.facts ? collated(editionLines(row).join(QLatin1Char('\n'))) : SortValue();
    case StateColumn:
        return collated(shownStatus(row).word);
    case CurrentColumn:
        return version(&EngineVersion::current);
    case LatestColumn:
        return version(&EngineVersion::latest);
    case LevelColumn:
        return number(urgency(row));
    case ProxyColumn:
        return proxyValue(row);
    case AutoUpgradeColumn:
        return row.version ? flag(row.version->autoUpgrade) : SortValue();
    case NextWindowColumn:
        return windowValue(row, m_now);
    case LastUpgradeColumn:
        return moment(row.lastUpgrade);
    case AgeColumn:
        return moment(row.asked);
    case TagsColumn: {
        const QString tags = tagsText(row);
        return tags.isEmpty() ? SortValue() : words(tags);
    }
    default:
        return {};
    }
}

RowOrder::Values RowOrder::valuesOf(const InstanceRow &row)
{
    Values values;
    values.reserve(static_cast<std::size_t>(m_keys.size()));
    for (const SortKey &key : std::as_const(m_keys))
        values.push_back(valueOf(row, factOf(key.column)));
    return values;
}

bool RowOrder::less(const Values &a, const Values &b) const
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a[i] || !b[i]) {
            if (a[i].has_value() != b[i].has_value())
                return a[i].has_value();
            continue;
        }
        const int order = compare(a[i], b[i]);
        if (order != 0)
            return m_keys.at(static_cast<qsizetype>(i)).order == Qt::AscendingOrder ? order < 0 : order > 0;
    }
    return false;
}

bool RowOrder::isSame(const InstanceRow &a, const InstanceRow &b)
{
    for (const SortKey &key : std::as_const(m_keys)) {
        const Column fact = factOf(key.column);
        // The costly ones first by what they are made of.
        if (fact == NameColumn && a.name() == b.name())
            continue;
        if (fact == ArchitectureColumn && a.facts.isSameAs(b.facts) && a.version.isSameAs(b.version))
            continue;
        const SortValue left = valueOf(a, fact);
        const SortValue right = valueOf(b, fact);
        if (left.has_value() != right.has_value() || (left && compare(left, right) != 0))
            return false;
    }
    return true;
}

void SlicedSort::start(int count, const QList<SortKey> &keys, const QDateTime &now)
{
    abandon();
    m_order.emplace(keys, now);
    m_count = static_cast<std::size_t>(count);
    m_values.reserve(m_count);
    m_from.resize(m_count);
    std::iota(m_from.begin(), m_from.end(), 0);
}

bool SlicedSort::advance(const QList<InstanceRow> &rows, Slice &slice)
{
    while (m_values.size() < m_count) {
        m_values.push_back(m_order->valuesOf(rows.at(static_cast<qsizetype>(m_values.size()))));
        if (slice.isSpent())
            return false;
    }
    while (m_run == 0 && m_begin < m_count) {
        const std::size_t end = std::min(m_begin + runLength, m_count);
        std::sort(m_from.begin() + static_cast<std::ptrdiff_t>(m_begin),
                  m_from.begin() + static_cast<std::ptrdiff_t>(end),
                  [this](int a, int b) { return isLess(a, b); });
        m_begin = end;
        if (slice.isSpentNow())
            return false;
    }
    if (m_run == 0) {
        m_run = runLength;
        m_begin = m_left = 0;
        m_right = std::min(m_run, m_count);
        m_to.clear();
        m_to.reserve(m_count);
    }
    return mergeStep(slice);
}

bool SlicedSort::mergeStep(Slice &slice)
{
    while (m_run < m_count) {
        const std::size_t middle = std::min(m_begin + m_run, m_count);
        const std::size_t end = std::min(middle + m_run, m_count);
        while (m_left < middle || m_right < end) {
            const bool takeRight =
                m_left >= middle || (m_right < end && isLess(m_from[m_right], m_from[m_left]));
            m_to.push_back(takeRight ? m_from[m_right++] : m_from[m_left++]);
            if (slice.isSpent())
                return false;
        }
        m_begin = end;
        if (m_begin >= m_count) {
            m_from.swap(m_to);
            m_to.clear();
            m_run *= 2;
            m_begin = 0;
        }
        m_left = m_begin;
        m_right = std::min(m_begin + m_run, m_count);
    }
    return true;
}

std::vector<int> SlicedSort::take()
{
    std::vector<int> order = std::move(m_from);
    abandon();
    return order;
}

} // namespace uplift::ui
