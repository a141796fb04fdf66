# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    running/runningdetail.cpp running/runningdetail.h
    running/runninglist.cpp running/runninglist.h
    running/runningpage.cpp running/runningpage.h
    running/steptimeline.cpp running/steptimeline.h
    running/undecidedpanel.cpp running/undecidedpanel.h
)
