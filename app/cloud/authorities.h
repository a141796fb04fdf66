// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace uplift::cloud {

/// Certificate authorities one account trusts beside the system's.
struct Authorities {
    QList<QSslCertificate> certificates;
    /// Tells sets apart, so that no connection verified against one serves an account with another; empty:
    /// none.
    QByteArray mark;
};

/// Reads a PEM file of certificates; an empty path gives none. Blocks: for the network thread.
/// Error::Kind::Input, field caFile, names the file and what is wrong with it, never what it holds: missing,
/// unreadable, no regular file, over 1 MiB, with a private key, without a certificate, with a damaged one.
[[nodiscard]] Result<Authorities> readAuthorities(const QString &path);

} // namespace uplift::cloud
