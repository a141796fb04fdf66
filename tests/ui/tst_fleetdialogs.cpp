// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "support/canary.h"
#include "ui/details/detailsections.h"
#include "ui/dialogs/doctordialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/profileimportdialog.h"
#include "ui/language.h"
#include "ui/look/style.h"
#include "ui/window/troublesdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;

namespace {

constexpr int smallScreen = 560; ///< a dialog's height at 1024x600

QString allText(const QWidget &widget)
{
    QStringList texts;
    const auto labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts << label->text();
    const auto buttons = widget.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        texts << button->text();
    return texts.join(QLatin1Char('\n'));
}

accounts::FoundCredential found(const char *profile, bool importable)
{
    accounts::FoundCredential entry;
    entry.source = accounts::CredentialSource::CliFile;
    entry.profile = QLatin1String(profile);
    entry.mode = QStringLiteral("AK");
    entry.importable = importable;
    entry.key = test::canaryKey();
    if (!importable)
        entry.explanation = QStringLiteral("External credentials run a program; Uplift does not.");
    return entry;
}

accounts::PermissionFinding finding(const char *action, accounts::PermissionFinding::Verdict verdict)
{
    accounts::PermissionFinding one;
    one.permission.action = QLatin1String(action);
    one.permission.purpose = {QStringLiteral("Lists the instances of a region."),
                              QStringLiteral("列出地域中的实例。")};
    one.verdict = verdict;
    return one;
}

} // namespace

/// The dialogs of the fleet: what they show, and that nothing is done or stored before its button.
class FleetDialogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_language.apply(QStringLiteral("en"));
        applyLook(*qApp, ThemeId::Light);
    }
    void anImportShowsEachEntryWithoutItsSecret();
    void whatCannotBeTakenHasNoTick();
    void theResultOfEachImportIsNamed();
    void nothingFoundIsSaid();
    void theDoctorNamesWhatIsDeniedFirst();
    void theDoctorSaysHowFarItIsAndStops();
    void thePolicyIsShownWhole();
    void aProfileImportShowsBeforeAndAfter();
    void troublesAreListedWithTheirReason();
    void aSmallScreenHoldsThem();

private:
    Language m_language; ///< English plurals
};

void FleetDialogsTest::anImportShowsEachEntryWithoutItsSecret()
{
    accounts::CredentialFindings findings;
    findings.found.push_back(found("prod", true));
    findings.found.push_back(found("staging", true));
    ImportDialog dialog(std::move(findings), {});
    const QString text = allText(dialog);
    QVERIFY(text.contains(QStringLiteral("prod")));
    QVERIFY2(!text.contains(QStringLiteral("aSecretThat")), "the secret is on show");
    QVERIFY2(!text.contains(test::canary().id), "the whole key id is on show");
    QVERIFY(text.contains(QStringLiteral("X7Qd")));
    QCOMPARE(dialog.ticked(), 2);
    dialog.findChild<QCheckBox *>(QStringLiteral("importEntry1"))->setChecked(false);
    QSignalSpy asked(&dialog, &ImportDialog::importRequested);
    dialog.findChild<QPushButton *>(QStringLiteral("importNow"))->click();
    QCOMPARE(asked.size(), 1);
    const std::vector<accounts::ImportChoice> choices = dialog.takeChoices();
    QCOMPARE(choices.size(), std::size_t(1));
    QCOMPARE(choices.front().name, QStringLiteral("prod"));
    QCOMPARE(choices.front().secretPlace, profiles::SecretPlace::Keychain);
    QCOMPARE(choices.front().environment, Environment::Production);
}

void FleetDialogsTest::whatCannotBeTakenHasNoTick()
{
    accounts::CredentialFindings findings;
    findings.found.push_back(found("external", false));
    ImportDialog dialog(std::move(findings), {});
    QVERIFY(!dialog.findChild<QCheckBox *>(QStringLiteral("importEntry0")));
    QVERIFY(allText(dialog).contains(QStringLiteral("run a program")));
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("importNow"))->isVisibleTo(&dialog));
}

void FleetDialogsTest::theResultOfEachImportIsNamed()
{
    accounts::CredentialFindings findings;
    findings.found.push_back(found("prod", true));
    ImportDialog dialog(std::move(findings), {});
    dialog.showResults(
        {{QStringLiteral("prod"), AccountId{QStringLiteral("1")}},
         {QStringLiteral("staging"),
          failure(Error::of(Error::Kind::Keychain, QStringLiteral("The keychain is locked.")))}});
    const QString text = allText(dialog);
    QVERIFY(text.contains(QStringLiteral("prod was added")));
    QVERIFY(text.contains(QStringLiteral("staging was not added")));
    QVERIFY(text.contains(QStringLiteral("The keychain is locked.")));
}

void FleetDialogsTest::nothingFoundIsSaid()
{
    ImportDialog dialog(accounts::CredentialFindings(), {});
    QVERIFY(allText(dialog).contains(QStringLiteral("Nothing was found")));
    QCOMPARE(dialog.findChild<QPushButton *>(QStringLiteral("importCancel"))->text(),
             QStringLiteral("Close"));
}

void FleetDialogsTest::theDoctorNamesWhatIsDeniedFirst()
{
    using Verdict = accounts::PermissionFinding::Verdict;
    accounts::DoctorReport report;
    report.findings = {finding("kvstore:DescribeInstances", Verdict::Allowed),
                       finding("kvstore:DescribeBackups", Verdict::Denied),
                       finding("kvstore:ModifyInstanceMinorVersion", Verdict::NotTried)};
    report.findings[1].deniedAction = QStringLiteral("kvstore:DescribeBackups");
    report.findings[1].policyType = QStringLiteral("AccountLevelIdentityBasedPolicy");
    report.denied = 1;
    report.notTried = 1;
    report.mending = QByteArrayLiteral("{\"Version\": \"1\"}");
    DoctorDialog dialog(QStringLiteral("Retail"), QStringLiteral("China (Hangzhou)"));
    dialog.setReport(report);
    const QString text = allText(dialog);
    QVERIFY2(text.contains(QStringLiteral("1 action is denied")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("AccountLevelIdentityBasedPolicy")));
    const auto *denied = dialog.findChild<QWidget *>(QStringLiteral("finding-kvstore:DescribeBackups"));
    const auto *allowed = dialog.findChild<QWidget *>(QStringLiteral("finding-kvstore:DescribeInstances"));
    QVERIFY(denied && allowed);
    QVERIFY(denied->accessibleName().startsWith(QStringLiteral("Denied")));
    dialog.show();
    QTRY_VERIFY(denied->y() < allowed->y());
}

void FleetDialogsTest::theDoctorSaysHowFarItIsAndStops()
{
    DoctorDialog dialog(QStringLiteral("Retail"), QStringLiteral("China (Hangzhou)"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *stop = dialog.findChild<QPushButton *>(QStringLiteral("doctorStop"));
    dialog.setProgress(3, 12);
    QVERIFY2(allText(dialog).contains(QStringLiteral("3 of 12 asked.")), qPrintable(allText(dialog)));
    QSignalSpy stopped(&dialog, &DoctorDialog::stopRequested);
    QTest::mouseClick(stop, Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
    QVERIFY(!stop->isVisible());
    const auto *state = dialog.findChild<QLabel *>(QStringLiteral("doctorState"));
    QVERIFY2(state->text().startsWith(QStringLiteral("Stopped.")), qPrintable(state->text()));
    DoctorDialog ended(QStringLiteral("Retail"), QStringLiteral("China (Hangzhou)"));
    ended.setAttribute(Qt::WA_DeleteOnClose, false);
    ended.show();
    ended.setReport({});
    QVERIFY(!ended.findChild<QPushButton *>(QStringLiteral("doctorStop"))->isVisible());
    QVERIFY(!ended.findChild<QLabel *>(QStringLiteral("doctorProgress"))->isVisible());
}

void FleetDialogsTest::thePolicyIsShownWhole()
{
    accounts::DoctorReport report;
    report.mending = QByteArrayLiteral("{\"mending\": true}");
    report.whole = QByteArrayLiteral("{\"whole\": true}");
    DoctorDialog dialog(QStringLiteral("Retail"), QStringLiteral("China (Hangzhou)"));
    dialog.setReport(report);
    QCOMPARE(dialog.policy(), QStringLiteral("{\"mending\": true}"));
    dialog.findChild<QCheckBox *>(QStringLiteral("doctorWhole"))->setChecked(true);
    QCOMPARE(dialog.policy(), QStringLiteral("{\"whole\": true}"));
}

void FleetDialogsTest::aProfileImportShowsBeforeAndAfter()
{
    profiles::ImportRow changed;
    changed.kind = profiles::ImportRow::Kind::Changed;
    changed.after.name = QStringLiteral("orders-cache");
    changed.changes = {{QStringLiteral("group"), QStringLiteral("Checkout"), QStringLiteral("Payments")}};
    profiles::ImportRow refused;
    refused.after.name = QStringLiteral("lost");
    refused.reason = QStringLiteral("No account here is called Retail.");
    ProfileImportDialog dialog(QStringLiteral("team.json"), {changed, refused});
    const QString text = allText(dialog);
    QVERIFY2(text.contains(QStringLiteral("Group: Checkout → Payments")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("No account here is called Retail.")));
    QCOMPARE(dialog.chosen(), QSet<qsizetype>{0});
    QSignalSpy asked(&dialog, &ProfileImportDialog::importRequested);
    dialog.findChild<QPushButton *>(QStringLiteral("profileImportNow"))->click();
    QCOMPARE(asked.size(), 1);
}

void FleetDialogsTest::troublesAreListedWithTheirReason()
{
    FleetTrouble trouble;
    trouble.title = QStringLiteral("Retail: China (Beijing)");
    trouble.state = QStringLiteral("The list of instances did not come.");
    trouble.error = Error::of(Error::Kind::Denied, QStringLiteral("This key may not list instances."));
    TroublesDialog dialog({trouble});
    QVERIFY(allText(dialog).contains(QStringLiteral("This key may not list instances.")));
    QSignalSpy again(&dialog, &TroublesDialog::retryRequested);
    dialog.findChild<QPushButton *>(QStringLiteral("troublesRetry"))->click();
    QCOMPARE(again.size(), 1);
}

void FleetDialogsTest::aSmallScreenHoldsThem()
{
    accounts::CredentialFindings findings;
    for (int i = 0; i < 12; ++i)
        findings.found.push_back(found("a-profile-with-a-rather-long-name-of-its-own", i % 2 == 0));
    ImportDialog import(std::move(findings), {});
    accounts::DoctorReport report;
    for (int i = 0; i < 30; ++i)
        report.findings.append(
            finding("kvstore:DescribeActiveOperationTasks", accounts::PermissionFinding::Verdict::Denied));
    report.mending = QByteArrayLiteral("{}");
    DoctorDialog doctor(QStringLiteral("Retail"), QStringLiteral("China (Hangzhou)"));
    doctor.setReport(report);
    for (DialogFrame *dialog : {static_cast<DialogFrame *>(&import), static_cast<DialogFrame *>(&doctor)}) {
        dialog->setHeightLimit(smallScreen);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QTRY_VERIFY2(dialog->height() <= smallScreen, qPrintable(dialog->objectName()));
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->objectName()));
        }
    }
}

QTEST_MAIN(FleetDialogsTest)
#include "tst_fleetdialogs.moc"
