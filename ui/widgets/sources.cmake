# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    widgets/emptystate.cpp widgets/emptystate.h
    widgets/environmenttag.cpp widgets/environmenttag.h
    widgets/factrows.cpp widgets/factrows.h
    widgets/field.cpp widgets/field.h
    widgets/figure.cpp widgets/figure.h
    widgets/iconlabel.cpp widgets/iconlabel.h
    widgets/labels.cpp widgets/labels.h
    widgets/note.cpp widgets/note.h
    widgets/paneheader.cpp widgets/paneheader.h
    widgets/progressbar.cpp widgets/progressbar.h
    widgets/scrollform.cpp widgets/scrollform.h
    widgets/segmented.cpp widgets/segmented.h
    widgets/swap.cpp widgets/swap.h
    widgets/taborder.cpp widgets/taborder.h
)
