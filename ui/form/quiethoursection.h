// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formfacts.h"

#include <QWidget>

#include <optional>

namespace uplift::ui {

class LinkButton;
class QuietHourChart;
class WrapLabel;

/// The last week's load with the chosen time in it, and the way to a quieter window. Hidden while nothing is
/// known of the load.
class QuietHourSection : public QWidget {
    Q_OBJECT
public:
    explicit QuietHourSection(QWidget *parent = nullptr);
    /// `mayChange`: a proposal is offered, not only shown.
    void show(const std::optional<QuietHourFacts> &facts, bool mayChange);
    /// Below 700 px of window height: its sentence alone.
    void setFolded(bool folded);
    [[nodiscard]] bool isDrawn() const; ///< the chart, not only its sentence

Q_SIGNALS:
    void useWindowRequested();

private:
    void arrange();

    std::optional<QuietHourFacts> m_facts;
    bool m_mayChange = false;
    bool m_folded = false;
    QuietHourChart *m_chart;
    WrapLabel *m_sentence;
    LinkButton *m_use;
};

} // namespace uplift::ui
