// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"
#include "ui/details/detailsections.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace uplift::ui {

class ChangeFlow;
class DetailsDialog;
class Session;

/// Opens the details of instances, one dialog each, and hands on what is to be changed from there.
class DetailsFlow : public QObject {
    Q_OBJECT
public:
    DetailsFlow(Session &session, ChangeFlow &changes, QWidget *window);
    void start(const fleet::InstanceKey &key, const QString &name, Environment environment);

private:
    void onAction(const fleet::InstanceKey &key, DetailsDialog *dialog, const DetailAction &action);
    void showSteps();

    Session &m_session;
    ChangeFlow &m_changes;
    QWidget *m_window;
    QPointer<DetailsDialog> m_asking; ///< from where a change was asked for last
    QHash<fleet::InstanceKey, QPointer<DetailsDialog>> m_open;
};

} // namespace uplift::ui
