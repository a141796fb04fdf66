// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace uplift::ui {

/// Keys and what they do, as shown in the help.
struct KeyLine {
    QString keys; ///< "Ctrl+R, F5"
    QString does; ///< "Refresh"
    friend bool operator==(const KeyLine &, const KeyLine &) = default;
};

/// Every action of the window that has keys, by its text; then what the table, the panes and the dialogs do
/// by keys without an action (ui.md 12).
[[nodiscard]] QList<KeyLine> keyLines(const QWidget &window);

/// "Refresh" of "&Refresh…".
[[nodiscard]] QString plainActionText(const QString &text);

} // namespace uplift::ui
