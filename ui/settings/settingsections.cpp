// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings hold: the second half of SettingsDialog.
#include "core/redact.h"
#include "ui/look/type.h"
#include "ui/preferences.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

/// More would make a wall; each account's own menu leads to the same place.
constexpr qsizetype mostAccounts = 12;

const QStringList &languages()
{
    static const QStringList codes{QString(), QStringLiteral("en"), QStringLiteral("zh_CN")};
    return codes;
}

QWidget *besideEachOther(std::initializer_list<QWidget *> widgets)
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins({});
    row->setSpacing(scaled(8));
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return holder;
}

QWidget *underEachOther(std::initializer_list<QWidget *> widgets)
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->setSpacing(scaled(8));
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    return holder;
}

QPushButton *button(const QString &text, const char *objectName)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(objectName));
    made->setAutoDefault(false);
    return made;
}

/// Selectable, wraps anywhere: paths are long and have no blanks.
WrapLabel *pathLabel(const QString &path)
{
    auto *label = new WrapLabel(path, Type::Note, Role::Text);
    label->setFixed(true);
    return label;
}

} // namespace

void SettingsDialog::buildSections()
{
    buildAppearance(addSection(tr("Appearance and language")));
    buildTable(addSection(tr("The list of instances")));
    buildChecks(addSection(tr("Checks before an upgrade")));
    buildNotifications(addSection(tr("Notifications")));
    buildNetwork(addSection(tr("Network")));
    buildSecrets(addSection(tr("Keys and keychain")));
    buildJournal(addSection(tr("Journal and files")));
    buildPractice(addSection(tr("Practice cloud")));
}

void SettingsDialog::buildAppearance(SettingSection *section)
{
    addChoice(section, QStringLiteral("theme"), tr("&Theme"),
              tr("Light, dark or high contrast; “as the system” follows the desktop when it changes."),
              {tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")}, int(m_preferences.theme()),
              [this](int choice) { Q_EMIT themeChosen(choice); });
    QStringList sizes;
    for (const int percent : textScales())
        sizes.append(tr("%1 %").arg(percent));
    addChoice(section, QStringLiteral("textScale"), tr("Text si&ze"),
              tr("Enlarges text and everything around it; where the window becomes too narrow, the list and "
                 "the form take turns."),
              sizes, static_cast<int>(textScales().indexOf(m_preferences.textScale())),
              [this](int index) { Q_EMIT textScaleChosen(textScales().at(index)); });
    // Languages each in their own, for who cannot read the present one.
    addChoice(section, QStringLiteral("language"), tr("&Language"),
              tr("Of all windows, reports and times; changed without a restart."),
              {tr("As the system"), QStringLiteral("English"), QStringLiteral("中文")},
              static_cast<int>(std::max<qsizetype>(0, languages().indexOf(m_preferences.language()))),
              [this](int index) { Q_EMIT languageChosen(languages().at(index)); });
    addChoice(
        section, QStringLiteral("remote"), tr("&Remote display"),
        m_facts.remote
            ? tr("Over SSH, RDP or VNC nothing repaints under the pointer, since every repaint travels. "
                 "This display looks like a remote one.")
            : tr("Over SSH, RDP or VNC nothing repaints under the pointer, since every repaint travels. "
                 "This display looks like a local one."),
        {tr("Find out"), tr("Yes, it is remote"), tr("No, it is local")}, int(m_preferences.remoteDisplay()),
        [this](int choice) {
            m_preferences.setRemoteDisplay(static_cast<RemoteChoice>(choice));
            Q_EMIT remoteChosen();
        });
}

void SettingsDialog::buildTable(SettingSection *section)
{
    addSwitch(section, QStringLiteral("compact"), tr("Compact table"), tr("&One line for each instance"),
              tr("Shows more rows at once, each fact in a column of its own."), m_facts.compact, false,
              [this](bool compact) { Q_EMIT compactChosen(compact); });
    QStringList choices;
    for (const int minutes : refreshChoices())
        choices.append(minutes == 0 ? tr("Only when I ask") : tr("Every %n minute(s)", nullptr, minutes));
    addChoice(section, QStringLiteral("refresh"), tr("Re&fresh by itself"),
              tr("Reads all regions of all accounts again; upgrades under way are followed in any case."),
              choices, static_cast<int>(refreshChoices().indexOf(m_preferences.refreshMinutes())),
              [this](int index) {
                  m_preferences.setRefreshMinutes(refreshChoices().at(index));
                  Q_EMIT refreshChosen();
              });
    addSwitch(section, QStringLiteral("refreshAtStart"), tr("At the start"),
              tr("Refresh when Uplift &starts"),
              tr("Otherwise the list stands as it was last seen, with its age, until you refresh it."),
              m_preferences.refreshAtStart(), true,
              [this](bool refresh) { m_preferences.setRefreshAtStart(refresh); });
}

void SettingsDialog::buildChecks(SettingSection *section)
{
    QStringList choices;
    for (const int hours : backupLimits()) {
        if (hours == 0)
            choices.append(tr("Any age will do"));
        else if (hours > 48)
            choices.append(tr("%1 days").arg(hours / 24));
        else
            choices.append(tr("%1 h").arg(hours));
    }
    const auto limit = m_preferences.backupLimit();
    addChoice(
        section, QStringLiteral("backupLimit"), tr("A &backup may be as old as"),
        tr("An older one is pointed out before an upgrade, alone or in a batch, beside the way to make a new "
           "one first; it forbids nothing."),
        choices, static_cast<int>(backupLimits().indexOf(limit ? static_cast<int>(limit->count()) : 0)),
        [this](int index) {
            m_preferences.setBackupLimit(backupLimits().at(index));
            Q_EMIT backupLimitChosen();
        },
        static_cast<int>(backupLimits().indexOf(usualBackupLimit)));
}

void SettingsDialog::buildNotifications(SettingSection *section)
{
    addSwitch(section, QStringLiteral("notifications"), tr("Upgrades"),
              tr("Tell me when the &window is not in front"),
              tr("What was verified, failed or held, and what waits for your decision, through the desktop's "
                 "notifications."),
              m_preferences.notifications(), true,
              [this](bool shown) { m_preferences.setNotifications(shown); });
    m_notificationWay = new WrapLabel(tr("Being asked…"), Type::Body, Role::Text2);
    m_notificationWay->setObjectName(QStringLiteral("notificationWay"));
    addFact(section, QStringLiteral("notificationDesktop"), tr("This desktop"), m_notificationWay,
            tr("Where nothing can be shown, a look at the window tells the same."));
}

void SettingsDialog::buildNetwork(SettingSection *section)
{
    m_networkRows = accountRows(true);
    addFact(section, QStringLiteral("network"), tr("Proxy and certificates"), m_networkRows,
            tr("Each account has its own, so that a company's proxy sees that account alone; “Edit” changes "
               "and tries them."));
}

void SettingsDialog::buildSecrets(SettingSection *section)
{
    m_keychain = new WrapLabel(tr("Being asked…"), Type::Body, Role::Text2);
    m_keychain->setObjectName(QStringLiteral("keychainState"));
    addFact(section, QStringLiteral("keychain"), tr("The system's keychain"), m_keychain,
            tr("Where keys lie, unless an account keeps its key for the session alone; Uplift writes them "
               "nowhere else."));
    m_secretRows = accountRows(false);
    addFact(section, QStringLiteral("keys"), tr("Keys of the accounts"), m_secretRows,
            tr("Only the end of a key's id is on disk; “Edit” replaces a key or moves it."));
    fillAccounts();
}

void SettingsDialog::buildJournal(SettingSection *section)
{
    auto *history = button(tr("Open the &history"), "openHistory");
    history->setVisible(m_facts.hasHistory);
    connect(history, &QPushButton::clicked, this, [this] {
        Q_EMIT historyRequested();
        accept();
    });
    auto *help = new LinkButton(tr("How the journal works"));
    help->setObjectName(QStringLiteral("journalHelp"));
    connect(help, &QPushButton::clicked, this, [this] { Q_EMIT helpRequested(QStringLiteral("journal")); });
    auto *state = new WrapLabel(m_facts.journalState, Type::Body, Role::Text2);
    state->setObjectName(QStringLiteral("journalState"));
    addFact(
        section, QStringLiteral("journal"), tr("Journal"),
        underEachOther({pathLabel(m_facts.journalPath), state, besideEachOther({history, help})}),
        tr("Every attempt is kept until you archive it yourself in the history; Uplift removes nothing."));
    auto *folder = button(tr("Open the fol&der"), "openDataFolder");
    connect(folder, &QPushButton::clicked, this, &SettingsDialog::openFolder);
    auto *log = button(tr("Sho&w the log…"), "openLog");
    log->setVisible(!m_facts.logPath.isEmpty());
    connect(log, &QPushButton::clicked, this, [this] { Q_EMIT logRequested(); });
    // The practice cloud has a folder of its own; the log goes on where the program began it.
    const bool apart = !m_facts.logPath.isEmpty() && QFileInfo(m_facts.logPath).path() != m_facts.dataFolder;
    addFact(section, QStringLiteral("folder"), tr("Data folder"),
            underEachOther({pathLabel(m_facts.dataFolder), besideEachOther({folder, log})}),
            apart ? tr("Accounts, profiles and journal; no secret. The log is %1.")
                        .arg(QDir::toNativeSeparators(m_facts.logPath))
                  : tr("Accounts, profiles, journal, preferences and log; no secret. Start Uplift with "
                       "--data-dir to use another one."));
}

void SettingsDialog::buildPractice(SettingSection *section)
{
    auto *practice = m_facts.practice ? button(tr("Leave the &practice cloud"), "leavePractice")
                                      : button(tr("Open the &practice cloud"), "openPractice");
    connect(practice, &QPushButton::clicked, this, [this] {
        if (m_facts.practice)
            Q_EMIT practiceLeft();
        else
            Q_EMIT practiceRequested();
        accept();
    });
    addFact(section, QStringLiteral("practice"), tr("Rehearse"), besideEachOther({practice}),
            tr("A small imitation of the service on this machine, with a state of its own that begins anew "
               "each time; nothing in it is real."));
}

QWidget *SettingsDialog::accountRows(bool network)
{
    auto *holder = new QWidget;
    holder->setObjectName(network ? QStringLiteral("networkRows") : QStringLiteral("keyRows"));
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(4));
    grid->setColumnMinimumWidth(0, scaled(140));
    grid->setColumnStretch(1, 1);
    return holder;
}

void SettingsDialog::fillAccounts()
{
    for (QWidget *holder : {m_networkRows, m_secretRows}) {
        if (!holder)
            continue;
        qDeleteAll(holder->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        auto *grid = static_cast<QGridLayout *>(holder->layout());
        if (m_facts.accounts.isEmpty())
            grid->addWidget(new WrapLabel(tr("There is no account yet."), Type::Body, Role::Text2), 0, 0, 1,
                            3);
        const qsizetype shown = std::min(m_facts.accounts.size(), mostAccounts);
        for (int row = 0; row < shown; ++row) {
            const SettingsFacts::Account &account = m_facts.accounts.at(row);
            auto *name = new ElideLabel(plainLine(account.name), Type::Body, Role::Text, QFont::Medium);
            name->setMaximumWidth(scaled(180));
            auto *edit = new LinkButton(tr("Edit…"));
            edit->setObjectName(QStringLiteral("editAccount"));
            //: %1 is the name of an account
            edit->setAccessibleName(tr("Edit %1").arg(plainLine(account.name)));
            connect(edit, &QPushButton::clicked, this,
                    [this, id = account.id] { Q_EMIT accountRequested(id); });
            const bool network = holder == m_networkRows;
            grid->addWidget(name, row, 0, Qt::AlignTop);
            grid->addWidget(
                new WrapLabel(network ? account.network : account.secret, Type::Body, Role::Text2), row, 1);
            grid->addWidget(edit, row, 2, Qt::AlignTop);
        }
        const auto more = static_cast<int>(m_facts.accounts.size() - shown);
        if (more > 0)
            grid->addWidget(new WrapLabel(tr("And %n more; each account's menu in the sidebar leads there.",
                                             nullptr, more),
                                          Type::Note, Role::Text3),
                            static_cast<int>(shown), 0, 1, 3);
    }
}

} // namespace uplift::ui
