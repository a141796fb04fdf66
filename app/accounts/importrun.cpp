// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/importrun.h"

namespace uplift::accounts {

Draft draftOf(const profiles::Workspace &workspace, ImportChoice choice)
{
    Draft draft;
    draft.account.name = choice.name.trimmed().isEmpty() ? suggestedName(workspace, choice.found)
                                                         : profiles::freeAccountName(workspace, choice.name);
    draft.account.environment = choice.environment;
    draft.account.secretPlace = choice.secretPlace;
    draft.account.roles = choice.found.roles;
    if (choice.found.vpcEndpoint) {
        draft.account.connection.endpoint.kind = EndpointRule::Kind::Vpc;
        draft.account.connection.endpoint.home = choice.found.region;
    }
    draft.key = std::move(choice.found.key);
    return draft;
}

ImportRun::ImportRun(const profiles::WorkspaceStore &workspace, std::vector<ImportChoice> choices, Save save,
                     Answer<QList<ImportResult>> answer, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_choices(std::move(choices)), m_save(std::move(save)),
      m_answer(std::move(answer))
{
}

void ImportRun::next()
{
    if (m_at == m_choices.size()) {
        m_answer(std::move(m_results));
        return deleteLater();
    }
    ImportChoice &choice = m_choices[m_at++];
    const bool importable = choice.found.importable;
    const QString explanation = choice.found.explanation;
    // The name is chosen now: the one before may just have been stored under it.
    Draft draft = draftOf(m_workspace.workspace(), std::move(choice));
    const QString name = draft.account.name;
    if (!importable) {
        m_results.append({name, failure(Error::input(QStringLiteral("credential"), explanation))});
        return next();
    }
    m_save(std::move(draft), this, [this, name](Result<AccountId> saved) {
        m_results.append({name, std::move(saved)});
        next();
    });
}

} // namespace uplift::accounts
