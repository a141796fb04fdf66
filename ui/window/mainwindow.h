// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/knowninstance.h"
#include "profiles/workspace.h"
#include "ui/form/formfacts.h"
#include "ui/instances/instancerow.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QAbstractItemView;
class QMenu;
class QStackedWidget;

namespace uplift::ui {

class AccountFlow;
class BatchFlow;
class ChangeFlow;
class ClosingDialog;
class DetailsFlow;
class DoctorFlow;
class FirstStart;
class FleetFlow;
class HomeFlow;
class ImportFlow;
class InstancesPage;
class LogFile;
class Panes;
class HistoryDetail;
class HistoryFlow;
class HistoryPage;
class NoticeBar;
class NotifyFlow;
class Preferences;
class ProfileFileFlow;
class PreflightFlow;
class ProfileFlow;
class RunningPage;
class RunningDetail;
class RunningFlow;
class Session;
class Sidebar;
class Strip;
class TableFlow;
class TicketFlow;
class UpgradeFlow;
class UpgradeForm;

/// Sidebar, middle, right pane and strip over one Session. Routes between them; decides nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `log` outlives the window; nullptr: there is none to show.
    MainWindow(Session &session, Preferences &preferences, LogFile *log = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] UpgradeForm *form() const { return m_form; }
    [[nodiscard]] HomeFlow *home() const { return m_homeFlow; }
    [[nodiscard]] const fleet::InstanceKey &shown() const { return m_shown; } ///< in the form; may be empty
    void showInstance(const fleet::InstanceKey &key); ///< in table and form
    void showError(const Error &error);
    [[nodiscard]] BatchFlow *batches(); ///< made when it is first needed
    /// As Ctrl+number: 1 sidebar, 2 table, 3 form, 4 running, 5 history, 6 plans of batches.
    void focusPane(int number);
    [[nodiscard]] int shownPane() const; ///< its number for focusPane(): 2, 4, 5 or 6
    void openStep(const StepId &id); ///< In progress, with this attempt; empty: with any

Q_SIGNALS:
    void practiceRequested();
    void practiceLeft();
    void themeChosen(int choice);
    void textScaleChosen(int percent);
    void languageChosen(const QString &language);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class View { Instances, Running, DryRun, Plans, History };
    void buildPanes();
    QWidget *buildWork();
    QWidget *buildBanner();
    void buildMenu();
    void buildShortcuts();
    void connectSidebar();
    void connectPanes();
    void connectSession();
    void connectFlows();
    void connectTickets();
    void need(View view); ///< makes its pages, when they are not there yet
    void buildRunning();
    void buildHistory();
    void buildBatches();
    [[nodiscard]] bool isPlanning() const; ///< is the form a plan's?

    void onReady();
    void showFirstStart();
    void onWorkspaceChanged();
    void onInstanceChanged(const fleet::InstanceKey &key);
    void onStepsChanged();
    void onRowsShown();
    void showDetails();
    void onCheckAction(CheckAction::Kind kind);
    void showChange(const upgrade::StepView &step);
    void tick();
    void adapt();
    void showView(View view);
    /// What is on show beside the sidebar.
    struct Middle {
        QWidget *page;
        QWidget *list;
        NoticeBar *notices;
    };
    [[nodiscard]] Middle middle() const;
    [[nodiscard]] NoticeBar *notices() const; ///< of what is on show
    void showRight();
    void connectPages();
    void leadToRight(QAbstractItemView *list);
    void toggleDryRun();
    void pressPrimary();
    void connectBatches();
    [[nodiscard]] bool isFirstStart() const;
    void focusMiddle();
    void focusRight();
    void focusNextPane(int by);
    void focusSearch();
    void showTicket();
    void openBatch(const PlanId &id);
    [[nodiscard]] bool asksBeforeClosing();
    void openInstance(const fleet::InstanceKey &key);
    void showNotices();
    void openKey(const fleet::InstanceKey &key);
    [[nodiscard]] FormFacts factsOf(const fleet::InstanceKey &key) const; ///< all the form needs
    void openRow(const QString &rowKey);
    void openTyped(const fleet::InstanceKey &key);
    void editIdentity();
    void saveProfile();
    void showProfileMenu(const ProfileId &id, const QPoint &position);
    void showAccountMenu(const AccountId &id, const QPoint &position);
    void updateIdentityChoices();

    Session &m_session;
    Preferences &m_preferences;
    Sidebar *m_sidebar;
    QStackedWidget *m_whole; ///< first start, or work
    QStackedWidget *m_middle;
    QStackedWidget *m_right;
    Panes *m_panes;
    FirstStart *m_firstStart = nullptr; ///< made when it is first needed
    InstancesPage *m_instances;
    UpgradeForm *m_form;
    // The pages of In progress, of the history and of batches, and their flows, are made when they are first
    // needed: a start shows none of them.
    RunningPage *m_running = nullptr;
    RunningDetail *m_detail = nullptr;
    HistoryPage *m_history = nullptr;
    HistoryDetail *m_historyDetail = nullptr;
    Strip *m_strip;
    QMenu *m_menu;
    AccountFlow *m_accountFlow;
    ProfileFlow *m_profileFlow;
    PreflightFlow *m_preflight;
    UpgradeFlow *m_upgradeFlow;
    FleetFlow *m_fleetFlow;
    HomeFlow *m_homeFlow;
    HistoryFlow *m_historyFlow = nullptr;
    RunningFlow *m_runningFlow = nullptr;
    NotifyFlow *m_notifyFlow;
    TicketFlow *m_ticketFlow;
    QPointer<ClosingDialog> m_closing;
    bool m_closingAgreed = false; ///< the user was told what goes on and what does not
    TableFlow *m_tableFlow;
    ImportFlow *m_importFlow;
    DoctorFlow *m_doctorFlow;
    ChangeFlow *m_changeFlow;
    DetailsFlow *m_detailsFlow;
    ProfileFileFlow *m_profileFileFlow;
    BatchFlow *m_batchFlow = nullptr;
    fleet::InstanceKey m_shown; ///< in the form
    fleet::InstanceKey m_before; ///< in the form before an id was typed
    bool m_awaitingTyped = false; ///< its first answer decides between form and error under the field
    View m_view = View::Instances;
    QTimer m_minute;
};

} // namespace uplift::ui
