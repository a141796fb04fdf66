# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    log/loggedsecrets.cpp log/loggedsecrets.h
    log/logdialog.cpp log/logdialog.h
    log/logfile.cpp log/logfile.h
    log/loglines.cpp log/loglines.h
    log/logwriter.cpp log/logwriter.h
    log/qtmessages.cpp log/qtmessages.h
)
