# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    window/accountflow.cpp window/accountflow.h
    window/batchflow.cpp window/batchflow.h
    window/batchstartflow.cpp window/batchstartflow.h
    window/changeflow.cpp window/changeflow.h
    window/closingwords.cpp window/closingwords.h
    window/detailsflow.cpp window/detailsflow.h
    window/doctorflow.cpp window/doctorflow.h
    window/earlierbatches.cpp window/earlierbatches.h
    window/filewriting.cpp window/filewriting.h
    window/firststart.cpp window/firststart.h
    window/fleetflow.cpp window/fleetflow.h
    window/fleetwords.cpp window/fleetwords.h
    window/gather.cpp window/gather.h
    window/homeflow.cpp window/homeflow.h
    window/historyflow.cpp window/historyflow.h
    window/importflow.cpp window/importflow.h
    window/instancespage.cpp window/instancespage.h
    window/mainwindow.cpp window/mainwindow.h
    window/mainwindowbatches.cpp
    window/mainwindowlate.cpp
    window/mainwindowpages.cpp
    window/mainwindowroutes.cpp
    window/mainwindowwiring.cpp
    window/membermaker.cpp window/membermaker.h
    window/noticebar.cpp window/noticebar.h
    window/panes.cpp window/panes.h
    window/planflow.cpp window/planflow.h
    window/notifier.cpp window/notifier.h
    window/notifyflow.cpp window/notifyflow.h
    window/notifywords.cpp window/notifywords.h
    window/practicemenu.cpp window/practicemenu.h
    window/preflightflow.cpp window/preflightflow.h
    window/profilefileflow.cpp window/profilefileflow.h
    window/profileflow.cpp window/profileflow.h
    window/requestview.cpp window/requestview.h
    window/rows.cpp window/rows.h
    window/runningflow.cpp window/runningflow.h
    window/screenlimit.cpp window/screenlimit.h
    window/spokenflow.cpp window/spokenflow.h
    window/tableflow.cpp window/tableflow.h
    window/ticketflow.cpp window/ticketflow.h
    window/troublesdialog.cpp window/troublesdialog.h
    window/upgradeflow.cpp window/upgradeflow.h
)
