// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/wire.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

/// How the operations read numbers and pages; no one else's business.
namespace uplift::practice {

struct Page {
    int number = 1;
    int size = 30;
    [[nodiscard]] qsizetype first() const { return (static_cast<qsizetype>(number) - 1) * size; }
};

/// Leaves `number` alone when the parameter is absent.
[[nodiscard]] std::optional<Refusal> readNumber(const Parameters &parameters, const QString &name, int lowest,
                                                int highest, int &number);
[[nodiscard]] std::optional<Refusal> readPage(const Parameters &parameters, int lowest, int highest,
                                              Page &page);
[[nodiscard]] QJsonObject pageNumbers(const Page &page, qsizetype total);
/// "a, b" → a, b; empty ones left out.
[[nodiscard]] QStringList commaList(const Parameters &parameters, const QString &name);
/// The rows of one page.
[[nodiscard]] QJsonArray cut(const QJsonArray &all, const Page &page);

} // namespace uplift::practice
