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
class WrapLabel;

/// What is upgraded, where there is a choice; runs now → upgrade to, with level and release notes.
class VersionSection : public QWidget {
    Q_OBJECT
public:
    explicit VersionSection(QWidget *parent = nullptr);
    void show(const FormFacts &facts);
    /// Below 700 px of window height the note folds to its link.
    void setNotesFolded(bool folded);
    /// "latest_version", or the version typed.
    [[nodiscard]] QString target() const;
    [[nodiscard]] upgrade::BatchParts parts() const; ///< as chosen last
    void setTarget(const QString &target);
    void setError(const QString &sentence);
    void focusTarget();

Q_SIGNALS:
    void targetChanged();
    void partsChanged();
    void notesRequested();

private:
    /// What the section shows: of the kernel or of the proxies.
    struct Shown {
        MinorVersion current;
        MinorVersion latest;
        UpdateLevel level = UpdateLevel::Unknown;
        QList<ReleaseNote> notes;
        QString rawNotes;
        Outdated verdict = Outdated::Unknown;
    };
    [[nodiscard]] static Shown shownOf(const EngineVersion *version, bool proxy);
    QWidget *buildParts();
    void showParts(const FormFacts &facts);
    void offerNamed(bool offered);
    void showLevel(const Shown &shown);
    void showNotes(const Shown &shown);
    void checkTyped();

    QWidget *m_partsRow;
    QComboBox *m_parts;
    QList<upgrade::BatchParts> m_offered;
    WrapLabel *m_proxyLine;
    TextLabel *m_currentLabel;
    TextLabel *m_current;
    QComboBox *m_box;
    QLineEdit *m_edit;
    Field *m_field;
    IconLabel *m_levelMark;
    TextLabel *m_level;
    WrapLabel *m_behind;
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
