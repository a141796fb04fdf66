#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release preset and starts Uplift with the arguments given.
# Without a display: the tour, a whole practice upgrade in a virtual display, pictures in build/pictures/.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build release uplift
    exec build/release/uplift "$@"
fi

echo "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty)."
echo "The tour runs instead: the real window in a virtual display, pictures in build/pictures/."
install_missing "${display_packages[@]}"
build release uplift uplift_tour
mkdir -p build/pictures
exec dbus-run-session -- xvfb-run -a -s "-screen 0 1366x768x24 -noreset" \
    env QT_QPA_PLATFORM=xcb build/release/uplift_tour --pictures build/pictures
