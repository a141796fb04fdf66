// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact.h"
#include "profiles/profilefile.h"

#include <QCoreApplication>

namespace uplift::profiles {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::profiles", text); }

QString shownEnvironment(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return tr("Production");
    case Environment::Staging:
        return tr("Staging");
    case Environment::Development:
        break;
    }
    return tr("Development");
}

QString shownMoment(Moment moment)
{
    return moment == Moment::Now ? tr("Now") : tr("In the maintenance window");
}

/// Long notes are shown by their beginning.
QString shownText(const QString &text)
{
    constexpr qsizetype most = 200;
    const QString line = plainLine(text);
    return line.size() <= most ? line : line.left(most) + QChar(0x2026);
}

/// Looks things up by hash: a hostile file may hold ten thousand profiles that all need it.
class Preview {
public:
    Preview(const Workspace &workspace, const QHash<QString, AccountId> &chosen)
        : m_chosen(chosen), m_count(workspace.profiles.size())
    {
        for (const Account &account : workspace.accounts) {
            m_accounts.insert(account.id.value, &account);
            m_accountsByName.insert(account.name.toCaseFolded(), &account);
            m_accountsByTail[account.keyTail].append(&account);
        }
        for (const Profile &profile : workspace.profiles) {
            m_profiles.insert(profile.id.value, &profile);
            m_byInstance.insert(instanceKey(profile), &profile);
            m_names.insert(profile.name.toCaseFolded(), profile.id.value);
        }
    }

    ImportRow row(const SharedProfile &shared)
    {
        ImportRow row;
        row.after = tidied(shared.profile);
        row.accountName = plainLine(shared.accountName);
        row.accountTail = plainLine(shared.accountTail);
        const Account *account = accountOf(shared);
        if (!account)
            return refused(
                row,
                tr("There is no account “%1” (key ····%2) here. Choose the account that stands for "
                   "it, or add it first.")
                    .arg(row.accountName, row.accountTail));
        row.after.account = account->id;
        if (const auto region = parseRegionId(row.after.region.value); !region)
            return refused(row, region.error().message);
        const auto instance = parseInstanceId(row.after.instance.value);
        if (!instance)
            return refused(row, instance.error().message);
        row.after.instance = *instance;
        if (row.after.name.isEmpty())
            return refused(row, tr("Its name holds nothing that can be shown."));
        const Profile *before = existing(row.after);
        return before ? changed(row, *before) : added(row);
    }

private:
    static QString instanceKey(const Profile &profile)
    {
        return profile.account.value + QLatin1Char('/') + profile.instance.value;
    }

    static ImportRow refused(ImportRow row, const QString &reason)
    {
        row.kind = ImportRow::Kind::Refused;
        row.reason = reason;
        return row;
    }

    const Account *accountOf(const SharedProfile &shared) const
    {
        if (const auto chosen = m_chosen.constFind(shared.accountName); chosen != m_chosen.constEnd())
            return m_accounts.value(chosen->value);
        if (const Account *named = m_accountsByName.value(shared.accountName.toCaseFolded()))
            return named;
        const QList<const Account *> sameTail = shared.accountTail.isEmpty()
            ? QList<const Account *>()
            : m_accountsByTail.value(shared.accountTail);
        return sameTail.size() == 1 ? sameTail.first() : nullptr;
    }

    const Profile *existing(const Profile &profile) const
    {
        const Profile *same = m_profiles.value(profile.id.value);
        return same ? same : m_byInstance.value(instanceKey(profile));
    }

    ImportRow changed(ImportRow row, const Profile &before)
    {
        if (m_touched.contains(before.id.value))
            return refused(row,
                           tr("The file holds another profile for this one already; only that one is used."));
        m_touched.insert(before.id.value);
        row.before = before;
        row.after.id = before.id;
        const QString owner = m_names.value(row.after.name.toCaseFolded(), before.id.value);
        if (owner != before.id.value) {
            row.reason =
                tr("Another profile is called “%1”, so this one keeps its name.").arg(row.after.name);
            row.after.name = before.name;
        }
        m_names.insert(row.after.name.toCaseFolded(), before.id.value);
        row.changes = changesBetween(before, row.after);
        row.kind = row.changes.isEmpty() ? ImportRow::Kind::Unchanged : ImportRow::Kind::Changed;
        return row;
    }

    ImportRow added(ImportRow row)
    {
        if (m_count >= maxProfiles)
            return refused(row,
                           tr("There are %1 profiles, and no more fit. Remove one first.").arg(maxProfiles));
        ++m_count;
        row.kind = ImportRow::Kind::Added;
        const QString wanted = row.after.name;
        for (int number = 2; m_names.contains(row.after.name.toCaseFolded()); ++number) {
            const QString suffix = QStringLiteral(" (%1)").arg(number);
            row.after.name = wanted.left(maxName - suffix.size()) + suffix;
        }
        if (row.after.name != wanted) {
            row.kind = ImportRow::Kind::Conflicting;
            row.reason = tr("Another profile is called “%1”. If you take this one, it is added as “%2”.")
                             .arg(wanted, row.after.name);
            if (const Profile *holder = m_profiles.value(m_names.value(wanted.toCaseFolded())))
                row.before = *holder;
            row.changes = {{QStringLiteral("name"), wanted, row.after.name}};
        }
        m_names.insert(row.after.name.toCaseFolded(), row.after.id.value);
        m_touched.insert(row.after.id.value);
        return row;
    }

    QList<FieldChange> changesBetween(const Profile &before, const Profile &after) const
    {
        QList<FieldChange> changes;
        const auto note = [&changes](const char *field, const QString &was, const QString &is) {
            changes.append({QString::fromLatin1(field), shownText(was), shownText(is)});
        };
        if (before.name != after.name)
            note("name", before.name, after.name);
        if (before.account != after.account)
            note("account", accountName(before.account), accountName(after.account));
        if (before.region != after.region)
            note("region", before.region.value, after.region.value);
        if (before.instance != after.instance)
            note("instanceId", before.instance.value, after.instance.value);
        if (before.environment != after.environment)
            note("environment", shownEnvironment(before.environment), shownEnvironment(after.environment));
        if (before.group != after.group)
            note("group", before.group, after.group);
        if (before.notes != after.notes)
            note("notes", before.notes, after.notes);
        if (before.moment != after.moment)
            note("moment", shownMoment(before.moment), shownMoment(after.moment));
        if (before.readOnly != after.readOnly)
            note("readOnly", before.readOnly ? tr("Yes") : tr("No"), after.readOnly ? tr("Yes") : tr("No"));
        return changes;
    }

    QString accountName(const AccountId &id) const
    {
        const Account *account = m_accounts.value(id.value);
        return account ? account->name : QString();
    }

    const QHash<QString, AccountId> &m_chosen;
    QHash<QString, const Account *> m_accounts;
    QHash<QString, const Account *> m_accountsByName;
    QHash<QString, QList<const Account *>> m_accountsByTail;
    QHash<QString, const Profile *> m_profiles;
    QHash<QString, const Profile *> m_byInstance;
    QHash<QString, QString> m_names; ///< folded name → id of the profile that has it
    QSet<QString> m_touched; ///< ids that a row of the file changes or adds
    qsizetype m_count;
};

Error outdatedPreview()
{
    return Error::input(QStringLiteral("profileFile"),
                        tr("The workspace changed since the preview was made, so nothing was imported."),
                        tr("Look at the new preview and import again."));
}

} // namespace

QList<ImportRow> previewImport(const Workspace &workspace, const QList<SharedProfile> &profiles,
                               const QHash<QString, AccountId> &accounts)
{
    Preview preview(workspace, accounts);
    QList<ImportRow> rows;
    rows.reserve(profiles.size());
    for (const SharedProfile &profile : profiles)
        rows.append(preview.row(profile));
    return rows;
}

Result<Workspace> withImported(const Workspace &workspace, const QList<ImportRow> &rows,
                               const QSet<qsizetype> &chosen)
{
    Workspace next = workspace;
    QHash<QString, qsizetype> places;
    for (qsizetype at = 0; at < next.profiles.size(); ++at)
        places.insert(next.profiles[at].id.value, at);
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const ImportRow &row = rows[at];
        if (!chosen.contains(at) || row.kind == ImportRow::Kind::Refused
            || row.kind == ImportRow::Kind::Unchanged)
            continue;
        const qsizetype place = places.value(row.after.id.value, -1);
        const bool replaces = row.kind == ImportRow::Kind::Changed;
        const bool fits =
            replaces ? place >= 0 && row.before && next.profiles[place] == *row.before : place < 0;
        if (!fits || !find(next, row.after.account))
            return failure(outdatedPreview());
        if (replaces)
            next.profiles[place] = row.after;
        else
            next.profiles.append(row.after);
    }
    QSet<QString> names;
    for (const Profile &profile : std::as_const(next.profiles))
        names.insert(profile.name.toCaseFolded());
    if (names.size() != next.profiles.size() || next.profiles.size() > maxProfiles)
        return failure(outdatedPreview());
    return next;
}

QSet<qsizetype> safeRows(const QList<ImportRow> &rows)
{
    QSet<qsizetype> safe;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (rows[at].kind == ImportRow::Kind::Added || rows[at].kind == ImportRow::Kind::Changed)
            safe.insert(at);
    }
    return safe;
}

} // namespace uplift::profiles
