# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # the lists are for those who source this
# Debian 12 packages, and how to have them. Sourced by the scripts of packaging/ and by tests/run.sh.

build_packages=(
    g++ cmake ninja-build ccache
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libqt6sql6-sqlite libgl-dev
    qtkeychain-qt6-dev libssl-dev libexpected-dev
)
run_packages=(
    libsecret-1-0 fonts-inter fonts-noto-cjk fonts-dejavu-core
)
display_packages=(
    xvfb xauth dbus-daemon
)
test_packages=(
    gnome-keyring gcr libglib2.0-bin xdotool strace openssl python3 python3-yaml poppler-utils clang-format-14 clang-tidy-14
    desktop-file-utils appstream at-spi2-core gir1.2-atspi-2.0 python3-gi
)
deb_packages=(
    dpkg-dev file
)
portable_packages=(
    patchelf python3-fonttools xz-utils qt6-wayland fcitx5-frontend-qt6 qt6-xdgdesktopportal-platformtheme
    qt6-translations-l10n
)
prove_packages=(
    debootstrap xvfb weston dbus-daemon xdotool iproute2 python3 git
)

# missing_packages package...: those that are not installed, one a line.
missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
    done
}

# install_missing package...: nothing is asked of the network when all are there.
install_missing() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] && return 0
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and neither root nor sudo is at hand to install them: ${missing[*]}" >&2
            return 1
        fi
        sudo=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
}

# build preset [target...]: configures once, then builds what changed.
build() {
    local preset=$1
    shift
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
    cmake --build --preset "$preset" ${1:+--target "$@"}
}

# build_package: the preset `package`, as of the commit: nothing in it asks the clock, the folder, the zone or the umask.
build_package() {
    umask 022
    export LC_ALL=C.UTF-8 TZ=UTC
    export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
    [ -z "$(git status --porcelain)" ] || echo "Note: the tree differs from its commit; so will the package." >&2
    cmake --preset package >/dev/null
    # Resources bear the commit's time, and nothing else would make them anew.
    local stamp=build/package/epoch
    [ "$(cat "$stamp" 2>/dev/null)" = "$SOURCE_DATE_EPOCH" ] || cmake --build --preset package --target clean >/dev/null
    echo "$SOURCE_DATE_EPOCH" >"$stamp"
    cmake --build --preset package
}
