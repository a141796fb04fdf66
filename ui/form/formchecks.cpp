// SPDX-License-Identifier: GPL-3.0-or-later
// The checks in the form's words: their count, how far the asking is, what a button beside one does.
#include "ui/form/formfacts.h"
#include "ui/look/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::ui {

namespace {

using upgrade::Check;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("uplift::ui::Form", text, nullptr, n);
}

int countOf(const QList<Check> &checks, Check::Result result)
{
    return static_cast<int>(std::count_if(checks.begin(), checks.end(),
                                          [result](const Check &check) { return check.result == result; }));
}

/// The foot of the form has room for three counts: what passed gives way first.
QString joined(QStringList parts, int passed)
{
    constexpr int room = 3;
    if (parts.size() < 2) {
        const QString head = tr("%n check(s) passed", passed);
        return parts.isEmpty() ? head : tr("%1, %2").arg(head, parts.constFirst());
    }
    if (parts.size() < room)
        parts.append(tr("%n passed", passed));
    return parts.join(tr(", "));
}

QStringList urgentParts(const QList<Check> &checks)
{
    QStringList parts;
    if (const int blocked = countOf(checks, Check::Result::Blocked))
        parts.append(tr("%n blocked", blocked));
    if (const int toRead = countOf(checks, Check::Result::ToRead))
        parts.append(tr("%n to read", toRead));
    return parts;
}

const Check *find(const QList<Check> &checks, const char *key)
{
    for (const Check &check : checks) {
        if (check.key == QLatin1String(key))
            return &check;
    }
    return nullptr;
}

void addBackupActions(QList<CheckAction> &actions, const FormFacts &facts, const Check &check)
{
    if (facts.backup && !upgrade::isEnd(facts.backup->state)) {
        actions.append({check.key, CheckAction::Kind::ShowRunning, tr("Show it in progress")});
        return;
    }
    if (check.result == Check::Result::Passed || facts.readOnly)
        return;
    actions.append({check.key, CheckAction::Kind::BackUpNow, tr("Back up now…")});
    actions.append({check.key, CheckAction::Kind::BackUpFirst, tr("Back up first, then upgrade…")});
}

} // namespace

QString checksSummary(const QList<Check> &checks)
{
    QStringList parts = urgentParts(checks);
    if (const int unknown = countOf(checks, Check::Result::Unknown))
        parts.append(tr("%n unknown", unknown));
    return joined(parts, countOf(checks, Check::Result::Passed));
}

QString checksSummary(const QList<Check> &checks, const upgrade::PreflightFacts &facts)
{
    if (!facts.isAsking())
        return checksSummary(checks);
    QStringList parts = urgentParts(checks);
    //: In a list of counts. %1 of %2 questions to the service were answered
    parts.append(tr("asking, %1 of %2").arg(facts.done()).arg(upgrade::factParts().size()));
    return joined(parts, countOf(checks, Check::Result::Passed));
}

QString askedText(const upgrade::PreflightFacts &facts, const QDateTime &now)
{
    if (facts.isAsking())
        return tr("Asking, %1 of %2").arg(facts.done()).arg(upgrade::factParts().size());
    //: %1 "2 min ago", "now"
    return facts.answered.isValid() ? tr("Asked %1").arg(ageText(facts.answered, now)) : QString();
}

QList<CheckAction> checkActions(const FormFacts &facts, const QList<Check> &checks)
{
    using Kind = CheckAction::Kind;
    QList<CheckAction> actions;
    if (facts.stepOpen)
        actions.append({QStringLiteral("openStep"), Kind::ShowRunning, tr("Show it in progress")});
    if (const Check *backup = find(checks, "backup"))
        addBackupActions(actions, facts, *backup);
    const auto add = [&](const char *key, Kind kind, const QString &text) {
        const Check *check = find(checks, key);
        const bool matters =
            check && check->result != Check::Result::Passed && check->result != Check::Result::Unknown;
        if (matters)
            actions.append({check->key, kind, text});
    };
    const auto quiet = quietHourOf(facts);
    if (quiet && quiet->hours.proposal && facts.moment == Moment::MaintenanceWindow && !facts.readOnly)
        add("quietHour", Kind::UseWindow, tr("Use this window…"));
    if (facts.readOnly)
        return actions;
    if (facts.known.facts && facts.known.facts->window && !facts.known.facts->window->isSane())
        add("window", Kind::ChangeWindow, tr("Change the window…"));
    add("autoUpgrade", Kind::AutoUpgradeOff, tr("Switch it off…"));
    add("events", Kind::Details, tr("Move or cancel it in the details"));
    add("tasks", Kind::Details, tr("Show it in the details"));
    return actions;
}

std::optional<QuietHourFacts> quietHourOf(const FormFacts &facts)
{
    if (!facts.preflight.load)
        return std::nullopt;
    QuietHourFacts quiet;
    quiet.profile = *facts.preflight.load;
    quiet.moment = facts.moment;
    quiet.present = facts.moment == Moment::Now ? std::optional(WindowSpan{
                        facts.now, facts.now.addSecs(std::chrono::seconds(upgrade::assumedLength).count())})
                                                : chosenWindow(facts);
    const auto length = quiet.present
        ? std::chrono::minutes(quiet.present->start.secsTo(quiet.present->end) / 60)
        : std::chrono::minutes(upgrade::assumedLength);
    quiet.hours = upgrade::quietHours(quiet.profile, {quiet.present, length, facts.now});
    return quiet;
}

} // namespace uplift::ui
