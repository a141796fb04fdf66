// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/regionlisting.h"

#include <QTest>

using namespace uplift;
using fleet::ListedPage;
using fleet::RegionListing;
using State = fleet::RegionListing::State;

namespace {

InstanceId idOf(int number) { return {QStringLiteral("r-%1").arg(number, 5, 10, QLatin1Char('0'))}; }

/// Instances `first` … `last`, both included.
ListedPage page(int number, int first, int last, int total, int size = 50)
{
    ListedPage listed{number, size, total, {}};
    for (int i = first; i <= last; ++i) {
        Instance instance;
        instance.id = idOf(i);
        listed.instances.append(instance);
    }
    return listed;
}

Error anError() { return Error::of(Error::Kind::TimedOut, QStringLiteral("no answer")); }

} // namespace

/// Which pages are asked, and what a list is worth.
class RegionListingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstPageComesFirst();
    void theRestIsAskedAtOnce();
    void anEmptyRegionIsComplete();
    void aGrownTotalAsksForTheNewPages();
    void aShrunkenTotalIsEnough();
    void movedEntriesAreReadOnceMore();
    void aListThatStaysShortIsPartial();
    void duplicatesCountOnce();
    void withoutATotalPagesFollowOneAnother();
    void aMadeUpTotalCostsLittle_data();
    void aMadeUpTotalCostsLittle();
    void smallerPagesThanAskedForMeanMorePages();
    void aFailedPageLeavesTheListPartial();
    void aFailedFirstPageLeavesNothing();
    void answersNobodyAskedForAreIgnored();
};

void RegionListingTest::theFirstPageComesFirst()
{
    RegionListing listing;
    QCOMPARE(listing.take(), QList<int>{1});
    QCOMPARE(listing.take(), QList<int>());
    QCOMPARE(listing.state(), State::Asking);
}

void RegionListingTest::theRestIsAskedAtOnce()
{
    RegionListing listing;
    (void)listing.take();
    QCOMPARE(listing.onPage(page(1, 1, 50, 230)).size(), 50);
    QCOMPARE(listing.take(), (QList<int>{2, 3, 4, 5}));
    // In any order.
    (void)listing.onPage(page(5, 201, 230, 230));
    (void)listing.onPage(page(3, 101, 150, 230));
    (void)listing.onPage(page(2, 51, 100, 230));
    QCOMPARE(listing.state(), State::Asking);
    (void)listing.onPage(page(4, 151, 200, 230));
    QCOMPARE(listing.state(), State::Complete);
    QCOMPARE(listing.count(), 230);
    QCOMPARE(listing.calls(), 5);
    QVERIFY(listing.has(idOf(230)) && !listing.has(idOf(231)));
}

void RegionListingTest::anEmptyRegionIsComplete()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 0, 0));
    QCOMPARE(listing.state(), State::Complete);
    QCOMPARE(listing.total(), 0);
}

void RegionListingTest::aGrownTotalAsksForTheNewPages()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 50, 100));
    QCOMPARE(listing.take(), QList<int>{2});
    (void)listing.onPage(page(2, 51, 100, 120));
    QCOMPARE(listing.take(), QList<int>{3});
    (void)listing.onPage(page(3, 101, 120, 120));
    QCOMPARE(listing.state(), State::Complete);
    QCOMPARE(listing.count(), 120);
}

void RegionListingTest::aShrunkenTotalIsEnough()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 50, 110));
    QCOMPARE(listing.take(), (QList<int>{2, 3}));
    (void)listing.onPage(page(2, 51, 100, 100));
    (void)listing.onPage(page(3, 1, 0, 100));
    QCOMPARE(listing.state(), State::Complete);
}

void RegionListingTest::movedEntriesAreReadOnceMore()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 50, 100));
    (void)listing.take();
    // One of page 1 was deleted: number 51 moved up and is seen on no page.
    (void)listing.onPage(page(2, 52, 100, 101));
    QCOMPARE(listing.take(), QList<int>{3});
    (void)listing.onPage(page(3, 1, 0, 101));
    QCOMPARE(listing.state(), State::Asking);
    QVERIFY(listing.take().startsWith(1));
    (void)listing.onPage(page(1, 2, 51, 99));
    (void)listing.onPage(page(2, 52, 100, 99));
    (void)listing.onPage(page(3, 1, 0, 99));
    QCOMPARE(listing.state(), State::Complete);
    QVERIFY(listing.has(idOf(51)));
}

void RegionListingTest::aListThatStaysShortIsPartial()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 40, 90));
    for (int rounds = 0; rounds < 10 && listing.state() == State::Asking; ++rounds) {
        for (const int number : listing.take())
            (void)listing.onPage(number == 1 ? page(1, 1, 40, 90) : page(number, 1, 0, 90));
    }
    QCOMPARE(listing.state(), State::Partial);
    QVERIFY2(listing.error()->message.contains(QLatin1String("90 instances")),
             qPrintable(listing.error()->message));
    QVERIFY(listing.calls() <= 4);
}

void RegionListingTest::duplicatesCountOnce()
{
    RegionListing listing;
    (void)listing.take();
    ListedPage first = page(1, 1, 50, 100);
    first.instances[1] = first.instances[0];
    QCOMPARE(listing.onPage(first).size(), 49);
    (void)listing.take();
    (void)listing.onPage(page(2, 50, 99, 100));
    QCOMPARE(listing.count(), 98);
    QCOMPARE(listing.state(), State::Asking);
}

void RegionListingTest::withoutATotalPagesFollowOneAnother()
{
    RegionListing listing;
    QCOMPARE(listing.take(), QList<int>{1});
    (void)listing.onPage(page(1, 1, 50, -1));
    QCOMPARE(listing.take(), QList<int>{2});
    (void)listing.onPage(page(2, 51, 100, -1));
    QCOMPARE(listing.take(), QList<int>{3});
    (void)listing.onPage(page(3, 101, 103, -1));
    QCOMPARE(listing.state(), State::Complete);
    QCOMPARE(listing.count(), 103);
}

void RegionListingTest::aMadeUpTotalCostsLittle_data()
{
    QTest::addColumn<int>("onFirstPage");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("calls");
    QTest::newRow("empty first page") << 0 << 2'000'000'000 << 4;
    QTest::newRow("short first page") << 7 << 2'000'000'000 << 6;
    QTest::newRow("full first page") << 50 << 2'000'000'000 << RegionListing::ahead + 4;
    QTest::newRow("one too many") << 7 << 8 << 2;
}

void RegionListingTest::aMadeUpTotalCostsLittle()
{
    QFETCH(int, onFirstPage);
    QFETCH(int, total);
    QFETCH(int, calls);
    RegionListing listing;
    for (int rounds = 0; rounds < 100 && listing.state() == State::Asking; ++rounds) {
        for (const int number : listing.take())
            (void)listing.onPage(number == 1 ? page(1, 1, onFirstPage, total) : page(number, 1, 0, total));
    }
    QCOMPARE(listing.state(), onFirstPage > 0 ? State::Partial : State::Failed);
    QVERIFY2(listing.calls() <= calls, qPrintable(QString::number(listing.calls())));
}

void RegionListingTest::smallerPagesThanAskedForMeanMorePages()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 30, 100, 30));
    QCOMPARE(listing.take(), (QList<int>{2, 3, 4}));
}

void RegionListingTest::aFailedPageLeavesTheListPartial()
{
    RegionListing listing;
    (void)listing.take();
    (void)listing.onPage(page(1, 1, 50, 150));
    (void)listing.take();
    listing.onFailure(anError());
    QCOMPARE(listing.state(), State::Asking);
    (void)listing.onPage(page(3, 101, 150, 150));
    QCOMPARE(listing.state(), State::Partial);
    QCOMPARE(listing.error()->kind, Error::Kind::TimedOut);
    QCOMPARE(listing.count(), 100);
}

void RegionListingTest::aFailedFirstPageLeavesNothing()
{
    RegionListing listing;
    (void)listing.take();
    listing.onFailure(anError());
    QCOMPARE(listing.state(), State::Failed);
    QCOMPARE(listing.take(), QList<int>());
}

void RegionListingTest::answersNobodyAskedForAreIgnored()
{
    RegionListing listing;
    QVERIFY(listing.onPage(page(1, 1, 50, 50)).isEmpty());
    listing.onFailure(anError());
    QCOMPARE(listing.count(), 0);
    QCOMPARE(listing.state(), State::Asking);
}

QTEST_GUILESS_MAIN(RegionListingTest)
#include "tst_regionlisting.moc"
