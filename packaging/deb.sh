#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the .deb: installs what is missing, builds the preset `package`, packs it with CPack, prints where it lies and how
# large it is. Two runs on one commit give the same bytes, wherever they run (packaging/reproduce.sh proves it).
# RELEASE=2 packaging/deb.sh gives the package's own number behind the version another value than 1.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_missing "${build_packages[@]}" "${deb_packages[@]}"
build_package

cpack_release=${RELEASE:-1}
rm -rf build/package/packages
(cd build/package && cpack -G DEB -D CPACK_DEBIAN_PACKAGE_RELEASE="$cpack_release" &>cpack.log) \
    || { cat build/package/cpack.log >&2; exit 1; }
mkdir -p build/packages
deb=$(echo build/package/packages/*.deb)
mv -f "$deb" build/packages/
deb=build/packages/$(basename "$deb")
sha256sum "$deb"
echo "packed $(stat -c %s "$deb") bytes, installed $(dpkg-deb --fsys-tarfile "$deb" | tar -tv | awk '{ sum += $3 } END { print sum }') bytes"
