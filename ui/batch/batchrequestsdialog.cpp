// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchrequestsdialog.h"

#include "core/redact.h"
#include "ui/batch/batchstatus.h"
#include "ui/batch/batchtexts.h"
#include "ui/dialogs/requestdialog.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "upgrade/stepchange.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

QList<PlannedRequest> handoverRequests(const upgrade::BatchPlan &plan)
{
    QList<PlannedRequest> requests;
    for (int part = 0; part < plan.handedOver.size(); ++part) {
        const upgrade::Orchestration &what = plan.handedOver.at(part);
        //: %1 a number, %2 a region
        requests.append(
            {what.account,
             {},
             part,
             BatchRequestsDialog::tr("%1.  %2, StartExecution").arg(part + 1).arg(what.region.value)});
    }
    return requests;
}

} // namespace

cloud::ChangeRequest requestOf(const upgrade::BatchPlan &plan, const PlannedRequest &request,
                               const QDateTime &now)
{
    if (request.handover < 0) {
        const upgrade::StepPlan step = upgrade::stepPlanOf(plan, request.part, 1);
        return upgrade::changeOf(step, step.momentNaming, now);
    }
    const upgrade::Orchestration &what = plan.handedOver.at(request.handover);
    cloud::ExecutionStart start;
    start.region = what.region;
    start.templateContent = what.templateContent;
    start.parameters = what.parameters;
    start.description = plan.name;
    start.clientToken = what.clientToken;
    return cloud::startExecution(start);
}

QList<PlannedRequest> plannedRequests(const upgrade::BatchPlan &plan)
{
    if (!plan.handedOver.isEmpty())
        return handoverRequests(plan);
    QList<PlannedRequest> requests;
    for (int item = 0; item < plan.items.size(); ++item) {
        const upgrade::BatchItem &member = plan.items.at(item);
        for (int part = 0; member.wave >= 0 && part < member.parts.size(); ++part) {
            PlannedRequest request{member.plan.account, {item, part}, -1, {}};
            //: %1 a number, %2 the wave's number, %3 an instance's name, %4 the name of a call
            request.text =
                BatchRequestsDialog::tr("%1.  Wave %2: %3, %4")
                    .arg(requests.size() + 1)
                    .arg(member.wave + 1)
                    .arg(plainLine(member.plan.instanceName), requestOf(plan, request, plan.madeAt).action);
            requests.append(request);
        }
    }
    return requests;
}

BatchRequestsDialog::BatchRequestsDialog(const upgrade::BatchPlan &plan, cloud::ClientProvider clients,
                                         const QDateTime &now, QWidget *parent)
    : DialogFrame(tr("The requests - Uplift"), 640, parent), m_plan(plan), m_requests(plannedRequests(plan)),
      m_clients(std::move(clients)), m_now(now), m_list(new QListView), m_text(new QPlainTextEdit),
      m_note(new WrapLabel(QString(), Type::Note, Role::Text2)), m_copy(nullptr)
{
    setObjectName(QStringLiteral("batchRequestsDialog"));
    const Environment environment = environmentOf(plan);
    setEnvironmentLine(environment);
    auto *tag = new EnvironmentTag(environment, TagStyle::Solid);
    tag->setObjectName(QStringLiteral("requestsEnvironment"));
    if (const QString production = productionText(plan); !production.isEmpty())
        tag->setText(production);
    body()->addWidget(tag, 0, Qt::AlignLeft);
    QStringList texts;
    for (const PlannedRequest &request : std::as_const(m_requests))
        texts.append(request.text);
    m_list->setObjectName(QStringLiteral("requestList"));
    m_list->setModel(new QStringListModel(texts, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFont(typeFont(Type::Note));
    m_list->setFixedHeight(scaled(140));
    body()->addWidget(new Field(tr("In this &order, wave by wave"), m_list));
    m_text->setObjectName(QStringLiteral("requestText"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setFont(fixedFont(Type::Note));
    m_text->setMinimumHeight(scaled(220));
    m_text->setAccessibleName(tr("The request"));
    body()->addWidget(m_text, 1);
    m_note->setObjectName(QStringLiteral("requestNote"));
    body()->addWidget(m_note);

    m_copy = addButton(tr("Copy"), QStringLiteral("copyRequest"));
    m_copy->setIcon(icon(Icon::Copy));
    QPushButton *oos = addButton(tr("Export the OOS template…"), QStringLiteral("exportTemplate"));
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("closeRequests"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { showRequest(index.row()); });
    connect(oos, &QPushButton::clicked, this, &BatchRequestsDialog::templateRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_text->toPlainText().isEmpty())
            return m_note->setText(tr("There is nothing to copy: no request is chosen."));
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_copy->setText(tr("Copied"));
    });
    if (m_requests.isEmpty())
        m_note->setText(tr("No instance is part of a wave, so nothing would be sent."));
    else
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

QString BatchRequestsDialog::shownText() const { return m_text->toPlainText(); }

void BatchRequestsDialog::showRequest(int row)
{
    if (row < 0 || row >= m_requests.size())
        return;
    m_copy->setText(tr("Copy"));
    const int question = ++m_asked;
    m_clients(m_requests.at(row).account, this,
              [this, row, question](const Result<std::shared_ptr<cloud::Client>> &client) {
                  if (question == m_asked)
                      showPreview(row, client);
              });
}

void BatchRequestsDialog::showPreview(int row, const Result<std::shared_ptr<cloud::Client>> &client)
{
    if (!client) {
        m_text->clear();
        m_note->setText(client.error().message);
        return;
    }
    cloud::ChangeRequest request = requestOf(m_plan, m_requests.at(row), m_now);
    request.nonce = cloud::newNonce();
    m_text->setPlainText(previewText((*client)->previewChange(request)));
    m_note->setText(
        tr("The key id, the signature and the token are masked. The nonce and the time are new in "
           "every request."));
}

} // namespace uplift::ui
