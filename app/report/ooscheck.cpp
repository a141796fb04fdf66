// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ooscheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>
#include <optional>

namespace uplift::report {

namespace {

using Names = QSet<QString>;

Names names(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

struct ActionRule {
    const char *action;
    const char *required; ///< properties
    const char *optional;
    bool mayLoop; ///< by the attribute Loop: API actions alone
};
constexpr ActionRule actionRules[] = {
    {"ACS::ExecuteAPI", "Service API", "Parameters", true},
    {"ACS::WaitFor", "Service API PropertySelector",
     "Parameters DesiredValues NotDesiredValues StopRetryValues", true},
    {"ACS::Sleep", "Duration", "", false},
    {"ACS::Loop", "LoopItems LoopRateControl LoopTasks", "", false},
};

const ActionRule *ruleOf(const QString &action)
{
    for (const ActionRule &rule : actionRules) {
        if (action == QLatin1String(rule.action))
            return &rule;
    }
    return nullptr;
}

/// A whole number, also as text; a reference is judged where its value is known.
std::optional<int> wholeNumber(const QJsonValue &value)
{
    if (value.isDouble() && std::floor(value.toDouble()) == value.toDouble())
        return value.toInt();
    bool ok = false;
    const int number = value.toString().toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool isReference(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    return text.startsWith(QLatin1String("{{")) && text.endsWith(QLatin1String("}}"));
}

/// Seconds of "PT1H30M"; -1: no such duration.
qint64 durationSeconds(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^PT(?=\\d)(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return -1;
    return match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60
        + match.captured(3).toLongLong();
}

class TemplateCheck {
public:
    QStringList run(const QJsonObject &root);

private:
    void problem(const QString &where, const QString &what)
    {
        m_problems.append(where + QStringLiteral(": ") + what);
    }
    void checkKeys(const QString &where, const QJsonObject &object, const Names &required,
                   const Names &optional);
    void checkParameters(const QJsonObject &parameters);
    void checkReferences(const QString &where, const QJsonValue &value, const Names &known);
    void checkTasks(const QString &where, const QJsonValue &tasks, Names known);
    void checkTask(const QJsonObject &task, const Names &known);
    void checkWait(const QString &where, const QJsonObject &task, const QJsonObject &properties);
    void checkRetries(const QString &where, const QJsonObject &task);
    void checkSleep(const QString &where, const QJsonObject &properties);
    void checkItems(const QString &where, const QJsonValue &items);
    void checkRate(const QString &where, const QJsonObject &rate);
    void checkAmount(const QString &where, const QJsonObject &rate, const char *name, int least);

    QStringList m_problems;
    Names m_taskNames;
    QJsonObject m_parameters;
};

QStringList TemplateCheck::run(const QJsonObject &root)
{
    const QString where = QStringLiteral("template");
    checkKeys(where, root, names("FormatVersion Tasks"), names("Description Parameters RamRole Outputs"));
    if (root.value(QLatin1String("FormatVersion")).toString() != QLatin1String("OOS-2019-06-01"))
        problem(where, QStringLiteral("FormatVersion must be OOS-2019-06-01"));
    if (QJsonDocument(root).toJson(QJsonDocument::Compact).size() > oosTemplateBytes)
        problem(where, QStringLiteral("larger than 64 KB"));
    m_parameters = root.value(QLatin1String("Parameters")).toObject();
    checkParameters(m_parameters);
    Names known = names("ACS::RegionId ACS::AccountId ACS::ExecutionId");
    for (const QString &name : m_parameters.keys())
        known.insert(name);
    checkReferences(QStringLiteral("RamRole"), root.value(QLatin1String("RamRole")), known);
    checkTasks(QStringLiteral("Tasks"), root.value(QLatin1String("Tasks")), known);
    return m_problems;
}

void TemplateCheck::checkKeys(const QString &where, const QJsonObject &object, const Names &required,
                              const Names &optional)
{
    for (const QString &name : required) {
        if (!object.contains(name))
            problem(where, name + QStringLiteral(" is missing"));
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!required.contains(it.key()) && !optional.contains(it.key()))
            problem(where, it.key() + QStringLiteral(" is not known here"));
    }
}

void TemplateCheck::checkParameters(const QJsonObject &parameters)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*$"));
    static const Names types = names("String Number Boolean List Json");
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString where = QStringLiteral("parameter ") + it.key();
        const QJsonObject parameter = it.value().toObject();
        if (!shape.match(it.key()).hasMatch())
            problem(where, QStringLiteral("a name is letters, digits, _ and -"));
        if (!types.contains(parameter.value(QLatin1String("Type")).toString()))
            problem(where, QStringLiteral("Type is none of those known"));
        checkReferences(where, parameter.value(QLatin1String("Default")),
                        names("ACS::RegionId ACS::AccountId"));
    }
}

void TemplateCheck::checkReferences(const QString &where, const QJsonValue &value, const Names &known)
{
    static const QRegularExpression reference(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    const QJsonArray array = value.toArray();
    for (const auto &element : array)
        checkReferences(where, element, known);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        checkReferences(where, it.value(), known);
    QString text = value.toString();
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!known.contains(name))
            problem(where, QStringLiteral("{{ %1 }} names nothing defined").arg(name));
    }
    text.remove(reference);
    if (text.contains(QLatin1String("{{")) || text.contains(QLatin1String("}}")))
        problem(where, QStringLiteral("braces do not match"));
}

void TemplateCheck::checkTasks(const QString &where, const QJsonValue &tasks, Names known)
{
    const QJsonArray list = tasks.toArray();
    if (list.isEmpty())
        problem(where, QStringLiteral("no tasks"));
    for (const auto &value : list) {
        const QJsonObject task = value.toObject();
        checkTask(task, known);
        const QJsonObject outputs = task.value(QLatin1String("Outputs")).toObject();
        for (const QString &output : outputs.keys())
            known.insert(task.value(QLatin1String("Name")).toString() + u'.' + output);
    }
}

void TemplateCheck::checkTask(const QJsonObject &task, const Names &known)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9_-]{1,200}$"));
    const QString name = task.value(QLatin1String("Name")).toString();
    const QString where =
        QStringLiteral("task ") + (name.isEmpty() ? QStringLiteral("without a name") : name);
    if (!shape.match(name).hasMatch())
        problem(where, QStringLiteral("a name is 1 to 200 letters, digits, _ and -"));
    if (m_taskNames.contains(name))
        problem(where, QStringLiteral("the name stands twice"));
    m_taskNames.insert(name);
    const QString action = task.value(QLatin1String("Action")).toString();
    const ActionRule *rule = ruleOf(action);
    if (!rule)
        return problem(where, QStringLiteral("action %1 is not known").arg(action));
    const bool waits = action == QLatin1String("ACS::WaitFor");
    checkKeys(where, task, names("Name Action Properties"),
              names("Description Outputs Loop")
                  + (waits ? names("Retries DelayType Delay BackOff MaxRetryInterval") : Names()));
    const QJsonObject properties = task.value(QLatin1String("Properties")).toObject();
    checkKeys(where, properties, names(rule->required), names(rule->optional));
    Names knownHere = known;
    if (const QJsonValue loop = task.value(QLatin1String("Loop")); !loop.isUndefined()) {
        if (!rule->mayLoop)
            problem(where, QStringLiteral("%1 cannot loop").arg(action));
        checkItems(where, loop.toObject().value(QLatin1String("Items")));
        checkRate(where, loop.toObject().value(QLatin1String("RateControl")).toObject());
        checkReferences(where, loop, known);
        knownHere.insert(QStringLiteral("ACS::TaskLoopItem"));
    }
    QJsonObject own = properties;
    own.remove(QStringLiteral("LoopTasks"));
    checkReferences(where, own, knownHere);
    if (waits)
        checkWait(where, task, properties);
    if (action == QLatin1String("ACS::Sleep"))
        checkSleep(where, properties);
    if (action == QLatin1String("ACS::Loop")) {
        checkItems(where, properties.value(QLatin1String("LoopItems")));
        checkRate(where, properties.value(QLatin1String("LoopRateControl")).toObject());
        checkTasks(where, properties.value(QLatin1String("LoopTasks")), known + names("ACS::TaskLoopItem"));
    }
}

void TemplateCheck::checkWait(const QString &where, const QJsonObject &task, const QJsonObject &properties)
{
    const bool desired = !properties.value(QLatin1String("DesiredValues")).toArray().isEmpty();
    const bool notDesired = !properties.value(QLatin1String("NotDesiredValues")).toArray().isEmpty();
    if (desired == notDesired)
        problem(where, QStringLiteral("needs either DesiredValues or NotDesiredValues"));
    if (properties.value(QLatin1String("PropertySelector")).toString().isEmpty())
        problem(where, QStringLiteral("PropertySelector is empty"));
    checkRetries(where, task);
}

void TemplateCheck::checkRetries(const QString &where, const QJsonObject &task)
{
    const auto inRange = [&](const char *name, int least, int most) {
        const QJsonValue value = task.value(QLatin1String(name));
        const auto number = wholeNumber(value);
        if (!value.isUndefined() && !isReference(value) && (!number || *number < least || *number > most))
            problem(where,
                    QStringLiteral("%1 must be %2 to %3").arg(QLatin1String(name)).arg(least).arg(most));
    };
    inRange("Retries", 0, oosRetries);
    inRange("Delay", 1, oosDelaySeconds);
    static const Names types = names("Exponential Constant Linear");
    const QString type = task.value(QLatin1String("DelayType")).toString(QStringLiteral("Exponential"));
    if (!types.contains(type))
        problem(where, QStringLiteral("DelayType must be Exponential, Constant or Linear"));
}

void TemplateCheck::checkSleep(const QString &where, const QJsonObject &properties)
{
    constexpr qint64 day = 24LL * 3600;
    const QJsonValue duration = properties.value(QLatin1String("Duration"));
    const qint64 seconds = durationSeconds(duration.toString());
    if (!isReference(duration) && (seconds < 1 || seconds > day))
        problem(where, QStringLiteral("Duration must be PT1S to PT24H"));
}

void TemplateCheck::checkItems(const QString &where, const QJsonValue &items)
{
    if (items.isArray()) {
        if (items.toArray().isEmpty() || items.toArray().size() > oosLoopItems)
            problem(where, QStringLiteral("a loop takes 1 to 1000 items"));
        return;
    }
    if (!isReference(items))
        return problem(where, QStringLiteral("the items of a loop are a list, or the name of one"));
    static const QRegularExpression braces(QStringLiteral("[{}\\s]"));
    const QString name = items.toString().remove(braces);
    const QJsonObject parameter = m_parameters.value(name).toObject();
    if (!parameter.isEmpty() && parameter.value(QLatin1String("Type")).toString() != QLatin1String("List"))
        problem(where, QStringLiteral("parameter %1 is no List").arg(name));
}

void TemplateCheck::checkRate(const QString &where, const QJsonObject &rate)
{
    checkKeys(where, rate, names("Mode"),
              names("Concurrency MaxErrors Batch ConcurrencyInBatches BatchPauseOption"));
    const QString mode = rate.value(QLatin1String("Mode")).toString();
    if (mode != QLatin1String("Concurrency") && mode != QLatin1String("Batch"))
        problem(where, QStringLiteral("Mode must be Concurrency or Batch"));
    if (mode == QLatin1String("Batch") && rate.value(QLatin1String("Batch")).toArray().isEmpty())
        problem(where, QStringLiteral("Mode Batch needs its list Batch"));
    checkAmount(where, rate, "Concurrency", 1);
    checkAmount(where, rate, "MaxErrors", 0);
}

void TemplateCheck::checkAmount(const QString &where, const QJsonObject &rate, const char *name, int least)
{
    const QJsonValue value = rate.value(QLatin1String(name));
    if (value.isUndefined() || isReference(value))
        return;
    const QString text = value.toString();
    const bool share = text.endsWith(u'%');
    const auto number = share ? wholeNumber(text.chopped(1)) : wholeNumber(value);
    if (!number || *number < least || (share && *number > 100))
        problem(where,
                QStringLiteral("%1 must be a number from %2, or a share up to 100%")
                    .arg(QLatin1String(name))
                    .arg(least));
}

} // namespace

QStringList checkTemplate(const QJsonObject &content) { return TemplateCheck().run(content); }

} // namespace uplift::report
