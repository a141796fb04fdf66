# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(uplift_ui PRIVATE
    help/helpcontext.cpp help/helpcontext.h
    help/helpdialog.cpp help/helpdialog.h
    help/helplink.cpp help/helplink.h
    help/helptopics.cpp help/helptopics.h
    help/helpview.cpp help/helpview.h
    help/keylines.cpp help/keylines.h
)
set(help)
foreach(language en zh_CN)
    foreach(topic upgrade impact clients batches states journal secrets)
        list(APPEND help ${PROJECT_SOURCE_DIR}/resources/help/${language}/${topic}.md)
    endforeach()
endforeach()
qt_add_resources(uplift_ui uplift_help PREFIX /uplift/help BASE ${PROJECT_SOURCE_DIR}/resources/help FILES ${help})
