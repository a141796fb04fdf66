// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecloud.h"

#include "practice/httpserver.h"
#include "practice/operations.h"
#include "practice/verifier.h"
#include "practice/world.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QSet>
#include <QUuid>

namespace uplift::practice {

namespace {

constexpr std::chrono::seconds skewWhenOn{20 * 60};
constexpr int retryAfterMs = 1500;

QString startAction() { return QStringLiteral("ModifyInstanceMinorVersion"); }

QString randomText(int length)
{
    static const QString letters = QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789");
    QString text;
    for (int i = 0; i < length; ++i)
        text += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
    return text;
}

PracticeKey newKey() { return {QStringLiteral("LTAI5tPractice") + randomText(10), randomText(30)}; }

Refusal noPermission()
{
    Refusal refusal =
        Refusal::of(403, QStringLiteral("Forbidden.RAM"),
                    QStringLiteral("User not authorized to operate on the specified resource, or this API "
                                   "doesn't support RAM."));
    refusal.accessDenied = {
        {QStringLiteral("AuthAction"), QStringLiteral("kvstore:ModifyInstanceMinorVersion")},
        {QStringLiteral("AuthPrincipalDisplayName"), QStringLiteral("practice")},
        {QStringLiteral("AuthPrincipalOwnerId"), QStringLiteral("1234567890123456")},
        {QStringLiteral("AuthPrincipalType"), QStringLiteral("SubUser")},
        {QStringLiteral("EncodedDiagnosticMessage"), QStringLiteral("AQEAAAAApractice==")},
        {QStringLiteral("NoPermissionType"), QStringLiteral("ImplicitDeny")},
        {QStringLiteral("PolicyType"), QStringLiteral("AccountLevelIdentityBasedPolicy")}};
    return refusal;
}

Refusal throttled()
{
    Refusal refusal = Refusal::of(400, QStringLiteral("Throttling.User"),
                                  QStringLiteral("Request was denied due to user flow control."));
    refusal.retryAfterMs = retryAfterMs;
    return refusal;
}

Refusal wrongState()
{
    return Refusal::of(403, QStringLiteral("IncorrectDBInstanceState"),
                       QStringLiteral("Current DB instance state does not support this operation."));
}

} // namespace

class PracticeCloud::Service {
public:
    Service(PracticeCloud *cloud, PracticeOptions options)
        : m_cloud(cloud), m_options(std::move(options)), m_world(m_options, now()),
          m_key(m_options.key.value_or(newKey())), m_verifier(m_key)
    {
    }

    bool start()
    {
        m_key = m_options.key.value_or(newKey());
        m_verifier = Verifier(m_key);
        m_server = std::make_unique<HttpServer>(
            [this](const HttpRequest &request) { return handle(request); }, [this] { return dateHeader(); });
        if (m_server->listen(m_options.port))
            return true;
        m_error = PracticeCloud::tr("The practice cloud could not open port %1 of this machine: %2")
                      .arg(m_options.port)
                      .arg(m_server->errorText());
        m_server.reset();
        return false;
    }

    void setOn(Fault fault, bool on)
    {
        if (on)
            m_faults.insert(fault);
        else
            m_faults.remove(fault);
        if (fault == Fault::Throttling)
            m_throttleCount = 0;
    }
    [[nodiscard]] bool isOn(Fault fault) const { return m_faults.contains(fault); }

    PracticeCloud *m_cloud;
    PracticeOptions m_options;
    World m_world;
    PracticeKey m_key;
    Verifier m_verifier;
    std::unique_ptr<HttpServer> m_server;
    QString m_error;
    QHash<InstanceId, int> m_starts;
    QHash<QString, int> m_requests;

private:
    [[nodiscard]] QDateTime now() const
    {
        return m_options.now ? m_options.now().toUTC() : QDateTime::currentDateTimeUtc();
    }
    [[nodiscard]] std::chrono::seconds skew() const
    {
        return isOn(Fault::ClockSkew) ? skewWhenOn : std::chrono::seconds(0);
    }
    [[nodiscard]] QByteArray dateHeader() const
    {
        const QDateTime time = now().addSecs(skew().count());
        return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    }

    HttpAnswer handle(const HttpRequest &request);
    std::optional<Reply> answer(const HttpRequest &request, const Envelope &envelope);
    std::optional<Reply> answerStart(const CallInput &call);
    UpgradeJob::End endOfUpgrades() const;

    QSet<Fault> m_faults;
    int m_throttleCount = 0;
};

HttpAnswer PracticeCloud::Service::handle(const HttpRequest &request)
{
    const Envelope envelope = openEnvelope(request);
    // Bounded: a hostile peer may name any number of operations.
    if (envelope.action.size() <= 64 && (m_requests.size() < 64 || m_requests.contains(envelope.action)))
        ++m_requests[envelope.action];
    HttpAnswer http;
    const auto reply = answer(request, envelope);
    if (!reply) {
        http.cut = true;
        return http;
    }
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
    http.headers = {{"Content-Type", contentType(envelope.format)},
                    {"x-acs-request-id", requestId.toLatin1()},
                    {"Server", "uplift-practice"}};
    if (isOn(Fault::SlowNetwork))
        http.delay = m_options.slowBy;
    if (reply->refusal) {
        const QString host = QString::fromUtf8(request.header("host"));
        http.status = reply->refusal->status;
        http.body = encodeRefusal(*reply->refusal, requestId, host, envelope.format);
        if (reply->refusal->retryAfterMs > 0)
            http.headers.append({"x-acs-retry-after", QByteArray::number(reply->refusal->retryAfterMs)});
    } else {
        QJsonObject body = reply->body;
        body.insert(QStringLiteral("RequestId"), requestId);
        http.body = encodeSuccess(body, envelope.action, envelope.format);
    }
    return http;
}

std::optional<Reply> PracticeCloud::Service::answer(const HttpRequest &request, const Envelope &envelope)
{
    if (request.method != "GET" && request.method != "POST")
        return Refusal::of(403, QStringLiteral("UnsupportedHTTPMethod"),
                           QStringLiteral("This HTTP method is not supported."));
    if (request.path != "/" || envelope.action.isEmpty())
        return Refusal::of(404, QStringLiteral("InvalidAction.NotFound"),
                           QStringLiteral("Specified api is not found."));
    const QDateTime time = now();
    if (auto refusal = m_verifier.check(request, envelope, time.addSecs(skew().count())))
        return *refusal;
    if (isOn(Fault::Throttling) && ++m_throttleCount % 2 == 0)
        return throttled();
    CallInput call{envelope.action, envelope.version, {}, QString::fromUtf8(request.header("host")), time,
                   skew()};
    for (const auto &[name, value] : envelope.parameters) {
        if (call.parameters.contains(name))
            return Refusal::invalid(name, QStringLiteral("it was sent twice"));
        call.parameters.insert(name, value);
    }
    if (call.action == startAction() && call.version == QLatin1String("2015-01-01"))
        return answerStart(call);
    return answerRead(m_world, call);
}

std::optional<Reply> PracticeCloud::Service::answerStart(const CallInput &call)
{
    if (isOn(Fault::LostRequest))
        return std::nullopt;
    if (isOn(Fault::PermissionDenied))
        return noPermission();
    if (isOn(Fault::WrongState))
        return wrongState();
    const StartDecision decision = decideStart(m_world, call);
    if (decision.refusal)
        return *decision.refusal;
    const bool inWindow = decision.inWindow && !isOn(Fault::WindowIgnored);
    m_world.accept(decision.instance.value, decision.version, inWindow, endOfUpgrades(), call.now);
    ++m_starts[decision.instance];
    // After the answer was decided, so that a listener may switch faults or ask what happened.
    const bool lost = isOn(Fault::LostReply);
    Q_EMIT m_cloud->started(decision.instance);
    if (lost)
        return std::nullopt;
    return QJsonObject{};
}

UpgradeJob::End PracticeCloud::Service::endOfUpgrades() const
{
    if (isOn(Fault::UpgradeFails))
        return UpgradeJob::End::Fails;
    return isOn(Fault::UpgradeUnchanged) ? UpgradeJob::End::KeepsVersion : UpgradeJob::End::Succeeds;
}

PracticeCloud::PracticeCloud(PracticeOptions options, QObject *parent)
    : QObject(parent), m_service(std::make_unique<Service>(this, std::move(options)))
{
}

PracticeCloud::~PracticeCloud() = default;

bool PracticeCloud::start() { return m_service->start(); }

QString PracticeCloud::error() const { return m_service->m_error; }

QString PracticeCloud::origin() const
{
    return m_service->m_server ? QStringLiteral("http://127.0.0.1:%1").arg(m_service->m_server->port())
                               : QString();
}

QString PracticeCloud::accessKeyId() const { return m_service->m_key.id; }

QString PracticeCloud::accessKeySecret() const { return m_service->m_key.secret; }

bool PracticeCloud::isOn(Fault fault) const { return m_service->isOn(fault); }

void PracticeCloud::setOn(Fault fault, bool on)
{
    if (m_service->isOn(fault) == on)
        return;
    m_service->setOn(fault, on);
    Q_EMIT faultChanged();
}

QList<PracticeCloud::Seed> PracticeCloud::instances() const
{
    QList<Seed> seeds;
    const QList<PracticeInstance> &instances = m_service->m_world.instances();
    for (const PracticeInstance &instance : instances) {
        if (!instance.isExtra)
            seeds.append(
                {{instance.id}, instance.name, {instance.region}, instance.environment, instance.group});
    }
    return seeds;
}

int PracticeCloud::startsOf(const InstanceId &id) const { return m_service->m_starts.value(id); }

int PracticeCloud::requestCount(const QString &action) const { return m_service->m_requests.value(action); }

void PracticeCloud::release(const InstanceId &id) { m_service->m_world.release(id.value); }

} // namespace uplift::practice
