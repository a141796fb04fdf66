# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    details/changeoutcome.cpp details/changeoutcome.h
    details/detailsdialog.cpp details/detailsdialog.h
    details/detailsections.cpp details/detailsections.h
    details/eventdialog.cpp details/eventdialog.h
    details/windowchange.cpp details/windowchange.h
    details/windowdialog.cpp details/windowdialog.h
)
