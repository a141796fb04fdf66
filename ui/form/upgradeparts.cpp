// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/upgradeparts.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

using upgrade::BatchParts;

QString tr(const char *text) { return QCoreApplication::translate("uplift::ui::Form", text); }

QString seconds(std::chrono::seconds bound) { return QString::number(bound.count()); }

} // namespace

bool hasKernel(BatchParts parts) { return parts != BatchParts::Proxy; }

bool hasProxy(BatchParts parts) { return parts != BatchParts::Kernel; }

bool isBoth(BatchParts parts) { return hasKernel(parts) && hasProxy(parts); }

bool isProxyBehind(const EngineVersion *version)
{
    return version && version->proxyCurrent.isKnown() && version->proxyLatest.isKnown()
        && MinorVersion::compare(version->proxyCurrent, version->proxyLatest) < 0;
}

QList<BatchParts> partsOffered(const EngineVersion *version)
{
    if (!isProxyBehind(version))
        return {BatchParts::Kernel};
    if (outdated(*version) == Outdated::No)
        return {BatchParts::Proxy};
    return {BatchParts::Kernel, BatchParts::Proxy, BatchParts::KernelThenProxy, BatchParts::ProxyThenKernel};
}

QString upgradePartsText(BatchParts parts)
{
    switch (parts) {
    case BatchParts::Kernel:
        return tr("Kernel");
    case BatchParts::Proxy:
        return tr("Proxy");
    case BatchParts::KernelThenProxy:
        return tr("Kernel, then proxy");
    case BatchParts::ProxyThenKernel:
        break;
    }
    return tr("Proxy, then kernel");
}

QString impactLine(const impact::Impact &impact)
{
    if (impact.how == impact::How::RollingRestart)
        return tr("Connections drop; no bound is documented");
    if (impact.how == impact::How::Hot)
        return tr("A short jitter; no bound is documented");
    if (!impact.disconnection && !impact.readOnly)
        return tr("No bound is documented; an interruption is possible");
    if (!impact.readOnly)
        return tr("≤ %1 s disconnected").arg(seconds(*impact.disconnection));
    if (!impact.disconnection)
        return tr("≤ %1 s read-only").arg(seconds(*impact.readOnly));
    return tr("≤ %1 s disconnected, ≤ %2 s read-only")
        .arg(seconds(*impact.disconnection), seconds(*impact.readOnly));
}

QString impactLine(const ExpectedImpact &impact)
{
    if (!impact.proxy)
        return impactLine(impact.first);
    //: Of an upgrade of both. %1: what the kernel's does to clients, %2: the same of the proxies'
    return tr("Kernel: %1. Proxy: %2.").arg(impactLine(impact.first), impactLine(*impact.proxy));
}

} // namespace uplift::ui
