// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/environmentchoice.h"

#include "ui/look/marks.h"
#include "ui/widgets/segmented.h"

#include <QCoreApplication>

namespace uplift::ui {

Segmented *environmentChoice(Environment current)
{
    auto *choice = new Segmented;
    choice->setObjectName(QStringLiteral("environment"));
    choice->setAccessibleName(QCoreApplication::translate("uplift::ui::EnvironmentChoice", "Environment"));
    for (const Environment environment :
         {Environment::Production, Environment::Staging, Environment::Development}) {
        const EnvironmentLook look = environmentLook(environment);
        SegmentButton *button = choice->add(static_cast<int>(environment), look.word);
        button->setDot(look.hasLine ? look.text : Role::Text3);
        button->setObjectName(QStringLiteral("environment%1").arg(static_cast<int>(environment)));
        button->setAccessibleName(look.word);
    }
    choice->setCurrent(static_cast<int>(current));
    return choice;
}

Environment chosenEnvironment(const Segmented &choice) { return static_cast<Environment>(choice.current()); }

} // namespace uplift::ui
