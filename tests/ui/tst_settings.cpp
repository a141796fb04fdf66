// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"
#include "ui/look/style.h"
#include "ui/preferences.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/field.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace uplift;
using namespace uplift::ui;

/// Every setting is explained, found by words, applied at once, and led back to where it was.
class SettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everySettingIsExplainedAndNamed_data() { languages(); }
    void everySettingIsExplainedAndNamed();
    void aSettingIsFoundByItsExplanation_data() { languages(); }
    void aSettingIsFoundByItsExplanation();
    void aWordThatNothingHoldsIsSaid();
    void aChoiceTakesEffectAndIsKept();
    void everySettingLeadsBackToItsDefault();
    void whatOthersApplyIsTold();
    void theWheelScrollsAndChangesNothing();
    void proxyAndCertificatesOfEachAccountAreShown();
    void theKeychainIsShown();
    void historyIsRemovedByTheUserAlone();
    void theLastChangedSettingIsInViewAgain();
    void aBrokenPreferencesFileGivesTheDefaults();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
    }
    [[nodiscard]] SettingsFacts facts() const;
    void open();
    template <class T> T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] SettingRow *row(const char *id) const
    {
        return m_dialog->findChild<SettingRow *>(QStringLiteral("setting-%1").arg(QString::fromLatin1(id)));
    }
    [[nodiscard]] QList<SettingRow *> rows() const { return m_dialog->findChildren<SettingRow *>(); }
    [[nodiscard]] static QString explanation(const SettingRow *row)
    {
        return row->control()->accessibleDescription();
    }
    [[nodiscard]] QString textsIn(const char *name) const
    {
        QStringList texts;
        const QList<QLabel *> labels = find<QWidget>(name)->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    }

    Language m_language;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void SettingsTest::init()
{
    m_language.apply(QStringLiteral("en"));
    applyLook(*qApp, ThemeId::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("preferences.ini")));
}

void SettingsTest::cleanup() { m_dialog.reset(); }

SettingsFacts SettingsTest::facts() const
{
    profiles::Account retail;
    retail.id = {QStringLiteral("a1")};
    retail.name = QStringLiteral("Retail production");
    retail.keyTail = QStringLiteral("X7Qd");
    retail.keychainBackend = QStringLiteral("Secret Service");
    retail.connection.proxy = {ProxyRule::Kind::Http, QStringLiteral("proxy.example"), 3128};
    retail.connection.caFile = QStringLiteral("/etc/ssl/company.pem");
    profiles::Account trial = retail;
    trial.id = {QStringLiteral("a2")};
    trial.name = QStringLiteral("Trial");
    trial.secretPlace = profiles::SecretPlace::SessionOnly;
    trial.connection.proxy.kind = ProxyRule::Kind::None;
    trial.connection.caFile.clear();
    SettingsFacts facts;
    for (const profiles::Account &account : {retail, trial})
        facts.accounts.append(
            {account.id, account.name, networkSentence(account.connection), secretSentence(account)});
    facts.dataFolder = m_folder->path();
    facts.journalPath = m_folder->filePath(QStringLiteral("journal.sqlite"));
    facts.journalState = journalSentence(upgrade::JournalState::Access::Writable, {});
    facts.logPath = facts.dataFolder + QStringLiteral("/uplift.log");
    facts.hasHistory = true;
    return facts;
}

void SettingsTest::open()
{
    m_dialog = std::make_unique<SettingsDialog>(*m_preferences, facts());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void SettingsTest::everySettingIsExplainedAndNamed()
{
    QFETCH(QString, language);
    m_language.apply(language);
    open();
    QVERIFY(rows().size() >= 14);
    for (const SettingRow *row : rows()) {
        const QByteArray id = row->objectName().toUtf8();
        QVERIFY2(!row->control()->accessibleName().isEmpty(), id);
        QVERIFY2(explanation(row).size() > 12, id);
        // What is read aloud is what is seen.
        bool seen = false;
        const QList<QLabel *> labels = row->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            seen = seen || label->text() == explanation(row);
        QVERIFY2(seen, id);
        const QList<QAbstractButton *> buttons = row->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(), id);
    }
}

void SettingsTest::aSettingIsFoundByItsExplanation()
{
    QFETCH(QString, language);
    m_language.apply(language);
    open();
    auto *search = find<QLineEdit>("settingsSearch");
    for (const SettingRow *row : rows()) {
        // Its whole explanation in capitals: only itself holds that.
        search->setText(explanation(row).toUpper());
        QVERIFY2(row->isVisible(), qPrintable(row->objectName()));
        int shown = 0;
        for (const SettingRow *other : rows())
            shown += other->isVisible() ? 1 : 0;
        QVERIFY2(shown == 1, qPrintable(row->objectName()));
        QVERIFY(!find<QLabel>("settingsNone")->isVisible());
    }
    search->clear();
    for (const SettingRow *row : rows())
        QVERIFY2(row->isVisible(), qPrintable(row->objectName()));
}

void SettingsTest::aWordThatNothingHoldsIsSaid()
{
    open();
    auto *search = find<QLineEdit>("settingsSearch");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("quantum"));
    QVERIFY(find<QLabel>("settingsNone")->isVisible());
    QVERIFY(find<QLabel>("settingsNone")->text().contains(QStringLiteral("quantum")));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!find<QLabel>("settingsNone")->isVisible());
    // A choice is found, too.
    QTest::keyClicks(search, QStringLiteral("high contrast"));
    QVERIFY(row("theme")->isVisible());
    QVERIFY(!row("refresh")->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void SettingsTest::aChoiceTakesEffectAndIsKept()
{
    open();
    find<QComboBox>("refresh")->setCurrentIndex(2);
    find<QCheckBox>("refreshAtStart")->setChecked(false);
    find<QCheckBox>("notifications")->setChecked(false);
    find<QComboBox>("remote")->setCurrentIndex(1);
    QCOMPARE(find<QComboBox>("backupLimit")->currentText(), QStringLiteral("24 h"));
    find<QComboBox>("backupLimit")->setCurrentIndex(0);
    QCOMPARE(m_preferences->refreshMinutes(), refreshChoices().at(2));
    m_preferences.reset(); // written, and read by the next start
    Preferences next(m_folder->filePath(QStringLiteral("preferences.ini")));
    QCOMPARE(next.refreshMinutes(), refreshChoices().at(2));
    QVERIFY(!next.refreshAtStart());
    QVERIFY(!next.notifications());
    QCOMPARE(next.backupLimit(), std::optional(std::chrono::hours(backupLimits().constFirst())));
    next.setBackupLimit(0);
    QVERIFY(!next.backupLimit());
    QCOMPARE(next.remoteDisplay(), RemoteChoice::Yes);
    m_dialog.reset();
}

void SettingsTest::everySettingLeadsBackToItsDefault()
{
    open();
    int changed = 0;
    for (const SettingRow *row : rows()) {
        auto *back = row->findChild<QPushButton *>(QStringLiteral("reset"));
        if (!back)
            continue; // a fact
        const QByteArray id = row->objectName().toUtf8();
        QVERIFY2(!back->isVisible(), id); // sane at first
        auto *combo = qobject_cast<QComboBox *>(row->control());
        auto *box = qobject_cast<QCheckBox *>(row->control());
        QVERIFY2(combo || box, id);
        const bool was = box && box->isChecked();
        const int chosen = combo ? combo->currentIndex() : 0;
        if (combo)
            combo->setCurrentIndex(combo->count() - 1);
        else
            box->setChecked(!was);
        QVERIFY2(back->isVisible(), id);
        QVERIFY2(back->accessibleName().contains(row->control()->accessibleName()), id);
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY2(!back->isVisible(), id);
        QVERIFY2(combo ? combo->currentIndex() == chosen : box->isChecked() == was, id);
        ++changed;
    }
    QVERIFY(changed >= 8);
    QCOMPARE(m_preferences->refreshMinutes(), 0);
    QVERIFY(m_preferences->refreshAtStart());
    QVERIFY(m_preferences->notifications());
}

void SettingsTest::whatOthersApplyIsTold()
{
    open();
    QSignalSpy theme(m_dialog.get(), &SettingsDialog::themeChosen);
    QSignalSpy language(m_dialog.get(), &SettingsDialog::languageChosen);
    QSignalSpy size(m_dialog.get(), &SettingsDialog::textScaleChosen);
    QSignalSpy refresh(m_dialog.get(), &SettingsDialog::refreshChosen);
    QSignalSpy compact(m_dialog.get(), &SettingsDialog::compactChosen);
    find<QComboBox>("theme")->setCurrentIndex(int(ThemeChoice::Contrast));
    find<QComboBox>("language")->setCurrentIndex(2);
    find<QComboBox>("textScale")->setCurrentIndex(textScales().indexOf(150));
    find<QComboBox>("refresh")->setCurrentIndex(1);
    find<QCheckBox>("compact")->click();
    QCOMPARE(theme.value(0).value(0).toInt(), int(ThemeChoice::Contrast));
    QCOMPARE(language.value(0).value(0).toString(), QStringLiteral("zh_CN"));
    QCOMPARE(size.value(0).value(0).toInt(), 150);
    QCOMPARE(refresh.size(), 1);
    QCOMPARE(compact.value(0).value(0).toBool(), true);
}

void SettingsTest::theWheelScrollsAndChangesNothing()
{
    open();
    auto *theme = find<QComboBox>("theme");
    theme->setFocus();
    const QPointF at = theme->rect().center();
    QWheelEvent wheel(at, theme->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(theme, &wheel);
    QCOMPARE(theme->currentIndex(), 0);
}

void SettingsTest::proxyAndCertificatesOfEachAccountAreShown()
{
    open();
    const QString network = textsIn("networkRows");
    for (const char *words :
         {"proxy.example:3128", "/etc/ssl/company.pem", "Without a proxy", "Retail production"})
        QVERIFY2(network.contains(QString::fromLatin1(words)), words);
    QSignalSpy wanted(m_dialog.get(), &SettingsDialog::accountRequested);
    const auto edits =
        find<QWidget>("networkRows")->findChildren<QPushButton *>(QStringLiteral("editAccount"));
    QCOMPARE(edits.size(), 2);
    QTest::mouseClick(edits.at(1), Qt::LeftButton);
    QCOMPARE(wanted.value(0).value(0).value<AccountId>(), AccountId{QStringLiteral("a2")});
    // One that was removed meanwhile is gone from here as well.
    m_dialog->setAccounts({});
    QVERIFY(textsIn("networkRows").contains(QStringLiteral("There is no account yet.")));
}

void SettingsTest::theKeychainIsShown()
{
    open();
    m_dialog->setKeychain({secrets::KeychainState::Locked, QStringLiteral("Secret Service"),
                           QStringLiteral("Secret Service, locked")});
    QCOMPARE(find<QLabel>("keychainState")->text(), QStringLiteral("Secret Service, locked"));
    const QString keys = textsIn("keyRows");
    QVERIFY(keys.contains(QStringLiteral("····X7Qd, in the keychain (Secret Service).")));
    QVERIFY(keys.contains(QStringLiteral("····X7Qd, in memory until Uplift ends.")));
}

void SettingsTest::historyIsRemovedByTheUserAlone()
{
    open();
    QVERIFY(explanation(row("journal")).contains(QStringLiteral("Uplift removes nothing")));
    QSignalSpy history(m_dialog.get(), &SettingsDialog::historyRequested);
    QTest::mouseClick(find<QPushButton>("openHistory"), Qt::LeftButton);
    QCOMPARE(history.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

void SettingsTest::theLastChangedSettingIsInViewAgain()
{
    open();
    find<QCheckBox>("notifications")->click();
    QCOMPARE(m_dialog->lastChanged(), QStringLiteral("notifications"));
    m_dialog->showSetting(QStringLiteral("folder"));
    auto *scroll = find<QScrollArea>("settingsScroll");
    const auto inView = [&] {
        const QRect place(row("folder")->mapTo(scroll->viewport(), QPoint()), row("folder")->size());
        return scroll->viewport()->rect().contains(place);
    };
    QTRY_VERIFY(inView());
}

void SettingsTest::aBrokenPreferencesFileGivesTheDefaults()
{
    QFile file(m_folder->filePath(QStringLiteral("broken.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[look]\ntheme=99\ntextScale=7\nremoteDisplay=-4\n[checks]\nbackupLimitHours=25\n[list]"
               "\nrefreshMinutes=3\n\x00\xff[[[");
    file.close();
    const Preferences broken(file.fileName());
    QCOMPARE(broken.theme(), ThemeChoice::System);
    QCOMPARE(broken.textScale(), 100);
    QCOMPARE(broken.remoteDisplay(), RemoteChoice::Automatic);
    QCOMPARE(broken.refreshMinutes(), 0);
    QCOMPARE(broken.backupLimit(), std::optional(std::chrono::hours(usualBackupLimit)));
}

void SettingsTest::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const int percent : textScales()) {
        QTest::addRow("English at %d %%", percent) << QStringLiteral("en") << percent;
        QTest::addRow("Chinese at %d %%", percent) << QStringLiteral("zh_CN") << percent;
    }
}

void SettingsTest::nothingIsCutOff()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    m_language.apply(language);
    changeTextScale(*qApp, percent / 100.0);
    open();
    m_dialog->resize(m_dialog->minimumSize());
    QCoreApplication::processEvents();
    auto *content = find<QScrollArea>("settingsScroll")->widget();
    const int room = find<QScrollArea>("settingsScroll")->viewport()->width();
    QVERIFY2(content->width() <= room, QByteArray::number(content->width() - room));
    const QList<QLabel *> labels = content->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || !label->wordWrap())
            continue;
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    const QList<QPushButton *> buttons = content->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY2(!button->isVisible() || button->width() >= button->minimumSizeHint().width(),
                 qPrintable(button->text()));
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
