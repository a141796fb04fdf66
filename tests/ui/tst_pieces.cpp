// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledata.h"
#include "ui/look/style.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/strip/stripbutton.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/progressbar.h"
#include "ui/widgets/scrollform.h"
#include "ui/widgets/segmented.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace uplift;
using namespace uplift::ui;

namespace {

QString words(const char *text) { return QString::fromUtf8(text); }

QModelIndex entry(const Sidebar &sidebar, const QString &text)
{
    const QModelIndexList found =
        sidebar.list()->model()->match(sidebar.list()->model()->index(0, 0), Qt::DisplayRole, text, 1,
                                       Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

void click(const Sidebar &sidebar, const QString &text)
{
    QTest::mouseClick(sidebar.list()->viewport(), Qt::LeftButton, {},
                      sidebar.list()->visualRect(entry(sidebar, text)).center());
}

} // namespace

class PiecesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }

    void segmentsAreRadioButtons()
    {
        Segmented moment;
        SegmentButton *window = moment.add(0, words("Maintenance window"));
        SegmentButton *now = moment.add(1, words("Now"));
        moment.show();
        moment.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&moment));
        QCOMPARE(moment.current(), 0);
        QCOMPARE(QAccessible::queryAccessibleInterface(now)->role(), QAccessible::RadioButton);
        QSignalSpy chosen(&moment, &Segmented::chosen);
        window->setFocus();
        QTest::keyClick(window, Qt::Key_Right);
        QCOMPARE(moment.current(), 1);
        QTest::mouseClick(window, Qt::LeftButton);
        QCOMPARE(moment.current(), 0);
        QCOMPARE(chosen.size(), 2);
        moment.setCurrent(1);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(moment.current(), 1);
    }

    void anErrorStandsUnderItsFieldAndTheInputStays()
    {
        auto *edit = new QLineEdit(words("r-bp1ZX"));
        Field field(words("&Instance"), edit);
        field.show();
        field.setHelp(words("As the console shows it"));
        auto *remedy = new QPushButton(words("Look in all regions"));
        field.setError(words("No such instance."), remedy);
        QVERIFY(field.hasError());
        QVERIFY(remedy->isVisible());
        QCOMPARE(edit->text(), words("r-bp1ZX"));
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(edit->accessibleDescription(), words("No such instance."));
        QCOMPARE(edit->accessibleName(), words("Instance"));
        field.clearError();
        QVERIFY(!edit->property("invalid").toBool());
        QCOMPARE(edit->accessibleDescription(), words("As the console shows it"));
        QCOMPARE(edit->text(), words("r-bp1ZX"));
    }

    void copyingAnIdSaysWhatItCopies()
    {
        CopyLabel label(words("r-bp1zxszhcgatnx4b2c"), words("instance id"));
        QSignalSpy copied(&label, &CopyLabel::copied);
        label.button()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), words("r-bp1zxszhcgatnx4b2c"));
        QCOMPARE(copied.size(), 1);
        QCOMPARE(label.button()->accessibleName(), words("Copy the instance id"));
    }

    void foreignTextIsNeverRich()
    {
        const QString hostile = words("<b>bold</b><img src='http://127.0.0.1/'>");
        TextLabel label(hostile);
        Note note;
        note.setText(hostile);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        for (const QLabel *part : note.findChildren<QLabel *>())
            QCOMPARE(part->textFormat(), Qt::PlainText);
    }

    void aWrappingLabelTakesTheHeightItNeeds()
    {
        WrapLabel label(words("The data is copied to new servers while this instance goes on serving."));
        const int line = QFontMetrics(label.font()).height();
        QVERIFY(label.heightForWidth(2000) < 2 * line);
        QVERIFY(label.heightForWidth(200) >= 3 * line);
        QVERIFY(label.minimumSizeHint().width() < 100);
    }

    void labelsFollowTheTheme()
    {
        TextLabel label(words("ages"), Type::Note, Role::Text3);
        changeTheme(*qApp, ThemeId::Dark);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(label.palette().color(QPalette::WindowText), themeFor(ThemeId::Dark)[Role::Text3]);
        changeTheme(*qApp, ThemeId::Light);
    }

    void theTagSaysTheWholeWordToScreenReaders()
    {
        EnvironmentTag tag(Environment::Staging);
        tag.setWord(TagWord::Short);
        QCOMPARE(tag.accessibleName(), words("Staging"));
    }

    void anUnknownProgressShowsNoNumber()
    {
        ProgressBar bar;
        bar.setPercent(62.4);
        QCOMPARE(bar.value(), 62);
        bar.setPercent(-1);
        QVERIFY(bar.value() < 0);
    }

    void aPrimaryButtonIsAsWideAsItsBoldText()
    {
        QPushButton button(words("Upgrade orders-cache in the window (tonight 02:00)…"));
        setKind(&button, "primary");
        QFont bold = button.font();
        bold.setWeight(QFont::DemiBold);
        QVERIFY(button.sizeHint().width() >= QFontMetrics(bold).horizontalAdvance(button.text()) + 16);
        QCOMPARE(button.sizeHint().height(), 34);
        QPushButton plain(words("Keep"));
        QCOMPARE(plain.sizeHint().height(), 30);
    }

    void theSidebarAnswersWithWhatWasChosen()
    {
        Sidebar sidebar;
        sidebar.setContent(sample::sidebar());
        sidebar.resize(208, 700);
        sidebar.show();
        QSignalSpy filters(&sidebar, &Sidebar::filterSelected);
        QSignalSpy accounts(&sidebar, &Sidebar::accountActivated);
        QSignalSpy profiles(&sidebar, &Sidebar::profileSelected);
        click(sidebar, words("Critical"));
        click(sidebar, words("Sandbox"));
        click(sidebar, words("cart-sessions"));
        QCOMPARE(filters.size(), 1);
        QCOMPARE(filters.first().first().value<StandingFilter>(), StandingFilter::Critical);
        QCOMPARE(accounts.first().first().value<AccountId>().value, words("account-2"));
        QCOMPARE(profiles.first().first().value<ProfileId>().value, words("p2"));
    }

    void newCountsKeepTheChosenEntryAndClosedGroups()
    {
        Sidebar sidebar;
        sidebar.setContent(sample::sidebar());
        sidebar.resize(208, 700);
        sidebar.show();
        click(sidebar, words("Search"));
        QVERIFY(!sidebar.list()->isExpanded(entry(sidebar, words("Search"))));
        sidebar.setCurrentFilter(StandingFilter::Critical);
        QSignalSpy filters(&sidebar, &Sidebar::filterSelected);
        SidebarContent content = sample::sidebar();
        content.counts[1] = 22;
        sidebar.setContent(content);
        QCOMPARE(filters.size(), 0);
        QCOMPARE(sidebar.list()->currentIndex().data().toString(), words("Critical"));
        QVERIFY(!sidebar.list()->isExpanded(entry(sidebar, words("Search"))));
        QCOMPARE(entry(sidebar, words("Update available")).data(Qt::AccessibleTextRole).toString(),
                 words("Update available, 22"));
    }

    void theFieldInFocusIsSeenAsAWhole()
    {
        ScrollForm form;
        QList<QLineEdit *> edits;
        for (int i = 0; i < 12; ++i) {
            edits << new QLineEdit;
            form.column()->addWidget(edits.constLast());
        }
        form.resize(240, 200);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        const auto cut = std::find_if(edits.begin(), edits.end(), [](const QLineEdit *edit) {
            const int seen = edit->visibleRegion().boundingRect().height();
            return seen < edit->height();
        });
        QVERIFY(cut != edits.end());
        (*cut)->setFocus(Qt::OtherFocusReason);
        QTRY_COMPARE((*cut)->visibleRegion().boundingRect().height(), (*cut)->height());
    }

    void accountsAndProfilesSayHowTheyAre()
    {
        Sidebar sidebar;
        SidebarContent content = sample::sidebar();
        sidebar.setContent(content);
        QVERIFY(!entry(sidebar, words("Sandbox")).data(EntryBadgeRole).isValid());
        QVERIFY(!entry(sidebar, words("Failed or rejected")).isValid());
        content.accounts[2].state = AccountState::Failed;
        content.accounts[2].stateText = words("The key was refused");
        content.accounts[1].state = AccountState::Answering;
        content.profiles[0].badge = ProfileBadge::Critical;
        content.counts[static_cast<std::size_t>(StandingFilter::Failed)] = 2;
        sidebar.setContent(content);
        const auto said = [&sidebar](const char *name, int role) {
            return entry(sidebar, words(name)).data(role);
        };
        QCOMPARE(said("Sandbox", EntryBadgeRole).toInt(), static_cast<int>(Icon::Warning));
        QCOMPARE(said("Sandbox", Qt::ToolTipRole).toString(),
                 words("Sandbox, Development, The key was refused"));
        QCOMPARE(said("Retail staging", Qt::AccessibleTextRole).toString(),
                 words("Retail staging, Staging, answers"));
        QCOMPARE(said("orders-cache", EntryBadgeRole).toInt(), static_cast<int>(Icon::Critical));
        QCOMPARE(said("Failed or rejected", EntryCountRole).toInt(), 2);
        content.accounts[2].state = AccountState::Unknown;
        content.accounts[2].stateText.clear();
        sidebar.setContent(content);
        QVERIFY(!said("Sandbox", EntryBadgeRole).isValid());
    }

    void theKeyboardPassesOverHeadings()
    {
        Sidebar sidebar;
        sidebar.setContent(sample::sidebar());
        sidebar.setCurrentFilter(StandingFilter::NoLongerSeen);
        sidebar.show();
        QTest::keyClick(sidebar.list(), Qt::Key_Down);
        QCOMPARE(sidebar.list()->currentIndex().data().toString(), words("Retail production"));
    }

    void foldedTheSidebarKeepsNamesForReaders()
    {
        Sidebar sidebar;
        sidebar.setContent(sample::sidebar());
        sidebar.setFolded(true);
        QVERIFY(sidebar.width() <= 49);
        const QModelIndex account = entry(sidebar, words("Retail production"));
        QCOMPARE(account.data(Qt::ToolTipRole).toString(), words("Retail production, Production"));
        QCOMPARE(sidebar.addAccountButton()->accessibleName(), words("Add account"));
        sidebar.setFolded(false);
        QVERIFY(sidebar.width() > 200);
    }

    void withoutAccountsThereAreNoDeadEntries()
    {
        Sidebar sidebar;
        sidebar.setContent({});
        QVERIFY(!entry(sidebar, words("Accounts")).isValid());
        QVERIFY(!entry(sidebar, words("Needs a decision")).isValid());
        QVERIFY(entry(sidebar, words("All instances")).isValid());
    }

    void theStripShowsAtMostFourAndCountsTheRest()
    {
        Strip strip;
        strip.resize(1366, 33);
        strip.setItems(sample::strip());
        strip.setNow(sample::now(), sample::zone());
        strip.show();
        const auto shown = [&strip] {
            int count = 0;
            for (const StripButton *button : strip.findChildren<StripButton *>())
                count += button->isVisible() ? 1 : 0;
            return count;
        };
        QCOMPARE(shown(), 4);
        QCOMPARE(strip.findChild<QPushButton *>(words("stripMore"))->text(), words("and 1 more"));
        strip.setMaximum(2);
        QCOMPARE(shown(), 2);
        QCOMPARE(strip.findChild<QPushButton *>(words("stripMore"))->text(), words("and 3 more"));
        QCOMPARE(strip.findChild<QLabel *>(words("clock"))->text(), words("14:32  UTC+8"));
        QSignalSpy activated(&strip, &Strip::stepActivated);
        strip.findChildren<StripButton *>().first()->click();
        QCOMPARE(activated.first().first().value<StepId>().value, words("s1"));
        strip.setItems({});
        QCOMPARE(shown(), 0);
        QVERIFY(strip.findChildren<QLabel *>().first()->text() == words("Uplift is running no upgrade."));
    }
};

QTEST_MAIN(PiecesTest)
#include "tst_pieces.moc"
