// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>

/// Reads one field of a reply at a time. The service writes the same field as text, number or boolean in
/// different operations (api.md 7.5), so each reader takes all three; what does not fit is unknown.
namespace uplift::cloud::fields {

constexpr qsizetype wordLength = 256; ///< ids, classes, hosts, states
constexpr qsizetype noteLength = 16 * 1024; ///< release notes, JSON in a string
constexpr qsizetype maxItems = 10'000; ///< of one list

/// Empty when missing, of another type, or longer than `maxLength`.
[[nodiscard]] QString text(const QJsonObject &object, QLatin1String name, qsizetype maxLength = wordLength);
/// The first `maxLength` characters, for texts people read.
[[nodiscard]] QString prose(const QJsonObject &object, QLatin1String name, qsizetype maxLength = noteLength);
/// Nothing unless a whole number within [min, max].
[[nodiscard]] std::optional<int> integer(const QJsonObject &object, QLatin1String name, int min, int max);
/// Nothing unless a finite number within [min, max].
[[nodiscard]] std::optional<double> number(const QJsonObject &object, QLatin1String name, double min,
                                           double max);
/// The same of a value at hand; texts that are numbers count.
[[nodiscard]] std::optional<double> asNumber(const QJsonValue &value, double min, double max);
/// true, false, "true", "false" in any case, 1, 0, "1", "0".
[[nodiscard]] std::optional<bool> flag(const QJsonObject &object, QLatin1String name);
/// "2026-03-02T18:00:05Z", also without seconds, as UTC; invalid otherwise.
[[nodiscard]] QDateTime time(const QJsonObject &object, QLatin1String name);
/// The same of a text at hand.
[[nodiscard]] QDateTime asTime(const QString &word);
/// Empty when it is not an object.
[[nodiscard]] QJsonObject child(const QJsonObject &object, QLatin1String name);
/// A list, or a single element where XML makes no difference; elements that are no objects are left out.
[[nodiscard]] QList<QJsonObject> items(const QJsonObject &object, QLatin1String name);
/// Is the field there, as a list, an object or an empty element?
[[nodiscard]] bool hasContainer(const QJsonObject &object, QLatin1String name);

} // namespace uplift::cloud::fields
