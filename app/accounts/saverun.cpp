// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/saverun.h"

#include <QCoreApplication>
#include <QUuid>

namespace uplift::accounts {

SaveRun::SaveRun(Stores stores, Draft draft, const Clock &clock, Answer<AccountId> answer, QObject *parent)
    : QObject(parent), m_stores(stores), m_draft(std::move(draft)), m_clock(clock),
      m_answer(std::move(answer)), m_after(m_draft.account)
{
}

void SaveRun::start()
{
    if (const Outcome checked = checkDraft(m_draft, m_clock.now()); !checked)
        return fail(checked.error());
    if (const auto named = profiles::withAccount(m_stores.workspace.workspace(), m_after); !named)
        return fail(named.error());
    if (m_after.id.isEmpty()) {
        m_after.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_after.keychainEntry.clear();
    } else if (const auto *before = profiles::find(m_stores.workspace.workspace(), m_after.id)) {
        m_before = *before;
        m_after.keychainEntry = before->keychainEntry;
        m_after.keychainBackend = before->keychainBackend;
        m_after.keyTail = before->keyTail;
    } else {
        return fail(noSuchAccountError());
    }
    if (m_after.keychainEntry.isEmpty())
        m_after.keychainEntry = QStringLiteral("account/") + m_after.id.value;

    if (hasKey(m_draft)) {
        m_after.keyTail = m_draft.key.id.right(4);
        // Replaced in its place: what is there must be in hand before it is written over.
        if (m_before && !moves())
            return readOld();
        return write(toKeychainJson(m_draft.key));
    }
    if (moves())
        return readOld();
    saveWorkspace();
}

bool SaveRun::moves() const { return m_before && m_before->secretPlace != m_after.secretPlace; }

void SaveRun::readOld()
{
    m_stores.of(*m_before).read(m_before->keychainEntry, this,
                                [this](Result<SecretBytes> old) { onOldRead(std::move(old)); });
}

void SaveRun::onOldRead(Result<SecretBytes> old)
{
    if (!hasKey(m_draft)) {
        if (!old)
            return fail(old.error());
        return write(std::move(*old));
    }
    if (!old && !secrets::isMissing(old.error()))
        return fail(old.error());
    if (old)
        m_oldSecret = std::move(*old);
    write(toKeychainJson(m_draft.key));
}

void SaveRun::write(SecretBytes value)
{
    m_stores.of(m_after).write(m_after.keychainEntry, std::move(value), this,
                               [this](const Outcome &written) { onWritten(written); });
}

void SaveRun::onWritten(const Outcome &written)
{
    m_asked = true;
    m_stored = written.has_value();
    // A write that failed may still have been carried out, so it is taken back, too.
    if (!written)
        return takeBack(written.error());
    m_stores.of(m_after).status(this, [this](const Result<secrets::KeychainStatus> &status) {
        if (status)
            m_after.keychainBackend = status->backend;
        saveWorkspace();
    });
}

void SaveRun::saveWorkspace()
{
    // On what the workspace is now: it may have changed while the keychain asked the user.
    const auto next = profiles::withAccount(m_stores.workspace.workspace(), m_after);
    if (!next)
        return takeBack(next.error());
    m_stores.workspace.save(*next, this, [this](const Outcome &saved) { onWorkspaceSaved(saved); });
}

void SaveRun::onWorkspaceSaved(const Outcome &saved)
{
    if (!saved) {
        const profiles::Workspace &now = m_stores.workspace.workspace();
        const auto back = m_before ? profiles::withAccount(now, *m_before)
                                   : Result<profiles::Workspace>(profiles::withoutAccount(now, m_after.id));
        // It may fail like the one before; what counts is that the window shows what was there.
        if (back)
            m_stores.workspace.save(*back, this, [](const Outcome &) {});
        Error error = saved.error();
        error.next = QCoreApplication::translate(
            "uplift::accounts",
            "The account and its key are as they were before. Mend the cause and save again.");
        return takeBack(std::move(error));
    }
    Q_EMIT savedAccount(m_after.id, m_before.has_value());
    m_answer(m_after.id);
    if (moves())
        return clearOldPlace();
    deleteLater();
}

void SaveRun::takeBack(Error error)
{
    if (!m_asked)
        return fail(error);
    const auto told = [this, error = std::move(error)](const Outcome &back) {
        if (!back && m_stored)
            Q_EMIT secretLeft(back.error());
        fail(error);
    };
    secrets::SecretStore &store = m_stores.of(m_after);
    if (m_oldSecret.isEmpty())
        return store.remove(m_after.keychainEntry, this, told);
    store.write(m_after.keychainEntry, std::move(m_oldSecret), this, told);
}

void SaveRun::clearOldPlace()
{
    m_stores.of(*m_before).remove(m_before->keychainEntry, this, [this](const Outcome &removed) {
        if (!removed)
            Q_EMIT secretLeft(removed.error());
        deleteLater();
    });
}

void SaveRun::fail(const Error &error)
{
    m_answer(failure(error));
    deleteLater();
}

} // namespace uplift::accounts
