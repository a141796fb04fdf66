// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/oostemplate.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace uplift::practice {

namespace {

constexpr qsizetype maxContent = 64 * 1024;
const QString loopItem = QStringLiteral("ACS::TaskLoopItem");

using Problem = std::optional<Refusal>;

Refusal refused(const char *kind, const QString &message)
{
    return Refusal::of(400, QStringLiteral("InvalidTemplateContent.") + QLatin1String(kind), message);
}

Refusal malformed(const QString &message) { return refused("Malformed", message); }

/// Every key must be among those known here: what is not understood is not guessed at.
Problem refuseOthers(const QJsonObject &object, const QSet<QString> &known, const QString &where)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return refused("UnsupportedProperty",
                           QStringLiteral("%1 of %2 is not supported here.").arg(it.key(), where));
    }
    return std::nullopt;
}

QSet<QString> names(std::initializer_list<const char *> list)
{
    QSet<QString> set;
    for (const char *name : list)
        set.insert(QLatin1String(name));
    return set;
}

/// Every {{ name }} in a value must be known.
Problem refuseReferences(const QJsonValue &value, const QSet<QString> &known)
{
    static const QRegularExpression reference(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    if (value.isArray() || value.isObject()) {
        const QJsonArray array = value.toArray();
        for (const auto &element : array) {
            if (auto problem = refuseReferences(element, known))
                return problem;
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (auto problem = refuseReferences(it.value(), known))
                return problem;
        }
        return std::nullopt;
    }
    QString text = value.toString();
    for (auto match = reference.match(text); match.hasMatch(); match = reference.match(text)) {
        if (!known.contains(match.captured(1)))
            return refused("UnknownReference",
                           QStringLiteral("{{ %1 }} names nothing known here.").arg(match.captured(1)));
        text.remove(match.capturedStart(), match.capturedLength());
    }
    if (text.contains(QLatin1String("{{")) || text.contains(QLatin1String("}}")))
        return malformed(QStringLiteral("Braces do not match in %1.").arg(value.toString()));
    return std::nullopt;
}

Problem readApi(const QJsonObject &properties, OosTask &task)
{
    const QString service = properties.value(QLatin1String("Service")).toString();
    task.api = properties.value(QLatin1String("API")).toString();
    task.parameters = properties.value(QLatin1String("Parameters")).toObject();
    if (service.compare(QLatin1String("r-kvstore"), Qt::CaseInsensitive) != 0)
        return refused("UnsupportedProperty",
                       QStringLiteral("Service %1 is not supported here.").arg(service));
    if (task.api.isEmpty())
        return malformed(QStringLiteral("Task %1 names no API.").arg(task.name));
    return std::nullopt;
}

/// `object` is the task itself: Retries, DelayType and Delay stand in it, beside its properties.
Problem readWait(const QJsonObject &object, const QJsonObject &properties, OosTask &task)
{
    if (auto problem = readApi(properties, task))
        return problem;
    const QString path = properties.value(QLatin1String("PropertySelector")).toString();
    const auto selector = OosSelector::parse(path);
    if (!selector)
        return refused("UnsupportedSelector",
                       QStringLiteral("PropertySelector %1 is not supported here.").arg(path));
    task.selector = *selector;
    task.desired = properties.value(QLatin1String("DesiredValues")).toArray();
    task.notDesired = properties.value(QLatin1String("NotDesiredValues")).toArray();
    task.stopRetry = properties.value(QLatin1String("StopRetryValues")).toArray();
    if (task.desired.isEmpty() == task.notDesired.isEmpty())
        return malformed(
            QStringLiteral("Task %1 needs either DesiredValues or NotDesiredValues.").arg(task.name));
    if (object.value(QLatin1String("DelayType")).toString() != QLatin1String("Constant"))
        return refused("UnsupportedProperty", QStringLiteral("DelayType must be Constant here."));
    task.retriesText =
        object.contains(QLatin1String("Retries")) ? object.value(QLatin1String("Retries")) : QJsonValue(10);
    task.delayText =
        object.contains(QLatin1String("Delay")) ? object.value(QLatin1String("Delay")) : QJsonValue(2);
    return std::nullopt;
}

Problem readTasks(const QJsonValue &value, bool insideLoop, QSet<QString> known, QList<OosTask> &tasks);

Problem readLoop(const QJsonObject &properties, const QSet<QString> &known, OosTask &task)
{
    const QJsonObject rate = properties.value(QLatin1String("LoopRateControl")).toObject();
    if (auto problem = refuseOthers(rate, names({"Mode", "Concurrency", "MaxErrors"}),
                                    QStringLiteral("LoopRateControl")))
        return problem;
    if (rate.value(QLatin1String("Mode")).toString() != QLatin1String("Concurrency"))
        return refused("UnsupportedProperty",
                       QStringLiteral("Mode of LoopRateControl must be Concurrency here."));
    task.itemsText = properties.value(QLatin1String("LoopItems"));
    if (task.itemsText.isUndefined())
        return malformed(QStringLiteral("Task %1 has no LoopItems.").arg(task.name));
    task.concurrencyText = rate.contains(QLatin1String("Concurrency"))
        ? rate.value(QLatin1String("Concurrency"))
        : QJsonValue(1);
    task.maxErrorsText =
        rate.contains(QLatin1String("MaxErrors")) ? rate.value(QLatin1String("MaxErrors")) : QJsonValue(0);
    return readTasks(properties.value(QLatin1String("LoopTasks")), true, known, task.tasks);
}

Problem readProperties(const QJsonObject &object, const QSet<QString> &known, OosTask &task)
{
    const QJsonObject properties = object.value(QLatin1String("Properties")).toObject();
    static const QHash<QString, std::pair<OosTask::Action, QSet<QString>>> actions{
        {QStringLiteral("ACS::Loop"),
         {OosTask::Action::Loop, names({"LoopItems", "LoopRateControl", "LoopTasks"})}},
        {QStringLiteral("ACS::ExecuteAPI"),
         {OosTask::Action::ExecuteApi, names({"Service", "API", "Parameters"})}},
        {QStringLiteral("ACS::Sleep"), {OosTask::Action::Sleep, names({"Duration"})}},
        {QStringLiteral("ACS::WaitFor"),
         {OosTask::Action::WaitFor,
          names({"Service", "API", "Parameters", "PropertySelector", "DesiredValues", "NotDesiredValues",
                 "StopRetryValues"})}},
    };
    const auto action = actions.constFind(task.actionText);
    if (action == actions.constEnd())
        return refused("UnsupportedAction",
                       QStringLiteral("Action %1 is not supported here.").arg(task.actionText));
    task.action = action->first;
    if (auto problem = refuseOthers(properties, action->second, task.actionText))
        return problem;
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (it.key() == QLatin1String("LoopTasks"))
            continue; // they know the item of their loop; checked one by one
        if (auto problem = refuseReferences(it.value(), known))
            return problem;
    }
    switch (task.action) {
    case OosTask::Action::Loop:
        return readLoop(properties, known, task);
    case OosTask::Action::ExecuteApi:
        return readApi(properties, task);
    case OosTask::Action::WaitFor:
        return readWait(object, properties, task);
    case OosTask::Action::Sleep:
        task.durationText = properties.value(QLatin1String("Duration"));
        break;
    }
    return std::nullopt;
}

/// What stands beside a task's properties.
Problem refuseAttributes(const QJsonObject &object, const QSet<QString> &known, const OosTask &task)
{
    static const QSet<QString> ofWaits = names({"Retries", "DelayType", "Delay"});
    QSet<QString> allowed = names({"Name", "Action", "Description", "Properties"});
    if (task.actionText == QLatin1String("ACS::WaitFor"))
        allowed += ofWaits;
    if (auto problem = refuseOthers(object, allowed, QStringLiteral("task ") + task.name))
        return problem;
    for (const QString &name : ofWaits) {
        if (auto problem = refuseReferences(object.value(name), known))
            return problem;
    }
    return std::nullopt;
}

Problem readTasks(const QJsonValue &value, bool insideLoop, QSet<QString> known, QList<OosTask> &tasks)
{
    if (!value.isArray() || value.toArray().isEmpty())
        return malformed(QStringLiteral("A list of tasks is missing or empty."));
    if (insideLoop)
        known.insert(loopItem);
    QSet<QString> taken;
    const QJsonArray list = value.toArray();
    for (const auto &element : list) {
        const QJsonObject object = element.toObject();
        OosTask task;
        task.name = object.value(QLatin1String("Name")).toString();
        task.actionText = object.value(QLatin1String("Action")).toString();
        if (task.name.isEmpty() || taken.contains(task.name))
            return malformed(QStringLiteral("Each task needs a name of its own."));
        taken.insert(task.name);
        if (auto problem = refuseAttributes(object, known, task))
            return problem;
        if (insideLoop && task.actionText == QLatin1String("ACS::Loop"))
            return refused("UnsupportedAction",
                           QStringLiteral("A loop inside a loop is not supported here."));
        if (auto problem = readProperties(object, known, task))
            return problem;
        tasks.append(task);
    }
    return std::nullopt;
}

Problem readParameters(const QJsonObject &object, QMap<QString, OosParameter> &parameters)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]{0,63}$"));
    static const QSet<QString> types = names({"String", "Number", "Boolean", "List", "Json"});
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        const OosParameter parameter{one.value(QLatin1String("Type")).toString(),
                                     one.value(QLatin1String("Default"))};
        if (!shape.match(it.key()).hasMatch() || !types.contains(parameter.type))
            return malformed(QStringLiteral("Parameter %1 has a name or type that is none.").arg(it.key()));
        if (auto problem = refuseReferences(parameter.fallback, {QStringLiteral("ACS::RegionId")}))
            return problem;
        parameters.insert(it.key(), parameter);
    }
    return std::nullopt;
}

} // namespace

std::optional<OosSelector> OosSelector::parse(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral(
        "^\\.?[A-Za-z_][A-Za-z0-9_]*(\\[\\d{1,4}\\])*(\\.[A-Za-z_][A-Za-z0-9_]*(\\[\\d{1,4}\\])*)*$"));
    static const QRegularExpression step(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*|\\d+(?=\\])"));
    if (!shape.match(text).hasMatch())
        return std::nullopt;
    OosSelector selector;
    for (auto it = step.globalMatch(text); it.hasNext();)
        selector.m_steps.append(it.next().captured());
    return selector;
}

QJsonValue OosSelector::of(const QJsonObject &body) const
{
    QJsonValue value = body;
    for (const QString &step : m_steps) {
        bool isNumber = false;
        const int number = step.toInt(&isNumber);
        value = isNumber ? value.toArray().at(number) : value.toObject().value(step);
    }
    return value;
}

std::optional<Refusal> readTemplate(const QString &content, OosTemplate &read)
{
    if (content.size() > maxContent)
        return malformed(QStringLiteral("The template is larger than 64 KB."));
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(content.toUtf8(), &error).object();
    if (root.isEmpty())
        return malformed(QStringLiteral("The template is no JSON object: %1.").arg(error.errorString()));
    if (auto problem =
            refuseOthers(root, names({"FormatVersion", "Description", "Parameters", "RamRole", "Tasks"}),
                         QStringLiteral("the template")))
        return problem;
    if (root.value(QLatin1String("FormatVersion")).toString() != QLatin1String("OOS-2019-06-01"))
        return malformed(QStringLiteral("FormatVersion OOS-2019-06-01 is needed."));
    if (auto problem = readParameters(root.value(QLatin1String("Parameters")).toObject(), read.parameters))
        return problem;
    QSet<QString> known{QStringLiteral("ACS::RegionId"), QStringLiteral("ACS::ExecutionId")};
    for (const QString &name : read.parameters.keys())
        known.insert(name);
    read.ramRole = root.value(QLatin1String("RamRole")).toString();
    if (auto problem = refuseReferences(read.ramRole, known))
        return problem;
    return readTasks(root.value(QLatin1String("Tasks")), false, known, read.tasks);
}

} // namespace uplift::practice
