// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPair>
#include <QString>

#include <optional>

namespace uplift::practice {

/// Name and value after decoding, in the order sent.
using Pairs = QList<QPair<QString, QString>>;
/// What an operation looks at.
using Parameters = QMap<QString, QString>;

/// Decodes a query or a form body ("a=1&b=%20"); '+' is a space, as the service reads it.
[[nodiscard]] Pairs decodePairs(const QByteArray &encoded);

/// A refusal by the service.
struct Refusal {
    int status = 400;
    QString code;
    QString message;
    QJsonObject accessDenied; ///< AccessDeniedDetail; empty when there is none
    int retryAfterMs = 0; ///< header x-acs-retry-after; 0 for none

    static Refusal of(int status, const QString &code, const QString &message)
    {
        return {status, code, message, {}, 0};
    }
    static Refusal missing(const QString &parameter);
    static Refusal invalid(const QString &parameter, const QString &why);
};

/// A success body, or a refusal.
struct Reply {
    QJsonObject body;
    std::optional<Refusal> refusal;
    bool silent = false; ///< nothing comes at all

    Reply(QJsonObject success) : body(std::move(success)) { }
    Reply(Refusal refused) : refusal(std::move(refused)) { }
};

enum class Format { Json, Xml };

/// The bytes of a success body. XML: root <ActionResponse>, a list is its element repeated (api.md 2.3).
[[nodiscard]] QByteArray encodeSuccess(const QJsonObject &body, const QString &action, Format format);
[[nodiscard]] QByteArray encodeRefusal(const Refusal &refusal, const QString &requestId, const QString &host,
                                       Format format);
[[nodiscard]] QByteArray contentType(Format format);

/// "2026-03-01T02:04:06Z"
[[nodiscard]] QString wireTime(const QDateTime &time);
/// Invalid when `text` is not exactly of that form.
[[nodiscard]] QDateTime parseWireTime(const QString &text);

} // namespace uplift::practice
