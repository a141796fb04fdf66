// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecloud.h"

#include "practice/details.h"
#include "practice/httpserver.h"
#include "practice/operations.h"
#include "practice/verifier.h"
#include "practice/world.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <vector>

namespace uplift::practice {

namespace {

constexpr std::chrono::seconds skewWhenOn{20 * 60};
constexpr int retryAfterMs = 1500;
constexpr std::chrono::hours forEver{24};

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

Refusal noPermission(const QString &action)
{
    Refusal refusal =
        Refusal::of(403, QStringLiteral("Forbidden.RAM"),
                    QStringLiteral("User not authorized to operate on the specified resource, or this API "
                                   "doesn't support RAM."));
    refusal.accessDenied = {
        {QStringLiteral("AuthAction"), QStringLiteral("kvstore:") + action},
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
        m_endpoints.clear();
        m_regional.clear();
        m_server = listen(m_options.port);
        bool complete = m_server != nullptr;
        for (const PracticeRegion &region : m_world.regions()) {
            if (!complete || !m_options.endpointPerRegion)
                break;
            m_regional.push_back(listen(0));
            complete = m_regional.back() != nullptr;
            if (complete)
                m_endpoints.insert(region.id, QStringLiteral("127.0.0.1:%1").arg(m_regional.back()->port()));
        }
        if (complete)
            return true;
        m_server.reset();
        return false;
    }

    /// A server with a count of its own; null and an error when the port cannot be had.
    std::unique_ptr<HttpServer> listen(quint16 port)
    {
        auto open = std::make_shared<QList<qint64>>();
        auto server = std::make_unique<HttpServer>(
            [this, open](const HttpRequest &request) {
                HttpAnswer answer = handle(request);
                noteInFlight(*open, answer.delay);
                return answer;
            },
            [this] { return dateHeader(); });
        if (server->listen(port))
            return server;
        m_error = PracticeCloud::tr("The practice cloud could not open port %1 of this machine: %2")
                      .arg(port)
                      .arg(server->errorText());
        return nullptr;
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
    std::vector<std::unique_ptr<HttpServer>> m_regional;
    QHash<QString, QString> m_endpoints; ///< by region
    QString m_error;
    int m_mostInFlight = 0;
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
    Reply answerRole(const CallInput &call);
    [[nodiscard]] bool concernsFailingRegion(const CallInput &call) const;
    void noteInFlight(QList<qint64> &open, std::chrono::milliseconds delay);
    UpgradeJob::End endOfUpgrades() const;

    QHash<QString, QString> m_roles; ///< key id of a temporary key → "role/session"
    QElapsedTimer m_clock;
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
    http.delay = m_options.callDelay;
    if (isOn(Fault::SlowNetwork))
        http.delay += m_options.slowBy;
    if (reply->silent)
        http.delay = forEver;
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
    QString signedBy;
    if (auto refusal = m_verifier.check(request, envelope, time.addSecs(skew().count()), &signedBy))
        return *refusal;
    if (isOn(Fault::Throttling) && ++m_throttleCount % 2 == 0)
        return throttled();
    CallInput call{
        envelope.action,         envelope.version, {},    QString::fromUtf8(request.header("host")), time,
        m_roles.value(signedBy), m_endpoints,      skew()};
    for (const auto &[name, value] : envelope.parameters) {
        if (call.parameters.contains(name))
            return Refusal::invalid(name, QStringLiteral("it was sent twice"));
        call.parameters.insert(name, value);
    }
    if (concernsFailingRegion(call)) {
        if (isOn(Fault::RegionForbidden))
            return noPermission(call.action);
        Reply silent = QJsonObject{};
        silent.silent = true;
        return silent;
    }
    if (call.action == QLatin1String("AssumeRole") && call.version == QLatin1String("2015-04-01"))
        return answerRole(call);
    if (call.action == startAction() && call.version == QLatin1String("2015-01-01"))
        return answerStart(call);
    return answerRead(m_world, call);
}

std::optional<Reply> PracticeCloud::Service::answerStart(const CallInput &call)
{
    if (isOn(Fault::LostRequest))
        return std::nullopt;
    if (isOn(Fault::PermissionDenied))
        return noPermission(call.action);
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

Reply PracticeCloud::Service::answerRole(const CallInput &call)
{
    const RoleDecision decision = decideRole(call);
    if (decision.refusal)
        return *decision.refusal;
    PracticeKey key{QStringLiteral("STS.NTPractice") + randomText(14), randomText(44),
                    QStringLiteral("CAISPractice") + randomText(180), call.now.addSecs(decision.seconds)};
    m_verifier.add(key);
    m_roles.insert(key.id, decision.role + QLatin1Char('/') + decision.session);
    return roleShape(decision, key);
}

bool PracticeCloud::Service::concernsFailingRegion(const CallInput &call) const
{
    if (!isOn(Fault::RegionForbidden) && !isOn(Fault::RegionSilent))
        return false;
    for (const QString &name : {QStringLiteral("RegionId"), QStringLiteral("Region")}) {
        if (call.parameters.value(name) == m_options.failingRegion)
            return true;
    }
    for (const QString &name : {QStringLiteral("InstanceId"), QStringLiteral("InsName")}) {
        const PracticeInstance *instance = m_world.find(call.parameters.value(name));
        if (instance && instance->region == m_options.failingRegion)
            return true;
    }
    return false;
}

void PracticeCloud::Service::noteInFlight(QList<qint64> &open, std::chrono::milliseconds delay)
{
    if (!m_clock.isValid())
        m_clock.start();
    const qint64 now = m_clock.elapsed();
    open.removeIf([now](qint64 ends) { return ends <= now; });
    open.append(now + delay.count());
    m_mostInFlight = std::max(m_mostInFlight, int(open.size()));
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

int PracticeCloud::mostInFlight() const { return m_service->m_mostInFlight; }

QStringList PracticeCloud::regions() const
{
    QStringList ids;
    for (const PracticeRegion &region : m_service->m_world.regions())
        ids.append(region.id);
    return ids;
}

void PracticeCloud::release(const InstanceId &id) { m_service->m_world.release(id.value); }

} // namespace uplift::practice
