// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "upgrade/plan.h"

#include <QObject>

namespace uplift::ui {

class Session;
class UpgradeForm;

/// From the form's button through the one confirmation to a started upgrade; and "Show the request".
class UpgradeFlow : public QObject {
    Q_OBJECT
public:
    UpgradeFlow(Session &session, UpgradeForm &form, QWidget *window);
    void confirm();
    void showRequest();
    void showNotes();

Q_SIGNALS:
    void started(const uplift::StepId &id);
    void refused(const uplift::Error &error); ///< nothing was sent

private:
    void start();
    void openRequest(const upgrade::StepPlan &plan);

    Session &m_session;
    UpgradeForm &m_form;
    QWidget *m_window;
};

} // namespace uplift::ui
