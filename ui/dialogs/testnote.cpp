// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/testnote.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace uplift::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(uplift::ui::TestNote)
};

constexpr std::chrono::seconds tolerableSkew{60};

QString titleOf(const CallerIdentity &identity)
{
    const QString account = plainLine(identity.accountId);
    const QString name = plainLine(identity.principalName);
    switch (identity.type) {
    case CallerIdentity::Type::Account:
        return Text::tr("The key works, but it is a root key: it may do everything in account %1")
            .arg(account);
    case CallerIdentity::Type::RamUser:
        return Text::tr("The key works: RAM user “%1” of account %2").arg(name, account);
    case CallerIdentity::Type::AssumedRole:
        return Text::tr("The key works: role “%1” of account %2").arg(name, account);
    case CallerIdentity::Type::Unknown:
        break;
    }
    return Text::tr("The key works: the service knows it as %1").arg(plainLine(identity.arn));
}

/// `offset` is the server's clock minus ours, known to a second.
QString clockSentence(std::chrono::milliseconds offset)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(offset);
    const QString amount = QLocale().toString(static_cast<qlonglong>(std::llabs(seconds.count())));
    if (seconds.count() == 0)
        return Text::tr("The clocks agree to the second.");
    //: %1 is a number of seconds
    return seconds.count() > 0 ? Text::tr("This machine's clock is %1 s behind.").arg(amount)
                               : Text::tr("This machine's clock is %1 s ahead.").arg(amount);
}

QString regionsSentence(int count)
{
    if (count <= 0)
        return Text::tr("It did not say which regions it may list.");
    return count == 1 ? Text::tr("It may list instances in one region.")
                      : Text::tr("It may list instances in %1 regions.").arg(QLocale().toString(count));
}

bool isSkewed(const cloud::ReplyInfo &info)
{
    return info.clockOffset && std::chrono::abs(*info.clockOffset) >= tolerableSkew;
}

} // namespace

TestNote testNote(const accounts::TestResult &result)
{
    const bool root = result.identity.type == CallerIdentity::Type::Account;
    const bool skewed = isSkewed(result.info);
    QStringList sentences;
    //: %1 is a number of milliseconds, %2 a host
    sentences << Text::tr("Answered in %1 ms from %2.")
                     .arg(QLocale().toString(static_cast<qlonglong>(result.info.roundTrip.count())),
                          plainLine(result.info.host));
    if (result.info.clockOffset)
        sentences << clockSentence(*result.info.clockOffset);
    if (skewed)
        sentences << Text::tr("Set the clock: the service refuses requests that are 15 minutes off.");
    sentences << regionsSentence(result.regionCount);
    if (root)
        sentences << Text::tr("Use the key of a RAM user that may upgrade instances and nothing more.");
    return {root || skewed ? NoteKind::Amber : NoteKind::Green, titleOf(result.identity),
            sentences.join(u' ')};
}

TestNote testNote(const Error &error)
{
    QStringList sentences;
    if (!error.next.isEmpty())
        sentences << error.next;
    if (!error.code.isEmpty())
        sentences << Text::tr("The service's code is %1.").arg(plainLine(error.code));
    if (!error.requestId.isEmpty())
        sentences << QStringLiteral("RequestId %1").arg(plainLine(error.requestId));
    return {NoteKind::Red, error.message, sentences.join(u' ')};
}

bool keepsSecrets(secrets::KeychainState state)
{
    using secrets::KeychainState;
    return state == KeychainState::Unlocked || state == KeychainState::Missing
        || state == KeychainState::Locked;
}

QString keychainSentence(const secrets::KeychainStatus &status, const QString &keyId)
{
    if (!keepsSecrets(status.state))
        //: %1 says why, "no Secret Service on this desktop"
        return Text::tr("The system keychain cannot keep the key: %1.").arg(status.sentence);
    if (status.state == secrets::KeychainState::Locked)
        //: %1 "Secret Service, locked"
        return Text::tr("Will be kept in the system keychain (%1): you will be asked to unlock it.")
            .arg(status.sentence);
    if (keyId.isEmpty())
        return Text::
            tr("Kept in the system keychain (%1). Only the last four characters of the key id are written to "
               "disk.")
                .arg(status.sentence);
    return Text::tr("Kept in the system keychain (%1). Only “%2” is written to disk.")
        .arg(status.sentence, maskedKeyId(keyId));
}

} // namespace uplift::ui
