#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# NOT YET RUN: no Windows machine was at hand where this was written; .github/workflows/packages.yml would run it.
# The Windows installer, in a shell of MSYS2's UCRT64 environment (its packages hold everything that is needed, QtKeychain
# included). Leaves build/package/packages/Uplift-VERSION-win64.exe.
# Signing, where SIGN_CERTIFICATE (a .pfx file) and SIGN_PASSWORD are set: program and installer, with a time stamp.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=mingw-w64-ucrt-x86_64
pacman -S --needed --noconfirm git \
    $prefix-{gcc,cmake,ninja,nsis,openssl,tl-expected,qt6-base,qt6-svg,qt6-tools,qt6-translations,qtkeychain-qt6,osslsigncode}

cmake -S . -B build/package -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
cmake --build build/package

sign() {
    [ -n "${SIGN_CERTIFICATE:-}" ] || { echo "Not signed: SIGN_CERTIFICATE is not set."; return 0; }
    osslsigncode sign -pkcs12 "$SIGN_CERTIFICATE" -readpass <(printf %s "$SIGN_PASSWORD") -h sha256 \
        -ts http://timestamp.digicert.com -n Uplift -in "$1" -out "$1.signed"
    mv "$1.signed" "$1"
}
sign build/package/uplift.exe
(cd build/package && cpack -G NSIS)
sign build/package/packages/*.exe
ls -l build/package/packages
