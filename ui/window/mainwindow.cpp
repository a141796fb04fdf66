// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/afterpaint.h"
#include "ui/batch/batchform.h"
#include "ui/batch/dryrunpage.h"
#include "ui/batch/plandetail.h"
#include "ui/batch/planspage.h"
#include "ui/form/identitysection.h"
#include "ui/form/upgradeform.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/instances/instancetable.h"
#include "ui/instances/tablelayout.h"
#include "ui/instances/tablemenus.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/preferences.h"
#include "ui/running/runningdetail.h"
#include "ui/running/runningpage.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollform.h"
#include "ui/window/accountflow.h"
#include "ui/window/batchflow.h"
#include "ui/window/changeflow.h"
#include "ui/window/detailsflow.h"
#include "ui/window/doctorflow.h"
#include "ui/window/firststart.h"
#include "ui/window/fleetflow.h"
#include "ui/window/historyflow.h"
#include "ui/window/homeflow.h"
#include "ui/window/importflow.h"
#include "ui/window/instancespage.h"
#include "ui/window/noticebar.h"
#include "ui/window/notifyflow.h"
#include "ui/window/panes.h"
#include "ui/window/practicemenu.h"
#include "ui/window/preflightflow.h"
#include "ui/window/profilefileflow.h"
#include "ui/window/profileflow.h"
#include "ui/window/rows.h"
#include "ui/window/runningflow.h"
#include "ui/window/screenlimit.h"
#include "ui/window/spokenflow.h"
#include "ui/window/tableflow.h"
#include "ui/window/ticketflow.h"
#include "ui/window/upgradeflow.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace uplift::ui {

namespace {

/// What one of several can be: `chosen` says which is, `choose` is told another.
void fillChoices(QMenu &menu, QWidget &window, const QList<std::pair<QString, const char *>> &texts,
                 const std::function<int()> &chosen, const std::function<void(int)> &choose)
{
    auto *group = new QActionGroup(&menu);
    for (const auto &[text, name] : texts) {
        QAction *action = menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        const int number = static_cast<int>(group->actions().size());
        group->addAction(action);
        action->setChecked(number == chosen());
        QObject::connect(action, &QAction::triggered, &window, [choose, number] { choose(number); });
        window.addAction(action);
    }
    QObject::connect(&menu, &QMenu::aboutToShow, group,
                     [group, chosen] { group->actions().at(chosen())->setChecked(true); });
}

} // namespace

MainWindow::MainWindow(Session &session, Preferences &preferences, LogFile *log, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_preferences(preferences)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(session.isPractice() ? tr("Practice cloud - Uplift") : tr("Uplift"));
    new ScreenLimit(this);
    buildPanes();
    m_accountFlow = new AccountFlow(session, this);
    m_profileFlow = new ProfileFlow(session, this);
    m_preflight = new PreflightFlow(session, this);
    m_upgradeFlow = new UpgradeFlow(session, *m_form, *m_preflight, this);
    m_importFlow = new ImportFlow(session, this);
    m_doctorFlow = new DoctorFlow(session, this);
    m_changeFlow = new ChangeFlow(session, *m_preflight, this);
    m_detailsFlow = new DetailsFlow(session, *m_changeFlow, this);
    m_profileFileFlow = new ProfileFileFlow(session, this);
    m_tableFlow = new TableFlow(session, *m_instances, *m_profileFlow, this);
    m_ticketFlow = new TicketFlow(session, this);
    m_notifyFlow = new NotifyFlow(session, preferences, this);
    new SpokenFlow(session, this);
    m_fleetFlow = new FleetFlow(session, *m_instances, *m_sidebar, *m_strip, this);
    m_homeFlow = new HomeFlow(session, preferences, log, *m_instances->table(), this);
    buildMenu();
    buildShortcuts();
    connectSidebar();
    connectPanes();
    connectPages();
    connectSession();
    connectFlows();
    connectTickets();
    m_minute.setTimerType(Qt::PreciseTimer);
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::tick);
    m_sidebar->setFolded(preferences.sidebarFolded());
    if (!preferences.tableLayout().isEmpty())
        m_instances->table()->setTableLayout(TableLayout::fromJson(preferences.tableLayout()));
    connect(m_instances->table(), &InstanceTable::layoutChosen, this,
            [this] { m_preferences.setTableLayout(m_instances->table()->tableLayout().toJson()); });
    if (!restoreGeometry(preferences.geometry()))
        resize(QSize(1366, 768).boundedTo(screen()->availableSize()));
    tick();
    if (session.isReady())
        onReady();
    // Not on the first picture, and behind what reads the files meanwhile.
    afterFirstPaint(this, m_form, [this] { QTimer::singleShot(0, m_form, &UpgradeForm::build); });
}

MainWindow::~MainWindow()
{
    // A field that loses the focus while it is deleted would still ask its section to check it.
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
}

void MainWindow::buildPanes()
{
    auto *centre = new Surface(Role::Canvas, this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins({});
    column->setSpacing(0);
    if (m_session.isPractice())
        column->addWidget(buildBanner());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_sidebar = new Sidebar(centre);
    m_sidebar->setObjectName(QStringLiteral("sidebar"));
    m_whole = new QStackedWidget(centre);
    m_whole->addWidget(buildWork());
    row->addWidget(m_sidebar);
    row->addWidget(m_whole, 1);
    column->addLayout(row, 1);
    m_strip = new Strip(centre);
    m_strip->setObjectName(QStringLiteral("strip"));
    column->addWidget(m_strip);
    setCentralWidget(centre);
}

QWidget *MainWindow::buildWork()
{
    auto *work = new QWidget(this);
    auto *row = new QHBoxLayout(work);
    row->setContentsMargins({});
    row->setSpacing(0);
    m_middle = new QStackedWidget(work);
    m_instances = new InstancesPage;
    m_middle->addWidget(m_instances);
    m_right = new QStackedWidget(work);
    m_form = new UpgradeForm(
        [this](upgrade::StepKind kind, const Instance &instance, const EngineVersion *version) {
            const impact::ImpactTable &table = m_session.impacts();
            return kind == upgrade::StepKind::Proxy ? impact::expectedProxyImpact(instance, version, table)
                                                    : impact::expectedImpact(instance, version, table);
        });
    m_right->addWidget(m_form);
    m_panes = new Panes(m_middle, m_right, m_preferences, this);
    row->addWidget(m_panes);
    return work;
}

QWidget *MainWindow::buildBanner()
{
    auto *banner = new Surface(Role::Raised, this);
    banner->setObjectName(QStringLiteral("practiceBanner"));
    auto *row = new QHBoxLayout(banner);
    row->setContentsMargins(16, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(new IconLabel(Icon::Flask, Role::Violet));
    row->addWidget(
        new TextLabel(tr("Practice cloud: nothing here is real."), Type::Note, Role::Text, QFont::Medium));
    row->addStretch();
    auto *faults = new LinkButton(tr("Switch on a fault"), banner);
    faults->setObjectName(QStringLiteral("practiceFaults"));
    auto *menu = new PracticeMenu(*m_session.practice(), faults);
    connect(faults, &QPushButton::clicked, faults,
            [faults, menu] { menu->popup(faults->mapToGlobal(QPoint(0, faults->height()))); });
    auto *leave = new LinkButton(tr("Leave the practice cloud"), banner);
    leave->setObjectName(QStringLiteral("practiceLeave"));
    connect(leave, &QPushButton::clicked, this, &MainWindow::practiceLeft);
    row->addWidget(faults);
    row->addSpacing(8);
    row->addWidget(leave);
    return banner;
}

void MainWindow::buildMenu()
{
    m_menu = new QMenu(this);
    const auto add = [this](QMenu *menu, const QString &text, const char *name, const QKeySequence &keys,
                            auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        return action;
    };
    add(m_menu, tr("&Refresh"), "actionRefresh", QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        m_fleetFlow->refresh();
        m_preflight->refresh();
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::Key_F5)});
    add(m_menu, tr("Upgrade by instance &id…"), "actionById", QKeySequence(Qt::CTRL | Qt::Key_N),
        [this] { editIdentity(); });
    add(m_menu, tr("&Save as profile…"), "actionSave", QKeySequence(Qt::CTRL | Qt::Key_S),
        [this] { saveProfile(); });
    add(m_menu, tr("&Details of the instance…"), "actionDetails", QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { showDetails(); });
    add(m_menu, tr("Change tic&ket of this upgrade…"), "actionTicket", QKeySequence(Qt::CTRL | Qt::Key_T),
        [this] { showTicket(); });
    add(m_menu, tr("E&xport the table as CSV…"), "actionExportCsv", {}, [this] { m_tableFlow->exportCsv(); });
    add(m_menu, tr("Show the dr&y run of the batch"), "actionDryRun", QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { toggleDryRun(); });
    add(m_menu, tr("Batch pla&ns"), "actionPlans", QKeySequence(Qt::CTRL | Qt::Key_6),
        [this] { focusPane(6); });
    m_menu->addSeparator();
    // In a menu of their own: the whole of this one has to fit 600 px.
    QMenu *accounts = m_menu->addMenu(tr("A&ccounts and profiles"));
    add(accounts, tr("&Add account…"), "actionAddAccount", {}, [this] { m_accountFlow->add(); });
    add(accounts, tr("I&mport accounts from the aliyun CLI…"), "actionImport", {},
        [this] { m_importFlow->start(); });
    add(accounts, tr("Exp&ort profiles…"), "actionExportProfiles", {},
        [this] { m_profileFileFlow->startExport(); });
    add(accounts, tr("Import pro&files…"), "actionImportProfiles", {},
        [this] { m_profileFileFlow->startImport(); });
    if (m_session.isPractice())
        add(m_menu, tr("Leave the &practice cloud"), "actionLeavePractice", {},
            [this] { Q_EMIT practiceLeft(); });
    else
        add(m_menu, tr("Open the &practice cloud"), "actionPractice", {},
            [this] { Q_EMIT practiceRequested(); });
    m_menu->addSeparator();
    QMenu *view = m_menu->addMenu(tr("&View"));
    connect(view, &QMenu::aboutToShow, this, [this, view] {
        view->clear();
        fillViewMenu(*view, *m_instances->table());
        view->addSeparator();
        view->addActions(m_panes->moves());
    });
    fillChoices(
        *m_menu->addMenu(tr("The&me")), *this,
        {{tr("As the &system"), "actionTheme"},
         {tr("&Light"), "actionTheme"},
         {tr("&Dark"), "actionTheme"},
         {tr("&High contrast"), "actionTheme"}},
        [this] { return int(m_preferences.theme()); }, [this](int theme) { Q_EMIT themeChosen(theme); });
    // Each in its own language, for who cannot read the present one.
    const QStringList languages{QString(), QStringLiteral("en"), QStringLiteral("zh_CN")};
    fillChoices(
        *m_menu->addMenu(tr("Lan&guage")), *this,
        {{tr("As the &system"), "actionSystemLanguage"},
         {QStringLiteral("English"), "actionEnglish"},
         {QStringLiteral("中文"), "actionChinese"}},
        [this, languages] {
            return static_cast<int>(std::max<qsizetype>(0, languages.indexOf(m_preferences.language())));
        },
        [this, languages](int language) { Q_EMIT languageChosen(languages.at(language)); });
    m_notifyFlow->attachTo(m_menu->addMenu(tr("No&tifications")));
    QAction *fold = add(m_menu, tr("Fold the side&bar"), "actionSidebar", QKeySequence(Qt::CTRL | Qt::Key_B),
                        [this] { m_sidebar->setFolded(!m_sidebar->isFolded()); });
    connect(m_menu, &QMenu::aboutToShow, fold, [this, fold] {
        fold->setText(m_sidebar->isFolded() ? tr("Unfold the side&bar") : tr("Fold the side&bar"));
    });
    m_menu->addSeparator();
    m_homeFlow->fillMenu(*m_menu);
    add(m_menu, tr("&Quit"), "actionQuit", QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
    hangMenu(m_sidebar->menuButton(), m_menu);
}

void MainWindow::buildShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { focusSearch(); });
    on(QKeySequence(Qt::Key_Slash), [this] { focusSearch(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Period), [this] {
        m_fleetFlow->stop();
        m_preflight->stop();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { pressPrimary(); });
    on(QKeySequence(Qt::Key_F6), [this] { focusNextPane(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { focusNextPane(-1); });
    on(QKeySequence(Qt::Key_F10), [this] { m_sidebar->menuButton()->click(); });
    for (int pane = 1; pane <= 5; ++pane)
        on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + pane)),
           [this, pane] { focusPane(pane); });
}

} // namespace uplift::ui
