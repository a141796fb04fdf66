// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace uplift::ui {

class IconLabel;
class WrapLabel;

/// A labelled editor: label above with buddy, help or error under it. The editor becomes a child.
class Field : public QWidget {
    Q_OBJECT
public:
    Field(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *editor() const { return m_editor; }
    void setLabel(const QString &label); ///< may hold a mnemonic
    void setHelp(const QString &help); ///< shown while there is no error
    /// Red border, cross ring and one sentence; the input stays. `remedy` (optional, becomes a child) stands
    /// below it.
    void setError(const QString &sentence, QWidget *remedy = nullptr);
    void clearError();
    [[nodiscard]] bool hasError() const { return m_hasError; }
    [[nodiscard]] QString error() const;
    void focusEditor();

private:
    void showLine();

    QLabel *m_label;
    QWidget *m_editor;
    QWidget *m_line;
    IconLabel *m_mark;
    WrapLabel *m_text;
    QVBoxLayout *m_column;
    QWidget *m_remedy = nullptr;
    QString m_help;
    QString m_error;
    bool m_hasError = false;
};

} // namespace uplift::ui
