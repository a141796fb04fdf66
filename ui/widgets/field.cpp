// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field.h"

#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace uplift::ui {

Field::Field(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_label(new TextLabel(label, Type::Note, Role::Text2, QFont::Medium)),
      m_editor(editor), m_line(new QWidget), m_mark(lineMark(Icon::CrossRing, Role::Red, Type::Note, 14)),
      m_text(new WrapLabel({}, Type::Note, Role::Text3)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_label);
    m_column->addWidget(editor);
    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_column->addWidget(m_line);
    setLabel(label);
    if (auto *box = qobject_cast<QComboBox *>(editor); box && box->isEditable())
        box->lineEdit()->setAccessibleName(editor->accessibleName());
    // Also what was not typed: a screen reader or an input aid sets the text as a whole.
    if (auto *edit = qobject_cast<QLineEdit *>(editor))
        connect(edit, &QLineEdit::textChanged, this, &Field::clearError);
    showLine();
}

void Field::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setBuddy(m_editor);
    if (m_editor->accessibleName().isEmpty())
        m_editor->setAccessibleName(spokenText(label));
}

void Field::setHelp(const QString &help)
{
    m_help = help;
    showLine();
}

void Field::setError(const QString &sentence, QWidget *remedy)
{
    m_error = sentence;
    m_hasError = true;
    if (m_remedy && m_remedy != remedy)
        m_remedy->deleteLater();
    m_remedy = remedy;
    if (remedy) {
        m_column->addWidget(remedy, 0, Qt::AlignLeft);
        remedy->show();
    }
    showLine();
    announce(this, sentence);
}

void Field::clearError()
{
    if (!m_hasError)
        return;
    if (m_remedy)
        m_remedy->deleteLater();
    m_remedy = nullptr;
    m_error.clear();
    m_hasError = false;
    showLine();
}

QString Field::error() const { return m_error; }

void Field::focusEditor() { m_editor->setFocus(Qt::OtherFocusReason); }

void Field::showLine()
{
    setInvalid(m_editor, m_hasError);
    m_mark->setVisible(m_hasError);
    m_text->setRole(m_hasError ? Role::Red : Role::Text3);
    m_text->setText(m_hasError ? m_error : m_help);
    m_line->setVisible(!m_text->text().isEmpty());
    m_editor->setAccessibleDescription(m_text->text());
}

} // namespace uplift::ui
