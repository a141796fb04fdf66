// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "ui/instances/instancerow.h"

#include <QObject>

class QMenu;

namespace uplift::ui {

class InstancesPage;
class ProfileFlow;
class Session;

/// What can be done with the selected rows of the table: save them as profiles, look at one in detail, copy
/// them, or write all that is shown to a CSV file.
class TableFlow : public QObject {
    Q_OBJECT
public:
    TableFlow(Session &session, InstancesPage &page, ProfileFlow &profiles, QWidget *window);

    void showMenu(const QPoint &globalPosition);
    void exportCsv(); ///< all rows shown, in their order, with the facts on show; asks for the file
    void saveSelected();

Q_SIGNALS:
    void detailsRequested(const QString &rowKey);
    void failed(const uplift::Error &error);
    void done(const QString &sentence);

private:
    [[nodiscard]] QList<InstanceRow> selectedRows() const;
    void write(const QString &path, const QByteArray &text);
    void ask(const QByteArray &text);

    Session &m_session;
    InstancesPage &m_page;
    ProfileFlow &m_profiles;
    QWidget *m_window;
    Worker m_worker;
};

} // namespace uplift::ui
