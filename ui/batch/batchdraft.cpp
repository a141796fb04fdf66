// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchdraft.h"

#include <QElapsedTimer>
#include <QTimerEvent>
#include <QUuid>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr int sliceMilliseconds = 4;
/// Facts come one by one while a list is read: the plan follows them that often at most.
constexpr int planEvery = 120;
constexpr int mostByHand = 50;

/// What BatchRules::byHand says of the wave that `plan` numbers `wave`: it counts from the canary on, and may
/// leave numbers out.
int handOfWave(const upgrade::BatchPlan &plan, const upgrade::BatchRules &rules, int wave)
{
    int last = 1;
    for (const int hand : rules.byHand)
        last = std::max(last, hand);
    const auto waves = static_cast<int>(plan.waves.size());
    const int canaries = waves > 0 && plan.waves.constFirst().canary ? 1 : 0;
    const int place = std::max(wave - 1, canaries);
    if (place >= waves) // a new one, after all there are
        return std::min(last + place + 1 - waves, mostByHand);
    for (const upgrade::BatchItem &item : plan.items) {
        if (item.wave == place)
            return rules.byHand.value(item.plan.instance, last);
    }
    return last;
}

PlanId newId() { return {QUuid::createUuid().toString(QUuid::WithoutBraces)}; }

} // namespace

QList<fleet::InstanceKey> keysOf(const profiles::SavedPlan &plan)
{
    QList<fleet::InstanceKey> keys;
    keys.reserve(plan.members.size());
    for (const profiles::SavedPlan::Member &member : plan.members)
        keys.append({member.account, member.region, member.instance});
    return keys;
}

BatchDraft::BatchDraft(MakerOf makers, const Clock &clock, QObject *parent)
    : QObject(parent), m_makers(std::move(makers)), m_clock(clock), m_now(clock.now()), m_id(newId())
{
}

void BatchDraft::setInstances(const QList<fleet::InstanceKey> &keys)
{
    if (keys == m_keys)
        return;
    const bool others = std::none_of(
        keys.begin(), keys.end(), [this](const fleet::InstanceKey &key) { return m_places.contains(key); });
    if (others) { // a new choice: the saved plan and the old name are of another one
        m_saved = {};
        m_name.clear();
        m_rules.byHand.clear();
        m_rules.canary = {};
        m_clientsReconnect = false;
    }
    QList<PlanMember> members;
    members.reserve(keys.size());
    QHash<fleet::InstanceKey, int> places;
    places.reserve(keys.size());
    std::set<int> queue;
    for (int place = 0; place < keys.size(); ++place) {
        const fleet::InstanceKey &key = keys.at(place);
        const int before = m_places.value(key, -1);
        members.append(before < 0 ? PlanMember() : m_members.at(before));
        if (before < 0 || m_queue.count(before) > 0)
            queue.insert(place);
        places.insert(key, place);
    }
    m_keys = keys;
    m_members = members;
    m_places = places;
    m_queue = queue;
    if (!m_queue.empty())
        m_looking.start(0, this);
    planSoon();
}

void BatchDraft::setRules(const upgrade::BatchRules &rules)
{
    const bool anew = remakesMembers(m_rules, rules);
    const bool nowByHand = rules.waves == upgrade::BatchRules::Waves::Hand && m_rules.waves != rules.waves;
    m_rules = rules;
    if (nowByHand && m_rules.byHand.isEmpty())
        prefillHands();
    if (anew)
        queueAll();
    else
        makePlan();
}

/// By hand begins with the waves there are, so that only what shall differ has to be said.
void BatchDraft::prefillHands()
{
    const int shift = !m_plan.waves.isEmpty() && m_plan.waves.constFirst().canary ? 0 : 1;
    for (const upgrade::BatchItem &item : m_plan.items) {
        if (item.wave >= 0)
            m_rules.byHand.insert(item.plan.instance, std::max(1, item.wave + shift));
    }
}

void BatchDraft::setHands(const QList<InstanceId> &instances, int wave)
{
    upgrade::BatchRules rules = m_rules;
    const int hand = handOfWave(m_plan, rules, wave);
    for (const InstanceId &instance : instances)
        rules.byHand.insert(instance, hand);
    setRules(rules);
}

void BatchDraft::setName(const QString &name) { m_name = name.trimmed(); }

void BatchDraft::open(const profiles::SavedPlan &plan, const QList<fleet::InstanceKey> &instances)
{
    setInstances(instances);
    m_name = plan.name;
    m_saved = plan.id;
    m_rules = upgrade::rulesFromJson(plan.rules);
    m_clientsReconnect = false;
    queueAll();
}

void BatchDraft::begun()
{
    m_id = newId();
    m_clientsReconnect = false;
    m_ticket.clear();
    m_note.clear();
    m_rules.startAt = {};
    makePlan();
}

void BatchDraft::queueAll()
{
    for (int place = 0; place < m_keys.size(); ++place)
        m_queue.insert(m_queue.end(), place);
    m_maker = nullptr;
    if (m_queue.empty())
        return makePlan();
    m_looking.start(0, this);
    Q_EMIT looking();
}

void BatchDraft::refresh() { queueAll(); }

void BatchDraft::onInstancesChanged(const QList<fleet::InstanceKey> &keys)
{
    for (const fleet::InstanceKey &key : keys) {
        if (const int place = m_places.value(key, -1); place >= 0)
            m_queue.insert(place);
    }
    if (m_queue.empty())
        return;
    m_maker = nullptr; // names may have changed as well
    if (!m_looking.isActive())
        m_looking.start(0, this);
}

void BatchDraft::setNow(const QTimeZone &zone)
{
    m_zone = zone;
    makePlan();
}

void BatchDraft::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_looking.timerId())
        return lookSlice();
    if (event->timerId() == m_planning.timerId())
        return makePlan();
    QObject::timerEvent(event);
}

void BatchDraft::lookSlice()
{
    QElapsedTimer timer;
    timer.start();
    if (!m_maker)
        m_maker = m_makers();
    while (!m_queue.empty() && timer.elapsed() < sliceMilliseconds) {
        const int place = *m_queue.begin();
        m_queue.erase(m_queue.begin());
        m_members[place] = m_maker(m_keys.at(place), m_rules);
    }
    if (m_queue.empty()) {
        m_looking.stop();
        m_maker = nullptr;
        planSoon();
    }
    Q_EMIT looking();
}

void BatchDraft::planSoon()
{
    if (!m_planning.isActive())
        m_planning.start(m_keys.size() <= 100 ? 0 : planEvery, this);
}

void BatchDraft::catchUp()
{
    if (m_planning.isActive())
        makePlan();
}

void BatchDraft::makePlan()
{
    m_planning.stop();
    if (!m_queue.empty()) // made once all were looked at; what is shown stays until then
        return;
    m_now = m_clock.now();
    QList<upgrade::Candidate> candidates;
    candidates.reserve(m_members.size());
    for (const PlanMember &member : std::as_const(m_members))
        candidates.append(member.candidate);
    m_plan = upgrade::planBatch(m_rules, candidates, m_id, m_now);
    m_dryRun = upgrade::dryRun(m_plan, m_now);
    Q_EMIT changed();
}

QString BatchDraft::name() const
{
    if (!m_name.isEmpty())
        return m_name;
    QStringList groups;
    groups.reserve(m_members.size());
    for (const PlanMember &member : m_members)
        groups.append(member.group);
    const int upgraded = upgrade::memberCount(m_plan);
    return planNameFor(groups, upgraded > 0 ? upgraded : static_cast<int>(m_keys.size()));
}

BatchDecision BatchDraft::decision() const
{
    BatchDecision decision;
    decision.rules = m_rules;
    decision.plan = m_plan;
    decision.chosen = static_cast<int>(m_keys.size());
    decision.toCheck = toCheck();
    decision.sizesWrong = m_sizesWrong;
    decision.clientsReconnect = m_clientsReconnect;
    decision.journalWritable = m_journalWritable;
    decision.now = m_clock.now();
    decision.zone = m_zone;
    for (const upgrade::DryRunRow &row : m_dryRun) {
        // One that may begin at once says so by itself, beside its next window.
        const QDateTime &start = row.orAtOnce ? row.start : row.earliest;
        const bool earlier = !decision.firstStart.isValid() || start < decision.firstStart;
        if (row.kind == upgrade::DryRunRow::Kind::Member && start.isValid() && earlier)
            decision.firstStart = start;
        decision.firstOrAtOnce = decision.firstOrAtOnce || row.orAtOnce;
    }
    return decision;
}

upgrade::BatchPlan BatchDraft::confirmed(const QString &by) const
{
    upgrade::BatchPlan plan = m_plan;
    plan.name = name();
    plan.ticket = m_ticket.trimmed();
    plan.note = m_note.trimmed();
    plan.by = by;
    return plan;
}

} // namespace uplift::ui
