#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh BUILD: clang-format over all sources, clang-tidy over the product's (app, ui); warnings are errors. What passed
# once is not read again until it, a header or the rules change.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
stamps=$build/lint
mkdir -p "$stamps"

mapfile -t sources < <(git ls-files -- 'app/*.cpp' 'ui/*.cpp' | sort)
mapfile -t headers < <(git ls-files -- 'app/*.h' 'ui/*.h' | sort)
git ls-files -- 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h' | xargs clang-format-14 --dry-run -Werror

rules=$(cat .clang-tidy "${headers[@]}" | sha256sum | cut -c1-16)
waiting=()
for source in "${sources[@]}"; do
    grep -q "\"file\": \".*/$source\"" "$build/compile_commands.json" || continue
    key=$(sha256sum "$source" | cut -c1-16)-$rules
    [ "$(cat "$stamps/${source//\//_}" 2>/dev/null)" = "$key" ] || waiting+=("$source=$key")
done
[ ${#waiting[@]} -eq 0 ] && { echo "Layout and lint: nothing changed since they passed."; exit 0; }

echo "Lint: ${#waiting[@]} of ${#sources[@]} sources"
export build stamps
printf '%s\n' "${waiting[@]}" | xargs -P "$(nproc)" -I{} bash -c '
    source=${1%%=*}; key=${1#*=}
    out=$(clang-tidy-14 --quiet -p "$build" "$source" 2>&1) \
        && echo "$key" >"$stamps/${source//\//_}" \
        || { echo "$source"; echo "$out" | grep -v "warnings generated"; exit 255; }
' _ {}
