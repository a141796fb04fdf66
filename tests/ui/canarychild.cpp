// SPDX-License-Identifier: GPL-3.0-or-later
// Takes one AccessKey pair from stdin through everything that could let it out: accounts, reads, starts,
// every fault of the practice cloud, a wrong secret, the request as shown. Prints every text a user or a log
// would get, and writes the change ticket of it all.
#include "secrets/hardening.h"
#include "secrets/sessionstore.h"
#include "ui/dialogs/requestdialog.h"
#include "ui/dialogs/ticketdialog.h"
#include "ui/log/logfile.h"
#include "ui/log/loggedsecrets.h"
#include "ui/log/loglines.h"
#include "ui/log/qtmessages.h"
#include "ui/session.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTest>
#include <QUuid>

#include <cstdio>
#include <iostream>
#include <string>

using namespace uplift;

namespace {

/// Whatever is printed goes into the log as well, as a warning of Qt's would.
void print(const char *where, const QString &text)
{
    std::printf("%s: %s\n", where, text.toUtf8().constData());
    qWarning("%s: %s", where, text.toUtf8().constData());
}

void print(const char *where, const Error &error)
{
    for (const QString &part :
         {error.message, error.next, error.code, error.requestId, error.providerMessage, error.detail})
        print(where, part);
}

class Journey {
public:
    Journey(const QString &folder, std::string id, std::string secret)
        : m_id(std::move(id)), m_secret(std::move(secret)), m_right(cloudWith(m_secret)),
          m_wrong(cloudWith("another secret of the same length")), m_log({folder}), m_messages(m_log),
          m_secrets(m_keychain, m_log), m_session(options(folder, m_log), m_secrets, m_clock)
    {
    }
    int run(const QString &folder);

private:
    std::unique_ptr<practice::PracticeCloud> cloudWith(const std::string &secret) const
    {
        practice::PracticeOptions options;
        options.upgradeTime = std::chrono::milliseconds(300);
        options.slowBy = std::chrono::milliseconds(50);
        options.key = practice::PracticeKey{QString::fromStdString(m_id), QString::fromStdString(secret)};
        auto made = std::make_unique<practice::PracticeCloud>(options);
        if (!made->start())
            print("practice cloud", made->error());
        return made;
    }
    /// With the log that the program keeps.
    static ui::SessionOptions options(const QString &folder, const ui::LogFile &log)
    {
        ui::SessionOptions options;
        options.network.observer = [inlet = log.inlet()](const cloud::CallRecord &record) {
            inlet->add(ui::LogLevel::Info, QStringLiteral("call"), ui::callLine(record));
        };
        options.folder = folder;
        options.intervals.fast = options.intervals.reconcile = std::chrono::milliseconds(50);
        options.intervals.reconcileFor = std::chrono::milliseconds(300);
        return options;
    }
    accounts::Draft draft(const QString &name, const practice::PracticeCloud &cloud,
                          SignatureVersion signature) const;
    std::optional<AccountId> save(const QString &name, const practice::PracticeCloud &cloud,
                                  SignatureVersion signature);
    void test(const QString &name, const practice::PracticeCloud &cloud, SignatureVersion signature);
    void upgrade(const AccountId &account, const practice::PracticeCloud::Seed &seed);
    void preview(const AccountId &account, const practice::PracticeCloud::Seed &seed);
    bool writeTicket(const QString &folder);

    std::string m_id;
    std::string m_secret;
    SystemClock m_clock;
    secrets::SessionStore m_keychain;
    std::unique_ptr<practice::PracticeCloud> m_right;
    std::unique_ptr<practice::PracticeCloud> m_wrong;
    ui::LogFile m_log;
    ui::QtMessages m_messages;
    ui::LoggedSecrets m_secrets;
    ui::Session m_session;
    QObject m_context;
};

accounts::Draft Journey::draft(const QString &name, const practice::PracticeCloud &cloud,
                               SignatureVersion signature) const
{
    accounts::Draft draft;
    draft.account.name = name;
    draft.account.connection.endpoint = {EndpointRule::Kind::Custom, cloud.origin()};
    draft.account.connection.proxy.kind = ProxyRule::Kind::None;
    draft.account.connection.signature = signature;
    draft.key.id = QString::fromStdString(m_id);
    draft.key.secret = SecretBytes(QByteArrayView(m_secret.data(), static_cast<qsizetype>(m_secret.size())));
    return draft;
}

std::optional<AccountId> Journey::save(const QString &name, const practice::PracticeCloud &cloud,
                                       SignatureVersion signature)
{
    std::optional<Result<AccountId>> saved;
    m_session.accounts().save(draft(name, cloud, signature), &m_context,
                              [&](Result<AccountId> id) { saved = std::move(id); });
    if (!QTest::qWaitFor([&] { return saved.has_value(); }, 20000) || !*saved) {
        if (saved)
            print("save", saved->error());
        return std::nullopt;
    }
    return **saved;
}

void Journey::test(const QString &name, const practice::PracticeCloud &cloud, SignatureVersion signature)
{
    bool done = false;
    m_session.accounts().test(draft(name, cloud, signature), &m_context,
                              [&](Result<accounts::TestResult> result) {
                                  if (result)
                                      print("test", result->identity.arn);
                                  else
                                      print("test", result.error());
                                  done = true;
                              });
    if (!QTest::qWaitFor([&] { return done; }, 30000))
        print("test", QStringLiteral("no answer"));
}

void Journey::upgrade(const AccountId &account, const practice::PracticeCloud::Seed &seed)
{
    upgrade::StepPlan plan;
    plan.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    plan.account = account;
    if (const auto *known = profiles::find(m_session.workspace().workspace(), account)) {
        plan.accountName = known->name;
        plan.keyTail = known->keyTail;
    }
    plan.region = seed.region;
    plan.instance = seed.id;
    plan.instanceName = seed.name;
    plan.moment = Moment::Now;
    bool taken = false;
    m_session.upgrades().start(plan, &m_context, [&](Result<StepId> step) {
        if (!step)
            print("start", step.error());
        taken = true;
    });
    const auto settled = [&] {
        const auto step = m_session.upgrades().step(plan.id);
        return taken
            && (!step || upgrade::isEnd(step->state) || step->state == upgrade::StepState::Undecided);
    };
    if (!QTest::qWaitFor(settled, 30000))
        print("upgrade", QStringLiteral("did not settle"));
    if (const auto step = m_session.upgrades().step(plan.id)) {
        print("state", upgrade::stateName(step->state));
        if (step->error)
            print("step", *step->error);
        if (step->watchError)
            print("watch", *step->watchError);
        for (const upgrade::Evidence &evidence : step->evidence)
            print("evidence", evidence.text + evidence.detail);
        m_session.upgrades().decide(plan.id, upgrade::Decision::WasNotStarted, QStringLiteral("rehearsal"));
    }
}

void Journey::preview(const AccountId &account, const practice::PracticeCloud::Seed &seed)
{
    m_session.accounts().client(account, &m_context,
                                [&](const Result<std::shared_ptr<cloud::Client>> &client) {
                                    if (!client)
                                        return print("client", client.error());
                                    cloud::StartRequest request;
                                    request.region = seed.region;
                                    request.instance = seed.id;
                                    request.nonce = cloud::newNonce();
                                    print("preview", ui::previewText((*client)->previewStart(request)));
                                });
    QTest::qWait(50);
}

/// Of every attempt, in each format.
bool Journey::writeTicket(const QString &folder)
{
    std::optional<Result<QList<upgrade::JournaledStep>>> steps;
    m_session.journal().steps({}, &m_context, [&](const auto &read) { steps = read; });
    if (!QTest::qWaitFor([&] { return steps.has_value(); }, 20000) || !*steps)
        return false;
    report::TicketInput input;
    input.steps = **steps;
    input.zone = QTimeZone::utc();
    input.now = m_clock.now();
    for (const auto &[format, name] :
         {std::pair(ui::TicketFormat::Markdown, "ticket.md"),
          std::pair(ui::TicketFormat::Html, "ticket.html"), std::pair(ui::TicketFormat::Pdf, "ticket.pdf")}) {
        QFile file(QDir(folder).filePath(QString::fromLatin1(name)));
        const QByteArray bytes = ui::ticketBytes(input, format);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

int Journey::run(const QString &folder)
{
    m_session.start();
    if (!QTest::qWaitFor([&] { return m_session.isReady(); }, 20000))
        return 1;
    const auto seeds = m_right->instances();
    for (const SignatureVersion signature : {SignatureVersion::V3, SignatureVersion::V1}) {
        const QString name = signature == SignatureVersion::V3 ? QStringLiteral("V3") : QStringLiteral("V1");
        test(QStringLiteral("wrong secret"), *m_wrong, signature);
        test(name, *m_right, signature);
        const auto account = save(name, *m_right, signature);
        const auto mistaken = save(name + QStringLiteral(" mistaken"), *m_wrong, signature);
        if (!account || !mistaken)
            return 1;
        preview(*account, seeds.constFirst());
        upgrade(*mistaken, seeds.constFirst());
        for (const practice::Fault fault : practice::PracticeCloud::faults()) {
            m_right->setOn(fault, true);
            print("fault", practice::PracticeCloud::faultName(fault));
            test(QStringLiteral("fault"), *m_right, signature);
            upgrade(*account, seeds.at(1 + int(fault) % 3));
            m_right->setOn(fault, false);
        }
    }
    // Somebody who hands a whole request to the log by mistake, headers and all.
    m_log.add(
        ui::LogLevel::Error, QStringLiteral("call"),
        QStringLiteral("AccessKeyId=%1&SecurityToken=%2&Signature=abc Authorization: ACS3 Credential=%1")
            .arg(QString::fromStdString(m_id), QString::fromStdString(m_secret)));
    if (!writeTicket(folder))
        return 1;
    std::puts("journey done");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    secrets::hardenProcess();
    QGuiApplication application(argc, argv); // the PDF has fonts
    std::string id;
    std::string secret;
    std::getline(std::cin, id);
    std::getline(std::cin, secret);
    if (argc < 2 || secret.empty())
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    return Journey(folder, id, secret).run(folder);
}
