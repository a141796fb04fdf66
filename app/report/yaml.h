// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace uplift::report {

/// The value in YAML's block style, for readers of YAML 1.1 and 1.2 alike; ends in a line feed. Keys stand in
/// the order of QJsonObject. A text stands bare only where no reader can take it for anything else: not for a
/// number, a date, a yes or no, a mark of the language. All others are quoted; control, bidi and other
/// invisible characters are escapes, a lone surrogate becomes U+FFFD.
[[nodiscard]] QString yamlOf(const QJsonValue &value);

} // namespace uplift::report
