# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    running/attemptparts.cpp running/attemptparts.h
    running/attemptwords.cpp running/attemptwords.h
    running/moveswitchdialog.cpp running/moveswitchdialog.h
    running/runningdetail.cpp running/runningdetail.h
    running/runninglist.cpp running/runninglist.h
    running/runningpage.cpp running/runningpage.h
    running/runtimeline.cpp running/runtimeline.h
    running/steptimeline.cpp running/steptimeline.h
    running/taskoffers.cpp running/taskoffers.h
    running/undecidedpanel.cpp running/undecidedpanel.h
)
