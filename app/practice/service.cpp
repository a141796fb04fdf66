// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/service.h"

#include "practice/ooscalls.h"
#include "practice/paging.h"
#include "practice/roles.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace uplift::practice {

namespace {

constexpr std::chrono::seconds skewWhenOn{20 * 60};
constexpr int retryAfterMs = 1500;
constexpr std::chrono::hours forEver{24};

QString randomText(int length)
{
    static const QString letters = QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789");
    QString text;
    for (int i = 0; i < length; ++i)
        text += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
    return text;
}

PracticeKey newKey() { return {QStringLiteral("LTAI5tPractice") + randomText(10), randomText(30)}; }

bool isKernelStart(const CallInput &call)
{
    return call.version == kvstoreVersion() && call.action == QLatin1String("ModifyInstanceMinorVersion");
}

/// Does the call begin an upgrade, of the kernel or of the proxies?
bool isStart(const CallInput &call)
{
    return isKernelStart(call)
        || (call.version == kvstoreVersion() && call.action == QLatin1String("UpgradeProxy"));
}

Refusal noPermission(const CallInput &call)
{
    Refusal refusal =
        Refusal::of(403, QStringLiteral("Forbidden.RAM"),
                    QStringLiteral("User not authorized to operate on the specified resource, or this API "
                                   "doesn't support RAM."));
    const QString product =
        call.version == oosVersion() ? QStringLiteral("oos:") : QStringLiteral("kvstore:");
    refusal.accessDenied = {
        {QStringLiteral("AuthAction"), product + call.action},
        {QStringLiteral("AuthPrincipalDisplayName"), QStringLiteral("practice")},
        {QStringLiteral("AuthPrincipalOwnerId"), call.account},
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

Refusal internalError()
{
    return Refusal::of(500, QStringLiteral("InternalError"),
                       QStringLiteral("The request processing has failed due to some unknown error."));
}

Refusal wrongState()
{
    return Refusal::of(403, QStringLiteral("IncorrectDBInstanceState"),
                       QStringLiteral("Current DB instance state does not support this operation."));
}

bool is(const std::optional<PlannedFault> &planned, PlannedFault::Kind kind)
{
    return planned && planned->kind == kind;
}

} // namespace

PracticeCloud::Service::Service(PracticeCloud *cloud, PracticeOptions options)
    : m_cloud(cloud), m_options(std::move(options)), m_world(m_options, now()),
      m_oos(m_options.upgradeTime,
            [this](const QString &api, const Parameters &parameters, const QString &account,
                   const QDateTime &at) { return performForOos(api, parameters, account, at); }),
      m_key(m_options.key.value_or(newKey())), m_verifier(QList<PracticeKey>{m_key} + m_options.keys)
{
}

bool PracticeCloud::Service::start()
{
    m_key = m_options.key.value_or(newKey());
    m_verifier = Verifier(QList<PracticeKey>{m_key} + m_options.keys);
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

std::unique_ptr<HttpServer> PracticeCloud::Service::listen(quint16 port)
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

QString PracticeCloud::Service::origin() const
{
    return m_server ? QStringLiteral("http://127.0.0.1:%1").arg(m_server->port()) : QString();
}

void PracticeCloud::Service::setOn(Fault fault, bool on)
{
    advance(); // what was due before goes by the switches as they were
    if (on)
        m_faults.insert(fault);
    else
        m_faults.remove(fault);
    if (fault == Fault::Throttling)
        m_throttleCount = 0;
}

void PracticeCloud::Service::advance()
{
    if (m_advancing) // a listener of started() turns a switch
        return;
    m_advancing = true;
    m_world.advance(now());
    m_oos.advance(now());
    m_advancing = false;
}

QDateTime PracticeCloud::Service::now() const
{
    return m_options.now ? m_options.now().toUTC() : QDateTime::currentDateTimeUtc();
}

std::chrono::seconds PracticeCloud::Service::skew() const
{
    return isOn(Fault::ClockSkew) ? skewWhenOn : std::chrono::seconds(0);
}

QByteArray PracticeCloud::Service::dateHeader() const
{
    const QDateTime time = now().addSecs(skew().count());
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

int PracticeCloud::Service::countRequest(const QString &action)
{
    // Bounded: a hostile peer may name any number of operations.
    if (action.size() > 64 || (m_requests.size() >= 64 && !m_requests.contains(action)))
        return 0;
    return ++m_requests[action];
}

HttpAnswer PracticeCloud::Service::handle(const HttpRequest &request)
{
    advance();
    const Envelope envelope = openEnvelope(request);
    const int nth = countRequest(envelope.action);
    const auto planned =
        m_options.faultFor ? m_options.faultFor(envelope.action, nth) : std::optional<PlannedFault>();
    HttpAnswer http;
    const auto reply =
        is(planned, PlannedFault::Kind::LostRequest) ? std::nullopt : answer(request, envelope, planned);
    if (!reply) {
        http.cut = true;
        return http;
    }
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
    http.headers = {{"Content-Type", contentType(envelope.format)},
                    {"x-acs-request-id", requestId.toLatin1()},
                    {"Server", "uplift-practice"}};
    http.delay = m_options.callDelay + (planned ? planned->delay : std::chrono::milliseconds(0));
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
    if (is(planned, PlannedFault::Kind::Garbled)) {
        http.status = 200;
        http.headers = {{"Content-Type", "text/html"}};
        http.body = "<html><body>Please sign in to use this network.</body></html>";
    }
    http.half = is(planned, PlannedFault::Kind::HalfBody);
    return http;
}

CallInput PracticeCloud::Service::inputOf(const HttpRequest &request, const Envelope &envelope,
                                          const QString &keyId) const
{
    const PracticeKey *key = m_verifier.find(keyId);
    CallInput call;
    call.action = envelope.action;
    call.version = envelope.version;
    call.host = QString::fromUtf8(request.header("host"));
    call.now = now();
    call.account = key ? key->account : QString();
    call.assumedRole = m_roles.value(keyId);
    call.endpoints = m_endpoints;
    call.skew = skew();
    call.rehearsal = rehearsal();
    return call;
}

std::optional<Reply> PracticeCloud::Service::answer(const HttpRequest &request, const Envelope &envelope,
                                                    const std::optional<PlannedFault> &planned)
{
    if (request.method != "GET" && request.method != "POST")
        return Refusal::of(403, QStringLiteral("UnsupportedHTTPMethod"),
                           QStringLiteral("This HTTP method is not supported."));
    if (request.path != "/" || envelope.action.isEmpty())
        return Refusal::of(404, QStringLiteral("InvalidAction.NotFound"),
                           QStringLiteral("Specified api is not found."));
    QString signedBy;
    if (auto refusal = m_verifier.check(request, envelope, now().addSecs(skew().count()), &signedBy))
        return *refusal;
    const bool refusedInTurn = isOn(Fault::Throttling) && ++m_throttleCount % 2 == 0;
    if (refusedInTurn || is(planned, PlannedFault::Kind::Throttled))
        return throttled();
    if (is(planned, PlannedFault::Kind::ErrorBefore))
        return internalError();
    CallInput call = inputOf(request, envelope, signedBy);
    for (const auto &[name, value] : envelope.parameters) {
        if (call.parameters.contains(name))
            return Refusal::invalid(name, QStringLiteral("it was sent twice"));
        call.parameters.insert(name, value);
    }
    const auto reply = carryOut(call);
    if (is(planned, PlannedFault::Kind::LostReply))
        return std::nullopt;
    return is(planned, PlannedFault::Kind::ErrorAfter) ? std::optional<Reply>(internalError()) : reply;
}

std::optional<Reply> PracticeCloud::Service::carryOut(const CallInput &call)
{
    if (isOn(Fault::RegionSilent) && !isOn(Fault::RegionForbidden) && concernsFailingRegion(call)) {
        Reply silent = QJsonObject{};
        silent.silent = true;
        return silent;
    }
    if (isStart(call) && isOn(Fault::LostRequest))
        return std::nullopt;
    // Read before it is carried out: a listener of started() may turn switches.
    const bool lost = isStart(call) && isOn(Fault::LostReply);
    const bool error = isStart(call) && isOn(Fault::ServerError);
    const Reply reply = execute(call);
    if (lost && !reply.refusal)
        return std::nullopt;
    return error && !reply.refusal ? Reply(internalError()) : reply;
}

Reply PracticeCloud::Service::execute(const CallInput &call)
{
    if (isOn(Fault::RegionForbidden) && concernsFailingRegion(call))
        return noPermission(call);
    if (isStart(call) && isOn(Fault::PermissionDenied))
        return noPermission(call);
    if (isStart(call) && isOn(Fault::WrongState))
        return wrongState();
    if (call.version == oosVersion())
        return answerOos(m_oos, call);
    if (call.version == stsVersion() && call.action == QLatin1String("AssumeRole"))
        return answerRole(call);
    const Reply reply = answerCall(m_world, call);
    if (isKernelStart(call) && !reply.refusal)
        Q_EMIT m_cloud->started({call.text(QStringLiteral("InstanceId"))});
    return reply;
}

Reply PracticeCloud::Service::answerRole(const CallInput &call)
{
    const RoleDecision decision = decideRole(call);
    if (decision.refusal)
        return *decision.refusal;
    PracticeKey key{QStringLiteral("STS.NTPractice") + randomText(14), randomText(44),
                    QStringLiteral("CAISPractice") + randomText(180), call.now.addSecs(decision.seconds),
                    decision.account};
    m_verifier.add(key);
    m_roles.insert(key.id, decision.role + QLatin1Char('/') + decision.session);
    return roleShape(decision, key);
}

Reply PracticeCloud::Service::performForOos(const QString &api, const Parameters &parameters,
                                            const QString &account, const QDateTime &at)
{
    CallInput call;
    call.action = api;
    call.version = kvstoreVersion();
    call.parameters = parameters;
    call.now = at;
    call.account = account;
    call.skew = skew();
    call.rehearsal = rehearsal();
    return execute(call);
}

Rehearsal PracticeCloud::Service::rehearsal() const
{
    Rehearsal rehearsal;
    if (isOn(Fault::UpgradeFails))
        rehearsal.end = UpgradeJob::End::Fails;
    else if (isOn(Fault::UpgradeUnchanged))
        rehearsal.end = UpgradeJob::End::KeepsVersion;
    rehearsal.ignoresWindow = isOn(Fault::WindowIgnored);
    rehearsal.backupsFail = isOn(Fault::BackupFails);
    return rehearsal;
}

bool PracticeCloud::Service::concernsFailingRegion(const CallInput &call) const
{
    for (const QString &name : {QStringLiteral("RegionId"), QStringLiteral("Region")}) {
        if (call.text(name) == m_options.failingRegion)
            return true;
    }
    for (const QString &name :
         {QStringLiteral("InstanceId"), QStringLiteral("InsName"), QStringLiteral("DBInstanceId")}) {
        for (const QString &id : commaList(call.parameters, name)) {
            const PracticeInstance *instance = m_world.find(id);
            if (instance && instance->region == m_options.failingRegion)
                return true;
        }
    }
    // Changes of planned events name nothing but these.
    const QStringList events = commaList(call.parameters, QStringLiteral("Ids"));
    return std::any_of(events.begin(), events.end(), [this](const QString &event) {
        const PracticeInstance *instance = m_world.findByEvent(event.toLongLong());
        return instance && instance->region == m_options.failingRegion;
    });
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

} // namespace uplift::practice
