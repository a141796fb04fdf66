// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "profiles/workspace.h"
#include "ui/dialogs/dialogframe.h"

#include <QStringList>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace uplift::ui {

class Note;
class Segmented;

/// Saves, renames or edits one instance profile. What is typed stays until it is saved: the caller closes the
/// dialog with accept() once saveRequested() was carried out, or hands back the error.
class ProfileDialog : public DialogFrame {
    Q_OBJECT
public:
    enum class Purpose { Save, Rename, Edit };
    /// `accountName` is shown; `groups` are offered beside what is typed.
    ProfileDialog(Purpose purpose, const profiles::Profile &profile, const QString &accountName,
                  const QStringList &groups, QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// The profile as it stands in the fields, name and group trimmed.
    [[nodiscard]] profiles::Profile profile() const;
    /// Under the field it names, or as a note.
    void setError(const Error &error);

Q_SIGNALS:
    void saveRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildFacts(const QString &accountName);
    void buildFields(const QStringList &groups);
    void buildButtons();
    [[nodiscard]] QString nameProblem() const;
    void checkName();
    void onSave();

    Purpose m_purpose;
    profiles::Profile m_profile;
    Field *m_nameField = nullptr;
    QLineEdit *m_name = nullptr;
    Segmented *m_environment = nullptr;
    Field *m_groupField = nullptr;
    QComboBox *m_group = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    Segmented *m_moment = nullptr;
    QCheckBox *m_readOnly = nullptr;
    Note *m_error = nullptr;
};

} // namespace uplift::ui
