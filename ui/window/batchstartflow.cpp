// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batchstartflow.h"

#include "ui/batch/batchconfirmdialog.h"
#include "ui/batch/batchdraft.h"
#include "ui/batch/batchform.h"
#include "ui/batch/batchrequestsdialog.h"
#include "ui/session.h"
#include "ui/window/filewriting.h"
#include "upgrade/outcome.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QUuid>

namespace uplift::ui {

namespace {

/// A name nothing in the folder has yet.
QString freeName(const QDir &folder, const QString &stem)
{
    QString name = stem;
    for (int number = 2; folder.exists(name + QStringLiteral(".yaml")); ++number)
        name = QStringLiteral("%1-%2").arg(stem).arg(number);
    return name;
}

/// Each template beside the parameters that name its members. Blocks: for a worker thread.
Outcome writeTemplates(const QString &path, const QString &stamp, const QList<report::OosHandover> &handovers)
{
    const QDir folder(path);
    for (const report::OosHandover &handover : handovers) {
        const QString name =
            freeName(folder, QStringLiteral("uplift-%1-%2").arg(handover.region.value, stamp));
        if (Outcome written =
                writeWhole(folder.filePath(name + QStringLiteral(".yaml")), handover.templateYaml.toUtf8());
            !written)
            return written;
        if (Outcome written = writeWhole(folder.filePath(name + QStringLiteral(".parameters.json")),
                                         handover.parametersJson.toUtf8() + '\n');
            !written)
            return written;
    }
    return {};
}

} // namespace

BatchStartFlow::BatchStartFlow(Session &session, BatchDraft &draft, BatchForm &form, QWidget *window)
    : QObject(window), m_session(session), m_draft(draft), m_form(form), m_window(window),
      m_worker(QStringLiteral("template"))
{
}

upgrade::BatchPlan BatchStartFlow::confirmedPlan()
{
    m_draft.catchUp();
    return m_draft.confirmed(upgrade::whoami());
}

QHash<AccountId, QString> BatchStartFlow::accountNames() const
{
    QHash<AccountId, QString> names;
    for (const profiles::Account &account : m_session.workspace().workspace().accounts)
        names.insert(account.id, account.name);
    return names;
}

void BatchStartFlow::confirm() { open(confirmedPlan(), {}); }

void BatchStartFlow::confirmHandover()
{
    if (!m_form.isReady())
        return;
    upgrade::BatchPlan plan = confirmedPlan();
    const auto handovers = report::oosHandovers(plan, m_session.clock().now());
    if (!handovers)
        return Q_EMIT failed(handovers.error());
    for (const report::OosHandover &handover : *handovers)
        plan.handedOver.append({handover.account, handover.region,
                                QUuid::createUuid().toString(QUuid::WithoutBraces), handover.templateJson,
                                handover.parametersJson});
    open(plan, *handovers);
}

void BatchStartFlow::open(const upgrade::BatchPlan &plan, const QList<report::OosHandover> &handovers)
{
    BatchConfirmFacts facts;
    facts.plan = plan;
    facts.dryRun = upgrade::dryRun(plan, m_session.clock().now());
    facts.impact = impactOf(plan, m_draft.members());
    facts.accounts = accountNames();
    facts.handovers = handovers;
    facts.now = m_session.clock().now();
    facts.zone = m_draft.zone();
    auto *dialog = new BatchConfirmDialog(facts, m_window);
    connect(dialog, &BatchConfirmDialog::requestsRequested, this, [this, plan] { openRequests(plan); });
    // What was confirmed is what is started; each member is checked again right before its own request.
    connect(dialog, &QDialog::accepted, this, [this, plan] { start(plan); });
    dialog->open();
}

void BatchStartFlow::start(const upgrade::BatchPlan &plan)
{
    m_session.batches().start(plan, this, [this](const Result<PlanId> &id) {
        if (!id)
            return Q_EMIT failed(id.error());
        m_draft.begun();
        Q_EMIT started(*id);
    });
}

void BatchStartFlow::showRequests() { openRequests(confirmedPlan()); }

void BatchStartFlow::openRequests(const upgrade::BatchPlan &plan)
{
    auto *dialog = new BatchRequestsDialog(
        plan, m_session.clients(), m_session.clock().now(),
        QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_window);
    connect(dialog, &BatchRequestsDialog::templateRequested, this, &BatchStartFlow::exportTemplate);
    dialog->open();
}

void BatchStartFlow::exportTemplate()
{
    const auto handovers = report::oosHandovers(confirmedPlan(), m_session.clock().now());
    if (!handovers)
        return Q_EMIT failed(handovers.error());
    auto *dialog = new QFileDialog(m_window, tr("Folder for the OOS template and its parameters"));
    dialog->setObjectName(QStringLiteral("templateFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, handovers = *handovers](const QString &folder) { write(folder, handovers); });
    dialog->open();
}

void BatchStartFlow::write(const QString &folder, const QList<report::OosHandover> &handovers)
{
    const QString stamp =
        m_session.clock().now().toTimeZone(m_draft.zone()).toString(QStringLiteral("yyyyMMdd-HHmm"));
    const auto count = static_cast<int>(handovers.size());
    m_worker.ask<void>(
        [folder, stamp, handovers] { return writeTemplates(folder, stamp, handovers); }, this,
        [this, folder, count](const Outcome &written) {
            if (!written)
                return Q_EMIT failed(written.error());
            const QString where = QDir::toNativeSeparators(folder);
            Q_EMIT done(
                count == 1
                    ? tr("The template and its parameters were written to %1.").arg(where)
                    : tr("%1 templates and their parameters were written to %2.").arg(count).arg(where));
        });
}

} // namespace uplift::ui
