// SPDX-License-Identifier: GPL-3.0-or-later
// One template that breaks each documented rule of the orchestration service.
#include "report/ooscheck.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace uplift::report;

namespace {

using Break = std::function<void(QJsonObject &)>;

QString text(const char *words) { return QString::fromUtf8(words); }

QJsonObject task(const char *name, const char *action, const QJsonObject &properties)
{
    return {{text("Name"), text(name)}, {text("Action"), text(action)}, {text("Properties"), properties}};
}

QJsonObject call(const char *api)
{
    return {{text("Service"), text("r-kvstore")},
            {text("API"), text(api)},
            {text("Parameters"), QJsonObject{{text("InstanceId"), text("{{ ACS::TaskLoopItem }}")}}}};
}

QJsonObject wait()
{
    QJsonObject properties = call("DescribeEngineVersion");
    properties.insert(text("PropertySelector"), text("IsLatestVersion"));
    properties.insert(text("DesiredValues"), QJsonArray{true});
    QJsonObject wait = task("wait", "ACS::WaitFor", properties);
    wait.insert(text("Retries"), 300);
    wait.insert(text("DelayType"), text("Constant"));
    wait.insert(text("Delay"), 30);
    return wait;
}

/// Keeps every rule. Tasks: 0 the loop (its tasks: 0 start, 1 settle, 2 wait), 1 soak, 2 one call.
QJsonObject sound()
{
    const QJsonObject loop =
        task("loop", "ACS::Loop",
             {{text("LoopItems"), text("{{ ids }}")},
              {text("LoopRateControl"),
               QJsonObject{{text("Mode"), text("Concurrency")},
                           {text("Concurrency"), 2},
                           {text("MaxErrors"), text("10%")}}},
              {text("LoopTasks"),
               QJsonArray{task("start", "ACS::ExecuteAPI", call("ModifyInstanceMinorVersion")),
                          task("settle", "ACS::Sleep", {{text("Duration"), text("PT60S")}}), wait()}}});
    QJsonObject one =
        task("one", "ACS::ExecuteAPI",
             {{text("Service"), text("r-kvstore")},
              {text("API"), text("DescribeInstances")},
              {text("Parameters"), QJsonObject{{text("RegionId"), text("{{ ACS::RegionId }}")}}}});
    return {{text("FormatVersion"), text("OOS-2019-06-01")},
            {text("Parameters"),
             QJsonObject{
                 {text("ids"), QJsonObject{{text("Type"), text("List")}}},
                 {text("role"),
                  QJsonObject{{text("Type"), text("String")}, {text("Default"), text("OOSServiceRole")}}}}},
            {text("RamRole"), text("{{ role }}")},
            {text("Tasks"),
             QJsonArray{loop, task("soak", "ACS::Sleep", {{text("Duration"), text("PT2H")}}), one}}};
}

void editTask(QJsonObject &root, int index, const Break &edit)
{
    QJsonArray tasks = root.value(text("Tasks")).toArray();
    QJsonObject one = tasks.at(index).toObject();
    edit(one);
    tasks[index] = one;
    root.insert(text("Tasks"), tasks);
}

void editProperties(QJsonObject &task, const Break &edit)
{
    QJsonObject properties = task.value(text("Properties")).toObject();
    edit(properties);
    task.insert(text("Properties"), properties);
}

/// A task inside the loop.
void editInner(QJsonObject &root, int index, const Break &edit)
{
    editTask(root, 0, [&](QJsonObject &loop) {
        editProperties(loop, [&](QJsonObject &properties) {
            QJsonArray tasks = properties.value(text("LoopTasks")).toArray();
            QJsonObject one = tasks.at(index).toObject();
            edit(one);
            tasks[index] = one;
            properties.insert(text("LoopTasks"), tasks);
        });
    });
}

void editRate(QJsonObject &root, const Break &edit)
{
    editTask(root, 0, [&](QJsonObject &loop) {
        editProperties(loop, [&](QJsonObject &properties) {
            QJsonObject rate = properties.value(text("LoopRateControl")).toObject();
            edit(rate);
            properties.insert(text("LoopRateControl"), rate);
        });
    });
}

Break setting(const char *key, const QJsonValue &value)
{
    return [key, value](QJsonObject &object) { object.insert(text(key), value); };
}

Break removing(const char *key)
{
    return [key](QJsonObject &object) { object.remove(text(key)); };
}

} // namespace

Q_DECLARE_METATYPE(Break)

class OosCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundTemplateHasNoProblem() { QCOMPARE(checkTemplate(sound()), QStringList()); }
    void valuesAtTheLimitsPass();
    void aLoopOnOneCallPasses();
    void anOutputOfAnEarlierTaskMayBeNamed();
    void eachBrokenRuleIsNamed_data();
    void eachBrokenRuleIsNamed();
};

void OosCheckTest::valuesAtTheLimitsPass()
{
    QJsonObject root = sound();
    editInner(root, 2, setting("Retries", 0));
    editInner(root, 2, setting("Delay", 3600));
    editTask(root, 1,
             [](QJsonObject &soak) { editProperties(soak, setting("Duration", text("PT23H59M60S"))); });
    editRate(root, setting("MaxErrors", text("100%")));
    editRate(root, setting("Concurrency", text("{{ role }}"))); // judged where its value is known
    QCOMPARE(checkTemplate(root), QStringList());
}

void OosCheckTest::aLoopOnOneCallPasses()
{
    QJsonObject root = sound();
    editTask(root, 2,
             setting("Loop",
                     QJsonObject{
                         {text("Items"), QJsonArray{text("r-a"), text("r-b")}},
                         {text("RateControl"),
                          QJsonObject{{text("Mode"), text("Batch")}, {text("Batch"), QJsonArray{1, 1}}}}}));
    editTask(root, 2, [](QJsonObject &one) {
        editProperties(
            one, setting("Parameters", QJsonObject{{text("InstanceId"), text("{{ ACS::TaskLoopItem }}")}}));
    });
    QCOMPARE(checkTemplate(root), QStringList());
}

void OosCheckTest::anOutputOfAnEarlierTaskMayBeNamed()
{
    QJsonObject root = sound();
    editTask(root, 2, setting("Outputs", QJsonObject{{text("all"), QJsonObject()}}));
    QJsonArray tasks = root.value(text("Tasks")).toArray();
    tasks.append(task("more", "ACS::Sleep", {{text("Duration"), text("{{ one.all }}")}}));
    root.insert(text("Tasks"), tasks);
    QCOMPARE(checkTemplate(root), QStringList());
}

void OosCheckTest::eachBrokenRuleIsNamed_data()
{
    QTest::addColumn<Break>("breakIt");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const Break &breakIt, const char *problem) {
        QTest::newRow(name) << breakIt << text(problem);
    };
    const auto inTask = [&row](const char *name, int index, const Break &edit, const char *problem) {
        row(
            name, [index, edit](QJsonObject &root) { editTask(root, index, edit); }, problem);
    };
    const auto inProperties = [&row](const char *name, int index, const Break &edit, const char *problem) {
        row(
            name,
            [index, edit](QJsonObject &root) {
                editTask(root, index, [&edit](QJsonObject &one) { editProperties(one, edit); });
            },
            problem);
    };
    const auto inner = [&row](const char *name, int index, const Break &edit, const char *problem) {
        row(
            name, [index, edit](QJsonObject &root) { editInner(root, index, edit); }, problem);
    };
    const auto rate = [&row](const char *name, const Break &edit, const char *problem) {
        row(
            name, [edit](QJsonObject &root) { editRate(root, edit); }, problem);
    };

    row("another format", setting("FormatVersion", text("OOS-2018")),
        "template: FormatVersion must be OOS-2019-06-01");
    row("a key that is none", setting("Task", QJsonArray()), "template: Task is not known here");
    row("no tasks", setting("Tasks", QJsonArray()), "Tasks: no tasks");
    row("too large", setting("Description", QString(64 * 1024, u'x')), "template: larger than 64 KB");
    row("a parameter of no known type",
        setting("Parameters",
                QJsonObject{{text("ids"), QJsonObject{{text("Type"), text("List")}}},
                            {text("role"), QJsonObject{{text("Type"), text("Text")}}}}),
        "parameter role: Type is none of those known");
    row(
        "a parameter with a blank in its name",
        [](QJsonObject &root) {
            QJsonObject parameters = root.value(text("Parameters")).toObject();
            parameters.insert(text("in stances"), QJsonObject{{text("Type"), text("List")}});
            root.insert(text("Parameters"), parameters);
        },
        "parameter in stances: a name is letters, digits, _ and -");
    row("a role that is not defined", setting("RamRole", text("{{ OOSAssumeRole }}")),
        "RamRole: {{ OOSAssumeRole }} names nothing defined");

    inTask("a task without a name", 1, removing("Name"), "a name is 1 to 200 letters, digits, _ and -");
    inTask("a name too long", 1, setting("Name", QString(201, u'x')),
           "a name is 1 to 200 letters, digits, _ and -");
    inTask("a name that stands twice", 1, setting("Name", text("one")), "task one: the name stands twice");
    inner("a name inside the loop that stands outside as well", 1, setting("Name", text("one")),
          "task one: the name stands twice");
    inTask("an action that is none", 1, setting("Action", text("ACS::Wait")),
           "task soak: action ACS::Wait is not known");
    inTask("an attribute that is none", 1, setting("Delay", 5), "task soak: Delay is not known here");

    inProperties("a call without its service", 2, removing("Service"), "task one: Service is missing");
    inProperties("a call without its name", 2, removing("API"), "task one: API is missing");
    inProperties("a property that is none", 2, setting("Retries", 5), "task one: Retries is not known here");
    inProperties("a sleep without its length", 1, removing("Duration"), "task soak: Duration is missing");
    inProperties("a sleep of no time", 1, setting("Duration", text("PT0S")),
                 "task soak: Duration must be PT1S to PT24H");
    inProperties("a sleep of more than a day", 1, setting("Duration", text("PT1441M")),
                 "task soak: Duration must be PT1S to PT24H");
    inProperties("a sleep in words", 1, setting("Duration", text("2 hours")),
                 "task soak: Duration must be PT1S to PT24H");
    inTask("a sleep in a loop", 1,
           setting("Loop",
                   QJsonObject{{text("Items"), text("{{ ids }}")},
                               {text("RateControl"), QJsonObject{{text("Mode"), text("Concurrency")}}}}),
           "task soak: ACS::Sleep cannot loop");

    inner("too many looks", 2, setting("Retries", 301), "task wait: Retries must be 0 to 300");
    inner("looks in fractions", 2, setting("Retries", 1.5), "task wait: Retries must be 0 to 300");
    inner("too long a delay", 2, setting("Delay", 3601), "task wait: Delay must be 1 to 3600");
    inner("no delay", 2, setting("Delay", 0), "task wait: Delay must be 1 to 3600");
    inner("a delay of no known type", 2, setting("DelayType", text("Random")),
          "task wait: DelayType must be Exponential, Constant or Linear");
    inner(
        "a wait for nothing", 2, [](QJsonObject &wait) { editProperties(wait, removing("DesiredValues")); },
        "task wait: needs either DesiredValues or NotDesiredValues");
    inner(
        "a wait for both", 2,
        [](QJsonObject &wait) { editProperties(wait, setting("NotDesiredValues", QJsonArray{false})); },
        "task wait: needs either DesiredValues or NotDesiredValues");
    inner(
        "a wait that selects nothing", 2,
        [](QJsonObject &wait) { editProperties(wait, setting("PropertySelector", QString())); },
        "task wait: PropertySelector is empty");
    inner(
        "retries inside the properties", 2,
        [](QJsonObject &wait) { editProperties(wait, setting("Retries", 300)); },
        "task wait: Retries is not known here");

    inProperties("a loop without items", 0, removing("LoopItems"), "task loop: LoopItems is missing");
    inProperties("a loop over no items", 0, setting("LoopItems", QJsonArray()),
                 "task loop: a loop takes 1 to 1000 items");
    inProperties("a loop over too many items", 0,
                 setting("LoopItems", QJsonArray::fromStringList(QStringList(1001, text("r")))),
                 "task loop: a loop takes 1 to 1000 items");
    inProperties("a loop over a word", 0, setting("LoopItems", text("ids")),
                 "task loop: the items of a loop are a list, or the name of one");
    inProperties("a loop over what is no list", 0, setting("LoopItems", text("{{ role }}")),
                 "task loop: parameter role is no List");
    inProperties("a loop over nothing defined", 0, setting("LoopItems", text("{{ idz }}")),
                 "task loop: {{ idz }} names nothing defined");
    inProperties("a loop without tasks", 0, setting("LoopTasks", QJsonArray()), "task loop: no tasks");
    rate("a loop without its mode", removing("Mode"), "task loop: Mode must be Concurrency or Batch");
    rate("a mode that is none", setting("Mode", text("Fast")),
         "task loop: Mode must be Concurrency or Batch");
    rate("batches without their sizes", setting("Mode", text("Batch")),
         "task loop: Mode Batch needs its list Batch");
    rate("none at once", setting("Concurrency", 0),
         "task loop: Concurrency must be a number from 1, or a share up to 100%");
    rate("fewer than no errors", setting("MaxErrors", -1),
         "task loop: MaxErrors must be a number from 0, or a share up to 100%");
    rate("more errors than items", setting("MaxErrors", text("101%")),
         "task loop: MaxErrors must be a number from 0, or a share up to 100%");
    rate("a rate that is none", setting("Speed", 3), "task loop: Speed is not known here");

    inProperties("the item of a loop outside of it", 2,
                 setting("Parameters", QJsonObject{{text("Id"), text("{{ ACS::TaskLoopItem }}")}}),
                 "task one: {{ ACS::TaskLoopItem }} names nothing defined");
    inProperties("an output of a task yet to come", 1, setting("Duration", text("{{ one.all }}")),
                 "task soak: {{ one.all }} names nothing defined");
    inProperties("braces that do not match", 2,
                 setting("Parameters", QJsonObject{{text("Id"), text("{{ role }")}}),
                 "task one: braces do not match");
}

void OosCheckTest::eachBrokenRuleIsNamed()
{
    QFETCH(Break, breakIt);
    QFETCH(QString, problem);
    QJsonObject root = sound();
    breakIt(root);
    const QStringList problems = checkTemplate(root);
    QVERIFY2(!problems.filter(problem).isEmpty(), qPrintable(problems.join(u'\n')));
}

QTEST_GUILESS_MAIN(OosCheckTest)
#include "tst_ooscheck.moc"
