# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    details/detailsdialog.cpp details/detailsdialog.h
    details/detailsections.cpp details/detailsections.h
)
