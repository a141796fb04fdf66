#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# prove.sh [deb|portable|checkout]...: proves the packages in bare Debian 12 roots; without arguments deb and portable.
#   deb       install, start, a practice upgrade to its verified end, a newer package, removal, what is left
#   portable  the archive in a root without Qt: start, the same upgrade, input methods
#   checkout  the README's two commands on a checkout, twice (an hour; TESTS='-R name' narrows the tests,
#             CCACHE_SHARED=DIR lends it the compiler's cache)
# BUILT=1 takes the packages that lie in build/packages instead of building them.
# Needs root, and debootstrap, Xvfb, weston, xdotool, dbus-daemon, python3 on this machine; it installs what is missing. Display,
# session bus and keyboard are this machine's, so that the roots hold nothing but Debian's smallest system and the package.
# All of it runs in namespaces of its own: mounts and processes end with the script. The roots lie in build/prove.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${UPLIFT_PROVE_INSIDE:-}" ]; then
    [ "$(id -u)" -eq 0 ] || { echo "packaging/prove.sh needs root: it makes and enters bare root file systems." >&2; exit 1; }
    . packaging/packages.sh
    install_missing "${prove_packages[@]}"
    # unshare itself heeds no SIGTERM while it waits; its end by SIGKILL takes all processes inside with it.
    env UPLIFT_PROVE_INSIDE=1 unshare --mount --pid --ipc --fork --kill-child --mount-proc "$PWD/packaging/prove.sh" "$@" &
    inside=$!
    trap 'kill -KILL "$inside"; exit 130' INT TERM
    wait "$inside"
    exit
fi
. packaging/prove/root.sh
. packaging/prove/desk.sh

prove_deb() {
    local deb newer home=home/dba
    if [ -z "${BUILT:-}" ]; then
        RELEASE=1 packaging/deb.sh >"$logs/deb.log"
        RELEASE=2 packaging/deb.sh >"$logs/deb-newer.log"
    fi
    deb=$(ls -t build/packages/uplift_*-1_*.deb | head -n 1)
    newer=$(ls -t build/packages/uplift_*-2_*.deb | head -n 1)
    row "package" "$(basename "$deb"), $(stat -c %s "$deb") bytes"
    row "installed size, without Qt" "$(installed_bytes "$deb") bytes (at most 8000000)"
    [ "$(installed_bytes "$deb")" -le 8000000 ]

    fresh_root deb
    make_user
    cp "$deb" "$newer" "$root/tmp/"
    local before
    before=$(packages_in_root | wc -l)
    in_root apt-get install -y --no-install-recommends "/tmp/$(basename "$deb")" >"$logs/install.log" 2>&1
    row "installed by apt on $before packages" "brought $(($(packages_in_root | wc -l) - before - 1)) more, without recommended ones"
    check_linked /usr/bin/uplift
    check_started_once offscreen

    # From here on the same packages are there with and without Uplift, so that what remains is its own doing.
    in_root dpkg --purge uplift >"$logs/purge-first.log" 2>&1
    list_files >"$logs/files-without"
    in_root apt-get install -y --no-install-recommends "/tmp/$(basename "$deb")" >>"$logs/install.log" 2>&1

    desk_up
    start_program /usr/bin/uplift --practice --language en
    row "started, window after" "$window_ms ms"
    upgrade_to_verified "$root/$home/.local/share/uplift/practice/journal.sqlite" orders-cache
    stop_program

    # The user's own state, which a newer package and a removal must leave alone.
    start_program /usr/bin/uplift --language en
    stop_program
    in_root apt-get install -y --no-install-recommends "/tmp/$(basename "$newer")" >"$logs/upgrade.log" 2>&1
    row "package upgraded to" "$(in_root dpkg-query -W -f '${Version}' uplift)"
    [ "$(in_root dpkg-query -W -f '${Version}' uplift)" = "$(dpkg-deb -f "$newer" Version)" ]
    local kept
    kept=$(user_files)
    start_program /usr/bin/uplift --language en
    row "started again, window after" "$window_ms ms"
    stop_program
    in_root apt-get purge -y uplift >"$logs/purge.log" 2>&1
    list_files >"$logs/files-after"
    local left
    left=$(leftovers "$logs/files-without" "$logs/files-after")
    row "left outside the user's home" "${left:-nothing}"
    [ -z "$left" ]
    # Locks and temporary files come and go; every file of before is still there.
    row "left in the user's home" "$(user_files | tr '\n' ' ')"
    [ -z "$(comm -23 <(echo "$kept") <(user_files))" ]
    # apt itself recommends ca-certificates and would keep what we brought.
    in_root apt-get autoremove --purge -y -o APT::AutoRemove::RecommendsImportant=false >>"$logs/purge.log" 2>&1
    row "packages after autoremove" "$(packages_in_root | wc -l) (before: $before)"
    [ "$(packages_in_root | wc -l)" -eq "$before" ]
    desk_down
}

prove_portable() {
    local archive folder plugin
    [ -n "${BUILT:-}" ] || packaging/portable.sh >"$logs/portable.log"
    archive=$(ls -t build/packages/uplift-*.tar.xz | head -n 1)
    row "archive" "$(basename "$archive"), $(stat -c %s "$archive") bytes (at most 60000000)"
    [ "$(stat -c %s "$archive")" -le 60000000 ]

    fresh_root portable
    # What a desktop has: the libraries that portable.sh leaves outside, Mesa, keyboard tables, one font, authorities.
    in_root apt-get install -y --no-install-recommends libx11-6 libx11-xcb1 libxcb1 libfontconfig1 libfreetype6 libexpat1 \
        libdbus-1-3 libwayland-client0 libegl-mesa0 libgl1-mesa-dri libstdc++6 libgcc-s1 xkb-data fonts-dejavu-core ca-certificates >"$logs/desktop.log" 2>&1
    row "Qt in the root" "$(find "$root" -xdev -name 'libQt*' | wc -l) files"
    [ -z "$(find "$root" -xdev -name 'libQt*')" ]
    make_user
    tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id" # every desktop has one; ibus names its bus after it
    tar -C "$root/home/dba" -xf "$archive"
    folder=/home/dba/$(basename "$archive" .tar.xz)
    check_linked "$folder/bin/uplift"
    for plugin in "$root$folder"/plugins/*/*.so; do
        check_linked "${plugin#"$root"}" quietly
    done
    row "plugins with all their libraries" "$(find "$root$folder/plugins" -name '*.so' | wc -l)"

    desk_up
    start_program "$folder/uplift" --practice --language en
    row "started, window after" "$window_ms ms"
    row "libraries of the root it uses" "$(mapped | grep -v "^$folder" | grep -c '\.so')"
    [ -z "$(mapped | grep libQt | grep -v "^$folder")" ]
    row "fonts it opened" "$(mapped | grep -o '[^/]*\.\(otf\|ttf\|ttc\)$' | sort -u | tr '\n' ' ')"
    [[ "$(mapped)" =~ $folder/share/uplift/fonts/Inter/Inter-Regular.otf ]]
    upgrade_to_verified "$root/home/dba/.local/share/uplift/practice/journal.sqlite" orders-cache
    stop_program
    for method in ibus fcitx; do
        start_program env QT_IM_MODULE=$method "$folder/uplift" --practice --language zh_CN
        plugin=$(mapped | grep -o "platforminputcontexts/.*$method.*")
        row "QT_IM_MODULE=$method loads" "$plugin"
        [[ "$(mapped)" =~ $folder/share/uplift/fonts/.*/NotoSansCJKsc-Regular.otf ]]
        stop_program
    done
    start_on_wayland "$folder/uplift" --practice
    desk_down
}

prove_checkout() {
    fresh_root checkout
    in_root apt-get install -y --no-install-recommends git ca-certificates >"$logs/git.log" 2>&1
    git clone -q --no-hardlinks . "$root/root/uplift"
    [ -z "${CCACHE_SHARED:-}" ] || share_ccache
    local command round seconds
    for round in first second; do
        for command in packaging/run.sh "tests/run.sh ${TESTS:-}"; do
            SECONDS=0
            in_root bash -c "cd /root/uplift && nice $command" >"$logs/checkout-$round-${command%%/*}.log" 2>&1 </dev/null \
                || { tail -n 40 "$logs/checkout-$round-${command%%/*}.log"; return 1; }
            seconds=$SECONDS
            row "$command, $round time" "$seconds s, $(did_install_or_build "$logs/checkout-$round-${command%%/*}.log")"
        done
    done
    desk_up
    start_program as_root /root/uplift/packaging/run.sh --practice --data-dir /root/state
    row "packaging/run.sh with a display, window after" "$window_ms ms (at most 5000), $(did_install_or_build "$logs/program.log")"
    [ "$window_ms" -le 5000 ]
    stop_program
    start_program as_root /root/uplift/build/release/uplift --practice --data-dir /root/state
    row "build/release/uplift, window after" "$window_ms ms"
    stop_program
    desk_down
}

parts=("$@")
[ $# -gt 0 ] || parts=(deb portable)
for part in "${parts[@]}"; do
    [[ $part =~ ^(deb|portable|checkout)$ ]] || { echo "prove.sh knows deb, portable and checkout, not $part." >&2; exit 2; }
done
for part in "${parts[@]}"; do
    logs=$place/logs-$part
    rm -rf "$logs" && mkdir -p "$logs"
    "prove_$part"
done
table
