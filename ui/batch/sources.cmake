# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    batch/batchconfirmdialog.cpp batch/batchconfirmdialog.h
    batch/batchconfirmfacts.cpp batch/batchconfirmfacts.h
    batch/batchdraft.cpp batch/batchdraft.h
    batch/batchform.cpp batch/batchform.h
    batch/batchimpactsection.cpp batch/batchimpactsection.h
    batch/batchrequestsdialog.cpp batch/batchrequestsdialog.h
    batch/batchstatus.cpp batch/batchstatus.h
    batch/batchtexts.cpp batch/batchtexts.h
    batch/dryrunpage.cpp batch/dryrunpage.h
    batch/plandetail.cpp batch/plandetail.h
    batch/planlist.cpp batch/planlist.h
    batch/planmember.cpp batch/planmember.h
    batch/plannamedialog.cpp batch/plannamedialog.h
    batch/planrow.cpp batch/planrow.h
    batch/planrowsdelegate.cpp batch/planrowsdelegate.h
    batch/planrowsmodel.cpp batch/planrowsmodel.h
    batch/planrowsview.cpp batch/planrowsview.h
    batch/planspage.cpp batch/planspage.h
    batch/stopsection.cpp batch/stopsection.h
    batch/timelinerows.cpp
    batch/wavessection.cpp batch/wavessection.h
    batch/whensection.cpp batch/whensection.h
)
