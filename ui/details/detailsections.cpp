// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailsections.h"

#include "core/errortext.h"
#include "core/localized.h"
#include "core/redact.h"
#include "impact/editiontext.h"
#include "ui/details/eventdialog.h"
#include "ui/details/windowchange.h"
#include "ui/dialogs/movetaskdialog.h"
#include "ui/form/formfacts.h"
#include "ui/form/versionsection.h"
#include "ui/look/marks.h"
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace uplift::ui {

namespace {

/// Lists beyond this length are cut, which is said.
constexpr qsizetype rowsShown = 20;

struct Details {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Details)
};

struct Times {
    QDateTime now;
    QTimeZone zone;
    [[nodiscard]] QString moment(const QDateTime &when) const
    {
        return when.isValid() ? momentText(when, now, zone) : Details::tr("unknown");
    }
};

QString told(const QString &text)
{
    const QString plain = plainLine(text);
    return plain.isEmpty() ? Details::tr("unknown") : plain;
}

QString told(const MinorVersion &version) { return version.isKnown() ? version.text() : told(version.raw()); }

QString told(const std::optional<bool> &value)
{
    if (!value)
        return Details::tr("unknown");
    return *value ? Details::tr("yes") : Details::tr("no");
}

QString autoUpgradeText(const std::optional<bool> &on)
{
    if (!on)
        return told(on);
    return *on ? Details::tr("On: the service upgrades by itself, in the maintenance window.")
               : Details::tr("Off: the service upgrades it by itself only where a scheduled event says so.");
}

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes); }

QString errorSentence(const Error &error)
{
    QString text = errorInBrief(error);
    if (!error.requestId.isEmpty())
        text += Details::tr(" (RequestId %1)").arg(error.requestId);
    return text;
}

template <class T>
DetailSection sectionOf(const QString &title, const fleet::Fact<T> &fact, const Times &times)
{
    DetailSection section;
    section.title = title;
    if (!fact.applies) {
        section.trouble = Details::tr("This kind of instance has none.");
        return section;
    }
    if (fact.asking)
        section.source = Details::tr("Being asked for");
    else if (fact.asked.isValid())
        section.source = Details::tr("%1, %2").arg(fact.action, ageText(fact.asked, times.now));
    if (fact.error)
        section.trouble = errorSentence(*fact.error);
    else if (!fact.value && !fact.asking)
        section.trouble = Details::tr("Not asked yet.");
    return section;
}

DetailSection attributes(const fleet::InstanceDetails &details, const Times &times)
{
    const fleet::Fact<Instance> &fact = details.attribute();
    DetailSection section = sectionOf(Details::tr("Instance"), fact, times);
    section.rows.append({Details::tr("Id"), details.key().instance.value});
    section.rows.append({Details::tr("Region"), regionName(details.key().region)});
    if (!fact.value)
        return section;
    const Instance &instance = *fact.value;
    const impact::Edition edition = impact::editionOf(instance, details.version().value.get());
    section.rows.append({Details::tr("Name"), told(instance.name)});
    section.rows.append({Details::tr("Status"), statusMark(instance.status, instance.statusText).word});
    section.rows.append({Details::tr("Edition"), impact::editionHead(edition)});
    section.rows.append({Details::tr("Class"), told(instance.instanceClass)});
    section.rows.append(
        {Details::tr("Capacity"),
         instance.capacityMb ? sizeText(qint64(*instance.capacityMb) << 20) : Details::tr("unknown")});
    section.rows.append({Details::tr("Zones"),
                         told(instance.secondaryZone.isEmpty()
                                  ? instance.zone
                                  : instance.zone + QStringLiteral(", ") + instance.secondaryZone)});
    section.rows.append({Details::tr("Engine"), told(instance.engineVersion)});
    const QString port = instance.port ? QStringLiteral(":%1").arg(*instance.port) : QString();
    section.rows.append(
        {Details::tr("Address"),
         told(instance.connectionDomain.isEmpty() ? QString() : instance.connectionDomain + port)});
    if (instance.window)
        section.rows.append(
            {Details::tr("Maintenance window"),
             windowText(*instance.window, times.now, times.zone) + u'\n'
                 + Details::tr("Next: %1.").arg(nextDates(*instance.window, times.now, times.zone))});
    else
        section.rows.append({Details::tr("Maintenance window"), Details::tr("unknown")});
    section.actions.append({DetailAction::Kind::ChangeWindow, static_cast<int>(section.rows.size()) - 1,
                            QString(), Details::tr("Change the window…"), instance.name});
    section.rows.append(
        {Details::tr("Change order running"),
         instance.orderCompleted ? told(std::optional(!*instance.orderCompleted)) : Details::tr("unknown")});
    if (!instance.distributedInstanceId.isEmpty())
        section.rows.append({Details::tr("Distributed instance"), plainLine(instance.distributedInstanceId)});
    for (const auto &[key, value] : instance.tags)
        section.rows.append({Details::tr("Tag %1").arg(plainLine(key)), told(value)});
    return section;
}

DetailSection versions(const fleet::InstanceDetails &details, const Times &times)
{
    const fleet::Fact<EngineVersion> &fact = details.version();
    DetailSection section = sectionOf(Details::tr("Minor version"), fact, times);
    if (!fact.value)
        return section;
    const EngineVersion &version = *fact.value;
    section.rows.append({Details::tr("Runs now"), told(version.current)});
    if (outdated(version) == Outdated::No) {
        section.rows.append({Details::tr("Latest"), Details::tr("It runs the latest.")});
    } else {
        section.rows.append({Details::tr("Latest"), told(version.latest)});
        section.rows.append({Details::tr("Level"), levelMark(version.level).word});
    }
    section.rows.append({Details::tr("Automatic upgrade"), autoUpgradeText(version.autoUpgrade)});
    section.actions.append(
        {DetailAction::Kind::SwitchAutoUpgrade, static_cast<int>(section.rows.size()) - 1, QString(),
         version.autoUpgrade.value_or(false) ? Details::tr("Switch it off…") : Details::tr("Switch it on…"),
         Details::tr("Automatic upgrade")});
    if (version.proxyCurrent.isKnown() || version.proxyLatest.isKnown()) {
        section.rows.append({Details::tr("Proxy runs now"), told(version.proxyCurrent)});
        section.rows.append({Details::tr("Proxy latest"), told(version.proxyLatest)});
    }
    for (const ReleaseNote &note : version.notes)
        section.rows.append({told(note.version), plainLine(noteText(note))});
    if (version.notes.isEmpty() && !version.rawNotes.isEmpty())
        section.rows.append({Details::tr("Release notes"), plainLine(version.rawNotes)});
    return section;
}

template <class T, class Row>
void addRows(DetailSection &section, const Shared<QList<T>> &list, const QString &none, Row row)
{
    if (!list)
        return;
    if (list->isEmpty())
        section.rows.append({QString(), none});
    for (qsizetype i = 0; i < std::min(list->size(), rowsShown); ++i)
        section.rows.append(row(list->at(i)));
    if (list->size() > rowsShown)
        section.rows.append(
            {QString(), Details::tr("and %n more", nullptr, static_cast<int>(list->size() - rowsShown))});
}

DetailSection nodes(const fleet::InstanceDetails &details, const Times &times)
{
    DetailSection section = sectionOf(Details::tr("Nodes"), details.nodes(), times);
    addRows(section, details.nodes().value, Details::tr("The service named no node."),
            [](const NodeVersion &node) {
                return std::pair(
                    told(node.name),
                    QStringList{told(nodeRoleText(node.role)), told(node.zone), told(node.version)}.join(
                        QStringLiteral(" · ")));
            });
    return section;
}

std::pair<QString, QString> nodeRow(const TopologyNode &node)
{
    QStringList facts;
    if (!node.role.isEmpty())
        facts << plainLine(nodeRoleText(node.role));
    if (node.capacityMb)
        facts << sizeText(qint64(*node.capacityMb) << 20);
    if (node.bandwidthMb)
        facts << Details::tr("%1 MB/s").arg(*node.bandwidthMb);
    if (node.connections)
        facts << Details::tr("at most %1 connections").arg(QLocale().toString(*node.connections));
    return {told(node.id), facts.isEmpty() ? Details::tr("unknown") : facts.join(QStringLiteral(" · "))};
}

DetailSection topology(const fleet::InstanceDetails &details, const Times &times)
{
    const fleet::Fact<Topology> &fact = details.topology();
    DetailSection section = sectionOf(Details::tr("Shards and proxies"), fact, times);
    if (!fact.value)
        return section;
    addRows(section, Shared<QList<TopologyNode>>(fact.value->shards),
            Details::tr("The service named no shard."), nodeRow);
    addRows(section, Shared<QList<TopologyNode>>(fact.value->proxies), Details::tr("No proxy."), nodeRow);
    return section;
}

/// What may be done with one event, or in words why not.
void addEventActions(DetailSection &section, const ScheduledEvent &event, const QDateTime &now)
{
    if (!isOpen(event))
        return;
    const int row = static_cast<int>(section.rows.size()) - 1;
    const QString noMove = whyNotMoved(event, now);
    const QString noCancel = whyNotCancelled(event);
    QStringList reasons{noMove, noCancel};
    reasons.removeAll(QString());
    reasons.removeDuplicates();
    if (!reasons.isEmpty())
        section.rows[row].second += u'\n' + inOneLine(reasons);
    if (noMove.isEmpty())
        section.actions.append({DetailAction::Kind::MoveEvent, row, event.id,
                                Details::tr("Move it, or start it now…"), eventName(event)});
    if (noCancel.isEmpty())
        section.actions.append(
            {DetailAction::Kind::CancelEvent, row, event.id, Details::tr("Cancel it…"), eventName(event)});
}

DetailSection events(const fleet::InstanceDetails &details, const Times &times)
{
    DetailSection section = sectionOf(Details::tr("Scheduled events"), details.events(), times);
    const auto text = [&](const ScheduledEvent &event) {
        QStringList facts{Details::tr("starts %1").arg(times.moment(event.start))};
        if (event.switchAt.isValid())
            facts << Details::tr("connections break %1").arg(times.moment(event.switchAt));
        if (event.deadline.isValid())
            facts << Details::tr("at the latest %1").arg(times.moment(event.deadline));
        return facts.join(QStringLiteral(" · "));
    };
    addRows(section, details.events().value, Details::tr("The provider plans nothing."),
            [&](const ScheduledEvent &event) { return std::pair(told(eventName(event)), text(event)); });
    if (!details.events().value)
        return section;
    // Each event's words and buttons stand in its own row.
    const QList<std::pair<QString, QString>> rows = std::exchange(section.rows, {});
    for (qsizetype i = 0; i < rows.size(); ++i) {
        section.rows.append(rows.at(i));
        if (i < std::min(details.events().value->size(), rowsShown))
            addEventActions(section, details.events().value->at(i), times.now);
    }
    return section;
}

DetailSection tasks(const fleet::InstanceDetails &details, const Times &times)
{
    DetailSection section =
        sectionOf(Details::tr("Tasks of the last %n day(s)", nullptr, fleet::InstanceDetails::days),
                  details.tasks(), times);
    addRows(section, details.tasks().value, Details::tr("None."), [&](const CloudTask &task) {
        QStringList facts{told(task.statusText), times.moment(task.started)};
        if (task.progress)
            facts << Details::tr("%1 %").arg(qRound(*task.progress));
        return std::pair(told(task.reason.isEmpty() ? task.type : task.reason),
                         facts.join(QStringLiteral(" · ")));
    });
    if (!details.tasks().value)
        return section;
    for (qsizetype i = 0; i < std::min(details.tasks().value->size(), rowsShown); ++i) {
        const CloudTask &task = details.tasks().value->at(i);
        const int row = static_cast<int>(i);
        if (mayMove(task))
            section.actions.append({DetailAction::Kind::MoveTask, row, task.id.value,
                                    Details::tr("Move it, or start it now…"), taskName(task)});
        if (mayCancel(task))
            section.actions.append({DetailAction::Kind::CancelTask, row, task.id.value,
                                    Details::tr("Cancel it…"), taskName(task)});
    }
    return section;
}

QString backupStatus(const Backup &backup)
{
    switch (backup.status) {
    case Backup::Status::Success:
        return Details::tr("Success", "of a backup");
    case Backup::Status::Failed:
        return Details::tr("Failed", "of a backup");
    case Backup::Status::Running:
        return Details::tr("Running", "of a backup");
    case Backup::Status::Unknown:
        break;
    }
    return told(backup.statusText);
}

QString backupMode(const QString &mode)
{
    if (mode == QLatin1String("Automated"))
        return Details::tr("Automated", "of a backup");
    if (mode == QLatin1String("Manual"))
        return Details::tr("Manual", "of a backup");
    return told(mode);
}

DetailSection backups(const fleet::InstanceDetails &details, const Times &times)
{
    DetailSection section =
        sectionOf(Details::tr("Backups of the last %n day(s)", nullptr, fleet::InstanceDetails::days),
                  details.backups(), times);
    addRows(section, details.backups().value, Details::tr("None: an upgrade could not be taken back by one."),
            [&](const Backup &backup) {
                QStringList facts{backupStatus(backup), backupMode(backup.mode)};
                if (backup.bytes)
                    facts << sizeText(*backup.bytes);
                return std::pair(times.moment(backup.ended.isValid() ? backup.ended : backup.started),
                                 facts.join(QStringLiteral(" · ")));
            });
    section.actions.append({DetailAction::Kind::BackUp, -1, QString(), Details::tr("Back up now…"),
                            details.key().instance.value});
    return section;
}

} // namespace

QList<DetailSection> detailSections(const fleet::InstanceDetails &details, const QDateTime &now,
                                    const QTimeZone &zone)
{
    const Times times{now, zone};
    return {attributes(details, times), versions(details, times), nodes(details, times),
            topology(details, times),   events(details, times),   tasks(details, times),
            backups(details, times)};
}

QUrl consolePage() { return QUrl(QStringLiteral("https://kvstore.console.aliyun.com/")); }

} // namespace uplift::ui
