// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchfleet.h"

#include "journalrig.h"

#include <QSet>

namespace uplift::upgrade::test {

using practice::PlannedFault;
using practice::PracticeKey;

namespace {

constexpr int pageSize = 50;

struct FaultRow {
    PlannedFault::Kind kind;
    const char *name;
};
constexpr FaultRow faultRows[] = {
    {PlannedFault::Kind::LostReply, "lost reply"},     {PlannedFault::Kind::LostRequest, "cut before"},
    {PlannedFault::Kind::ErrorAfter, "500, executed"}, {PlannedFault::Kind::ErrorBefore, "500, not executed"},
    {PlannedFault::Kind::Throttled, "throttled"},      {PlannedFault::Kind::Slow, "slow"},
    {PlannedFault::Kind::Garbled, "garbled"},          {PlannedFault::Kind::HalfBody, "half a body"},
};

/// Those made up of the dozen's two that have nothing to upgrade, or whose flags contradict.
bool isOutdated(const Instance &instance)
{
    return !instance.name.startsWith(QLatin1String("cart-sessions-stg"))
        && !instance.name.startsWith(QLatin1String("dev-tair"));
}

bool isMadeUp(const Instance &instance) { return instance.id.value.contains(QLatin1String("x0")); }

} // namespace

quint64 scattered(quint32 seed, const QString &action, int nth)
{
    // splitmix64 over the name's letters: https://prng.di.unimi.it/splitmix64.c
    quint64 state = seed;
    const auto mix = [&state](quint64 value) {
        state += 0x9e3779b97f4a7c15ULL + value;
        state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
        state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
        state ^= state >> 31;
    };
    for (const QChar letter : action)
        mix(letter.unicode());
    mix(static_cast<quint64>(nth));
    return state;
}

std::optional<PlannedFault> faultByChance(quint32 seed, const QString &action, int nth, int oneIn,
                                          std::chrono::milliseconds slowBy)
{
    const quint64 dice = scattered(seed, action, nth);
    if (dice % static_cast<quint64>(oneIn) != 0)
        return std::nullopt;
    const FaultRow &row = faultRows[(dice >> 32) % std::size(faultRows)];
    return PlannedFault{row.kind, row.kind == PlannedFault::Kind::Slow ? slowBy : slowBy / 20};
}

QString faultName(PlannedFault::Kind kind)
{
    for (const FaultRow &row : faultRows) {
        if (row.kind == kind)
            return QString::fromLatin1(row.name);
    }
    Q_UNREACHABLE();
}

BatchFleet::BatchFleet(practice::PracticeOptions options, const Clock &clock) : m_clock(clock)
{
    for (int account = 1; account <= 3; ++account)
        m_keys.append(PracticeKey{QStringLiteral("LTAI5tFleet%1").arg(account),
                                  QStringLiteral("practice-secret-%1").arg(account),
                                  {},
                                  {},
                                  QStringLiteral("100000000000000%1").arg(account)});
    options.key = m_keys.constFirst();
    options.keys = m_keys.mid(1);
    options.faultFor = [this](const QString &action, int nth) -> std::optional<PlannedFault> {
        if (!m_seed)
            return std::nullopt;
        auto fault = faultByChance(*m_seed, action, nth, m_oneIn, m_slowBy);
        if (fault)
            ++m_faults[faultName(fault->kind)];
        return fault;
    };
    m_cloud = std::make_unique<practice::PracticeCloud>(options);
    m_network = quickNetwork();
}

bool BatchFleet::start()
{
    if (!m_cloud->start())
        return false;
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_clients.insert(accountName(i),
                         clientFor(m_cloud->origin(), m_keys.at(i).id.toLatin1(),
                                   m_keys.at(i).secret.toLatin1(), m_network, m_clock));
    return lookAround();
}

bool BatchFleet::lookAround()
{
    const QStringList regions = m_cloud->regions();
    for (const QString &region : regions) {
        int total = pageSize;
        for (int page = 1; (page - 1) * pageSize < total; ++page) {
            const auto got = answered<cloud::Answered<cloud::InstancePage>>(
                [&](QObject *context, const Handler<cloud::Answered<cloud::InstancePage>> &done) {
                    m_clients.value(accountName(0))
                        ->describeInstancePage({region}, page, pageSize, context, done);
                });
            if (!got)
                return false;
            total = got->value.totalCount;
            for (const Instance &instance : got->value.instances) {
                if (isMadeUp(instance) && isOutdated(instance))
                    m_outdated.append(instance);
            }
        }
    }
    // Of every region some from the beginning on, and not region after region.
    std::sort(m_outdated.begin(), m_outdated.end(),
              [](const Instance &a, const Instance &b) { return a.id.value.mid(5) < b.id.value.mid(5); });
    const qsizetype whole = m_outdated.size();
    QList<Instance> shuffled;
    constexpr qsizetype stride = 37; // prime, and no divisor of what the tests ask for
    for (qsizetype start = 0; start < stride; ++start) {
        for (qsizetype i = start; i < whole; i += stride)
            shuffled.append(m_outdated.at(i));
    }
    m_outdated = shuffled;
    return true;
}

cloud::ClientProvider BatchFleet::clients() const
{
    return [this](const AccountId &account, QObject *, const Handler<std::shared_ptr<cloud::Client>> &done) {
        const auto client = m_clients.value(account.value);
        done(client ? Result<std::shared_ptr<cloud::Client>>(client)
                    : failure(Error::of(Error::Kind::Keychain, QStringLiteral("no such account"))));
    };
}

void BatchFleet::failBy(std::optional<quint32> seed, int oneIn, std::chrono::milliseconds slowBy)
{
    m_seed = seed;
    m_oneIn = oneIn;
    m_slowBy = slowBy;
}

QList<Candidate> BatchFleet::take(int count)
{
    QList<Candidate> candidates;
    while (candidates.size() < count && !m_outdated.isEmpty()) {
        const Instance instance = m_outdated.takeFirst();
        Candidate candidate;
        candidate.kernel.account.value = accountName(m_taken++ % m_keys.size());
        candidate.kernel.region = instance.region;
        candidate.kernel.instance = instance.id;
        candidate.kernel.instanceName = instance.name;
        candidate.kernel.moment = Moment::Now;
        candidate.kernelOutdated = true;
        candidates.append(candidate);
    }
    return candidates;
}

int BatchFleet::regionCount() const { return static_cast<int>(m_cloud->regions().size()); }

} // namespace uplift::upgrade::test
