// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/oostemplate.h"

#include <QJsonDocument>
#include <QTest>

using namespace uplift::practice;

namespace {

/// A whole template around the tasks given, with a list, a number and a text as parameters.
QString around(const QByteArray &tasks)
{
    return QString::fromUtf8(R"({"FormatVersion":"OOS-2019-06-01","Parameters":{
        "ids":{"Type":"List"},"parallel":{"Type":"Number","Default":2},
        "region":{"Type":"String","Default":"{{ ACS::RegionId }}"}},"Tasks":)"
                             + tasks + '}');
}

QByteArray loop(const QByteArray &rate, const QByteArray &tasks)
{
    return R"([{"Name":"all","Action":"ACS::Loop","Properties":{"LoopItems":"{{ ids }}","LoopRateControl":)"
        + rate + R"(,"LoopTasks":)" + tasks + "}}]";
}

QByteArray call(const QByteArray &more = {})
{
    return R"({"Name":"one","Action":"ACS::ExecuteAPI","Properties":{"Service":"R-KVStore","API":"UpgradeProxy",)"
           R"("Parameters":{"InstanceId":"{{ ACS::TaskLoopItem }}"})"
        + more + "}}";
}

const QByteArray fineValues = ",\"DesiredValues\":[true]";
const QByteArray finePace = ",\"DelayType\":\"Constant\",\"Retries\":3,\"Delay\":5";

/// `pace` stands beside the properties.
QByteArray wait(const QByteArray &selector, const QByteArray &values = fineValues,
                const QByteArray &pace = finePace)
{
    return R"({"Name":"wait","Action":"ACS::WaitFor","Properties":{"Service":"r-kvstore",)"
           R"("API":"DescribeEngineVersion","Parameters":{"InstanceId":"r-a"},"PropertySelector":")"
        + selector + "\"" + values + "}" + pace + "}";
}

const QByteArray fineRate = R"({"Mode":"Concurrency","Concurrency":"{{ parallel }}","MaxErrors":"50%"})";

/// The code a template is refused with; empty when it is understood, with `parameters` too.
QString codeOf(const QString &content, const QJsonObject &parameters)
{
    OosTemplate plan;
    OosValues values;
    if (auto refusal = readTemplate(content, plan))
        return refusal->code;
    if (auto refusal = readValues(plan, parameters, QStringLiteral("cn-hangzhou"), values))
        return refusal->code;
    const auto refusal = settle(plan.tasks, values);
    return refusal ? refusal->code : QString();
}

} // namespace

class PracticeTemplateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void templatesAreUnderstoodOrRefused_data();
    void templatesAreUnderstoodOrRefused();
    void parametersMustFit_data();
    void parametersMustFit();
    void numbersAndSharesAreSettled();
    void selectorsFollowPaths_data();
    void selectorsFollowPaths();
    void otherSelectorsAreRefused_data();
    void otherSelectorsAreRefused();
    void namesAreReplaced();
};

void PracticeTemplateTest::templatesAreUnderstoodOrRefused_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *title, const QString &content, const char *code) {
        const QString whole =
            *code ? QStringLiteral("InvalidTemplateContent.") + QLatin1String(code) : QString();
        QTest::newRow(title) << content << whole;
    };
    const auto looped = [](const QByteArray &tasks) { return around(loop(fineRate, '[' + tasks + ']')); };
    row("loop with call and wait", looped(call() + ',' + wait("IsLatestVersion")), "");
    row("sleep alone", around(R"([{"Name":"s","Action":"ACS::Sleep","Properties":{"Duration":"PT1H30M"}}])"),
        "");
    row("no JSON", QStringLiteral("FormatVersion: OOS-2019-06-01"), "Malformed");
    row("another format", around("[]").replace(QLatin1String("2019"), QLatin1String("2018")), "Malformed");
    row("no tasks", around("[]"), "Malformed");
    row("two tasks of one name", looped(call() + ',' + call()), "Malformed");
    row("a task without name", around(R"([{"Action":"ACS::Sleep","Properties":{"Duration":"PT1S"}}])"),
        "Malformed");
    row("an action unknown here", around(R"([{"Name":"a","Action":"ACS::Approve","Properties":{}}])"),
        "UnsupportedAction");
    row("a loop in a loop", looped(loop(fineRate, '[' + call() + ']').mid(1).chopped(1)),
        "UnsupportedAction");
    row("an outside property", looped(call(R"(,"Risk":"High")")), "UnsupportedProperty");
    row("another product", looped(call().replace("R-KVStore", "ECS")), "UnsupportedProperty");
    row("a task's OnError", around("[" + call().chopped(1) + R"(,"OnError":"ACS::END"}])"),
        "UnsupportedProperty");
    row("batches", around(loop(R"({"Mode":"Batch"})", '[' + call() + ']')), "UnsupportedProperty");
    row("exponential delay", looped(wait("a", fineValues, {})), "UnsupportedProperty");
    row("a filter of jq", looped(wait("Node.NodeInfo[].Role | length")), "UnsupportedSelector");
    row("nothing to wait for", looped(wait("a", {})), "Malformed");
    row("retries among the properties", looped(wait("a", fineValues + finePace, {})), "UnsupportedProperty");
    row("retries of a call", around("[" + call().chopped(1) + R"(,"Retries":3}])"), "UnsupportedProperty");
    row("retries by an unknown name",
        looped(wait("a", fineValues, QByteArray(finePace).replace(":3", ":\"{{ many }}\""))),
        "UnknownReference");
    row("an unknown name", looped(call(R"(,"API":"{{ nobody }}")")), "UnknownReference");
    row("an item outside a loop", around("[" + call() + "]"), "UnknownReference");
    row("open braces", looped(call().replace("{{ ACS::TaskLoopItem }}", "{{ ids")), "Malformed");
    row("no retries at all", looped(wait("a", fineValues, QByteArray(finePace).replace(":3", ":-1"))),
        "Malformed");
    row("301 retries", looped(wait("a", fineValues, QByteArray(finePace).replace(":3", ":301"))),
        "Malformed");
    row("a delay of nothing", looped(wait("a", fineValues, QByteArray(finePace).replace(":5", ":0"))),
        "Malformed");
    row("an odd duration", around(R"([{"Name":"s","Action":"ACS::Sleep","Properties":{"Duration":"60"}}])"),
        "Malformed");
    row("nobody at once", around(loop(R"({"Mode":"Concurrency","Concurrency":0})", '[' + call() + ']')),
        "Malformed");
    row("a loop over a text", around(loop(fineRate, '[' + call() + ']').replace("{{ ids }}", "{{ region }}")),
        "Malformed");
    row("more than 64 KB", around("[" + call(R"(,"x":")" + QByteArray(70'000, 'x') + "\"") + "]"),
        "Malformed");
}

void PracticeTemplateTest::templatesAreUnderstoodOrRefused()
{
    QFETCH(QString, content);
    QFETCH(QString, code);
    QCOMPARE(codeOf(content, {{QStringLiteral("ids"), QJsonArray{QStringLiteral("r-a")}}}), code);
}

void PracticeTemplateTest::parametersMustFit_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("fits");
    QTest::newRow("the list alone") << QByteArray(R"({"ids":["r-a"]})") << true;
    QTest::newRow("an empty list") << QByteArray(R"({"ids":[]})") << true;
    QTest::newRow("all") << QByteArray(R"({"ids":[],"parallel":5,"region":"cn-beijing"})") << true;
    QTest::newRow("no list") << QByteArray("{}") << false;
    QTest::newRow("a text for the list") << QByteArray(R"({"ids":"r-a"})") << false;
    QTest::newRow("a text for the number") << QByteArray(R"({"ids":[],"parallel":"5"})") << false;
    QTest::newRow("one too many") << QByteArray(R"({"ids":[],"colour":"red"})") << false;
}

void PracticeTemplateTest::parametersMustFit()
{
    QFETCH(QByteArray, given);
    QFETCH(bool, fits);
    const QString code =
        codeOf(around(loop(fineRate, '[' + call() + ']')), QJsonDocument::fromJson(given).object());
    QCOMPARE(code, fits ? QString() : QStringLiteral("InvalidParameter"));
}

void PracticeTemplateTest::numbersAndSharesAreSettled()
{
    OosTemplate plan;
    OosValues values;
    QVERIFY(!readTemplate(around(loop(fineRate, '[' + call() + ',' + wait("a") + ']')), plan));
    const QJsonObject given{{QStringLiteral("ids"), QJsonArray{1, 2, 3, 4, 5}}};
    QVERIFY(!readValues(plan, given, QStringLiteral("cn-hangzhou"), values));
    QVERIFY(!settle(plan.tasks, values));
    QCOMPARE(values.value(QStringLiteral("region")).toString(), QStringLiteral("cn-hangzhou"));
    const OosTask &task = plan.tasks.first();
    QCOMPARE(task.items.size(), 5);
    QCOMPARE(task.concurrency, 2);
    QCOMPARE(task.maxErrors, 2); // half of five
    QCOMPARE(task.tasks.at(1).retries, 3);
    QCOMPARE(task.tasks.at(1).delaySeconds, 5);
    QJsonArray many;
    for (int i = 0; i < 1001; ++i)
        many.append(i);
    QCOMPARE(codeOf(around(loop(fineRate, '[' + call() + ']')), {{QStringLiteral("ids"), many}}),
             QStringLiteral("InvalidTemplateContent.Malformed"));
}

void PracticeTemplateTest::selectorsFollowPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("a name") << QStringLiteral("Status") << QJsonValue(QStringLiteral("Normal"));
    QTest::newRow("a leading dot") << QStringLiteral(".Status") << QJsonValue(QStringLiteral("Normal"));
    QTest::newRow("an element's field") << QStringLiteral("List.Row[1].Id") << QJsonValue(8);
    QTest::newRow("an element") << QStringLiteral(".Flags[0]") << QJsonValue(true);
    QTest::newRow("no such name") << QStringLiteral("List.Column") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no such element") << QStringLiteral("List.Row[2].Id") << QJsonValue(QJsonValue::Undefined);
}

void PracticeTemplateTest::selectorsFollowPaths()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const QJsonObject body =
        QJsonDocument::fromJson(R"({"Status":"Normal","List":{"Row":[{"Id":7},{"Id":8}]},"Flags":[true]})")
            .object();
    const auto selector = OosSelector::parse(path);
    QVERIFY(selector);
    QCOMPARE(selector->of(body), value);
}

void PracticeTemplateTest::otherSelectorsAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"", ".", "a..b", "a[]", "a[-1]", "a[1:2]", "a | b", "a.b()", "\"a\"", "a b", "a.1"})
        QTest::newRow(*path ? path : "nothing") << QString::fromLatin1(path);
}

void PracticeTemplateTest::otherSelectorsAreRefused()
{
    QFETCH(QString, path);
    QVERIFY(!OosSelector::parse(path));
}

void PracticeTemplateTest::namesAreReplaced()
{
    const OosValues values{{QStringLiteral("n"), 5},
                           {QStringLiteral("yes"), true},
                           {QStringLiteral("list"), QJsonArray{1, 2}},
                           {QStringLiteral("trick"), QStringLiteral("{{ n }}")}};
    const auto text = [&](const char *what) { return resolved(QLatin1String(what), values); };
    QCOMPARE(text("{{ n }}"), QJsonValue(5)); // alone: the value itself
    QCOMPARE(text("{{list}}"), QJsonValue(QJsonArray{1, 2}));
    QCOMPARE(text("n is {{ n }}, {{ yes }}"), QJsonValue(QStringLiteral("n is 5, true")));
    QCOMPARE(text("all of {{ list }}"), QJsonValue(QStringLiteral("all of [1,2]")));
    QCOMPARE(text("no {{ trick }}"), QJsonValue(QStringLiteral("no {{ n }}")));
    const QJsonObject nested{{QStringLiteral("a"), QJsonArray{QStringLiteral("{{ n }}")}}};
    QCOMPARE(resolved(nested, values), QJsonValue(QJsonObject{{QStringLiteral("a"), QJsonArray{5}}}));
}

QTEST_GUILESS_MAIN(PracticeTemplateTest)
#include "tst_practicetemplate.moc"
