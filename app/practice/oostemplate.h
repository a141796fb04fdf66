// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/wire.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace uplift::practice {

/// A path into a reply: the part of jq that a template of ours needs, dotted names and [n], with or without a
/// leading dot. "Instances.DBInstanceAttribute[0].InstanceStatus"
class OosSelector {
public:
    /// Nothing when `text` is more than such a path.
    [[nodiscard]] static std::optional<OosSelector> parse(const QString &text);
    /// Undefined when the path leads nowhere.
    [[nodiscard]] QJsonValue of(const QJsonObject &body) const;

private:
    QStringList m_steps; ///< a name, or the number of an element
};

/// One task of a template. What may hold `{{ name }}` stays as written until settle() or the task's start.
struct OosTask {
    enum class Action { Loop, ExecuteApi, Sleep, WaitFor };
    Action action = Action::Sleep;
    QString name;
    QString actionText; ///< ACS::ExecuteAPI …
    QString api; ///< of R-kvstore
    QJsonObject parameters;
    OosSelector selector;
    QJsonArray desired, notDesired, stopRetry;
    QJsonValue retriesText, delayText, durationText, itemsText, concurrencyText, maxErrorsText;
    QList<OosTask> tasks; ///< of a loop

    // Known once settle() went well.
    int retries = 0;
    int delaySeconds = 0;
    qint64 sleepSeconds = 0;
    QJsonArray items;
    int concurrency = 1;
    int maxErrors = 0;
};

struct OosParameter {
    QString type; ///< String, Number, Boolean, List, Json
    QJsonValue fallback; ///< undefined: must be given
};

struct OosTemplate {
    QString ramRole;
    QMap<QString, OosParameter> parameters;
    QList<OosTask> tasks;
};

/// What `{{ name }}` stands for.
using OosValues = QHash<QString, QJsonValue>;

/// Reads TemplateContent (JSON text; OOS-2019-06-01, api.md 12): ACS::Loop, ACS::ExecuteAPI, ACS::Sleep and
/// ACS::WaitFor, nothing else. Refuses by InvalidTemplateContent.Malformed, .UnsupportedAction,
/// .UnsupportedProperty, .UnsupportedSelector and .UnknownReference.
[[nodiscard]] std::optional<Refusal> readTemplate(const QString &content, OosTemplate &read);

/// The values of a template's parameters from `given` (a JSON object) and their defaults, by their types.
[[nodiscard]] std::optional<Refusal> readValues(const OosTemplate &known, const QJsonObject &given,
                                                const QString &region, OosValues &values);

/// Puts values where `{{ name }}` stands. Text that is nothing else becomes the value itself, of its type.
[[nodiscard]] QJsonValue resolved(const QJsonValue &text, const OosValues &values);

/// Reads all numbers, times and lists of the tasks, which must not depend on the item of a loop.
[[nodiscard]] std::optional<Refusal> settle(QList<OosTask> &tasks, const OosValues &values);

/// As a parameter of a call, and to compare: "true", "5", the text itself, compact JSON.
[[nodiscard]] QString plainText(const QJsonValue &value);

} // namespace uplift::practice
