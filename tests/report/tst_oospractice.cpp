// SPDX-License-Identifier: GPL-3.0-or-later
// The templates, carried out by the practice cloud's orchestration: what tst_handover does not show.
#include "practice/rawclient.h"
#include "report/oostemplate.h"
#include "upgrade/batchexamples.h"

#include <QTest>

using namespace uplift;
using namespace uplift::report;
using namespace uplift::test;
using namespace std::chrono_literals;
using upgrade::test::planId;

namespace {

/// A practice cloud that speaks to OOS, with its own clock.
class Oos : public PracticeBench {
public:
    using PracticeBench::PracticeBench;

    [[nodiscard]] QJsonObject oos(const char *action, const QMap<QString, QString> &parameters) const
    {
        Draft made = draft(QLatin1String(action), parameters);
        made.version = QStringLiteral("2019-06-01");
        const RawReply reply = send(made);
        if (reply.status != 200)
            qWarning("%s: %s", action, reply.body.constData());
        return reply.json();
    }
    [[nodiscard]] upgrade::Candidate candidate(const char *name) const
    {
        upgrade::Candidate made = upgrade::test::candidate(QLatin1String(name));
        made.kernel.instance.value = idOf(name);
        return made;
    }
    /// Starts the one handover of a plan; empty when it was refused.
    [[nodiscard]] QString begin(const upgrade::BatchPlan &plan) const
    {
        const auto handovers = oosHandovers(plan, now());
        if (!handovers || handovers->size() != 1)
            return {};
        return textOf(oos("StartExecution",
                          {{QStringLiteral("RegionId"), handovers->constFirst().region.value},
                           {QStringLiteral("TemplateContent"), handovers->constFirst().templateJson},
                           {QStringLiteral("Parameters"), handovers->constFirst().parametersJson},
                           {QStringLiteral("ClientToken"), QStringLiteral("token-1")}})
                          .value(QLatin1String("Execution"))
                          .toObject(),
                      "ExecutionId");
    }
    [[nodiscard]] QString statusOf(const QString &execution) const
    {
        return textOf(oos("ListExecutions",
                          {{QStringLiteral("ExecutionId"), execution}})[QLatin1String("Executions")][0]
                          .toObject(),
                      "Status");
    }
    [[nodiscard]] bool isLatest(const char *name) const
    {
        return version(idOf(name)).value(QLatin1String("IsLatestVersion")).toBool();
    }
    /// Lets time pass until the execution has ended; its last status.
    QString end(const QString &execution)
    {
        for (int i = 0; i < 2000 && statusOf(execution) == QLatin1String("Running"); ++i)
            pass(5min);
        return statusOf(execution);
    }
};

upgrade::BatchRules atOnce()
{
    upgrade::BatchRules rules;
    rules.moment = upgrade::BatchMoment::Now;
    return rules;
}

} // namespace

class OosPracticeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWindowIsWaitedFor();
    void kernelThenProxyOfOneInstance();
};

void OosPracticeTest::aWindowIsWaitedFor()
{
    practice::PracticeOptions options;
    options.upgradeTime = 10min; // the template's times are those of the real service
    Oos bench(options);
    const upgrade::Candidate far = bench.candidate("orders-cache");
    const QString execution = bench.begin(upgrade::planBatch({}, {far}, planId, bench.now()));
    QVERIFY(!execution.isEmpty());
    bench.pass(10min);
    // Accepted and Normal, for its window is far: not done.
    QCOMPARE(bench.status(bench.idOf("orders-cache")), QStringLiteral("Normal"));
    QCOMPARE(bench.statusOf(execution), QStringLiteral("Running"));
    QVERIFY(!bench.isLatest("orders-cache"));
    QCOMPARE(bench.cloud().startsOf({bench.idOf("orders-cache")}), 1);
    // Nor just before it opens, nearly twelve hours later; within it the upgrade runs, and that ends it.
    bench.pass(std::chrono::seconds(bench.now().secsTo({bench.now().date(), QTime(17, 59), Qt::UTC})));
    QCOMPARE(bench.statusOf(execution), QStringLiteral("Running"));
    QVERIFY(!bench.isLatest("orders-cache"));
    QCOMPARE(bench.end(execution), QStringLiteral("Success"));
    QVERIFY(bench.isLatest("orders-cache"));
    QVERIFY(bench.now().time() > QTime(18, 0) && bench.now().time() < QTime(22, 0));
    QCOMPARE(bench.status(bench.idOf("orders-cache")), QStringLiteral("Normal"));
    QCOMPARE(bench.cloud().startsOf({bench.idOf("orders-cache")}), 1);
}

void OosPracticeTest::kernelThenProxyOfOneInstance()
{
    Oos bench;
    upgrade::Candidate one = bench.candidate("orders-cache");
    one.proxy = upgrade::test::proxyOf(one);
    one.proxyOutdated = true;
    upgrade::BatchRules rules = atOnce();
    rules.parts = upgrade::BatchParts::KernelThenProxy;
    const QString execution = bench.begin(upgrade::planBatch(rules, {one}, planId, bench.now()));
    QVERIFY(!execution.isEmpty());
    QCOMPARE(bench.end(execution), QStringLiteral("Success"));
    QVERIFY(bench.isLatest("orders-cache"));
    QCOMPARE(textOf(bench.version(bench.idOf("orders-cache")), "ProxyMinorVersion"),
             QStringLiteral("7.0.15"));
    QCOMPARE(bench.cloud().proxyStartsOf({bench.idOf("orders-cache")}), 1);
}

QTEST_GUILESS_MAIN(OosPracticeTest)
#include "tst_oospractice.moc"
