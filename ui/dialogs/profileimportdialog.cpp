// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profileimportdialog.h"

#include "core/errortext.h"
#include "core/redact.h"
#include "ui/look/style.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

using Kind = profiles::ImportRow::Kind;

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return ProfileImportDialog::tr("New");
    case Kind::Changed:
        return ProfileImportDialog::tr("Changes");
    case Kind::Unchanged:
        return ProfileImportDialog::tr("As it is here");
    case Kind::Conflicting:
        return ProfileImportDialog::tr("Name is taken");
    case Kind::Refused:
        break;
    }
    return ProfileImportDialog::tr("Cannot be taken");
}

QString fieldName(const QString &field)
{
    const std::pair<const char *, QString> names[] = {
        {"name", ProfileImportDialog::tr("Name")},
        {"account", ProfileImportDialog::tr("Account")},
        {"region", ProfileImportDialog::tr("Region")},
        {"instanceId", ProfileImportDialog::tr("Instance")},
        {"environment", ProfileImportDialog::tr("Environment")},
        {"group", ProfileImportDialog::tr("Group")},
        {"notes", ProfileImportDialog::tr("Notes")},
        {"moment", ProfileImportDialog::tr("When")},
        {"readOnly", ProfileImportDialog::tr("Read-only")},
    };
    for (const auto &[key, name] : names) {
        if (field == QLatin1String(key))
            return name;
    }
    return field;
}

QString orNothing(const QString &text) { return text.isEmpty() ? ProfileImportDialog::tr("nothing") : text; }

} // namespace

ProfileImportDialog::ProfileImportDialog(const QString &fileName, const QList<profiles::ImportRow> &rows,
                                         QWidget *parent)
    : DialogFrame(tr("Import profiles from %1 - Uplift").arg(plainLine(fileName)), 640, parent)
{
    setObjectName(QStringLiteral("profileImportDialog"));
    body()->setSpacing(scaled(8));
    body()->addWidget(new WrapLabel(rows.isEmpty()
                                        ? tr("The file holds no profile.")
                                        : tr("Nothing is changed before you import; it can be taken back."),
                                    Type::Body, Role::Text2));
    const QSet<qsizetype> safe = profiles::safeRows(rows);
    for (qsizetype i = 0; i < rows.size(); ++i)
        addRow(rows.at(i), safe.contains(i));
    addFootSpace();
    QPushButton *cancel = addButton(tr("Cancel"), QStringLiteral("profileImportCancel"));
    m_import = addButton(tr("&Import"), QStringLiteral("profileImportNow"));
    setKind(m_import, "primary");
    m_import->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ProfileImportDialog::importRequested);
    updateButton();
}

void ProfileImportDialog::addRow(const profiles::ImportRow &row, bool ticked)
{
    body()->addWidget(new Hairline);
    auto *line = new QHBoxLayout;
    const QString name = plainLine(row.after.name);
    QCheckBox *tick = nullptr;
    if (row.kind == Kind::Refused || row.kind == Kind::Unchanged) {
        // Names stand under each other, with a box before them or not.
        line->addSpacing(style()->pixelMetric(QStyle::PM_IndicatorWidth)
                         + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
        line->addWidget(new ElideLabel(name, Type::Body, Role::Text2));
    } else {
        tick = new QCheckBox(withoutMnemonic(name));
        tick->setObjectName(QStringLiteral("profileRow%1").arg(m_ticks.size()));
        tick->setChecked(ticked);
        connect(tick, &QCheckBox::toggled, this, &ProfileImportDialog::updateButton);
        line->addWidget(tick);
    }
    m_ticks.append(tick);
    line->addWidget(new EnvironmentTag(row.after.environment));
    line->addStretch(1);
    line->addWidget(
        new TextLabel(kindText(row.kind), Type::Note, row.kind == Kind::Refused ? Role::Amber : Role::Text3));
    body()->addLayout(line);
    auto *place = new QHBoxLayout;
    place->setSpacing(scaled(12));
    place->addWidget(
        new ElideLabel(plainLine(row.accountName) + QStringLiteral(" · ") + plainLine(row.after.region.value),
                       Type::Note, Role::Text3));
    auto *id = new TextLabel(plainLine(row.after.instance.value), Type::Note, Role::Text3);
    id->setFixed(true);
    place->addWidget(id);
    place->addStretch(1);
    body()->addLayout(place);
    for (const profiles::FieldChange &change : row.changes)
        body()->addWidget(new WrapLabel(
            tr("%1: %2 → %3").arg(fieldName(change.field), orNothing(change.before), orNothing(change.after)),
            Type::Note, Role::Text2));
    if (!row.reason.isEmpty())
        body()->addWidget(new WrapLabel(row.reason, Type::Note, Role::Text2));
}

QSet<qsizetype> ProfileImportDialog::chosen() const
{
    QSet<qsizetype> rows;
    for (qsizetype i = 0; i < m_ticks.size(); ++i) {
        if (m_ticks.at(i) && m_ticks.at(i)->isChecked())
            rows.insert(i);
    }
    return rows;
}

void ProfileImportDialog::updateButton()
{
    const auto count = static_cast<int>(chosen().size());
    m_import->setEnabled(count > 0);
    m_import->setText(count > 0 ? tr("&Import %n profile(s)", nullptr, count) : tr("Tick at least one"));
}

void ProfileImportDialog::setError(const Error &error)
{
    auto *note = new Note(NoteKind::Red);
    note->setText(errorInBrief(error));
    body()->insertWidget(0, note);
    reveal(note);
}

} // namespace uplift::ui
