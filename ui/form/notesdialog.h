// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance.h"
#include "ui/dialogs/dialogframe.h"

namespace uplift::ui {

/// Release notes from the version in use to the latest, newest first, as plain text in the program's
/// language.
class NotesDialog : public DialogFrame {
    Q_OBJECT
public:
    NotesDialog(const QString &instanceName, Environment environment, const EngineVersion &version,
                QWidget *parent = nullptr);
};

} // namespace uplift::ui
