# SPDX-License-Identifier: GPL-3.0-or-later
# uplift_room(<name> [FAST] SOURCES ... USES ... [DATA ...])
#   A room: static library uplift_<name>. USES names rooms (core) or targets (Qt6::Network).
#   DATA files (paths from the project's root) are compiled in under :/uplift/<file name>.
#   FAST rooms are optimised for speed.
# uplift_test(<name> USES ... [SOURCES ...] [LABELS ...] [TIMEOUT s] [PLATFORM offscreen|xcb] [DATA ...])
#   One Qt Test executable <name>.cpp, run offscreen in UTC.
include_guard()

function(uplift_options target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH)
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${UPLIFT_WERROR}>:/WX>)
        return()
    endif()
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow $<$<BOOL:${UPLIFT_WERROR}>:-Werror>)
    # What users get must not tell where it was built; two builds of one commit are the same, byte for byte.
    target_compile_options(${target} PRIVATE
        $<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>
        $<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${PROJECT_BINARY_DIR}=build>)
    if(UPLIFT_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
    endif()
endfunction()

# Where thousands of instances are worked through, speed comes before size: release and package are -Os elsewhere.
if(NOT MSVC)
    set(UPLIFT_SPEED $<$<CONFIG:Release>:-O2>)
endif()

function(uplift_targets result)
    set(targets)
    foreach(use IN LISTS ARGN)
        if(use MATCHES "::|^uplift_|^tl" OR TARGET ${use})
            list(APPEND targets ${use})
        else()
            list(APPEND targets uplift_${use})
        endif()
    endforeach()
    set(${result} ${targets} PARENT_SCOPE)
endfunction()

function(uplift_data target)
    foreach(file IN LISTS ARGN)
        get_filename_component(alias ${file} NAME)
        set_source_files_properties(${PROJECT_SOURCE_DIR}/${file} PROPERTIES QT_RESOURCE_ALIAS ${alias})
        list(APPEND files ${PROJECT_SOURCE_DIR}/${file})
    endforeach()
    uplift_resources(${target} ${target}_data PREFIX /uplift FILES ${files})
endfunction()

# Packed as Qt reads them with the library that it needs for pictures anyway: not a second one in memory.
function(uplift_resources target name)
    qt_add_resources(${target} ${name} OPTIONS --compress-algo zlib ${ARGN})
endfunction()

function(uplift_room name)
    cmake_parse_arguments(ROOM "FAST" "" "SOURCES;USES;DATA" ${ARGN})
    set(target uplift_${name})
    add_library(${target} ${ROOM_SOURCES}) # static, but in the presets that build many tests
    set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "" POSITION_INDEPENDENT_CODE OFF) # Qt asks for it
    uplift_options(${target})
    if(ROOM_FAST)
        target_compile_options(${target} PRIVATE ${UPLIFT_SPEED})
    endif()
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    uplift_targets(uses ${ROOM_USES})
    target_link_libraries(${target} PUBLIC ${uses})
    if(ROOM_DATA)
        uplift_data(${target} ${ROOM_DATA})
    endif()
endfunction()

function(uplift_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT;PLATFORM" "SOURCES;USES;LABELS;DATA" ${ARGN})
    add_executable(${name} ${name}.cpp ${TEST_SOURCES})
    uplift_options(${name})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE UPLIFT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" UPLIFT_BINARY_DIR="${PROJECT_BINARY_DIR}")
    uplift_targets(uses ${TEST_USES})
    target_link_libraries(${name} PRIVATE Qt6::Test ${uses})
    target_sources(${name} PRIVATE $<TARGET_OBJECTS:uplift_threadsend>)
    if(TEST_DATA)
        uplift_data(${name} ${TEST_DATA})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    if(NOT TEST_PLATFORM)
        set(TEST_PLATFORM offscreen)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${TEST_TIMEOUT}
        LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=${TEST_PLATFORM};TZ=UTC;LC_ALL=C.UTF-8;QT_SCALE_FACTOR=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0")
endfunction()
