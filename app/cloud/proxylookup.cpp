// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/proxylookup.h"

#include "core/worker.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QNetworkProxyQuery>

namespace uplift::cloud {

ProxyLookup::ProxyLookup() : m_thread(new QThread), m_object(new QObject)
{
    m_thread->setObjectName(QStringLiteral("uplift-proxy"));
    m_object->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_object, &QObject::deleteLater);
    m_thread->start();
}

ProxyLookup::~ProxyLookup()
{
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(200))) {
        delete m_thread;
        return;
    }
    // It goes by itself should the system answer after all, if there still is somebody to bury it.
    QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    if (QCoreApplication::instance())
        m_thread->moveToThread(QCoreApplication::instance()->thread());
}

void ProxyLookup::find(const Endpoint &endpoint, QObject *context, std::function<void(QNetworkProxy)> done)
{
    const Answer<QNetworkProxy> answer(
        context, [done = std::move(done)](Result<QNetworkProxy> proxy) { done(*proxy); });
    QMetaObject::invokeMethod(
        m_object,
        [endpoint, answer] {
            // The bare origin: a PAC script must not see what is signed.
            const QNetworkProxyQuery query(endpoint.url());
            answer(usableProxy(QNetworkProxyFactory::systemProxyForQuery(query), endpoint));
        },
        Qt::QueuedConnection);
}

QNetworkProxy usableProxy(const QList<QNetworkProxy> &proxies, const Endpoint &endpoint)
{
    const bool tunnel = endpoint.scheme == QLatin1String("https");
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy)
            return proxy;
        const bool usable = tunnel ? proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability)
                                   : proxy.type() != QNetworkProxy::FtpCachingProxy;
        if (proxy.type() != QNetworkProxy::DefaultProxy && usable)
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace uplift::cloud
