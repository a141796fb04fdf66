// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/client.h"
#include "core/localized.h"
#include "core/result.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QString>

namespace uplift::cloud {

/// What one error code means (api.md 15), one row of resources/error-advice.json.
struct Advice {
    QList<QString> codes; ///< whole codes; each also covers its suffixed forms ("Code.Anything")
    QRegularExpression pattern; ///< for codes that no row names, such as Missing<Name>; empty for most
    Error::Kind kind = Error::Kind::Rejected;
    Error::Change change = Error::Change::Unknown; ///< for modifying calls
    Error::Retry retry = Error::Retry::AskFirst; ///< for modifying calls
    Error::Retry readRetry = Error::Retry::Safe; ///< for reads
    /// The request was surely not carried out (pitfalls A1).
    bool rejectedBeforeExecution = false;
    bool retryAfterClockFix = false; ///< one re-signed repeat after the clock was measured is allowed
    LocalizedText message; ///< what happened; may hold %action%, %host%, %code%, %principal%
    LocalizedText next; ///< what to do next
};

/// The table of error codes: made once, handed by reference.
class ErrorAdvice {
public:
    ErrorAdvice() = default; ///< knows no code
    static Result<ErrorAdvice> fromJson(const QByteArray &json);
    /// :/uplift/error-advice.json; a broken resource is our own mistake and asserts.
    static ErrorAdvice fromResource();

    /// The whole code, else the longest prefix before a dot, else a row whose pattern fits; nullptr when
    /// unknown.
    [[nodiscard]] const Advice *adviceFor(const QString &code) const;
    [[nodiscard]] const QList<Advice> &rows() const { return m_rows; }

    /// Four parts for the user. An unknown code keeps the provider's own words, marked as such.
    /// `host` is the asked one, for the sentences that name it.
    [[nodiscard]] Error toError(const ApiError &error, bool modifying, const QString &host = {}) const;

    /// A start call that ended like this was surely not carried out: a 4xx status and a code known as refused
    /// before execution (pitfalls A1). Anything else is unknown.
    [[nodiscard]] bool rejectedBeforeExecution(const ApiError &error) const;
    /// The clock, not the request, was refused: one repeat with a corrected time is allowed.
    [[nodiscard]] bool retryAfterClockFix(const ApiError &error) const;

private:
    QList<Advice> m_rows;
    QHash<QString, qsizetype> m_byCode;
    QHash<QString, LocalizedText> m_words; ///< what a placeholder reads when its value is not known
    Advice m_unknown;
};

} // namespace uplift::cloud
