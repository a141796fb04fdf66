#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# NOT YET RUN: no Mac was at hand where this was written; .github/workflows/packages.yml would run it.
# The disk image for macOS 12 and newer. Installs what is missing with Homebrew, builds, bundles Qt, signs, packs, notarises.
# Leaves build/package/packages/Uplift-VERSION-Darwin.dmg.
# Signing and notarising need a paid Apple developer identity, so each is done where its variables are set:
#   SIGN_IDENTITY   "Developer ID Application: NAME (TEAM)", in the login keychain. Always the same one: the Keychain asks the
#                   user again for every stored AccessKey when a differently signed program reads it.
#   NOTARY_PROFILE  made once with: xcrun notarytool store-credentials PROFILE --apple-id ID --team-id TEAM
set -euo pipefail
cd "$(dirname "$0")/.."
brew install --quiet cmake ninja qt qtkeychain openssl@3 tl-expected

cmake -S . -B build/package -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF \
    -DCMAKE_OSX_DEPLOYMENT_TARGET=12.0 -DCMAKE_PREFIX_PATH="$(brew --prefix)" -DOPENSSL_ROOT_DIR="$(brew --prefix openssl@3)"
cmake --build build/package

# The bundle as it will be packed, signed before it goes into the image.
stage=build/package/stage
rm -rf "$stage" build/package/packages
cmake --install build/package --prefix "$stage"
if [ -n "${SIGN_IDENTITY:-}" ]; then
    # Inside out; the hardened runtime is what notarising asks for.
    find "$stage/Uplift.app" \( -name '*.dylib' -o -name '*.framework' \) -print0 \
        | xargs -0 codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY"
    codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY" "$stage/Uplift.app"
    codesign --verify --deep --strict --verbose=2 "$stage/Uplift.app"
else
    echo "Not signed for others: SIGN_IDENTITY is not set. The bundle gets an ad-hoc signature, for this machine."
    codesign --force --deep --sign - "$stage/Uplift.app"
fi
(cd build/package && cpack -G DragNDrop -D CPACK_INSTALL_CMAKE_PROJECTS= -D CPACK_INSTALLED_DIRECTORIES="$PWD/stage;/")
image=$(echo build/package/packages/*.dmg)
if [ -n "${SIGN_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --force --timestamp --sign "$SIGN_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
else
    echo "Not notarised: Gatekeeper will refuse it on other Macs until SIGN_IDENTITY and NOTARY_PROFILE are set."
fi
ls -l "$image"
