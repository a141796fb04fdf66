// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "upgrade/state.h"

#include <QString>

namespace uplift::ui {

/// Word, shape and colour, always together (ui.md 5).
struct Mark {
    Icon icon = Icon::None;
    Role role = Role::Text; ///< of the shape
    QString word;
    Role wordRole = Role::Text; ///< of the word
    bool bold = false; ///< the word
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// Result of one check before an upgrade; in the order lists show them.
enum class CheckResult { Blocked, ToRead, Unknown, Passed };

/// Tinted background, text and words of an environment.
struct EnvironmentLook {
    QString word; ///< "Production"
    QString shortWord; ///< "Prod"
    QString letter; ///< "P"
    Role text = Role::Text2;
    Role background = Role::NeutralBg;
    Role fill = Role::Text2; ///< line on top of detail panes, and the solid tag
    bool hasLine = false; ///< production and staging
};

[[nodiscard]] EnvironmentLook environmentLook(Environment environment);
[[nodiscard]] Mark levelMark(UpdateLevel level);
[[nodiscard]] Mark upToDateMark();
[[nodiscard]] Mark stateMark(upgrade::StepState state);
/// The service's own status, as the table shows it; `statusText` is the service's word for Unknown.
[[nodiscard]] Mark statusMark(InstanceStatus status, const QString &statusText = {});
[[nodiscard]] Mark checkMark(CheckResult result);

} // namespace uplift::ui
