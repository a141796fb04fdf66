// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "ui/dialogs/dialogframe.h"
#include "upgrade/batch.h"

class QListView;
class QPlainTextEdit;

namespace uplift::ui {

class WrapLabel;

/// One request of a batch, in the order they are sent as far as that is known before.
struct PlannedRequest {
    AccountId account;
    upgrade::PartRef part;
    int handover = -1; ///< index into BatchPlan::handedOver; -1: the part is sent from here
    QString text; ///< "1.  Wave 2: orders-cache, ModifyInstanceMinorVersion"
};
/// Of a plan that is handed over: one for each execution.
[[nodiscard]] QList<PlannedRequest> plannedRequests(const upgrade::BatchPlan &plan);
/// The call itself, without its nonce.
[[nodiscard]] cloud::ChangeRequest requestOf(const upgrade::BatchPlan &plan, const PlannedRequest &request,
                                             const QDateTime &now);

/// "Show the requests": every request of a batch in order; the one chosen in full, with secrets and signature
/// masked. Nothing here is sent.
class BatchRequestsDialog : public DialogFrame {
    Q_OBJECT
public:
    BatchRequestsDialog(const upgrade::BatchPlan &plan, cloud::ClientProvider clients, const QDateTime &now,
                        QWidget *parent = nullptr);
    [[nodiscard]] QString shownText() const;

Q_SIGNALS:
    void templateRequested(); ///< the same as a template of the service's orchestration

private:
    void showRequest(int row);
    void showPreview(int row, const Result<std::shared_ptr<cloud::Client>> &client);

    upgrade::BatchPlan m_plan;
    QList<PlannedRequest> m_requests;
    cloud::ClientProvider m_clients;
    QDateTime m_now;
    int m_asked = 0; ///< answers to older questions are passed over
    QListView *m_list;
    QPlainTextEdit *m_text;
    WrapLabel *m_note;
    QPushButton *m_copy;
};

} // namespace uplift::ui
