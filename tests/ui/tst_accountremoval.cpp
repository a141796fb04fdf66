// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountsrig.h"
#include "ui/dialogs/askdialog.h"
#include "ui/session.h"
#include "ui/window/accountflow.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace uplift;
using test::wait;

/// An account whose keychain does not do its part can be removed all the same, by somebody who was told.
class AccountRemovalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aKeychainThatRefusesIsNoDeadEnd();
    void whoKeepsTheAccountKeepsItWhole();

private:
    [[nodiscard]] qsizetype accounts() { return m_session->workspace().workspace().accounts.size(); }
    /// The question in front once it is another one than `before`; nullptr when none comes.
    [[nodiscard]] ui::AskDialog *questionAfter(const QPointer<ui::AskDialog> &before);
    void answer(ui::AskDialog *question, const char *button)
    {
        auto *pressed = question->findChild<QPushButton *>(QString::fromLatin1(button));
        QVERIFY(pressed);
        pressed->click();
    }
    /// As far as the second question.
    [[nodiscard]] ui::AskDialog *removeWhileLocked();

    test::HandClock m_clock;
    test::FakeKeychain m_keychain;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<QWidget> m_window;
    ui::AccountFlow *m_flow = nullptr;
    AccountId m_account;
};

void AccountRemovalTest::init()
{
    m_keychain.locked = false;
    m_place = std::make_unique<QTemporaryDir>();
    ui::SessionOptions options;
    options.folder = m_place->path();
    options.refreshAtStart = false;
    m_session = std::make_unique<ui::Session>(options, m_keychain, m_clock);
    m_session->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isReady(), 30'000);
    m_window = std::make_unique<QWidget>();
    m_flow = new ui::AccountFlow(*m_session, m_window.get());
    accounts::Draft draft;
    draft.account.name = QStringLiteral("Retail");
    draft.account.connection.endpoint = {EndpointRule::Kind::Custom, QStringLiteral("http://127.0.0.1:9")};
    draft.account.connection.proxy.kind = ProxyRule::Kind::None;
    draft.key.id = QStringLiteral("LTAI5tExampleX7Qd");
    draft.key.secret = SecretBytes("example-secret");
    const auto saved = wait<AccountId>([&](QObject *context, auto done) {
        m_session->accounts().save(std::move(draft), context, std::move(done));
    });
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    m_account = *saved;
}

void AccountRemovalTest::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_place.reset();
}

ui::AskDialog *AccountRemovalTest::questionAfter(const QPointer<ui::AskDialog> &before)
{
    ui::AskDialog *found = nullptr;
    const auto another = [&] {
        for (ui::AskDialog *each : m_window->findChildren<ui::AskDialog *>()) {
            if (each != before && each->isVisible())
                found = each;
        }
        return found != nullptr;
    };
    return QTest::qWaitFor(another, 30'000) ? found : nullptr;
}

ui::AskDialog *AccountRemovalTest::removeWhileLocked()
{
    m_keychain.locked = true;
    m_flow->remove(m_account);
    const QPointer<ui::AskDialog> first = questionAfter({});
    if (!first)
        return nullptr;
    answer(first, "askAct");
    return questionAfter(first);
}

void AccountRemovalTest::aKeychainThatRefusesIsNoDeadEnd()
{
    ui::AskDialog *second = removeWhileLocked();
    QVERIFY(second);
    QCOMPARE(accounts(), 1);
    const QString entry = m_session->workspace().workspace().accounts.constFirst().keychainEntry;
    const QString text = second->findChild<QLabel *>(QStringLiteral("askText"))->text();
    QVERIFY2(text.contains(entry), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("may then remain in the keychain")), qPrintable(text));
    answer(second, "askAct");
    QTRY_COMPARE_WITH_TIMEOUT(accounts(), 0, 30'000);
}

void AccountRemovalTest::whoKeepsTheAccountKeepsItWhole()
{
    const QSignalSpy failed(m_flow, &ui::AccountFlow::failed);
    ui::AskDialog *second = removeWhileLocked();
    QVERIFY(second);
    answer(second, "askKeep");
    m_keychain.locked = false;
    const auto client = wait<std::shared_ptr<cloud::Client>>([&](QObject *context, auto done) {
        m_session->accounts().client(m_account, context, std::move(done));
    });
    QVERIFY(client);
    QCOMPARE(accounts(), 1);
    QCOMPARE(failed.count(), 0);
}

QTEST_MAIN(AccountRemovalTest)
#include "tst_accountremoval.moc"
