// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planmember.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace uplift::ui {

class Field;
class LinkButton;
class Segmented;
class WrapLabel;

/// How a batch is cut into waves: by what, the canary, how many at once, how long to wait.
class WavesSection : public QWidget {
    Q_OBJECT
public:
    explicit WavesSection(QWidget *parent = nullptr);
    void show(const upgrade::BatchRules &rules);
    /// Puts what was chosen into `rules`; by hand is not among it.
    void apply(upgrade::BatchRules &rules) const;
    /// Who may be the canary, in the plan's order; `first` is who becomes it when none is named.
    void setMembers(const upgrade::BatchPlan &plan, const upgrade::BatchRules &rules);
    void setDryRunShown(bool shown); ///< then no link leads there
    [[nodiscard]] bool areSizesWrong() const;
    void focusFirst();
    void focusSizes(const QString &sentence);

Q_SIGNALS:
    void chosen();
    void dryRunRequested();

private:
    void buildFields();
    void onSizes();
    void showWays();

    Segmented *m_ways;
    QComboBox *m_canary;
    QSpinBox *m_atOnce;
    QComboBox *m_afterCanary;
    QComboBox *m_between;
    QLineEdit *m_sizes;
    Field *m_sizesField;
    WrapLabel *m_byHand;
    LinkButton *m_showDryRun;
    bool m_dryRunShown = false;
    QList<InstanceId> m_listed; ///< in the box of canaries, from its third item
};

} // namespace uplift::ui
