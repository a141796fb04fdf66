# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    strip/strip.cpp strip/strip.h
    strip/stripbutton.cpp strip/stripbutton.h
)
