// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QObject>
#include <QPointer>

namespace uplift::ui {

class AccountDialog;
class Session;

/// Adding, editing, testing and removing an account: dialog in front, accounts room behind.
class AccountFlow : public QObject {
    Q_OBJECT
public:
    AccountFlow(Session &session, QWidget *window);
    void add();
    void edit(const AccountId &id);
    void remove(const AccountId &id);

Q_SIGNALS:
    void failed(const uplift::Error &error); ///< a removal that did not happen
    void saved(const uplift::AccountId &id);

private:
    void open(AccountDialog *dialog);
    void removeNow(const AccountId &id);
    void offerRemovalAlone(const AccountId &id, const Error &error);

    Session &m_session;
    QWidget *m_window;
};

} // namespace uplift::ui
