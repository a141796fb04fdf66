// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker.h"
#include "fleet/knowninstance.h"
#include "ui/dialogs/askdialog.h"
#include "upgrade/journal.h"
#include "upgrade/upgrades.h"

#include <QHash>
#include <QObject>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace uplift::ui {

class HistoryDetail;
class HistoryPage;
class Session;

/// The history over a session: its rows from the journal, the chain of hashes, exports and the archive.
class HistoryFlow : public QObject {
    Q_OBJECT
public:
    HistoryFlow(Session &session, HistoryPage &page, HistoryDetail &detail, QWidget *window);

    void onWorkspaceChanged();
    void setNow(const QDateTime &now, const QTimeZone &zone);

Q_SIGNALS:
    void ticketRequested(const uplift::upgrade::StepView &step);
    void planAgainRequested(const uplift::fleet::InstanceKey &key);
    void runningRequested(const uplift::StepId &step);
    void batchRequested(const uplift::PlanId &batch);

private:
    enum class Format { Csv, Json };
    struct Export;

    void onStepChanged(const StepId &id);
    void onBatchChanged(const PlanId &id);
    void showSelected();
    [[nodiscard]] QString batchName(const PlanId &id);
    void checkChain();
    void showChain();
    void onWritten(); ///< the journal has more rows than before
    void askExport(Format format);
    void startExport(Format format, const QString &path);
    void readOn(const std::shared_ptr<Export> &job);
    void write(const std::shared_ptr<Export> &job);
    void askArchive();
    void chooseArchive();
    void archive(const QString &path);
    void say(const QString &sentence, const QString &folder = {});
    void complain(const Error &error);

    Session &m_session;
    HistoryPage &m_page;
    HistoryDetail &m_detail;
    QWidget *m_window;
    std::unique_ptr<Worker> m_worker; ///< made with the first export: most starts need none
    QHash<StepId, upgrade::StepState> m_states; ///< as the history was last told
    QHash<PlanId, qsizetype> m_batchRows; ///< journaled of each batch, as the history was last told
    QHash<PlanId, QString> m_batchNames; ///< empty: asked for
    std::shared_ptr<Export> m_export; ///< the one under way
    bool m_checking = false;
    std::optional<Result<upgrade::ChainCheck>> m_chain; ///< as last read …
    QDateTime m_chainAt; ///< … then
    bool m_writtenSince = false; ///< … and there are more rows by now
};

/// Before the journal is archived: what moves where, and that Uplift removes nothing by itself.
[[nodiscard]] Question archiveQuestion();
/// Why it cannot be archived now; empty: it can.
[[nodiscard]] QString archiveRefusal(int openSteps, int openBatches);

} // namespace uplift::ui
