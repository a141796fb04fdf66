// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QScrollArea>
#include <QWidget>

class QVBoxLayout;

namespace uplift::ui {

/// A pane's scrolling middle. Keeps the 12 px lane of its bar always, so that content and foot share one
/// right edge.
class ScrollForm : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollForm(QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *column() const { return m_column; } ///< the content's layout, margins set
    /// A hairline with 12 px above and below.
    void addHairline();

private:
    QVBoxLayout *m_column;
};

/// What stays at a pane's or dialog's lower edge: hairline on top, margins as the form's.
class PinnedFoot : public QWidget {
    Q_OBJECT
public:
    /// `role`: Canvas in panes, Raised in dialogs.
    explicit PinnedFoot(Role role = Role::Canvas, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_role;
    QVBoxLayout *m_column;
};

/// A plain widget filled with a role's colour.
class Surface : public QWidget {
    Q_OBJECT
public:
    explicit Surface(Role role, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_role;
};

} // namespace uplift::ui
