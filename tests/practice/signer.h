// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace uplift::test {

/// What one signed request is made of; a test changes single parts to see what the service says.
struct Draft {
    QString action;
    QMap<QString, QString> parameters;
    QByteArray host = "127.0.0.1";
    QByteArray method = "POST";
    QString version = QStringLiteral("2015-01-01");
    QString keyId;
    QByteArray secret;
    QString token;
    QDateTime time; ///< UTC
    QString nonce; ///< empty: a new one
    bool v1 = false;
    bool form = false; ///< parameters travel in a form body
    QString format = QStringLiteral("JSON"); ///< V1 only; empty: not sent
    QByteArray accept = "application/json"; ///< V3 only
};

/// The bytes on the wire. Written for the tests from the scheme of the published vectors: it shares no code
/// with the client nor with the practice cloud.
[[nodiscard]] QByteArray signedRequest(Draft draft);

} // namespace uplift::test
