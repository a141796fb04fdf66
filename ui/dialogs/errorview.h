// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"
#include "ui/look/icons.h"
#include "ui/widgets/note.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace uplift::ui {

/// One Error in its four parts, always in the same order and with the same heads, and the RequestId with a
/// copy button.
class ErrorView : public QWidget {
    Q_OBJECT
public:
    struct PartIcon {
        Icon icon;
        Role role;
    };

    explicit ErrorView(QWidget *parent = nullptr);

    /// Another headline or second line than the error's own may be given: "Rejected: …", "HTTP 403,
    /// Forbidden.RAM".
    void setError(const Error &error, const QString &headline = {}, const QString &secondLine = {});
    /// Of the headline's note, where the state is not a refusal; before setError().
    void setNote(NoteKind kind, Icon icon);
    /// Whether anything changed, in a better known sentence than the error's own; before setError().
    void setChanged(const QString &sentence) { m_changed = sentence; }
    /// Off where the RequestId stands elsewhere; before setError().
    void setRequestIdShown(bool shown) { m_showsId = shown; }
    [[nodiscard]] const ErrorText &text() const { return m_text; }
    /// A button that does the next step; two at most, taken away by the next setError().
    QPushButton *addAction(const QString &text, const QString &objectName);

private:
    void addPart(const PartIcon &mark, const QString &head, const QString &sentence,
                 const QString &objectName);
    void addRequestId();

    ErrorText m_text;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_parts = nullptr;
    QHBoxLayout *m_actions = nullptr;
    bool m_showsId = true;
    NoteKind m_noteKind = NoteKind::Red;
    Icon m_noteIcon = Icon::CrossDisc;
    QString m_changed;
};

} // namespace uplift::ui
