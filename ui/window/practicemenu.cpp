// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/practicemenu.h"

namespace uplift::ui {

PracticeMenu::PracticeMenu(practice::PracticeCloud &cloud, QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("practiceMenu"));
    setToolTipsVisible(true);
    for (const practice::Fault fault : practice::PracticeCloud::faults()) {
        QAction *action = addAction(practice::PracticeCloud::faultName(fault));
        action->setObjectName(QStringLiteral("fault%1").arg(int(fault)));
        action->setToolTip(practice::PracticeCloud::faultText(fault));
        action->setCheckable(true);
        action->setChecked(cloud.isOn(fault));
        connect(action, &QAction::toggled, &cloud, [&cloud, fault](bool on) { cloud.setOn(fault, on); });
        connect(&cloud, &practice::PracticeCloud::faultChanged, action,
                [&cloud, fault, action] { action->setChecked(cloud.isOn(fault)); });
    }
}

} // namespace uplift::ui
