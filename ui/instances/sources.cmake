# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    instances/instancecells.cpp instances/instancecells.h
    instances/instancedelegate.cpp instances/instancedelegate.h
    instances/instancefilter.cpp instances/instancefilter.h
    instances/instancefilterarrange.cpp
    instances/instanceheader.cpp instances/instanceheader.h
    instances/instancemodel.cpp instances/instancemodel.h
    instances/instancerow.cpp instances/instancerow.h
    instances/instancetable.cpp instances/instancetable.h
    instances/instancetablecolumns.cpp
    instances/keyindex.h
    instances/offer.cpp instances/offer.h
    instances/rowfacts.cpp
    instances/rowgroups.cpp instances/rowgroups.h
    instances/rowtext.cpp instances/rowtext.h
    instances/slice.h
    instances/sortkeys.cpp instances/sortkeys.h
    instances/tablecolumns.cpp instances/tablecolumns.h
    instances/tablekeeper.cpp instances/tablekeeper.h
    instances/tablelayout.cpp instances/tablelayout.h
    instances/tablemenus.cpp instances/tablemenus.h
    instances/textkey.cpp instances/textkey.h
)
