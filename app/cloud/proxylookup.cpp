// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/proxylookup.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QNetworkProxyQuery>

#include <mutex>

namespace uplift::cloud {

struct ProxyLookup::Mailbox {
    std::mutex mutex;
    QObject *target = nullptr; ///< null once the network thread has gone
};

ProxyLookup::ProxyLookup()
    : m_thread(new QThread), m_object(new QObject), m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->target = &m_target;
    m_thread->setObjectName(QStringLiteral("uplift-proxy"));
    m_object->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_object, &QObject::deleteLater);
    m_thread->start();
}

ProxyLookup::~ProxyLookup()
{
    {
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->target = nullptr;
    }
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
    const int number = ++m_last;
    m_waiting.insert(number, {context, std::move(done)});
    QMetaObject::invokeMethod(
        m_object,
        [this, number, endpoint, mailbox = m_mailbox] {
            // The bare origin: a PAC script must not see what is signed.
            const QNetworkProxyQuery query(endpoint.url());
            const QNetworkProxy proxy =
                usableProxy(QNetworkProxyFactory::systemProxyForQuery(query), endpoint);
            const std::lock_guard lock(mailbox->mutex);
            if (mailbox->target)
                QMetaObject::invokeMethod(
                    mailbox->target, [this, number, proxy] { deliver(number, proxy); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void ProxyLookup::deliver(int number, const QNetworkProxy &proxy)
{
    const Waiting waiting = m_waiting.take(number);
    if (waiting.context)
        waiting.done(proxy);
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
