// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace uplift::ui {

/// What the command line asks for.
struct StartOptions {
    QString dataDir; ///< empty: the platform's place
    QString language; ///< "en", "zh_CN"; empty: the user's choice, else the system's
    bool practice = false;
    /// The desktop's permission to come to the front; not an argument.
    QByteArray activation = {};
};

/// Print `text` and end with `status`: 0 for --help and --version, 2 for what is not understood.
struct EndAtOnce {
    QString text;
    int status = 0;
    QString language = {}; ///< the one named so far; empty: as the system
};

/// Pure: `arguments` without the program's own name. Texts are in the language applied.
[[nodiscard]] std::variant<StartOptions, EndAtOnce> readCommandLine(const QStringList &arguments);

} // namespace uplift::ui
