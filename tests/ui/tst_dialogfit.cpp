// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/errorview.h"
#include "ui/dialogs/profiledialog.h"
#include "ui/dialogs/requestdialog.h"
#include "ui/look/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <memory>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

accounts::TestResult testResult()
{
    accounts::TestResult result;
    result.identity = {CallerIdentity::Type::RamUser, QStringLiteral("1024-example"), QString(),
                       QStringLiteral("uplift-ops")};
    result.info.host = QStringLiteral("r-kvstore.aliyuncs.com");
    result.info.roundTrip = std::chrono::milliseconds(84);
    result.info.clockOffset = std::chrono::milliseconds(400);
    result.regionCount = 20;
    return result;
}

std::unique_ptr<AccountDialog> accountDialog()
{
    auto dialog = std::make_unique<AccountDialog>(profiles::Account());
    dialog->setKeychain(
        {secrets::KeychainState::Unlocked, QString(), QStringLiteral("Secret Service, unlocked")});
    child<QLineEdit>(*dialog, "accountName")->setText(QStringLiteral("Retail production"));
    child<QLineEdit>(*dialog, "accessKeyId")->setText(QStringLiteral("LTAI5tQnKUPLIFTEXAMPX7Qd"));
    child<QLineEdit>(*dialog, "accessKeySecret")->setText(QStringLiteral("notASecretButThirtyLettersLong"));
    return dialog;
}

std::unique_ptr<DialogFrame> makeDialog(const QString &name)
{
    if (name == u"confirm-production") {
        auto dialog = std::make_unique<ConfirmDialog>(confirmFacts());
        child<QLineEdit>(*dialog, "confirmName")->setText(QStringLiteral("orders-ca"));
        return dialog;
    }
    if (name == u"confirm-staging")
        return std::make_unique<ConfirmDialog>(confirmFacts(Environment::Staging));
    if (name == u"add-account") {
        auto dialog = accountDialog();
        child<QPushButton>(*dialog, "testAccount")->click();
        dialog->setTestResult(testResult());
        return dialog;
    }
    if (name == u"add-account-advanced") {
        auto dialog = accountDialog();
        dialog->setKeychain({secrets::KeychainState::NoService, QString(),
                             QStringLiteral("no Secret Service on this "
                                            "desktop")});
        child<QPushButton>(*dialog, "advanced")->click();
        child<QComboBox>(*dialog, "endpoint")->setCurrentIndex(2);
        child<QLineEdit>(*dialog, "endpointAddress")
            ->setText(QStringLiteral("http://r-kvstore.aliyuncs.com"));
        child<QPushButton>(*dialog, "saveAccount")->click();
        return dialog;
    }
    if (name == u"profile") {
        profiles::Profile profile;
        profile.name = QStringLiteral("orders-cache");
        profile.region = {QStringLiteral("cn-hangzhou")};
        profile.instance = {QStringLiteral("r-bp1zxszhcgatnx4b2c")};
        return std::make_unique<ProfileDialog>(ProfileDialog::Purpose::Save, profile,
                                               QStringLiteral("Retail production"),
                                               QStringList{QStringLiteral("Checkout")});
    }
    if (name == u"request" || name == u"request-java") {
        cloud::RequestPreview preview;
        preview.method = QStringLiteral("POST");
        preview.url = QStringLiteral("https://r-kvstore.aliyuncs.com/?EffectTime=1&EffectiveTime=MaintainTime"
                                     "&InstanceId=r-bp1zxszhcgatnx4b2c&Minorversion=latest_version");
        preview.headers = {{QStringLiteral("host"), QStringLiteral("r-kvstore.aliyuncs.com")},
                           {QStringLiteral("x-acs-action"), QStringLiteral("ModifyInstanceMinorVersion")}};
        auto dialog =
            std::make_unique<RequestDialog>(preview, stepPlan(), QStringLiteral("r-kvstore.aliyuncs.com"));
        child<QComboBox>(*dialog, "requestForm")->setCurrentIndex(name == u"request" ? 0 : 4);
        return dialog;
    }
    if (name == u"remove-account")
        return std::make_unique<AskDialog>(removeAccountQuestion(QStringLiteral("Retail production"),
                                                                 Environment::Production, 3,
                                                                 profiles::SecretPlace::Keychain));
    return std::make_unique<AboutDialog>(QStringLiteral("0.1.0"));
}

void keepPicture(QWidget &widget, const QString &name)
{
    const QString directory = qEnvironmentVariable("UPLIFT_PICTURES");
    if (!directory.isEmpty())
        QVERIFY(widget.grab().save(QDir(directory).filePath(name + QStringLiteral(".png"))));
}

bool isControl(const QWidget *widget)
{
    if (widget->objectName().startsWith(u"qt_"))
        return false;
    const bool partOfCombo = qobject_cast<const QComboBox *>(widget->parentWidget());
    return !partOfCombo
        && (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget));
}

} // namespace

class DialogFitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDialogFitsASmallScreenInEveryTheme_data();
    void everyDialogFitsASmallScreenInEveryTheme();
    void aTallDialogScrollsItsMiddleAndKeepsItsFoot();
    void anErrorIsReadableInEveryTheme_data();
    void anErrorIsReadableInEveryTheme();
};

void DialogFitTest::everyDialogFitsASmallScreenInEveryTheme_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("theme");
    for (const char *name : {"confirm-production", "confirm-staging", "add-account", "add-account-advanced",
                             "profile", "request", "request-java", "remove-account", "about"}) {
        for (const ThemeId theme : {ThemeId::Light, ThemeId::Dark, ThemeId::Contrast})
            QTest::addRow("%s %d", name, static_cast<int>(theme))
                << QString::fromLatin1(name) << static_cast<int>(theme);
    }
}

void DialogFitTest::everyDialogFitsASmallScreenInEveryTheme()
{
    QFETCH(QString, name);
    QFETCH(int, theme);
    applyLook(*qApp, static_cast<ThemeId>(theme));
    const std::unique_ptr<DialogFrame> dialog = makeDialog(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setHeightLimit(560);
    QVERIFY(showActive(*dialog));
    QVERIFY2(dialog->height() <= 560, qPrintable(QString::number(dialog->height())));
    QVERIFY(dialog->width() >= 560 && dialog->width() <= 640);
    const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!isControl(widget))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
    }
    keepPicture(*dialog, QStringLiteral("%1-%2").arg(name).arg(theme));
}

void DialogFitTest::aTallDialogScrollsItsMiddleAndKeepsItsFoot()
{
    applyLook(*qApp, ThemeId::Light);
    const std::unique_ptr<DialogFrame> dialog = makeDialog(QStringLiteral("add-account-advanced"));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setHeightLimit(360);
    QVERIFY(showActive(*dialog));
    QCOMPARE(dialog->height(), 360);
    auto *middle = child<QScrollArea>(*dialog, "dialogMiddle");
    QTRY_VERIFY(middle->verticalScrollBar()->maximum() > 0);
    auto *save = child<QPushButton>(*dialog, "saveAccount");
    QVERIFY(save->mapTo(dialog.get(), QPoint(0, save->height())).y() <= 360);
    dialog->setHeightLimit(4000);
    QTRY_COMPARE(middle->verticalScrollBar()->maximum(), 0);
}

void DialogFitTest::anErrorIsReadableInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(ThemeId::Light);
    QTest::newRow("dark") << static_cast<int>(ThemeId::Dark);
    QTest::newRow("contrast") << static_cast<int>(ThemeId::Contrast);
}

void DialogFitTest::anErrorIsReadableInEveryTheme()
{
    QFETCH(int, theme);
    applyLook(*qApp, static_cast<ThemeId>(theme));
    Error error =
        Error::of(Error::Kind::Denied,
                  QStringLiteral("The service refused ModifyInstanceMinorVersion: the RAM user has no "
                                 "permission for r-2ze9b7kxw2l5e3pouj."),
                  QStringLiteral("Ask the owner of the account for kvstore:ModifyInstanceMinorVersion on "
                                 "this instance."));
    error.requestId = QStringLiteral("5D1B7C20-88F4-5A36-9E0B-2C47F1A6D983");
    ErrorView view;
    view.setError(error, QStringLiteral("Rejected: this key may not upgrade this instance"),
                  QStringLiteral("HTTP 403, Forbidden.RAM"));
    view.addAction(QStringLiteral("Copy the policy"), QStringLiteral("copyPolicy"));
    view.addAction(QStringLiteral("Permission doctor"), QStringLiteral("doctor"));
    view.setFixedWidth(392);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(view.height() < 560);
    auto *id = view.findChild<QWidget *>(QStringLiteral("errorRequestId"));
    QVERIFY(id && id->width() >= id->minimumSizeHint().width());
    keepPicture(view, QStringLiteral("error-%1").arg(theme));
}

QTEST_MAIN(DialogFitTest)
#include "tst_dialogfit.moc"
