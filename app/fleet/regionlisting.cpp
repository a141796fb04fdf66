// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/regionlisting.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace uplift::fleet {

namespace {

constexpr int rounds = 2;

QString tr(const char *text) { return QCoreApplication::translate("uplift::fleet", text); }

Error shortList(int total, int count)
{
    Error error = Error::of(
        Error::Kind::BadReply,
        tr("The service speaks of %1 instances in this region but listed only %2.").arg(total).arg(count),
        tr("Refresh the list later. What was known before stays, and nothing is called gone."));
    error.detail = QStringLiteral("total %1, different ids %2").arg(total).arg(count);
    return error;
}

Error tooMany()
{
    return Error::of(Error::Kind::BadReply,
                     tr("The service lists more than %1 instances in this region; the rest was not read.")
                         .arg(RegionListing::maxPages * RegionListing::pageSize),
                     tr("Save the instances that are missing as profiles, by their id."));
}

} // namespace

QList<int> RegionListing::take()
{
    m_open += static_cast<int>(m_waiting.size());
    m_calls += static_cast<int>(m_waiting.size());
    return std::exchange(m_waiting, {});
}

QList<Instance> RegionListing::onPage(const ListedPage &page)
{
    if (m_ended || m_open == 0)
        return {};
    --m_open;
    QList<Instance> fresh;
    QSet<InstanceId> onThisPage;
    fresh.reserve(page.instances.size());
    for (const Instance &instance : page.instances) {
        if (instance.id.isEmpty() || onThisPage.contains(instance.id))
            continue;
        onThisPage.insert(instance.id);
        m_seen.insert(instance.id);
        fresh.append(instance);
    }
    // A larger page than asked for would make us skip instances; a smaller one only means more pages.
    if (page.pageSize > 0 && page.pageSize <= pageSize)
        m_size = page.pageSize;
    if (page.totalCount >= 0)
        m_total = page.totalCount;
    if (page.page >= m_reach && !page.instances.isEmpty()) {
        m_reach = page.page;
        m_reachWasFull = page.instances.size() >= m_size;
    }
    plan();
    return fresh;
}

void RegionListing::onFailure(const Error &error)
{
    if (m_ended || m_open == 0)
        return;
    --m_open;
    if (!m_error)
        m_error = error;
    plan();
}

void RegionListing::wantUpTo(int pages)
{
    for (; m_planned < std::min(pages, m_limit); ++m_planned)
        m_waiting.append(m_planned + 1);
    if (pages > maxPages && !m_error)
        m_error = tooMany();
}

int RegionListing::pagesOfTotal() const { return m_total / m_size + (m_total % m_size == 0 ? 0 : 1); }

void RegionListing::plan()
{
    if (m_total >= 0)
        wantUpTo(std::min(pagesOfTotal(), m_reach + (m_reachWasFull ? ahead : 1)));
    else if (m_reachWasFull && m_reach == m_planned)
        wantUpTo(m_planned + 1);
    if (m_open == 0 && m_waiting.isEmpty())
        conclude();
}

void RegionListing::conclude()
{
    if (!m_error && m_total > count()) {
        if (m_round < rounds) {
            ++m_round;
            m_waiting.append(1);
            m_planned = 1;
            // Beyond what held something the first time, nothing is believed any more.
            m_limit = std::min(maxPages, m_reach + 1);
            wantUpTo(std::min(pagesOfTotal(), m_limit));
            return;
        }
        m_error = shortList(m_total, count());
    }
    m_ended = true;
}

RegionListing::State RegionListing::state() const
{
    if (!m_ended)
        return State::Asking;
    if (!m_error)
        return State::Complete;
    return m_seen.isEmpty() ? State::Failed : State::Partial;
}

} // namespace uplift::fleet
