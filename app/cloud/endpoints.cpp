// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/endpoints.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace uplift::cloud {

namespace {

const auto centralHost = QLatin1String("r-kvstore.aliyuncs.com");

enum class Host { Central, Regional, None };

struct Row {
    const char *id;
    Host host; ///< in the SDK's map; None: known, but not in the map, which comes to the regional name
    const char *english;
    const char *chinese;
};

/// Source: api.md 2.2 (SDK 6.4.0, September 2026); names from the provider's region page.
constexpr Row table[] = {
    {"cn-hangzhou", Host::Central, "China (Hangzhou)", "华东 1（杭州）"},
    {"cn-shanghai", Host::Central, "China (Shanghai)", "华东 2（上海）"},
    {"cn-nanjing", Host::Regional, "China (Nanjing - Local Region)", "华东 5（南京 - 本地地域）"},
    {"cn-fuzhou", Host::Regional, "China (Fuzhou - Local Region)", "华东 6（福州 - 本地地域）"},
    {"cn-qingdao", Host::Central, "China (Qingdao)", "华北 1（青岛）"},
    {"cn-beijing", Host::Central, "China (Beijing)", "华北 2（北京）"},
    {"cn-zhangjiakou", Host::Regional, "China (Zhangjiakou)", "华北 3（张家口）"},
    {"cn-huhehaote", Host::Regional, "China (Hohhot)", "华北 5（呼和浩特）"},
    {"cn-wulanchabu", Host::Central, "China (Ulanqab)", "华北 6（乌兰察布）"},
    {"cn-shenzhen", Host::Regional, "China (Shenzhen)", "华南 1（深圳）"},
    {"cn-heyuan", Host::Central, "China (Heyuan)", "华南 2（河源）"},
    {"cn-guangzhou", Host::Regional, "China (Guangzhou)", "华南 3（广州）"},
    {"cn-chengdu", Host::Regional, "China (Chengdu)", "西南 1（成都）"},
    {"cn-wuhan-lr", Host::Regional, "China (Wuhan - Local Region)", "华中 1（武汉 - 本地地域）"},
    {"cn-zhengzhou-jva", Host::Regional, "China (Zhengzhou, joint venture)", "郑州（联通合营）"},
    {"cn-hongkong", Host::Regional, "China (Hong Kong)", "中国香港"},
    {"ap-northeast-1", Host::Regional, "Japan (Tokyo)", "日本（东京）"},
    {"ap-northeast-2", Host::Regional, "South Korea (Seoul)", "韩国（首尔）"},
    {"ap-southeast-1", Host::Regional, "Singapore", "新加坡"},
    {"ap-southeast-2", Host::Regional, "Australia (Sydney)", "澳大利亚（悉尼）"},
    {"ap-southeast-3", Host::Regional, "Malaysia (Kuala Lumpur)", "马来西亚（吉隆坡）"},
    {"ap-southeast-5", Host::Regional, "Indonesia (Jakarta)", "印度尼西亚（雅加达）"},
    {"ap-southeast-6", Host::Regional, "Philippines (Manila)", "菲律宾（马尼拉）"},
    {"ap-southeast-7", Host::Regional, "Thailand (Bangkok)", "泰国（曼谷）"},
    {"ap-south-1", Host::Regional, "India (Mumbai)", "印度（孟买）"},
    {"us-east-1", Host::Regional, "US (Virginia)", "美国（弗吉尼亚）"},
    {"us-southeast-1", Host::Regional, "US (Atlanta)", "美国（亚特兰大）"},
    {"us-west-1", Host::Regional, "US (Silicon Valley)", "美国（硅谷）"},
    {"na-south-1", Host::Regional, "Mexico", "墨西哥"},
    {"eu-central-1", Host::Regional, "Germany (Frankfurt)", "德国（法兰克福）"},
    {"eu-west-1", Host::Regional, "UK (London)", "英国（伦敦）"},
    {"me-east-1", Host::Regional, "UAE (Dubai)", "阿联酋（迪拜）"},
    {"me-central-1", Host::Regional, "Saudi Arabia (Riyadh)", "沙特（利雅得）"},
    {"cn-hangzhou-finance", Host::Central, "China (Hangzhou Finance)", "华东 1 金融云（杭州）"},
    {"cn-shanghai-finance-1", Host::Regional, "China (Shanghai Finance)", "华东 2 金融云（上海）"},
    {"cn-shenzhen-finance-1", Host::Regional, "China (Shenzhen Finance)", "华南 1 金融云（深圳）"},
    {"cn-beijing-finance-1", Host::Regional, "China (Beijing Finance)", "华北 2 金融云（北京）"},
    {"cn-beijing-gov-1", Host::Central, "China (Beijing Government)", "华北 2 政务云（北京）"},
    {"cn-north-2-gov-1", Host::None, "China (North 2 Government)", "华北 2 政务云 1"},
    {"cn-heyuan-acdr-1", Host::Regional, "China (Heyuan ACDR)", "华南 2（河源专属）"},
    {"cn-wulanchabu-gic-1", Host::Regional, "China (Ulanqab GIC)", "华北 6（乌兰察布 GIC）"},
};

QString regionalHost(const RegionId &region, QLatin1String network = {})
{
    return QLatin1String("r-kvstore") + network + QLatin1Char('.') + region.value
        + QLatin1String(".aliyuncs.com");
}

QList<KnownRegion> buildRegions()
{
    QList<KnownRegion> regions;
    for (const Row &row : table) {
        KnownRegion region;
        region.id = RegionId{QString::fromLatin1(row.id)};
        region.name = {QString::fromUtf8(row.english), QString::fromUtf8(row.chinese)};
        region.host = row.host == Host::Central ? QString(centralHost) : regionalHost(region.id);
        regions.append(region);
    }
    return regions;
}

const Row *findRow(const RegionId &region)
{
    const auto *row = std::find_if(std::begin(table), std::end(table),
                                   [&](const Row &one) { return region.value == QLatin1String(one.id); });
    return row == std::end(table) ? nullptr : row;
}

Error refusedEndpoint(const QString &origin)
{
    return Error::input(
        QStringLiteral("endpoint"),
        QCoreApplication::translate("uplift::cloud", "The endpoint “%1” is not one Uplift signs for.")
            .arg(origin),
        QCoreApplication::translate(
            "uplift::cloud",
            "Use an https host under aliyuncs.com; http is for this machine's own addresses alone."));
}

/// Regions are part of a host name: nothing else may slip in (a dot, a slash, an @).
bool isHostLabel(const QString &text)
{
    return !text.isEmpty() && text.size() <= 63 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('-');
    });
}

Result<Endpoint> customEndpoint(const QString &origin)
{
    const QUrl url(origin, QUrl::StrictMode);
    const bool plainOrigin = url.isValid() && url.userInfo().isEmpty() && !url.hasQuery()
        && !url.hasFragment() && (url.path().isEmpty() || url.path() == QLatin1String("/"));
    const QString host = url.host();
    const bool loopback = isLoopbackHost(host);
    const bool https = url.scheme() == QLatin1String("https");
    const bool http = url.scheme() == QLatin1String("http");
    const bool trusted = loopback || host.endsWith(QLatin1String(".aliyuncs.com"));
    if (!plainOrigin || !trusted || !(https || (http && loopback)))
        return failure(refusedEndpoint(origin));
    return Endpoint{url.scheme(), host, url.port()};
}

QString publicHost(const RegionId &region)
{
    const Row *row = findRow(region);
    return region.isEmpty() || (row && row->host == Host::Central) ? QString(centralHost)
                                                                   : regionalHost(region);
}

/// The region of a custom origin inside a VPC, for example of r-kvstore-vpc.cn-hangzhou.aliyuncs.com.
RegionId regionOfVpcHost(const QString &host)
{
    static const QRegularExpression pattern(
        QStringLiteral("^r-kvstore-vpc\\.([a-z0-9-]{1,63})\\.aliyuncs\\.com$"));
    return RegionId{pattern.match(host).captured(1)};
}

QString ownHost(Product product, const RegionId &region, bool vpc)
{
    if (product == Product::Oos)
        return (vpc ? QLatin1String("oos-vpc.") : QLatin1String("oos.")) + region.value
            + QLatin1String(".aliyuncs.com");
    if (product == Product::Sts && vpc)
        return QLatin1String("sts-vpc.") + region.value + QLatin1String(".aliyuncs.com");
    if (product == Product::Sts)
        return QStringLiteral("sts.aliyuncs.com"); // central: serves every region, knows every key
    return vpc ? regionalHost(region, QLatin1String("-vpc")) : publicHost(region);
}

} // namespace

QString apiVersion(Product product)
{
    switch (product) {
    case Product::Sts:
        return QStringLiteral("2015-04-01");
    case Product::Oos:
        return QStringLiteral("2019-06-01");
    case Product::RKVStore:
        break;
    }
    return QStringLiteral("2015-01-01");
}

QByteArray Endpoint::hostHeader() const
{
    QString text = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    const int ownPort = scheme == QLatin1String("https") ? 443 : 80;
    if (port != -1 && port != ownPort)
        text += QLatin1Char(':') + QString::number(port);
    return text.toLatin1();
}

QUrl Endpoint::url() const
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host);
    url.setPort(port);
    url.setPath(QStringLiteral("/"));
    return url;
}

RegionId homeRegion(const EndpointRule &rule)
{
    switch (rule.kind) {
    case EndpointRule::Kind::Vpc:
        return rule.home;
    case EndpointRule::Kind::Custom:
        if (const Result<Endpoint> origin = customEndpoint(rule.origin))
            return regionOfVpcHost(origin->host);
        break;
    case EndpointRule::Kind::Public:
        break;
    }
    return {};
}

Result<Endpoint> endpointFor(Product product, const RegionId &region, const EndpointRule &rule)
{
    if (rule.kind == EndpointRule::Kind::Custom) {
        Result<Endpoint> origin = customEndpoint(rule.origin);
        if (!origin || product == Product::RKVStore || isLoopbackHost(origin->host))
            return origin;
    }
    const RegionId home = homeRegion(rule);
    const bool inVpc = rule.kind == EndpointRule::Kind::Vpc || !home.isEmpty();
    const RegionId asked = region.isEmpty() && product != Product::Oos ? home : region;
    const bool needed = product == Product::Oos;
    if ((needed || !asked.isEmpty()) && !isHostLabel(asked.value)) {
        return failure(Error::input(
            QStringLiteral("region"),
            QCoreApplication::translate("uplift::cloud", "“%1” is not a region id.").arg(asked.value),
            QCoreApplication::translate("uplift::cloud",
                                        "Choose a region from the list, for example cn-hangzhou.")));
    }
    Endpoint endpoint;
    endpoint.host = ownHost(product, asked, inVpc && !asked.isEmpty());
    return endpoint;
}

std::optional<Endpoint> namedEndpoint(const QString &named, const EndpointRule &rule)
{
    static const QRegularExpression product(
        QStringLiteral("^r-kvstore(\\.[a-z0-9-]{1,63})?\\.aliyuncs\\.com$"));
    if (rule.kind == EndpointRule::Kind::Public && product.match(named).hasMatch())
        return Endpoint{QStringLiteral("https"), named, -1};
    if (rule.kind != EndpointRule::Kind::Custom)
        return {};
    const Result<Endpoint> origin = customEndpoint(rule.origin);
    const QUrl url(QStringLiteral("//") + named, QUrl::StrictMode);
    const bool plain = url.isValid() && url.userInfo().isEmpty() && url.path().isEmpty() && !url.hasQuery();
    if (!origin || !isLoopbackHost(origin->host) || !plain || !isLoopbackHost(url.host()) || url.port() < 1)
        return {};
    return Endpoint{origin->scheme, url.host(), url.port()};
}

const QList<KnownRegion> &knownRegions()
{
    static const QList<KnownRegion> regions = buildRegions();
    return regions;
}

bool isKnownRegion(const RegionId &region) { return findRow(region) != nullptr; }

QString sdkEndpoint(const RegionId &region, SdkNetwork network, const QString &override)
{
    if (!override.isEmpty())
        return override;
    const Row *row = findRow(region);
    if (row && row->host == Host::Central)
        return centralHost;
    if (row && row->host == Host::Regional)
        return regionalHost(region);
    return regionalHost(region, QLatin1String(network == SdkNetwork::Vpc ? "-vpc" : ""));
}

} // namespace uplift::cloud
