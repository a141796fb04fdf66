// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/marks.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct Marks {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::Marks)
};

QString statusWord(InstanceStatus status, const QString &text)
{
    switch (status) {
    case InstanceStatus::Unknown:
        return text.isEmpty() ? Marks::tr("Unknown") : text;
    case InstanceStatus::Normal:
        return Marks::tr("Normal");
    case InstanceStatus::Creating:
        return Marks::tr("Creating");
    case InstanceStatus::Changing:
        return Marks::tr("Changing");
    case InstanceStatus::Inactive:
        return Marks::tr("Disabled");
    case InstanceStatus::Flushing:
        return Marks::tr("Clearing");
    case InstanceStatus::Released:
        return Marks::tr("Released");
    case InstanceStatus::Transforming:
        return Marks::tr("Billing change");
    case InstanceStatus::Unavailable:
        return Marks::tr("Stopped");
    case InstanceStatus::Error:
        return Marks::tr("Error");
    case InstanceStatus::Migrating:
        return Marks::tr("Migrating");
    case InstanceStatus::BackupRecovering:
        return Marks::tr("Restoring");
    case InstanceStatus::MinorVersionUpgrading:
        return Marks::tr("Upgrading");
    case InstanceStatus::NetworkModifying:
        return Marks::tr("Network change");
    case InstanceStatus::SslModifying:
        return Marks::tr("TLS change");
    case InstanceStatus::MajorVersionUpgrading:
        return Marks::tr("Major upgrade");
    case InstanceStatus::Rebooting:
        return Marks::tr("Restarting");
    case InstanceStatus::CleaningUpExpiredData:
        return Marks::tr("Clearing keys");
    case InstanceStatus::HaSwitching:
        return Marks::tr("Failing over");
    case InstanceStatus::ZoneMigrating:
        return Marks::tr("Moving zone");
    }
    return text;
}

} // namespace

EnvironmentLook environmentLook(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        //: The letter beside the key of a folded sidebar: production
        return {Marks::tr("Production"),
                Marks::tr("Prod"),
                Marks::tr("P"),
                Role::Red,
                Role::RedBg,
                Role::RedFill,
                true};
    case Environment::Staging:
        //: The letter beside the key of a folded sidebar: staging
        return {Marks::tr("Staging"),
                Marks::tr("Stg"),
                Marks::tr("S"),
                Role::Violet,
                Role::VioletBg,
                Role::Violet,
                true};
    case Environment::Development:
        break;
    }
    //: The letter beside the key of a folded sidebar: development
    return {Marks::tr("Development"), Marks::tr("Dev"), Marks::tr("D"), Role::Text2,
            Role::NeutralBg,          Role::Text2,      false};
}

Mark levelMark(UpdateLevel level)
{
    switch (level) {
    case UpdateLevel::Critical:
        return {Icon::Critical, Role::Amber, Marks::tr("Critical"), Role::Amber, true};
    case UpdateLevel::Recommended:
        return {Icon::UpRing, Role::Accent, Marks::tr("Recommended"), Role::Text2};
    case UpdateLevel::Regular:
        return {Icon::Regular, Role::Text3, Marks::tr("Regular"), Role::Text2};
    case UpdateLevel::Unknown:
        break;
    }
    return {Icon::Dash, Role::Text3, Marks::tr("Unknown"), Role::Text2};
}

Mark upToDateMark() { return {Icon::Tick, Role::Text3, Marks::tr("Up to date"), Role::Text2}; }

Mark stateMark(upgrade::StepState state)
{
    using upgrade::StepState;
    switch (state) {
    case StepState::Planned:
        return {Icon::OpenRing, Role::Text3, Marks::tr("Planned"), Role::Text2};
    case StepState::Requested:
        return {Icon::OpenRing, Role::Accent, Marks::tr("Requested"), Role::Accent};
    case StepState::Unanswered:
        return {Icon::Question, Role::Amber, Marks::tr("No answer"), Role::Amber};
    case StepState::Undecided:
        return {Icon::Question, Role::Amber, Marks::tr("Undecided"), Role::Amber};
    case StepState::Accepted:
        return {Icon::TickRing, Role::Accent, Marks::tr("Accepted"), Role::Accent};
    case StepState::Waiting:
        return {Icon::Clock, Role::Accent, Marks::tr("Waiting"), Role::Accent};
    case StepState::Running:
        return {Icon::Running, Role::Accent, Marks::tr("Upgrading"), Role::Accent};
    case StepState::Switching:
        return {Icon::Switching, Role::Accent, Marks::tr("Switching"), Role::Accent};
    case StepState::Verified:
        return {Icon::TickDisc, Role::Green, Marks::tr("Verified"), Role::Green};
    case StepState::Rejected:
        return {Icon::CrossDisc, Role::Red, Marks::tr("Rejected"), Role::Red};
    case StepState::Failed:
        return {Icon::CrossDisc, Role::Red, Marks::tr("Failed"), Role::Red};
    case StepState::Unchanged:
        return {Icon::Warning, Role::Amber, Marks::tr("Unchanged"), Role::Amber};
    case StepState::NotStarted:
        return {Icon::OpenRing, Role::Text2, Marks::tr("Not started"), Role::Text2};
    case StepState::Cancelled:
        return {Icon::Dash, Role::Text2, Marks::tr("Cancelled"), Role::Text2};
    case StepState::Gone:
        return {Icon::Gone, Role::Text3, Marks::tr("Released"), Role::Text2};
    }
    return {Icon::Dash, Role::Text3, Marks::tr("Unknown"), Role::Text2};
}

Mark statusMark(InstanceStatus status, const QString &statusText)
{
    const QString word = statusWord(status, statusText);
    switch (status) {
    case InstanceStatus::Normal:
        return {Icon::Tick, Role::Green, word, Role::Text};
    case InstanceStatus::Unknown:
        return {Icon::Unknown, Role::Text3, word, Role::Text};
    case InstanceStatus::Error:
    case InstanceStatus::Unavailable:
        return {Icon::CrossRing, Role::Red, word, Role::Red};
    case InstanceStatus::Inactive:
        return {Icon::Dash, Role::Text2, word, Role::Text};
    case InstanceStatus::Released:
        return {Icon::Gone, Role::Text3, word, Role::Text2};
    case InstanceStatus::HaSwitching:
        return {Icon::Switching, Role::Accent, word, Role::Accent};
    default:
        return {Icon::Running, Role::Accent, word, Role::Accent};
    }
}

Mark checkMark(CheckResult result)
{
    switch (result) {
    case CheckResult::Blocked:
        return {Icon::CrossRing, Role::Red, Marks::tr("Blocked"), Role::Red};
    case CheckResult::ToRead:
        return {Icon::Warning, Role::Amber, Marks::tr("To read"), Role::Amber};
    case CheckResult::Unknown:
        return {Icon::Unknown, Role::Text3, Marks::tr("Unknown"), Role::Text2};
    case CheckResult::Passed:
        break;
    }
    return {Icon::Tick, Role::Green, Marks::tr("Passed"), Role::Green};
}

} // namespace uplift::ui
