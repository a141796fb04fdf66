// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledata.h"
#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/look/style.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace uplift;
using namespace uplift::ui;

namespace {

constexpr int many = 2500; ///< more than are arranged at once
constexpr int patience = 60'000;

QString keyOf(int sample) { return sample::rows().at(sample).key(); }

QList<InstanceRow> manyRows()
{
    QList<InstanceRow> rows;
    for (int i = 0; i < many; ++i) {
        rows << sample::rows().at(i % 18);
        rows.last().id = {QStringLiteral("r-bp1%1").arg(i * 7919 % 10007, 5, 10, QLatin1Char('0'))};
    }
    return rows;
}

} // namespace

class InstanceGroupsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<InstanceModel> m_model;
    std::unique_ptr<InstanceFilter> m_filter;
    std::unique_ptr<InstanceTable> m_table;

    [[nodiscard]] QStringList shown() const
    {
        QStringList lines;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            lines << (m_filter->isGroup(row) ? QStringLiteral("%1 (%2)")
                                                   .arg(m_filter->groupAt(row).title)
                                                   .arg(m_filter->groupAt(row).count)
                                             : m_filter->rowAt(m_filter->index(row, 0)).name());
        return lines;
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            ids << m_filter->rowAt(m_filter->index(row, 0)).id.value;
        return ids;
    }
    void clickHead(int column, Qt::KeyboardModifiers modifiers)
    {
        QHeaderView *head = m_table->horizontalHeader();
        const QPoint place(head->sectionViewportPosition(column) + 30, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, modifiers, place);
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, ThemeId::Light); }
    void init()
    {
        m_model = std::make_unique<InstanceModel>();
        m_model->setNow(sample::now(), sample::zone());
        m_model->setRows(sample::rows());
        m_filter = std::make_unique<InstanceFilter>(m_model.get());
        new QAbstractItemModelTester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_filter.get());
        m_table = std::make_unique<InstanceTable>(m_filter.get());
        m_table->resize(732, 400);
        m_table->show();
    }
    void cleanup()
    {
        m_table.reset();
        m_filter.reset();
        m_model.reset();
    }

    void groupsHaveHeadsWithNameAndCount()
    {
        m_filter->setGrouping(GroupBy::Environment);
        QCOMPARE(m_filter->rowCount(), 18 + 3);
        QCOMPARE(shown().first(), QStringLiteral("Production (12)"));
        QCOMPARE(shown().at(13), QStringLiteral("Staging (3)"));
        QCOMPARE(shown().at(17), QStringLiteral("Development (3)"));
        QCOMPARE(m_filter->shownInstances(), 18);
        m_filter->setGrouping(GroupBy::Region);
        QCOMPARE(shown().first(), QStringLiteral("Beijing (2)"));
        m_filter->setGrouping(GroupBy::Account);
        QCOMPARE(m_filter->rowCount(), 18 + 3);
        m_filter->setGrouping(GroupBy::None);
        QCOMPARE(m_filter->rowCount(), 18);
    }

    void groupsAreClosedAndOpenedByKeys()
    {
        m_filter->setGrouping(GroupBy::Environment);
        m_table->selectKey(keyOf(8)); // staging
        QTest::keyClick(m_table.get(), Qt::Key_Left);
        QCOMPARE(m_table->currentIndex().row(), 13);
        QVERIFY(m_table->currentKey().isEmpty());
        QTest::keyClick(m_table.get(), Qt::Key_Left);
        QCOMPARE(m_filter->rowCount(), 21 - 3);
        QCOMPARE(m_table->currentIndex().row(), 13);
        QCOMPARE(m_filter->shownInstances(), 18);
        QTest::keyClick(m_table.get(), Qt::Key_Right);
        QCOMPARE(m_filter->rowCount(), 21);
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QTest::keyClick(m_table.get(), Qt::Key_Return);
        QCOMPARE(m_filter->rowCount(), 21);
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QVERIFY(!m_table->currentKey().isEmpty());
    }

    void aClickOnAHeadClosesIt()
    {
        m_filter->setGrouping(GroupBy::Environment);
        m_table->selectKey(keyOf(0));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {},
                          QPoint(100, m_table->rowViewportPosition(0) + 10));
        QCOMPARE(m_filter->rowCount(), 21 - 12);
        QVERIFY(m_table->selectedKeys().isEmpty());
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {},
                          QPoint(100, m_table->rowViewportPosition(0) + 10));
        QCOMPARE(m_table->selectedKeys(), QStringList{keyOf(0)});
    }

    void headsAreNeitherSelectedNorSpokenAsInstances()
    {
        m_filter->setGrouping(GroupBy::Environment);
        m_table->selectAll();
        QCOMPARE(m_table->selectedKeys().size(), 18);
        QCOMPARE(m_filter->index(0, 0).data(Qt::AccessibleTextRole).toString().left(12),
                 QStringLiteral("Production, "));
        QVERIFY(!m_filter->index(0, 0).data(InstanceModel::CellRole).isValid());
    }

    void aFilterEmptiesAndFillsGroups()
    {
        m_filter->setGrouping(GroupBy::Environment);
        m_filter->setWords(QStringLiteral("stg"));
        QCOMPARE(m_filter->rowCount(), 3 + 1);
        m_filter->setWords({});
        QCOMPARE(m_filter->rowCount(), 21);
    }

    void selectionSurvivesOrderAndFilter()
    {
        m_table->selectKey(keyOf(9));
        QSignalSpy moved(m_table.get(), &InstanceTable::selectionMoved);
        m_filter->setSortKeys({{IdColumn, Qt::DescendingOrder}});
        QCOMPARE(m_table->selectedKeys(), QStringList{keyOf(9)});
        QCOMPARE(m_table->currentKey(), keyOf(9));
        QCOMPARE(moved.size(), 0);
        m_filter->setWords(QStringLiteral("pay-dedup"));
        QVERIFY(m_table->selectedKeys().isEmpty());
        QVERIFY(m_table->currentKey().isEmpty());
        m_filter->setWords({});
        QCOMPARE(m_table->selectedKeys(), QStringList{keyOf(9)});
        QCOMPARE(m_table->currentKey(), keyOf(9));
    }

    void whatWasChosenMeanwhileCountsMore()
    {
        m_table->selectKey(keyOf(9));
        m_filter->setWords(QStringLiteral("pay-dedup"));
        m_table->selectKey(keyOf(6));
        m_filter->setWords({});
        QCOMPARE(m_table->selectedKeys(), QStringList{keyOf(6)});
    }

    void theRowUnderTheEyeStaysWhenOthersCome()
    {
        m_table->selectKey(keyOf(17)); // far down
        const int before = m_table->visualRect(m_table->currentIndex()).top();
        QList<InstanceRow> rows = sample::rows();
        for (int i = 0; i < 5; ++i) {
            rows << sample::rows().first();
            rows.last().id = {QStringLiteral("r-bp1new%1").arg(i)};
        }
        m_model->setRows(rows);
        QCOMPARE(m_filter->rowCount(), 23);
        QCOMPARE(m_table->visualRect(m_table->currentIndex()).top(), before);
    }

    void severalKeysDecideOneAfterTheOther()
    {
        m_filter->setSortKeys(
            {{EnvironmentColumn, Qt::DescendingOrder}, {CurrentColumn, Qt::AscendingOrder}});
        QCOMPARE(shown().mid(0, 3),
                 QStringList({QStringLiteral("dev-queue"), QStringLiteral("dev-scratch"),
                              QStringLiteral("dev-tair")}));
        QCOMPARE(shown().at(3), QStringLiteral("cart-sessions-stg"));
        QCOMPARE(shown().last(), QStringLiteral("price-feed"));
    }

    void whatIsUnknownComesLastEitherWay()
    {
        InstanceRow unknown = sample::rows().first();
        unknown.id = {QStringLiteral("r-bp1unknown")};
        unknown.version.reset();
        m_model->setRow(unknown);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_filter->setSortKeys({{CurrentColumn, order}});
            QCOMPARE(ids().last(), QStringLiteral("r-bp1unknown"));
        }
    }

    void clicksSortAndShiftAddsKeys()
    {
        clickHead(InstanceColumn, {});
        QCOMPARE(m_filter->sortKeys(), (QList<SortKey>{{NameColumn, Qt::AscendingOrder}}));
        clickHead(InstanceColumn, {});
        QCOMPARE(m_filter->sortKeys(), (QList<SortKey>{{NameColumn, Qt::DescendingOrder}}));
        clickHead(StatusColumn, Qt::ShiftModifier);
        clickHead(VersionColumn, Qt::ShiftModifier);
        clickHead(StatusColumn, Qt::ShiftModifier);
        QCOMPARE(m_filter->sortKeys(),
                 (QList<SortKey>{{NameColumn, Qt::DescendingOrder},
                                 {StateColumn, Qt::DescendingOrder},
                                 {LevelColumn, Qt::DescendingOrder}}));
    }

    void aChangedRowGoesToItsPlace()
    {
        m_filter->setSortKeys({{CurrentColumn, Qt::AscendingOrder}});
        InstanceRow row = sample::rows().first();
        row.version.edit(
            [](EngineVersion &version) { version.current = MinorVersion::parse(QStringLiteral("99.1")); });
        m_model->setRow(row);
        QCOMPARE(shown().last(), QStringLiteral("orders-cache"));
        row.step = upgrade::StepState::Failed;
        m_filter->setStanding(StandingFilter::Failed);
        QCOMPARE(m_filter->rowCount(), 1);
        m_model->setRow(row);
        QCOMPARE(m_filter->rowCount(), 2);
        QCOMPARE(m_filter->counts()[static_cast<std::size_t>(StandingFilter::Failed)], 2);
    }

    void theCompactTableShowsTheChosenFacts()
    {
        QSignalSpy chosen(m_table.get(), &InstanceTable::layoutChosen);
        m_table->setCompact(true);
        m_table->setFacts({LevelColumn, NameColumn, AgeColumn});
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(m_table->rowHeight(0), 28);
        QList<int> visible;
        for (int place = 0; place < columnTotal; ++place) {
            const int column = m_table->horizontalHeader()->logicalIndex(place);
            if (!m_table->isColumnHidden(column))
                visible << column;
        }
        QCOMPARE(visible, (QList<int>{LevelColumn, NameColumn, AgeColumn}));
        m_table->setCompact(false);
        QCOMPARE(m_table->rowHeight(0), 42);
        QVERIFY(m_table->isColumnHidden(NameColumn));
        QVERIFY(!m_table->isColumnHidden(InstanceColumn));
    }

    void theLayoutComesBackAsItWasKept()
    {
        TableLayout layout;
        layout.compact = true;
        layout.facts = {NameColumn, TagsColumn};
        layout.sort = {{AgeColumn, Qt::DescendingOrder}, {NameColumn, Qt::AscendingOrder}};
        layout.group = GroupBy::Region;
        layout.collapsed = {QStringLiteral("region:cn-beijing")};
        QCOMPARE(TableLayout::fromJson(layout.toJson()), layout);
        m_table->setTableLayout(layout);
        QCOMPARE(m_table->tableLayout(), layout);
        QVERIFY(m_filter->groupAt(m_filter->rowOfGroup(QStringLiteral("region:cn-beijing"))).collapsed);
    }

    void aLayoutThatCannotBeReadIsTheFirstOne_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("compact");
        QTest::newRow("unknown names") << QByteArray(R"({"columns":["x"],"sort":[{"by":"y"}],"group":"z"})");
        QTest::newRow("wrong types") << QByteArray(R"({"columns":3,"sort":{},"group":[],"collapsed":[1]})");
    }
    void aLayoutThatCannotBeReadIsTheFirstOne()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(TableLayout::fromJson(json), TableLayout());
    }

    void agesTellWhatComesFromTheCache()
    {
        InstanceRow row = sample::rows().first();
        row.fromCache = true;
        row.asked = sample::now().addSecs(-7300);
        const Cell cell = cellOf(row, AgeColumn, sample::now(), sample::zone());
        QCOMPARE(cell.first, QStringLiteral("cached 2 h ago"));
        QCOMPARE(cell.firstRole, Role::Amber);
        row.gone = true;
        QVERIFY(cellOf(row, NameColumn, sample::now(), sample::zone()).faded);
        QCOMPARE(cellOf(row, StateColumn, sample::now(), sample::zone()).firstMark.icon, Icon::Gone);
    }

    void manyRowsComeInOrderSliceBySlice()
    {
        QList<InstanceRow> rows = manyRows();
        m_filter->setSortKeys({{IdColumn, Qt::AscendingOrder}});
        m_model->setRows(rows);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->isTaking() && !m_filter->isArranging(), patience);
        QCOMPARE(m_filter->rowCount(), many);
        QStringList wanted;
        for (const InstanceRow &row : std::as_const(rows))
            wanted << row.id.value;
        std::sort(wanted.begin(), wanted.end());
        QCOMPARE(ids(), wanted);
        m_filter->setSortKeys({{IdColumn, Qt::DescendingOrder}});
        QTRY_VERIFY_WITH_TIMEOUT(!m_filter->isArranging(), patience);
        std::reverse(wanted.begin(), wanted.end());
        QCOMPARE(ids(), wanted);
    }

    void aRowThatChangesWhileManyAreFilteredIsRight()
    {
        QList<InstanceRow> rows = manyRows();
        m_model->setRows(rows);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->isTaking() && !m_filter->isArranging(), patience);
        const auto count = [&rows](const QString &words) {
            return static_cast<int>(std::count_if(
                rows.begin(), rows.end(), [&words](const InstanceRow &row) { return matches(row, words); }));
        };
        m_filter->setWords(QStringLiteral("orders"));
        QVERIFY(m_filter->isArranging());
        rows[1].facts.edit([](Instance &facts) { facts.name = QStringLiteral("orders-of-late"); });
        m_model->setRow(rows.at(1));
        m_filter->setWords(QStringLiteral("orders-"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_filter->isArranging(), patience);
        QCOMPARE(m_filter->rowCount(), count(QStringLiteral("orders-")));
        m_filter->setWords(QStringLiteral("search"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_filter->isArranging(), patience);
        QCOMPARE(m_filter->rowCount(), count(QStringLiteral("search")));
    }

    void manyRowsGoAndTheRestStays()
    {
        const QList<InstanceRow> rows = manyRows();
        m_model->setRows(rows);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->isTaking() && !m_filter->isArranging(), patience);
        m_table->selectKey(rows.at(4).key());
        QList<InstanceRow> half;
        for (int i = 0; i < many; i += 2)
            half << rows.at(i);
        m_model->setRows(half);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->isTaking() && !m_filter->isArranging(), patience);
        QCOMPARE(m_filter->rowCount(), static_cast<int>(half.size()));
        QCOMPARE(m_model->counts()[0], static_cast<int>(half.size()));
        QCOMPARE(m_table->selectedKeys(), QStringList{rows.at(4).key()});
        QCOMPARE(m_model->indexOf(rows.at(1).key()), -1);
        QCOMPARE(m_model->row(m_model->indexOf(rows.at(8).key())).id, rows.at(8).id);
    }
};

QTEST_MAIN(InstanceGroupsTest)
#include "tst_instancegroups.moc"
