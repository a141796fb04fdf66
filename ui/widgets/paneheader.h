// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "ui/look/icons.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace uplift::ui {

class ElideLabel;
class EnvironmentTag;
class TextLabel;

/// The 48 px on top of a pane: title, tag, a second text, tools at the right, hairline below; with the 3 px
/// line of the environment on top of detail panes.
class PaneHeader : public QWidget {
    Q_OBJECT
public:
    explicit PaneHeader(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNote(const QString &note); ///< small, after the title: "128"
    /// Tag and line; nothing takes both away.
    void setEnvironment(std::optional<Environment> environment);
    /// Another text in the tag: "5 production".
    void setTagText(const QString &text);
    /// A 28 px button at the right; `name` is tooltip and accessible name.
    QToolButton *addTool(Icon icon, const QString &name);
    void addWidget(QWidget *widget); ///< at the right

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    ElideLabel *m_title;
    EnvironmentTag *m_tag;
    TextLabel *m_note;
    std::optional<Environment> m_environment;
};

/// A 28 x 28 tool button with our icon; `name` is tooltip and accessible name.
[[nodiscard]] QToolButton *makeToolButton(Icon icon, const QString &name, QWidget *parent,
                                          Role role = Role::Text2);
/// `menu` opens below the button when it is pressed, by whatever means: with Qt's instant mode a screen
/// reader's press does nothing, and a menu with a loop of its own would keep it waiting.
void hangMenu(QToolButton *button, QMenu *menu);
/// The lens at the left of a field that searches; pressed, it leads into the field.
void addLens(QLineEdit *search);

} // namespace uplift::ui
