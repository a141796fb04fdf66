# SPDX-License-Identifier: GPL-3.0-or-later
# NOT YET RUN: no Mac was at hand where this was written; .github/workflows/packages.yml would run it.
# An application bundle with Qt inside, by Qt's deploy script. packaging/macos.sh names the steps, signing included.
set_source_files_properties(${icons}/uplift.icns TARGET_DIRECTORY uplift PROPERTIES
    GENERATED ON MACOSX_PACKAGE_LOCATION Resources)
target_sources(uplift PRIVATE ${icons}/uplift.icns)
set_target_properties(uplift PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Uplift
    MACOSX_BUNDLE_BUNDLE_NAME Uplift
    MACOSX_BUNDLE_GUI_IDENTIFIER ${UPLIFT_APP_ID}
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
    MACOSX_BUNDLE_ICON_FILE uplift.icns)
install(TARGETS uplift BUNDLE DESTINATION .)
qt_generate_deploy_app_script(TARGET uplift FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy})
