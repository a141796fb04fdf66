// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/deliberatebutton.h"
#include "ui/dialogs/errorview.h"
#include "ui/dialogs/profiledialog.h"
#include "ui/look/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

profiles::Profile sampleProfile()
{
    profiles::Profile profile;
    profile.id = {QStringLiteral("p1")};
    profile.name = QStringLiteral("orders-cache");
    profile.account = {QStringLiteral("a1")};
    profile.region = {QStringLiteral("cn-hangzhou")};
    profile.instance = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
    profile.environment = Environment::Staging;
    profile.group = QStringLiteral("Checkout");
    profile.notes = QStringLiteral("Ask Ana first");
    return profile;
}

const QStringList groups{QStringLiteral("Checkout"), QStringLiteral("Search")};

Error deniedError()
{
    Error error =
        Error::of(Error::Kind::Denied,
                  QStringLiteral("The service refused ModifyInstanceMinorVersion: the RAM user has no "
                                 "permission for r-2ze9b7kxw2l5e3pouj."),
                  QStringLiteral("Ask the owner of the account for kvstore:ModifyInstanceMinorVersion on "
                                 "this instance."));
    error.code = QStringLiteral("Forbidden.RAM");
    error.requestId = QStringLiteral("5D1B7C20-88F4-5A36-9E0B-2C47F1A6D983");
    error.providerMessage = QStringLiteral("User not authorized to operate on the specified resource.");
    return error;
}

} // namespace

class SmallDialogsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void aProfileComesBackAsEdited();
    void anEmptyProfileNameIsNamedAndNothingIsSaved();
    void aProfilesErrorLosesNothing();
    void renamingSelectsTheName();
    void askingHasTheSafeAnswerAsDefault();
    void removingAnAccountSaysWhatGoes_data();
    void removingAnAccountSaysWhatGoes();
    void removingWithoutTheKeychainSaysWhatMayRemain();
    void anErrorHasItsFourPartsInOrder();
    void theFirstWordsFollowTheError_data();
    void theFirstWordsFollowTheError();
    void theRequestIdIsCopied();
    void anErrorWithoutRequestIdSaysSo();
    void foreignTextStaysPlain();
    void aboutNamesVersionAndLicence();
};

void SmallDialogsTest::aProfileComesBackAsEdited()
{
    ProfileDialog dialog(ProfileDialog::Purpose::Edit, sampleProfile(), QStringLiteral("Retail"), groups);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    QCOMPARE(dialog.profile(), sampleProfile());
    QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
    auto *name = child<QLineEdit>(dialog, "profileName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("  orders "));
    child<Segmented>(dialog, "environment")->setCurrent(static_cast<int>(Environment::Production));
    child<QComboBox>(dialog, "profileGroup")->setCurrentText(QStringLiteral(" Billing "));
    child<QPlainTextEdit>(dialog, "profileNotes")->setPlainText(QStringLiteral("Second line\nkept"));
    child<Segmented>(dialog, "profileMoment")->setCurrent(static_cast<int>(Moment::Now));
    child<QCheckBox>(dialog, "profileReadOnly")->click();
    QTest::mouseClick(child<QPushButton>(dialog, "profileSave"), Qt::LeftButton);
    QCOMPARE(saves.count(), 1);
    profiles::Profile expected = sampleProfile();
    expected.name = QStringLiteral("orders");
    expected.environment = Environment::Production;
    expected.group = QStringLiteral("Billing");
    expected.notes = QStringLiteral("Second line\nkept");
    expected.moment = Moment::Now;
    expected.readOnly = true;
    QCOMPARE(dialog.profile(), expected);
    QVERIFY(dialog.isVisible());
}

void SmallDialogsTest::anEmptyProfileNameIsNamedAndNothingIsSaved()
{
    ProfileDialog dialog(ProfileDialog::Purpose::Save, sampleProfile(), QStringLiteral("Retail"), groups);
    QVERIFY(showActive(dialog));
    QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
    auto *name = child<QLineEdit>(dialog, "profileName");
    name->clear();
    QTest::keyClick(name, Qt::Key_Space);
    QTest::keyClick(name, Qt::Key_Tab);
    QVERIFY(fieldOf(name)->error().startsWith(u"The name is empty"));
    QTest::mouseClick(child<QPushButton>(dialog, "profileSave"), Qt::LeftButton);
    QCOMPARE(saves.count(), 0);
    QCOMPARE(QApplication::focusWidget(), name);
}

void SmallDialogsTest::aProfilesErrorLosesNothing()
{
    ProfileDialog dialog(ProfileDialog::Purpose::Edit, sampleProfile(), QStringLiteral("Retail"), groups);
    QVERIFY(showActive(dialog));
    dialog.setError(Error::input(QStringLiteral("name"), QStringLiteral("This name is taken.")));
    QCOMPARE(fieldOf(child<QLineEdit>(dialog, "profileName"))->error(),
             QStringLiteral("This name is taken."));
    dialog.setError(
        Error::of(Error::Kind::Storage, QStringLiteral("The disk is full."), QStringLiteral("Make room.")));
    QVERIFY(child<Note>(dialog, "profileError")->isVisible());
    QCOMPARE(child<Note>(dialog, "profileError")->title(), QStringLiteral("The disk is full."));
    QCOMPARE(dialog.profile(), sampleProfile());
}

void SmallDialogsTest::renamingSelectsTheName()
{
    ProfileDialog dialog(ProfileDialog::Purpose::Rename, sampleProfile(), QStringLiteral("Retail"), groups);
    QVERIFY(showActive(dialog));
    auto *name = child<QLineEdit>(dialog, "profileName");
    QCOMPARE(QApplication::focusWidget(), name);
    QCOMPARE(name->selectedText(), QStringLiteral("orders-cache"));
    QCOMPARE(child<QPushButton>(dialog, "profileSave")->text(), QStringLiteral("Rename profile"));
    for (const char *other : {"profileGroup", "profileNotes", "profileReadOnly", "profileMoment"})
        QVERIFY2(!child<QWidget>(dialog, other)->isVisible(), other);
    name->setText(QStringLiteral("orders"));
    profiles::Profile renamed = sampleProfile();
    renamed.name = QStringLiteral("orders");
    QCOMPARE(dialog.profile(), renamed);
}

void SmallDialogsTest::askingHasTheSafeAnswerAsDefault()
{
    AskDialog dialog(removeAccountQuestion(QStringLiteral("Retail"), Environment::Production, 3,
                                           profiles::SecretPlace::Keychain));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    auto *keep = child<QPushButton>(dialog, "askKeep");
    QCOMPARE(QApplication::focusWidget(), keep);
    QVERIFY(keep->x() > child<QPushButton>(dialog, "askAct")->x());
    QTest::keyClick(keep, Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
    dialog.show();
    QTest::mouseClick(child<QPushButton>(dialog, "askAct"), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

void SmallDialogsTest::removingAnAccountSaysWhatGoes_data()
{
    QTest::addColumn<int>("profiles");
    QTest::addColumn<bool>("namesProfiles");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("three") << 3 << true;
}

void SmallDialogsTest::removingAnAccountSaysWhatGoes()
{
    QFETCH(int, profiles);
    QFETCH(bool, namesProfiles);
    const Question question = removeAccountQuestion(QStringLiteral("Retail"), Environment::Staging, profiles,
                                                    profiles::SecretPlace::Keychain);
    QCOMPARE(question.heading, QStringLiteral("Remove the account Retail?"));
    QCOMPARE(question.text.contains(u"saved profile"), namesProfiles);
    QVERIFY(question.text.contains(u"Nothing changes in the cloud"));
    QVERIFY(question.text.contains(u"deleted from the keychain"));
    const Question inMemory = removeAccountQuestion(QStringLiteral("Retail"), Environment::Staging, profiles,
                                                    profiles::SecretPlace::SessionOnly);
    QCOMPARE(inMemory.text.contains(u"saved profile"), namesProfiles);
    QVERIFY(inMemory.text.contains(u"leaves the memory") && !inMemory.text.contains(u"keychain"));
}

void SmallDialogsTest::removingWithoutTheKeychainSaysWhatMayRemain()
{
    const Error hung = Error::of(Error::Kind::Keychain, QStringLiteral("The keychain does not answer."),
                                 QStringLiteral("Restart it."));
    const Question question = removeWithoutKeychainQuestion(QStringLiteral("Retail"), Environment::Staging,
                                                            QStringLiteral("account/5b5a"), hung);
    QVERIFY(question.text.startsWith(u"The keychain does not answer. Restart it. "));
    QVERIFY(question.text.contains(u"the entry account/5b5a of Uplift may then remain in the keychain."));
    QCOMPARE(question.act, QStringLiteral("Remove the account here"));
}

void SmallDialogsTest::anErrorHasItsFourPartsInOrder()
{
    ErrorView view;
    view.setError(deniedError(), QStringLiteral("Rejected: this key may not upgrade this instance"),
                  QStringLiteral("HTTP 403, Forbidden.RAM"));
    view.resize(392, 500);
    view.show();
    QCOMPARE(child<Note>(view, "errorHeadline")->title(),
             QStringLiteral("Rejected: this key may not upgrade this instance"));
    QCOMPARE(child<Note>(view, "errorHeadline")->text(), QStringLiteral("HTTP 403, Forbidden.RAM"));
    int y = 0;
    for (const char *part : {"errorHappened", "errorChanged", "errorAgain", "errorNext", "errorRequestId"}) {
        const int top = child<QWidget>(view, part)->mapTo(&view, QPoint()).y();
        QVERIFY2(top > y, part);
        y = top;
    }
    QVERIFY(child<QLabel>(view, "errorHappened")
                ->text()
                .endsWith(u"The service says: “User not authorized to operate on the specified resource.”"));
    QPushButton *policy = view.addAction(QStringLiteral("Copy the policy"), QStringLiteral("copyPolicy"));
    QTRY_VERIFY(policy->isVisibleTo(&view));
    view.setError(deniedError());
    QVERIFY(!view.findChild<QPushButton *>(QStringLiteral("copyPolicy")));
    QVERIFY(view.accessibleDescription().contains(u"What to do next: Ask the owner"));
}

void SmallDialogsTest::theFirstWordsFollowTheError_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("retry");
    QTest::addColumn<QString>("changedWord");
    QTest::addColumn<QString>("againWord");
    const auto row = [](const char *name, Error::Change change, Error::Retry retry, const char *changed,
                        const char *again) {
        QTest::newRow(name) << static_cast<int>(change) << static_cast<int>(retry)
                            << QString::fromLatin1(changed) << QString::fromLatin1(again);
    };
    row("refused", Error::Change::No, Error::Retry::Safe, "No.", "Yes.");
    row("refused until mended", Error::Change::No, Error::Retry::AskFirst, "No.", "Yes, but");
    row("carried out", Error::Change::Yes, Error::Retry::Unsafe, "Yes.", "No.");
    row("lost reply", Error::Change::Unknown, Error::Retry::AskFirst, "Not known.", "Ask first.");
}

void SmallDialogsTest::theFirstWordsFollowTheError()
{
    QFETCH(int, change);
    QFETCH(int, retry);
    QFETCH(QString, changedWord);
    QFETCH(QString, againWord);
    Error error = deniedError();
    error.change = static_cast<Error::Change>(change);
    error.retry = static_cast<Error::Retry>(retry);
    const ErrorText text = errorText(error);
    QVERIFY(text.changed.startsWith(changedWord));
    QVERIFY(text.again.startsWith(againWord));
    const TryAgain again = tryAgain(error); // what the icon goes by says the same
    QCOMPARE(again == TryAgain::Yes || again == TryAgain::AfterCause, againWord.startsWith(u"Yes"));
    QCOMPARE(again == TryAgain::No, againWord == u"No.");
    error.next.clear();
    QVERIFY(!errorText(error).next.isEmpty());
}

void SmallDialogsTest::theRequestIdIsCopied()
{
    ErrorView view;
    view.setError(deniedError());
    QApplication::clipboard()->setText(QStringLiteral("before"));
    child<CopyLabel>(view, "errorRequestId")->button()->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("5D1B7C20-88F4-5A36-9E0B-2C47F1A6D983"));
}

void SmallDialogsTest::anErrorWithoutRequestIdSaysSo()
{
    ErrorView view;
    Error error = deniedError();
    error.requestId.clear();
    view.setError(error);
    QVERIFY(!view.findChild<QWidget *>(QStringLiteral("errorRequestId")));
    QCOMPARE(child<QLabel>(view, "errorNoRequestId")->text(), QStringLiteral("none came"));
}

void SmallDialogsTest::foreignTextStaysPlain()
{
    Error error = deniedError();
    error.providerMessage = QStringLiteral("<b>bold</b>\u202e<a href='http://x'>");
    ErrorView view;
    view.setError(error);
    auto *label = child<QLabel>(view, "errorHappened");
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(label->text().contains(u"<b>bold</b>"));
    QVERIFY(!label->text().contains(QChar(0x202e)));
}

void SmallDialogsTest::aboutNamesVersionAndLicence()
{
    AboutDialog dialog(QStringLiteral("0.1.0"));
    QVERIFY(showActive(dialog));
    QCOMPARE(child<QLabel>(dialog, "aboutTitle")->text(), QStringLiteral("Uplift 0.1.0"));
    QString all;
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        all += label->text() + u'\n';
    QVERIFY(all.contains(u"GNU General Public License, version 3 or later"));
    QVERIFY(all.contains(u"LGPL"));
}

QTEST_MAIN(SmallDialogsTest)
#include "tst_smalldialogs.moc"
