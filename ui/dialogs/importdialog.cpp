// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "core/errortext.h"
#include "core/redact.h"
#include "ui/dialogs/environmentchoice.h"
#include "ui/look/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace uplift::ui {

namespace {

enum Place { InKeychain, InThisSession };

QString sourceText(const accounts::FoundCredential &found)
{
    switch (found.source) {
    case accounts::CredentialSource::CliFile:
        return ImportDialog::tr("aliyun CLI, profile %1").arg(found.profile);
    case accounts::CredentialSource::IniFile:
        return ImportDialog::tr("Credentials file, section %1").arg(found.profile);
    case accounts::CredentialSource::Environment:
        break;
    }
    return ImportDialog::tr("Environment variable %1").arg(found.profile);
}

/// Mode, key, region and roles in one line, without any secret.
QString factsText(const accounts::FoundCredential &found)
{
    QStringList parts{found.mode};
    if (!found.key.id.isEmpty())
        parts << ImportDialog::tr("key %1").arg(maskedKeyId(found.key.id));
    if (!found.region.isEmpty())
        parts << found.region.value;
    for (const profiles::RoleRule &role : found.roles)
        parts << ImportDialog::tr("assumes %1").arg(plainLine(role.roleArn));
    if (found.chosenByTools)
        parts << ImportDialog::tr("used by the CLI now");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ImportDialog::ImportDialog(accounts::CredentialFindings findings, const profiles::Workspace &workspace,
                           QWidget *parent)
    : DialogFrame(tr("Import accounts - Uplift"), 640, parent), m_findings(std::move(findings))
{
    setObjectName(QStringLiteral("importDialog"));
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins({});
    column->setSpacing(scaled(8));
    body()->addWidget(m_list);
    const bool any = !m_findings.found.empty();
    column->addWidget(new WrapLabel(any ? tr("Tick what shall become an account. The files stay as they are.")
                                        : tr("Nothing was found in ~/.aliyun/config.json, "
                                             "~/.alibabacloud/credentials or the environment."),
                                    Type::Body, Role::Text2));
    for (const accounts::FoundCredential &found : m_findings.found)
        addEntry(found, workspace);
    addProblems(m_findings.problems);
    if (std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.tick != nullptr; }))
        addPlaces();
    addFootSpace();
    m_cancel = addButton(tr("Cancel"), QStringLiteral("importCancel"));
    m_import = addButton(tr("&Import"), QStringLiteral("importNow"));
    setKind(m_import, "primary");
    m_import->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] {
        m_import->setEnabled(false);
        m_import->setText(tr("Storing…"));
        Q_EMIT importRequested();
    });
    updateButton();
}

void ImportDialog::addEntry(const accounts::FoundCredential &found, const profiles::Workspace &workspace)
{
    auto *column = static_cast<QVBoxLayout *>(m_list->layout());
    const int number = static_cast<int>(m_rows.size());
    Row row;
    row.name = accounts::suggestedName(workspace, found);
    column->addWidget(new Hairline);
    if (found.importable) {
        row.tick = new QCheckBox(withoutMnemonic(row.name));
        row.tick->setObjectName(QStringLiteral("importEntry%1").arg(number));
        row.tick->setAccessibleDescription(sourceText(found) + u'\n' + factsText(found));
        const QStringList known = accounts::accountsLike(workspace, found);
        row.tick->setChecked(known.isEmpty());
        connect(row.tick, &QCheckBox::toggled, this, &ImportDialog::updateButton);
        row.environment = environmentChoice(Environment::Production);
        row.environment->setObjectName(QStringLiteral("importEnvironment%1").arg(number));
        row.environment->setAccessibleName(tr("Environment of %1").arg(row.name));
        auto *line = new QHBoxLayout;
        line->addWidget(row.tick, 1);
        line->addWidget(row.environment);
        column->addLayout(line);
        if (!known.isEmpty())
            column->addWidget(
                new WrapLabel(tr("Seems to be the account %1 already.").arg(known.join(tr(", "))), Type::Note,
                              Role::Amber));
    } else {
        column->addWidget(new WrapLabel(tr("%1: cannot be imported").arg(found.profile), Type::Body,
                                        Role::Text2, QFont::Medium));
    }
    column->addWidget(
        new WrapLabel(sourceText(found) + QStringLiteral(" · ") + factsText(found), Type::Note, Role::Text3));
    if (!found.explanation.isEmpty())
        column->addWidget(new WrapLabel(found.explanation, Type::Note, Role::Text2));
    m_rows.push_back(row);
}

void ImportDialog::addProblems(const QList<accounts::SourceProblem> &problems)
{
    for (const accounts::SourceProblem &problem : problems) {
        auto *note = new Note(problem.harmless ? NoteKind::Raised : NoteKind::Amber);
        note->setText(problem.sentence);
        m_list->layout()->addWidget(note);
    }
}

void ImportDialog::addPlaces()
{
    auto *column = static_cast<QVBoxLayout *>(m_list->layout());
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel(tr("Keep the secrets"), Type::Note, Role::Text, QFont::Medium));
    m_place = new Segmented;
    m_place->setObjectName(QStringLiteral("importPlace"));
    m_place->setAccessibleName(tr("Keep the secrets"));
    m_place->add(InKeychain, tr("In the system keychain"));
    m_place->add(InThisSession, tr("In this session only"));
    m_place->setCurrent(InKeychain);
    column->addWidget(m_place);
}

int ImportDialog::ticked() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [](const Row &row) { return row.tick && row.tick->isChecked(); }));
}

void ImportDialog::updateButton()
{
    const int count = ticked();
    m_import->setVisible(m_place != nullptr);
    m_import->setEnabled(count > 0);
    m_import->setText(count > 0 ? tr("&Import %n account(s)", nullptr, count) : tr("Tick at least one"));
    m_cancel->setText(m_place ? tr("Cancel") : tr("Close"));
}

std::vector<accounts::ImportChoice> ImportDialog::takeChoices()
{
    std::vector<accounts::ImportChoice> choices;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (!row.tick || !row.tick->isChecked())
            continue;
        accounts::ImportChoice choice;
        choice.found = std::move(m_findings.found[i]);
        choice.name = row.name;
        choice.environment = chosenEnvironment(*row.environment);
        choice.secretPlace = m_place->current() == InKeychain ? profiles::SecretPlace::Keychain
                                                              : profiles::SecretPlace::SessionOnly;
        choices.push_back(std::move(choice));
    }
    return choices;
}

void ImportDialog::showResults(const QList<accounts::ImportResult> &results)
{
    m_list->hide();
    for (const accounts::ImportResult &result : results) {
        auto *note = new Note(result.account ? NoteKind::Green : NoteKind::Amber);
        note->setTitle(result.account ? tr("%1 was added").arg(result.name)
                                      : tr("%1 was not added").arg(result.name));
        if (!result.account) {
            const Error &error = result.account.error();
            note->setText(errorInBrief(error));
        }
        note->setObjectName(QStringLiteral("importResult"));
        body()->addWidget(note);
    }
    m_import->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

} // namespace uplift::ui
