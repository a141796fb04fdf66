// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/plan.h"

#include <QCoreApplication>

#include <array>

namespace uplift::upgrade {

namespace {

struct Row {
    StepKind kind;
    const char *name;
    const char *text;
};

constexpr std::array rows{
    Row{StepKind::Kernel, "Kernel", QT_TRANSLATE_NOOP("uplift::upgrade", "Upgrade")},
    Row{StepKind::Proxy, "Proxy", QT_TRANSLATE_NOOP("uplift::upgrade", "Proxy upgrade")},
    Row{StepKind::Backup, "Backup", QT_TRANSLATE_NOOP("uplift::upgrade", "Backup")},
    Row{StepKind::Window, "Window", QT_TRANSLATE_NOOP("uplift::upgrade", "Change of the maintenance window")},
    Row{StepKind::AutoUpgrade, "AutoUpgrade",
        QT_TRANSLATE_NOOP("uplift::upgrade", "Switch of the automatic upgrade")},
    Row{StepKind::MoveEvent, "MoveEvent",
        QT_TRANSLATE_NOOP("uplift::upgrade", "New moment for a scheduled event")},
    Row{StepKind::CancelEvent, "CancelEvent",
        QT_TRANSLATE_NOOP("uplift::upgrade", "Cancellation of a scheduled event")},
    Row{StepKind::MoveTask, "MoveTask", QT_TRANSLATE_NOOP("uplift::upgrade", "New moment for a task")},
    Row{StepKind::CancelTask, "CancelTask", QT_TRANSLATE_NOOP("uplift::upgrade", "Cancellation of a task")},
};

const Row &rowOf(StepKind kind)
{
    for (const Row &row : rows) {
        if (row.kind == kind)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isUpgrade(StepKind kind) { return kind == StepKind::Kernel || kind == StepKind::Proxy; }

bool isSetting(StepKind kind) { return !isUpgrade(kind) && kind != StepKind::Backup; }

QString kindName(StepKind kind) { return QString::fromLatin1(rowOf(kind).name); }

std::optional<StepKind> kindFromName(const QString &name)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name))
            return row.kind;
    }
    return std::nullopt;
}

QString kindText(StepKind kind) { return QCoreApplication::translate("uplift::upgrade", rowOf(kind).text); }

} // namespace uplift::upgrade
