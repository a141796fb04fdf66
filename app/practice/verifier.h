// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/httprequest.h"
#include "practice/practicecloud.h"
#include "practice/wire.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace uplift::practice {

/// What a request says before anybody believes it.
struct Envelope {
    bool v3 = false; ///< else V1
    QString action;
    QString version;
    Format format = Format::Xml;
    Pairs parameters; ///< query and form body together
};
[[nodiscard]] Envelope openEnvelope(const HttpRequest &request);

/// Checks both signatures from the rules in api.md section 3, on its own: the client's signing code is not
/// used here, or both could be wrong together. Remembers nonces for as long as their time stamps are valid.
class Verifier {
public:
    explicit Verifier(PracticeKey key) : m_keys{std::move(key)} { }
    explicit Verifier(QList<PracticeKey> keys) : m_keys(std::move(keys)) { }

    /// Nothing when the request is genuine, fresh and new; then `signedBy` is the id of its key.
    std::optional<Refusal> check(const HttpRequest &request, const Envelope &envelope, const QDateTime &now,
                                 QString *signedBy = nullptr);
    /// A further key, as AssumeRole gives them; the oldest of more than a few hundred is forgotten.
    void add(const PracticeKey &key);
    /// Null when it is not known.
    [[nodiscard]] const PracticeKey *find(const QString &keyId) const;

    /// The string the server signs; for V3 also the canonical request.
    struct Canonical {
        QByteArray request; ///< V3 only
        QByteArray stringToSign;
        QByteArray signature; ///< as it would stand in the request: hex for V3, Base64 for V1
    };
    [[nodiscard]] static Canonical
    canonicalV3(const HttpRequest &request, const QList<QByteArray> &signedHeaders, const QByteArray &secret);
    [[nodiscard]] static Canonical canonicalV1(const HttpRequest &request, const Pairs &parameters,
                                               const QByteArray &secret);

private:
    /// The parts of a request that say who signed it, when, and how.
    struct Claim {
        QString keyId;
        QString token;
        QString time;
        QString nonce;
        QByteArray signature;
        QList<QByteArray> signedHeaders; ///< V3 only
    };
    static std::optional<Refusal> readV3(const HttpRequest &request, Claim &claim);
    static std::optional<Refusal> readV1(const Envelope &envelope, Claim &claim);
    static std::optional<Refusal> checkToken(const PracticeKey &key, const Claim &claim,
                                             const QDateTime &now);
    static std::optional<Refusal> checkTime(const Claim &claim, const QDateTime &now, qint64 limit);
    std::optional<Refusal> checkNonce(const Claim &claim, const QDateTime &now, qint64 limit);

    QList<PracticeKey> m_keys;
    QList<PracticeKey> m_further; ///< temporary ones
    QHash<QString, QDateTime> m_nonces; ///< nonce → when it may be forgotten
    QDateTime m_sweepAt;
};

} // namespace uplift::practice
