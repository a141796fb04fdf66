# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    history/chainline.cpp history/chainline.h
    history/historydetail.cpp history/historydetail.h
    history/historyfilter.cpp history/historyfilter.h
    history/historymodel.cpp history/historymodel.h
    history/historypage.cpp history/historypage.h
    history/historyrow.cpp history/historyrow.h
    history/historytable.cpp history/historytable.h
)
