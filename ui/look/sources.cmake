# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    look/accessibility.cpp look/accessibility.h
    look/icons.cpp look/icons.h
    look/linebreaks.cpp look/linebreaks.h
    look/marks.cpp look/marks.h
    look/minutes.cpp look/minutes.h
    look/remotedisplay.cpp look/remotedisplay.h
    look/style.cpp look/style.h
    look/stylebuttons.cpp
    look/stylefields.cpp
    look/stylemetrics.cpp
    look/styleparts.h
    look/styleviews.cpp
    look/systemappearance.cpp look/systemappearance.h
    look/theme.cpp look/theme.h
    look/times.cpp look/times.h
    look/type.cpp look/type.h
)
