// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QWidget>

namespace uplift::ui {

/// One choice of a Segmented: a radio button by role and keyboard, drawn as part of the bar.
class SegmentButton : public QRadioButton {
    Q_OBJECT
public:
    SegmentButton(const QString &text, QWidget *parent);
    void setDot(Role role); ///< a small square before the text, as the environments have
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &) const override { return true; }

private:
    int m_dot = -1; ///< Role, or none
};

/// Two or three exclusive choices side by side.
class Segmented : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(QWidget *parent = nullptr);
    /// Adds a choice known by `id` (at least 0). The first one added is checked.
    SegmentButton *add(int id, const QString &text);
    void setText(int id, const QString &text);
    [[nodiscard]] int current() const; ///< -1 when empty
    void setCurrent(int id); ///< without chosen()
    [[nodiscard]] QButtonGroup *group() const { return m_group; }

Q_SIGNALS:
    void chosen(int id); ///< by the user, only when it changed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace uplift::ui
