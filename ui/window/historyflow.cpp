// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/historyflow.h"

#include "core/errortext.h"
#include "report/historyexport.h"
#include "ui/history/historydetail.h"
#include "ui/history/historypage.h"
#include "ui/session.h"
#include "ui/window/filewriting.h"
#include "ui/window/noticebar.h"
#include "upgrade/outcome.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace uplift::ui {

namespace {

constexpr int exportPage = 500;
constexpr int soonRead = 5000; ///< rows whose chain is read in no time

QFileDialog *fileDialog(QWidget *window, const QString &title, const char *name, const QString &suffix,
                        const QString &filter)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setObjectName(QString::fromLatin1(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(filter);
    return dialog;
}

} // namespace

/// One export on its way: first read page by page, then written by the worker.
struct HistoryFlow::Export {
    Format format = Format::Csv;
    QString path;
    upgrade::HistoryQuery query;
    QList<upgrade::JournaledStep> steps;
};

HistoryFlow::HistoryFlow(Session &session, HistoryPage &page, HistoryDetail &detail, QWidget *window)
    : QObject(window), m_session(session), m_page(page), m_detail(detail), m_window(window)
{
    connect(&page, &HistoryPage::firstShown, this, &HistoryFlow::checkChain);
    connect(&page, &HistoryPage::shownAgain, this, [this] {
        // A check of a long journal holds its writer up: that one is the user's wish.
        if (m_writtenSince && m_chain && *m_chain && (*m_chain)->rows <= soonRead)
            checkChain();
    });
    connect(&page, &HistoryPage::chainCheckRequested, this, &HistoryFlow::checkChain);
    connect(&page, &HistoryPage::selected, this, &HistoryFlow::showSelected);
    connect(&page, &HistoryPage::detailRequested, &detail, &HistoryDetail::focusFirst);
    connect(&page, &HistoryPage::csvRequested, this, [this] { askExport(Format::Csv); });
    connect(&page, &HistoryPage::jsonRequested, this, [this] { askExport(Format::Json); });
    connect(&page, &HistoryPage::archiveRequested, this, &HistoryFlow::askArchive);
    connect(&detail, &HistoryDetail::ticketRequested, this, &HistoryFlow::ticketRequested);
    connect(&detail, &HistoryDetail::runningRequested, this, &HistoryFlow::runningRequested);
    connect(&detail, &HistoryDetail::batchRequested, this, &HistoryFlow::batchRequested);
    connect(&detail, &HistoryDetail::planAgainRequested, this, [this](const upgrade::StepView &step) {
        Q_EMIT planAgainRequested({step.plan.account, step.plan.region, step.plan.instance});
    });
    for (auto signal : {&upgrade::Upgrades::stepAdded, &upgrade::Upgrades::stepChanged})
        connect(&session.upgrades(), signal, this, &HistoryFlow::onStepChanged);
    for (auto signal : {&upgrade::Batches::batchAdded, &upgrade::Batches::batchChanged})
        connect(&session.batches(), signal, this, &HistoryFlow::onBatchChanged);
    connect(&session, &Session::ready, &page, &HistoryPage::touch);
}

void HistoryFlow::onWorkspaceChanged()
{
    QList<std::pair<AccountId, QString>> accounts;
    for (const profiles::Account &account : m_session.workspace().workspace().accounts)
        accounts.append({account.id, account.name});
    m_page.setAccounts(accounts);
}

void HistoryFlow::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_page.setNow(now, zone);
    m_detail.setNow(now, zone);
}

void HistoryFlow::onStepChanged(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step)
        return;
    // Most changes are a percent; the journal has a new row only with a new state.
    const auto known = m_states.constFind(id);
    if (known == m_states.constEnd() || *known != step->state) {
        m_states.insert(id, step->state);
        m_page.touch();
        onWritten();
    }
}

void HistoryFlow::onBatchChanged(const PlanId &id)
{
    const auto batch = m_session.batches().batch(id);
    if (!batch)
        return;
    if (m_batchRows.value(id, -1) == batch->rows.size())
        return;
    m_batchRows.insert(id, batch->rows.size());
    onWritten();
}

void HistoryFlow::showSelected()
{
    const std::optional<HistoryRow> row = m_page.current();
    if (!row)
        return m_detail.showNothing();
    const auto live = m_session.upgrades().step(row->step.plan.id);
    const upgrade::StepView view = live ? *live : upgrade::viewOf(row->step);
    m_detail.showAttempt(view, batchName(view.plan.batch));
}

QString HistoryFlow::batchName(const PlanId &id)
{
    if (id.isEmpty())
        return {};
    if (const auto open = m_session.batches().batch(id))
        return open->plan.name;
    if (const auto known = m_batchNames.constFind(id); known != m_batchNames.constEnd())
        return *known;
    m_batchNames.insert(id, {});
    m_session.journal().batch(id, this, [this, id](const Result<upgrade::JournaledBatch> &batch) {
        if (!batch)
            return; // its line says "A batch"; the history itself is whole
        m_batchNames.insert(id, batch->plan.name);
        showSelected();
    });
    return {};
}

void HistoryFlow::checkChain()
{
    if (std::exchange(m_checking, true))
        return;
    m_writtenSince = false; // what is written meanwhile may be seen or not: it says so then
    m_page.setChain(chainBeingRead(), true);
    m_session.journal().checkChain(this, [this](const Result<upgrade::ChainCheck> &check) {
        m_checking = false;
        m_chain = check;
        m_chainAt = m_page.model()->now();
        showChain();
    });
}

void HistoryFlow::showChain()
{
    if (m_chain && !m_checking)
        m_page.setChain(chainWords(*m_chain, m_chainAt, m_page.model()->zone(), m_writtenSince), false);
}

void HistoryFlow::onWritten()
{
    if (std::exchange(m_writtenSince, true))
        return;
    // What was said of an empty journal is plainly wrong now.
    if (m_chain && *m_chain && (*m_chain)->rows == 0)
        return checkChain();
    showChain();
}

void HistoryFlow::askExport(Format format)
{
    if (m_export)
        return say(
            tr("The history is still being written to %1.").arg(QDir::toNativeSeparators(m_export->path)));
    const bool csv = format == Format::Csv;
    const QString suffix = csv ? QStringLiteral("csv") : QStringLiteral("json");
    QFileDialog *dialog = fileDialog(
        m_window, csv ? tr("Export the history as CSV") : tr("Export the history as JSON"),
        "historyExportDialog", suffix, csv ? tr("Comma-separated values (*.csv)") : tr("JSON (*.json)"));
    const QString day = m_session.clock().now().date().toString(Qt::ISODate);
    dialog->selectFile(QStringLiteral("uplift-history-%1.%2").arg(day, suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { startExport(format, path); });
    dialog->open();
}

void HistoryFlow::startExport(Format format, const QString &path)
{
    auto job = std::make_shared<Export>();
    job->format = format;
    job->path = path;
    job->query = m_page.model()->query();
    job->query.limit = exportPage;
    // What comes in meanwhile would push the pages on; it is not part of this file.
    if (!job->query.to.isValid())
        job->query.to = m_session.clock().now().addMSecs(1);
    m_export = job;
    readOn(job);
}

void HistoryFlow::readOn(const std::shared_ptr<Export> &job)
{
    job->query.offset = static_cast<int>(job->steps.size());
    m_session.journal().history(job->query, this, [this, job](const Result<upgrade::HistoryPage> &page) {
        if (!page) {
            m_export.reset();
            return complain(page.error());
        }
        job->steps += page->steps;
        if (page->steps.isEmpty() || job->steps.size() >= page->total)
            return write(job);
        const QLocale locale;
        say(tr("%1 of %2 attempts are read…")
                .arg(locale.toString(job->steps.size()), locale.toString(page->total)));
        readOn(job);
    });
}

void HistoryFlow::write(const std::shared_ptr<Export> &job)
{
    if (!m_worker)
        m_worker = std::make_unique<Worker>(QStringLiteral("history"));
    m_worker->ask<void>(
        [job] {
            return writeWhole(job->path,
                              job->format == Format::Csv ? report::historyCsv(job->steps)
                                                         : report::historyJson(job->steps));
        },
        this,
        [this, job](const Outcome &written) {
            m_export.reset();
            if (!written)
                return complain(written.error());
            const qsizetype count = job->steps.size();
            const QString path = QDir::toNativeSeparators(job->path);
            say(count == 1 ? tr("1 attempt was written to %1.").arg(path)
                           : tr("%1 attempts were written to %2.").arg(QLocale().toString(count), path),
                QFileInfo(job->path).absolutePath());
        });
}

QString archiveRefusal(int openSteps, int openBatches)
{
    if (openSteps == 0 && openBatches == 0)
        return {};
    QStringList open;
    if (openSteps > 0)
        open.append(openSteps == 1 ? HistoryFlow::tr("1 attempt")
                                   : HistoryFlow::tr("%1 attempts").arg(openSteps));
    if (openBatches > 0)
        open.append(openBatches == 1 ? HistoryFlow::tr("1 batch")
                                     : HistoryFlow::tr("%1 batches").arg(openBatches));
    //: %1 is "3 attempts, 1 batch"
    return HistoryFlow::tr("The journal can be archived once nothing is open in it. Still open: %1.")
        .arg(open.join(HistoryFlow::tr(", ")));
}

Question archiveQuestion()
{
    Question question;
    question.title = HistoryFlow::tr("Archive the journal - Uplift");
    question.heading = HistoryFlow::tr("Archive the journal?");
    question.text = HistoryFlow::tr(
        "Uplift never removes anything from its journal by itself; how long it is kept is up to you. All "
        "that was journaled so far moves into a file of its own, with its chain of hashes, and a new journal "
        "begins. The history shown here is empty then; the file can be read with any SQLite tool.");
    question.act = HistoryFlow::tr("Choose the file…");
    question.keep = HistoryFlow::tr("Leave it as it is");
    return question;
}

void HistoryFlow::askArchive()
{
    const QString refusal = archiveRefusal(m_session.upgrades().openCount(), m_session.batches().openCount());
    if (!refusal.isEmpty())
        return m_page.notices()->showNotice(refusal);
    if (m_session.journal().access() != upgrade::JournalState::Access::Writable)
        return complain(m_session.journal().accessReason().value_or(Error::of(
            Error::Kind::Storage, tr("The journal is not open yet."), tr("Wait a moment, then try again."))));
    auto *dialog = new AskDialog(archiveQuestion(), m_window);
    connect(dialog, &QDialog::accepted, this, &HistoryFlow::chooseArchive);
    dialog->open();
}

void HistoryFlow::chooseArchive()
{
    QFileDialog *dialog = fileDialog(m_window, tr("Archive the journal"), "historyArchiveDialog",
                                     QStringLiteral("sqlite"), tr("Journal (*.sqlite)"));
    // A file that is there is never written over: the journal itself refuses it.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(QStringLiteral("uplift-journal-until-%1.sqlite")
                           .arg(m_session.clock().now().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryFlow::archive);
    dialog->open();
}

void HistoryFlow::archive(const QString &path)
{
    m_session.journal().archive(path, this, [this, path](const Outcome &done) {
        if (!done)
            return complain(done.error());
        say(tr("The journal was moved to %1. A new one has begun.").arg(QDir::toNativeSeparators(path)),
            QFileInfo(path).absolutePath());
        m_page.touch();
        checkChain();
    });
}

void HistoryFlow::say(const QString &sentence, const QString &folder)
{
    QList<NoticeBar::Action> actions;
    if (!folder.isEmpty())
        actions.append(
            {tr("Open the folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    m_page.notices()->showNotice(sentence, actions, Role::Raised);
}

void HistoryFlow::complain(const Error &error) { m_page.notices()->showNotice(errorInBrief(error)); }

} // namespace uplift::ui
