// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace uplift::ui {

class IconLabel;

enum class NoteKind { Raised, Amber, Red, Green };

/// A filled, rounded area: verdicts, warnings, release notes. Borderless, but in high contrast.
class Note : public QFrame {
    Q_OBJECT
public:
    explicit Note(NoteKind kind = NoteKind::Raised, QWidget *parent = nullptr);
    /// The kind's colour and its usual icon (none for Raised); setIcon() after it for another.
    void setNoteKind(NoteKind kind);
    void setIcon(Icon icon);
    void setTitle(const QString &title); ///< bold; empty: none
    void setText(const QString &text); ///< plain text, wraps; empty: none
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// For links, buttons or more labels under the text.
    void addWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    NoteKind m_kind;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QBoxLayout *m_column;
};

} // namespace uplift::ui
