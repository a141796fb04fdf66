// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QPointer>
#include <QTimeZone>
#include <QWidget>

class QVBoxLayout;

namespace uplift::ui {

class PaneHeader;
class PinnedFoot;
class ScrollForm;
class TextLabel;
class UndecidedPanel;

/// One attempt: its phase large, the steps with their times and the point of no return; undecided: what was
/// seen and the user's decision; ended: the verdict first, evidence after, RequestId pinned. Shows a StepView
/// and adds nothing.
class RunningDetail : public QWidget {
    Q_OBJECT
public:
    explicit RunningDetail(QWidget *parent = nullptr);
    void showNothing();
    void showStep(const upgrade::StepView &step);
    void setNow(const QDateTime &now, const QTimeZone &zone);

Q_SIGNALS:
    void decided(const uplift::StepId &step, uplift::upgrade::Decision decision, const QString &reason);
    void pollRequested(const uplift::StepId &step);
    void planAgainRequested(const uplift::StepId &step);

private:
    void rebuild();
    void fillOpen(QVBoxLayout *column);
    void fillUndecided(QVBoxLayout *column);
    void fillEnded(QVBoxLayout *column);
    void fillAlarms(QVBoxLayout *column);
    void fillFacts(QVBoxLayout *column);
    void fillFoot();

    std::optional<upgrade::StepView> m_step;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    PaneHeader *m_header;
    ScrollForm *m_form;
    QWidget *m_content = nullptr;
    PinnedFoot *m_foot;
    QWidget *m_footContent = nullptr;
    QPointer<UndecidedPanel> m_undecided; ///< kept while the user decides, newer evidence goes into it
    QPointer<TextLabel> m_asked;
};

} // namespace uplift::ui
