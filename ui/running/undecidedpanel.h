// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/upgrades.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace uplift::ui {

/// What was seen after a lost reply, each with its time, and the user's decision. None of the three sends an
/// upgrade.
class UndecidedPanel : public QWidget {
    Q_OBJECT
public:
    explicit UndecidedPanel(QWidget *parent = nullptr);
    /// Newer evidence; what the user chose and typed stays.
    void showStep(const upgrade::StepView &step);
    [[nodiscard]] upgrade::Decision decision() const;
    [[nodiscard]] QString reason() const;
    /// What the button says: it repeats the choice.
    [[nodiscard]] QString decisionText() const;

Q_SIGNALS:
    void choiceChanged();

private:
    QVBoxLayout *m_evidence;
    QButtonGroup *m_choices;
    QRadioButton *m_wasStarted;
    QLineEdit *m_reason;
};

} // namespace uplift::ui
