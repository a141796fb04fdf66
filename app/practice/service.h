// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/httpserver.h"
#include "practice/oosengine.h"
#include "practice/operations.h"
#include "practice/practicecloud.h"
#include "practice/verifier.h"
#include "practice/world.h"

#include <QElapsedTimer>
#include <QSet>

#include <memory>
#include <vector>

namespace uplift::practice {

/// What a PracticeCloud is made of: servers, keys, the world, and what goes wrong on purpose.
class PracticeCloud::Service {
public:
    Service(PracticeCloud *cloud, PracticeOptions options);

    bool start();
    void setOn(Fault fault, bool on);
    [[nodiscard]] bool isOn(Fault fault) const { return m_faults.contains(fault); }
    [[nodiscard]] const PracticeKey &key() const { return m_key; }
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] int requestCount(const QString &action) const { return m_requests.value(action); }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }
    /// What is due by now happens: planned events, and the tasks of executions.
    void advance();
    World &world() { return m_world; }

private:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] std::chrono::seconds skew() const;
    [[nodiscard]] QByteArray dateHeader() const;
    /// A server with a count of its own; null and an error when the port cannot be had.
    std::unique_ptr<HttpServer> listen(quint16 port);

    HttpAnswer handle(const HttpRequest &request);
    int countRequest(const QString &action);
    /// Nothing when the connection is to be cut.
    std::optional<Reply> answer(const HttpRequest &request, const Envelope &envelope,
                                const std::optional<PlannedFault> &planned);
    std::optional<Reply> carryOut(const CallInput &call);
    /// From the wire or from an execution: refused by a switch, or done.
    Reply execute(const CallInput &call);
    Reply answerRole(const CallInput &call);
    Reply performForOos(const QString &api, const Parameters &parameters, const QString &account,
                        const QDateTime &at);
    [[nodiscard]] CallInput inputOf(const HttpRequest &request, const Envelope &envelope,
                                    const QString &keyId) const;
    [[nodiscard]] Rehearsal rehearsal() const;
    [[nodiscard]] bool concernsFailingRegion(const CallInput &call) const;
    void noteInFlight(QList<qint64> &open, std::chrono::milliseconds delay);

    PracticeCloud *m_cloud;
    PracticeOptions m_options;
    World m_world;
    OosEngine m_oos;
    PracticeKey m_key;
    Verifier m_verifier;
    std::unique_ptr<HttpServer> m_server;
    std::vector<std::unique_ptr<HttpServer>> m_regional;
    QHash<QString, QString> m_endpoints; ///< by region
    QString m_error;
    int m_mostInFlight = 0;
    QHash<QString, int> m_requests;
    QHash<QString, QString> m_roles; ///< key id of a temporary key → "role/session"
    QElapsedTimer m_clock;
    QSet<Fault> m_faults;
    int m_throttleCount = 0;
    bool m_advancing = false;
};

} // namespace uplift::practice
