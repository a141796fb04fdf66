// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecloud.h"

#include "practice/load.h"
#include "practice/service.h"

namespace uplift::practice {

PracticeCloud::PracticeCloud(PracticeOptions options, QObject *parent)
    : QObject(parent), m_service(std::make_unique<Service>(this, std::move(options)))
{
}

PracticeCloud::~PracticeCloud() = default;

bool PracticeCloud::start() { return m_service->start(); }

QString PracticeCloud::error() const { return m_service->error(); }

QString PracticeCloud::origin() const { return m_service->origin(); }

QString PracticeCloud::accessKeyId() const { return m_service->key().id; }

QString PracticeCloud::accessKeySecret() const { return m_service->key().secret; }

bool PracticeCloud::isOn(Fault fault) const { return m_service->isOn(fault); }

void PracticeCloud::setOn(Fault fault, bool on)
{
    if (m_service->isOn(fault) == on)
        return;
    m_service->setOn(fault, on);
    Q_EMIT faultChanged();
}

QList<PracticeCloud::Seed> PracticeCloud::instances() const
{
    QList<Seed> seeds;
    const QList<PracticeInstance> &instances = m_service->world().instances();
    for (const PracticeInstance &instance : instances) {
        if (!instance.isExtra)
            seeds.append(
                {{instance.id}, instance.name, {instance.region}, instance.environment, instance.group});
    }
    return seeds;
}

int PracticeCloud::startsOf(const InstanceId &id) const
{
    return m_service->world().startsOf(id.value, UpgradeJob::Kind::Kernel);
}

int PracticeCloud::proxyStartsOf(const InstanceId &id) const
{
    return m_service->world().startsOf(id.value, UpgradeJob::Kind::Proxy);
}

int PracticeCloud::backupsOf(const InstanceId &id) const { return m_service->world().backupsOf(id.value); }

int PracticeCloud::requestCount(const QString &action) const { return m_service->requestCount(action); }

int PracticeCloud::mostInFlight() const { return m_service->mostInFlight(); }

QStringList PracticeCloud::regions() const
{
    QStringList ids;
    for (const PracticeRegion &region : m_service->world().regions())
        ids.append(region.id);
    return ids;
}

int PracticeCloud::quietHourOf(const InstanceId &id) { return quietHour(id.value); }

void PracticeCloud::release(const InstanceId &id)
{
    m_service->advance();
    m_service->world().release(id.value);
}

void PracticeCloud::failUpgradesOf(const InstanceId &id) { m_service->world().failUpgradesOf(id.value); }

void PracticeCloud::failBackupsOf(const InstanceId &id) { m_service->world().failBackupsOf(id.value); }

} // namespace uplift::practice
