// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/maintenancewindow.h"
#include "ui/dialogs/changedialog.h"
#include "upgrade/quiethour.h"

#include <QTimeZone>

namespace uplift::ui {

class LinkButton;

/// What the change of a window starts from.
struct WindowChangeFacts {
    std::optional<MaintenanceWindow> present; ///< nothing: the service did not tell
    std::optional<upgrade::QuietProposal> proposal; ///< a quieter one, from the last week's load
    bool useProposal = false; ///< the fields begin with it
    bool upgradeWaits = false; ///< an upgrade that was sent for the window has not begun
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/// Another maintenance window: two times of the local day, with UTC and the next dates it means beside them.
class WindowDialog : public ChangeDialog {
    Q_OBJECT
public:
    WindowDialog(const ChangeSubject &subject, const WindowChangeFacts &facts, QWidget *parent = nullptr);
    /// What the fields say, once it was accepted; nothing while they say none.
    [[nodiscard]] std::optional<upgrade::SettingChange> change() const;

protected:
    bool validate() override;

private:
    void use(QTime start, QTime end);
    void onTyped();
    [[nodiscard]] Result<MaintenanceWindow> typed() const;

    WindowChangeFacts m_facts;
    QLineEdit *m_start;
    QLineEdit *m_end;
    Field *m_startField;
    Field *m_endField;
    LinkButton *m_useIt = nullptr;
    WrapLabel *m_dates;
};

} // namespace uplift::ui
