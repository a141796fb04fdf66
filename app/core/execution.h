// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace uplift {

/// Status of an execution of OOS, and of its tasks (api.md 12).
enum class ExecutionStatus {
    Unknown,
    Pending,
    Queued,
    Started,
    Running,
    Waiting, ///< for a confirmation, or paused after a failure
    Success,
    Failed,
    Cancelled,
    Skipped
};
/// In any case, with one l or two; Unknown for a word that is none of them.
[[nodiscard]] ExecutionStatus parseExecutionStatus(const QString &word);
/// Nothing more will happen.
[[nodiscard]] bool isEnded(ExecutionStatus status);

/// One run of a template, what ListExecutions and StartExecution tell of it. Empty: unknown.
struct Execution {
    QString id; ///< exec-…
    QString templateName;
    ExecutionStatus status = ExecutionStatus::Unknown;
    QString statusText; ///< as the service wrote it
    QString message; ///< the service's own words
    QString mode; ///< Automatic, FailurePause
    QString description;
    QString parameters; ///< compact JSON text of an object, in whichever form it came
    QStringList currentTasks; ///< names
    std::optional<int> totalTasks; ///< the counters, where the service tells them
    std::optional<int> succeededTasks;
    std::optional<int> failedTasks;
    QDateTime created; ///< times are UTC, invalid when unknown
    QDateTime started;
    QDateTime ended;
    QDateTime updated;
};

/// One task of an execution, or one turn of a loop of its (ListTaskExecutions).
struct TaskExecution {
    QString id; ///< task-exec-…
    QString execution;
    QString parent; ///< id of the loop it is a turn of; empty when none
    QString name; ///< as the template names it
    QString action; ///< ACS::ExecuteAPI, ACS::WaitFor …
    ExecutionStatus status = ExecutionStatus::Unknown;
    QString statusText;
    QString message; ///< the service's own words
    QString loopItem; ///< what the turn is about: plain text where it is one, else JSON
    std::optional<int> loopBatch;
    QString outputs; ///< JSON text as it came, at most 16,384 characters
    QDateTime created;
    QDateTime started;
    QDateTime ended;
    QDateTime updated;
};

} // namespace uplift
