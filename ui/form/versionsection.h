// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formfacts.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace uplift::ui {

class Field;
class IconLabel;
class LinkButton;
class Note;
class TextLabel;

/// Runs now → upgrade to, with level and release notes.
class VersionSection : public QWidget {
    Q_OBJECT
public:
    explicit VersionSection(QWidget *parent = nullptr);
    void show(const FormFacts &facts);
    /// Below 700 px of window height the note folds to its link.
    void setNotesFolded(bool folded);
    /// "latest_version", or the version typed.
    [[nodiscard]] QString target() const;
    void setTarget(const QString &target);
    void setError(const QString &sentence);
    void focusTarget();

Q_SIGNALS:
    void targetChanged();
    void notesRequested();

private:
    void showLevel(const EngineVersion *version);
    void showNotes(const EngineVersion *version);
    void checkTyped();

    TextLabel *m_current;
    QComboBox *m_box;
    QLineEdit *m_edit;
    Field *m_field;
    IconLabel *m_levelMark;
    TextLabel *m_level;
    TextLabel *m_behind;
    Note *m_note;
    LinkButton *m_noteLink;
    LinkButton *m_foldedLink;
    MinorVersion m_running;
    bool m_folded = false;
    bool m_hasNotes = false;
};

/// Note text in the program's language; the other language when it has none.
[[nodiscard]] QString noteText(const ReleaseNote &note);

} // namespace uplift::ui
