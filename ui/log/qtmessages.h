// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logfile.h"

#include <QtGlobal>

namespace uplift::ui {

/// While it lives, Qt's warnings and worse go into the log, beside where they went before. One at a time.
class QtMessages {
public:
    explicit QtMessages(const LogFile &log);
    ~QtMessages();
    QtMessages(const QtMessages &) = delete;
    QtMessages &operator=(const QtMessages &) = delete;
};

} // namespace uplift::ui
