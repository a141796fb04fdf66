// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upgrade/plan.h"

#include <QList>
#include <QString>

namespace uplift::report {

/// Other ways to make the same call as one StepPlan.
enum class Example { Cli, Ros, Python, Java, Go, Node };

struct RequestExample {
    Example kind = Example::Cli;
    QString title; ///< "aliyun CLI", "ROS", "Python" …: names, not translated
    QString fileName; ///< "upgrade.py": what to save it as
    QString code; ///< ends in a line feed; runs as printed, with credentials from the tool's default chain
    QString note; ///< translated: how it differs from what Uplift sends; whole sentences
};

/// Where the code sends the call. `origin` is "https://host[:port]", a bare "host[:port]", or
/// "http://127.0.0.1:port". No secret can get in: a StepPlan holds none, and the key's tail is left out.
[[nodiscard]] RequestExample requestExample(Example kind, const upgrade::StepPlan &plan,
                                            const QString &origin);

/// All six, in the order they are shown.
[[nodiscard]] QList<RequestExample> requestExamples(const upgrade::StepPlan &plan, const QString &origin);

/// The wire value of the moment under its present name: "Immediately" or "MaintainTime".
[[nodiscard]] QString effectiveTime(Moment moment);
/// The wire value under the specification's name: "0" or "1".
[[nodiscard]] QString effectTime(Moment moment);

/// Which names the moment has in Uplift's own request, and in the examples; whole sentences, translated.
[[nodiscard]] QString namingNote(MomentNaming naming);

} // namespace uplift::report
