// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QTimeZone>
#include <QWidget>

class QVBoxLayout;

namespace uplift::ui {

class PaneHeader;
class PinnedFoot;
class ScrollForm;

/// One attempt as it was journaled: the verdict first, why and what next, then the facts, every state with
/// its time, what was seen, the nodes before and after, who decided what. Shows a StepView and adds nothing.
class HistoryDetail : public QWidget {
    Q_OBJECT
public:
    explicit HistoryDetail(QWidget *parent = nullptr);
    void showNothing();
    /// `batchName`: of the batch it belongs to, when it is known.
    void showAttempt(const upgrade::StepView &step, const QString &batchName = {});
    void setNow(const QDateTime &now, const QTimeZone &zone);
    [[nodiscard]] const std::optional<upgrade::StepView> &step() const { return m_step; }
    void focusFirst();

Q_SIGNALS:
    void ticketRequested(const uplift::upgrade::StepView &step);
    void planAgainRequested(const uplift::upgrade::StepView &step);
    void runningRequested(const uplift::StepId &step); ///< it is still open
    void batchRequested(const uplift::PlanId &batch);

private:
    void rebuild();
    void fillFacts(QVBoxLayout *column);
    void fillStates(QVBoxLayout *column);
    void fillRequestIds(QVBoxLayout *column);
    void fillFoot();

    std::optional<upgrade::StepView> m_step;
    QString m_batchName;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    PaneHeader *m_header;
    ScrollForm *m_form;
    QWidget *m_content = nullptr;
    PinnedFoot *m_foot;
    QWidget *m_footContent = nullptr;
};

/// One state of an attempt, as a line; pure.
struct StateLine {
    upgrade::StepState state = upgrade::StepState::Planned;
    QString word;
    QString day; ///< "Thu 19 Nov", where it is another one than in the line before
    QString time; ///< "13:58:02.318"
    QString lasted; ///< "41 s"; empty for an end
    friend bool operator==(const StateLine &, const StateLine &) = default;
};
/// `now`: what an open state has lasted until.
[[nodiscard]] QList<StateLine> stateLines(const upgrade::StepView &step, const QDateTime &now,
                                          const QTimeZone &zone);

} // namespace uplift::ui
