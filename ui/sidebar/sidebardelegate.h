// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace uplift::ui {

/// What an entry of the sidebar is; its data roles.
enum class Entry { Heading, Line, Filter, Account, Group, Profile, ProfilesPopup, Page };
enum EntryRole {
    EntryKindRole = Qt::UserRole, ///< Entry
    EntryKeyRole, ///< QString, unique
    EntryIconRole, ///< Icon
    EntryIconColorRole, ///< Role
    EntryCountRole, ///< int; invalid: none
    EntryEnvironmentRole, ///< Environment; invalid: none
    EntryBadgeRole, ///< Icon before the tag; invalid: none
    EntryBadgeColorRole ///< Role
};

/// Paints the sidebar's entries: icon, text, count or tag; folded to icons.
class SidebarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setFolded(bool folded) { m_folded = folded; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                     const Theme &theme) const;
    void paintFolded(QPainter *painter, const QRect &area, const QModelIndex &index,
                     const Theme &theme) const;
    int paintTail(QPainter *painter, const QRect &area, const QModelIndex &index, const Theme &theme,
                  bool selected) const;

    /// Paints the badge to the left of `right`; where the text may go to.

    bool m_folded = false;
};

} // namespace uplift::ui
