// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogsamples.h"
#include "historysamples.h"
#include "secrets/sessionstore.h"
#include "ui/dialogs/ticketdialog.h"
#include "ui/look/style.h"
#include "ui/session.h"
#include "ui/window/ticketflow.h"
#include "upgrade/outcome.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uplift;
using namespace uplift::ui;
using namespace uplift::ui::samples;

namespace {

const QTimeZone hangzhou(8 * 3600);
/// A key that must not get into any ticket, in each field that could carry one on.
const QString canary = QStringLiteral("LTAI5tCANARYCANARYCANARY");

report::TicketInput inputOf(const QList<upgrade::JournaledStep> &steps)
{
    report::TicketInput input;
    input.steps = steps;
    input.zone = hangzhou;
    input.now = historyNow;
    input.programVersion = QStringLiteral("0.1.0");
    return input;
}

TicketSubject ended()
{
    upgrade::StepPlan plan = attemptPlan(QStringLiteral("orders-cache"));
    plan.keyTail = canary;
    TicketSubject subject;
    subject.input = inputOf({verifiedAttempt(plan, historyNow.addSecs(-3600), 22,
                                             QStringLiteral("C3B1E7F0-52AD-5D44-B1E8-9F7A6C20D3E1"))});
    subject.name = plan.instanceName;
    subject.environment = plan.environment;
    return subject;
}

TicketSubject planned()
{
    TicketSubject subject;
    subject.input = inputOf({});
    upgrade::StepPlan plan = attemptPlan(QStringLiteral("orders-cache"));
    plan.ticket.clear();
    subject.input.planned = {plan};
    subject.name = plan.instanceName;
    subject.environment = plan.environment;
    subject.isPlanned = true;
    return subject;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TicketDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void theFileNameHoldsNothingOdd_data();
    void theFileNameHoldsNothingOdd();
    void afterwardsItTellsWhatHappened();
    void beforehandItTellsThePlanAndHandsNumberAndNoteOn();
    void inMidCourseItSaysSo();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void aPlaceThatCannotBeWrittenIsNamed();
    void thePreviewShowsWordsAndNoMarks();
    void itIsCopiedAsText();
    void itFitsASmallScreenAndHasItsNames();
    void aDialogThatIsClosedEarlyLeavesNothingBehind();
    void aBatchIsReadFromTheJournal();

private:
    Worker m_worker{QStringLiteral("ticket")};
};

void TicketDialogTest::theFileNameHoldsNothingOdd_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << "CHG-2041"
                           << "orders-cache" << int(TicketFormat::Pdf)
                           << "CHG-2041-orders-cache-2026-11-19.pdf";
    QTest::newRow("no number") << ""
                               << "orders-cache" << int(TicketFormat::Markdown)
                               << "orders-cache-2026-11-19.md";
    QTest::newRow("a path") << "../../etc"
                            << "a/b\\c:d" << int(TicketFormat::Html) << "etc-a-b-c-d-2026-11-19.html";
    QTest::newRow("a hidden file") << ".hidden"
                                   << "a\nb" << int(TicketFormat::Html) << "hidden-a-b-2026-11-19.html";
    QTest::newRow("Chinese") << "变更 12"
                             << "订单缓存" << int(TicketFormat::Pdf)
                             << QString::fromUtf8("变更-12-订单缓存-2026-11-19.pdf");
}

void TicketDialogTest::theFileNameHoldsNothingOdd()
{
    QFETCH(QString, number);
    QFETCH(QString, name);
    QFETCH(int, format);
    QTEST(ticketFileName(number, name, historyNow.date(), TicketFormat(format)), "file");
}

void TicketDialogTest::afterwardsItTellsWhatHappened()
{
    TicketDialog dialog(ended(), m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(dialog.number(), QStringLiteral("CHG-2041")); // as journaled
    QTRY_VERIFY(!dialog.previewText().isEmpty());
    for (const char *part :
         {"orders-cache", "7.0.1.14", "C3B1E7F0-52AD-5D44-B1E8-9F7A6C20D3E1", "CHG", "bastion-2"})
        QVERIFY2(dialog.previewText().contains(QString::fromLatin1(part)), part);
    QVERIFY(!dialog.previewText().contains(canary));
    // Another number is in the next preview, and in nothing that was journaled.
    child<QLineEdit>(dialog, "ticketNumber")->setText(QStringLiteral("INC-7"));
    QTRY_VERIFY(dialog.previewText().contains(QStringLiteral("INC")));
    QVERIFY(!dialog.previewText().contains(QStringLiteral("2041")));
    QCOMPARE(ticketNumberOf(ended().input), QStringLiteral("CHG-2041"));
}

void TicketDialogTest::beforehandItTellsThePlanAndHandsNumberAndNoteOn()
{
    TicketDialog dialog(planned(), m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(!dialog.previewText().isEmpty());
    QVERIFY(dialog.previewText().contains(QStringLiteral("orders-cache")));
    QSignalSpy details(&dialog, &TicketDialog::detailsChanged);
    child<QLineEdit>(dialog, "ticketNumber")->setText(QStringLiteral(" CHG-9 "));
    child<QLineEdit>(dialog, "ticketNote")->setText(QStringLiteral("Before the sale."));
    QCOMPARE(details.constLast().at(0).toString(), QStringLiteral("CHG-9"));
    QCOMPARE(details.constLast().at(1).toString(), QStringLiteral("Before the sale."));
    QTRY_VERIFY(dialog.previewText().contains(QStringLiteral("Before the sale")));
}

void TicketDialogTest::inMidCourseItSaysSo()
{
    TicketSubject subject = ended();
    subject.input.steps.first().transitions.remove(4, 2); // it copies still
    TicketDialog dialog(subject, m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(!dialog.previewText().isEmpty());
    QVERIFY(dialog.previewText().contains(QStringLiteral("Upgrading")));
    QVERIFY(!dialog.previewText().contains(QStringLiteral("Verified:")));
}

void TicketDialogTest::everyFormatIsWritten_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("Markdown") << int(TicketFormat::Markdown) << QByteArray("# ");
    QTest::newRow("HTML") << int(TicketFormat::Html) << QByteArray("<!DOCTYPE html>");
    QTest::newRow("PDF") << int(TicketFormat::Pdf) << QByteArray("%PDF-");
}

void TicketDialogTest::everyFormatIsWritten()
{
    QFETCH(int, format);
    QFETCH(QByteArray, begins);
    const QTemporaryDir folder;
    TicketDialog dialog(ended(), m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    auto *choice = child<QComboBox>(dialog, "ticketFormat");
    choice->setCurrentIndex(choice->findData(format));
    const QString path = folder.filePath(QStringLiteral("ticket"));
    dialog.save(path);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWriting(), 60'000);
    const QByteArray written = contentsOf(path);
    QVERIFY2(written.startsWith(begins), written.left(40).constData());
    QVERIFY(!written.contains(canary.toUtf8()));
    QVERIFY(child<QLabel>(dialog, "ticketSaid")->text().contains(QDir::toNativeSeparators(path)));
    QVERIFY(child<QPushButton>(dialog, "ticketFolder")->isVisible()); // opened only on request
    const QString pictures = qEnvironmentVariable("UPLIFT_PICTURES");
    if (!pictures.isEmpty())
        QVERIFY(dialog.grab().save(QDir(pictures).filePath(QStringLiteral("ticket-%1.png").arg(format))));
}

void TicketDialogTest::aPlaceThatCannotBeWrittenIsNamed()
{
    const QTemporaryDir folder;
    TicketDialog dialog(ended(), m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(showActive(dialog));
    dialog.save(folder.filePath(QStringLiteral("no-such-folder/ticket.md")));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWriting(), 60'000);
    QVERIFY(child<QLabel>(dialog, "ticketSaid")->text().contains(QStringLiteral("could not be written")));
    QVERIFY(!child<QPushButton>(dialog, "ticketFolder")->isVisible());
}

void TicketDialogTest::thePreviewShowsWordsAndNoMarks()
{
    TicketSubject subject = ended();
    subject.input.steps.first().plan.note = QStringLiteral("a*b | <c> _d_ # e");
    TicketDialog dialog(subject, m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(!dialog.previewText().isEmpty());
    const QString text = dialog.previewText();
    QVERIFY2(text.contains(QStringLiteral("Note: a*b | <c> _d_ # e\n")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Production: 1")));
    for (const char *mark : {"<br>", "|  |", "| ---", "\\", "**", "## ", "`"})
        QVERIFY2(!text.contains(QString::fromLatin1(mark)), mark);
    const QString pictures = qEnvironmentVariable("UPLIFT_PICTURES");
    if (!pictures.isEmpty()) {
        QVERIFY(showActive(dialog));
        QVERIFY(dialog.grab().save(QDir(pictures).filePath(QStringLiteral("ticket-preview.png"))));
    }
}

void TicketDialogTest::itIsCopiedAsText()
{
    TicketDialog dialog(ended(), m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(!dialog.previewText().isEmpty());
    child<QPushButton>(dialog, "ticketCopy")->click();
    QCOMPARE(QApplication::clipboard()->text(), dialog.previewText());
}

void TicketDialogTest::itFitsASmallScreenAndHasItsNames()
{
    TicketDialog dialog(ended(), m_worker);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setHeightLimit(560);
    QVERIFY(showActive(dialog));
    QVERIFY(dialog.height() <= 560);
    for (const char *name : {"ticketNumber", "ticketFormat", "ticketNote", "ticketPreview", "ticketCopy",
                             "ticketSave", "ticketClose", "ticketFolder"})
        QVERIFY2(!child<QWidget>(dialog, name)->accessibleName().isEmpty(), name);
}

void TicketDialogTest::aDialogThatIsClosedEarlyLeavesNothingBehind()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ticket.md"));
    {
        TicketDialog dialog(ended(), m_worker);
        dialog.save(path);
    }
    // What was asked for is written all the same; nobody is told.
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(path).startsWith("# "), 60'000);
}

void TicketDialogTest::aBatchIsReadFromTheJournal()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    secrets::SessionStore keychain;
    SessionOptions options;
    options.folder = folder.filePath(QStringLiteral("data"));
    Session session(options, keychain, clock);
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.isReady(), 20'000);
    upgrade::BatchPlan plan;
    plan.id.value = QStringLiteral("b-weekend");
    plan.name = QStringLiteral("Weekend");
    plan.ticket = QStringLiteral("CHG-50");
    plan.madeAt = historyNow;
    plan.waves = {{QStringLiteral("All"), false, 1, std::chrono::minutes(0), {}}};
    upgrade::BatchItem item;
    item.plan = attemptPlan(QStringLiteral("orders-cache"));
    item.parts = {StepKind::Kernel};
    plan.items = {item};
    bool written = false;
    session.journal().append({plan.id,
                              upgrade::BatchState::Running,
                              historyNow,
                              {{QStringLiteral("plan"), upgrade::toJson(plan)}}},
                             this, [&written](const Result<qint64> &row) { written = row.has_value(); });
    QTRY_VERIFY(written);
    QWidget window;
    window.show();
    TicketFlow flow(session, &window);
    QSignalSpy failed(&flow, &TicketFlow::failed);
    flow.openForBatch(plan.id);
    QTRY_VERIFY(window.findChild<TicketDialog *>());
    auto *dialog = window.findChild<TicketDialog *>();
    QCOMPARE(dialog->number(), QStringLiteral("CHG-50"));
    QTRY_VERIFY(dialog->previewText().contains(QStringLiteral("Weekend")));
    dialog->close();
    flow.openForBatch({QStringLiteral("b-no-such")});
    QTRY_COMPARE(failed.size(), 1);
}

QTEST_MAIN(TicketDialogTest)
#include "tst_ticketdialog.moc"
