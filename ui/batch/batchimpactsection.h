// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/batch/planmember.h"

#include <QWidget>

namespace uplift::ui {

class Figure;
class TextLabel;
class WrapLabel;

/// What a batch does to each of its instances at the worst.
class BatchImpactSection : public QWidget {
    Q_OBJECT
public:
    explicit BatchImpactSection(QWidget *parent = nullptr);
    void show(const BatchImpact &impact);

private:
    TextLabel *m_worst;
    Figure *m_disconnection;
    Figure *m_readOnly;
    Figure *m_single;
    WrapLabel *m_unbounded;
    WrapLabel *m_proxies;
    WrapLabel *m_recommendation;
};

} // namespace uplift::ui
