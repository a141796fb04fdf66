// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledata.h"

#include "ui/look/marks.h"

using namespace uplift;
using uplift::upgrade::StepState;

namespace sample {

namespace {

constexpr auto production = Environment::Production;
constexpr auto staging = Environment::Staging;
constexpr auto development = Environment::Development;

struct Line {
    const char *name;
    const char *id;
    const char *region;
    Environment environment;
    const char *type;
    const char *architecture;
    int size; ///< shards, read replicas or nodes
    int zones;
    const char *current;
    const char *latest;
    UpdateLevel level;
    const char *windowStart;
    int ageMinutes;
};

constexpr auto critical = UpdateLevel::Critical;
constexpr auto recommended = UpdateLevel::Recommended;
constexpr auto regular = UpdateLevel::Regular;

// clang-format off
constexpr Line lines[] = {
    {"orders-cache", "r-bp1zxszhcgatnx4b2c", "Hangzhou", production, "Redis", "cluster", 8, 2, "7.0.1.8", "7.0.1.14", critical, "18:00Z", 1},
    {"cart-sessions", "r-bp1q7mm0w3hkzt5e9d", "Hangzhou", production, "Redis", "rwsplit", 3, 0, "6.0.2.5", "6.0.2.9", critical, "18:00Z", 1},
    {"checkout-locks", "r-bp18dk2vfy6n0c4jpa", "Hangzhou", production, "Redis", "standard", 2, 2, "7.0.1.8", "7.0.1.14", critical, "18:00Z", 1},
    {"search-hot", "r-uf6h3l9o1b7xw2ekqm", "Shanghai", production, "Tair", "cluster", 16, 2, "23.7.0.4", "24.2.0.1", recommended, "20:00Z", 1},
    {"price-feed", "r-uf6c0v8ty4z5r1gnsd", "Shanghai", production, "Tair", "standard", 2, 2, "24.1.1.0", "24.2.0.1", recommended, "20:00Z", 0},
    {"loyalty-points", "r-bp1w5jg3u9a2m7kfxe", "Hangzhou", production, "Redis", "standard", 2, 1, "6.0.2.7", "6.0.2.9", recommended, "18:00Z", 3},
    {"pay-dedup", "r-2ze4y0n8sd6q1hvmct", "Beijing", production, "Redis", "standard", 2, 2, "7.0.1.11", "7.0.1.14", recommended, "19:00Z", 3},
    {"ad-budget", "r-2ze9b7kxw2l5e3pouj", "Beijing", production, "Redis", "cluster", 4, 1, "7.0.1.12", "7.0.1.14", regular, "19:00Z", 3},
    {"orders-cache-stg", "r-bp1s3f6zq0r8y4tnbi", "Hangzhou", staging, "Redis", "cluster", 4, 1, "7.0.1.8", "7.0.1.14", critical, "10:00Z", 1},
    {"cart-sessions-stg", "r-bp1e7ah2c5v9x1mgod", "Hangzhou", staging, "Redis", "rwsplit", 1, 0, "6.0.2.9", "6.0.2.9", regular, "10:00Z", 1},
    {"search-hot-stg", "r-uf6p4jw8k0t3u6lqyz", "Shanghai", staging, "Tair", "cluster", 4, 1, "23.7.0.4", "24.2.0.1", recommended, "10:00Z", 12},
    {"dev-scratch", "r-bp1n2xo5r7d1f9hbsw", "Hangzhou", development, "Redis", "standard", 1, 0, "7.0.1.5", "7.0.1.14", critical, "18:00Z", 125},
    {"dev-queue", "r-t4n6c8ei0g3v5yamkq", "Singapore", development, "Redis", "standard", 1, 0, "5.0.9.2", "5.0.9.6", regular, "18:00Z", 125},
    {"dev-tair", "r-t4n1l7z9u2w4d6rjxo", "Singapore", development, "Tair", "standard", 2, 1, "23.7.0.4", "24.2.0.1", recommended, "18:00Z", 4400},
    {"session-store", "r-bp1y6d0qk4h8c2wnzu", "Hangzhou", production, "Redis", "rwsplit", 3, 0, "7.0.1.14", "7.0.1.14", regular, "18:00Z", 3},
    {"geo-index", "r-bp1t9m3vb7x5a1jgse", "Hangzhou", production, "Redis", "standard", 2, 2, "7.0.1.14", "7.0.1.14", regular, "20:00Z", 3},
    {"mail-queue", "r-bp1f2k8wz6n4q0lyre", "Hangzhou", production, "Redis", "standard", 2, 1, "6.0.2.9", "6.0.2.9", regular, "18:00Z", 3},
    {"stock-levels", "r-uf6d5s1oh9e7t3bcxm", "Shanghai", production, "Redis", "cluster", 8, 2, "7.0.1.14", "7.0.1.14", regular, "20:00Z", 3},
};
// clang-format on

QString text(const char *latin) { return QString::fromUtf8(latin); }

ui::InstanceRow rowOf(const Line &line)
{
    ui::InstanceRow row;
    row.id = {text(line.id)};
    row.region = {QStringLiteral("cn-") + text(line.region).toLower()};
    row.regionName = text(line.region);
    row.account = {QStringLiteral("account-%1").arg(static_cast<int>(line.environment))};
    row.accountName = QStringLiteral("Retail production");
    row.environment = line.environment;
    row.asked = now().addSecs(-60 * line.ageMinutes - 5);
    Instance facts;
    facts.id = row.id;
    facts.name = text(line.name);
    facts.region = row.region;
    facts.status = InstanceStatus::Normal;
    facts.instanceType = text(line.type);
    facts.architectureType = text(line.architecture);
    if (facts.architectureType == QLatin1String("cluster"))
        facts.shardCount = line.size;
    else if (facts.architectureType == QLatin1String("rwsplit"))
        facts.readOnlyCount = line.size;
    else
        facts.nodeType = line.size == 1 ? QStringLiteral("single") : QStringLiteral("double");
    if (line.zones > 0)
        facts.zoneType = line.zones == 1 ? QStringLiteral("singlezone") : QStringLiteral("doublezone");
    const QString start = text(line.windowStart);
    facts.window = MaintenanceWindow::parse(
        start, QStringLiteral("%1:00Z").arg((start.left(2).toInt() + 4) % 24, 2, 10, QLatin1Char('0')));
    row.facts = facts;
    EngineVersion version;
    version.current = MinorVersion::parse(text(line.current));
    version.latest = MinorVersion::parse(text(line.latest));
    version.level = line.level;
    version.isLatest = text(line.current) == text(line.latest);
    version.upgradeAvailable = !*version.isLatest;
    row.version = version;
    return row;
}

} // namespace

QDateTime now() { return QDateTime({2026, 11, 19}, {6, 32}, Qt::UTC); }

QTimeZone zone() { return QTimeZone(8 * 3600); }

QList<ui::InstanceRow> rows()
{
    QList<ui::InstanceRow> rows;
    for (const Line &line : lines)
        rows << rowOf(line);
    rows[1].step = StepState::Running;
    rows[1].stepText = QStringLiteral("62 %");
    rows[3].step = StepState::Waiting;
    rows[4].step = StepState::Switching;
    rows[6].step = StepState::Undecided;
    rows[10].step = StepState::Failed;
    rows[13].gone = true;
    return rows;
}

ui::SidebarContent sidebar()
{
    ui::SidebarContent content;
    content.counts = {128, 23, 4, 3, 1, 3};
    content.accounts = {{{QStringLiteral("account-0")}, QStringLiteral("Retail production"), production},
                        {{QStringLiteral("account-1")}, QStringLiteral("Retail staging"), staging},
                        {{QStringLiteral("account-2")}, QStringLiteral("Sandbox"), development}};
    const QString checkout = QStringLiteral("Checkout");
    content.profiles = {
        {{QStringLiteral("p1")}, QStringLiteral("orders-cache"), checkout, production},
        {{QStringLiteral("p2")}, QStringLiteral("cart-sessions"), checkout, production},
        {{QStringLiteral("p3")}, QStringLiteral("checkout-locks"), checkout, production},
        {{QStringLiteral("p4")}, QStringLiteral("search-hot"), QStringLiteral("Search"), production},
        {{QStringLiteral("p5")}, QStringLiteral("search-hot-stg"), QStringLiteral("Search"), staging},
        {{QStringLiteral("p6")}, QStringLiteral("geo-index"), {}, production}};
    return content;
}

QList<ui::StripItem> strip()
{
    using ui::stateMark;
    return {{{QStringLiteral("s1")},
             {},
             stateMark(StepState::Running),
             QStringLiteral("cart-sessions"),
             QStringLiteral("62 %, 14 min left"),
             62.0,
             production},
            {{QStringLiteral("s2")},
             {},
             stateMark(StepState::Switching),
             QStringLiteral("price-feed"),
             QStringLiteral("Switching"),
             {},
             production},
            {{QStringLiteral("s3")},
             {},
             stateMark(StepState::Waiting),
             QStringLiteral("search-hot"),
             QStringLiteral("Waiting for 04:00"),
             {},
             production},
            {{QStringLiteral("s4")},
             {},
             stateMark(StepState::Undecided),
             QStringLiteral("pay-dedup"),
             QStringLiteral("Needs a decision"),
             {},
             production},
            {{QStringLiteral("s5")},
             {},
             stateMark(StepState::Accepted),
             QStringLiteral("ad-budget"),
             QStringLiteral("Accepted"),
             {},
             production}};
}

} // namespace sample
