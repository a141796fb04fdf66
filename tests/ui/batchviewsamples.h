// SPDX-License-Identifier: GPL-3.0-or-later
// Batches as they stand in mid-course.
#pragma once

#include "upgrade/batchrunner.h"

namespace uplift::ui::samples {

/// `verified` members have ended, `failed` as well, one is open when `open`; the others wait for their wave.
inline upgrade::BatchView batchView(const QString &name, upgrade::BatchState state, int members, int verified,
                                    int failed = 0, bool open = false)
{
    upgrade::BatchView view;
    view.plan.id.value = QStringLiteral("b-") + name;
    view.plan.name = name;
    view.plan.waves = {{QStringLiteral("Canary"), true, 1, std::chrono::minutes(0), {}},
                       {QStringLiteral("All"), false, 20, std::chrono::minutes(0), {}}};
    view.progress.state = state;
    const auto newest = [](upgrade::StepState reached) {
        upgrade::Attempt attempt;
        attempt.state = reached;
        return QList<QList<upgrade::Attempt>>{{attempt}};
    };
    for (int i = 0; i < members; ++i) {
        upgrade::BatchItem item;
        item.plan.instanceName = QStringLiteral("store-%1").arg(i);
        item.parts = {upgrade::StepKind::Kernel};
        item.wave = i == 0 ? 0 : 1;
        view.plan.items.append(item);
        if (i < verified)
            view.progress.attempts.insert(i, newest(upgrade::StepState::Verified));
        else if (i < verified + failed)
            view.progress.attempts.insert(i, newest(upgrade::StepState::Failed));
        else if (open && i == verified + failed)
            view.progress.attempts.insert(i, newest(upgrade::StepState::Running));
    }
    return view;
}

} // namespace uplift::ui::samples
