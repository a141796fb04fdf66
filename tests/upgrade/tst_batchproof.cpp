// SPDX-License-Identifier: GPL-3.0-or-later
// The proof that other tests rest on: every broken promise is found, and whole ones are not.
#include "batchexamples.h"
#include "batchproof.h"

#include <QTest>

using namespace uplift;
using namespace uplift::upgrade;
using namespace uplift::upgrade::test;

namespace {

/// A canary, then two members at once of three; the last has a kernel and a proxy.
BatchPlan fourMembers()
{
    BatchRules rules;
    rules.waves = BatchRules::Waves::Number;
    rules.sizes = {};
    rules.atOnce = 2;
    rules.parts = BatchParts::KernelThenProxy;
    QList<Candidate> candidates;
    for (const char *name : {"a", "b", "c", "d"})
        candidates.append(candidate(QString::fromLatin1(name)));
    candidates[3].proxy = proxyOf(candidates.at(3));
    return planBatch(rules, candidates, planId, noon);
}

/// "1.0.1 Requested n1" each: item, part and attempt, the state, and where there is one the nonce; or
/// "batch Batch:Finished".
QList<LaidRow> rowsOf(const QString &text)
{
    QList<LaidRow> rows;
    const QStringList lines = text.split(QLatin1Char(';'));
    for (const QString &line : lines) {
        const QStringList words = line.simplified().split(QLatin1Char(' '));
        LaidRow row;
        row.seq = rows.size() + 1;
        row.step = planId.value + QLatin1Char('.') + words.value(0);
        row.state = words.value(1);
        row.nonce = words.value(2);
        if (words.value(0) == QLatin1String("batch"))
            row.step = planId.value;
        if (row.state == QLatin1String("leftOut")) {
            row.data.insert(QStringLiteral("leftOut"), row.step);
            row.step = planId.value;
            row.state = QStringLiteral("Batch:Running");
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

class BatchProofTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsKeepOrBreakTheirPromises_data();
    void rowsKeepOrBreakTheirPromises();
};

void BatchProofTest::rowsKeepOrBreakTheirPromises_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("broken");
    const QString canary =
        QStringLiteral("0.0.1 Planned; 0.0.1 Requested n0; 0.0.1 Accepted; 0.0.1 Verified; ");
    const auto row = [](const char *name, const QString &rows, const char *broken) {
        QTest::newRow(name) << rows << QString::fromLatin1(broken);
    };
    row("the canary, then the others",
        canary + QStringLiteral("1.0.1 Planned; 1.0.1 Requested n1; 2.0.1 Planned; 2.0.1 Requested n2"), "");
    row("a throttled attempt and the next one",
        canary
            + QStringLiteral("1.0.1 Planned; 1.0.1 Requested n1; 1.0.1 Rejected; 1.0.2 Planned; 1.0.2 "
                             "Requested n2"),
        "");
    row("the canary was left out", QStringLiteral("0.0.1 leftOut; 1.0.1 Planned; 1.0.1 Requested n1"), "");
    row("the canary is not over", QStringLiteral("0.0.1 Planned; 0.0.1 Requested n0; 1.0.1 Planned"),
        "before a of an earlier wave has ended");
    row("the canary is undecided",
        QStringLiteral("0.0.1 Planned; 0.0.1 Requested n0; 0.0.1 Unanswered; 0.0.1 Undecided; 1.0.1 Planned"),
        "before a of an earlier wave has ended");
    row("verified, and begun again", canary + QStringLiteral("0.0.2 Planned"), "may have been carried out");
    row("failed, and begun again",
        QStringLiteral("0.0.1 Planned; 0.0.1 Requested n0; 0.0.1 Accepted; 0.0.1 Failed; 0.0.2 Planned"),
        "may have been carried out");
    row("left out, and begun all the same", canary + QStringLiteral("1.0.1 leftOut; 1.0.1 Planned"),
        "may have been carried out");
    row("begun, and then left out",
        canary + QStringLiteral("1.0.1 Planned; 1.0.1 Requested n1; 1.0.1 leftOut"), "leaves out");
    row("the same attempt twice", canary + QStringLiteral("1.0.1 Planned; 1.0.1 NotStarted; 1.0.1 Planned"),
        "an attempt again");
    row("a state of an attempt that is over",
        canary + QStringLiteral("1.0.1 Planned; 1.0.1 NotStarted; 1.0.2 Planned; 1.0.1 Requested n1"),
        "of an attempt that is over");
    row("three where two may run",
        canary
            + QStringLiteral("1.0.1 Planned; 1.0.1 Requested n1; 2.0.1 Planned; 2.0.1 Requested n2; 3.0.1 "
                             "Planned; 3.0.1 Requested n3"),
        "one more than may run at once");
    row("a nonce of another", canary + QStringLiteral("1.0.1 Planned; 1.0.1 Requested n0"),
        "no nonce of its own");
    row("a request without one", canary + QStringLiteral("1.0.1 Planned; 1.0.1 Requested"),
        "no nonce of its own");
    row("the proxy before its kernel has ended",
        canary + QStringLiteral("3.0.1 Planned; 3.0.1 Requested n1; 3.1.1 Planned"),
        "before the part before it has ended well");
    const QString allButOne = canary
        + QStringLiteral("1.0.1 leftOut; 2.0.1 Planned; 2.0.1 Requested n2; 2.0.1 Failed; 3.0.1 Planned; "
                         "3.0.1 Requested n3; 3.0.1 Verified; 3.1.1 Planned; 3.1.1 Requested n4; ");
    row("finished when the last has ended",
        allButOne + QStringLiteral("3.1.1 Verified; batch Batch:Finished"), "");
    row("finished before the last has ended",
        allButOne + QStringLiteral("batch Batch:Finished; 3.1.1 Verified"), "comes before the end of d");
    row("a part that is none", canary + QStringLiteral("1.1.1 Planned"), "of no part of the plan");
    row("a state that is none", canary + QStringLiteral("1.0.1 Planned; 1.0.1 Lost"), "unknown state");
}

void BatchProofTest::rowsKeepOrBreakTheirPromises()
{
    QFETCH(QString, rows);
    QFETCH(QString, broken);
    const BatchPlan plan = fourMembers();
    QCOMPARE(wavesOf(plan), (QStringList{QStringLiteral("Canary: a"), QStringLiteral("Wave 2: b c d")}));
    const QStringList found = brokenPromises(plan, rowsOf(rows));
    if (broken.isEmpty()) {
        QCOMPARE(found, QStringList());
        return;
    }
    QVERIFY2(found.join(QLatin1Char('\n')).contains(broken), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(BatchProofTest)
#include "tst_batchproof.moc"
