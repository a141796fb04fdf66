// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/batchtexts.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace uplift::ui {

class BatchDraft;
class BatchImpactSection;
class IconLabel;
class LinkButton;
class PaneHeader;
class PinnedFoot;
class ScrollForm;
class StopSection;
class TextLabel;
class WavesSection;
class WhenSection;
class WrapLabel;

/// The right pane when several instances are chosen: the rules of the batch, from waves to the one button.
/// Shows a BatchDraft and changes its rules; asks by signal.
class BatchForm : public QWidget {
    Q_OBJECT
public:
    explicit BatchForm(BatchDraft &draft, QWidget *parent = nullptr);
    void setMenu(QMenu *menu); ///< of the plan: save, requests, template, hand over
    void setNow(const QDateTime &now, const QTimeZone &zone);
    void setShort(bool isShort); ///< below 1200 px of window width: the short button label
    void setDryRunShown(bool shown); ///< the link leads there, or back
    /// Rules, name, ticket and note as the draft has them: after a saved plan was opened.
    void showRules();
    void showTicket(); ///< ticket and note alone: they were entered elsewhere
    void focusFirst();
    /// Presses the primary button: names what is missing, or asks for the confirmation.
    void pressPrimary();
    /// Nothing is missing; otherwise it is named and gets the focus.
    bool isReady();

Q_SIGNALS:
    void startRequested();
    void requestsRequested();
    void dryRunRequested(bool shown); ///< show it, or go back to the table

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMiddle();
    void buildRecord();
    void buildFoot();
    void connectAll();
    void onChosen();
    void showPlan();
    void showButton();
    void goTo(const BatchMissing &missing);
    void showProblem(const QString &sentence);
    /// The sentence under the button follows what is missing, and goes with its reason.
    void followProblem(const BatchDecision &decision);

    BatchDraft &m_draft;
    QDateTime m_now;
    bool m_short = false;
    bool m_dryRunShown = false;
    BatchMissing::Where m_named = BatchMissing::Where::Members; ///< what the sentence is about
    PaneHeader *m_header;
    QToolButton *m_menu;
    ScrollForm *m_form;
    WavesSection *m_waves;
    WhenSection *m_when;
    StopSection *m_stop;
    BatchImpactSection *m_impact;
    QLineEdit *m_name;
    QLineEdit *m_ticket;
    QPlainTextEdit *m_note;
    PinnedFoot *m_foot;
    QWidget *m_impactRow;
    TextLabel *m_impactLine;
    IconLabel *m_checksMark;
    TextLabel *m_checksLine;
    LinkButton *m_dryRun;
    LinkButton *m_requests;
    QCheckBox *m_reconnect;
    WrapLabel *m_problem;
    QPushButton *m_primary;
};

} // namespace uplift::ui
