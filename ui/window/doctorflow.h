// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/permissions.h"

#include <QObject>

#include <optional>

namespace uplift::ui {

class Session;

/// Runs the permission doctor for one account and shows what it found.
class DoctorFlow : public QObject {
    Q_OBJECT
public:
    DoctorFlow(Session &session, QWidget *window);
    /// `region`: where to ask; empty: where most of the account's instances are.
    void start(const AccountId &account, const RegionId &region = {});

private:
    [[nodiscard]] RegionId usualRegion(const AccountId &account) const;

    Session &m_session;
    QWidget *m_window;
    std::optional<accounts::Permissions> m_permissions; ///< read when first needed
};

} // namespace uplift::ui
