#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, checks layout and lint, builds with sanitizers and runs every test in a private D-Bus session
# and a virtual display, with one AccessKey that must not be found anywhere afterwards. Arguments go to ctest:
# tests/run.sh -R journal
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}" "${display_packages[@]}" "${test_packages[@]}"
build asan
tests/lint.sh build/asan

# A home of its own: no test sees or touches the caller's keychain, settings or session.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME \
    HOME="$home" XDG_RUNTIME_DIR="$home/run" CCACHE_DIR="${CCACHE_DIR:-${HOME}/.cache/ccache}" \
    dbus-run-session -- xvfb-run -a -s "-screen 0 1366x768x24 -noreset" \
    tests/canary.py "$home" build/asan/Testing/Temporary/LastTest.log -- \
    ctest --test-dir build/asan -j "$(nproc)" --output-on-failure --no-tests=error "$@"
