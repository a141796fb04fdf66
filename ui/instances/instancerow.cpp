// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancerow.h"

#include <QStringList>

#include <algorithm>

namespace uplift::ui {

namespace {

/// All that words are looked for in, one per line.
QString haystack(const InstanceRow &row)
{
    QStringList parts{row.name(),     row.id.value,    row.region.value,
                      row.regionName, row.accountName, row.profileName};
    if (row.version)
        parts << row.version->current.text() << row.version->latest.text();
    if (row.facts) {
        for (const auto &[key, value] : row.facts->tags)
            parts << key << value;
    }
    return parts.join(QLatin1Char('\n'));
}

} // namespace

QString InstanceRow::name() const
{
    if (facts && !facts->name.isEmpty())
        return facts->name;
    return profileName.isEmpty() ? id.value : profileName;
}

bool isOpenStep(const InstanceRow &row) { return row.step && !upgrade::isEnd(*row.step); }

bool passes(const InstanceRow &row, StandingFilter filter)
{
    const bool isOutdated = row.version && outdated(*row.version) == Outdated::Yes;
    switch (filter) {
    case StandingFilter::All:
        return true;
    case StandingFilter::UpdateAvailable:
        return isOutdated && !row.gone;
    case StandingFilter::Critical:
        return isOutdated && !row.gone && row.version->level == UpdateLevel::Critical;
    case StandingFilter::InProgress:
        return isOpenStep(row) && row.step != upgrade::StepState::Undecided;
    case StandingFilter::NeedsDecision:
        return row.step == upgrade::StepState::Undecided;
    case StandingFilter::NoLongerSeen:
        return row.gone;
    }
    return true;
}

bool matches(const InstanceRow &row, const QString &words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return true;
    const QString text = haystack(row);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace uplift::ui
