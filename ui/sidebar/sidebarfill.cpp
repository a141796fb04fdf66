// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of the Sidebar, from its content.
#include "ui/instances/instancecells.h"
#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/sidebar/sidebar.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/sidebar/sidebarkeys.h"

#include <QStandardItemModel>
#include <QTreeView>

#include <algorithm>
#include <iterator>

namespace uplift::ui {

namespace {

struct FilterLook {
    const char *text;
    Icon icon;
    Role role;
};

FilterLook lookOf(StandingFilter filter)
{
    switch (filter) {
    case StandingFilter::All:
        return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "All instances"), Icon::List, Role::Text2};
    case StandingFilter::UpdateAvailable:
        return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "Update available"), Icon::UpRing, Role::Accent};
    case StandingFilter::Critical:
        return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "Critical"), Icon::Critical, Role::Amber};
    case StandingFilter::InProgress:
        return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "In progress"), Icon::Running, Role::Accent};
    case StandingFilter::NeedsDecision:
        return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "Needs a decision"), Icon::Question, Role::Amber};
    case StandingFilter::Failed:
        return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "Failed or rejected"), Icon::CrossRing, Role::Red};
    case StandingFilter::NoLongerSeen:
        break;
    }
    return {QT_TRANSLATE_NOOP("uplift::ui::Sidebar", "No longer seen"), Icon::Gone, Role::Text2};
}

/// From the whole to what is left over, the urgent ones between.
constexpr StandingFilter filterOrder[] = {StandingFilter::All,         StandingFilter::UpdateAvailable,
                                          StandingFilter::Critical,    StandingFilter::InProgress,
                                          StandingFilter::Failed,      StandingFilter::NeedsDecision,
                                          StandingFilter::NoLongerSeen};
static_assert(std::size(filterOrder) == standingFilterCount);

Mark accountMark(AccountState state)
{
    switch (state) {
    case AccountState::Unknown:
        break;
    case AccountState::Asking:
        return {Icon::OpenRing, Role::Accent, Sidebar::tr("is being asked")};
    case AccountState::Answering:
        // As it should be: the word says it, no mark does.
        return {Icon::None, Role::Green, Sidebar::tr("answers")};
    case AccountState::Failed:
        return {Icon::Warning, Role::Amber, Sidebar::tr("does not answer")};
    }
    return {};
}

Mark profileMark(ProfileBadge badge)
{
    switch (badge) {
    case ProfileBadge::None:
        break;
    case ProfileBadge::UpdateAvailable:
        return {Icon::UpRing, Role::Accent, Sidebar::tr("update available")};
    case ProfileBadge::Critical:
        return {Icon::Critical, Role::Amber, Sidebar::tr("critical update available")};
    case ProfileBadge::Gone:
        return {Icon::Gone, Role::Text2, Sidebar::tr("instance no longer seen")};
    }
    return {};
}

QString spokenOf(const QStringList &parts) { return parts.join(QStringLiteral(", ")); }

/// Says what its profile is when asked: kept in the item, the same words would stand there a thousand times.
class ProfileItem : public QStandardItem {
public:
    explicit ProfileItem(SidebarContent::Profile profile) : m_profile(std::move(profile))
    {
        setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    void setProfile(const SidebarContent::Profile &profile)
    {
        m_profile = profile;
        emitDataChanged();
    }
    [[nodiscard]] QVariant data(int role) const override
    {
        switch (role) {
        case Qt::DisplayRole:
            return m_profile.name;
        case Qt::AccessibleTextRole:
            return spoken();
        case Qt::ToolTipRole:
            return plainToolTip(spoken());
        case EntryKindRole:
            return static_cast<int>(Entry::Profile);
        case EntryKeyRole:
            return profileKey(m_profile.id);
        case EntryIconRole:
            return static_cast<int>(Icon::Bookmark);
        case EntryIconColorRole:
            return static_cast<int>(Role::Text2);
        case EntryEnvironmentRole:
            return static_cast<int>(m_profile.environment);
        case EntryBadgeRole:
            return isBadged() ? QVariant(static_cast<int>(profileMark(m_profile.badge).icon)) : QVariant();
        case EntryBadgeColorRole:
            return isBadged() ? QVariant(static_cast<int>(profileMark(m_profile.badge).role)) : QVariant();
        default:
            return QStandardItem::data(role);
        }
    }

private:
    [[nodiscard]] bool isBadged() const { return m_profile.badge != ProfileBadge::None; }
    [[nodiscard]] QString spoken() const
    {
        QStringList parts{m_profile.name, environmentLook(m_profile.environment).word};
        if (isBadged())
            parts << profileMark(m_profile.badge).word;
        return spokenOf(parts);
    }

    SidebarContent::Profile m_profile;
};

void setBadge(QStandardItem *item, const Mark &mark)
{
    const bool any = mark.icon != Icon::None;
    item->setData(any ? QVariant(static_cast<int>(mark.icon)) : QVariant(), EntryBadgeRole);
    item->setData(any ? QVariant(static_cast<int>(mark.role)) : QVariant(), EntryBadgeColorRole);
}

void describe(QStandardItem *item, const QStringList &parts)
{
    const QString spoken = spokenOf(parts);
    item->setData(spoken, Qt::AccessibleTextRole);
    item->setToolTip(plainToolTip(spoken));
}

} // namespace

QStandardItem *Sidebar::findEntry(const QString &key) const
{
    if (isProfileKey(key))
        return m_profiles.value(ProfileId{tail(key)});
    return m_entries.value(key);
}

QStandardItem *Sidebar::addEntry(int kind, const QString &key, const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setData(kind, EntryKindRole);
    item->setData(key, EntryKeyRole);
    const bool passive = kind == static_cast<int>(Entry::Heading) || kind == static_cast<int>(Entry::Line);
    item->setFlags(passive ? Qt::ItemFlags(Qt::NoItemFlags) : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setData(static_cast<int>(Role::Text2), EntryIconColorRole);
    if (m_folded && !passive)
        item->setToolTip(text);
    m_model->appendRow(item);
    if (!key.isEmpty())
        m_entries.insert(key, item);
    return item;
}

void Sidebar::fill()
{
    m_filling = true;
    m_model->clear();
    m_entries.clear();
    m_profiles.clear();
    fillFilters();
    fillAccounts();
    fillProfiles();
    fillPages();
    select(m_current);
    m_filling = false;
}

void Sidebar::fillFilters()
{
    if (!m_folded)
        addEntry(static_cast<int>(Entry::Heading), {}, tr("Instances"));
    for (const StandingFilter filter : filterOrder) {
        if (isListed(filter))
            describeFilter(
                addEntry(static_cast<int>(Entry::Filter), filterKey(filter), tr(lookOf(filter).text)),
                filter);
    }
}

bool Sidebar::isListed(StandingFilter filter) const
{
    // Before anything is known there is nothing to be critical or undecided about.
    const bool always = filter == StandingFilter::All || filter == StandingFilter::UpdateAvailable
        || filter == StandingFilter::InProgress;
    const bool any =
        m_content.counts[0] > 0 && filter != StandingFilter::NoLongerSeen && filter != StandingFilter::Failed;
    return always || any || m_content.counts[static_cast<std::size_t>(filter)] > 0;
}

void Sidebar::describeFilter(QStandardItem *item, StandingFilter filter) const
{
    const FilterLook look = lookOf(filter);
    const int count = m_content.counts[static_cast<std::size_t>(filter)];
    item->setData(static_cast<int>(look.icon), EntryIconRole);
    item->setData(static_cast<int>(count > 0 ? look.role : Role::Text2), EntryIconColorRole);
    item->setData(count, EntryCountRole);
    const QString spoken = QStringLiteral("%1, %2").arg(tr(look.text)).arg(count);
    item->setData(spoken, Qt::AccessibleTextRole);
    if (m_folded)
        item->setToolTip(spoken);
}

void Sidebar::fillAccounts()
{
    if (m_content.accounts.isEmpty())
        return;
    addEntry(static_cast<int>(m_folded ? Entry::Line : Entry::Heading), {}, tr("Accounts"));
    for (const SidebarContent::Account &account : std::as_const(m_content.accounts)) {
        QStandardItem *item =
            addEntry(static_cast<int>(Entry::Account), accountKey(account.id), account.name);
        describeAccount(item, account);
    }
}

void Sidebar::describeAccount(QStandardItem *item, const SidebarContent::Account &account) const
{
    const Mark mark = accountMark(account.state);
    item->setData(static_cast<int>(Icon::Key), EntryIconRole);
    item->setData(static_cast<int>(account.environment), EntryEnvironmentRole);
    setBadge(item, mark);
    QStringList parts{account.name, environmentLook(account.environment).word};
    if (const QString state = account.stateText.isEmpty() ? mark.word : account.stateText; !state.isEmpty())
        parts << state;
    describe(item, parts);
}

void Sidebar::fillProfiles()
{
    if (m_content.profiles.isEmpty())
        return;
    addEntry(static_cast<int>(m_folded ? Entry::Line : Entry::Heading), {}, tr("Saved profiles"));
    if (m_folded) {
        QStandardItem *item = addEntry(static_cast<int>(Entry::ProfilesPopup), QStringLiteral("profiles:"),
                                       tr("Saved profiles"));
        item->setData(static_cast<int>(Icon::Bookmark), EntryIconRole);
        return;
    }
    for (const SidebarContent::Profile &profile : std::as_const(m_content.profiles)) {
        if (profile.group.isEmpty()) {
            addProfile(profile, nullptr);
            continue;
        }
        const QString key = groupKey(profile.group);
        QStandardItem *group = findEntry(key);
        if (!group) {
            group = addEntry(static_cast<int>(Entry::Group), key, profile.group);
            group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            group->setToolTip(plainToolTip(profile.group));
        }
        addProfile(profile, group);
        group->setData(group->rowCount(), EntryCountRole);
        m_list->setExpanded(group->index(), !m_closed.contains(key));
    }
}

void Sidebar::addProfile(const SidebarContent::Profile &profile, QStandardItem *group)
{
    auto *item = new ProfileItem(profile);
    (group ? group : m_model->invisibleRootItem())->appendRow(item);
    m_profiles.insert(profile.id, item);
}

void Sidebar::fillPages()
{
    addEntry(static_cast<int>(m_folded ? Entry::Line : Entry::Heading), {}, tr("Plans and records"));
    describePlans(addEntry(static_cast<int>(Entry::Page), pageKey(SidebarPage::Plans), tr("Batch plans")));
    QStandardItem *history =
        addEntry(static_cast<int>(Entry::Page), pageKey(SidebarPage::History), tr("History"));
    history->setData(static_cast<int>(Icon::History), EntryIconRole);
    history->setData(tr("History"), Qt::AccessibleTextRole);
}

void Sidebar::describePlans(QStandardItem *item) const
{
    item->setData(static_cast<int>(Icon::Layers), EntryIconRole);
    item->setData(m_content.plans, EntryCountRole);
    describe(item, {tr("Batch plans"), QString::number(m_content.plans)});
}

bool Sidebar::refill(const SidebarContent &before)
{
    const auto sameAccount = [](const SidebarContent::Account &a, const SidebarContent::Account &b) {
        return a.id == b.id && a.name == b.name;
    };
    const auto sameProfile = [](const SidebarContent::Profile &a, const SidebarContent::Profile &b) {
        return a.id == b.id && a.name == b.name && a.group == b.group;
    };
    const bool sameEntries = std::equal(m_content.accounts.begin(), m_content.accounts.end(),
                                        before.accounts.begin(), before.accounts.end(), sameAccount)
        && std::equal(m_content.profiles.begin(), m_content.profiles.end(), before.profiles.begin(),
                      before.profiles.end(), sameProfile)
        && std::all_of(std::begin(filterOrder), std::end(filterOrder), [this](StandingFilter filter) {
                                 return isListed(filter) == (findEntry(filterKey(filter)) != nullptr);
                             });
    if (!sameEntries)
        return false;
    for (const StandingFilter filter : filterOrder) {
        if (QStandardItem *item = findEntry(filterKey(filter)))
            describeFilter(item, filter);
    }
    if (QStandardItem *item = findEntry(pageKey(SidebarPage::Plans)); item && m_content.plans != before.plans)
        describePlans(item);
    for (qsizetype i = 0; i < m_content.accounts.size(); ++i) {
        const SidebarContent::Account &account = m_content.accounts.at(i);
        if (QStandardItem *item = findEntry(accountKey(account.id)); item && account != before.accounts.at(i))
            describeAccount(item, account);
    }
    for (qsizetype i = 0; i < m_content.profiles.size(); ++i) {
        const SidebarContent::Profile &profile = m_content.profiles.at(i);
        if (QStandardItem *item = m_profiles.value(profile.id); item && profile != before.profiles.at(i))
            static_cast<ProfileItem *>(item)->setProfile(profile);
    }
    return true;
}

} // namespace uplift::ui
