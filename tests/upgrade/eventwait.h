// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting that lets events through as they come, in any thread: QTest's own sleeps between two looks.
#pragma once

#include "core/result.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace uplift::upgrade::test {

/// QTest ends a function after five minutes, which a loaded machine and sanitizers may well need. Call it
/// from initMain().
inline void allowLongFunctions()
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000");
}

/// False when `done` did not hold in time.
inline bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds patience)
{
    using namespace std::chrono_literals;
    if (done())
        return true;
    const QDeadlineTimer deadline(patience);
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done() || deadline.hasExpired())
            loop.quit();
    });
    look.start(2ms);
    loop.exec();
    return done();
}

/// An asynchronous question's answer; nothing when none came in time.
template <class T>
std::optional<Result<T>> awaited(const std::function<void(QObject *, Handler<T>)> &ask,
                                 std::chrono::milliseconds patience = std::chrono::seconds(60))
{
    QObject context;
    std::optional<Result<T>> answer;
    ask(&context, [&answer](Result<T> result) { answer.emplace(std::move(result)); });
    (void)waitUntil([&answer] { return answer.has_value(); }, patience);
    return answer;
}

} // namespace uplift::upgrade::test
