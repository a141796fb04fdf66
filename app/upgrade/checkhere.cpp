// SPDX-License-Identifier: GPL-3.0-or-later
#include "upgrade/checkparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace uplift::upgrade {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("uplift::upgrade", text); }

bool soundsLikeProduction(const Instance &instance)
{
    const auto holds = [](const QString &text) {
        const QString lower = text.toLower();
        return lower.contains(QLatin1String("prod")) || lower.contains(QStringLiteral("生产"));
    };
    if (holds(instance.name))
        return true;
    return std::any_of(instance.tags.begin(), instance.tags.end(), [&holds](const auto &tag) {
        return (tag.first.startsWith(QLatin1String("env"), Qt::CaseInsensitive)
                || tag.first.contains(QStringLiteral("环境")))
            && holds(tag.second);
    });
}

/// Does a refusal of `denied` forbid `action`? A refusal may name all actions of the product.
bool forbids(const QString &denied, const QString &action)
{
    const QString name = denied.trimmed();
    return name.compare(action, Qt::CaseInsensitive) == 0
        || name.compare(QLatin1String("kvstore:*"), Qt::CaseInsensitive) == 0 || name == QLatin1String("*");
}

/// "Failed", "Rejected", "Unchanged": ends that are worth reading; empty for all others.
QString badEnd(StepState state, const QString &age)
{
    switch (state) {
    //: %1: an age, "12 min ago"
    case StepState::Failed:
        return tr("Failed %1").arg(age);
    //: %1: an age, "12 min ago"
    case StepState::Rejected:
        return tr("Rejected %1").arg(age);
    //: Of an upgrade that ended with the version as it was. %1: an age, "12 min ago"
    case StepState::Unchanged:
        return tr("Unchanged %1").arg(age);
    default:
        return {};
    }
}

} // namespace

Check permissionCheck(const CheckFacts &facts)
{
    const char *key = "permission";
    const CheckInput &input = facts.input;
    const QString action = input.forProxy ? QStringLiteral("kvstore:UpgradeProxy")
                                          : QStringLiteral("kvstore:ModifyInstanceMinorVersion");
    if (!input.deniedActions)
        return unknown(key, tr("Whether this account may upgrade cannot be tested without calling."),
                       tr("The request itself will tell: a refusal changes nothing in the cloud."),
                       tr("Permission not tested"));
    QStringList denied = *input.deniedActions;
    denied.removeAll(QString());
    denied.removeDuplicates();
    if (std::any_of(denied.begin(), denied.end(),
                    [&action](const QString &name) { return forbids(name, action); }))
        return blocked(
            key, tr("This account was refused %1.").arg(action),
            tr("Ask for that permission: “What may it do…” in the account's menu shows a policy to copy."),
            tr("Not permitted"));
    if (denied.isEmpty())
        return passed(key,
                      tr("No call of this account was refused so far; the upgrade itself cannot be tested "
                         "without calling."));
    return toRead(
        key,
        andMore(tr("This account was refused %1.").arg(shownWord(denied.constFirst())), denied.size() - 1),
        tr("What needs it will be missing. “What may it do…” in the account's menu shows a policy to copy."),
        tr("Some calls are refused"));
}

Check readOnlyCheck(const CheckFacts &facts)
{
    const char *key = "readOnly";
    if (facts.input.profileReadOnly)
        return blocked(key, tr("The profile is read-only: watched, never upgraded from here."),
                       tr("Edit the profile first if this instance shall be upgraded."),
                       tr("Profile is read-only"));
    return passed(key, tr("The profile allows upgrades."));
}

Check openStepCheck(const CheckFacts &facts)
{
    const char *key = "openStep";
    const CheckInput &input = facts.input;
    const bool undecided = input.lastAttempt && input.lastAttempt->state == StepState::Undecided;
    if (undecided)
        return blocked(key, tr("The last upgrade of this instance is still undecided."),
                       tr("See In progress; it waits for your decision."), tr("Still undecided"));
    if (!input.handedOverIn.isEmpty())
        return blocked(key,
                       tr("This instance belongs to the batch “%1”, which was handed over to the cloud and "
                          "has not ended.")
                           .arg(shownWord(input.handedOverIn)),
                       tr("Wait for its end, or cancel it in the cloud: see Batch plans."),
                       tr("In the cloud's hands"));
    if (input.stepOpen)
        return blocked(key, tr("An upgrade of this instance is still open in the journal."),
                       tr("See In progress; decide there if it waits for you."), tr("Upgrade still open"));
    if (input.backupOpen)
        return blocked(key, tr("A backup of this instance that was started here is still under way."),
                       tr("See In progress. The upgrade can begin when the backup has ended."),
                       tr("Backup under way"));
    return passed(key, tr("No other upgrade of it is open here."));
}

Check lastAttemptCheck(const CheckFacts &facts)
{
    const char *key = "lastAttempt";
    const CheckInput &input = facts.input;
    if (!input.lastAttempt)
        return unknown(key, tr("How earlier attempts on this instance ended was not looked up."),
                       tr("See History."), tr("History unknown"));
    const LastAttempt &last = *input.lastAttempt;
    const auto age = std::max(std::chrono::seconds(0), std::chrono::seconds(last.at.secsTo(input.now)));
    const QString shortText = last.state ? badEnd(*last.state, shownAge(age)) : QString();
    if (shortText.isEmpty() || age >= recentFailure)
        return passed(key, tr("No attempt on it failed in the last %1 h.").arg(recentFailure.count()));
    return toRead(
        key,
        tr("The last attempt on this instance, %1, ended as: %2.").arg(shownAge(age), stateText(*last.state)),
        tr("Read in History why, before you try again."), shortText);
}

Check journalCheck(const CheckFacts &facts)
{
    const char *key = "journal";
    if (!facts.input.journalWritable)
        return blocked(key, tr("The journal cannot be written."),
                       tr("No upgrade starts without a journal. See the message about the journal."),
                       tr("Journal not writable"));
    return passed(key, tr("The journal can be written."));
}

Check environmentCheck(const CheckFacts &facts)
{
    const char *key = "environment";
    const CheckInput &input = facts.input;
    const QString shortText = tr("Check its environment");
    if (input.environment == Environment::Production)
        return passed(key, tr("Marked as production: the confirmation asks for its name."));
    if (input.instance && soundsLikeProduction(*input.instance))
        return toRead(key,
                      tr("“%1” looks like production, yet its profile does not say so.")
                          .arg(shownWord(input.instance->name)),
                      tr("Check the profile's environment before you go on."), shortText);
    if (input.accountEnvironment == Environment::Production)
        return toRead(key, tr("The account is marked as production, the profile is not."),
                      tr("Check which of the two is right before you go on."), shortText);
    return passed(key, tr("Name, tags and account do not contradict its environment."));
}

} // namespace uplift::upgrade
