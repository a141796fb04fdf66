// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/instance.h"
#include "ui/instances/instancerow.h"

#include <QHash>
#include <QWidget>

#include <array>

class QHBoxLayout;
class QToolButton;
class QTreeView;
class QStandardItemModel;
class QStandardItem;
class QPushButton;

namespace uplift::ui {

class TextLabel;

/// Does an account's service answer?
enum class AccountState { Unknown, Asking, Answering, Failed };
/// What the fleet says of a profile's instance.
enum class ProfileBadge { None, UpdateAvailable, Critical, Gone };

/// Pages of their own, below everything else.
enum class SidebarPage { Plans, History };

/// What the sidebar lists.
struct SidebarContent {
    struct Account {
        AccountId id;
        QString name;
        Environment environment = Environment::Production;
        AccountState state = AccountState::Unknown;
        QString stateText = {}; ///< one sentence for the tool tip: what failed; empty: the state's own words
        friend bool operator==(const Account &, const Account &) = default;
    };
    struct Profile {
        ProfileId id;
        QString name;
        QString group; ///< empty: none
        Environment environment = Environment::Production;
        ProfileBadge badge = ProfileBadge::None;
        friend bool operator==(const Profile &, const Profile &) = default;
    };
    std::array<int, standingFilterCount> counts{};
    QList<Account> accounts;
    QList<Profile> profiles;
    int plans = 0; ///< batches that are open, and plans that were saved
    friend bool operator==(const SidebarContent &, const SidebarContent &) = default;
};

/// Standing filters with counts, accounts, saved profiles; 208 px wide, or 48 folded.
class Sidebar : public QWidget {
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setContent(const SidebarContent &content); ///< keeps selection and open groups
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setCurrentFilter(StandingFilter filter); ///< without filterSelected()
    void setCurrentAccount(const AccountId &account);
    void setCurrentProfile(const ProfileId &profile);
    void setCurrentPage(SidebarPage page); ///< without pageSelected()
    [[nodiscard]] QToolButton *menuButton() const { return m_menu; } ///< hang the QMenu here
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QPushButton *addAccountButton() const { return m_add; }

Q_SIGNALS:
    void filterSelected(uplift::ui::StandingFilter filter);
    void accountActivated(const uplift::AccountId &account);
    void profileSelected(const uplift::ProfileId &profile);
    void pageSelected(uplift::ui::SidebarPage page);
    void addAccountRequested();
    void accountMenuRequested(const uplift::AccountId &account, const QPoint &globalPosition);
    void profileMenuRequested(const uplift::ProfileId &profile, const QPoint &globalPosition);
    void foldedChanged(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildList();
    void fill();
    void fillFilters();
    void fillAccounts();
    void fillProfiles();
    void fillPages();
    /// Counts, states and badges of the entries there are; false when other entries are needed.
    [[nodiscard]] bool refill(const SidebarContent &before);
    void describeFilter(QStandardItem *item, StandingFilter filter) const;
    void describeAccount(QStandardItem *item, const SidebarContent::Account &account) const;
    void describePlans(QStandardItem *item) const;
    [[nodiscard]] bool isListed(StandingFilter filter) const;
    void addProfile(const SidebarContent::Profile &profile, QStandardItem *group);
    QStandardItem *addEntry(int kind, const QString &key, const QString &text);
    [[nodiscard]] QStandardItem *findEntry(const QString &key) const;
    void select(const QString &key);
    void onClicked(const QModelIndex &index);
    void onCurrentChanged(const QModelIndex &index);
    void onContextMenu(const QPoint &position);
    void popUpProfiles();
    void applyFolded();

    SidebarContent m_content;
    QHBoxLayout *m_head = nullptr;
    QWidget *m_mark = nullptr;
    TextLabel *m_name = nullptr;
    QToolButton *m_menu = nullptr;
    QTreeView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
    QPushButton *m_add = nullptr;
    QHash<QString, QStandardItem *> m_entries; ///< by key, but the profiles
    QHash<ProfileId, QStandardItem *> m_profiles; ///< thousands: their keys are made when asked for
    QString m_current; ///< key of the selected entry
    QStringList m_closed; ///< groups the user folded
    bool m_folded = false;
    bool m_filling = false;
};

} // namespace uplift::ui
