// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profiledialog.h"

#include "core/redact.h"
#include "ui/dialogs/environmentchoice.h"
#include "ui/look/accessibility.h"
#include "ui/look/style.h"
#include "ui/look/type.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace uplift::ui {

namespace {

QString titleOf(ProfileDialog::Purpose purpose)
{
    switch (purpose) {
    case ProfileDialog::Purpose::Save:
        return ProfileDialog::tr("Save profile - Uplift");
    case ProfileDialog::Purpose::Rename:
        return ProfileDialog::tr("Rename profile - Uplift");
    case ProfileDialog::Purpose::Edit:
        break;
    }
    return ProfileDialog::tr("Edit profile - Uplift");
}

} // namespace

ProfileDialog::ProfileDialog(Purpose purpose, const profiles::Profile &profile, const QString &accountName,
                             const QStringList &groups, QWidget *parent)
    : DialogFrame(titleOf(purpose), 640, parent), m_purpose(purpose), m_profile(profile)
{
    setObjectName(QStringLiteral("profileDialog"));
    buildFacts(accountName);
    buildFields(groups);
    buildButtons();
}

ProfileDialog::~ProfileDialog()
{
    // A field that loses the focus while it is deleted would still ask this dialog to check it.
    if (QWidget *focused = focusWidget())
        focused->clearFocus();
}

void ProfileDialog::buildFacts(const QString &accountName)
{
    auto *rows = new FactRows(80);
    rows->setObjectName(QStringLiteral("profileFacts"));
    TextLabel *id = rows->add(tr("Instance"), m_profile.instance.value);
    id->setFixed(true);
    rows->add(tr("Account"), tr("%1, %2").arg(plainLine(accountName), m_profile.region.value));
    body()->addWidget(rows);
}

void ProfileDialog::buildFields(const QStringList &groups)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(12));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_name = new QLineEdit(m_profile.name);
    m_name->setObjectName(QStringLiteral("profileName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(200);
    m_nameField = new Field(tr("&Name"), m_name);
    m_nameField->setHelp(tr("Shown in lists and on change tickets"));
    // A new name is all that is asked for; the rest of the profile stays as it is.
    const bool whole = m_purpose != Purpose::Rename;
    grid->addWidget(m_nameField, 0, 0, 1, whole ? 1 : 2, Qt::AlignTop);
    m_environment = environmentChoice(m_profile.environment);
    auto *environment = new Field(tr("Environment"), m_environment);
    environment->setHelp(tr("Production asks to type names"));
    grid->addWidget(environment, 0, 1, Qt::AlignTop);

    m_group = new QComboBox;
    m_group->setObjectName(QStringLiteral("profileGroup"));
    m_group->setAccessibleName(tr("Group (optional)"));
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->addItems(groups);
    m_group->setCurrentText(m_profile.group);
    m_group->lineEdit()->setPlaceholderText(tr("None"));
    m_groupField = new Field(tr("&Group (optional)"), m_group);
    grid->addWidget(m_groupField, 1, 0, Qt::AlignTop);
    m_moment = new Segmented;
    m_moment->setObjectName(QStringLiteral("profileMoment"));
    m_moment->setAccessibleName(tr("Usual moment"));
    m_moment->add(static_cast<int>(Moment::MaintenanceWindow), tr("Maintenance window"))
        ->setObjectName(QStringLiteral("profileMomentWindow"));
    m_moment->add(static_cast<int>(Moment::Now), tr("Now"))
        ->setObjectName(QStringLiteral("profileMomentNow"));
    const QList<QAbstractButton *> moments = m_moment->group()->buttons();
    for (QAbstractButton *button : moments)
        button->setAccessibleName(button->text());
    m_moment->setCurrent(static_cast<int>(m_profile.moment));
    auto *moment = new Field(tr("Usual moment"), m_moment);
    grid->addWidget(moment, 1, 1, Qt::AlignTop);
    body()->addLayout(grid);

    m_notes = new QPlainTextEdit(m_profile.notes);
    m_notes->setObjectName(QStringLiteral("profileNotes"));
    m_notes->setAccessibleName(tr("Notes (optional)"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(scaled(72));
    auto *notes = new Field(tr("N&otes (optional)"), m_notes);
    body()->addWidget(notes);
    m_readOnly = new QCheckBox(tr("&Read-only: shown and watched, never upgraded from here"));
    m_readOnly->setObjectName(QStringLiteral("profileReadOnly"));
    m_readOnly->setAccessibleName(tr("Read-only: shown and watched, never upgraded from here"));
    m_readOnly->setChecked(m_profile.readOnly);
    body()->addWidget(m_readOnly);
    for (QWidget *field :
         std::initializer_list<QWidget *>{environment, m_groupField, moment, notes, m_readOnly})
        field->setVisible(whole);
    m_error = new Note(NoteKind::Red);
    m_error->setObjectName(QStringLiteral("profileError"));
    m_error->hide();
    body()->addWidget(m_error);
    connect(m_name, &QLineEdit::editingFinished, this, &ProfileDialog::checkName);
}

void ProfileDialog::buildButtons()
{
    addFootSpace();
    QPushButton *cancel = addButton(tr("Cancel"), QStringLiteral("profileCancel"));
    QPushButton *save = addButton(m_purpose == Purpose::Rename ? tr("Rename profile") : tr("Save profile"),
                                  QStringLiteral("profileSave"));
    setKind(save, "primary");
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ProfileDialog::onSave);
}

profiles::Profile ProfileDialog::profile() const
{
    profiles::Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    profile.environment = chosenEnvironment(*m_environment);
    profile.group = m_group->currentText().trimmed();
    profile.notes = m_notes->toPlainText();
    profile.moment = static_cast<Moment>(m_moment->current());
    profile.readOnly = m_readOnly->isChecked();
    return profile;
}

QString ProfileDialog::nameProblem() const
{
    return m_name->text().trimmed().isEmpty()
        ? tr("The name is empty. Type one that tells this instance from the others.")
        : QString();
}

void ProfileDialog::checkName()
{
    if (const QString problem = nameProblem(); !problem.isEmpty() && m_name->isModified())
        m_nameField->setError(problem);
}

void ProfileDialog::onSave()
{
    m_error->hide();
    if (const QString problem = nameProblem(); !problem.isEmpty())
        return showFieldError(m_nameField, problem);
    Q_EMIT saveRequested();
}

void ProfileDialog::setError(const Error &error)
{
    if (error.field == QLatin1String("name"))
        return showFieldError(m_nameField, error.message);
    if (error.field == QLatin1String("group") && m_purpose != Purpose::Rename)
        return showFieldError(m_groupField, error.message);
    m_error->setTitle(error.message);
    m_error->setText(error.next);
    m_error->show();
    announce(this, QStringLiteral("%1\n%2").arg(m_error->title(), m_error->text()));
    reveal(m_error);
}

void ProfileDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    m_name->setFocus(Qt::OtherFocusReason);
    if (m_purpose == Purpose::Rename)
        m_name->selectAll();
}

} // namespace uplift::ui
