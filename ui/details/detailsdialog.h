// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/instancedetails.h"
#include "ui/details/detailsections.h"
#include "ui/dialogs/dialogframe.h"
#include "upgrade/upgrades.h"

#include <QSet>
#include <QTimeZone>
#include <QTimer>

namespace uplift::ui {

class Note;

/// Everything known of one instance, each part with its source and age, and what may be changed from here.
/// Stays open beside the window. Asks for changes by signal; shows how they stand, and asks anew once they
/// have ended.
class DetailsDialog : public DialogFrame {
    Q_OBJECT
public:
    /// `details` goes with the dialog.
    DetailsDialog(fleet::InstanceDetails *details, const QString &name, Environment environment,
                  const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] bool isAsking() const { return m_details->asking() > 0; }
    [[nodiscard]] const QList<DetailSection> &sections() const { return m_sections; }
    [[nodiscard]] const fleet::InstanceDetails &details() const { return *m_details; }
    /// Steps of this instance that are no upgrades, newest first.
    void setSteps(const QList<upgrade::StepView> &steps);
    /// What was asked for from here was not sent.
    void showRefusal(const Error &error);

Q_SIGNALS:
    void actionRequested(const uplift::ui::DetailAction &action);

private:
    void refresh();
    QWidget *widgetOf(const DetailSection &section, int number);
    QWidget *valueOf(const QString &text, const QList<DetailAction> &actions);
    QWidget *buttonsOf(const QList<DetailAction> &actions);

    fleet::InstanceDetails *m_details;
    const Clock &m_clock;
    QList<DetailSection> m_sections;
    QList<QWidget *> m_widgets; ///< beside m_sections
    Note *m_refusal; ///< until the next request
    QWidget *m_changes; ///< how the newest changes stand
    QList<QString> m_shownChanges;
    QSet<StepId> m_ended; ///< steps whose end led to new questions
    QPushButton *m_again = nullptr;
    QTimer m_soon; ///< folds answers
};

} // namespace uplift::ui
