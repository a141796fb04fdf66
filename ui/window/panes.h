// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QSplitter>
#include <QWidget>

namespace uplift::ui {

class Preferences;
class Surface;

/// How wide the window is, at 100 % text (ui.md 11).
enum class WidthClass {
    Paged, ///< below 1024: the middle and the right pane take turns
    Narrow, ///< below 1200: the sidebar folds
    Wide,
    Large ///< from 1600
};
/// `pixels` at `scale` (1.0 = 100 % text).
[[nodiscard]] WidthClass widthClassOf(int pixels, qreal scale);

/// Middle and right pane side by side, with a line between them that can be moved: by the pointer, or by
/// Ctrl+Shift+Left and Right. Its place is remembered for each class of width. Where there is no room for
/// both they take turns.
class Panes : public QWidget {
    Q_OBJECT
public:
    /// `preferences` outlives it; the panes become children. `shortcuts` gets the actions that move the line.
    Panes(QWidget *middle, QWidget *right, Preferences &preferences, QWidget *shortcuts);

    void adapt(WidthClass width);
    [[nodiscard]] WidthClass widthClass() const { return m_class; }
    void showRight(); ///< where they take turns; otherwise both are there
    /// Back to the middle one; false when it was there.
    bool goBack();
    [[nodiscard]] bool isRightShown() const;
    [[nodiscard]] const QList<QAction *> &moves() const { return m_moves; } ///< of the line, for a menu
    [[nodiscard]] int rightWidth() const; ///< in pixels

Q_SIGNALS:
    void wentBack();

private:
    void buildBack();
    void showPage();
    void move(int pixels);
    void remember();
    void place();

    Preferences &m_preferences;
    QWidget *m_middle;
    QWidget *m_right;
    QSplitter *m_splitter;
    QList<QAction *> m_moves;
    Surface *m_back = nullptr;
    WidthClass m_class = WidthClass::Wide;
    bool m_rightPage = false;
};

} // namespace uplift::ui
