// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainwords.h"

#include <QCoreApplication>

namespace uplift::secrets {

namespace {

constexpr const char *context = "uplift::secrets";

struct Words {
    Operation operation;
    KeychainState state;
    const char *message; ///< %1 is the backend
    const char *next; ///< %1 is the backend, %2 the entry
};

//: In all of these, %1 is the keychain's name, e.g. Secret Service, and %2 the name of the entry in it.
const Words words[] = {
    {Operation::Read, KeychainState::Missing,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret is not in the keychain (%1, unlocked)."),
     QT_TRANSLATE_NOOP("uplift::secrets", "Enter it again and save.")},
    {Operation::Read, KeychainState::Dismissed,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The secret could not be read: the keychain (%1) is locked, and its prompt was dismissed or "
         "could not be shown."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Unlock the keychain and try again. Until then it is not known whether the secret is missing.")},
    {Operation::Read, KeychainState::NoService,
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "The secret could not be read: no keychain service (%1) runs in this session."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Install and start gnome-keyring or KWallet and try again, or enter the secret for this session "
         "only.")},
    {Operation::Read, KeychainState::NoBus,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The secret could not be read: this session has no D-Bus session bus, and so no keychain."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Start Uplift from a desktop session or under dbus-run-session, or enter the secret for this "
         "session only.")},
    {Operation::Read, KeychainState::Hung,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret could not be read: the keychain (%1) does not answer."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Look for an unlock prompt behind other windows. If there is none, restart the keychain service "
         "and try again.")},
    {Operation::Read, KeychainState::Denied,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret could not be read: the keychain (%1) refused access."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Allow Uplift in the keychain's settings and try again, or enter the secret for this session "
         "only.")},

    {Operation::Write, KeychainState::Dismissed,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The secret was not stored: the keychain (%1) is locked, and its prompt was dismissed or could "
         "not be shown."),
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "Unlock the keychain and try again, or keep the secret for this session only.")},
    {Operation::Write, KeychainState::NoService,
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "The secret was not stored: no keychain service (%1) runs in this session."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Install and start gnome-keyring or KWallet and try again, or keep the secret for this session "
         "only.")},
    {Operation::Write, KeychainState::NoBus,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The secret was not stored: this session has no D-Bus session bus, and so no keychain."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Start Uplift from a desktop session or under dbus-run-session, or keep the secret for this "
         "session only.")},
    {Operation::Write, KeychainState::Hung,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret was not stored: the keychain (%1) does not answer."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Look for an unlock prompt behind other windows. If there is none, restart the keychain service; "
         "then save again, or keep the secret for this session only.")},
    {Operation::Write, KeychainState::Denied,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret was not stored: the keychain (%1) refused access."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Allow Uplift in the keychain's settings and try again, or keep the secret for this session "
         "only.")},

    {Operation::Remove, KeychainState::Dismissed,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The secret was not removed: the keychain (%1) is locked, and its prompt was dismissed or could "
         "not be shown."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Unlock the keychain and try again, or remove the entry %2 of Uplift by hand, with Passwords and "
         "Keys (seahorse).")},
    {Operation::Remove, KeychainState::NoService,
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "The secret was not removed: no keychain service (%1) runs in this session."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Start the keychain service that stored it (gnome-keyring or KWallet) and try again, or remove "
         "the entry %2 of Uplift there by hand.")},
    {Operation::Remove, KeychainState::NoBus,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The secret was not removed: this session has no D-Bus session bus, and so no keychain."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Start Uplift from the desktop session that stored it and try again, or remove the entry %2 of "
         "Uplift there by hand.")},
    {Operation::Remove, KeychainState::Hung,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret was not removed: the keychain (%1) does not answer."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Look for an unlock prompt behind other windows. If there is none, restart the keychain service; "
         "then try again, or remove the entry %2 of Uplift by hand.")},
    {Operation::Remove, KeychainState::Denied,
     QT_TRANSLATE_NOOP("uplift::secrets", "The secret was not removed: the keychain (%1) refused access."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Allow Uplift in the keychain's settings and try again, or remove the entry %2 of Uplift by "
         "hand, with Passwords and Keys (seahorse).")},
};

QString filled(const char *text, const QString &backend, const QString &entry)
{
    QString sentence = QCoreApplication::translate(context, text);
    sentence.replace(QLatin1String("%1"), backend);
    sentence.replace(QLatin1String("%2"), entry);
    return sentence;
}

struct SurpriseWords {
    Surprise surprise;
    const char *message;
    const char *next;
};

const SurpriseWords surprises[] = {
    {Surprise::EmptyValue, QT_TRANSLATE_NOOP("uplift::secrets", "The secret was not stored: it is empty."),
     QT_TRANSLATE_NOOP("uplift::secrets", "Enter the secret and save again.")},
    {Surprise::EmptyEntry,
     QT_TRANSLATE_NOOP("uplift::secrets", "The keychain (%1) has the entry %2, but nothing is in it."),
     QT_TRANSLATE_NOOP("uplift::secrets", "Enter the secret again and save.")},
    {Surprise::NotStored,
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "The secret was not stored: the keychain (%1) said it was, but it is not in it."),
     QT_TRANSLATE_NOOP("uplift::secrets", "Try again, or keep the secret for this session only.")},
    {Surprise::Altered,
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "The secret was not stored as it is: the keychain (%1) hands back something else."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Check the entry %2 of Uplift in the keychain, then save again, or keep the secret for this "
         "session only.")},
    {Surprise::StillThere,
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "The keychain (%1) said the secret was removed, but it is still in it."),
     QT_TRANSLATE_NOOP("uplift::secrets",
                       "Remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).")},
    {Surprise::UnansweredWrite,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "It is not known whether the secret was stored: the keychain (%1) did not answer in time."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Look for an unlock prompt behind other windows and answer it, then save again. Or keep the "
         "secret for this session only.")},
    {Surprise::UnansweredRemove,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "It is not known whether the secret was removed: the keychain (%1) did not answer in time."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Look for an unlock prompt behind other windows and answer it, then try again. Or remove the "
         "entry %2 of Uplift by hand, with Passwords and Keys (seahorse).")},
    {Surprise::NoGlib,
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "The keychain (%1) cannot be used: Uplift runs without GLib's event loop, which the keychain's "
         "library needs."),
     QT_TRANSLATE_NOOP(
         "uplift::secrets",
         "Start Uplift without the environment variable QT_NO_GLIB, or use secrets for this session "
         "only.")},
};

} // namespace

KeychainState judge(JobEnd end, KeychainState before, KeychainState after)
{
    if (end == JobEnd::NoAnswer)
        return KeychainState::Hung;
    if (end == JobEnd::NoBackend)
        return KeychainState::NoService;
    if (after == KeychainState::Locked)
        return KeychainState::Dismissed;
    if (after != KeychainState::Unlocked)
        return after;
    // Unlocked only now: the job may have spoken of the locked keychain. Locked means "ask again".
    if (end == JobEnd::NotFound)
        return before == KeychainState::Unlocked ? KeychainState::Missing : KeychainState::Locked;
    return KeychainState::Denied;
}

Error keychainError(Operation operation, const ProbeResult &found, const QString &entry)
{
    // A locked keychain that nobody unlocked: the prompt is the only way in, and it led nowhere.
    const KeychainState state = found.state == KeychainState::Locked ? KeychainState::Dismissed : found.state;
    Error error;
    error.kind = Error::Kind::Keychain;
    error.detail = QStringLiteral("keychain %1, %2: %3").arg(found.backend, stateName(state), found.detail);
    for (const Words &row : words) {
        if (row.operation == operation && row.state == state) {
            error.message = filled(row.message, found.backend, entry);
            error.next = filled(row.next, found.backend, entry);
            return error;
        }
    }
    error.message =
        filled(QT_TRANSLATE_NOOP("uplift::secrets", "The keychain (%1) gave an answer that makes no sense."),
               found.backend, entry);
    error.next = filled(QT_TRANSLATE_NOOP("uplift::secrets", "Restart the keychain service and try again."),
                        found.backend, entry);
    return error;
}

Error surpriseError(Surprise surprise, const QString &backend, const QString &entry)
{
    Error error;
    error.kind = Error::Kind::Keychain;
    for (const SurpriseWords &row : surprises) {
        if (row.surprise == surprise) {
            error.message = filled(row.message, backend, entry);
            error.next = filled(row.next, backend, entry);
        }
    }
    error.detail = QStringLiteral("keychain %1 contradicts itself, case %2")
                       .arg(backend)
                       .arg(static_cast<int>(surprise));
    if (surprise == Surprise::EmptyEntry)
        error.detail += QStringLiteral(", missing");
    return error;
}

QString statusSentence(KeychainState state, const QString &backend)
{
    switch (state) {
    case KeychainState::Unlocked:
    case KeychainState::Missing:
        //: %1 is the keychain's name
        return QCoreApplication::translate("uplift::secrets", "%1, unlocked").arg(backend);
    case KeychainState::Locked:
    case KeychainState::Dismissed:
        return QCoreApplication::translate("uplift::secrets", "%1, locked").arg(backend);
    case KeychainState::NoService:
        return QCoreApplication::translate("uplift::secrets", "No keychain service runs in this session");
    case KeychainState::NoBus:
        return QCoreApplication::translate("uplift::secrets",
                                           "No keychain: this session has no D-Bus session bus");
    case KeychainState::Hung:
        return QCoreApplication::translate("uplift::secrets", "%1 does not answer").arg(backend);
    case KeychainState::Denied:
        return QCoreApplication::translate("uplift::secrets", "%1 refuses access").arg(backend);
    }
    Q_UNREACHABLE();
}

bool isMissing(const Error &error)
{
    return error.kind == Error::Kind::Keychain && error.detail.contains(QLatin1String(", missing"));
}

QString stateName(KeychainState state)
{
    switch (state) {
    case KeychainState::Unlocked:
        return QStringLiteral("unlocked");
    case KeychainState::Missing:
        return QStringLiteral("missing");
    case KeychainState::Locked:
        return QStringLiteral("locked");
    case KeychainState::Dismissed:
        return QStringLiteral("dismissed");
    case KeychainState::NoService:
        return QStringLiteral("no service");
    case KeychainState::NoBus:
        return QStringLiteral("no bus");
    case KeychainState::Hung:
        return QStringLiteral("hung");
    case KeychainState::Denied:
        return QStringLiteral("denied");
    }
    Q_UNREACHABLE();
}

} // namespace uplift::secrets
