// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/notesdialog.h"

#include "core/redact.h"
#include "ui/form/versionsection.h"
#include "ui/look/marks.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/environmenttag.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

QWidget *entry(const ReleaseNote &note)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    const Mark mark = levelMark(note.level);
    head->addWidget(
        new TextLabel(note.version.isKnown() ? note.version.text() : plainLine(note.version.raw()),
                      Type::Body, Role::Text, QFont::DemiBold));
    head->addWidget(new IconLabel(mark.icon, mark.role, 14));
    head->addWidget(new TextLabel(mark.word, Type::Note, mark.wordRole, QFont::Medium));
    head->addStretch();
    head->addWidget(new TextLabel(plainLine(note.date), Type::Note, Role::Text3));
    column->addLayout(head);
    column->addWidget(new WrapLabel(noteText(note), Type::Body, Role::Text2));
    return widget;
}

} // namespace

NotesDialog::NotesDialog(const QString &instanceName, Environment environment, const EngineVersion &version,
                         QWidget *parent)
    : DialogFrame(tr("Release notes - Uplift"), 600, parent)
{
    setObjectName(QStringLiteral("notesDialog"));
    setEnvironmentLine(environment);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(10));
    head->addWidget(new ElideLabel(tr("Release notes for %1").arg(plainLine(instanceName)), Type::Heading,
                                   Role::Text, QFont::DemiBold));
    head->addWidget(new EnvironmentTag(environment, TagStyle::Solid));
    head->addStretch(1);
    body()->addLayout(head);
    body()->addWidget(
        new WrapLabel(tr("From the version in use, %1, to the latest. In the service's own words.")
                          .arg(version.current.isKnown() ? version.current.text() : tr("unknown")),
                      Type::Note, Role::Text2));
    for (const ReleaseNote &note : version.notes) {
        body()->addWidget(new Hairline);
        body()->addWidget(entry(note));
    }
    if (version.notes.isEmpty())
        body()->addWidget(new WrapLabel(plainLine(version.rawNotes), Type::Note, Role::Text2));
    addFootSpace();
    QPushButton *close = addButton(tr("Close"), QStringLiteral("notesClose"));
    setKind(close, "primary");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace uplift::ui
