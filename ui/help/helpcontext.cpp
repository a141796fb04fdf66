// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpcontext.h"

#include <QHash>
#include <QWidget>

namespace uplift::ui {

namespace {

/// By class, so that no part of the window has to know of the help.
const QHash<QByteArray, QString> &topicsOfClasses()
{
    static const QHash<QByteArray, QString> topics = [] {
        QHash<QByteArray, QString> table;
        const auto add = [&table](const char *topic, std::initializer_list<const char *> classes) {
            for (const char *name : classes)
                table.insert(QByteArray("uplift::ui::") + name, QString::fromLatin1(topic));
        };
        add("upgrade",
            {"UpgradeForm", "VersionSection", "MomentSection", "InstancesPage", "NotesDialog",
             "RequestDialog", "ProfileDialog", "ProfileImportDialog"});
        add("impact", {"ImpactSection", "ConfirmDialog", "DetailsDialog", "ChangeDialog"});
        add("batches",
            {"BatchForm", "DryRunPage", "PlansPage", "PlanDetail", "BatchConfirmDialog",
             "BatchRequestsDialog", "PlanNameDialog", "ClosingDialog"});
        add("states",
            {"RunningPage", "RunningDetail", "UndecidedPanel", "Strip", "MoveTaskDialog",
             "MoveSwitchDialog"});
        add("journal", {"HistoryPage", "HistoryDetail", "TicketDialog"});
        add("secrets", {"AccountDialog", "ImportDialog", "DoctorDialog", "FirstStart"});
        add("errors", {"ErrorView", "TroublesDialog", "LogDialog"});
        return table;
    }();
    return topics;
}

} // namespace

QString helpTopicOf(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        if (at->objectName() == QLatin1String("clientsReconnect"))
            return QStringLiteral("clients");
        // A subclass stands for what it is, too.
        for (const QMetaObject *kind = at->metaObject(); kind; kind = kind->superClass()) {
            const auto found = topicsOfClasses().constFind(QByteArray(kind->className()));
            if (found != topicsOfClasses().constEnd())
                return *found;
        }
    }
    return {};
}

} // namespace uplift::ui
