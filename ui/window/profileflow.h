// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/workspace.h"

#include <QObject>

namespace uplift::ui {

class ProfileDialog;
class Session;

/// Saving, renaming, duplicating and removing profiles; a removal can be taken back.
class ProfileFlow : public QObject {
    Q_OBJECT
public:
    ProfileFlow(Session &session, QWidget *window);
    /// A new one (empty id), or an existing one to edit.
    void save(const profiles::Profile &profile);
    /// New ones, each under a free name, taken back as one by undo().
    void saveMany(const QList<profiles::Profile> &profiles);
    void rename(const ProfileId &id);
    void duplicate(const ProfileId &id);
    void remove(const ProfileId &id);
    void undo();

Q_SIGNALS:
    void failed(const uplift::Error &error);
    void removed(const QString &name); ///< can be taken back with undo()
    void savedMany(int count); ///< can be taken back with undo()
    void saved(const uplift::ProfileId &id);

private:
    void open(ProfileDialog *dialog);
    [[nodiscard]] QStringList groups() const;
    [[nodiscard]] QString accountName(const AccountId &id) const;

    Session &m_session;
    QWidget *m_window;
};

} // namespace uplift::ui
