// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/confirmfacts.h"
#include "ui/widgets/field.h"
#include "upgrade/plan.h"

#include <QTest>
#include <QWidget>

namespace uplift::ui::samples {

inline QDateTime now() { return QDateTime(QDate(2026, 11, 19), QTime(6, 32), Qt::UTC); }

inline ConfirmFacts confirmFacts(Environment environment = Environment::Production)
{
    ConfirmFacts facts;
    facts.instanceName = QStringLiteral("orders-cache");
    facts.instance = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
    facts.environment = environment;
    facts.accountName = QStringLiteral("Retail production");
    facts.keyTail = QStringLiteral("X7Qd");
    facts.regionName = QStringLiteral("China (Hangzhou)");
    facts.region = {QStringLiteral("cn-hangzhou")};
    facts.fromVersion = QStringLiteral("7.0.1.8");
    facts.toVersion = QStringLiteral("7.0.1.14");
    facts.level = UpdateLevel::Critical;
    facts.window = WindowSpan{QDateTime(QDate(2026, 11, 19), QTime(18, 0), Qt::UTC),
                              QDateTime(QDate(2026, 11, 19), QTime(22, 0), Qt::UTC)};
    facts.now = now();
    facts.zone = QTimeZone(8 * 3600);
    facts.impactHead = QStringLiteral("Connections drop ≤ 30 s, read-only ≤ 60 s");
    facts.impactText =
        QStringLiteral("Documented worst case for a cluster. The copy before it has no effect.");
    return facts;
}

inline upgrade::StepPlan stepPlan()
{
    upgrade::StepPlan plan;
    plan.instance = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
    plan.instanceName = QStringLiteral("orders-cache");
    plan.region = {QStringLiteral("cn-hangzhou")};
    plan.fromVersion = QStringLiteral("redis-7.0_7.0.1.8");
    plan.toVersion = QStringLiteral("7.0.1.14");
    return plan;
}

/// The child of that name, or a failed test at the caller's next use.
template <class T> T *child(const QWidget &parent, const char *objectName)
{
    auto *found = parent.findChild<T *>(QString::fromLatin1(objectName));
    if (!found)
        QTest::qFail(objectName, __FILE__, __LINE__);
    return found;
}

/// The field an editor stands in.
inline Field *fieldOf(const QWidget *editor)
{
    for (QWidget *widget = editor->parentWidget(); widget; widget = widget->parentWidget()) {
        if (auto *field = qobject_cast<Field *>(widget))
            return field;
    }
    return nullptr;
}

inline bool showActive(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    return QTest::qWaitForWindowActive(&widget);
}

} // namespace uplift::ui::samples
