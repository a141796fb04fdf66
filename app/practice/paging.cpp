// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/paging.h"

#include <algorithm>

namespace uplift::practice {

std::optional<Refusal> readNumber(const Parameters &parameters, const QString &name, int lowest, int highest,
                                  int &number)
{
    if (!parameters.contains(name))
        return std::nullopt;
    bool ok = false;
    const int value = parameters.value(name).toInt(&ok);
    if (!ok || value < lowest || value > highest)
        return Refusal::invalid(name,
                                QStringLiteral("a number from %1 to %2 is needed").arg(lowest).arg(highest));
    number = value;
    return std::nullopt;
}

std::optional<Refusal> readPage(const Parameters &parameters, int lowest, int highest, Page &page)
{
    if (auto refusal = readNumber(parameters, QStringLiteral("PageNumber"), 1, 1'000'000, page.number))
        return refusal;
    return readNumber(parameters, QStringLiteral("PageSize"), lowest, highest, page.size);
}

QJsonObject pageNumbers(const Page &page, qsizetype total)
{
    return {{QStringLiteral("PageNumber"), page.number},
            {QStringLiteral("PageSize"), page.size},
            {QStringLiteral("TotalCount"), total}};
}

QStringList commaList(const Parameters &parameters, const QString &name)
{
    QStringList list = parameters.value(name).split(u',', Qt::SkipEmptyParts);
    for (QString &item : list)
        item = item.trimmed();
    list.removeAll(QString());
    return list;
}

QJsonArray cut(const QJsonArray &all, const Page &page)
{
    QJsonArray rows;
    for (qsizetype i = page.first(); i < std::min(page.first() + page.size, all.size()); ++i)
        rows.append(all.at(i));
    return rows;
}

} // namespace uplift::practice
