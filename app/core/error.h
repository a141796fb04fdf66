// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace uplift {

/// Why an operation did not happen, in terms a DBA can act on.
/// Made in the room that met the failure, passed on untouched, shown by ui in four parts:
/// what happened (message), whether anything changed in the cloud, whether trying again is safe, what to do
/// next.
struct Error {
    enum class Kind {
        Cancelled, ///< by the user or by our own shut-down
        Offline, ///< nothing left this machine: no route, no name, refused
        TimedOut, ///< our deadline passed; the request may have been carried out
        Tls, ///< the certificate or the TLS session was refused; nothing was sent
        Proxy, ///< the HTTP proxy refused or asked for credentials; nothing was sent
        Denied, ///< key, signature, token or permission refused
        Throttled,
        NotFound,
        Conflict, ///< the instance's state or another task forbids it now
        Rejected, ///< any other refusal by the service, named by its code
        Server, ///< the service failed; the outcome of a modifying call is unknown
        BadReply, ///< not an API answer: HTML, half a body, too large, unparsable
        Input, ///< refused here before anything was sent; field names what to correct
        Storage, ///< workspace or journal
        Keychain,
        Internal
    };
    /// Did this change anything in the cloud?
    enum class Change { No, Yes, Unknown };
    /// Is trying the same again safe?
    enum class Retry { Safe, Unsafe, AskFirst };

    Kind kind = Kind::Internal;
    QString message; ///< one translated sentence: what happened
    Change change = Change::No;
    Retry retry = Retry::Safe;
    QString next; ///< one translated sentence: what to do next; may be empty
    QString code; ///< the service's own code, e.g. Forbidden.RAM; empty when it gave none
    QString requestId; ///< to quote to support; empty when none is known
    QString providerMessage; ///< the service's own words after redaction; shown marked as such
    QString field; ///< Kind::Input: the objectName-like name of the field, e.g. "instanceId"
    QString detail; ///< English, for the log: HTTP status, Qt's error number; never a secret, never a body

    /// Bad input for one field: nothing was sent.
    static Error input(const QString &field, const QString &message, const QString &next = {});
    static Error of(Kind kind, const QString &message, const QString &next = {});
};

} // namespace uplift

Q_DECLARE_METATYPE(uplift::Error)
