// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "support/canary.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/look/style.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;
using secrets::KeychainState;
using secrets::KeychainStatus;

namespace {

const KeychainStatus unlocked{KeychainState::Unlocked, QStringLiteral("Secret Service"),
                              QStringLiteral("Secret Service, unlocked")};
const KeychainStatus absent{KeychainState::NoService, QString(),
                            QStringLiteral("no Secret Service on this desktop")};

accounts::TestResult goodResult()
{
    accounts::TestResult result;
    result.identity.type = CallerIdentity::Type::RamUser;
    result.identity.accountId = QStringLiteral("1024-example");
    result.identity.principalName = QStringLiteral("uplift-ops");
    result.info.host = QStringLiteral("r-kvstore.aliyuncs.com");
    result.info.roundTrip = std::chrono::milliseconds(84);
    result.info.clockOffset = std::chrono::milliseconds(400);
    result.regionCount = 20;
    return result;
}

struct Shown {
    explicit Shown(const profiles::Account &account = {}, const KeychainStatus &keychain = unlocked)
        : dialog(new AccountDialog(account)), tests(dialog, &AccountDialog::testRequested),
          saves(dialog, &AccountDialog::saveRequested)
    {
        dialog->setKeychain(keychain);
        active = showActive(*dialog);
    }
    ~Shown() { delete dialog; }

    [[nodiscard]] QLineEdit *edit(const char *name) const { return child<QLineEdit>(*dialog, name); }
    [[nodiscard]] QPushButton *button(const char *name) const { return child<QPushButton>(*dialog, name); }
    [[nodiscard]] Note *note() const { return child<Note>(*dialog, "testNote"); }
    [[nodiscard]] QString error(const char *name) const { return fieldOf(edit(name))->error(); }
    void type(const char *name, const QString &text) const
    {
        edit(name)->setFocus();
        edit(name)->clear();
        QTest::keyClicks(edit(name), text);
    }
    void fill() const
    {
        type("accountName", QStringLiteral(" Retail production "));
        type("accessKeyId", test::canary().id);
        type("accessKeySecret", QString::fromLatin1(test::canary().secret));
    }
    void press(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    QPointer<AccountDialog> dialog;
    QSignalSpy tests;
    QSignalSpy saves;
    bool active = false;
};

void chooseProxy(const Shown &shown, ProxyRule::Kind kind)
{
    child<Segmented>(*shown.dialog, "proxy")->group()->button(static_cast<int>(kind))->click();
}

} // namespace

class AccountDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void aFilledFormIsTestedAndSaved();
    void eachBadFieldGetsItsSentenceOnTheButton_data();
    void eachBadFieldGetsItsSentenceOnTheButton();
    void aBadFieldIsNamedOnLeavingIt();
    void theTestsVerdictIsShown_data();
    void theTestsVerdictIsShown();
    void aVerdictOnOldInputIsNotShown();
    void aLockedKeychainKeepsNothingYet();
    void aBrokenKeychainNeedsTheUsersChoice();
    void aSaveErrorLosesNothing();
    void editingKeepsTheStoredKeyUnlessOneIsTyped();
    void theSecretIsNeitherShownNorCopiedAndGoesOnClosing();
    void connectionSettingsComeBackAsTyped();
};

void AccountDialogTest::aFilledFormIsTestedAndSaved()
{
    Shown shown;
    QVERIFY(shown.active);
    shown.fill();
    shown.press("testAccount");
    QCOMPARE(shown.tests.count(), 1);
    shown.dialog->setTestResult(goodResult());
    QVERIFY(shown.note()->isVisible());
    QCOMPARE(shown.note()->title(),
             QStringLiteral("The key works: RAM user “uplift-ops” of account 1024-example"));
    QCOMPARE(shown.button("testAccount")->text(), QStringLiteral("Test again"));
    shown.press("saveAccount");
    QCOMPARE(shown.saves.count(), 1);
    const accounts::Draft draft = shown.dialog->draft();
    QCOMPARE(draft.account.name, QStringLiteral("Retail production"));
    QVERIFY(draft.account.environment == Environment::Production);
    QCOMPARE(draft.account.keyTail, QStringLiteral("X7Qd"));
    QVERIFY(draft.account.secretPlace == profiles::SecretPlace::Keychain);
    QVERIFY(draft.key.secret.equals(SecretBytes(test::canary().secret)));
    QVERIFY(draft.key.securityToken.isEmpty());
    QVERIFY(shown.dialog->isVisible());
}

void AccountDialogTest::eachBadFieldGetsItsSentenceOnTheButton_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("name empty") << QByteArray("accountName") << QString()
                                << QStringLiteral("The name is empty");
    QTest::newRow("key id empty") << QByteArray("accessKeyId") << QString() << QStringLiteral("is empty");
    QTest::newRow("key id with a blank")
        << QByteArray("accessKeyId") << QStringLiteral("LTAI 5t") << QStringLiteral("blank");
    QTest::newRow("secret empty") << QByteArray("accessKeySecret") << QString() << QStringLiteral("is empty");
    QTest::newRow("token without STS. key")
        << QByteArray("securityToken") << QStringLiteral("CAIS0") << QStringLiteral("STS.");
    QTest::newRow("endpoint with http")
        << QByteArray("endpointAddress") << QStringLiteral("http://r-kvstore.aliyuncs.com")
        << QStringLiteral("not encrypted");
    QTest::newRow("endpoint with a path")
        << QByteArray("endpointAddress") << QStringLiteral("https://r-kvstore.aliyuncs.com/x")
        << QStringLiteral("path");
    QTest::newRow("endpoint elsewhere")
        << QByteArray("endpointAddress") << QStringLiteral("r-kvstore.example.com")
        << QStringLiteral("aliyuncs.com");
    QTest::newRow("proxy with a password")
        << QByteArray("proxyAddress") << QStringLiteral("http://u:p@proxy:3128")
        << QStringLiteral("password");
}

void AccountDialogTest::eachBadFieldGetsItsSentenceOnTheButton()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, typed);
    QFETCH(QString, says);
    for (const char *button : {"testAccount", "saveAccount"}) {
        Shown shown;
        QVERIFY(shown.active);
        shown.fill();
        if (field == "endpointAddress")
            child<QComboBox>(*shown.dialog, "endpoint")->setCurrentIndex(2);
        if (field == "proxyAddress")
            chooseProxy(shown, ProxyRule::Kind::Http);
        shown.edit(field.constData())->setText(typed);
        shown.press(button);
        QCOMPARE(shown.tests.count() + shown.saves.count(), 0);
        QVERIFY2(shown.error(field.constData()).contains(says), qPrintable(shown.error(field.constData())));
        QCOMPARE(shown.edit(field.constData())->text(), typed);
        QVERIFY(shown.edit(field.constData())->isVisible());
        QCOMPARE(QApplication::focusWidget(), shown.edit(field.constData()));
    }
}

void AccountDialogTest::aBadFieldIsNamedOnLeavingIt()
{
    Shown shown;
    QVERIFY(shown.active);
    shown.type("accessKeyId", QStringLiteral("LTAI 5t"));
    QTest::keyClick(shown.edit("accessKeyId"), Qt::Key_Tab);
    QVERIFY(shown.error("accessKeyId").contains(u"blank"));
    shown.type("accessKeyId", QStringLiteral("LTAI5t"));
    QVERIFY(shown.error("accessKeyId").isEmpty());
    shown.edit("accessKeySecret")->setFocus();
    // Pasted with its line break, as it comes out of a file.
    QApplication::clipboard()->setText(QStringLiteral("abc\ndef"));
    shown.edit("accessKeySecret")->paste();
    QTest::keyClick(shown.edit("accessKeySecret"), Qt::Key_Tab);
    QVERIFY2(shown.error("accessKeySecret").contains(u"line break"),
             qPrintable(shown.error("accessKeySecret")));
    QApplication::clipboard()->clear();
}

void AccountDialogTest::theTestsVerdictIsShown_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("offsetMs");
    QTest::addColumn<int>("regions");
    QTest::addColumn<bool>("green");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, CallerIdentity::Type type, int offset, int regions, bool green,
                        const char16_t *says) {
        QTest::newRow(name) << static_cast<int>(type) << offset << regions << green
                            << QString::fromUtf16(says);
    };
    row("RAM user", CallerIdentity::Type::RamUser, 400, 20, true,
        u"Answered in 84 ms from r-kvstore.aliyuncs.com. The clocks agree to the second.");
    row("regions", CallerIdentity::Type::RamUser, 400, 20, true, u"instances in 20 region");
    row("no regions", CallerIdentity::Type::RamUser, 0, 0, true, u"did not say which regions");
    row("behind", CallerIdentity::Type::RamUser, 3000, 20, true, u"clock is 3 s behind");
    row("far ahead", CallerIdentity::Type::RamUser, -120000, 20, false,
        u"clock is 120 s ahead. Set the clock");
    row("root key", CallerIdentity::Type::Account, 0, 20, false, u"Use the key of a RAM user");
}

void AccountDialogTest::theTestsVerdictIsShown()
{
    QFETCH(int, type);
    QFETCH(int, offsetMs);
    QFETCH(int, regions);
    QFETCH(bool, green);
    QFETCH(QString, says);
    accounts::TestResult result = goodResult();
    result.identity.type = static_cast<CallerIdentity::Type>(type);
    result.info.clockOffset = std::chrono::milliseconds(offsetMs);
    result.regionCount = regions;
    const TestNote note = testNote(result);
    QVERIFY(note.kind == (green ? NoteKind::Green : NoteKind::Amber));
    QVERIFY2(note.text.contains(says), qPrintable(note.text));
    QVERIFY(note.title.startsWith(u"The key works"));
}

void AccountDialogTest::aVerdictOnOldInputIsNotShown()
{
    Shown shown;
    QVERIFY(shown.active);
    shown.fill();
    shown.press("testAccount");
    QTest::keyClick(shown.edit("accessKeyId"), Qt::Key_A);
    shown.dialog->setTestResult(goodResult());
    QVERIFY(!shown.note()->isVisible());
    shown.press("testAccount");
    Error error = Error::of(Error::Kind::Denied, QStringLiteral("The service does not know this key id."),
                            QStringLiteral("Check the id in the console."));
    error.code = QStringLiteral("InvalidAccessKeyId.NotFound");
    shown.dialog->setTestError(error);
    QVERIFY(shown.note()->isVisible());
    QCOMPARE(shown.note()->title(), error.message);
    QVERIFY(shown.note()->text().contains(u"InvalidAccessKeyId.NotFound"));
    QTest::keyClick(shown.edit("accessKeyId"), Qt::Key_B);
    QVERIFY(!shown.note()->isVisible());
}

void AccountDialogTest::aLockedKeychainKeepsNothingYet()
{
    Shown shown(
        {},
        {KeychainState::Locked, QStringLiteral("Secret Service"), QStringLiteral("Secret Service, locked")});
    QVERIFY(shown.active);
    QCOMPARE(child<QLabel>(*shown.dialog, "keychainLine")->text(),
             QStringLiteral("Will be kept in the system keychain (Secret Service, locked): you will be asked "
                            "to unlock it."));
    QVERIFY(!child<QCheckBox>(*shown.dialog, "sessionOnly")->isVisible());
}

void AccountDialogTest::aBrokenKeychainNeedsTheUsersChoice()
{
    Shown shown({}, absent);
    QVERIFY(shown.active);
    auto *session = child<QCheckBox>(*shown.dialog, "sessionOnly");
    QVERIFY(session->isVisible());
    QVERIFY(!session->isChecked());
    QVERIFY(
        child<QLabel>(*shown.dialog, "keychainLine")->text().contains(u"no Secret Service on this desktop"));
    shown.fill();
    shown.press("saveAccount");
    QCOMPARE(shown.saves.count(), 0);
    QVERIFY(shown.note()->text().contains(u"this session only"));
    QCOMPARE(QApplication::focusWidget(), session);
    session->click();
    shown.press("saveAccount");
    QCOMPARE(shown.saves.count(), 1);
    QVERIFY(shown.dialog->draft().account.secretPlace == profiles::SecretPlace::SessionOnly);
}

void AccountDialogTest::aSaveErrorLosesNothing()
{
    Shown shown;
    QVERIFY(shown.active);
    QVERIFY(!child<QCheckBox>(*shown.dialog, "sessionOnly")->isVisible());
    shown.fill();
    shown.press("saveAccount");
    shown.dialog->setSaveError(
        Error::of(Error::Kind::Keychain, QStringLiteral("The unlock prompt was dismissed.")));
    QVERIFY(shown.dialog->isVisible());
    QCOMPARE(shown.note()->title(), QStringLiteral("The unlock prompt was dismissed."));
    QVERIFY(child<QCheckBox>(*shown.dialog, "sessionOnly")->isVisible());
    QVERIFY(shown.edit("accessKeySecret")->text().toLatin1() == test::canary().secret);
    shown.press("saveAccount");
    shown.dialog->setSaveError(Error::input(QStringLiteral("name"), QStringLiteral("This name is taken.")));
    QCOMPARE(shown.error("accountName"), QStringLiteral("This name is taken."));
    QCOMPARE(shown.saves.count(), 2);
}

void AccountDialogTest::editingKeepsTheStoredKeyUnlessOneIsTyped()
{
    profiles::Account account;
    account.id = {QStringLiteral("5b5a")};
    account.name = QStringLiteral("Retail staging");
    account.environment = Environment::Staging;
    account.keyTail = QStringLiteral("X7Qd");
    Shown shown(account);
    QVERIFY(shown.active);
    QVERIFY(shown.edit("accessKeyId")->text().isEmpty());
    QVERIFY(shown.edit("accessKeyId")->placeholderText().contains(u"X7Qd"));
    shown.press("saveAccount");
    QCOMPARE(shown.saves.count(), 1);
    QVERIFY(shown.dialog->draft().key.id.isEmpty());
    QCOMPARE(shown.dialog->draft().account, account);
    shown.dialog->setSaveError(Error::of(Error::Kind::Storage, QStringLiteral("The disk is full.")));
    shown.type("accessKeyId", QStringLiteral("LTAInew"));
    shown.press("saveAccount");
    QCOMPARE(shown.saves.count(), 1);
    QVERIFY(shown.error("accessKeySecret").contains(u"empty"));
}

void AccountDialogTest::theSecretIsNeitherShownNorCopiedAndGoesOnClosing()
{
    Shown shown;
    QVERIFY(shown.active);
    shown.dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    shown.fill();
    QLineEdit *secret = shown.edit("accessKeySecret");
    QVERIFY(!secret->displayText().contains(QString::fromLatin1(test::canary().secret)));
    QApplication::clipboard()->setText(QStringLiteral("before"));
    secret->selectAll();
    secret->copy();
    secret->cut();
    QTest::keyClick(secret, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QTest::keyClick(shown.dialog.data(), Qt::Key_Escape);
    QVERIFY(!shown.dialog->isVisible());
    for (const char *name : {"accessKeyId", "accessKeySecret", "securityToken"})
        QVERIFY(shown.edit(name)->text().isEmpty());
}

void AccountDialogTest::connectionSettingsComeBackAsTyped()
{
    profiles::Account account;
    account.id = {QStringLiteral("5b5a")};
    account.name = QStringLiteral("Old cloud");
    account.keyTail = QStringLiteral("X7Qd");
    account.connection.endpoint = {EndpointRule::Kind::Custom, QStringLiteral("http://127.0.0.1:8080")};
    account.connection.signature = SignatureVersion::V1;
    account.connection.momentNaming = MomentNaming::EffectTime;
    account.connection.format = ReplyFormat::Xml;
    account.connection.proxy = {ProxyRule::Kind::Http, QStringLiteral("proxy.example.com"), 3128};
    Shown shown(account);
    QVERIFY(shown.active);
    QVERIFY(child<Segmented>(*shown.dialog, "signature")->isVisible());
    QCOMPARE(shown.dialog->draft().account, account);
    chooseProxy(shown, ProxyRule::Kind::None);
    child<QComboBox>(*shown.dialog, "endpoint")->setCurrentIndex(1);
    QVERIFY(shown.dialog->draft().account.connection.proxy.kind == ProxyRule::Kind::None);
    QVERIFY(shown.dialog->draft().account.connection.endpoint.kind == EndpointRule::Kind::Vpc);
    QVERIFY(shown.edit("homeRegion")->isVisible());
    QVERIFY(!shown.edit("endpointAddress")->isVisible());
    shown.edit("homeRegion")->setText(QStringLiteral(" CN-Beijing "));
    QCOMPARE(shown.dialog->draft().account.connection.endpoint.home, RegionId{QStringLiteral("cn-beijing")});
    QVERIFY(!shown.edit("proxyAddress")->isVisible());
}

QTEST_MAIN(AccountDialogTest)
#include "tst_accountdialog.moc"
