# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # logs is prove.sh's
# Bare roots for packaging/prove.sh, sourced by it. Set: root, the one in use. Everything is mounted in the script's own
# mount namespace and gone with it.
place=$PWD/build/prove
mkdir -p "$place/archives/partial"
rows=()
exec 8>"$place/lock"
flock --nonblock 8 || { echo "Another proof uses $place." >&2; exit 1; }

# row WHAT FOUND: told at once, and again in the table at the end.
row() {
    rows+=("$1"$'\t'"$2")
    echo "  $1: $2"
}
table() {
    echo
    printf '%s\n' "${rows[@]}" | awk -F'\t' '{ printf "%-42s %s\n", $1, $2 }'
}

# The Debian mirrors of this machine, as lines of a sources.list.
machine_sources() {
    apt-get indextargets --format 'deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
        | grep -E ' bookworm(-updates|-security)? main$' | sort -u
}

# The smallest Debian 12 there is, made once.
base_archive() {
    local archive=$place/base.tar made=$place/base mirror
    [ -f "$archive" ] && return
    mirror=$(machine_sources | awk '$3 == "bookworm" { print $2; exit }')
    [ -n "$mirror" ] || { echo "apt of this machine names no mirror of bookworm." >&2; return 1; }
    rm -rf "$made"
    debootstrap --variant=minbase bookworm "$made" "$mirror" >"$place/debootstrap.log" 2>&1 \
        || { tail -n 20 "$place/debootstrap.log" >&2; return 1; }
    rm -f "$made"/var/cache/apt/archives/*.deb
    tar -C "$made" --numeric-owner -cf "$archive.part" .
    mv "$archive.part" "$archive"
    rm -rf "$made"
}

# fresh_root NAME: a new root, its package lists read, with proc, dev and tmp.
fresh_root() {
    base_archive
    root=$place/root-$1
    rm -rf "$root"
    mkdir -p "$root"
    tar -C "$root" --numeric-owner -xf "$place/base.tar"
    machine_sources >"$root/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::https?::Proxy ' >"$root/etc/apt/apt.conf.d/99proxy" || true
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service starts in a root
    chmod 755 "$root/usr/sbin/policy-rc.d"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    chmod 1777 "$root/tmp"
    mount --bind "$place/archives" "$root/var/cache/apt/archives"
    in_root apt-get update -qq
    echo "In a bare Debian 12 with $(packages_in_root | wc -l) packages ($1):"
}

in_root() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TZ=UTC DEBIAN_FRONTEND=noninteractive \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} chroot "$root" "$@"
}
packages_in_root() { in_root dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' | grep '^ii'; }
installed_bytes() { dpkg-deb --fsys-tarfile "$1" | tar -tv | awk '{ sum += $3 } END { print sum }'; }

make_user() {
    in_root useradd --uid 1000 --create-home dba
    mkdir -p "$root/run/user/1000"
}
user_files() { (cd "$root/home/dba" && find . -mindepth 2 -type f | sort); }

# check_linked FILE [quietly]: the loader of the root finds every library it needs.
check_linked() {
    local missing
    missing=$(in_root ldd "$1" | grep 'not found' || true)
    [ -z "$missing" ] || { echo "$1 lacks: $missing" >&2; return 1; }
    [ -n "${2:-}" ] || row "libraries found for $(basename "$1")" "$(in_root ldd "$1" | grep -c '=>')"
}

# Starts, draws offscreen, and is still there after five seconds: no plugin is missing.
check_started_once() {
    local status=0
    in_root env QT_QPA_PLATFORM="$1" timeout 5 uplift --practice --data-dir /tmp/state >"$logs/offscreen.log" 2>&1 || status=$?
    [ "$status" -eq 124 ] || { cat "$logs/offscreen.log" >&2; return 1; }
    in_root test -f /tmp/state/practice/journal.sqlite
    row "program of version" "$(in_root uplift --version)"
}

# Every file, folder and link of the root's own disk.
list_files() { (cd "$root" && find . -xdev -path ./proc -prune -o -path ./dev -prune -o -path ./tmp -prune -o -print | sort); }

# leftovers BEFORE AFTER: what came and stayed. Not counted: the user's home (and the account made for it), and what apt and
# dpkg keep of their own work.
leftovers() {
    comm -13 "$1" "$2" | grep -v -E '^\./(home/dba(/|$)|var/mail/|var/spool/mail/|etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$)' \
        | grep -v -E '^\./var/(log/(apt|dpkg)|lib/apt/|lib/dpkg/[a-z]*-old$|cache/apt/)' || true
}

# A folder of compiled objects from elsewhere, to save an hour; paths count from /root/uplift, as they did there from its own.
share_ccache() {
    mkdir -p "$root/root/.cache/ccache" "$root/root/.config/ccache"
    printf 'base_dir = /root\nhash_dir = false\n' >"$root/root/.config/ccache/ccache.conf"
    mount --bind "$CCACHE_SHARED" "$root/root/.cache/ccache"
}

# did_install_or_build LOG: in words.
did_install_or_build() {
    local installed=nothing built
    installed=$(grep -c '^Installing: ' "$1" || true)
    built=$(grep -c -E '^\[[0-9]+/[0-9]+\] (Building|Linking)' "$1" || true)
    echo "$([ "$installed" -gt 0 ] && echo 'packages installed' || echo 'nothing installed'), $built steps built"
}
