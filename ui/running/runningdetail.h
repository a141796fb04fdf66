// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/running/taskoffers.h"
#include "upgrade/upgrades.h"

#include <QPointer>
#include <QTimeZone>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace uplift::ui {

class PaneHeader;
class PinnedFoot;
class ScrollForm;
class TextLabel;
class UndecidedPanel;

/// One attempt: its phase large, the steps with their times and the point of no return; undecided: what was
/// seen and the user's decision; ended: the verdict first, evidence after, RequestId pinned. As long as the
/// service offers it, the switch can be moved and the upgrade cancelled. Shows a StepView and adds nothing.
class RunningDetail : public QWidget {
    Q_OBJECT
public:
    explicit RunningDetail(QWidget *parent = nullptr);
    void showNothing();
    /// `changes`: of the task's moment, see changesOf(). `batchName`: of the batch it belongs to; may be
    /// empty.
    void showStep(const upgrade::StepView &step, const QList<upgrade::StepView> &changes = {},
                  const QString &batchName = {});
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void setPractice(bool practice) { m_practice = practice; } ///< its cloud ends with the program
    [[nodiscard]] const std::optional<upgrade::StepView> &step() const { return m_step; }

Q_SIGNALS:
    void decided(const uplift::StepId &step, uplift::upgrade::Decision decision, const QString &reason);
    void pollRequested(const uplift::StepId &step);
    void planAgainRequested(const uplift::StepId &step);
    void moveRequested(const uplift::StepId &step);
    void cancelRequested(const uplift::StepId &step);
    void ticketRequested(const uplift::upgrade::StepView &step);
    void historyRequested(const uplift::upgrade::StepView &step);
    void batchRequested(const uplift::PlanId &batch);

private:
    void rebuild();
    void fillOpen(QVBoxLayout *column);
    void fillPhase(QVBoxLayout *column);
    void fillUndecided(QVBoxLayout *column);
    void fillEnded(QVBoxLayout *column);
    void fillChanges(QVBoxLayout *column);
    void fillFacts(QVBoxLayout *column);
    void fillFoot();
    void addQuietReason(QVBoxLayout *column);
    void fillButtons(QVBoxLayout *column);
    void fillClosing(QVBoxLayout *column);

    std::optional<upgrade::StepView> m_step;
    QList<upgrade::StepView> m_changes;
    QString m_batchName;
    bool m_practice = false;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    PaneHeader *m_header;
    ScrollForm *m_form;
    QWidget *m_content = nullptr;
    PinnedFoot *m_foot;
    QWidget *m_footContent = nullptr;
    QPointer<QLineEdit> m_quietReason; ///< kept while the user types, whatever is asked meanwhile
    StepId m_quietReasonOf;
    QPointer<UndecidedPanel> m_undecided; ///< kept while the user decides, newer evidence goes into it
    QPointer<TextLabel> m_asked;
};

} // namespace uplift::ui
