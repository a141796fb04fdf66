// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/historyexport.h"

#include "core/csv.h"
#include "upgrade/outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace uplift::report {

namespace {

using upgrade::JournaledStep;
using upgrade::StepPlan;
using upgrade::StepView;
using upgrade::Transition;

QString utc(const QDateTime &when) { return when.toUTC().toString(Qt::ISODateWithMs); }

void insertMoment(QJsonObject &json, const char *name, const QDateTime &when)
{
    if (when.isValid())
        json.insert(QLatin1String(name), utc(when));
}

void insertText(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(name), text);
}

/// The journal keeps moments in milliseconds since the epoch.
void replaceMs(QJsonObject &json, const char *from, const char *to)
{
    const QJsonValue ms = json.take(QLatin1String(from));
    if (ms.isDouble())
        insertMoment(json, to, QDateTime::fromMSecsSinceEpoch(ms.toInteger(), Qt::UTC));
}

template <std::size_t n>
void replaceNumber(QJsonObject &json, const char *name, const std::array<const char *, n> &words)
{
    const int number = json.value(QLatin1String(name)).toInt(-1);
    if (number >= 0 && number < static_cast<int>(n))
        json.insert(QLatin1String(name), QLatin1String(words.at(static_cast<std::size_t>(number))));
}

/// In the order of the enumerations, which rows keep as numbers.
constexpr std::array errorKinds{"Cancelled", "Offline",  "TimedOut", "Tls",      "Proxy",  "Denied",
                                "Throttled", "NotFound", "Conflict", "Rejected", "Server", "BadReply",
                                "Input",     "Storage",  "Keychain", "Internal"};
static_assert(errorKinds.size() == static_cast<std::size_t>(Error::Kind::Internal) + 1);
constexpr std::array changes{"No", "Yes", "Unknown"};
constexpr std::array retries{"Safe", "Unsafe", "AskFirst"};
constexpr std::array evidenceKinds{"Status", "Version", "Task", "Connection", "Nodes"};

QJsonObject readableError(QJsonObject error)
{
    replaceNumber(error, "kind", errorKinds);
    replaceNumber(error, "change", changes);
    replaceNumber(error, "retry", retries);
    return error;
}

QJsonObject readablePlan(const StepPlan &plan)
{
    QJsonObject json = upgrade::toJson(plan);
    json.insert(QStringLiteral("keyTail"), plan.keyTail.right(4));
    replaceMs(json, "windowStart", "windowStart");
    replaceMs(json, "windowEnd", "windowEnd");
    if (QJsonObject setting = json.value(QLatin1String("setting")).toObject(); !setting.isEmpty()) {
        replaceMs(setting, "at", "at");
        json.insert(QStringLiteral("setting"), setting);
    }
    return json;
}

/// All that was journaled with a state, with words for numbers.
QJsonObject readableState(const Transition &transition)
{
    QJsonObject data = transition.data;
    if (const QJsonObject error = data.value(QLatin1String("error")).toObject(); !error.isEmpty())
        data.insert(QStringLiteral("error"), readableError(error));
    replaceMs(data, "switchedOutsideWindowMs", "switchedOutsideWindow");
    if (QJsonObject moment = data.value(QLatin1String("moment")).toObject(); !moment.isEmpty()) {
        replaceMs(moment, "askedMs", "asked");
        replaceMs(moment, "fromMs", "from");
        replaceMs(moment, "windowStartMs", "windowStart");
        replaceMs(moment, "windowEndMs", "windowEnd");
        data.insert(QStringLiteral("moment"), moment);
    }
    if (QJsonArray evidence = data.value(QLatin1String("evidence")).toArray(); !evidence.isEmpty()) {
        for (QJsonValueRef value : evidence) {
            QJsonObject piece = value.toObject();
            replaceNumber(piece, "kind", evidenceKinds);
            value = piece;
        }
        data.insert(QStringLiteral("evidence"), evidence);
    }
    return {{QStringLiteral("state"), upgrade::stateName(transition.state)},
            {QStringLiteral("at"), utc(transition.at)},
            {QStringLiteral("data"), data}};
}

/// Oldest first, each once.
QJsonArray requestIdsOf(const QList<Transition> &transitions)
{
    QJsonArray ids;
    for (const Transition &transition : transitions) {
        const QJsonObject error = transition.data.value(QLatin1String("error")).toObject();
        for (const QJsonObject &place : {transition.data, error}) {
            const QJsonValue id = place.value(QLatin1String("requestId"));
            if (!id.toString().isEmpty() && !ids.contains(id))
                ids.append(id);
        }
    }
    return ids;
}

QJsonArray decisionsOf(const QList<Transition> &transitions)
{
    QJsonArray decisions;
    for (const Transition &transition : transitions) {
        const auto text = [&transition](const char *name) {
            return transition.data.value(QLatin1String(name)).toString();
        };
        if (text("decision").isEmpty())
            continue;
        QJsonObject decision{{QStringLiteral("decision"), text("decision")}};
        insertMoment(decision, "at", transition.at);
        insertText(decision, "who", text("who"));
        insertText(decision, "reason", text("reason"));
        decisions.append(decision);
    }
    return decisions;
}

/// What came of it, in one place.
QJsonObject outcomeOf(const StepView &view)
{
    QJsonObject json{{QStringLiteral("state"), upgrade::stateName(view.state)},
                     {QStringLiteral("requestIds"), requestIdsOf(view.transitions)},
                     {QStringLiteral("decisions"), decisionsOf(view.transitions)}};
    insertMoment(json, "plannedAt", view.transitions.value(0).at);
    insertMoment(json, "requestedAt", view.sentAt);
    if (upgrade::isEnd(view.state))
        insertMoment(json, "endedAt", view.since);
    if (view.task)
        insertText(json, "taskId", view.task->id.value);
    insertText(json, "versionNow", view.versionNow);
    if (!view.nodes.isEmpty())
        json.insert(QStringLiteral("nodesAfter"), upgrade::toJson(view.nodes));
    insertMoment(json, "switchedOutsideWindow", view.switchedOutsideWindow.value_or(QDateTime()));
    if (view.error)
        json.insert(QStringLiteral("error"), readableError(upgrade::toJson(*view.error)));
    return json;
}

QJsonObject attemptOf(const JournaledStep &step)
{
    QJsonArray states;
    for (const Transition &transition : step.transitions)
        states.append(readableState(transition));
    return {{QStringLiteral("plan"), readablePlan(step.plan)},
            {QStringLiteral("outcome"), outcomeOf(upgrade::viewOf(step))},
            {QStringLiteral("states"), states}};
}

/// One column of the CSV: its head, and where its value stands in an attempt.
struct Column {
    const char *head;
    const char *part;
    const char *key;
    const char *within = nullptr; ///< a key below that
};

// The heads are names for programs, like the keys of the JSON.
constexpr std::array columns{
    Column{"step", "plan", "step"},
    Column{"kind", "plan", "kind"},
    Column{"instance", "plan", "instance"},
    Column{"instanceName", "plan", "instanceName"},
    Column{"environment", "plan", "environment"},
    Column{"region", "plan", "region"},
    Column{"account", "plan", "account"},
    Column{"accountName", "plan", "accountName"},
    Column{"keyTail", "plan", "keyTail"},
    Column{"profile", "plan", "profile"},
    Column{"state", "outcome", "state"},
    Column{"plannedAt", "outcome", "plannedAt"},
    Column{"requestedAt", "outcome", "requestedAt"},
    Column{"endedAt", "outcome", "endedAt"},
    Column{"fromVersion", "plan", "fromVersion"},
    Column{"toVersion", "plan", "toVersion"},
    Column{"minorVersion", "plan", "minorVersion"},
    Column{"versionNow", "outcome", "versionNow"},
    Column{"moment", "plan", "moment"},
    Column{"momentNaming", "plan", "momentNaming"},
    Column{"windowStart", "plan", "windowStart"},
    Column{"windowEnd", "plan", "windowEnd"},
    Column{"before", "plan", "setting", "before"},
    Column{"after", "plan", "setting", "after"},
    Column{"confirmedBy", "plan", "by"},
    Column{"ticket", "plan", "ticket"},
    Column{"note", "plan", "note"},
    Column{"batch", "plan", "batch"},
    Column{"wave", "plan", "wave"},
    Column{"impact", "plan", "impact"},
    Column{"disconnectionBound", "plan", "disconnectionBound"},
    Column{"readOnlyBound", "plan", "readOnlyBound"},
    Column{"impactSources", "plan", "impactSources"},
    Column{"checks", "plan", "checks"},
    Column{"requestIds", "outcome", "requestIds"},
    Column{"taskId", "outcome", "taskId"},
    Column{"nodesBefore", "plan", "nodesBefore"},
    Column{"nodesAfter", "outcome", "nodesAfter"},
    Column{"switchedOutsideWindow", "outcome", "switchedOutsideWindow"},
    Column{"errorCode", "outcome", "error", "code"},
    Column{"error", "outcome", "error", "message"},
    Column{"decisions", "outcome", "decisions"},
    Column{"states", nullptr, "states"},
};

/// "Requested 2026-11-20T12:00:00.000Z", "master cn-hangzhou-h redis-5.0_0.5.9": the values of an object that
/// belong into a cell, in the order of `keys`.
QString objectText(const QJsonObject &object)
{
    static const std::array keys{"state", "decision", "at",   "who",    "reason",
                                 "name",  "role",     "zone", "version"};
    QStringList texts;
    for (const char *key : keys) {
        const QString text = object.value(QLatin1String(key)).toString();
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts.join(u' ');
}

QString cellText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList texts;
        const QJsonArray array = value.toArray();
        for (const auto &element : array)
            texts.append(element.isObject() ? objectText(element.toObject()) : element.toString());
        return texts.join(QLatin1String("; "));
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString cellOf(const QJsonObject &attempt, const Column &column)
{
    QJsonValue value = column.part ? attempt.value(QLatin1String(column.part)) : QJsonValue(attempt);
    value = value.toObject().value(QLatin1String(column.key));
    return cellText(column.within ? value.toObject().value(QLatin1String(column.within)) : value);
}

} // namespace

QByteArray historyCsv(const QList<JournaledStep> &steps)
{
    QStringList cells;
    for (const Column &column : columns)
        cells.append(csvCell(QLatin1String(column.head)));
    // Excel reads a file as UTF-8 only with the mark.
    QByteArray text = QByteArrayLiteral("\xef\xbb\xbf") + cells.join(u',').toUtf8() + "\r\n";
    for (const JournaledStep &step : steps) {
        const QJsonObject attempt = attemptOf(step);
        cells.clear();
        for (const Column &column : columns)
            cells.append(csvCell(cellOf(attempt, column)));
        text += cells.join(u',').toUtf8() + "\r\n";
    }
    return text;
}

QByteArray historyJson(const QList<JournaledStep> &steps)
{
    QJsonArray attempts;
    for (const JournaledStep &step : steps)
        attempts.append(attemptOf(step));
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("uplift-history")},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("attempts"), attempts}})
        .toJson();
}

} // namespace uplift::report
