// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace uplift {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::core", text); }

bool isHostName(const QString &host)
{
    static const QRegularExpression shape(QStringLiteral("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"));
    return shape.match(host).hasMatch() || isLoopbackHost(host);
}

QString originOf(const QUrl &url)
{
    const bool v6 = url.host().contains(QLatin1Char(':'));
    const QString host = v6 ? QStringLiteral("[%1]").arg(url.host()) : url.host();
    const QString port = url.port() > 0 ? QStringLiteral(":%1").arg(url.port()) : QString();
    return url.scheme() + QStringLiteral("://") + host + port;
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression v4(QStringLiteral("^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || v4.match(host).hasMatch();
}

Result<EndpointRule> parseCustomEndpoint(const QString &typed)
{
    const auto refuse = [&](const QString &sentence) {
        return failure(Error::input(QStringLiteral("endpoint"), sentence));
    };
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refuse(tr("The endpoint is empty. Enter a host such as r-kvstore.aliyuncs.com."));
    const bool hasScheme = text.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    // The value is not repeated where it may hold a password.
    if (!url.userInfo().isEmpty() || text.contains(QLatin1Char('@')))
        return refuse(tr("The endpoint holds a user name or a password. Enter the host alone; keys belong to "
                         "the account."));
    if (!url.isValid() || !isHostName(url.host()) || text.size() > 300)
        return refuse(
            tr("“%1” is not a host. Enter a host such as r-kvstore.aliyuncs.com.").arg(text.left(100)));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return refuse(
            tr("The endpoint “%1” does not use https. Enter https:// or the host alone.").arg(text));
    if ((!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasQuery() || url.hasFragment())
        return refuse(tr("The endpoint “%1” holds a path. Enter the host alone.").arg(text));
    const bool loopback = isLoopbackHost(url.host());
    if (url.scheme() == QLatin1String("http") && !loopback)
        return refuse(tr("The endpoint “%1” is not encrypted. Use https; plain http is for this machine "
                         "(127.0.0.1) alone.")
                          .arg(text));
    if (!loopback && !url.host().endsWith(QLatin1String(".aliyuncs.com")))
        return refuse(
            tr("“%1” is not a host of the provider. Signed requests go to hosts under aliyuncs.com only.")
                .arg(url.host()));
    return EndpointRule{EndpointRule::Kind::Custom, originOf(url)};
}

Result<ProxyRule> parseProxy(const QString &typed)
{
    const auto refuse = [&](const QString &sentence) {
        return failure(Error::input(QStringLiteral("proxy"), sentence));
    };
    const QString text = typed.trimmed();
    const bool hasScheme = text.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? text : QStringLiteral("http://") + text, QUrl::StrictMode);
    if (!url.userInfo().isEmpty() || text.contains(QLatin1Char('@')))
        return refuse(tr("The proxy holds a user name or a password, which Uplift does not keep. "
                         "Enter host:port of a proxy that needs none."));
    if (text.isEmpty() || !url.isValid() || !isHostName(url.host()) || text.size() > 300)
        return refuse(
            tr("“%1” is not a proxy. Enter host:port, such as proxy.example.com:3128.").arg(text.left(100)));
    if (url.scheme() != QLatin1String("http"))
        return refuse(tr("The proxy “%1” is not an HTTP proxy. Enter host:port of an HTTP proxy.").arg(text));
    if ((!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasQuery())
        return refuse(tr("The proxy “%1” holds a path. Enter host:port alone.").arg(text));
    if (url.port() < 1)
        return refuse(
            tr("The proxy “%1” has no port. Enter host:port, such as proxy.example.com:3128.").arg(text));
    return ProxyRule{ProxyRule::Kind::Http, url.host(), url.port()};
}

} // namespace uplift
