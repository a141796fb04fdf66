// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/facts.h"
#include "fleet/fleet.h"

#include <algorithm>
#include <utility>

namespace uplift::fleet {

namespace {

constexpr int lostMost =
    3; ///< failures in a row that concern all, after which a region's versions are given up

} // namespace

void Fleet::refresh(const InstanceKey &key)
{
    if (m_known.contains(key))
        ask(key, {true, true}, Way::Close);
}

void Fleet::want(const InstanceKey &key)
{
    Entry &entry = entryOf(key);
    entry.wanted = true;
    const Need need = needNow(entry.known, entry.tried, true, m_clock.now(), m_options);
    if (need.any())
        ask(key, need, Way::Close);
}

void Fleet::stop()
{
    m_stopped = true;
    for (const AccountId &account : m_accounts.keys())
        endListings(account);
    m_calls = std::make_unique<QObject>();
    for (Lane &lane : m_lanes) {
        lane.waiting.clear();
        lane.open = 0;
    }
    for (Entry &entry : m_known) {
        // What was asked in vain may be asked again at once.
        if (std::exchange(entry.detailsOpen, std::nullopt))
            entry.tried.details = {};
        if (std::exchange(entry.versionOpen, std::nullopt))
            entry.tried.version = {};
        updateAsking(entry);
        setAwaited(entry, false);
    }
    m_toPump.clear();
    tellLater();
}

void Fleet::queueNeeded(const RegionKey &where)
{
    const auto lane = m_lanes.constFind(where);
    if (m_stopped || lane == m_lanes.constEnd())
        return;
    const QSet<InstanceId> members = lane->members;
    for (const InstanceId &id : members)
        queue({where.account, where.region, id});
}

void Fleet::queue(const InstanceKey &key)
{
    Entry &entry = entryOf(key);
    if (entry.awaited || !needNow(entry.known, entry.tried, isSaved(entry), m_clock.now(), m_options).any())
        return;
    setAwaited(entry, true);
    laneOf(key).waiting.enqueue(key.instance);
    pumpLater({key.account, key.region});
    tellLater();
}

void Fleet::clearQueue(Lane &lane)
{
    for (const InstanceId &id : std::as_const(lane.waiting)) {
        const auto entry = m_known.find({lane.view.account, lane.view.region.id, id});
        if (entry != m_known.end())
            setAwaited(*entry, false);
    }
    lane.waiting.clear();
}

/// Due whenever a question was queued, one was answered, or a list that went first has ended: nothing else
/// comes back to what waits.
void Fleet::pumpLater(const RegionKey &where)
{
    m_toPump.insert(where);
    if (!m_pumping.isActive())
        m_pumping.start(0);
}

void Fleet::pump()
{
    const QSet<RegionKey> lanes = std::exchange(m_toPump, {});
    for (const RegionKey &where : lanes)
        pumpLane(where);
    if (!m_toPump.isEmpty())
        m_pumping.start(0);
}

void Fleet::pumpLane(const RegionKey &where)
{
    constexpr int mostInOneTurn = 200;
    // The list of a region goes before its details.
    if (!m_lanes.contains(where) || m_lanes[where].view.state == RegionView::State::Asking)
        return;
    for (int i = 0; i < mostInOneTurn; ++i) {
        Lane &lane = m_lanes[where];
        if (lane.open >= m_options.background || lane.waiting.isEmpty())
            return;
        const InstanceKey key{where.account, where.region, lane.waiting.dequeue()};
        const auto entry = m_known.find(key);
        if (entry == m_known.end())
            continue;
        const Need need = needNow(entry->known, entry->tried, isSaved(*entry), m_clock.now(), m_options);
        if (need.any())
            ask(key, need, Way::Background);
        else if (!entry->versionOpen)
            setAwaited(*entry, false);
    }
    m_toPump.insert(where);
}

void Fleet::askOnScreen()
{
    if (m_stopped)
        return;
    const QDateTime now = m_clock.now();
    for (const InstanceKey &key : std::as_const(m_onScreen)) {
        const auto entry = m_known.constFind(key);
        if (entry == m_known.constEnd() || laneOf(key).view.state == RegionView::State::Asking)
            continue;
        const Need need = needNow(entry->known, entry->tried, true, now, m_options);
        if (need.any())
            ask(key, need, Way::Close);
    }
}

void Fleet::ask(const InstanceKey &key, Need need, Way way)
{
    Entry &entry = entryOf(key);
    const QDateTime now = m_clock.now();
    if (need.details) {
        entry.detailsOpen = way;
        entry.tried.details = now;
        ++entry.detailsQuestion;
    }
    if (need.version) {
        entry.versionOpen = way;
        entry.tried.version = now;
        ++entry.versionQuestion;
        setAwaited(entry, true);
    } else {
        setAwaited(entry, false);
    }
    updateAsking(entry);
    const int details = entry.detailsQuestion;
    const int version = entry.versionQuestion;
    if (way == Way::Background)
        laneOf(key).open += (need.details ? 1 : 0) + (need.version ? 1 : 0);
    tellLater();
    // Nothing of the entry is touched from here on: an answer may come at once.
    if (need.details)
        askDetails(key, details, way);
    if (need.version)
        askVersion(key, version, way);
}

void Fleet::askDetails(const InstanceKey &key, int question, Way way)
{
    m_clients(key.account, m_calls.get(),
              [this, key, question, way](Result<std::shared_ptr<cloud::Client>> client) {
                  if (!client)
                      return onDetails(key, question, way, failure(client.error()));
                  // The answer keeps the client alive until it came.
                  const auto held =
                      (*client)->at(way == Way::Close ? cloud::Urgency::User : cloud::Urgency::Background);
                  held->describeInstance(key.region, key.instance, m_calls.get(),
                                         [this, key, question, way, held](const auto &answer) {
                                             onDetails(key, question, way, answer);
                                         });
              });
}

void Fleet::askVersion(const InstanceKey &key, int question, Way way)
{
    m_clients(key.account, m_calls.get(),
              [this, key, question, way](Result<std::shared_ptr<cloud::Client>> client) {
                  if (!client)
                      return onVersion(key, question, way, failure(client.error()));
                  const auto held =
                      (*client)->at(way == Way::Close ? cloud::Urgency::User : cloud::Urgency::Background);
                  held->describeEngineVersion(key.region, key.instance, m_calls.get(),
                                              [this, key, question, way, held](const auto &answer) {
                                                  onVersion(key, question, way, answer);
                                              });
              });
}

void Fleet::onDetails(const InstanceKey &key, int question, Way way,
                      const Result<cloud::Answered<Instance>> &answer)
{
    settleLane(key, way, answer ? nullptr : &answer.error());
    const auto entry = m_known.find(key);
    if (entry == m_known.end() || entry->detailsQuestion != question)
        return;
    entry->detailsOpen.reset();
    if (answer) {
        takeDetails(*entry, *answer);
    } else {
        entry->detailsError = answer.error();
        if (answer.error().kind == Error::Kind::NotFound)
            setGone(*entry, true);
    }
    settle(*entry);
}

void Fleet::onVersion(const InstanceKey &key, int question, Way way,
                      const Result<cloud::Answered<EngineVersion>> &answer)
{
    const bool throttled = !answer && answer.error().kind == Error::Kind::Throttled;
    settleLane(key, way, answer || throttled ? nullptr : &answer.error());
    const auto entry = m_known.find(key);
    if (entry == m_known.end() || entry->versionQuestion != question)
        return;
    entry->versionOpen.reset();
    setAwaited(*entry, false);
    if (answer) {
        takeVersion(*entry, *answer);
    } else if (throttled && way == Way::Background && entry->throttled < m_options.throttledRetries) {
        ++entry->throttled;
        entry->tried.version = {};
        return queue(key);
    } else if (way == Way::Close || !concernsAll(answer.error().kind)) {
        // What concerns all is said once, of the region.
        entry->versionError = answer.error();
    }
    settle(*entry);
}

void Fleet::settleLane(const InstanceKey &key, Way way, const Error *error)
{
    if (way != Way::Background)
        return;
    const auto lane = m_lanes.find({key.account, key.region});
    if (lane == m_lanes.end())
        return;
    lane->open = std::max(0, lane->open - 1);
    if (!error) {
        lane->lost = 0;
        if (lane->view.versionError) {
            lane->view.versionError.reset();
            touchRegions();
        }
    } else if (concernsAll(error->kind)) {
        lane->view.versionError = *error;
        touchRegions();
        if (++lane->lost >= lostMost)
            clearQueue(*lane);
    }
    pumpLater({key.account, key.region});
}

void Fleet::settle(Entry &entry)
{
    entry.known.error = entry.detailsError ? entry.detailsError : entry.versionError;
    updateAsking(entry);
    touch(entry.known.key);
}

void Fleet::doubtVersion(Entry &entry, const Instance &before, const Instance &after)
{
    constexpr int asGoodAsNow = 60; // seconds: attribute and version of one question differ by less
    if (versionMayHaveChanged(before, after)
        && !(entry.known.versionAsked.isValid()
             && entry.known.versionAsked.secsTo(m_clock.now()) < asGoodAsNow))
        entry.tried.versionDoubtful = true;
}

void Fleet::takeDetails(Entry &entry, const cloud::Answered<Instance> &answer)
{
    KnownInstance &known = entry.known;
    Instance facts = answer.value;
    if (known.facts) {
        facts = mergedFacts(*known.facts, std::move(facts), FactsFrom::Attribute);
        doubtVersion(entry, *known.facts, facts);
    }
    if (!known.facts || !sameFacts(*known.facts, facts))
        known.facts = std::move(facts);
    known.detailsAsked = m_clock.now();
    if (known.versionAsked.isValid())
        known.asked = std::min(known.detailsAsked, known.versionAsked);
    if (answer.info.clockOffset)
        known.clockOffset = answer.info.clockOffset;
    known.fromCache = false;
    entry.detailsError.reset();
    setGone(entry, false);
}

void Fleet::takeVersion(Entry &entry, const cloud::Answered<EngineVersion> &answer)
{
    KnownInstance &known = entry.known;
    if (!known.version || !sameVersion(*known.version, answer.value))
        known.version = m_notes.shared(answer.value);
    known.versionAsked = m_clock.now();
    if (known.detailsAsked.isValid())
        known.asked = std::min(known.detailsAsked, known.versionAsked);
    entry.tried.versionDoubtful = false;
    entry.throttled = 0;
    entry.versionError.reset();
}

void Fleet::learn(const InstanceKey &key, const cloud::Answered<Instance> &answer)
{
    const auto entry = m_known.find(key);
    if (entry == m_known.end())
        return;
    takeDetails(*entry, answer);
    settle(*entry);
}

void Fleet::learn(const InstanceKey &key, const cloud::Answered<EngineVersion> &answer)
{
    const auto entry = m_known.find(key);
    if (entry == m_known.end())
        return;
    takeVersion(*entry, answer);
    settle(*entry);
}

} // namespace uplift::fleet
