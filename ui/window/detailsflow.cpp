// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/detailsflow.h"

#include "ui/details/detailsdialog.h"
#include "ui/session.h"

namespace uplift::ui {

DetailsFlow::DetailsFlow(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
}

void DetailsFlow::start(const fleet::InstanceKey &key, const QString &name, Environment environment)
{
    QPointer<DetailsDialog> &dialog = m_open[key];
    if (!dialog) {
        auto *details =
            new fleet::InstanceDetails(key, m_session.clients(), m_session.clock(), &m_session.fleet());
        dialog = new DetailsDialog(details, name, environment, m_session.clock(), m_window);
        dialog->setModal(false);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace uplift::ui
