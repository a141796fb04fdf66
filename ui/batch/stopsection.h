// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/batch.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace uplift::ui {

/// When nothing new is begun any more.
class StopSection : public QWidget {
    Q_OBJECT
public:
    explicit StopSection(QWidget *parent = nullptr);
    void show(const upgrade::StopRules &rules);
    [[nodiscard]] upgrade::StopRules rules() const;

Q_SIGNALS:
    void chosen();

private:
    void nameFailures();

    QCheckBox *m_failures;
    QSpinBox *m_count;
    QCheckBox *m_undecided;
    QCheckBox *m_outside;
};

} // namespace uplift::ui
