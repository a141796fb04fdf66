#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Proves that one commit makes one .deb: builds it twice from clones in two folders, under two zones, languages and umasks,
# without the compiler's cache, and compares the bytes. REVISION names the commit (HEAD); `reproduce.sh portable` does the
# same for the portable archive.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh
install_missing "${build_packages[@]}" "${deb_packages[@]}" git

kind=${1:-deb}
commit=$(git rev-parse "${REVISION:-HEAD}")
place=build/reproduce
rm -rf "$place"
mkdir -p "$place"
unset SOURCE_DATE_EPOCH # the commit names the time

# once FOLDER ZONE LANGUAGE UMASK
once() {
    git clone -q --no-checkout . "$1"
    git -C "$1" checkout -q "$commit"
    echo "Building in $1 ($2, $3, umask $4)"
    (cd "$1" && umask "$4" && CCACHE_DISABLE=1 TZ=$2 LANG=$3 "packaging/$kind.sh") >"$1.log" 2>&1 \
        || { tail -n 40 "$1.log" >&2; return 1; }
}
once "$place/one" Asia/Shanghai zh_CN.UTF-8 077
once "$place/another-folder/with-a-longer-name" America/St_Johns C 022

first=$(echo "$place"/one/build/packages/*)
second=$(echo "$place"/another-folder/with-a-longer-name/build/packages/*)
sha256sum "$first" "$second"
cmp "$first" "$second"
echo "The same, byte for byte: $(basename "$first") of $commit."
