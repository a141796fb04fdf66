#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of every window and dialog: tests/pictures.sh [FOLDER] [BUILD]. Both languages, 100 and 150 %, light, dark and (at
# one size) high contrast, 1366x768 and 1024x600: FOLDER/LANGUAGE-THEME-SCALE-SIZE/NN-name.png, and FOLDER/sheet-….png
# with nine of them each. Needs no display; some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-build/pictures}
build=${2:-build/asan}
cmake --build "$build" --target uplift_scenes
# A home of its own: nothing of the caller's is seen or touched.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
failed=0
for language in en zh_CN; do
    for scale in 100 150; do
        mkdir -m 700 "$home/$language-$scale"
        env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME \
            HOME="$home/$language-$scale" XDG_RUNTIME_DIR="$home/$language-$scale" TZ=Asia/Shanghai LC_ALL=C.UTF-8 \
            LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0" \
            dbus-run-session -- "$build/uplift_scenes" --pictures "$folder" --language $language --scale $scale \
            2>"$home/$language-$scale.log" || failed=1
    done
done
echo "Pictures are in $folder"
exit $failed
