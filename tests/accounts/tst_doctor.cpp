// SPDX-License-Identifier: GPL-3.0-or-later
// The permission doctor in front of a service that denies what a test says.
#include "accounts/serverrig.h"

using namespace uplift;
using namespace uplift::accounts;
using test::ServerRig;
using test::wait;
using Verdict = PermissionFinding::Verdict;

namespace {

const QString instanceId = QStringLiteral("r-bp1zxszhcgatnx4b2c");

QJsonObject denial(const QString &action, const char *kind = "ImplicitDeny")
{
    return {{QStringLiteral("AuthAction"), action},
            {QStringLiteral("AuthPrincipalDisplayName"), QStringLiteral("dba")},
            {QStringLiteral("AuthPrincipalOwnerId"), QStringLiteral("1234567890123456")},
            {QStringLiteral("AuthPrincipalType"), QStringLiteral("SubUser")},
            {QStringLiteral("NoPermissionType"), QLatin1String(kind)},
            {QStringLiteral("PolicyType"), QStringLiteral("AccountLevelIdentityBasedPolicy")}};
}

/// Every action a policy allows, with its resource.
QList<std::pair<QString, QString>> allowedBy(const QByteArray &policy)
{
    QList<std::pair<QString, QString>> allowed;
    const QJsonArray statements =
        QJsonDocument::fromJson(policy).object()[QLatin1String("Statement")].toArray();
    for (const auto &statement : statements) {
        const QJsonArray actions = statement[QLatin1String("Action")].toArray();
        for (const auto &action : actions)
            allowed.append({action.toString(), statement[QLatin1String("Resource")].toString()});
    }
    return allowed;
}

} // namespace

class DoctorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tableHoldsEveryActionOfThePolicy();
    void tableThatProbesAChangeIsRefused();
    void allowedIdentityLacksNothing();
    void eachDeniedActionIsNamedWithItsLine_data();
    void eachDeniedActionIsNamedWithItsLine();
    void everythingDeniedIsOneSmallPolicy();
    void actionTheProviderNamesIsTheOneInThePolicy();
    void denyIsNotMendedByAnAllow();
    void noModifyingCallIsSent();
    void refusalForAnotherReasonIsUnknown_data();
    void refusalForAnotherReasonIsUnknown();
    void instanceIsFoundInTheRegion();
    void regionWithoutInstancesLeavesThoseOpen();
    void rootKeyIsToldSo();
    void badKeyIsAnError();
    void roleThatIsRefusedIsTheFinding();
    void dialogThatClosesHearsNothing();
    void progressIsToldAndEndsWithAll();
    void whoStopsIsNotAskedForMore();

private:
    [[nodiscard]] Result<DoctorReport> diagnose(const QString &instance = instanceId,
                                                const QList<profiles::RoleRule> &roles = {});
    void deny(const QString &action, const QJsonObject &detail)
    {
        m_rig->say(action.section(u':', 1).toLatin1().constData(),
                   ServerRig::refusal("Forbidden.RAM", 403, detail));
    }

    const Permissions m_permissions = Permissions::fromResource();
    std::unique_ptr<ServerRig> m_rig;
};

void DoctorTest::init()
{
    m_rig = std::make_unique<ServerRig>();
    m_rig->say("GetCallerIdentity", ServerRig::identity());
    m_rig->say(
        "DescribeInstances",
        ServerRig::json({{QStringLiteral("Instances"),
                          QJsonObject{{QStringLiteral("KVStoreInstance"),
                                       QJsonArray{QJsonObject{
                                           {QStringLiteral("InstanceId"), instanceId},
                                           {QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")}}}}}},
                         {QStringLiteral("TotalCount"), 1},
                         {QStringLiteral("PageNumber"), 1},
                         {QStringLiteral("PageSize"), 1}}));
}

void DoctorTest::cleanup() { m_rig.reset(); }

Result<DoctorReport> DoctorTest::diagnose(const QString &instance, const QList<profiles::RoleRule> &roles)
{
    const auto id = m_rig->save(m_rig->draft(roles));
    if (!id)
        return failure(id.error());
    return wait<DoctorReport>([&](QObject *context, auto done) {
        m_rig->accounts.diagnose(*id, {{QStringLiteral("cn-hangzhou")}, {instance}}, m_permissions, context,
                                 std::move(done));
    });
}

void DoctorTest::tableHoldsEveryActionOfThePolicy()
{
    // Source: the smallest policy for the app, api.md 19.
    const QStringList read = {QStringLiteral("DescribeInstances"),
                              QStringLiteral("DescribeInstanceAttribute"),
                              QStringLiteral("DescribeEngineVersion"),
                              QStringLiteral("DescribeRoleZoneInfo"),
                              QStringLiteral("DescribeLogicInstanceTopology"),
                              QStringLiteral("DescribeHistoryMonitorValues"),
                              QStringLiteral("DescribeActiveOperationTasks"),
                              QStringLiteral("DescribeHistoryTasks"),
                              QStringLiteral("DescribeBackups"),
                              QStringLiteral("DescribeBackupTasks"),
                              QStringLiteral("DescribeClusterBackupList"),
                              QStringLiteral("DescribeDBInstanceNetInfo")};
    const QStringList modify = {QStringLiteral("ModifyInstanceMinorVersion"),
                                QStringLiteral("ModifyInstanceMaintainTime"),
                                QStringLiteral("CreateBackup"),
                                QStringLiteral("UpgradeProxy"),
                                QStringLiteral("ModifyDBInstanceAutoUpgrade"),
                                QStringLiteral("ModifyActiveOperationTasks"),
                                QStringLiteral("CancelActiveOperationTasks"),
                                QStringLiteral("ModifyTaskInfo")};
    QStringList foundRead;
    QStringList foundModify;
    for (const Permission &permission : m_permissions.rows()) {
        if (permission.access == Permission::Access::Read)
            foundRead << permission.operation();
        if (permission.access == Permission::Access::Modify)
            foundModify << permission.operation();
    }
    QCOMPARE(foundRead, read);
    QCOMPARE(foundModify, modify);
}

void DoctorTest::tableThatProbesAChangeIsRefused()
{
    const auto table = [](const char *action, const char *access) {
        return QByteArray(R"({"permissions":[{"action":")") + action + R"(","access":")" + access
            + R"(","resource":"*","purpose":{"en":"x","zh":"y"}}]})";
    };
    QVERIFY(Permissions::fromJson(table("kvstore:DescribeInstances", "read")));
    for (const char *action : {"kvstore:ModifyInstanceMinorVersion", "kvstore:DescribeX;Delete",
                               "sts:AssumeRole", "kvstore:*", ""})
        QVERIFY2(!Permissions::fromJson(table(action, "read")), action);
    QVERIFY(!Permissions::fromJson(table("kvstore:DescribeInstances", "maybe")));
    QVERIFY(!Permissions::fromJson("{}"));
    QVERIFY(!Permissions::fromJson("{"));
}

void DoctorTest::allowedIdentityLacksNothing()
{
    const auto report = diagnose();
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->denied, 0);
    QCOMPARE(report->unknown, 0);
    QCOMPARE(report->notTried, 8);
    QVERIFY(report->mending.isEmpty());
    QCOMPARE(allowedBy(report->whole).size(), 8);
    QCOMPARE(allowedBy(report->whole)[0],
             (std::pair<QString, QString>(QStringLiteral("kvstore:ModifyInstanceMinorVersion"),
                                          QStringLiteral("acs:kvstore:*:*:instance/*"))));
    QVERIFY(report->note.isEmpty());
    QCOMPARE(report->identity->principalName, QStringLiteral("dba"));
    for (const PermissionFinding &finding : report->findings) {
        if (finding.verdict == Verdict::NotTried)
            QVERIFY(finding.reason.startsWith(QLatin1String("Not tried")));
    }
}

void DoctorTest::eachDeniedActionIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("action");
    for (const Permission &permission : m_permissions.rows()) {
        if (permission.access == Permission::Access::Read)
            QTest::newRow(qPrintable(permission.operation())) << permission.action;
    }
}

void DoctorTest::eachDeniedActionIsNamedWithItsLine()
{
    QFETCH(QString, action);
    deny(action, denial(action));
    const auto report = diagnose();
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->denied, 1);
    QCOMPARE(report->unknown, 0);
    for (const PermissionFinding &finding : report->findings) {
        if (finding.permission.action != action) {
            QVERIFY(finding.verdict == Verdict::Allowed || finding.verdict == Verdict::NotTried);
            continue;
        }
        QCOMPARE(finding.verdict, Verdict::Denied);
        QCOMPARE(finding.deniedAction, action);
        QCOMPARE(finding.principalName, QStringLiteral("dba"));
        QCOMPARE(finding.principalType, QStringLiteral("SubUser"));
        QCOMPARE(finding.policyType, QStringLiteral("AccountLevelIdentityBasedPolicy"));
        QCOMPARE(finding.code, QStringLiteral("Forbidden.RAM"));
        QVERIFY(!finding.requestId.isEmpty());
        QVERIFY(!finding.explicitDeny);
        QCOMPARE(finding.reason,
                 QStringLiteral("The service denies %1 to dba, SubUser. No policy allows it "
                                "(AccountLevelIdentityBasedPolicy).")
                     .arg(action));
    }
    QCOMPARE(allowedBy(report->mending), (QList<std::pair<QString, QString>>{{action, QStringLiteral("*")}}));
    QCOMPARE(allowedBy(report->whole).size(), 9);
    // One line of the policy is that action.
    QVERIFY(report->mending.contains('"' + action.toUtf8() + "\"\n"));
}

void DoctorTest::everythingDeniedIsOneSmallPolicy()
{
    QStringList actions;
    for (const Permission &permission : m_permissions.rows()) {
        if (permission.access != Permission::Access::Read)
            continue;
        deny(permission.action, denial(permission.action));
        actions << permission.action;
    }
    const auto report = diagnose();
    QVERIFY(report);
    QCOMPARE(report->denied, 12);
    const QJsonArray statements =
        QJsonDocument::fromJson(report->mending).object()[QLatin1String("Statement")].toArray();
    QCOMPARE(statements.size(), 1);
    QCOMPARE(statements[0][QLatin1String("Action")].toArray(), QJsonArray::fromStringList(actions));
}

void DoctorTest::actionTheProviderNamesIsTheOneInThePolicy()
{
    deny(QStringLiteral("kvstore:DescribeBackups"), denial(QStringLiteral("kvstore:DescribeInstances")));
    const auto report = diagnose();
    QVERIFY(report);
    QCOMPARE(allowedBy(report->mending),
             (QList<std::pair<QString, QString>>{
                 {QStringLiteral("kvstore:DescribeInstances"), QStringLiteral("*")}}));
}

void DoctorTest::denyIsNotMendedByAnAllow()
{
    const QString action = QStringLiteral("kvstore:DescribeBackups");
    deny(action, denial(action, "ExplicitDeny"));
    const auto report = diagnose();
    QVERIFY(report);
    QCOMPARE(report->denied, 1);
    QVERIFY(report->mending.isEmpty());
    QVERIFY(report->note.contains(QLatin1String("forbidden by a Deny")));
    for (const PermissionFinding &finding : report->findings) {
        if (finding.permission.action == action)
            QVERIFY(finding.explicitDeny && finding.reason.contains(QLatin1String("must be lifted")));
    }
}

void DoctorTest::noModifyingCallIsSent()
{
    QVERIFY(diagnose(QString()));
    QVERIFY(m_rig->server.requestCount() > 12);
    for (const test::SeenRequest &request : m_rig->server.requests())
        QVERIFY2(request.action().startsWith("Describe") || request.action() == "GetCallerIdentity",
                 request.action().constData());
}

void DoctorTest::refusalForAnotherReasonIsUnknown_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("no such instance") << QStringLiteral("InvalidInstanceId.NotFound") << 404;
    QTest::newRow("not for this architecture") << QStringLiteral("InvalidParameter") << 400;
    QTest::newRow("an unknown code") << QStringLiteral("SomethingNew") << 400;
    QTest::newRow("not a dry run") << QStringLiteral("IncorrectEngineVersion") << 400;
}

void DoctorTest::refusalForAnotherReasonIsUnknown()
{
    QFETCH(QString, code);
    QFETCH(int, status);
    m_rig->say("DescribeLogicInstanceTopology", ServerRig::refusal(qPrintable(code), status));
    const auto report = diagnose();
    QVERIFY(report);
    QCOMPARE(report->denied, 0);
    QCOMPARE(report->unknown, 1);
    QVERIFY(report->mending.isEmpty());
    for (const PermissionFinding &finding : report->findings) {
        if (finding.permission.operation() == QLatin1String("DescribeLogicInstanceTopology")) {
            QCOMPARE(finding.code, code);
            QVERIFY(finding.reason.contains(QLatin1String("stays open")));
        }
    }
}

void DoctorTest::instanceIsFoundInTheRegion()
{
    const auto report = diagnose(QString());
    QVERIFY(report);
    QCOMPARE(report->instance.value, instanceId);
    QCOMPARE(report->unknown, 0);
    QCOMPARE(m_rig->seen("DescribeInstanceAttribute").last().parameter("InstanceId"), instanceId.toUtf8());
}

void DoctorTest::regionWithoutInstancesLeavesThoseOpen()
{
    const QString list = QStringLiteral("kvstore:DescribeInstances");
    deny(list, denial(list));
    const auto report = diagnose(QString());
    QVERIFY(report);
    QCOMPARE(report->denied, 1);
    QCOMPARE(allowedBy(report->mending), (QList<std::pair<QString, QString>>{{list, QStringLiteral("*")}}));
    QCOMPARE(report->unknown, 10); // all but the list and the scheduled events ask about an instance
    QVERIFY(m_rig->seen("DescribeInstanceAttribute").isEmpty());
}

void DoctorTest::rootKeyIsToldSo()
{
    m_rig->say("GetCallerIdentity", ServerRig::identity("Account"));
    const auto report = diagnose();
    QVERIFY(report);
    QVERIFY(report->note.contains(QLatin1String("belongs to the account itself")));
}

void DoctorTest::badKeyIsAnError()
{
    m_rig->say("GetCallerIdentity", ServerRig::refusal("InvalidAccessKeyId.NotFound", 404));
    const auto report = diagnose();
    QVERIFY(!report);
    QCOMPARE(report.error().code, QStringLiteral("InvalidAccessKeyId.NotFound"));
    QCOMPARE(m_rig->server.requestCount(), m_rig->seen("GetCallerIdentity").size());
}

void DoctorTest::roleThatIsRefusedIsTheFinding()
{
    m_rig->say("AssumeRole", ServerRig::refusal("NoPermission", 403));
    const profiles::RoleRule role{QStringLiteral("acs:ram::1:role/dba"), QStringLiteral("uplift"), QString(),
                                  3600, QString()};
    const auto report = diagnose(instanceId, {role});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->denied, 1);
    QCOMPARE(report->findings[0].permission.action, QStringLiteral("sts:AssumeRole"));
    QCOMPARE(allowedBy(report->mending),
             (QList<std::pair<QString, QString>>{{QStringLiteral("sts:AssumeRole"), role.roleArn}}));
    // A role that is not refused for want of permission is an error as any other.
    m_rig->say("AssumeRole", ServerRig::refusal("EntityNotExist.Role", 404));
    const AccountId id = m_rig->workspace.workspace().accounts[0].id;
    const auto failed = wait<DoctorReport>([&](QObject *context, auto done) {
        m_rig->accounts.diagnose(id, {{QStringLiteral("cn-hangzhou")}, {instanceId}}, m_permissions, context,
                                 std::move(done));
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, QStringLiteral("EntityNotExist.Role"));
}

void DoctorTest::progressIsToldAndEndsWithAll()
{
    const auto id = m_rig->save(m_rig->draft());
    QVERIFY(id);
    QList<std::pair<int, int>> told;
    const auto report = wait<DoctorReport>([&](QObject *context, auto done) {
        m_rig->accounts.diagnose(*id, {{QStringLiteral("cn-hangzhou")}, {instanceId}}, m_permissions, context,
                                 std::move(done), [&told](int answered, int asked) {
                                     told.append({answered, asked});
                                 });
    });
    QVERIFY(report);
    QVERIFY(told.size() > 5);
    for (qsizetype i = 0; i < told.size(); ++i)
        QCOMPARE(told.at(i), std::pair(static_cast<int>(i) + 1, static_cast<int>(told.size())));
}

void DoctorTest::whoStopsIsNotAskedForMore()
{
    const auto id = m_rig->save(m_rig->draft());
    QVERIFY(id);
    auto asking = std::make_unique<QObject>();
    bool heard = false;
    int answered = 0;
    int all = 0;
    // Left at the first answer: a practice cloud nearby has all of them before a test would look again.
    const auto leaveAtTheFirst = [&](int soFar, int asked) {
        answered = soFar;
        all = asked;
        QMetaObject::invokeMethod(
            this, [&asking] { asking.reset(); }, Qt::QueuedConnection);
    };
    m_rig->accounts.diagnose(
        *id, {{QStringLiteral("cn-hangzhou")}, {instanceId}}, m_permissions, asking.get(),
        [&heard](const auto &) { heard = true; }, leaveAtTheFirst);
    QTRY_VERIFY_WITH_TIMEOUT(answered > 0, 30000);
    QTRY_VERIFY(!m_rig->accounts.findChild<Doctor *>());
    QVERIFY(!heard);
    QVERIFY2(answered < all, "went on after whoever asked had left");
}

void DoctorTest::dialogThatClosesHearsNothing()
{
    const auto id = m_rig->save(m_rig->draft());
    auto dialog = std::make_unique<QObject>();
    bool heard = false;
    m_rig->accounts.diagnose(*id, {{QStringLiteral("cn-hangzhou")}, {instanceId}}, m_permissions,
                             dialog.get(), [&](const auto &) { heard = true; });
    dialog.reset();
    // Whoever wants the account next gets it, and nobody is asking.
    const auto opened = wait<std::shared_ptr<cloud::Client>>(
        [&](QObject *context, auto done) { m_rig->accounts.client(*id, context, std::move(done)); });
    QVERIFY(opened);
    QVERIFY(m_rig->accounts.findChildren<Doctor *>().isEmpty());
    QVERIFY(m_rig->seen("GetCallerIdentity").isEmpty());
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(DoctorTest)
#include "tst_doctor.moc"
