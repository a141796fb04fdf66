// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "report/oostemplate.h"
#include "ui/batch/batchconfirmfacts.h"

#include <QObject>

namespace uplift::ui {

class BatchConfirmDialog;
class BatchDraft;
class BatchForm;
class Session;

/// From the plan's button through the one confirmation to a batch that runs, here or in the cloud; its
/// requests, and its template.
class BatchStartFlow : public QObject {
    Q_OBJECT
public:
    BatchStartFlow(Session &session, BatchDraft &draft, BatchForm &form, QWidget *window);
    void confirm();
    void confirmHandover(); ///< to the service's own orchestration
    void showRequests();
    void exportTemplate(); ///< asks for a folder
    /// The plan as it would be started now.
    [[nodiscard]] upgrade::BatchPlan confirmedPlan();

Q_SIGNALS:
    void started(const uplift::PlanId &id);
    void failed(const uplift::Error &error); ///< nothing was begun
    void done(const QString &sentence);

private:
    void open(const upgrade::BatchPlan &plan, const QList<report::OosHandover> &handovers);
    void start(const upgrade::BatchPlan &plan);
    void openRequests(const upgrade::BatchPlan &plan);
    void write(const QString &folder, const QList<report::OosHandover> &handovers);
    [[nodiscard]] QHash<AccountId, QString> accountNames() const;

    Session &m_session;
    BatchDraft &m_draft;
    BatchForm &m_form;
    QWidget *m_window;
    Worker m_worker;
};

} // namespace uplift::ui
