// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace uplift::ui {

class DetailsDialog;
class Session;

/// Opens the details of instances, one dialog each.
class DetailsFlow : public QObject {
    Q_OBJECT
public:
    DetailsFlow(Session &session, QWidget *window);
    void start(const fleet::InstanceKey &key, const QString &name, Environment environment);

private:
    Session &m_session;
    QWidget *m_window;
    QHash<fleet::InstanceKey, QPointer<DetailsDialog>> m_open;
};

} // namespace uplift::ui
