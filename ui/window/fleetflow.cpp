// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fleetflow.h"

#include "ui/instances/instancefilter.h"
#include "ui/instances/instancemodel.h"
#include "ui/instances/instancetable.h"
#include "ui/session.h"
#include "ui/sidebar/sidebar.h"
#include "ui/strip/strip.h"
#include "ui/window/instancespage.h"
#include "ui/window/noticebar.h"
#include "ui/window/troublesdialog.h"

#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr std::chrono::milliseconds slice{5};
constexpr std::chrono::milliseconds folding{50};
constexpr std::chrono::milliseconds scrolling{150};
/// Rows above and below what is seen that are asked for as well.
constexpr int margin = 10;

} // namespace

FleetFlow::FleetFlow(Session &session, InstancesPage &page, Sidebar &sidebar, Strip &strip, QObject *parent)
    : QObject(parent), m_session(session), m_page(page), m_sidebar(sidebar), m_strip(strip)
{
    for (QTimer *timer : {&m_slices, &m_soon, &m_words, &m_screen})
        timer->setSingleShot(true);
    m_slices.setInterval(0);
    m_soon.setInterval(0);
    m_words.setInterval(folding);
    m_screen.setInterval(scrolling);
    connect(&m_slices, &QTimer::timeout, this, &FleetFlow::buildSlice);
    connect(&m_soon, &QTimer::timeout, this, &FleetFlow::rebuild);
    connect(&m_words, &QTimer::timeout, this, &FleetFlow::updateWords);
    connect(&m_screen, &QTimer::timeout, this, &FleetFlow::lookAtScreen);

    fleet::Fleet &fleet = session.fleet();
    connect(&fleet, &fleet::Fleet::rowsChanged, this, &FleetFlow::onRowsChanged);
    connect(&fleet, &fleet::Fleet::listChanged, &m_soon, qOverload<>(&QTimer::start));
    for (auto signal :
         {&fleet::Fleet::regionsChanged, &fleet::Fleet::progressChanged, &fleet::Fleet::askingChanged})
        connect(&fleet, signal, this, [this] {
            if (!m_words.isActive())
                m_words.start();
        });
    connect(&session.upgrades(), &upgrade::Upgrades::stepChanged, this, &FleetFlow::onStepChanged);
    connect(&page, &InstancesPage::refreshRequested, this, &FleetFlow::refresh);
    connect(&page, &InstancesPage::stopRequested, this, &FleetFlow::stop);
    connect(page.filter(), &InstanceFilter::rearranged, &m_screen, qOverload<>(&QTimer::start));
    connect(page.table()->verticalScrollBar(), &QScrollBar::valueChanged, &m_screen,
            qOverload<>(&QTimer::start));
}

void FleetFlow::refresh()
{
    m_session.fleet().refresh();
    updateWords();
}

void FleetFlow::stop() { m_session.fleet().stop(); }

RowMaker FleetFlow::newMaker() const
{
    return {m_session.workspace().workspace(), m_session.upgrades().steps(), m_verified};
}

void FleetFlow::onWorkspaceChanged()
{
    m_soon.start();
    if (m_session.isReady() && m_verified.isEmpty())
        m_session.journal().lastVerified(this, [this](const Result<QHash<QString, QDateTime>> &verified) {
            if (!verified || verified->isEmpty())
                return;
            m_verified = *verified;
            m_soon.start();
        });
}

void FleetFlow::onStepsChanged()
{
    // Attempts are few: their rows alone are made anew.
    m_maker = newMaker();
    QList<fleet::InstanceKey> keys;
    const QList<upgrade::StepView> steps = m_session.upgrades().steps();
    for (const upgrade::StepView &step : steps)
        keys.append({step.plan.account, step.plan.region, step.plan.instance});
    onRowsChanged(keys);
    onBatchesChanged();
}

/// What an attempt left behind is seen at once, not only with the next list.
void FleetFlow::onStepChanged(const StepId &id)
{
    const auto step = m_session.upgrades().step(id);
    if (!step || !upgrade::isEnd(step->state) || m_ended.contains(id))
        return;
    m_ended.insert(id);
    m_session.fleet().refresh({step->plan.account, step->plan.region, step->plan.instance});
}

void FleetFlow::onBatchesChanged()
{
    m_strip.setItems(stripItemsOf(m_session.batches().batches(), m_session.upgrades().steps(),
                                  m_session.clock().now(), QTimeZone::systemTimeZone()));
    if (!m_words.isActive())
        m_words.start();
}

void FleetFlow::onRowsChanged(const QList<fleet::InstanceKey> &keys)
{
    const bool building = m_slices.isActive();
    for (const fleet::InstanceKey &key : keys) {
        const fleet::KnownInstance *known = m_session.fleet().find(key);
        if (!known || !RowMaker::isShown(*known))
            continue;
        m_page.model()->setRow(m_maker.row(*known));
        // The rows being made may be older.
        if (building)
            m_changedMeanwhile.insert(key);
    }
    m_page.rowsChanged();
    if (!m_words.isActive())
        m_words.start();
}

void FleetFlow::rebuild()
{
    m_maker = newMaker();
    m_keys = m_session.fleet().keys();
    m_rows.clear();
    m_rows.reserve(m_keys.size());
    m_changedMeanwhile.clear();
    buildSlice();
}

void FleetFlow::buildSlice()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_keys.isEmpty()) {
        const fleet::KnownInstance *known = m_session.fleet().find(m_keys.takeLast());
        if (known && RowMaker::isShown(*known))
            m_rows.append(m_maker.row(*known));
        if (m_rows.size() % 64 == 0 && timer.elapsed() > slice.count())
            return m_slices.start();
    }
    m_page.setRows(m_rows);
    m_rows = {};
    m_keys = {};
    const QSet<fleet::InstanceKey> again = std::exchange(m_changedMeanwhile, {});
    onRowsChanged({again.begin(), again.end()});
    updateWords();
    m_screen.start();
    Q_EMIT rowsShown();
}

void FleetFlow::updateWords()
{
    const fleet::Fleet &fleet = m_session.fleet();
    m_health = fleetHealth(fleet.accounts(), fleet.regions(), m_session.workspace().workspace(),
                           m_session.clock().now(), QTimeZone::systemTimeZone());
    m_page.setProgress(progressText(fleet.progress()));
    m_page.setReading(fleet.progress().running);
    m_page.troubles()->setVisible(!m_health.notice.isEmpty());
    if (!m_health.notice.isEmpty())
        m_page.troubles()->showNotice(
            m_health.notice,
            {{tr("Details"), [this] { showTroubles(); }}, {tr("Try again"), [this] { refresh(); }}});
    m_strip.setHealth(m_health.healthMark, m_health.health);
    updateSidebar();
}

void FleetFlow::updateSidebar()
{
    SidebarContent content = sidebarContentOf(m_session.workspace().workspace(), m_session.fleet());
    content.counts = m_page.filter()->counts();
    content.plans =
        m_session.batches().openCount() + static_cast<int>(m_session.workspace().workspace().plans.size());
    m_sidebar.setContent(content);
}

void FleetFlow::setNow() { updateWords(); }

void FleetFlow::showTroubles()
{
    // The bar hides after its action; the trouble has not gone.
    m_words.start();
    auto *dialog = new TroublesDialog(m_health.troubles, m_page.window());
    connect(dialog, &TroublesDialog::retryRequested, this, &FleetFlow::refresh);
    dialog->open();
}

void FleetFlow::lookAtScreen()
{
    const InstanceTable *table = m_page.table();
    const InstanceFilter *filter = m_page.filter();
    const int first = std::max(0, table->rowAt(0) - margin);
    const int seen = table->rowAt(table->viewport()->height() - 1);
    const int last = std::min(filter->rowCount() - 1, (seen < 0 ? filter->rowCount() : seen) + margin);
    QList<fleet::InstanceKey> keys;
    for (int row = first; row <= last; ++row) {
        if (filter->isGroup(row))
            continue;
        const InstanceRow &instance = filter->rowAt(filter->index(row, 0));
        keys.append({instance.account, instance.region, instance.id});
    }
    m_session.fleet().setOnScreen(keys);
}

} // namespace uplift::ui
