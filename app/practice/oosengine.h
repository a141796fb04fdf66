// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/oostemplate.h"

#include <QDateTime>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace uplift::practice {

/// Where an execution, or a task of one, stands.
enum class OosStatus { Running, Success, Failed, Cancelled };
[[nodiscard]] QString statusText(OosStatus status);

/// One task that was begun: of a loop, once for each item.
struct OosRun {
    QString id;
    QString parent; ///< of the loop's; empty at the top
    QString name;
    QString action;
    QString item; ///< as JSON text; empty outside a loop
    QString properties; ///< as JSON text
    OosStatus status = OosStatus::Running;
    QString message;
    QDateTime started;
    QDateTime updated;
    QDateTime ended; ///< invalid while it runs
};

/// What a StartExecution call asked for, found acceptable.
struct OosOrder {
    QString account;
    QString region;
    QString token; ///< ClientToken; empty: none
    QString fingerprint; ///< of everything else, to tell a repeat from another order with the same token
    QString description;
    QString safetyCheck;
    OosTemplate plan; ///< settled
    QJsonObject parameters; ///< as given
    OosValues values;
};

class OosExecution {
public:
    QString id;
    OosOrder order;
    OosStatus status = OosStatus::Running;
    QString message;
    QDateTime started;
    QDateTime updated;
    QDateTime ended; ///< invalid while it runs
    std::deque<OosRun> runs; ///< in the order begun

    [[nodiscard]] int count(OosStatus wanted) const;

private:
    friend class OosEngine;
    /// Tasks one after another: those of the template, or of one item of its loop.
    struct Strand {
        const QList<OosTask> *tasks = nullptr;
        qsizetype next = 0; ///< the task that runs or comes next
        qsizetype run = -1; ///< of that task, while it runs
        int tries = 0; ///< of its wait
        QJsonValue item = QJsonValue(QJsonValue::Undefined);
    };
    struct Loop {
        qsizetype run = -1;
        qsizetype nextItem = 0;
        int open = 0; ///< items under way
        int errors = 0;
    };
    std::deque<Strand> m_strands; ///< the first is the template's
    Loop m_loop; ///< the one under way; there is one at a time
};

/// Carries executions out. No timers: advance() does what was due up to a moment, in the order it was due, so
/// that the outcome does not depend on when it is asked. Times of templates are meant for upgrades of ten
/// minutes: they shrink and grow with the length of this world's.
class OosEngine {
public:
    /// Makes one call of R-kvstore at a moment, for an account.
    using Perform = std::function<Reply(const QString &api, const Parameters &parameters,
                                        const QString &account, const QDateTime &at)>;
    OosEngine(std::chrono::milliseconds upgradeTime, Perform perform);

    void advance(const QDateTime &now);
    const OosExecution &start(const OosOrder &order, const QDateTime &now);
    /// No task begins any more; what the cloud does already goes on by itself.
    void cancel(const QString &id, const QDateTime &now);

    [[nodiscard]] const std::deque<std::unique_ptr<OosExecution>> &executions() const { return m_executions; }
    /// Null when there is none.
    [[nodiscard]] const OosExecution *find(const QString &id) const;

private:
    enum class Outcome { Done, Waits, Failed };
    struct Ticket {
        OosExecution *execution;
        qsizetype strand;
    };
    void step(OosExecution &execution, qsizetype strand, const QDateTime &at);
    Outcome begin(OosExecution &execution, qsizetype strand, const QDateTime &at);
    Outcome goOn(OosExecution &execution, qsizetype strand, const QDateTime &at);
    Outcome call(OosExecution &execution, const OosExecution::Strand &strand, const QDateTime &at);
    Outcome check(OosExecution &execution, qsizetype strand, const QDateTime &at);
    Outcome beginLoop(OosExecution &execution, const OosTask &loop, const QDateTime &at);
    static Outcome loopOutcome(OosExecution &execution, const OosTask &loop);
    void beginItems(OosExecution &execution, const QDateTime &at);
    void finish(OosExecution &execution, qsizetype strand, bool well, const QDateTime &at);
    static void endRun(OosExecution &execution, qsizetype run, bool well, const QDateTime &at);
    void later(OosExecution &execution, qsizetype strand, const QDateTime &at, qint64 seconds);
    static OosValues valuesOf(const OosExecution &execution, const OosExecution::Strand &strand);
    static Parameters parametersOf(const OosExecution &execution, const OosExecution::Strand &strand);

    double m_scale;
    Perform m_perform;
    std::deque<std::unique_ptr<OosExecution>> m_executions; ///< oldest first
    QHash<QString, OosExecution *> m_byId;
    std::multimap<QDateTime, Ticket> m_due;
    int m_next = 1;
    int m_nextRun = 1;
};

} // namespace uplift::practice
