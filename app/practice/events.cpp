// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/events.h"

#include "practice/paging.h"

#include <algorithm>
#include <functional>

namespace uplift::practice {

namespace {

struct EventWords {
    const char *type;
    const char *english;
    const char16_t *chinese;
};
constexpr EventWords eventWords[] = {
    {"rds_apsaradb_upgrade", "Minor version update", u"小版本升级"},
    {"rds_apsradb_upgrade", "Minor version update", u"小版本升级"},
    {"rds_apsaradb_maxscale", "Proxy minor version update", u"代理小版本升级"},
    {"rds_apsaradb_transfer", "Instance migration", u"实例迁移"},
};

QString digit(bool on) { return on ? QStringLiteral("1") : QStringLiteral("0"); }

/// May it still be moved, or be cancelled?
bool mayChange(const World &world, const PlannedEvent &event, const QDateTime &now)
{
    return event.mayChange && world.eventStatusAt(event, now) == EventStatus::Pending;
}
bool mayCancel(const World &world, const PlannedEvent &event, const QDateTime &now)
{
    return event.mayCancel && world.eventStatusAt(event, now) == EventStatus::Pending;
}

QJsonObject eventShape(const World &world, const PracticeInstance &instance, const CallInput &call)
{
    const PlannedEvent &event = *instance.event;
    const auto *words =
        std::find_if(std::begin(eventWords), std::end(eventWords),
                     [&](const EventWords &one) { return event.type == QLatin1String(one.type); });
    const bool known = words != std::end(eventWords);
    const bool urgent = event.level == QLatin1String("S0");
    const auto text = [](const char *english) { return QString::fromLatin1(english); };
    return {
        {QStringLiteral("Id"), event.id},
        {QStringLiteral("InsName"), instance.id},
        {QStringLiteral("InsComment"), instance.name},
        {QStringLiteral("DbType"), QStringLiteral("redis")},
        {QStringLiteral("DbVersion"), instance.engineVersion},
        {QStringLiteral("Region"), instance.region},
        {QStringLiteral("CurrentAVZ"), instance.zone},
        {QStringLiteral("TaskType"), event.type},
        {QStringLiteral("TaskTypeEn"), known ? text(words->english) : event.type},
        {QStringLiteral("TaskTypeZh"), known ? QString::fromUtf16(words->chinese) : event.type},
        {QStringLiteral("ChangeLevel"), event.level},
        {QStringLiteral("ChangeLevelEn"), text(urgent ? "Risk fixing" : "System maintenance")},
        {QStringLiteral("ChangeLevelZh"), urgent ? QStringLiteral("风险修复") : QStringLiteral("系统运维")},
        {QStringLiteral("Impact"), QStringLiteral("TransientDisconnection")},
        {QStringLiteral("ImpactEn"), QStringLiteral("Transient instance disconnection")},
        {QStringLiteral("ImpactZh"), QStringLiteral("实例闪断")},
        {QStringLiteral("Status"), static_cast<int>(world.eventStatusAt(event, call.now))},
        {QStringLiteral("AllowCancel"), digit(mayCancel(world, event, call.now))},
        {QStringLiteral("AllowChange"), digit(mayChange(world, event, call.now))},
        {QStringLiteral("CreatedTime"), wireTime(event.created)},
        {QStringLiteral("ModifiedTime"), wireTime(event.modified)},
        {QStringLiteral("StartTime"), wireTime(event.start)},
        {QStringLiteral("SwitchTime"), wireTime(event.switchAt)},
        {QStringLiteral("Deadline"), wireTime(event.deadline)},
        {QStringLiteral("PrepareInterval"), QStringLiteral("00:30:00")},
        {QStringLiteral("ResultInfo"), event.cancelled.isValid() ? QStringLiteral("userCancel") : QString()},
        {QStringLiteral("SubInsNames"), QJsonArray()},
        {QStringLiteral("TaskParams"), QStringLiteral("{\"Action\":\"UpgradeDBInstance\"}")}};
}

/// -1, 0 or 1; -1 asks for all.
std::optional<Refusal> readSwitches(const CallInput &call, int &cancel, int &change)
{
    if (auto refusal = readNumber(call.parameters, QStringLiteral("AllowCancel"), -1, 1, cancel))
        return refusal;
    return readNumber(call.parameters, QStringLiteral("AllowChange"), -1, 1, change);
}

/// A planned upgrade of the kernel that has become needless.
bool isMoot(const World &world, const PracticeInstance &instance, const QDateTime &now)
{
    const PlannedEvent &event = *instance.event;
    return event.isMinorUpgrade() && world.eventStatusAt(event, now) == EventStatus::Pending
        && world.newerThan(instance.line, World::kernelAt(instance, now)).isEmpty();
}

/// One after the other: what may be done with each id. The answer names those with which it was.
Reply forEach(World &world, const CallInput &call, const std::function<bool(PlannedEvent &)> &tryIt,
              const Refusal &otherwise)
{
    const QString parameter = QStringLiteral("Ids");
    const QStringList ids = commaList(call.parameters, parameter);
    if (ids.isEmpty())
        return Refusal::missing(parameter);
    QStringList done;
    bool allKnown = true;
    for (const QString &id : ids) {
        const PracticeInstance *instance = world.findByEvent(id.toLongLong());
        allKnown = allKnown && instance;
        if (!instance)
            continue;
        world.change(instance->id, [&](PracticeInstance &known) {
            if (tryIt(*known.event))
                done.append(id);
        });
    }
    if (done.isEmpty())
        return allKnown ? otherwise : Refusal::invalid(parameter, QStringLiteral("there is no such event"));
    return QJsonObject{{parameter, done.join(u',')}};
}

Refusal denied(const QString &what)
{
    return Refusal::of(403, QStringLiteral("OperationDenied.TaskStatus"), what);
}

/// When the switch shall be; at once when there is nothing to wait for.
struct NewTime {
    bool atOnce = false;
    QDateTime switchAt;
};

std::optional<Refusal> readNewTime(const CallInput &call, NewTime &time)
{
    const QString name = QStringLiteral("SwitchTime");
    int atOnce = 0;
    if (call.text(name).isEmpty())
        return Refusal::missing(name);
    if (auto refusal = readNumber(call.parameters, QStringLiteral("ImmediateStart"), 0, 1, atOnce))
        return refusal;
    time.atOnce = atOnce == 1;
    time.switchAt = time.atOnce ? call.now : parseWireTime(call.text(name));
    if (!time.switchAt.isValid())
        return Refusal::invalid(name, QStringLiteral("yyyy-MM-ddTHH:mm:ssZ is needed"));
    if (time.switchAt < call.now)
        return Refusal::invalid(name, QStringLiteral("it has passed"));
    return std::nullopt;
}

} // namespace

Reply describeEvents(const World &world, const CallInput &call)
{
    Page page{1, 25};
    int cancel = -1;
    int change = -1;
    int status = -1;
    if (auto refusal = readPage(call.parameters, 10, 100, page))
        return *refusal;
    if (auto refusal = readSwitches(call, cancel, change))
        return *refusal;
    if (auto refusal = readNumber(call.parameters, QStringLiteral("Status"), -1, 7, status))
        return *refusal;
    const QString region = call.parameters.value(QStringLiteral("Region"), QStringLiteral("all"));
    const QString level = call.parameters.value(QStringLiteral("ChangeLevel"), QStringLiteral("all"));
    const QString id = call.text(QStringLiteral("InsName"));
    const QString type = call.text(QStringLiteral("TaskType"));
    const auto fits = [&](const PracticeInstance &instance) {
        const PlannedEvent &event = *instance.event;
        return (region == QLatin1String("all") || instance.region == region)
            && (id.isEmpty() || instance.id == id) && (type.isEmpty() || event.type == type)
            && (level == QLatin1String("all") || event.level == level)
            && (status < 0 || status == static_cast<int>(world.eventStatusAt(event, call.now)))
            && (cancel < 0 || (cancel == 1) == mayCancel(world, event, call.now))
            && (change < 0 || (change == 1) == mayChange(world, event, call.now));
    };
    QJsonArray all;
    for (const PracticeInstance *instance : world.withEvents()) {
        if (fits(*instance) && !isMoot(world, *instance, call.now))
            all.append(eventShape(world, *instance, call));
    }
    return QJsonObject{{QStringLiteral("Items"), cut(all, page)},
                       {QStringLiteral("PageNumber"), page.number},
                       {QStringLiteral("PageSize"), page.size},
                       {QStringLiteral("TotalRecordCount"), all.size()}};
}

Reply modifyEvents(World &world, const CallInput &call)
{
    NewTime time;
    if (auto refusal = readNewTime(call, time))
        return *refusal;
    bool tooLate = false;
    const auto move = [&](PlannedEvent &event) {
        if (!mayChange(world, event, call.now))
            return false;
        if (time.switchAt > event.deadline) {
            tooLate = true;
            return false;
        }
        event.switchAt = time.switchAt;
        event.start = std::max(call.now, time.switchAt.addSecs(-eventPrepare.count()));
        event.modified = call.now;
        return true;
    };
    const Reply reply =
        forEach(world, call, move, denied(QStringLiteral("The event cannot be moved, or no longer.")));
    if (reply.refusal && tooLate)
        return Refusal::invalid(QStringLiteral("SwitchTime"), QStringLiteral("it lies after the Deadline"));
    if (!reply.refusal)
        world.advance(call.now);
    return reply;
}

Reply cancelEvents(World &world, const CallInput &call)
{
    const auto cancel = [&](PlannedEvent &event) {
        const bool may = mayCancel(world, event, call.now);
        if (may)
            event.cancelled = event.modified = call.now;
        return may;
    };
    return forEach(world, call, cancel,
                   denied(QStringLiteral("The event cannot be cancelled, or no longer.")));
}

} // namespace uplift::practice
