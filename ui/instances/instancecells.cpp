// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancecells.h"

#include "core/redact.h"
#include "impact/edition.h"
#include "impact/editiontext.h"
#include "ui/instances/offer.h"
#include "ui/look/minutes.h"
#include "ui/look/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace uplift::ui {

namespace {

struct Cells {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Cells)
};

QString dash() { return QStringLiteral("–"); }

Cell instanceCell(const InstanceRow &row)
{
    Cell cell;
    cell.first = plainLine(row.name());
    cell.firstMedium = true;
    cell.environment = row.environment;
    cell.second = plainLine(row.id.value);
    cell.secondTail = shownRegion(row);
    return cell;
}

Cell editionCell(const InstanceRow &row)
{
    Cell cell;
    if (!row.facts) {
        cell.first = dash();
        return cell;
    }
    const QStringList lines = editionLines(row);
    cell.first = lines.first();
    cell.second = lines.last();
    return cell;
}

Cell statusCell(const InstanceRow &row, const QDateTime &now)
{
    Cell cell;
    cell.firstMark = shownStatus(row);
    cell.first = cell.firstMark.word;
    if (!row.stepText.isEmpty() && isOpenStep(row)) {
        cell.second = row.stepText;
    } else if (row.asked.isValid()) {
        cell.second = ageText(row.asked, now); // the column has no room to say from where
        if (!row.gone && isStale(row.asked, now))
            cell.secondRole = Role::Amber;
    }
    return cell;
}

Mark shownLevel(const EngineVersion &version)
{
    if (isProxyAloneBehind(version)) {
        Mark mark = levelMark(version.proxyLevel);
        mark.word = Cells::tr("Proxy behind");
        return mark;
    }
    switch (outdated(version)) {
    case Outdated::No:
        return upToDateMark();
    case Outdated::Yes:
        return levelMark(version.level);
    case Outdated::Contradictory:
        return {Icon::Question, Role::Amber, Cells::tr("Contradictory"), Role::Amber};
    case Outdated::Unknown:
        break;
    }
    return levelMark(UpdateLevel::Unknown);
}

Cell versionCell(const InstanceRow &row)
{
    Cell cell;
    if (!row.version || !row.version->current.isKnown()) {
        cell.first = dash();
        return cell;
    }
    const EngineVersion &version = *row.version;
    cell.first = version.current.text();
    if (outdated(version) == Outdated::Yes && version.latest.isKnown())
        cell.arrowTo = version.latest.text();
    cell.secondMark = shownLevel(version);
    cell.second = cell.secondMark.word;
    return cell;
}

Cell windowCell(const InstanceRow &row, const QDateTime &now, const QTimeZone &zone)
{
    Cell cell;
    if (row.gone || !row.facts || !row.facts->window) {
        cell.first = dash();
        return cell;
    }
    if (row.facts->window->around(now)) {
        cell.first = Cells::tr("Now", "a window that is open");
        cell.second = Cells::tr("until %1").arg(clockText(row.facts->window->around(now)->end, zone));
        return cell;
    }
    const QList<WindowSpan> next = row.facts->window->next(now, 1);
    if (next.isEmpty()) {
        cell.first = dash();
        return cell;
    }
    cell.first = momentText(next.first().start, now, zone);
    cell.second = minutesText(next.first().start, now);
    return cell;
}

Cell plainCell(const QString &text)
{
    Cell cell;
    cell.first = text.isEmpty() ? dash() : text;
    return cell;
}

Cell namedCell(const QString &text)
{
    Cell cell = plainCell(text);
    cell.elides = true;
    return cell;
}

Cell markedCell(const Mark &mark)
{
    Cell cell = plainCell(mark.word);
    cell.firstMark = mark;
    return cell;
}

Cell proxyCell(const InstanceRow &row)
{
    if (!row.version || !row.version->proxyCurrent.isKnown())
        return plainCell({});
    Cell cell = plainCell(row.version->proxyCurrent.text());
    if (row.version->proxyLatest.isKnown()
        && MinorVersion::compare(row.version->proxyCurrent, row.version->proxyLatest) < 0)
        cell.arrowTo = row.version->proxyLatest.text();
    return cell;
}

Cell ageCell(const InstanceRow &row, const QDateTime &now)
{
    Cell cell = plainCell(shownAge(row, now));
    cell.firstRole = Role::Text2;
    if (row.asked.isValid() && !row.gone && isStale(row.asked, now))
        cell.firstRole = Role::Amber;
    return cell;
}

Cell nextWindowCell(const InstanceRow &row, const QDateTime &now, const QTimeZone &zone)
{
    Cell cell = windowCell(row, now, zone);
    cell.second.clear();
    return cell;
}

QString autoUpgradeText(const InstanceRow &row)
{
    if (!row.version || !row.version->autoUpgrade)
        return {};
    //: Auto-upgrade of an instance
    return *row.version->autoUpgrade ? Cells::tr("On") : Cells::tr("Off");
}

QString editionText(const InstanceRow &row)
{
    QStringList lines = editionLines(row);
    lines.removeAll(QString());
    return lines.join(QStringLiteral(" · "));
}

/// A column of one fact.
Cell factCell(const InstanceRow &row, Column column, const QDateTime &now, const QTimeZone &zone)
{
    Cell cell;
    switch (column) {
    case NameColumn:
        cell = namedCell(plainLine(row.name()));
        cell.firstMedium = true;
        return cell;
    case IdColumn:
        cell = plainCell(plainLine(row.id.value));
        cell.firstFixed = true;
        return cell;
    case RegionColumn:
        return namedCell(shownRegion(row));
    case AccountColumn:
        return namedCell(plainLine(row.accountName));
    case EnvironmentColumn:
        cell = plainCell(environmentLook(row.environment).word);
        cell.environment = row.environment;
        return cell;
    case ArchitectureColumn:
        return namedCell(editionText(row));
    case StateColumn:
        cell = markedCell(shownStatus(row));
        if (!row.stepText.isEmpty() && isOpenStep(row))
            cell.first = Cells::tr("%1, %2").arg(cell.first, row.stepText);
        return cell;
    case CurrentColumn:
        return plainCell(row.version ? row.version->current.text() : QString());
    case LatestColumn:
        return plainCell(row.version ? row.version->latest.text() : QString());
    case LevelColumn:
        return row.version ? markedCell(shownLevel(*row.version)) : plainCell({});
    case ProxyColumn:
        return proxyCell(row);
    case AutoUpgradeColumn:
        return plainCell(autoUpgradeText(row));
    case NextWindowColumn:
        return nextWindowCell(row, now, zone);
    case LastUpgradeColumn:
        return plainCell(row.lastUpgrade.isValid() ? ageText(row.lastUpgrade, now) : QString());
    case AgeColumn:
        return ageCell(row, now);
    default:
        return namedCell(tagsText(row));
    }
}

} // namespace

Cell cellOf(const InstanceRow &row, Column column, const QDateTime &now, const QTimeZone &zone)
{
    Cell cell;
    switch (column) {
    case InstanceColumn:
        cell = instanceCell(row);
        break;
    case EditionColumn:
        cell = editionCell(row);
        break;
    case StatusColumn:
        cell = statusCell(row, now);
        break;
    case VersionColumn:
        cell = versionCell(row);
        break;
    case WindowColumn:
        cell = windowCell(row, now, zone);
        break;
    default:
        cell = factCell(row, column, now, zone);
        break;
    }
    cell.faded = row.gone;
    return cell;
}

QString textOf(const Cell &cell)
{
    return cell.arrowTo.isEmpty() ? cell.first : cell.first + QStringLiteral(" → ") + cell.arrowTo;
}

QString spokenText(const InstanceRow &row, const QDateTime &now, const QTimeZone &zone)
{
    QStringList parts{plainLine(row.name()), environmentLook(row.environment).word};
    const auto add = [&parts](const QString &text) {
        if (!text.isEmpty() && text != dash())
            parts << text;
    };
    const Cell version = versionCell(row);
    add(version.second);
    add(version.arrowTo.isEmpty() ? version.first
                                  : Cells::tr("%1 to %2").arg(version.first, version.arrowTo));
    const Cell status = statusCell(row, now);
    add(status.first);
    add(status.second);
    const Cell edition = editionCell(row);
    add(edition.first);
    add(edition.second);
    const Cell window = windowCell(row, now, zone);
    if (window.first != dash())
        add(Cells::tr("next window %1").arg(window.first));
    add(plainLine(row.id.value));
    add(shownRegion(row));
    return parts.join(QStringLiteral(", "));
}

} // namespace uplift::ui
