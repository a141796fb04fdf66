// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"

#include <QList>
#include <QString>

#include <utility>

namespace uplift::profiles {

/// An enumeration's values and their words in our files.
template <class Enum> using Words = QList<std::pair<Enum, QString>>;

template <class Enum> [[nodiscard]] QString wordOf(const Words<Enum> &words, Enum value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value)
            return word;
    }
    return {};
}

inline const Words<Environment> environmentWords = {
    {Environment::Production, QStringLiteral("production")},
    {Environment::Staging, QStringLiteral("staging")},
    {Environment::Development, QStringLiteral("development")}};
inline const Words<Moment> momentWords = {{Moment::Now, QStringLiteral("now")},
                                          {Moment::MaintenanceWindow, QStringLiteral("window")}};

} // namespace uplift::profiles
