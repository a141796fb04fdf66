// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/erroradvice.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace uplift::cloud {

namespace {

template <class T> struct Word {
    const char *word;
    T value;
};

constexpr Word<Error::Kind> kinds[] = {
    {"Denied", Error::Kind::Denied},     {"Throttled", Error::Kind::Throttled},
    {"NotFound", Error::Kind::NotFound}, {"Conflict", Error::Kind::Conflict},
    {"Rejected", Error::Kind::Rejected}, {"Server", Error::Kind::Server},
};
constexpr Word<Error::Change> changes[] = {
    {"No", Error::Change::No},
    {"Unknown", Error::Change::Unknown},
};
constexpr Word<Error::Retry> retries[] = {
    {"Safe", Error::Retry::Safe},
    {"Unsafe", Error::Retry::Unsafe},
    {"AskFirst", Error::Retry::AskFirst},
};

template <class T, std::size_t n> std::optional<T> lookUp(const Word<T> (&words)[n], const QJsonValue &value)
{
    const QString text = value.toString();
    const auto *found = std::find_if(std::begin(words), std::end(words),
                                     [&](const auto &one) { return text == QLatin1String(one.word); });
    return found == std::end(words) ? std::optional<T>() : found->value;
}

bool isComplete(const LocalizedText &text) { return !text.english.isEmpty() && !text.chinese.isEmpty(); }

Error brokenTable(const QString &detail)
{
    Error error =
        Error::of(Error::Kind::Internal,
                  QCoreApplication::translate("uplift::cloud", "The table of error codes cannot be read."),
                  QCoreApplication::translate("uplift::cloud", "Install Uplift again."));
    error.detail = detail;
    return error;
}

Result<Advice> toAdvice(const QJsonObject &row)
{
    Advice advice;
    const QJsonArray codes = row.value(QLatin1String("codes")).toArray();
    for (const auto &code : codes)
        advice.codes.append(code.toString());
    advice.pattern.setPattern(row.value(QLatin1String("pattern")).toString());
    const auto kind = lookUp(kinds, row.value(QLatin1String("kind")));
    const auto change = lookUp(changes, row.value(QLatin1String("change")));
    const auto retry = lookUp(retries, row.value(QLatin1String("retry")));
    const auto readRetry = lookUp(retries, row.value(QLatin1String("readRetry")));
    advice.message = LocalizedText::fromJson(row.value(QLatin1String("message")));
    advice.next = LocalizedText::fromJson(row.value(QLatin1String("next")));
    // Few rows have one; asking whether it is valid compiles it.
    const bool fits = advice.pattern.pattern().isEmpty() || advice.pattern.isValid();
    const bool complete =
        fits && kind && change && retry && readRetry && isComplete(advice.message) && isComplete(advice.next);
    if (!complete)
        return failure(
            brokenTable(QStringLiteral("row of %1 is incomplete").arg(advice.codes.join(QLatin1Char(',')))));
    advice.kind = *kind;
    advice.change = *change;
    advice.retry = *retry;
    advice.readRetry = *readRetry;
    advice.rejectedBeforeExecution = row.value(QLatin1String("rejectedBeforeExecution")).toBool();
    advice.retryAfterClockFix = row.value(QLatin1String("retryAfterClockFix")).toBool();
    return advice;
}

bool isClientRefusal(const ApiError &error) { return error.httpStatus >= 400 && error.httpStatus < 500; }

} // namespace

Result<ErrorAdvice> ErrorAdvice::fromJson(const QByteArray &json)
{
    QJsonParseError parseError{};
    const QJsonObject root = QJsonDocument::fromJson(json, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return failure(brokenTable(parseError.errorString()));
    ErrorAdvice table;
    const QJsonArray rows = root.value(QLatin1String("errors")).toArray();
    for (const auto &row : rows) {
        Result<Advice> advice = toAdvice(row.toObject());
        if (!advice)
            return failure(std::move(advice.error()));
        for (const QString &code : advice->codes) {
            if (table.m_byCode.contains(code))
                return failure(brokenTable(QStringLiteral("%1 is there twice").arg(code)));
            table.m_byCode.insert(code, table.m_rows.size());
        }
        table.m_rows.append(std::move(*advice));
    }
    Result<Advice> unknown = toAdvice(root.value(QLatin1String("unknown")).toObject());
    if (!unknown)
        return failure(std::move(unknown.error()));
    table.m_unknown = std::move(*unknown);
    const QJsonObject words = root.value(QLatin1String("words")).toObject();
    for (auto it = words.begin(); it != words.end(); ++it)
        table.m_words.insert(it.key(), LocalizedText::fromJson(it.value()));
    return table;
}

ErrorAdvice ErrorAdvice::fromResource()
{
    QFile file(QStringLiteral(":/uplift/error-advice.json"));
    const bool open = file.open(QIODevice::ReadOnly);
    Result<ErrorAdvice> table = fromJson(open ? file.readAll() : QByteArray());
    Q_ASSERT_X(table.has_value(), "error-advice.json", "the resource is broken");
    return table.value_or(ErrorAdvice());
}

const Advice *ErrorAdvice::adviceFor(const QString &code) const
{
    QString prefix = code;
    while (!prefix.isEmpty()) {
        const auto found = m_byCode.constFind(prefix);
        if (found != m_byCode.constEnd())
            return &m_rows[*found];
        prefix.truncate(std::max<qsizetype>(0, prefix.lastIndexOf(QLatin1Char('.'))));
    }
    const auto fitting = std::find_if(m_rows.begin(), m_rows.end(), [&](const Advice &advice) {
        return !advice.pattern.pattern().isEmpty() && advice.pattern.match(code).hasMatch();
    });
    return fitting == m_rows.end() ? nullptr : &*fitting;
}

Error ErrorAdvice::toError(const ApiError &error, bool modifying, const QString &host) const
{
    const Advice *known = adviceFor(error.code);
    const Advice &advice = known ? *known : m_unknown;
    const bool serverSide = error.httpStatus >= 500;
    const auto filled = [&](const LocalizedText &text) {
        QString result = text.text();
        const std::pair<QString, QString> values[] = {{QStringLiteral("action"), error.deniedAction},
                                                      {QStringLiteral("principal"), error.deniedPrincipal},
                                                      {QStringLiteral("host"), host},
                                                      {QStringLiteral("code"), error.code}};
        for (const auto &[name, value] : values) {
            const QString shown = value.isEmpty() ? m_words.value(name).text() : value;
            result.replace(QLatin1Char('%') + name + QLatin1Char('%'), shown);
        }
        // A blank stands between Chinese and Latin, and a Chinese word stood in for a Latin one.
        static const QRegularExpression blank(QStringLiteral("(?<=\\p{Han}) (?=\\p{Han})"),
                                              QRegularExpression::UseUnicodePropertiesOption);
        return result.remove(blank);
    };
    Error result = Error::of(!known && serverSide ? Error::Kind::Server : advice.kind, filled(advice.message),
                             filled(advice.next));
    result.change = modifying ? advice.change : Error::Change::No;
    result.retry = modifying ? advice.retry : advice.readRetry;
    if (modifying && !isClientRefusal(error)) { // A1: only a 4xx refusal is a refusal for sure
        result.change = Error::Change::Unknown;
        result.retry = advice.retry == Error::Retry::Safe ? Error::Retry::AskFirst : advice.retry;
    }
    result.code = error.code;
    result.requestId = error.requestId;
    result.providerMessage = error.message;
    result.detail = QStringLiteral("HTTP %1").arg(error.httpStatus);
    return result;
}

bool ErrorAdvice::rejectedBeforeExecution(const ApiError &error) const
{
    const Advice *advice = adviceFor(error.code);
    return advice && advice->rejectedBeforeExecution && isClientRefusal(error);
}

bool ErrorAdvice::retryAfterClockFix(const ApiError &error) const
{
    const Advice *advice = adviceFor(error.code);
    return advice && advice->retryAfterClockFix;
}

} // namespace uplift::cloud
