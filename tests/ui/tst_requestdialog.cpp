// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "ui/dialogs/requestdialog.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

cloud::RequestPreview preview()
{
    cloud::RequestPreview preview;
    preview.method = QStringLiteral("POST");
    preview.url = QStringLiteral("https://r-kvstore.aliyuncs.com/?EffectTime=1&EffectiveTime=MaintainTime");
    preview.headers = {
        {QStringLiteral("host"), QStringLiteral("r-kvstore.aliyuncs.com")},
        {QStringLiteral("Authorization"), QStringLiteral("ACS3-HMAC-SHA256 Credential=····X7Qd")}};
    preview.parameters = {{QStringLiteral("EffectTime"), QStringLiteral("1")},
                          {QStringLiteral("EffectiveTime"), QStringLiteral("MaintainTime")}};
    return preview;
}

} // namespace

class RequestDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void everyFormIsShownAndCopiedAsItStands();
    void withoutAKeyTheExamplesAreThereAllTheSame();
    void escapeClosesIt();
};

void RequestDialogTest::everyFormIsShownAndCopiedAsItStands()
{
    RequestDialog dialog(preview(), stepPlan(), QStringLiteral("https://r-kvstore.aliyuncs.com"));
    QVERIFY(showActive(dialog));
    auto *form = child<QComboBox>(dialog, "requestForm");
    auto *text = child<QPlainTextEdit>(dialog, "requestText");
    auto *copy = child<QPushButton>(dialog, "copyRequest");
    QCOMPARE(form->count(), 7);
    QVERIFY(text->isReadOnly());
    const QStringList marks{QStringLiteral("Authorization: ACS3-HMAC-SHA256 Credential=····X7Qd"),
                            QStringLiteral("aliyun r-kvstore ModifyInstanceMinorVersion"),
                            QStringLiteral("ALIYUN::REDIS::UpgradeVersion"),
                            QStringLiteral("modify_instance_minor_version"),
                            QStringLiteral("modifyInstanceMinorVersion(request)"),
                            QStringLiteral("rkvstore.NewClient"),
                            QStringLiteral("require(\"@alicloud/r-kvstore20150101\")")};
    for (int i = 0; i < marks.size(); ++i) {
        form->setCurrentIndex(i);
        QVERIFY2(dialog.shownText().contains(marks.at(i)), qPrintable(marks.at(i)));
        QVERIFY(!child<QLabel>(dialog, "requestNote")->text().isEmpty());
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), dialog.shownText());
        QCOMPARE(copy->text(), QStringLiteral("Copied"));
        QCOMPARE(child<QLabel>(dialog, "requestNote")->text().contains(u"both of its names"), i > 0);
    }
    form->setCurrentIndex(0);
    QCOMPARE(copy->text(), QStringLiteral("Copy"));
    QVERIFY(dialog.shownText().contains(u"EffectTime = 1\nEffectiveTime = MaintainTime"));
}

void RequestDialogTest::withoutAKeyTheExamplesAreThereAllTheSame()
{
    const QString why = QStringLiteral("The key of this account is locked away.");
    RequestDialog dialog(why, stepPlan(), QStringLiteral("r-kvstore.aliyuncs.com"));
    QVERIFY(showActive(dialog));
    QApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::mouseClick(child<QPushButton>(dialog, "copyRequest"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QVERIFY(child<QLabel>(dialog, "requestNote")->text().contains(why));
    child<QComboBox>(dialog, "requestForm")->setCurrentIndex(1);
    QVERIFY(dialog.shownText().contains(u"--EffectiveTime 'MaintainTime'"));
}

void RequestDialogTest::escapeClosesIt()
{
    RequestDialog dialog(preview(), stepPlan(), QStringLiteral("r-kvstore.aliyuncs.com"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    QSignalSpy finished(&dialog, &QDialog::finished);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(RequestDialogTest)
#include "tst_requestdialog.moc"
