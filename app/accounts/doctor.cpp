// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/doctor.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::accounts {

namespace {

using Verdict = PermissionFinding::Verdict;

QString tr(const char *text) { return QCoreApplication::translate("uplift::accounts", text); }

int count(const DoctorReport &report, Verdict verdict)
{
    return static_cast<int>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [verdict](const PermissionFinding &finding) { return finding.verdict == verdict; }));
}

QString noteOf(const DoctorReport &report)
{
    const bool lifted = std::any_of(report.findings.begin(), report.findings.end(),
                                    [](const PermissionFinding &finding) { return finding.explicitDeny; });
    if (lifted)
        return tr(
            "Some actions are forbidden by a Deny. The policy below leaves them out, since allowing them "
            "does not help: have that Deny lifted first.");
    if (report.identity && report.identity->type == CallerIdentity::Type::Account)
        return tr(
            "This key belongs to the account itself and may do everything there. Use the key of a RAM user "
            "with the policy below instead.");
    return {};
}

} // namespace

void completeReport(DoctorReport &report)
{
    report.denied = count(report, Verdict::Denied);
    report.unknown = count(report, Verdict::Unknown);
    report.notTried = count(report, Verdict::NotTried);
    report.mending = mendingPolicy(report.findings);
    report.whole = wholePolicy(report.findings);
    report.note = noteOf(report);
}

DoctorReport reportWithoutRole(const profiles::RoleRule &role, const DoctorQuestion &question,
                               const Permissions &permissions, const Error &error)
{
    DoctorReport report;
    report.region = question.region;
    report.instance = question.instance;
    Permission assume;
    assume.action = QStringLiteral("sts:AssumeRole");
    assume.access = Permission::Access::Read;
    assume.resource = role.roleArn;
    assume.purpose = {QStringLiteral("Takes on the account's role"), QStringLiteral("扮演账号的角色")};
    PermissionFinding denied = notAsked(assume, error.message);
    denied.verdict = Verdict::Denied;
    denied.code = error.code;
    denied.requestId = error.requestId;
    report.findings.append(denied);
    for (const Permission &permission : permissions.rows()) {
        PermissionFinding finding =
            notAsked(permission, tr("Not asked: the role that would ask could not be taken on."));
        if (permission.access == Permission::Access::Modify)
            finding.verdict = Verdict::NotTried;
        report.findings.append(finding);
    }
    completeReport(report);
    // What the role itself lacks belongs to the role's policy, not to this identity's.
    report.whole = report.mending;
    return report;
}

Doctor::Doctor(std::shared_ptr<cloud::Client> client, DoctorQuestion question, const Permissions &permissions,
               const Clock &clock, Answer<DoctorReport> answer, QObject *parent)
    : QObject(parent), m_client(std::move(client)), m_question(std::move(question)),
      m_permissions(permissions), m_clock(clock), m_answer(std::move(answer))
{
    m_report.region = m_question.region;
    m_report.instance = m_question.instance;
}

void Doctor::start()
{
    m_client->getCallerIdentity(this, [this](const auto &identity) { onIdentity(identity); });
}

void Doctor::onIdentity(const Result<cloud::Answered<CallerIdentity>> &identity)
{
    // It needs no permission: a key that is refused here is refused everywhere.
    if (!identity && identity.error().kind == Error::Kind::Denied) {
        m_answer(failure(identity.error()));
        return deleteLater();
    }
    if (identity)
        m_report.identity = identity->value;
    if (m_report.instance.isEmpty())
        return findInstance();
    askAll();
}

void Doctor::findInstance()
{
    m_client->describeInstancePage(m_question.region, 1, 1, this, [this](const auto &page) {
        if (page && !page->value.instances.isEmpty())
            m_report.instance = page->value.instances.first().id;
        askAll();
    });
}

void Doctor::askAll()
{
    const ProbePlace place{m_question.region, m_report.instance, m_clock.now()};
    const QList<Permission> &rows = m_permissions.rows();
    QList<qsizetype> asked;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        m_report.findings.append(notAsked(rows[row], {}));
        PermissionFinding &finding = m_report.findings.last();
        if (rows[row].access == Permission::Access::Free) {
            finding.verdict = Verdict::Allowed;
        } else if (rows[row].access == Permission::Access::Modify) {
            finding.verdict = Verdict::NotTried;
            finding.reason = tr("Not tried: it cannot be asked about without doing it.");
        } else if (rows[row].needsInstance() && place.instance.isEmpty()) {
            finding.reason =
                tr("Not asked: no instance of %1 could be seen to ask about. Choose one, or another "
                   "region, then look again.")
                    .arg(place.region.value);
        } else {
            asked.append(row);
        }
    }
    m_asked = static_cast<int>(asked.size());
    if (asked.isEmpty())
        return finish();
    for (const qsizetype row : asked) {
        m_client->probe(probeOf(rows[row], place), this,
                        [this, row](const Result<cloud::ProbeResult> &result) {
                            const Permission &permission = m_permissions.rows()[row];
                            onFinding(row,
                                      result ? judgeProbe(permission, *result)
                                             : notAsked(permission, result.error().message));
                        });
    }
}

void Doctor::onFinding(qsizetype row, const PermissionFinding &finding)
{
    m_report.findings[row] = finding;
    ++m_answered;
    Q_EMIT progress(m_answered, m_asked);
    if (m_answered == m_asked)
        finish();
}

void Doctor::finish()
{
    completeReport(m_report);
    m_answer(std::move(m_report));
    deleteLater();
}

} // namespace uplift::accounts
