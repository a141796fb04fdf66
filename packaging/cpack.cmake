# SPDX-License-Identifier: GPL-3.0-or-later
# CPack: .deb on Linux, an NSIS installer on Windows, a disk image on macOS.
set(CPACK_PACKAGE_NAME uplift)
set(CPACK_PACKAGE_VENDOR "The Uplift authors")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "minor-version upgrades of ApsaraDB for Redis and Tair instances")
set(CPACK_PACKAGE_HOMEPAGE_URL ${UPLIFT_HOMEPAGE})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
# The caller's umask must not show in the package.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_PACKAGE_NAME Uplift)
    set(CPACK_PACKAGE_INSTALL_DIRECTORY Uplift)
    set(CPACK_PACKAGE_EXECUTABLES uplift "Uplift") # the start menu
    set(CPACK_NSIS_DISPLAY_NAME "Uplift ${PROJECT_VERSION}")
    set(CPACK_NSIS_PACKAGE_NAME Uplift)
    set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\\\uplift.exe")
    set(CPACK_NSIS_MUI_ICON ${icons}/uplift.ico)
    set(CPACK_NSIS_MUI_UNIICON ${icons}/uplift.ico)
    set(CPACK_NSIS_URL_INFO_ABOUT ${UPLIFT_HOMEPAGE})
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_MODIFY_PATH OFF)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_PACKAGE_NAME Uplift)
    set(CPACK_DMG_VOLUME_NAME "Uplift ${PROJECT_VERSION}")
    set(CPACK_DMG_FORMAT UDZO)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/deb/stage.cmake)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_RELEASE 1 CACHE STRING "The package's own number behind the program's version")
    set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${UPLIFT_MAINTAINER})
    set(CPACK_DEBIAN_PACKAGE_SECTION database)
    set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
    set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
    set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
    # Linked libraries are found by dpkg-shlibdeps. By hand: what is loaded at run time. QtKeychain opens libsecret,
    # Qt Sql its SQLite driver, Qt Network the authorities of ca-certificates.
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
        "gnome-keyring | kwalletmanager, fonts-inter, fonts-noto-cjk, fonts-dejavu-core, qt6-translations-l10n")
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland, fcitx5-frontend-qt6")
    string(CONCAT CPACK_DEBIAN_PACKAGE_DESCRIPTION # CPack puts the summary before it
        "Uplift shows which Alibaba Cloud ApsaraDB for Redis and Tair instances are\n"
        "outdated, says what an upgrade will do to this very instance, sends one\n"
        "correctly signed request at the moment you chose, and follows it to a\n"
        "verified end. It never sends an upgrade twice, keeps a journal of every\n"
        "attempt, and keeps secrets in the system keychain only.\n\n"
        "A practice cloud on your own machine is built in; it needs no account.")
    set(CPACK_UPLIFT_EXTRAS ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian ${CMAKE_CURRENT_LIST_DIR}/deb/copyright
        ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${CMAKE_CURRENT_LIST_DIR}/deb/lintian-overrides)
endif()
include(CPack)
