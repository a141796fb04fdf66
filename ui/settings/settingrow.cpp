// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "ui/help/keylines.h"
#include "ui/look/type.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace uplift::ui {

namespace {

QString wordsOn(const QWidget *control)
{
    QStringList words;
    if (const auto *combo = qobject_cast<const QComboBox *>(control)) {
        for (int i = 0; i < combo->count(); ++i)
            words.append(combo->itemText(i));
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(control))
        words.append(button->text());
    for (const auto *button : control->findChildren<QAbstractButton *>())
        words.append(button->text());
    for (const auto *label : control->findChildren<QLabel *>())
        words.append(label->text());
    return plainActionText(words.join(QLatin1Char('\n')));
}

} // namespace

SettingRow::SettingRow(const QString &id, const QString &name, QWidget *control, const QString &explanation,
                       QWidget *parent)
    : QWidget(parent), m_name(plainActionText(name)), m_explanation(explanation), m_control(control),
      m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("setting-%1").arg(id));
    m_column->setContentsMargins({});
    m_column->setSpacing(scaled(4));
    auto *field = new Field(name, control, this);
    field->setHelp(explanation);
    m_column->addWidget(field);
    control->setAccessibleName(m_name);
    control->setAccessibleDescription(explanation);
}

void SettingRow::setDefault(SettingDefault standard)
{
    m_default = std::move(standard);
    //: %1 is the name of a setting
    m_reset = new LinkButton(tr("Back to the default"), this);
    m_reset->setAccessibleName(tr("%1: back to the default").arg(m_name));
    m_reset->setObjectName(QStringLiteral("reset"));
    m_column->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_control->setFocus();
        m_default.reset();
        showReset();
    });
    showReset();
}

void SettingRow::showReset()
{
    if (m_reset)
        m_reset->setVisible(!m_default.isDefault());
}

bool SettingRow::holds(const QString &words) const
{
    const QString text = m_name + QLatin1Char('\n') + m_explanation + QLatin1Char('\n') + wordsOn(m_control);
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

SettingSection::SettingSection(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, scaled(12));
    m_column->setSpacing(scaled(12));
    m_column->addWidget(new TextLabel(title, Type::Title, Role::Text, QFont::DemiBold));
    m_column->addWidget(new Hairline);
}

SettingRow *SettingSection::add(SettingRow *row)
{
    m_column->addWidget(row);
    m_rows.append(row);
    return row;
}

int SettingSection::filter(const QString &words)
{
    const bool all = m_title.contains(words.trimmed(), Qt::CaseInsensitive);
    int left = 0;
    for (SettingRow *row : m_rows) {
        const bool shown = all || row->holds(words);
        row->setVisible(shown);
        left += shown ? 1 : 0;
    }
    setVisible(left > 0);
    return left;
}

} // namespace uplift::ui
