# SPDX-License-Identifier: GPL-3.0-or-later
# NOT YET RUN: no Windows machine was at hand where this was written; .github/workflows/packages.yml would run it.
# Icon and version inside the program, Qt's deploy script, and the libraries around it. packaging/windows.sh names the steps.
enable_language(RC)
configure_file(uplift.rc.in uplift.rc @ONLY)
target_sources(uplift PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/uplift.rc)
set_target_properties(uplift PROPERTIES WIN32_EXECUTABLE ON)

# Qt with its plugins by Qt's own script; what is not Qt's (QtKeychain, OpenSSL, the runtime) by what the program links.
install(TARGETS uplift RUNTIME_DEPENDENCY_SET uplift_libraries RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(RUNTIME_DEPENDENCY_SET uplift_libraries
    PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-"
    POST_EXCLUDE_REGEXES ".*[/\\]system32[/\\].*\\.dll"
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
qt_generate_deploy_app_script(TARGET uplift FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy})
# Qt Network opens its TLS library at run time, so nothing links it.
find_file(libssl NAMES libssl-3-x64.dll libssl-3.dll PATH_SUFFIXES bin)
if(libssl)
    install(FILES ${libssl} DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION .)
