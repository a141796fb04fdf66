// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"
#include "ui/dialogs/roomydialog.h"
#include "ui/settings/settingsfacts.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QScrollArea;

namespace uplift::ui {

class Preferences;
class Segmented;
class SettingRow;
class SettingSection;
class WrapLabel;

/// All settings of the program, searchable, each explained, applied at once. What others must apply is told
/// by signals; the rest goes straight into the preferences.
class SettingsDialog : public RoomyDialog {
    Q_OBJECT
public:
    /// `preferences` outlives the dialog.
    SettingsDialog(Preferences &preferences, const SettingsFacts &facts, QWidget *parent = nullptr);

    void setKeychain(const secrets::KeychainStatus &status);
    /// How this desktop shows notifications, or that it does not.
    void setNotificationWay(const QString &sentence, bool works);
    void setAccounts(const QList<SettingsFacts::Account> &accounts);
    /// Brings a setting into view and focuses it: after the window was made anew in another language.
    void showSetting(const QString &id);
    [[nodiscard]] QString lastChanged() const
    {
        return m_lastChanged;
    } ///< id of the setting; empty: none yet

Q_SIGNALS:
    void themeChosen(int choice); ///< ThemeChoice; to be kept by whoever applies it, as the next three
    void textScaleChosen(int percent);
    void languageChosen(const QString &language);
    void compactChosen(bool compact);
    void remoteChosen(); ///< in the preferences
    void refreshChosen(); ///< in the preferences
    void backupLimitChosen(); ///< in the preferences
    void accountRequested(const uplift::AccountId &account);
    void historyRequested();
    void logRequested();
    void helpRequested(const QString &topic);
    void practiceRequested();
    void practiceLeft();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSections();
    void buildAppearance(SettingSection *section);
    void buildTable(SettingSection *section);
    void buildChecks(SettingSection *section);
    void buildNetwork(SettingSection *section);
    void buildNotifications(SettingSection *section);
    void buildJournal(SettingSection *section);
    void buildSecrets(SettingSection *section);
    void buildPractice(SettingSection *section);
    SettingSection *addSection(const QString &title);
    /// A choice whose value is `current`; `chosen` hears each new one. 0 … n are the places in `choices`, and
    /// `standard` that of the default.
    SettingRow *addChoice(SettingSection *section, const QString &id, const QString &name,
                          const QString &explanation, const QStringList &choices, int current,
                          std::function<void(int)> chosen, int standard = 0);
    SettingRow *addSwitch(SettingSection *section, const QString &id, const QString &name, const QString &on,
                          const QString &explanation, bool current, bool standard,
                          std::function<void(bool)> chosen);
    SettingRow *addFact(SettingSection *section, const QString &id, const QString &name, QWidget *fact,
                        const QString &explanation);
    QWidget *accountRows(bool network);
    void fillAccounts();
    void search();
    void openFolder();

    Preferences &m_preferences;
    SettingsFacts m_facts;
    QLineEdit *m_search = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    WrapLabel *m_none = nullptr;
    WrapLabel *m_note = nullptr;
    WrapLabel *m_keychain = nullptr;
    WrapLabel *m_notificationWay = nullptr;
    QWidget *m_networkRows = nullptr;
    QWidget *m_secretRows = nullptr;
    QList<SettingSection *> m_sections;
    QString m_lastChanged;
};

} // namespace uplift::ui
