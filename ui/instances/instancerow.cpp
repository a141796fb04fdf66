// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/instances/instancerow.h"

#include "ui/instances/offer.h"

#include <QStringList>

#include <algorithm>

namespace uplift::ui {

namespace {

constexpr StandingSet bit(StandingFilter filter)
{
    return static_cast<StandingSet>(1U << static_cast<unsigned>(filter));
}

/// What the provider writes before the numbers ("redis-5.0_0.5.7") is no version to look for.
bool holdsVersion(const QStringMatcher &word, const MinorVersion &version)
{
    if (!version.isKnown())
        return false;
    const QString raw = version.raw();
    return word.indexIn(QStringView(raw).mid(raw.lastIndexOf(QLatin1Char('_')) + 1)) >= 0;
}

bool holdsWord(const QStringMatcher &word, const InstanceRow &row)
{
    const auto in = [&word](const QString &text) { return word.indexIn(text) >= 0; };
    if ((row.facts && in(row.facts->name)) || in(row.id.value) || in(row.profileName) || in(row.regionName)
        || in(row.region.value) || in(row.accountName))
        return true;
    if (row.version && (holdsVersion(word, row.version->current) || holdsVersion(word, row.version->latest)))
        return true;
    return row.facts && std::any_of(row.facts->tags.begin(), row.facts->tags.end(), [&in](const auto &tag) {
               return in(tag.first) || in(tag.second);
           });
}

} // namespace

QString InstanceRow::name() const
{
    if (facts && !facts->name.isEmpty())
        return facts->name;
    return profileName.isEmpty() ? id.value : profileName;
}

bool isOpenStep(const InstanceRow &row) { return row.step && !upgrade::isEnd(*row.step); }

StandingSet standingOf(const InstanceRow &row)
{
    using upgrade::StepState;
    StandingSet set = bit(StandingFilter::All);
    if (row.gone) {
        set |= bit(StandingFilter::NoLongerSeen);
    } else if (const auto level = row.version ? levelOffered(*row.version) : std::nullopt) {
        set |= bit(StandingFilter::UpdateAvailable);
        if (level == UpdateLevel::Critical)
            set |= bit(StandingFilter::Critical);
    }
    if (row.step == StepState::Undecided)
        set |= bit(StandingFilter::NeedsDecision);
    else if (isOpenStep(row))
        set |= bit(StandingFilter::InProgress);
    if (row.step == StepState::Failed || row.step == StepState::Rejected)
        set |= bit(StandingFilter::Failed);
    return set;
}

bool passes(const InstanceRow &row, StandingFilter filter) { return holds(standingOf(row), filter); }

WordMatcher::WordMatcher(const QString &words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : wanted)
        m_words.append(QStringMatcher(word, Qt::CaseInsensitive));
}

bool WordMatcher::matches(const InstanceRow &row) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [&row](const QStringMatcher &word) { return holdsWord(word, row); });
}

bool WordMatcher::narrows(const WordMatcher &before) const
{
    return std::all_of(before.m_words.begin(), before.m_words.end(), [this](const QStringMatcher &old) {
        return std::any_of(m_words.begin(), m_words.end(),
                           [&old](const QStringMatcher &now) { return old.indexIn(now.pattern()) >= 0; });
    });
}

bool matches(const InstanceRow &row, const QString &words) { return WordMatcher(words).matches(row); }

} // namespace uplift::ui
