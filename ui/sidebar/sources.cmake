# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    sidebar/sidebar.cpp sidebar/sidebar.h
    sidebar/sidebardelegate.cpp sidebar/sidebardelegate.h
    sidebar/sidebarfill.cpp
    sidebar/sidebarkeys.h
)
