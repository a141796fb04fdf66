// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/changeoutcome.h"

#include "core/localized.h"

#include <QCoreApplication>

namespace uplift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::ChangeOutcome)
};

QString textOf(const upgrade::StepView &step)
{
    if (step.error && step.state != upgrade::StepState::Verified) {
        QString text = step.error->message;
        addSentence(text, step.error->next);
        if (!step.requestId.isEmpty())
            text += Words::tr(" (RequestId %1)").arg(step.requestId);
        return text;
    }
    if (step.plan.kind == upgrade::StepKind::Backup)
        return step.backup ? step.backup->text : QString();
    if (!step.plan.setting)
        return {};
    //: What was set before and what shall be set: "18:00 – 22:00 UTC", "19:00 – 21:00 UTC"
    return Words::tr("%1  →  %2").arg(step.plan.setting->before, step.plan.setting->after);
}

} // namespace

ChangeOutcome changeOutcome(const upgrade::StepView &step)
{
    //: %1: what is done ("Change of the maintenance window"), %2: its state ("Verified")
    return {stateMark(step.state),
            Words::tr("%1: %2").arg(upgrade::kindText(step.plan.kind), upgrade::stateText(step.state)),
            textOf(step)};
}

} // namespace uplift::ui
