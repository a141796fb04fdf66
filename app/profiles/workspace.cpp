// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/workspace.h"

#include "core/redact.h"
#include "profiles/workspacefile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace uplift::profiles {

namespace {

QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

/// A name or group as it is kept: one line without control characters.
QString tidyLine(const QString &typed) { return plainLine(typed).trimmed(); }

/// Notes as they are kept: lines stay, what no text file should hold (NUL, half a surrogate pair) goes.
QString tidyNotes(const QString &typed)
{
    return QString::fromUtf8(typed.toUtf8())
        .remove(QChar(0))
        .remove(QChar(QChar::ReplacementCharacter))
        .trimmed();
}

template <class List, class Id> auto findIn(List &list, const Id &id)
{
    return std::find_if(list.begin(), list.end(), [&id](const auto &entry) { return entry.id == id; });
}

template <class List, class Entry> bool nameTaken(const List &list, const Entry &candidate)
{
    return std::any_of(list.begin(), list.end(), [&candidate](const auto &entry) {
        return entry.id != candidate.id && entry.name.compare(candidate.name, Qt::CaseInsensitive) == 0;
    });
}

template <class Entry> QString freeName(const QList<Entry> &list, const QString &name)
{
    Entry candidate;
    candidate.name = name;
    for (int number = 2; nameTaken(list, candidate); ++number) {
        const QString suffix = QStringLiteral(" (%1)").arg(number);
        candidate.name = name.left(maxName - suffix.size()) + suffix;
    }
    return candidate.name;
}

template <class List, class Entry> void addOrReplace(List &list, const Entry &entry)
{
    const auto found = findIn(list, entry.id);
    if (found == list.end())
        list.append(entry);
    else
        *found = entry;
}

Outcome checkLength(const QString &field, const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return {};
    return failure(
        Error::input(field,
                     //: %1 length of what was typed, %2 the most that fits
                     QCoreApplication::translate("uplift::profiles",
                                                 "This is %1 characters long; at most %2 fit. Shorten it.")
                         .arg(text.size())
                         .arg(most)));
}

Error nameTakenError(const QString &message)
{
    return Error::input(QStringLiteral("name"), message,
                        QCoreApplication::translate("uplift::profiles", "Choose another name."));
}

Outcome checkAccount(const Workspace &workspace, const Account &account)
{
    const QString field = QStringLiteral("name");
    if (account.name.isEmpty())
        return failure(
            Error::input(field,
                         QCoreApplication::translate("uplift::profiles",
                                                     "The account has no name. Enter one, such as “Shop”.")));
    if (const Outcome length = checkLength(field, account.name, maxName); !length)
        return length;
    if (nameTaken(workspace.accounts, account))
        return failure(
            nameTakenError(QCoreApplication::translate("uplift::profiles", "Another account is called “%1”.")
                               .arg(account.name)));
    if (const Outcome roles = checkRoles(account.roles); !roles)
        return roles;
    if (!find(workspace, account.id) && workspace.accounts.size() >= maxAccounts)
        return failure(
            Error::input(field,
                         QCoreApplication::translate(
                             "uplift::profiles", "There are %1 accounts, and no more fit. Remove one first.")
                             .arg(maxAccounts)));
    return {};
}

Outcome checkProfileName(const Workspace &workspace, const Profile &profile)
{
    const QString field = QStringLiteral("name");
    if (profile.name.isEmpty())
        return failure(Error::input(
            field,
            QCoreApplication::translate("uplift::profiles",
                                        "The profile has no name. Enter one, such as the instance's.")));
    if (const Outcome length = checkLength(field, profile.name, maxName); !length)
        return length;
    if (nameTaken(workspace.profiles, profile))
        return failure(
            nameTakenError(QCoreApplication::translate("uplift::profiles", "Another profile is called “%1”.")
                               .arg(profile.name)));
    if (!find(workspace, profile.id) && workspace.profiles.size() >= maxProfiles)
        return failure(
            Error::input(field,
                         QCoreApplication::translate(
                             "uplift::profiles", "There are %1 profiles, and no more fit. Remove one first.")
                             .arg(maxProfiles)));
    return {};
}

Outcome checkPlan(const Workspace &workspace, const SavedPlan &plan)
{
    const QString field = QStringLiteral("name");
    if (plan.name.isEmpty())
        return failure(Error::input(
            field,
            QCoreApplication::translate("uplift::profiles",
                                        "The plan has no name. Enter one, such as what it is for.")));
    if (const Outcome length = checkLength(field, plan.name, maxName); !length)
        return length;
    if (nameTaken(workspace.plans, plan))
        return failure(nameTakenError(
            QCoreApplication::translate("uplift::profiles", "Another plan is called “%1”.").arg(plan.name)));
    if (!find(workspace, plan.id) && workspace.plans.size() >= maxPlans)
        return failure(Error::input(
            field,
            QCoreApplication::translate("uplift::profiles",
                                        "There are %1 saved plans, and no more fit. Remove one first.")
                .arg(maxPlans)));
    const QString members = QStringLiteral("members");
    if (plan.members.size() > maxPlanMembers)
        return failure(
            Error::input(members,
                         QCoreApplication::translate(
                             "uplift::profiles",
                             "The plan has %1 instances; at most %2 fit into a saved one. Choose fewer.")
                             .arg(plan.members.size())
                             .arg(maxPlanMembers)));
    if (QJsonDocument(plan.rules).toJson(QJsonDocument::Compact).size() > maxPlanRules)
        return failure(Error::input(
            members,
            QCoreApplication::translate("uplift::profiles", "The plan's rules are too long to be saved."),
            QCoreApplication::translate(
                "uplift::profiles", "Let waves go by environment or number, or choose fewer instances.")));
    return {};
}

} // namespace

Result<Workspace> withAccount(Workspace workspace, const Account &account)
{
    Account kept = account;
    kept.name = tidyLine(kept.name);
    if (kept.id.isEmpty())
        kept.id.value = newId();
    if (const Outcome checked = checkAccount(workspace, kept); !checked)
        return failure(checked.error());
    // Whatever a caller hands in, no more of a key id than this is ever kept.
    kept.keyTail = kept.keyTail.right(4);
    addOrReplace(workspace.accounts, kept);
    return workspace;
}

Workspace withoutAccount(Workspace workspace, const AccountId &id)
{
    workspace.accounts.removeIf([&id](const Account &account) { return account.id == id; });
    workspace.profiles.removeIf([&id](const Profile &profile) { return profile.account == id; });
    return workspace;
}

Profile tidied(Profile profile)
{
    profile.name = tidyLine(profile.name);
    profile.group = tidyLine(profile.group);
    profile.notes = tidyNotes(profile.notes);
    return profile;
}

Result<Workspace> withProfile(Workspace workspace, const Profile &profile)
{
    Profile kept = tidied(profile);
    if (kept.id.isEmpty())
        kept.id.value = newId();
    if (const Outcome checked = checkProfileName(workspace, kept); !checked)
        return failure(checked.error());
    if (!find(workspace, kept.account))
        return failure(
            Error::input(QStringLiteral("account"),
                         QCoreApplication::translate("uplift::profiles",
                                                     "The profile's account is not in this workspace. "
                                                     "Choose one of the accounts, or add it first.")));
    const Result<RegionId> region = parseRegionId(kept.region.value);
    if (!region)
        return failure(region.error());
    const Result<InstanceId> instance = parseInstanceId(kept.instance.value);
    if (!instance)
        return failure(instance.error());
    if (const Outcome length = checkLength(QStringLiteral("group"), kept.group, maxName); !length)
        return failure(length.error());
    if (const Outcome length = checkLength(QStringLiteral("notes"), kept.notes, maxNotes); !length)
        return failure(length.error());
    kept.region = *region;
    kept.instance = *instance;
    addOrReplace(workspace.profiles, kept);
    return workspace;
}

Workspace withoutProfile(Workspace workspace, const ProfileId &id)
{
    workspace.profiles.removeIf([&id](const Profile &profile) { return profile.id == id; });
    return workspace;
}

Result<Workspace> withPlan(Workspace workspace, const SavedPlan &plan)
{
    SavedPlan kept = plan;
    kept.name = tidyLine(kept.name);
    if (kept.id.isEmpty())
        kept.id.value = newId();
    if (const Outcome checked = checkPlan(workspace, kept); !checked)
        return failure(checked.error());
    addOrReplace(workspace.plans, kept);
    if (toJson(workspace).size() > maxWorkspaceBytes)
        return failure(Error::input(
            QStringLiteral("members"),
            QCoreApplication::translate("uplift::profiles", "The workspace file would grow beyond 8 MiB."),
            QCoreApplication::translate("uplift::profiles", "Remove a saved plan that is not needed.")));
    return workspace;
}

Workspace withoutPlan(Workspace workspace, const PlanId &id)
{
    workspace.plans.removeIf([&id](const SavedPlan &plan) { return plan.id == id; });
    return workspace;
}

QString freeAccountName(const Workspace &workspace, const QString &name)
{
    const QString tidy = tidyLine(name).left(maxName).trimmed();
    //: the name of an account that has none
    const QString unnamed = QCoreApplication::translate("uplift::profiles", "Account");
    return freeName<Account>(workspace.accounts, tidy.isEmpty() ? unnamed : tidy);
}

QString freeProfileName(const Workspace &workspace, const QString &name)
{
    return freeName<Profile>(workspace.profiles, name);
}

QString freePlanName(const Workspace &workspace, const QString &name)
{
    const QString tidy = tidyLine(name).left(maxName).trimmed();
    //: the name of a saved plan that has none
    const QString unnamed = QCoreApplication::translate("uplift::profiles", "Plan");
    return freeName<SavedPlan>(workspace.plans, tidy.isEmpty() ? unnamed : tidy);
}

Profile duplicateOf(const Workspace &workspace, const Profile &profile)
{
    Profile copy = profile;
    copy.id.value = newId();
    // "orders-cache (2)" is copied as "orders-cache (3)", not as "orders-cache (2) (2)".
    QString stem = profile.name;
    const qsizetype open = stem.lastIndexOf(QLatin1String(" ("));
    if (open > 0 && stem.endsWith(QLatin1Char(')'))) {
        bool isNumber = false;
        static_cast<void>(QStringView(stem).sliced(open + 2).chopped(1).toInt(&isNumber));
        if (isNumber)
            stem.truncate(open);
    }
    copy.name = freeProfileName(workspace, stem);
    return copy;
}

QList<Profile> search(const Workspace &workspace, const QString &words)
{
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<Profile> found;
    for (const Profile &profile : workspace.profiles) {
        const QStringList texts = {profile.name, profile.instance.value, profile.region.value, profile.group,
                                   profile.notes};
        const bool holdsAll = std::all_of(wanted.begin(), wanted.end(), [&texts](const QString &word) {
            return std::any_of(texts.begin(), texts.end(), [&word](const QString &text) {
                return text.contains(word, Qt::CaseInsensitive);
            });
        });
        if (holdsAll)
            found.append(profile);
    }
    return found;
}

const Account *find(const Workspace &workspace, const AccountId &id)
{
    const auto found = findIn(workspace.accounts, id);
    return found == workspace.accounts.end() ? nullptr : &*found;
}

const Profile *find(const Workspace &workspace, const ProfileId &id)
{
    const auto found = findIn(workspace.profiles, id);
    return found == workspace.profiles.end() ? nullptr : &*found;
}

const SavedPlan *find(const Workspace &workspace, const PlanId &id)
{
    const auto found = findIn(workspace.plans, id);
    return found == workspace.plans.end() ? nullptr : &*found;
}

} // namespace uplift::profiles
