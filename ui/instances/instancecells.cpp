// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancecells.h"

#include "impact/edition.h"
#include "impact/editiontext.h"

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
    cell.first = row.name();
    cell.firstMedium = true;
    cell.environment = row.environment;
    cell.second = row.id.value;
    cell.secondTail = row.regionName.isEmpty() ? row.region.value : row.regionName;
    return cell;
}

Cell editionCell(const InstanceRow &row)
{
    Cell cell;
    if (!row.facts) {
        cell.first = dash();
        return cell;
    }
    const impact::Edition edition = impact::editionOf(*row.facts, row.version.get());
    cell.first = impact::editionName(edition);
    cell.second = impact::editionSize(edition);
    return cell;
}

Mark shownStatus(const InstanceRow &row)
{
    if (row.gone)
        return {Icon::Gone, Role::Text3, Cells::tr("Not seen"), Role::Text2};
    if (row.step && *row.step != upgrade::StepState::Planned && *row.step != upgrade::StepState::Verified)
        return stateMark(*row.step);
    if (row.facts)
        return statusMark(row.facts->status, row.facts->statusText);
    if (row.error)
        return {Icon::Warning, Role::Amber, Cells::tr("No answer"), Role::Amber};
    return {Icon::Dash, Role::Text3, Cells::tr("Not asked"), Role::Text2};
}

Cell statusCell(const InstanceRow &row, const QDateTime &now)
{
    Cell cell;
    cell.firstMark = shownStatus(row);
    cell.first = cell.firstMark.word;
    if (!row.stepText.isEmpty() && isOpenStep(row)) {
        cell.second = row.stepText;
    } else if (row.asked.isValid()) {
        cell.second = ageText(row.asked, now);
        if (!row.gone && isStale(row.asked, now))
            cell.secondRole = Role::Amber;
    }
    return cell;
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
    switch (outdated(version)) {
    case Outdated::No:
        cell.secondMark = upToDateMark();
        break;
    case Outdated::Yes:
        if (version.latest.isKnown())
            cell.arrowTo = version.latest.text();
        cell.secondMark = levelMark(version.level);
        break;
    case Outdated::Contradictory:
        cell.secondMark = {Icon::Question, Role::Amber, Cells::tr("Contradictory"), Role::Amber};
        break;
    case Outdated::Unknown:
        cell.secondMark = levelMark(UpdateLevel::Unknown);
        break;
    }
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
        cell.first = Cells::tr("Now");
        cell.second = Cells::tr("until %1").arg(clockText(row.facts->window->around(now)->end, zone));
        return cell;
    }
    const QList<WindowSpan> next = row.facts->window->next(now, 1);
    if (next.isEmpty()) {
        cell.first = dash();
        return cell;
    }
    cell.first = momentText(next.first().start, now, zone);
    cell.second = countdownText(next.first().start, now);
    return cell;
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
    }
    cell.faded = row.gone;
    return cell;
}

QString spokenText(const InstanceRow &row, const QDateTime &now, const QTimeZone &zone)
{
    QStringList parts{row.name(), environmentLook(row.environment).word};
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
    add(row.id.value);
    add(row.regionName.isEmpty() ? row.region.value : row.regionName);
    return parts.join(QStringLiteral(", "));
}

} // namespace uplift::ui
