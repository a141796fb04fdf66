// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleet.h"
#include "ui/window/fleetwords.h"
#include "ui/window/rows.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace uplift::ui {

class InstancesPage;
class Session;
class Sidebar;
class Strip;

/// Keeps table, sidebar, the line above the table and the strip in step with the session's fleet, workspace
/// and upgrades. Large fleets are taken over in slices, so that the window never waits for them.
class FleetFlow : public QObject {
    Q_OBJECT
public:
    FleetFlow(Session &session, InstancesPage &page, Sidebar &sidebar, Strip &strip, QObject *parent);

    void refresh(); ///< all accounts, by the user's wish
    void stop();
    void onWorkspaceChanged(); ///< accounts, profiles
    void onStepsChanged(); ///< attempts
    void onBatchesChanged(); ///< how they stand: the strip and the sidebar's count
    /// Moves ages in the words on; the table moves its own.
    void setNow();

Q_SIGNALS:
    void rowsShown(); ///< the table was brought up to date

private:
    void onRowsChanged(const QList<fleet::InstanceKey> &keys);
    void onStepChanged(const StepId &id);
    void rebuild();
    void buildSlice();
    void updateWords();
    void updateSidebar();
    void lookAtScreen();
    void showTroubles();
    [[nodiscard]] RowMaker newMaker() const;

    Session &m_session;
    InstancesPage &m_page;
    Sidebar &m_sidebar;
    Strip &m_strip;
    RowMaker m_maker;
    QHash<QString, QDateTime> m_verified;
    FleetHealth m_health;
    QList<fleet::InstanceKey> m_keys; ///< still to be made into rows
    QList<InstanceRow> m_rows; ///< made, not yet handed over
    QSet<fleet::InstanceKey> m_changedMeanwhile;
    QSet<StepId> m_ended; ///< attempts whose instance was asked for again since
    QTimer m_slices;
    QTimer m_soon; ///< folds causes of a rebuild
    QTimer m_words; ///< folds changes of words and counts
    QTimer m_screen; ///< folds scrolling
};

} // namespace uplift::ui
