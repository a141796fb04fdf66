// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impact/impact.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace uplift::ui {

class Figure;
class LinkButton;
class Note;
class TextLabel;
class WrapLabel;

/// What the upgrade will do: bounds, how, what else breaks, recommendations, sources. Adds nothing to the
/// Impact.
class ImpactSection : public QWidget {
    Q_OBJECT
public:
    explicit ImpactSection(QWidget *parent = nullptr);
    /// `title`: "Expected impact"; `head`: "Cluster, 2 zones".
    void show(const impact::Impact &impact, const QString &title, const QString &head);
    /// The lower end of the figures, in this widget's pixels.
    [[nodiscard]] int figuresBottom() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeHead();
    void showFigures(const impact::Impact &impact);
    void showEffects(const impact::Impact &impact);
    void showSources(const impact::Impact &impact);

    QBoxLayout *m_headRow;
    TextLabel *m_title;
    TextLabel *m_head;
    Figure *m_disconnection;
    Figure *m_readOnly;
    Figure *m_duration;
    WrapLabel *m_description;
    Note *m_reasons;
    QWidget *m_effects;
    QVBoxLayout *m_effectRows;
    WrapLabel *m_recommendation;
    LinkButton *m_sourcesLink;
    QWidget *m_sources;
    QVBoxLayout *m_sourceRows;
};

} // namespace uplift::ui
